"""Spectra of libraries as training samples: reflectance at the bands of a scene, and classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...core.errors import UserError
from ...core.formatting import count_with_noun
from ...core.reporter import Reporter
from ...scene.reflectance_scale import MAX_PERCENT, MAX_REFLECTANCE
from ..similar_names import merged_name_notes, normalise_name, shorten_list
from .reading import SpectralLibrary, read_library
from .resampling import BandGrid, resample
from .spectra import Spectrum, Values

#: Reflectance is taken for percent, or for its 10,000th part, where the brightest bands of the
#: brightest spectra are above the limits of these.
_BRIGHT_PERCENTILE = 95


@dataclass(frozen=True)
class LibrarySamples:
    """Reflectance (spectra, bands) of spectra that cover all bands of a scene, and classes."""

    reflectance: npt.NDArray[np.float32]
    class_names: list[str]


def read_library_samples(
    paths: Sequence[Path],
    class_field: str | None,
    bands: BandGrid | None,
    reporter: Reporter,
    allow_external: bool = False,
) -> LibrarySamples:
    """The spectra of libraries at the bands of a scene; `UserError` where none can be used."""
    if bands is None:
        raise UserError(
            "library.no_wavelengths",
            "Spectral libraries cannot be used with a scene whose wavelengths are unknown.",
            "Add the wavelengths to the metadata of the scene, or draw training polygons instead.",
        )
    samples = [
        _samples_of(read_library(path, allow_external), class_field, bands, reporter)
        for path in paths
    ]
    texts = [name for one in samples for name in one.class_names]
    for note in merged_name_notes(texts):
        reporter.warn(note)
    return LibrarySamples(
        np.concatenate([one.reflectance for one in samples]),
        [normalise_name(text) for text in texts],
    )


def _samples_of(
    library: SpectralLibrary, class_field: str | None, bands: BandGrid, reporter: Reporter
) -> LibrarySamples:
    for note in library.notes:
        reporter.warn(note)
    names = class_names(library, class_field)
    values = resample(scale_to_reflectance(library, reporter), bands)
    found = np.isfinite(values)
    complete = np.logical_and.reduce(found, axis=1)
    named = np.array([bool(name and normalise_name(name)) for name in names], np.bool_)
    _log_coverage(library, names, found, complete, bands, reporter)
    if not named.all():
        reporter.warn(f"Spectra without a class, left out: {(~named).sum()}.")
    kept = complete & named
    if not kept.any():
        raise UserError(
            "library.no_classes",
            f"No spectrum of the library {library.path} has a class.",
            "Choose the field with the class names.",
        )
    return LibrarySamples(
        values[kept].astype(np.float32),
        [name or "" for name, used in zip(names, kept, strict=True) if used],
    )


def class_names(library: SpectralLibrary, class_field: str | None) -> list[str | None]:
    """The class of each spectrum; `UserError` for a field that none of them has."""
    names = [spectrum.class_name(class_field) for spectrum in library.spectra]
    if class_field and not any(name is not None for name in names):
        known = dict.fromkeys(key for spectrum in library.spectra for key in spectrum.fields)
        raise UserError(
            "library.field_missing",
            f'The spectral library {library.path} has no field "{class_field}".',
            f"Choose one of its fields: {shorten_list(['name', *known])}.",
        )
    return names


def scale_to_reflectance(library: SpectralLibrary, reporter: Reporter) -> list[Spectrum]:
    """The spectra with values from 0 to 1; what does not declare its scale is taken by its size."""
    undeclared = [spectrum.values for spectrum in library.spectra if not spectrum.is_scaled]
    if not undeclared:
        return library.spectra
    bright = [
        float(np.nanpercentile(values, _BRIGHT_PERCENTILE))
        for values in undeclared
        if np.isfinite(values).any()
    ]
    typical = float(np.percentile(bright, _BRIGHT_PERCENTILE)) if bright else 0.0
    divisor, kind = 1.0, ""
    if typical > MAX_REFLECTANCE:
        divisor, kind = (
            (100.0, "percent") if typical <= MAX_PERCENT else (10_000.0, "reflectance times 10,000")
        )
        reporter.warn(
            f"The spectral library {library.path.name} does not declare the scale of its values; "
            f"by their magnitude they are assumed to be {kind}."
        )
    return [
        spectrum if spectrum.is_scaled else _scaled(spectrum, divisor)
        for spectrum in library.spectra
    ]


def _scaled(spectrum: Spectrum, divisor: float) -> Spectrum:
    return Spectrum(
        spectrum.name,
        spectrum.values / divisor,
        spectrum.wavelengths,
        spectrum.widths,
        spectrum.fields,
        True,
    )


def _log_coverage(
    library: SpectralLibrary,
    names: Sequence[str | None],
    found: npt.NDArray[np.bool_],
    complete: npt.NDArray[np.bool_],
    bands: BandGrid,
    reporter: Reporter,
) -> None:
    """Log how much of the scene's bands the spectra cover; `UserError` where none covers all."""
    name = library.path.name
    first, last = _range_of(library.spectra)
    best = found[found.sum(axis=1).argmax()]
    reporter.info(
        f"Spectral library {name}: {count_with_noun(len(library.spectra), 'spectrum', 'spectra')} "
        f"of {len(set(names))} classes, {first:.0f} to {last:.0f} nm; they cover "
        f"{_percentage(best)} of the bands of the scene."
    )
    if not complete.any():
        missing = bands.centres[~best]
        raise UserError(
            "library.other_range",
            f"The spectral library {library.path} covers {_percentage(best)} of the bands of the "
            f"scene only: it has no values near {_ranges(missing)} nm.",
            "Exclude the other bands of the scene, or choose a library that covers them.",
        )
    if not complete.all():
        listed = [
            spectrum.name
            for spectrum, whole in zip(library.spectra, complete, strict=True)
            if not whole
        ]
        reporter.warn(
            f"Spectra that do not cover all bands of the scene, left out ({len(listed)}): "
            f"{shorten_list(listed)}."
        )


def _percentage(covered: npt.NDArray[np.bool_]) -> str:
    """A share in percent that is 100 only where it is whole."""
    return f"{int(100 * covered.mean())} %"


def _range_of(spectra: Sequence[Spectrum]) -> tuple[float, float]:
    return (
        min(float(spectrum.wavelengths[0]) for spectrum in spectra),
        max(float(spectrum.wavelengths[-1]) for spectrum in spectra),
    )


def _ranges(missing: Values) -> str:
    ordered = np.sort(missing)
    return f"{ordered[0]:.0f}" if len(ordered) == 1 else f"{ordered[0]:.0f} to {ordered[-1]:.0f}"
