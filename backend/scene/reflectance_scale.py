"""The scaling of stored values to reflectance: declared by an image, or else assumed.

In order of priority: the metadata of a product or a tag for reflectance, the scale and offset of
GDAL, an assumption based on the magnitude of the values.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rasterio.io import DatasetReader

from .numbers_in_text import MAX_NUMBER_LENGTH, parse_number

#: Typical values up to here are taken for reflectance from 0 to 1,
MAX_REFLECTANCE = 2.0
#: up to here for percent, and above for reflectance times 10,000, the usual scale of products.
MAX_PERCENT = 100.0
#: No surface is brighter: larger values are not percent.
MAX_BRIGHT_PERCENT = 300.0
#: No scene is darker: a tag that results in less was meant for values before they were scaled.
MIN_TYPICAL_REFLECTANCE = 1e-3
#: Bright bands of snow and clouds reach about 1; an assumed scale that gives more is doubtful.
MAX_PLAUSIBLE_REFLECTANCE = 1.2
#: The largest value of 8-bit images, which are rarely reflectance.
MAX_EIGHT_BIT = 255

#: Values of `Scaling.declared` besides the names of tags.
DECLARED_BY_PRODUCT = "the metadata of the product"
DECLARED_BY_GDAL = "the scale and offset of GDAL"
#: Tags with the factor that reflectance was multiplied by, or its reciprocal (below 1).
_FACTOR_TAGS = (
    "reflectance_scale_factor",
    "reflectance_scaling_factor",
    "reflectance_scale",
    "boa_quantification_value",
    "quantification_value",
)
#: The tag in HDF5 files of NEON, to which GDAL adds the names of groups as a prefix.
_FACTOR_ENDING = "_reflectance_data_scale_factor"
#: Lists in ENVI headers with a value per band.
_GAIN_TAG, _OFFSET_TAG = "data_reflectance_gain_values", "data_reflectance_offset_values"
#: Attributes of the CF conventions, where GDAL does not apply them.
_GENERIC_TAG, _GENERIC_OFFSET = "scale_factor", "add_offset"

_EIGHT_BIT_WARNING = (
    "The image has 8 bits and does not declare the scale of its values; they are assumed to be "
    "digital numbers and divided by 255, which is not reflectance: the map is valid for this "
    "image, but a model trained on it does not fit other scenes."
)


@dataclass(frozen=True)
class Scaling:
    """reflectance = stored value × scale + offset, per band, and where that is declared."""

    scales: npt.NDArray[np.float32]
    offsets: npt.NDArray[np.float32]
    declared: str  # empty where nothing is declared
    conflicts: tuple[str, ...] = ()
    is_eight_bit: bool = False

    @property
    def gives_reflectance(self) -> bool:
        """Whether the declaration is about reflectance, so that nothing has to be assumed."""
        return self.declared not in ("", DECLARED_BY_GDAL)


def product_scaling(scales: npt.ArrayLike, offsets: npt.ArrayLike, declared: str) -> Scaling:
    """The scaling that the metadata of a product declare; it may leave values unchanged."""
    return Scaling(np.array(scales, np.float32), np.array(offsets, np.float32), declared)


def read_scaling(dataset: DatasetReader, indexes: Sequence[int]) -> Scaling:
    """The scaling of bands by the tags of an open dataset, or else by its scales and offsets."""
    scales = np.array([dataset.scales[index - 1] for index in indexes], np.float32)
    offsets = np.array([dataset.offsets[index - 1] for index in indexes], np.float32)
    unscaled = bool((scales == 1).all() and (offsets == 0).all())
    is_eight_bit = all(dataset.dtypes[index - 1] == "uint8" for index in indexes)
    declared = "" if unscaled else DECLARED_BY_GDAL
    known = Scaling(scales, offsets, declared, is_eight_bit=is_eight_bit)
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
        if np.allclose(scales, tagged, rtol=1e-3, atol=0):  # GDAL may have an offset as well
            return Scaling(scales, offsets, f"the tag {name}")
        conflict = (
            f"By the tag {name}, values are reflectance times {_format_values(divisors)}, which "
            f"contradicts {DECLARED_BY_GDAL}; the tag is used."
        )
        return Scaling(tagged, np.zeros_like(tagged), f"the tag {name}", (conflict,))
    for tags in tag_sources[1:]:
        gains = _tag_list(tags[0], _GAIN_TAG, dataset.count)
        if gains is not None:
            added = _tag_list(tags[0], _OFFSET_TAG, dataset.count)
            chosen = np.array(indexes) - 1
            shift = np.zeros(dataset.count) if added is None else added
            return product_scaling(gains[chosen], shift[chosen], f"the tag {_GAIN_TAG}")
    if unscaled:
        for tags in (tag_sources[0], tag_sources[2]):
            factors = [_number(entry.get(_GENERIC_TAG)) for entry in tags]
            if all(value is not None and value > 0 for value in factors):
                values = np.array(factors, np.float64)
                offset_values = [_number(entry.get(_GENERIC_OFFSET)) or 0.0 for entry in tags]
                return product_scaling(
                    np.where(values > 1, 1 / values, values),
                    offset_values,
                    f"the tag {_GENERIC_TAG}",
                )
    return known


@dataclass(frozen=True)
class ScalingDecision:
    """The scaling that is used, with messages for the log and warnings."""

    scaling: Scaling
    factor: float  # that the scaled values are multiplied by in addition
    notes: tuple[str, ...]
    warnings: tuple[str, ...]


def decide_scaling(spectra: npt.NDArray[np.float32], declared: Scaling) -> ScalingDecision:
    """Check a declaration against stored spectra (pixels, bands), or assume a factor."""
    typical, bright = _typical_and_bright(spectra * declared.scales + declared.offsets)
    conflicts = declared.conflicts
    if declared.gives_reflectance:
        if typical < MIN_TYPICAL_REFLECTANCE and not _are_integers(spectra):
            stored, _ = _typical_and_bright(spectra)
            if MIN_TYPICAL_REFLECTANCE <= stored <= MAX_REFLECTANCE:
                conflict = (
                    f"By {declared.declared}, the reflectance of the scene would be {typical:.2g}; "
                    f"its values (typically {stored:.2g}) are used as reflectance without scaling."
                )
                unscaled = product_scaling(
                    np.ones_like(declared.scales), np.zeros_like(declared.offsets), ""
                )
                return ScalingDecision(unscaled, 1.0, (), (*conflicts, conflict))
        if typical <= MAX_REFLECTANCE:
            note = f"Values are scaled to reflectance by {declared.declared}."
            return ScalingDecision(declared, 1.0, (note,), conflicts)
        conflict = (
            f"By {declared.declared}, the reflectance of the scene would be {typical:.3g}, which "
            "is impossible."
        )
        conflicts = (*conflicts, conflict)
    if declared.is_eight_bit and not declared.declared:
        return ScalingDecision(declared, 1 / MAX_EIGHT_BIT, (), (*conflicts, _EIGHT_BIT_WARNING))
    factor = _assume_factor(typical, bright)
    if declared.declared == DECLARED_BY_GDAL and factor == 1.0:
        return ScalingDecision(
            declared,
            factor,
            (f"Values are scaled to reflectance by {DECLARED_BY_GDAL}.",),
            conflicts,
        )
    kind = {1.0: "reflectance from 0 to 1", 1e-2: "percent", 1e-4: "reflectance times 10,000"}
    finding = (
        "The image does not declare the scale of its values"
        if not declared.declared
        else f"By {declared.declared}, values are not reflectance"
    )
    assumption = f"{finding}; by their magnitude (typically {typical:.3g}) they are assumed to be "
    assumption += f"{kind[factor]}."
    if typical * factor > MAX_PLAUSIBLE_REFLECTANCE:
        assumption += (
            f" That gives a reflectance of {typical * factor:.2g}, so they are probably digital "
            "numbers or radiance: the map is valid for this image, but a model trained on it does "
            "not fit other scenes."
        )
        return ScalingDecision(declared, factor, (), (*conflicts, assumption))
    if factor > 1e-4 and not declared.declared and _are_integers(spectra):
        assumption += (
            " If the scene is dark and they are reflectance times 10,000, add the tag "
            "reflectance_scale_factor=10000 to the image."
        )
        return ScalingDecision(declared, factor, (), (*conflicts, assumption))
    return ScalingDecision(declared, factor, (assumption,), conflicts)


def _are_integers(values: npt.NDArray[np.float32]) -> bool:
    return bool((values == np.round(values)).all())


def _typical_and_bright(values: npt.NDArray[np.float32]) -> tuple[float, float]:
    """A typical value of bright bands, and the 99th percentile of the brightness of pixels."""
    typical = float(np.percentile(np.median(values, axis=0), 95))
    return typical, float(np.percentile(np.median(values, axis=1), 99))


def _assume_factor(typical: float, bright: float) -> float:
    """The factor that turns values of this magnitude into reflectance from 0 to 1."""
    if typical <= MAX_REFLECTANCE and bright <= MAX_PERCENT:
        return 1.0
    return 1e-2 if typical <= MAX_PERCENT and bright <= MAX_BRIGHT_PERCENT else 1e-4


def _normalise_keys(tags: Mapping[str, str]) -> dict[str, str]:
    return {re.sub(r"[\s\-]", "_", key.lower()): value for key, value in tags.items()}


def _factors(tags: Sequence[Mapping[str, str]]) -> tuple[str, npt.NDArray[np.float64]] | None:
    """The first tag that every band has, and the factors that reflectance was multiplied by."""
    endings = [key for key in (tags[0] if tags else ()) if key.endswith(_FACTOR_ENDING)]
    for name in (*_FACTOR_TAGS, *endings):
        found = [_number(entry.get(name)) for entry in tags]
        if found and all(value is not None and value > 0 for value in found):
            values = np.array(found, np.float64)
            return name, np.where(values < 1, 1 / values, values)
    return None


def _tag_list(tags: Mapping[str, str], name: str, count: int) -> npt.NDArray[np.float64] | None:
    """A list in braces with a number for each band of the file; None where it is incomplete."""
    text = tags.get(name, "")
    if not text or len(text) > MAX_NUMBER_LENGTH * count:
        return None
    values = [_number(part) for part in text.strip("{} \n").split(",")]
    if len(values) != count or any(value is None for value in values):
        return None
    return np.array(values, np.float64)


def _number(text: str | None) -> float | None:
    """The number in a text; None where there is none, or where it is out of range."""
    value = parse_number((text or "").strip("{} \n"))
    # factors outside this range turn all values into zero or infinity
    in_range = value is not None and (value == 0 or 1e-12 < abs(value) < 1e12)
    return value if in_range else None


def _format_values(values: npt.NDArray[np.float64]) -> str:
    return " or ".join(f"{value:,g}" for value in np.unique(values)[:3])
