"""How stored numbers become reflectance: what an image declares, and what is assumed otherwise.

The order of trust: a product's own metadata or a tag that speaks of reflectance; GDAL's scale and
offset; a guess from the size of the values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rasterio.io import DatasetReader

#: Typical values up to here are reflectance as it is …
MAX_REFLECTANCE = 2.0
#: … up to here percent, and above it reflectance times 10,000, as every space agency delivers it.
MAX_PERCENT = 100.0
#: No surface is that bright: where some values are larger, they are no percent.
MAX_BRIGHT_PERCENT = 300.0
#: No scene is that dark: a tag that makes it so belongs to what the values were before.
MIN_TYPICAL_REFLECTANCE = 1e-3
#: Longer texts hold no number.
MAX_NUMBER_LENGTH = 64

#: What products call themselves in `Scaling.declared`, and GDAL's scale and offset.
DECLARED_BY_PRODUCT, DECLARED_BY_GDAL = "the product's metadata", "GDAL's scale and offset"
#: Tags with the number that reflectance was multiplied with; below 1, its reciprocal.
_FACTOR_TAGS = (
    "reflectance_scale_factor",
    "reflectance_scaling_factor",
    "reflectance_scale",
    "boa_quantification_value",
    "quantification_value",
)
#: NEON's HDF5 files, whose groups GDAL puts before the name.
_FACTOR_ENDING = "_reflectance_data_scale_factor"
#: ENVI's lists with a value a band.
_GAIN_TAG, _OFFSET_TAG = "data_reflectance_gain_values", "data_reflectance_offset_values"
#: The convention of netCDF (CF), for files that GDAL does not apply it to.
_GENERIC_TAG, _GENERIC_OFFSET = "scale_factor", "add_offset"


@dataclass(frozen=True)
class Scaling:
    """reflectance = stored × scale + offset, one of each a band, and who says so."""

    scales: np.ndarray
    offsets: np.ndarray
    declared: str  # empty where nobody says anything
    conflicts: tuple[str, ...] = ()

    @property
    def gives_reflectance(self) -> bool:
        """Whether it was declared to give reflectance, so that nothing is guessed."""
        return self.declared not in ("", DECLARED_BY_GDAL)


def scaling(scales: Sequence[float], offsets: Sequence[float], declared: str) -> Scaling:
    """The scaling of a product; one that changes nothing may be a declaration as well."""
    return Scaling(np.array(scales, np.float32), np.array(offsets, np.float32), declared)


def read_scaling(dataset: DatasetReader, indexes: Sequence[int]) -> Scaling:
    """What the tags of an open dataset, else its scales and offsets, say of these bands."""
    scales = np.array([dataset.scales[index - 1] for index in indexes], np.float32)
    offsets = np.array([dataset.offsets[index - 1] for index in indexes], np.float32)
    unscaled = bool((scales == 1).all() and (offsets == 0).all())
    known = Scaling(scales, offsets, "" if unscaled else DECLARED_BY_GDAL)
    tag_sources = (
        [_normalise_keys(dataset.tags(index)) for index in indexes],
        [_normalise_keys(dataset.tags(ns="ENVI"))] * len(indexes),
        [_normalise_keys(dataset.tags())] * len(indexes),
    )
    for tags in tag_sources:
        found = _factors(tags)
        if found is None:
            continue
        name, divisors = found
        tagged = (1 / divisors).astype(np.float32)
        if unscaled:
            return Scaling(tagged, np.zeros_like(tagged), f"the tag {name}")
        if np.allclose(scales, tagged, rtol=1e-3, atol=0):  # which may know an offset besides
            return Scaling(scales, offsets, f"the tag {name}")
        conflict = (
            f"The tag {name} says that values are reflectance times {_format_values(divisors)}, "
            "and "
            f"{DECLARED_BY_GDAL} say otherwise; the tag is followed."
        )
        return Scaling(tagged, np.zeros_like(tagged), f"the tag {name}", (conflict,))
    for tags in tag_sources[1:]:
        gains = _tag_list(tags[0], _GAIN_TAG, dataset.count)
        if gains is not None:
            added = _tag_list(tags[0], _OFFSET_TAG, dataset.count)
            chosen = np.array(indexes) - 1
            shift = np.zeros(dataset.count) if added is None else added
            return scaling(gains[chosen], shift[chosen], f"the tag {_GAIN_TAG}")
    if unscaled:
        for tags in (tag_sources[0], tag_sources[2]):
            factors = [_number(entry.get(_GENERIC_TAG)) for entry in tags]
            if all(value is not None and value > 0 for value in factors):
                values = np.array(factors, np.float64)
                added = [_number(entry.get(_GENERIC_OFFSET)) or 0.0 for entry in tags]
                return scaling(
                    np.where(values > 1, 1 / values, values), added, f"the tag {_GENERIC_TAG}"
                )
    return known


@dataclass(frozen=True)
class ScalingDecision:
    """The scaling that is used, and what should be said of it."""

    scaling: Scaling
    factor: float  # what the scaled values are multiplied with besides
    notes: tuple[str, ...]
    warnings: tuple[str, ...]


def decide_scaling(spectra: np.ndarray, declared: Scaling) -> ScalingDecision:
    """Hold a declaration against stored spectra (pixels, bands); guess where there is none."""
    typical, bright = _typical_and_bright(spectra * declared.scales + declared.offsets)
    conflicts = declared.conflicts
    if declared.gives_reflectance:
        stored, _ = _typical_and_bright(spectra)
        fractions = not (spectra == np.round(spectra)).all()
        if typical < MIN_TYPICAL_REFLECTANCE <= stored <= MAX_REFLECTANCE and fractions:
            conflict = (
                f"By {declared.declared} the scene would reflect {typical:.2g}; its values "
                f"(typically {stored:.2g}) are taken for reflectance as they are."
            )
            unscaled = Scaling(np.ones_like(declared.scales), np.zeros_like(declared.offsets), "")
            return ScalingDecision(unscaled, 1.0, (), (*conflicts, conflict))
        if typical <= MAX_REFLECTANCE:
            note = f"Values become reflectance as {declared.declared} says."
            return ScalingDecision(declared, 1.0, (note,), conflicts)
        conflict = (
            f"By {declared.declared} the scene would reflect {typical:.3g}, which is impossible."
        )
        conflicts = (*conflicts, conflict)
    factor = _guess_factor(typical, bright)
    if declared.declared == DECLARED_BY_GDAL and factor == 1.0:
        return ScalingDecision(
            declared, factor, (f"Values become reflectance by {DECLARED_BY_GDAL}.",), conflicts
        )
    kind = {1.0: "reflectance as they are", 1e-2: "percent", 1e-4: "reflectance times 10,000"}
    finding = (
        "Nothing in the image says what its values are"
        if not declared.declared
        else f"By {declared.declared}, values are not reflectance"
    )
    assumption = f"{finding}; by their size (typically {typical:.3g}) they are assumed to be "
    assumption += f"{kind[factor]}."
    integers_only = bool((spectra == np.round(spectra)).all())
    if integers_only and factor > 1e-4 and not declared.declared:
        assumption += (
            " Should they be reflectance times 10,000 of a dark scene, give the image the tag "
            "reflectance_scale_factor=10000."
        )
        return ScalingDecision(declared, factor, (), (*conflicts, assumption))
    return ScalingDecision(declared, factor, (assumption,), conflicts)


def _typical_and_bright(values: np.ndarray) -> tuple[float, float]:
    """A typical value of bright bands, and the brightness that hardly any pixel exceeds."""
    typical = float(np.percentile(np.median(values, axis=0), 95))
    return typical, float(np.percentile(np.median(values, axis=1), 99))


def _guess_factor(typical: float, bright: float) -> float:
    """What values of that size must be multiplied with to be reflectance between 0 and 1."""
    if typical <= MAX_REFLECTANCE and bright <= MAX_PERCENT:
        return 1.0
    return 1e-2 if typical <= MAX_PERCENT and bright <= MAX_BRIGHT_PERCENT else 1e-4


def _normalise_keys(tags: Mapping[str, str]) -> dict[str, str]:
    return {re.sub(r"[\s\-]", "_", key.lower()): value for key, value in tags.items()}


def _factors(tags: Sequence[Mapping[str, str]]) -> tuple[str, np.ndarray] | None:
    """The first tag that gives every band a factor, and what reflectance was multiplied with."""
    endings = [key for key in (tags[0] if tags else ()) if key.endswith(_FACTOR_ENDING)]
    for name in (*_FACTOR_TAGS, *endings):
        found = [_number(entry.get(name)) for entry in tags]
        if found and all(value is not None and value > 0 for value in found):
            values = np.array(found, np.float64)
            return name, np.where(values < 1, 1 / values, values)
    return None


def _tag_list(tags: Mapping[str, str], name: str, count: int) -> np.ndarray | None:
    """A list in braces with a number for every band of the file."""
    text = tags.get(name, "")
    if not text or len(text) > MAX_NUMBER_LENGTH * count:
        return None
    values = [_number(part) for part in text.strip("{} \n").split(",")]
    if len(values) != count or any(value is None for value in values):
        return None
    return np.array(values, np.float64)


def _number(text: str | None) -> float | None:
    """A finite number; texts that hold none, or are longer than any, give None."""
    text = (text or "").strip("{} \n")
    if not text or len(text) > MAX_NUMBER_LENGTH:
        return None
    try:
        value = float(text)
    except ValueError:
        return None
    # none that makes zeros or infinities of everything
    return value if value == 0 or 1e-12 < abs(value) < 1e12 else None


def _format_values(values: np.ndarray) -> str:
    return " or ".join(f"{value:,g}" for value in np.unique(values)[:3])
