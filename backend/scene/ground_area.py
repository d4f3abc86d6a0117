"""The ground area of the pixels of a raster, in any coordinate reference system.

The sides of pixels are measured on the ellipsoid, since coordinates may be degrees, and projections
may distort areas (EPSG:3857 enlarges them 4.5 times at 62° N).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import rasterio.warp
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import CRSError, RasterioError
from rasterio.windows import Window

from ..compute.subsampling import evenly_spaced
from .grid import Grid

#: The semi-major axis in metres and the squared eccentricity of WGS 84.
_AXIS, _ECCENTRICITY = 6_378_137.0, 0.006_694_379_990_14
#: The shortest distance that sides are measured over, since coordinates are rounded.
_MIN_SIDE_METRES = 50.0
#: Pixels per axis at which areas are measured, and the largest ratio of areas for which that is
#: enough; the areas of other pixels are interpolated.
_NODES = ((17, 1.05), (65, 1.5), (257, np.inf))
#: The relative difference up to which areas are treated as equal.
AREA_TOLERANCE = 1e-3


@dataclass(frozen=True)
class PixelAreas:
    """Areas of the pixels of a grid in square metres, measured at nodes and interpolated."""

    rows: npt.NDArray[np.int64]  # of the nodes
    columns: npt.NDArray[np.int64]
    values: npt.NDArray[np.float64]  # (rows, columns)
    mean: float  # of all pixels

    @property
    def differ(self) -> bool:
        """Whether areas differ, so that counting pixels is not enough."""
        return float(self.values.max() / self.values.min()) > 1 + AREA_TOLERANCE

    def window(self, window: Window) -> npt.NDArray[np.float64]:
        """The areas of the pixels of a window."""
        down = _weights(self.rows, window.row_off + np.arange(window.height))
        across = _weights(self.columns, window.col_off + np.arange(window.width))
        areas: npt.NDArray[np.float64] = down @ self.values @ across.T
        return areas


def pixel_areas(grid: Grid) -> PixelAreas | None:
    """The areas of the pixels of a grid; None where they cannot be measured.

    That is the case without a coordinate reference system, with one of a local plan or of another
    celestial body, and where some pixels lie outside the domain of the projection.
    """
    if grid.crs is None:
        return None
    for nodes, ratio in _NODES:
        rows, columns = _node_positions(grid.height, nodes), _node_positions(grid.width, nodes)
        measured = _measure_areas(grid, rows, columns)
        if measured is None:
            return None
        values = measured
        if values.max() <= ratio * values.min():
            break
    down = _weights(rows, np.arange(grid.height)).sum(axis=0)
    across = _weights(columns, np.arange(grid.width)).sum(axis=0)
    mean = float(down @ values @ across) / (grid.height * grid.width)
    return PixelAreas(rows, columns, values, mean)


def _node_positions(size: int, nodes: int) -> npt.NDArray[np.int64]:
    return evenly_spaced(size, nodes)


def _weights(
    nodes: npt.NDArray[np.int64], positions: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64]:
    """Weights (positions, nodes) of linear interpolation."""
    if len(nodes) == 1:
        return np.ones((len(positions), 1))
    after = np.clip(np.searchsorted(nodes, positions, side="right"), 1, len(nodes) - 1)
    share = (positions - nodes[after - 1]) / (nodes[after] - nodes[after - 1])
    weights = np.zeros((len(positions), len(nodes)))
    index = np.arange(len(positions))
    weights[index, after - 1] = 1 - share
    weights[index, after] += share
    return weights


def _measure_areas(
    grid: Grid, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]
) -> npt.NDArray[np.float64] | None:
    """Areas (rows, columns) of pixels; None where one of them cannot be measured."""
    y, x = (part.ravel() + 0.5 for part in np.meshgrid(rows, columns, indexing="ij"))
    half = 0.5
    for _ in range(2):
        right = _to_earth_centred(grid, x + half, y)
        left = _to_earth_centred(grid, x - half, y)
        below = _to_earth_centred(grid, x, y + half)
        above = _to_earth_centred(grid, x, y - half)
        if right is None or left is None or below is None or above is None:
            return None
        areas = np.linalg.norm(np.cross(right - left, below - above), axis=1) / (2 * half) ** 2
        if not (areas > 0).all():
            return None
        longer = max(0.5, _MIN_SIDE_METRES / float(np.sqrt(np.median(areas))))
        if longer == half:
            break
        half = longer
    measured: npt.NDArray[np.float64] = areas.reshape(len(rows), len(columns))
    return measured


def _to_earth_centred(
    grid: Grid, columns: npt.NDArray[np.floating], rows: npt.NDArray[np.floating]
) -> npt.NDArray[np.float64] | None:
    """Positions (points, 3) on the ellipsoid in metres from the centre of the earth."""
    transform = grid.transform
    xs = transform.a * columns + transform.b * rows + transform.c
    ys = transform.d * columns + transform.e * rows + transform.f
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
