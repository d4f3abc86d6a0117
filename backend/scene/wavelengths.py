"""Reads the wavelengths, widths and bad-band list of a raster from its metadata.

In order of priority: band tags, lists in the ENVI header, the IMAGERY domain of GDAL (which repeats
the lists of ENVI rounded to nanometres), lists in the tags of the file, coordinates of netCDF
dimensions, numbers in band descriptions. Wavelengths are returned in nanometres.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from rasterio.io import DatasetReader

from .bands import MARKED_BAD, Band
from .numbers_in_text import MAX_NUMBER_LENGTH, parse_number

#: Without a unit, smaller values are micrometres: no supported sensor measures longer wavelengths.
MAX_MICROMETRES = 30.0
#: Without a unit, smaller widths are micrometres: no sensor has narrower bands in nanometres.
MIN_BAND_WIDTH = 0.15
_NUMBER_WITH_UNIT = re.compile(
    r"(?<!\d)(\d+(?:\.\d+)?)\s*(nm|nanomet\w*|um|µm|μm|micromet\w*|micron\w*)(?![a-z])",
    re.IGNORECASE,
)
_FIRST_DECIMAL = re.compile(r"(?<!\d)\d+\.\d+|\b\d{3,4}\b")
_DIMENSION = "netcdf_dim_"
_SPECTRAL = ("wav", "lambda", "wvl", "spectral")
#: Characters of a band description that are parsed.
_MAX_TEXT_LENGTH = 1024
_WAVELENGTH_NAMES = ("wavelength", "wavelengths", "center_wavelength", "central_wavelength")
_WIDTH_NAMES = ("fwhm", "bandwidth", "wavelength_fwhm")
_BAD_NAMES = ("bbl", "good_wavelengths")
_UNIT_NAMES = ("wavelength_units", "wavelength_unit", "wavelengths_units", "wavelength units")
#: Factors to nanometres, by the first letters of a unit's name.
_UNITS = (
    ("micro", 1000.0),
    ("um", 1000.0),
    ("µm", 1000.0),
    ("μm", 1000.0),
    ("nano", 1.0),
    ("nm", 1.0),
    ("millim", 1e6),
    ("mm", 1e6),
    ("meter", 1e9),
    ("metre", 1e9),
)

Values = list[float | None]


def read_bands(dataset: DatasetReader, indexes: Sequence[int]) -> tuple[Band, ...]:
    """Bands of an open dataset, by their numbers, with wavelengths and bad-band marks."""
    reader = _Metadata(dataset, indexes)
    wavelengths = _nanometres(reader.wavelengths(), reader.unit())
    widths = _widths(reader.widths(), reader.unit()) if wavelengths else []
    good = reader.good()
    return tuple(
        Band(
            index,
            wavelengths[position] if wavelengths else None,
            widths[position] if widths else None,
            bool(good) and good[position] == 0,
            MARKED_BAD if good and good[position] == 0 else "",
        )
        for position, index in enumerate(indexes)
    )


class _Metadata:
    """The tags of a dataset with their keys in lower case."""

    def __init__(self, dataset: DatasetReader, indexes: Sequence[int]):
        self._count, self._total = len(indexes), dataset.count
        self._indexes = indexes
        self._bands = [_lowered(dataset.tags(index)) for index in indexes]
        self._imagery = [_lowered(dataset.tags(index, ns="IMAGERY")) for index in indexes]
        self._envi = _lowered(dataset.tags(ns="ENVI"))
        self._file = _lowered(dataset.tags())
        self._texts = [(dataset.descriptions[i - 1] or "")[:_MAX_TEXT_LENGTH] for i in indexes]

    def wavelengths(self) -> list[float]:
        """Wavelengths in the unit of `unit`; empty where they are incomplete."""
        usable = 1.0 / (unit_factor(self.unit()) or 1.0)
        in_micrometres = [
            None if value is None else value * 1000 * usable
            for value in _column(self._imagery, ("central_wavelength_um",))
        ]
        described = [_nanometres_in(text) for text in self._texts]
        return self._first_complete(
            _column(self._bands, _WAVELENGTH_NAMES),
            self._listed(self._envi, _WAVELENGTH_NAMES),
            in_micrometres,
            self._listed(self._file, _WAVELENGTH_NAMES),
            self._dimension(),
            [None if value is None else value * usable for value in described],
            [_bare_number_in(text) for text in self._texts],
        )

    def widths(self) -> list[float]:
        """Full widths at half maximum in the unit of the wavelengths; empty where incomplete."""
        usable = 1.0 / (unit_factor(self.unit()) or 1.0)
        in_micrometres = [
            None if value is None else value * 1000 * usable
            for value in _column(self._imagery, ("fwhm_um",))
        ]
        return self._first_complete(
            _column(self._bands, _WIDTH_NAMES),
            self._listed(self._envi, _WIDTH_NAMES),
            in_micrometres,
            self._listed(self._file, _WIDTH_NAMES),
        )

    def good(self) -> list[float]:
        """One for a good band, zero for a bad one; empty without a bad-band list."""
        return self._first_complete(
            _column(self._bands, _BAD_NAMES),
            self._listed(self._envi, _BAD_NAMES),
            self._listed(self._file, _BAD_NAMES),
        )

    def unit(self) -> str:
        """The name of the unit in the metadata; empty without one."""
        for tags in (*self._bands[:1], self._envi, self._file):
            for name in _UNIT_NAMES:
                if tags.get(name):
                    return tags[name][:MAX_NUMBER_LENGTH]
        for name in self._dimensions():
            if self._file.get(f"{name}#units"):
                return self._file[f"{name}#units"][:MAX_NUMBER_LENGTH]
        return ""

    def _listed(self, tags: Mapping[str, str], names: Sequence[str]) -> Values:
        """A list with an entry per band, separated by commas or blanks, with or without braces."""
        for name in names:
            text = tags.get(name, "")
            if len(text) > MAX_NUMBER_LENGTH * (self._total + 1):
                continue
            text = text.strip("{}[]() \n")
            values = [_number(part) for part in re.split(r"[,\s]+", text) if part]
            if len(values) == self._total:
                return [values[index - 1] for index in self._indexes]
        return []

    def _dimensions(self) -> list[str]:
        keys = self._bands[0] if self._bands else {}
        return [
            key.removeprefix(_DIMENSION)
            for key in keys
            if key.startswith(_DIMENSION) and any(word in key for word in _SPECTRAL)
        ]

    def _dimension(self) -> Values:
        for name in self._dimensions():
            return _column(self._bands, (_DIMENSION + name,))
        return []

    def _first_complete(self, *sources: Values) -> list[float]:
        for values in sources:
            if len(values) == self._count and all(value is not None for value in values):
                return [float(value) for value in values if value is not None]
        return []


def _lowered(tags: Mapping[str, str]) -> dict[str, str]:
    return {key.lower(): value for key, value in tags.items()}


def _column(tags: Sequence[Mapping[str, str]], names: Sequence[str]) -> Values:
    """The numbers under the first of the names that all bands have; empty without."""
    for name in names:
        values = [_number(entry.get(name)) for entry in tags]
        if values and all(value is not None for value in values):
            return values
    return []


def _number(text: str | None) -> float | None:
    """The finite number in a text, which may be followed by its unit."""
    if text is None or len(text) > MAX_NUMBER_LENGTH:
        return None
    match = _NUMBER_WITH_UNIT.search(text)
    value = parse_number(match.group(1) if match else text)
    return value if value is not None and math.isfinite(value) else None


def _nanometres_in(text: str) -> float | None:
    match = _NUMBER_WITH_UNIT.search(text)
    if match is None:
        return None
    return float(match.group(1)) * (1.0 if match.group(2).lower().startswith("n") else 1000.0)


def _bare_number_in(text: str) -> float | None:
    match = _FIRST_DECIMAL.search(text)
    return float(match.group(0)) if match else None


def unit_factor(unit: str) -> float | None:
    """The factor from a unit of length to nanometres; None for other units."""
    name = unit.strip().lower()
    if name == "m":
        return 1e9
    return next((factor for start, factor in _UNITS if name.startswith(start)), None)


def _nanometres(values: list[float], unit: str) -> list[float]:
    if not values or min(values) <= 0 or len(set(values)) < min(3, len(values)):
        return []
    factor = unit_factor(unit)
    if factor is None:
        factor = 1000.0 if max(values) < MAX_MICROMETRES else 1.0
    converted = [value * factor for value in values]
    # excludes band numbers and units that are not lengths (wavenumbers, "Index")
    return converted if min(converted) >= 100 and max(converted) <= 30_000 else []


def _widths(values: list[float], unit: str) -> list[float]:
    if not values or min(values) <= 0:
        return []
    factor = unit_factor(unit)
    if factor is None or (factor == 1.0 and max(values) < MIN_BAND_WIDTH):
        factor = 1000.0 if max(values) < MIN_BAND_WIDTH else 1.0
    return [value * factor for value in values]


def to_nanometres(values: list[float], unit: str) -> list[float]:
    """Wavelengths in nanometres; none where they cannot be wavelengths."""
    return _nanometres(values, unit) if all(map(math.isfinite, values)) else []


def widths_to_nanometres(values: list[float], unit: str) -> list[float]:
    """Widths of bands in nanometres; none where they cannot be widths."""
    return _widths(values, unit) if all(map(math.isfinite, values)) else []
