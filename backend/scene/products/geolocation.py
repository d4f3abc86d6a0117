"""Locates pixels in sensor geometry on a map grid: by lookup tables, or by location arrays.

With location arrays, which give latitude and longitude of every pixel, each map pixel shows the
nearest pixel of the sensor. The arrays are read in tiles, as windows of the map need them.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt
import rasterio.warp
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from ..grid import Grid
from .hdf5_source import Positions

#: Lines and samples of a tile of the location arrays.
TILE = 64
#: Tiles of the map, and of the location arrays, whose positions are kept.
MAX_CACHED_TILES = 128
#: Location arrays are interpolated to this many positions between pixels at most.
MAX_DENSITY = 6
#: More pixels than any sensor records in one file.
MAX_SENSOR_PIXELS = 2**28
#: Pixels of the grid per pixel of the sensor: more means that the arrays are damaged.
MAX_GRID_RATIO = 16
_MAX_GRID_OFFSET = 10**6
#: Latitude from which on UTM is not defined.
_POLAR_LATITUDE = 84.0
_GEOGRAPHIC = CRS.from_epsg(4326)

Float = npt.NDArray[np.float64]


@dataclass(frozen=True)
class LookupTable:
    """A geolocation lookup table (GLT): line and sample, from 1, of every pixel of the map."""

    lines: h5py.Dataset
    samples: h5py.Dataset
    #: Lines and samples of the sensor.
    shape: tuple[int, int]
    fill: float | None = None
    description: str = (
        "The pixels are resampled from sensor geometry to the map grid by the lookup table of the "
        "product (nearest neighbour)."
    )

    def lookup(self, window: Window) -> Positions:
        """Line and sample, from 0, of every pixel of a window of the map; -1 where none is."""
        rows = slice(window.row_off, window.row_off + window.height)
        columns = slice(window.col_off, window.col_off + window.width)
        found = [self._integers(table[rows, columns]) for table in (self.lines, self.samples)]
        lines, samples = found
        inside = (lines > 0) & (samples > 0)
        inside &= (lines <= self.shape[0]) & (samples <= self.shape[1])
        return np.where(inside, lines - 1, -1), np.where(inside, samples - 1, -1)

    def _integers(self, stored: npt.NDArray[np.generic]) -> npt.NDArray[np.int64]:
        values = np.nan_to_num(stored.astype(np.float64), nan=0.0, posinf=0.0, neginf=0.0)
        if self.fill is not None:
            values[values == self.fill] = 0.0
        # negative entries mark pixels that were filled from their neighbours
        return np.minimum(np.abs(values), 2**40).astype(np.int64)


class LocationArrays:
    """Latitude and longitude of every pixel of the sensor, and the grid that they cover."""

    def __init__(self, latitude: h5py.Dataset, longitude: h5py.Dataset, grid: Grid | None = None):
        """Cover the area with a UTM grid of the sensor's resolution where no grid is given."""
        if latitude.shape != longitude.shape or min(latitude.shape) < 2:
            raise ValueError("its location arrays differ in size or are too small")
        if latitude.size > MAX_SENSOR_PIXELS:
            raise ValueError("its location arrays are too large")
        self._latitude, self._longitude = latitude, longitude
        middle_latitude, self._middle_longitude = self._middle()
        self.crs = grid.crs if grid and grid.crs else self._utm(middle_latitude)
        self._tiles = list(self._make_tiles())
        ranges = np.array([self._range(tile) for tile in self._tiles])
        found = ~np.isnan(ranges[:, 0])
        if not found.any():
            raise ValueError("its location arrays hold no positions")
        self._tiles = [tile for tile, keep in zip(self._tiles, found, strict=True) if keep]
        spacing = self._spacing()
        boxes = self._boxes_of(ranges[found], spacing)
        self.grid = grid or self._cover(boxes, spacing)
        self._to_pixels = ~self.grid.transform
        pixel = math.sqrt(abs(self.grid.transform.determinant))
        self._density = int(np.clip(math.ceil(1.5 * spacing / pixel) + 1, 2, MAX_DENSITY))
        # the boxes in pixels of the grid: left, top, right, bottom
        corners = [self._to_pixels @ (boxes[:, x], boxes[:, y]) for x in (0, 2) for y in (1, 3)]
        columns, rows = np.stack([c[0] for c in corners]), np.stack([c[1] for c in corners])
        self._boxes = np.column_stack(
            [columns.min(axis=0), rows.min(axis=0), columns.max(axis=0), rows.max(axis=0)]
        )
        self._found: dict[tuple[int, int, int, int], Positions] = {}
        self._pixels: dict[int, tuple[Float, Float]] = {}

    @property
    def description(self) -> str:
        """How the pixels were resampled, for the log."""
        transform = self.grid.transform
        size = math.hypot(transform.a, transform.d)
        return (
            "The pixels are resampled from sensor geometry to a map grid by the location arrays of "
            f"the product (nearest neighbour): {self.grid.width} × {self.grid.height} pixels of "
            f"{size:g} m, {self.crs.to_string() if self.crs else ''}."
        )

    def lookup(self, window: Window) -> Positions:
        """Line and sample, from 0, of every pixel of a window of the map; -1 where none is."""
        key = (window.row_off, window.col_off, window.height, window.width)
        if key not in self._found:
            _limit(self._found)
            self._found[key] = self._find(window)
        return self._found[key]

    def _find(self, window: Window) -> Positions:
        lines = np.full(window.height * window.width, -1, np.int64)
        samples = lines.copy()
        left, top, right, bottom = self._boxes.T
        near = (left < window.col_off + window.width) & (right >= window.col_off)
        near &= (top < window.row_off + window.height) & (bottom >= window.row_off)
        candidates = [self._candidates(int(index), window) for index in np.flatnonzero(near)]
        if candidates:
            target, distance, line, sample = (
                np.concatenate(values) for values in zip(*candidates, strict=True)
            )
            order = np.argsort(-distance, kind="stable")  # the nearest is assigned last
            lines[target[order]] = line[order]
            samples[target[order]] = sample[order]
        shape = (window.height, window.width)
        return lines.reshape(shape), samples.reshape(shape)

    def _candidates(
        self, number: int, window: Window
    ) -> tuple[npt.NDArray[np.int64], Float, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Pixels of the window, and for each a pixel of the sensor with its squared distance."""
        tile = self._tiles[number]
        columns, rows = self._pixel_positions(number)
        height, width = columns.shape
        line, sample = np.meshgrid(
            np.arange(height) + tile[0].start, np.arange(width) + tile[1].start, indexing="ij"
        )
        found = []
        steps = [step / self._density for step in range(self._density)]
        for down in steps:
            for across in steps:
                inner = (slice(0, height - (down > 0)), slice(0, width - (across > 0)))
                nearest = (_shift(inner[0], down >= 0.5), _shift(inner[1], across >= 0.5))
                column = np.floor(_between(columns, down, across))
                row = np.floor(_between(rows, down, across))
                inside = (column >= window.col_off) & (column < window.col_off + window.width)
                inside &= (row >= window.row_off) & (row < window.row_off + window.height)
                distance = (columns[nearest] - column - 0.5) ** 2 + (rows[nearest] - row - 0.5) ** 2
                inside &= np.isfinite(distance)
                target = (row[inside] - window.row_off) * window.width
                target += column[inside] - window.col_off
                found.append(
                    (
                        target.astype(np.int64),
                        distance[inside],
                        line[nearest][inside],
                        sample[nearest][inside],
                    )
                )
        target, distance, lines, samples = (
            np.concatenate(values) for values in zip(*found, strict=True)
        )
        return target, distance, lines, samples

    def _pixel_positions(self, number: int) -> tuple[Float, Float]:
        """Columns and rows, in pixels of the grid, of the pixels of a tile."""
        if number not in self._pixels:
            _limit(self._pixels)
            columns, rows = self._to_pixels @ self._positions(self._tiles[number])
            self._pixels[number] = (columns, rows)
        return self._pixels[number]

    def _positions(self, tile: tuple[slice, slice]) -> tuple[Float, Float]:
        """Map coordinates of the pixels of a tile; NaN where they are unknown."""
        return self._project(*self._degrees(tile))

    def _project(self, latitude: Float, longitude: Float) -> tuple[Float, Float]:
        x, y = np.full(latitude.shape, np.nan), np.full(latitude.shape, np.nan)
        known = ~np.isnan(latitude)
        if known.any():
            xs, ys = rasterio.warp.transform(
                _GEOGRAPHIC, self.crs, longitude[known], latitude[known]
            )
            x[known], y[known] = xs, ys
            impossible = ~(np.isfinite(x) & np.isfinite(y))
            x[impossible], y[impossible] = np.nan, np.nan
        return x, y

    def _degrees(self, tile: tuple[slice, slice]) -> tuple[Float, Float]:
        latitude = self._latitude[tile].astype(np.float64)
        longitude = self._longitude[tile].astype(np.float64)
        with np.errstate(invalid="ignore"):
            unknown = ~((np.abs(latitude) <= 90) & (np.abs(longitude) <= 360))
        latitude[unknown], longitude[unknown] = np.nan, np.nan
        # so that an area across the 180th meridian has no gap
        start = self._middle_longitude - 180
        return latitude, (longitude - start) % 360 + start

    def _make_tiles(self) -> Iterator[tuple[slice, slice]]:
        """Tiles that share a line and a sample with the next, so that nothing lies between them."""
        lines, samples = self._latitude.shape
        for top in range(0, lines - 1, TILE):
            for left in range(0, samples - 1, TILE):
                yield (
                    slice(top, min(top + TILE + 1, lines)),
                    slice(left, min(left + TILE + 1, samples)),
                )

    def _range(self, tile: tuple[slice, slice]) -> tuple[float, float, float, float]:
        """Smallest and largest latitude and longitude of a tile."""
        latitude, longitude = self._degrees(tile)
        if np.isnan(latitude).all():
            return (math.nan,) * 4
        return (
            float(np.nanmin(latitude)), float(np.nanmax(latitude)),
            float(np.nanmin(longitude)), float(np.nanmax(longitude)),
        )  # fmt: skip

    def _boxes_of(self, ranges: Float, margin: float) -> Float:
        """Left, bottom, right and top of tiles in map coordinates, with a margin.

        Only a few points of the outline of each range are projected, which is much quicker than
        all of its pixels; what lies between them is within the margin.
        """
        south, north, west, east = (column[:, None] for column in ranges.T)
        part = np.linspace(0, 1, 5)
        along, up = south + part * (north - south), west + part * (east - west)
        latitude = np.hstack([along, along, np.tile(south, 5), np.tile(north, 5)])
        longitude = np.hstack([np.tile(west, 5), np.tile(east, 5), up, up])
        x, y = self._project(latitude, longitude)
        if np.isnan(x).any():
            raise ValueError("its location arrays are impossible")
        return np.column_stack(
            [
                x.min(axis=1) - margin, y.min(axis=1) - margin,
                x.max(axis=1) + margin, y.max(axis=1) + margin,
            ]
        )  # fmt: skip

    def _sample_tiles(self) -> list[tuple[slice, slice]]:
        tiles = self._tiles
        return tiles[:: max(1, len(tiles) // 16)]

    def _spacing(self) -> float:
        """The typical distance of neighbouring pixels, in units of the map."""
        distances = []
        for tile in self._sample_tiles():
            x, y = self._positions(tile)
            for axis in (0, 1):
                found = np.hypot(np.diff(x, axis=axis), np.diff(y, axis=axis))
                distances.append(found[np.isfinite(found)])
        every = np.concatenate(distances)
        every = every[every > 0]
        if not len(every):
            raise ValueError("its location arrays do not differ from pixel to pixel")
        return float(np.median(every))

    def _middle(self) -> tuple[float, float]:
        """Latitude and longitude of the middle of the area."""
        lines, samples = self._latitude.shape
        step = (max(1, lines // 32), max(1, samples // 32))
        tile = (slice(0, lines, step[0]), slice(0, samples, step[1]))
        self._middle_longitude = 0.0
        latitude, longitude = self._degrees(tile)
        known = ~np.isnan(latitude)
        if not known.any():
            raise ValueError("its location arrays hold no positions")
        angles = np.radians(longitude[known])
        east = math.degrees(math.atan2(np.sin(angles).mean(), np.cos(angles).mean()))
        return float(np.median(latitude[known])), east

    def _utm(self, latitude: float) -> CRS:
        """The UTM zone of the middle of the area, or a polar projection."""
        if abs(latitude) > _POLAR_LATITUDE:
            return CRS.from_epsg(3413 if latitude > 0 else 3031)
        zone = int((self._middle_longitude + 180) // 6) % 60 + 1
        return CRS.from_epsg((32600 if latitude >= 0 else 32700) + zone)

    def _cover(self, boxes: Float, spacing: float) -> Grid:
        """A grid of the sensor's resolution over the area."""
        digits = 1 - math.floor(math.log10(spacing))
        size = round(spacing, digits)
        left, bottom, right, top = (self._extreme(boxes, side) for side in range(4))
        west, north = math.floor(left / size) * size, math.ceil(top / size) * size
        width = math.floor((right - west) / size) + 1
        height = math.floor((north - bottom) / size) + 1
        if width * height > MAX_GRID_RATIO * self._latitude.size + _MAX_GRID_OFFSET:
            raise ValueError("its location arrays are impossible")
        return Grid(width, height, Affine(size, 0, west, 0, -size, north), self.crs)

    def _extreme(self, boxes: Float, side: int) -> float:
        """The outermost position on one side: left, bottom, right or top.

        Tiles are read from the outside until no box of another reaches further.
        """
        sign = 1 if side < 2 else -1
        limits = sign * boxes[:, side]
        best = math.inf
        for index in np.argsort(limits, kind="stable"):
            if limits[index] >= best:
                break
            values = self._positions(self._tiles[index])[side % 2]
            best = min(best, float(np.nanmin(sign * values)))
        return sign * best


def _between(values: Float, down: float, across: float) -> Float:
    """Values at a fraction of the way to the next line and the next sample."""
    if down:
        values = (1 - down) * values[:-1] + down * values[1:]
    if across:
        values = (1 - across) * values[:, :-1] + across * values[:, 1:]
    return values


def _shift(part: slice, is_next: bool) -> slice:
    return slice(part.start + is_next, part.stop + is_next)


def _limit(cache: dict[Any, Any]) -> None:
    """Remove the oldest entry of a cache that is full."""
    if len(cache) >= MAX_CACHED_TILES:
        del cache[next(iter(cache))]
