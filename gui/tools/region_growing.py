"""Grows a region of similar spectra from a pixel, inside a bounded window around it.

The distance of a pixel is the spectral angle in degrees, enlarged by the difference of brightness,
which separates bright from dark surfaces of flat spectra.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsGeometry

from ...bridge.errors import BridgeError
from ...bridge.translation import tr
from ..arrays import BoolArray, FloatArray
from ..cube import Cube

#: The window reaches this far to each side of the pixel that it was read for.
REACH = 80
#: A starting pixel this near to the edge of the window needs another window.
MARGIN = 40
#: Of more bands than these, a subsample is read.
MAX_BANDS = 48
#: Bands with data in a smaller share of the pixels are not compared.
COMPLETE_SHARE = 0.9
#: Pixels of a region.
MAX_PIXELS = 4000
#: Holes of fewer pixels are filled.
MIN_HOLE = 2.5
#: Degrees that a difference of brightness by a factor of e is worth.
BRIGHTNESS_DEGREES = 20.0
#: The pixels that the mean spectrum of a region is estimated from.
CORE_PIXELS, CORE_TOLERANCE = 25, 1.5


@dataclass(frozen=True)
class SpectralWindow:
    """The spectra around a pixel: directions (bands, rows, columns) and logarithms of lengths."""

    column: int
    row: int
    scene_size: tuple[int, int]
    directions: FloatArray
    log_lengths: FloatArray

    def contains(self, column: int, row: int) -> bool:
        """Whether a region can grow from this pixel in all directions of the scene."""
        return all(
            _is_inside(position, first, length, of_scene)
            for position, first, length, of_scene in (
                (column, self.column, self.log_lengths.shape[1], self.scene_size[0]),
                (row, self.row, self.log_lengths.shape[0], self.scene_size[1]),
            )
        )


def read_window(cube: Cube, column: int, row: int) -> SpectralWindow:
    """Read the spectra around a pixel; raises BridgeError outside of the scene."""
    if not (0 <= column < cube.width and 0 <= row < cube.height):
        raise BridgeError("scene.outside", tr("This location lies outside the scene."))
    left, top = max(0, column - REACH), max(0, row - REACH)
    width = min(cube.width, column + REACH + 1) - left
    height = min(cube.height, row + REACH + 1) - top
    numbers = [band.number for band in cube.bands if not band.bad]
    numbers = numbers or [band.number for band in cube.bands]
    step = math.ceil(len(numbers) / MAX_BANDS)
    values = cube.read(numbers[step // 2 :: step], (left, top, width, height))
    values = _complete_bands(values)
    lengths = np.sqrt((values.astype(np.float64) ** 2).sum(axis=0))
    with np.errstate(divide="ignore", invalid="ignore"):
        return SpectralWindow(
            left,
            top,
            (cube.width, cube.height),
            (values / lengths).astype(np.float32),
            np.log(lengths).astype(np.float32),
        )


def similar_region(window: SpectralWindow, column: int, row: int, tolerance: float) -> BoolArray:
    """The connected pixels of a window that are similar to one of them; none without data.

    They are compared with the mean of the pixels around the first one, which is less noisy.
    """
    x, y = column - window.column, row - window.row
    start = window.directions[:, y, x], float(window.log_lengths[y, x])
    core = grow(_distances(window, *start), x, y, CORE_TOLERANCE * tolerance, CORE_PIXELS)
    if not core.any():
        return core
    mean = window.directions[:, core].mean(axis=1)
    length = float(window.log_lengths[core].mean())
    found = _distances(window, mean / np.linalg.norm(mean), length)
    found[y, x] = 0
    return grow(found, x, y, tolerance, MAX_PIXELS)


def grow(found: FloatArray, x: int, y: int, tolerance: float, limit: int) -> BoolArray:
    """The pixels within a tolerance that are connected by their sides, the nearest first."""
    height, width = found.shape
    # A frame around the window, so that no step leaves it.
    stride = width + 2
    free = np.zeros((height + 2, stride), bool)
    free[1:-1, 1:-1] = found <= tolerance
    is_free = bytearray(free.tobytes())
    start = (y + 1) * stride + x + 1
    region: list[int] = []
    waiting = deque([start] if is_free[start] else [])
    is_free[start] = 0
    while waiting and len(region) < limit:
        pixel = waiting.popleft()
        region.append(pixel)
        for neighbour in (pixel - stride, pixel - 1, pixel + 1, pixel + stride):
            if is_free[neighbour]:
                is_free[neighbour] = 0
                waiting.append(neighbour)
    mask = np.zeros((height + 2, stride), bool)
    mask.flat[region] = True
    inside: BoolArray = mask[1:-1, 1:-1]
    return inside


def outline(mask: BoolArray, column: int, row: int) -> QgsGeometry:
    """The polygon around the pixels of a window at a column and row, in pixel coordinates."""
    height, width = mask.shape
    image = gdal.GetDriverByName("MEM").Create("", width, height, 1, gdal.GDT_Byte)
    image.SetGeoTransform((column, 1, 0, row, 0, 1))
    band = image.GetRasterBand(1)
    band.WriteArray(mask.astype(np.uint8))
    # The driver for vectors in memory was renamed in GDAL 3.11.
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
    source = driver.CreateDataSource("")
    layer = source.CreateLayer("", osr.SpatialReference(), ogr.wkbPolygon)
    gdal.Polygonize(band, band, layer, -1)
    polygons = []
    for feature in layer:
        polygon = QgsGeometry()
        polygon.fromWkb(bytes(feature.GetGeometryRef().ExportToWkb()))
        polygons.append(polygon)
    region = QgsGeometry.unaryUnion(polygons) if polygons else QgsGeometry()
    return region.removeInteriorRings(MIN_HOLE)


def _complete_bands(values: FloatArray) -> FloatArray:
    """The bands that have data nearly everywhere; pixels that lack one of them have no data."""
    values = np.where(np.isfinite(values), values, np.nan)
    has_data = ~np.isnan(values).all(axis=0)
    shares = (~np.isnan(values[:, has_data])).mean(axis=1) if has_data.any() else np.zeros(1)
    complete: FloatArray = values[shares >= COMPLETE_SHARE] if has_data.any() else values
    return complete


def _distances(window: SpectralWindow, direction: FloatArray, log_length: float) -> FloatArray:
    """The distance of each pixel to a spectrum; infinite without data."""
    cosines = np.einsum("brc,b->rc", window.directions, direction)
    angles = np.degrees(np.arccos(np.clip(cosines, -1, 1)))
    brightness = BRIGHTNESS_DEGREES * (window.log_lengths - log_length)
    found: FloatArray = np.nan_to_num(np.hypot(angles, brightness), nan=np.inf)
    return found


def _is_inside(position: int, first: int, length: int, of_scene: int) -> bool:
    low = first if first == 0 else first + MARGIN
    high = first + length if first + length == of_scene else first + length - MARGIN
    return low <= position < high
