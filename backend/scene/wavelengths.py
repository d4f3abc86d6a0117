"""Finds each band's wavelength, width and bad-band mark in whatever metadata a raster carries.

Read order: band tags, GDAL's IMAGERY domain, ENVI's header lists, numbers in band descriptions.
Everything comes out in nanometres.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from rasterio.io import DatasetReader

LARGEST_MICROMETRE = 30.0
_NUMBER_WITH_UNIT = re.compile(
    r"(\d+(?:\.\d+)?)\s*(nm|nanomet\w*|um|µm|micromet\w*)(?![a-z])", re.IGNORECASE
)
_FIRST_DECIMAL = re.compile(r"\d+\.\d+|\b\d{3,4}\b")


@dataclass(frozen=True)
class Band:
    """One band of a scene; `index` counts from 1, wavelengths are nanometres."""

    index: int
    wavelength: float | None
    width: float | None
    bad: bool


def read_bands(dataset: DatasetReader) -> tuple[Band, ...]:
    """The bands of an open dataset with what its metadata say of them."""
    wavelengths = _nanometres(_first_complete(dataset, _wavelength_sources(dataset)))
    widths = _widths(dataset, wavelengths)
    good = _first_complete(dataset, _bad_band_sources(dataset))
    return tuple(
        Band(
            index=index + 1,
            wavelength=wavelengths[index] if wavelengths else None,
            width=widths[index] if widths else None,
            bad=bool(good) and good[index] == 0,
        )
        for index in range(dataset.count)
    )


def _wavelength_sources(dataset: DatasetReader) -> list[list[float | None]]:
    micrometres = _tags(dataset, "CENTRAL_WAVELENGTH_UM", "IMAGERY")
    return [
        _tags(dataset, "wavelength"),
        [value and value * 1000 for value in micrometres],
        _envi_list(dataset, "wavelength"),
        [_number_in(text) for text in dataset.descriptions],
    ]


def _widths(dataset: DatasetReader, wavelengths: list[float]) -> list[float]:
    micrometres = _tags(dataset, "FWHM_UM", "IMAGERY")
    sources = [
        _tags(dataset, "fwhm"),
        [value and value * 1000 for value in micrometres],
        _envi_list(dataset, "fwhm"),
    ]
    widths = _first_complete(dataset, sources)
    if not widths or not wavelengths:
        return []
    # widths share the unit of the wavelengths; no sensor's band is below a tenth of a nanometre
    return [width * 1000 for width in widths] if max(widths) < 0.1 * 1.5 else widths


def _bad_band_sources(dataset: DatasetReader) -> list[list[float | None]]:
    return [_tags(dataset, "bbl"), _envi_list(dataset, "bbl")]


def _tags(dataset: DatasetReader, name: str, domain: str | None = None) -> list[float | None]:
    found = []
    for index in dataset.indexes:
        tags = dataset.tags(index, ns=domain) if domain else dataset.tags(index)
        lowered = {key.lower(): value for key, value in tags.items()}
        found.append(_number(lowered.get(name.lower())))
    return found


def _envi_list(dataset: DatasetReader, name: str) -> list[float | None]:
    header = {key.lower(): value for key, value in dataset.tags(ns="ENVI").items()}
    text = header.get(name) or header.get(name.replace(" ", "_")) or ""
    return [_number(part) for part in text.strip("{} \n").split(",")]


def _number(text: str | None) -> float | None:
    try:
        value = float(text) if text is not None else None
    except ValueError:
        return None
    return value if value is not None and math.isfinite(value) else None


def _number_in(text: str | None) -> float | None:
    if not text:
        return None
    match = _NUMBER_WITH_UNIT.search(text)
    if match:
        value = float(match.group(1))
        return value if match.group(2).lower().startswith("n") else value * 1000
    match = _FIRST_DECIMAL.search(text)
    return float(match.group(0)) if match else None


def _first_complete(dataset: DatasetReader, sources: list[list[float | None]]) -> list[float]:
    for values in sources:
        if len(values) == dataset.count and all(value is not None for value in values):
            return [float(value) for value in values if value is not None]
    return []


def _nanometres(values: list[float]) -> list[float]:
    if not values or min(values) <= 0 or len(set(values)) < 3:
        return []
    return [value * 1000 for value in values] if max(values) < LARGEST_MICROMETRE else values
