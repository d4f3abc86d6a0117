"""How much ground the pixels of a raster cover, in any coordinate system.

A pixel's sides are measured on the ellipsoid, so that neither degrees nor projections that stretch
(EPSG:3857 makes areas at 62° N 4.5 times as large) come into it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import rasterio.warp
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError, RasterioError
from rasterio.windows import Window

from ..compute.subsampling import evenly_spaced
from .grid import Grid

#: Of WGS 84: half the longer axis in metres, and the squared eccentricity.
_AXIS, _ECCENTRICITY = 6_378_137.0, 0.006_694_379_990_14
#: Sides are measured over so many metres at least, since positions are known to some micrometres.
_MIN_SIDE_METRES = 50.0
#: Pixels along a side of which areas are measured, others lie between; up to which ratio of areas.
_NODES = ((17, 1.05), (65, 1.5), (257, np.inf))
#: Areas that differ by less than this share count as equal.
AREA_TOLERANCE = 1e-3


@dataclass(frozen=True)
class PixelAreas:
    """Square metres of the pixels of a grid, measured at some and interpolated between."""

    rows: np.ndarray  # of the measured pixels
    columns: np.ndarray
    values: np.ndarray  # (rows, columns)
    mean: float  # of all pixels

    @property
    def differ(self) -> bool:
        """Whether pixels differ so much in area that their number does not give it."""
        return float(self.values.max() / self.values.min()) > 1 + AREA_TOLERANCE

    def window(self, window: Window) -> np.ndarray:
        """The area of each pixel of a window."""
        down = _weights(self.rows, window.row_off + np.arange(window.height))
        across = _weights(self.columns, window.col_off + np.arange(window.width))
        return down @ self.values @ across.T


def pixel_areas(grid: Grid) -> PixelAreas | None:
    """The areas of a grid's pixels; None where its coordinate system does not give them.

    That is so without one, for plans and other bodies than the earth, and where some of the pixels
    lie beyond what a projection shows.
    """
    if grid.crs is None:
        return None
    for nodes, ratio in _NODES:
        rows, columns = _node_positions(grid.height, nodes), _node_positions(grid.width, nodes)
        values = _measure_areas(grid, rows, columns)
        if values is None:
            return None
        if values.max() <= ratio * values.min():
            break
    down = _weights(rows, np.arange(grid.height)).sum(axis=0)
    across = _weights(columns, np.arange(grid.width)).sum(axis=0)
    mean = float(down @ values @ across) / (grid.height * grid.width)
    return PixelAreas(rows, columns, values, mean)


def _node_positions(size: int, nodes: int) -> np.ndarray:
    return evenly_spaced(size, nodes)


def _weights(nodes: np.ndarray, positions: np.ndarray) -> np.ndarray:
    """Weights (places, nodes) of linear interpolation."""
    if len(nodes) == 1:
        return np.ones((len(positions), 1))
    after = np.clip(np.searchsorted(nodes, positions, side="right"), 1, len(nodes) - 1)
    share = (positions - nodes[after - 1]) / (nodes[after] - nodes[after - 1])
    weights = np.zeros((len(positions), len(nodes)))
    index = np.arange(len(positions))
    weights[index, after - 1] = 1 - share
    weights[index, after] += share
    return weights


def _measure_areas(grid: Grid, rows: np.ndarray, columns: np.ndarray) -> np.ndarray | None:
    """Areas (rows, columns) of pixels; None where not all can be measured."""
    y, x = (part.ravel() + 0.5 for part in np.meshgrid(rows, columns, indexing="ij"))
    half = 0.5
    for _ in range(2):
        sides = [
            _to_earth_centred(grid, x + dx * half, y + dy * half)
            for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))
        ]
        if any(side is None for side in sides):
            return None
        right, left, below, above = sides
        areas = np.linalg.norm(np.cross(right - left, below - above), axis=1) / (2 * half) ** 2
        if not (areas > 0).all():
            return None
        longer = max(0.5, _MIN_SIDE_METRES / float(np.sqrt(np.median(areas))))
        if longer == half:
            break
        half = longer
    return areas.reshape(len(rows), len(columns))


def _to_earth_centred(grid: Grid, columns: np.ndarray, rows: np.ndarray) -> np.ndarray | None:
    """Places of pixel coordinates on the ellipsoid, in metres from the middle of the earth."""
    xs, ys = grid.transform @ (columns, rows)
    try:
        found = rasterio.warp.transform(grid.crs, CRS.from_epsg(4326), xs, ys)
    except (CPLE_BaseError, RasterioError, CRSError):
        return None
    if not np.isfinite(found[:2]).all():
        return None
    longitude, latitude = (np.radians(part) for part in found[:2])
    radius = _AXIS / np.sqrt(1 - _ECCENTRICITY * np.sin(latitude) ** 2)
    return np.column_stack(
        [
            radius * np.cos(latitude) * np.cos(longitude),
            radius * np.cos(latitude) * np.sin(longitude),
            radius * (1 - _ECCENTRICITY) * np.sin(latitude),
        ]
    )
