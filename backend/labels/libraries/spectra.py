"""Spectra of a library, and what the readers of all formats share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...scene.wavelengths import MAX_MICROMETRES, unit_factor
from .. import bounded_files

Values = npt.NDArray[np.float64]

#: Larger files are not read.
MAX_FILE_BYTES = 2**30
#: More spectra, or channels of a spectrum, are refused.
MAX_SPECTRA, MAX_CHANNELS = 200_000, 50_000
#: Values of all spectra of a library together.
MAX_VALUES = 200_000_000
#: The field in which class names are sought, in any case.
CLASS_FIELD = "class"
#: What follows the class in names such as "grass 12", "grass_02" and "grass (3)".
_NUMBERING = "0123456789 _-.#()[]"
#: Shortest and longest wavelengths of a spectrum, in nanometres.
_MIN_WAVELENGTH, _MAX_WAVELENGTH = 100.0, 300_000.0


class LibraryError(ValueError):
    """Why a file cannot be read as a spectral library, as part of a sentence."""


@dataclass(frozen=True)
class Spectrum:
    """A spectrum with ascending wavelengths in nanometres; NaN where a value is missing."""

    name: str
    values: Values
    wavelengths: Values
    widths: Values | None = None
    #: Further fields, such as its class.
    fields: Mapping[str, str] = field(default_factory=dict)
    #: Whether the values are reflectance from 0 to 1; otherwise their scale is unknown.
    is_scaled: bool = False

    def find_field(self, name: str) -> str | None:
        """The text in a field, whose name may differ in case; None where it has none."""
        if name in self.fields:
            return self.fields[name]
        found = (text for key, text in self.fields.items() if key.casefold() == name.casefold())
        return self.name if name.casefold() == "name" else next(found, None)

    def class_name(self, class_field: str | None) -> str | None:
        """The class in a field; by default in the field `class`, else the name without numbers."""
        if class_field:
            return self.find_field(class_field)
        found = self.find_field(CLASS_FIELD)
        return found if found else self.name.rstrip(_NUMBERING) or self.name


def make_spectra(
    names: Sequence[str],
    values: npt.ArrayLike,
    wavelengths: npt.ArrayLike,
    unit: str,
    *,
    widths: npt.ArrayLike | None = None,
    fields: Sequence[Mapping[str, str]] | None = None,
    is_scaled: bool = False,
) -> list[Spectrum]:
    """Spectra (spectra, channels) of common wavelengths, which are sorted and converted."""
    table = np.asarray(values, np.float64)
    factor = _nanometres_per_unit(wavelengths, unit)
    unsorted = np.asarray(wavelengths, np.float64) * factor
    if table.ndim != 2 or table.shape[1] != len(unsorted):
        raise LibraryError("its spectra and its wavelengths differ in length")
    usable = np.isfinite(unsorted)
    if usable.sum() < 2 or (unsorted[usable] < _MIN_WAVELENGTH).any():
        raise LibraryError("its wavelengths are missing or no lengths")
    if (unsorted[usable] > _MAX_WAVELENGTH).any():
        raise LibraryError("its wavelengths are no lengths")
    centres, order = np.unique(unsorted[usable], return_index=True)
    order = np.flatnonzero(usable)[order]
    found_widths = None
    if widths is not None:
        found_widths = np.asarray(widths, np.float64) * factor
        valid = found_widths.shape == unsorted.shape and bool((found_widths[order] > 0).all())
        found_widths = found_widths[order] if valid else None
    table = np.where(np.isfinite(table), table, np.nan)[:, order]
    own_fields = fields or [{}] * len(names)
    return [
        Spectrum(name.strip(), row, centres, found_widths, own, is_scaled)
        for name, row, own in zip(names, table, own_fields, strict=True)
    ]


def _nanometres_per_unit(wavelengths: npt.ArrayLike, unit: str) -> float:
    factor = unit_factor(unit)
    if factor is not None:
        return factor
    values = np.asarray(wavelengths, np.float64)
    finite = values[np.isfinite(values)]
    # without a unit, as in the metadata of rasters
    return 1000.0 if len(finite) and finite.max() < MAX_MICROMETRES else 1.0


def check_size(spectra: int, channels: int) -> None:
    """Refuse a library that would not fit into memory, before it is read."""
    if spectra > MAX_SPECTRA or channels > MAX_CHANNELS or spectra * channels > MAX_VALUES:
        raise LibraryError(
            f"it has {spectra:,} spectra of {channels:,} channels, which is too many"
        )
    if spectra < 1 or channels < 2:
        raise LibraryError("it has no spectra")


def read_text(path: Path, max_bytes: int = MAX_FILE_BYTES) -> str:
    """The text of a file; `LibraryError` where it is too large."""
    return bounded_files.read_text(path, max_bytes, LibraryError)


def read_bytes(path: Path, max_bytes: int = MAX_FILE_BYTES) -> bytes:
    """The content of a file; `LibraryError` where it is too large."""
    return bounded_files.read_bytes(path, max_bytes, LibraryError)
