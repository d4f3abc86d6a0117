"""Reads a scene for the panel: the spectrum of a pixel, the pixels of a polygon, a subsample.

It uses the GDAL of QGIS, as the layer does. An open cube belongs to one thread.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from osgeo import gdal, ogr

from ..bridge.errors import BridgeError
from ..bridge.translation import tr
from .arrays import BoolArray, FloatArray, IndexArray

#: Column, row, width and height.
Window = tuple[int, int, int, int]

#: Without a unit, wavelengths up to this are micrometres.
MAX_MICROMETRES = 30.0
#: Side of the window in which the spectra of a polygon are averaged.
SAMPLE_SIDE = 48
#: Spectra of single pixels that are kept of a polygon.
KEPT_SPECTRA = 12
#: Above this, the pixels of a polygon are computed from its area instead of counted.
MAX_COUNTED_PIXELS = 4_000_000
#: Values that are read at once.
MAX_VALUES_READ = 4_000_000
NUMBER = re.compile(r"\d+(?:\.\d+)?")
NUMBER_WITH_UNIT = re.compile(
    r"(?<!\d)(\d+(?:\.\d+)?)\s*(nm|nanomet|um|µm|μm|micromet)", re.IGNORECASE
)


@dataclass(frozen=True)
class CubeBand:
    """A band: its number, its wavelength in nanometres if known, and whether it is bad."""

    number: int
    wavelength: float | None
    bad: bool


@dataclass(frozen=True)
class PolygonSample:
    """The number of pixels of a polygon, and the mean spectrum of a sample of them.

    Some of their spectra (bands, pixels) are kept to estimate the spread of a class.
    """

    pixels: int
    spectrum: FloatArray | None
    sampled: int
    spectra: FloatArray | None = None


@dataclass(frozen=True)
class LabelledPixels:
    """Rows and columns of pixels, and their spectra (bands, pixels)."""

    rows: IndexArray
    columns: IndexArray
    values: FloatArray


class Cube:
    """An open scene."""

    def __init__(self, source: str):
        try:
            self._dataset = gdal.OpenEx(source, gdal.OF_RASTER)
        except RuntimeError:  # if another plugin has enabled the exceptions of GDAL
            self._dataset = None
        if self._dataset is None:
            raise BridgeError(
                "scene.unreadable",
                tr("The image cannot be opened: {}").format(source),
                tr("Check that the file exists and opens in QGIS as a raster layer."),
            )
        self.width, self.height = self._dataset.RasterXSize, self._dataset.RasterYSize
        transform = self._dataset.GetGeoTransform()
        if tuple(transform) == (0, 1, 0, 0, 0, 1):
            # An image without georeference: in QGIS, rows have coordinates from 0 downwards.
            transform = (0, 1, 0, 0, 0, -1)
        self.transform = tuple(transform)
        self._inverse = gdal.InvGeoTransform(self.transform)
        self.bands = read_bands(self._dataset)

    @property
    def projection(self) -> str:
        """The coordinate reference system as WKT."""
        return self._dataset.GetProjection()

    @property
    def pixel_area(self) -> float:
        """The area of a pixel in units of its coordinate system."""
        return abs(self.transform[1] * self.transform[5] - self.transform[2] * self.transform[4])

    def read(
        self,
        numbers: Sequence[int],
        window: Window,
        size: tuple[int, int] | None = None,
    ) -> FloatArray:
        """Bands of a window (column, row, width, height), with NaN where there is no data."""
        width, height = size or window[2:]
        values = np.empty((len(numbers), height, width), np.float32)
        for index, number in enumerate(numbers):
            band = self._dataset.GetRasterBand(number)
            nodata = None
            try:
                found = band.ReadAsArray(*window, buf_xsize=width, buf_ysize=height)
                if band.GetMaskFlags() & gdal.GMF_NODATA:  # which handles a rounded no-data value
                    mask = band.GetMaskBand()
                    nodata = mask.ReadAsArray(*window, buf_xsize=width, buf_ysize=height) == 0
            except RuntimeError:  # if another plugin has enabled the exceptions of GDAL
                found = None
            if found is None:
                raise BridgeError(
                    "scene.unreadable",
                    tr("Band {} of the image cannot be read.").format(number),
                    tr("Check that the file is complete."),
                )
            values[index] = found
            if nodata is not None:
                values[index][nodata] = np.nan
        values[:, (np.nan_to_num(values) == 0).all(axis=0)] = np.nan
        return values

    def spectrum_at(self, x: float, y: float) -> FloatArray | None:
        """The values of all bands at a location; None outside and where there is no data."""
        column, row = (math.floor(value) for value in self._pixel(x, y))
        if not (0 <= column < self.width and 0 <= row < self.height):
            return None
        found = self.read([band.number for band in self.bands], (column, row, 1, 1))[:, 0, 0]
        return None if np.isnan(found).all() else found

    def polygon_sample(self, wkb: bytes) -> PolygonSample:
        """The pixels of a geometry in the coordinate reference system of the scene."""
        polygon = ogr.CreateGeometryFromWkb(bytes(wkb))
        bounds = self._bounds(polygon)
        width, height = bounds[2:]
        if width <= 0 or height <= 0:
            return PolygonSample(0, None, 0)
        if width * height > MAX_COUNTED_PIXELS:
            extent = polygon.GetArea() or polygon.Length() * math.sqrt(self.pixel_area)
            pixels = round(extent / self.pixel_area)
        else:
            # A polygon without a pixel centre labels the pixel that it lies in.
            pixels = int(self._rasterize(polygon, bounds).sum()) or 1
        interior_point = polygon.PointOnSurface()
        middle = self._pixel(interior_point.GetX(), interior_point.GetY())
        window = _window_around(middle, bounds, SAMPLE_SIDE)
        covered = self._rasterize(polygon, window)
        if not covered.any():
            covered[min(int(middle[1]) - window[1], window[3] - 1)][
                min(int(middle[0]) - window[0], window[2] - 1)
            ] = True
        values = self.read([band.number for band in self.bands], window)[:, covered]
        values = values[:, ~np.isnan(values).all(axis=0)]
        if not values.shape[1]:
            return PolygonSample(pixels, None, 0)
        valid = ~np.isnan(values)
        counts = valid.sum(axis=1)
        sums = np.where(valid, values, 0).sum(axis=1)
        mean = np.divide(sums, counts, out=np.full(len(sums), np.nan), where=counts > 0)
        step = -(-values.shape[1] // KEPT_SPECTRA)
        return PolygonSample(pixels, mean, values.shape[1], values[:, ::step].copy())

    def labelled_pixels(self, wkb: bytes) -> Iterator[LabelledPixels]:
        """The pixels that a geometry labels, in parts of a bounded size."""
        geometry = ogr.CreateGeometryFromWkb(bytes(wkb))
        left, top, width, height = self._bounds(geometry)
        numbers = [band.number for band in self.bands]
        side = max(1, math.isqrt(MAX_VALUES_READ // len(numbers)))
        found = False
        for row in range(top, top + height, side):
            for column in range(left, left + width, side):
                window = (
                    column,
                    row,
                    min(side, left + width - column),
                    min(side, top + height - row),
                )
                mask = self._rasterize(geometry, window)
                rows, columns = np.nonzero(mask)
                if len(rows):
                    found = True
                    values = self.read(numbers, window)[:, mask]
                    yield LabelledPixels(row + rows, column + columns, values)
        if not found and width > 0 and height > 0:
            # A polygon without a pixel centre labels the pixel that it lies in.
            inside = geometry.PointOnSurface()
            position = self._pixel(inside.GetX(), inside.GetY())
            column, row = (math.floor(value) for value in position)
            if 0 <= column < self.width and 0 <= row < self.height:
                values = self.read(numbers, (column, row, 1, 1))[:, 0, :]
                yield LabelledPixels(np.array([row]), np.array([column]), values)

    def centres(self, columns: IndexArray, rows: IndexArray) -> tuple[FloatArray, FloatArray]:
        """The coordinates of the centres of pixels."""
        t = self.transform
        column, row = columns + 0.5, rows + 0.5
        return t[0] + column * t[1] + row * t[2], t[3] + column * t[4] + row * t[5]

    def _bounds(self, geometry: ogr.Geometry) -> Window:
        """The window around a geometry, inside of the scene; without size where it is outside."""
        left, right, bottom, top = geometry.GetEnvelope()
        corners = [self._pixel(x, y) for x in (left, right) for y in (bottom, top)]
        sides = (self.width, self.height)
        first, last = [], []
        for axis, side in enumerate(sides):
            positions = [corner[axis] for corner in corners]
            # A point or a straight line has no extent of its own.
            first.append(max(0, math.floor(min(positions))))
            last.append(min(side, max(math.ceil(max(positions)), math.floor(min(positions)) + 1)))
        return first[0], first[1], max(0, last[0] - first[0]), max(0, last[1] - first[1])

    def _pixel(self, x: float, y: float) -> tuple[float, float]:
        """Column and row of a location."""
        a = self._inverse
        return a[0] + a[1] * x + a[2] * y, a[3] + a[4] * x + a[5] * y

    def _rasterize(self, polygon: ogr.Geometry, window: Window) -> BoolArray:
        """A mask of the pixels of a window that a geometry labels."""
        column, row, width, height = window
        t = self.transform
        target = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
        target.SetGeoTransform(
            (
                t[0] + column * t[1] + row * t[2], t[1], t[2],
                t[3] + column * t[4] + row * t[5], t[4], t[5],
            )
        )  # fmt: skip
        target.SetProjection(self.projection)
        # The driver for vectors in memory was renamed in GDAL 3.11.
        driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
        source = driver.CreateDataSource("")
        layer = source.CreateLayer("", target.GetSpatialRef(), ogr.wkbUnknown)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(polygon)
        layer.CreateFeature(feature)
        # A line labels the pixels that it touches.
        options = ["ALL_TOUCHED=TRUE"] if polygon.GetDimension() == 1 else []
        gdal.RasterizeLayer(target, [1], layer, burn_values=[1], options=options)
        mask: BoolArray = target.ReadAsArray().astype(bool)
        return mask


def _window_around(middle: tuple[float, float], window: Window, side: int) -> Window:
    """The part of a window around a location with at most this many pixels per side."""
    column, row, width, height = window
    wide, high = min(width, side), min(height, side)
    left = min(max(int(middle[0]) - wide // 2, column), column + width - wide)
    top = min(max(int(middle[1]) - high // 2, row), row + height - high)
    return left, top, wide, high


def read_bands(dataset: gdal.Dataset) -> list[CubeBand]:
    """The bands of an open dataset with wavelengths and bad bands from its metadata."""
    count = dataset.RasterCount
    bands = [dataset.GetRasterBand(number) for number in range(1, count + 1)]
    envi = {key.lower(): text for key, text in (dataset.GetMetadata("ENVI") or {}).items()}
    unit = (envi.get("wavelength_units") or envi.get("wavelength units") or "").lower()
    tagged = [_number(band.GetMetadataItem("wavelength")) for band in bands]
    listed = [float(text) for text in NUMBER.findall(envi.get("wavelength", ""))]
    imagery = [_number(band.GetMetadataItem("CENTRAL_WAVELENGTH_UM", "IMAGERY")) for band in bands]
    from_names = [_wavelength_in_name(band.GetDescription()) for band in bands]
    found: list[float | None] = [None] * count
    sources: tuple[tuple[Sequence[float | None], float], ...] = (
        (tagged, _factor(bands[0].GetMetadataItem("wavelength_units"), tagged)),
        (listed, _factor(unit, listed)),
        (imagery, 1000.0),
        (from_names, 1.0),
    )
    for values, factor in sources:
        known = [value for value in values if value is not None]
        if len(values) == len(known) == count:
            found = [value * factor for value in known]
            break
    marks = [_number(band.GetMetadataItem("bbl")) for band in bands]
    if any(mark is None for mark in marks):
        marks = [float(text) for text in NUMBER.findall(envi.get("bbl", ""))]
    good = marks if len(marks) == count else [1.0] * count
    return [CubeBand(index + 1, found[index], good[index] == 0) for index in range(count)]


def _number(text: str | None) -> float | None:
    match = NUMBER.search(text or "")
    return float(match.group()) if match else None


def _wavelength_in_name(text: str) -> float | None:
    """The wavelength in a band's name in nanometres; a number without a unit is ignored."""
    match = NUMBER_WITH_UNIT.search(text or "")
    if match is None:
        return None
    return float(match.group(1)) * (1 if match.group(2).lower().startswith("n") else 1000)


def _factor(unit: str | None, values: Sequence[float | None]) -> float:
    """The factor that converts these wavelengths to nanometres."""
    name = (unit or "").lower()
    if name.startswith(("nano", "nm")):
        return 1.0
    if name.startswith(("micro", "um", "µm", "μm")):
        return 1000.0
    valid = [value for value in values if value is not None]
    return 1000.0 if valid and max(valid) < MAX_MICROMETRES else 1.0
