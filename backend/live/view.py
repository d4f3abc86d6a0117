"""What is in view: cells of the scene at the resolution of the screen, each of some pixels."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.windows import Window

from ..core.errors import InvalidJob
from ..scene.grid import Grid

#: Cells per pixel of the screen, at most: with fewer, the map looks coarse.
MAX_CELLS_PER_SCREEN_PIXEL = 1.5
#: A larger screen is not mapped at its full resolution.
MAX_CELLS = 4_000_000
_MAX_SCREEN_SIDE = 2**15
_MAX_COORDINATE = 1e15
_NAMES = ("left", "bottom", "right", "top", "width", "height")

#: First and last + 1 of a range of cells along an axis.
Range = tuple[int, int]


@dataclass(frozen=True)
class ScreenView:
    """A rectangle in map coordinates, and its width and height in pixels of the screen."""

    left: float
    bottom: float
    right: float
    top: float
    width: int
    height: int

    @classmethod
    def parse(cls, values: Mapping[str, Any]) -> ScreenView:
        """From the option `view`."""
        numbers: list[float] = []
        for name in _NAMES:
            number = values.get(name)
            if not isinstance(number, (int, float)) or isinstance(number, bool):
                raise _invalid_view(values)
            if not -_MAX_COORDINATE <= number <= _MAX_COORDINATE:
                raise _invalid_view(values)
            numbers.append(float(number))
        left, bottom, right, top, width, height = numbers
        view = cls(left, bottom, right, top, round(width), round(height))
        sides = view.width, view.height
        if not (view.left < view.right and view.bottom < view.top) or not (
            min(sides) > 0 and max(sides) <= _MAX_SCREEN_SIDE
        ):
            raise _invalid_view(values)
        return view

    @property
    def corners(self) -> list[tuple[float, float]]:
        """The corners in map coordinates."""
        return [(x, y) for x in (self.left, self.right) for y in (self.bottom, self.top)]

    @property
    def pixel_area(self) -> float:
        """The area of a pixel of the screen in square map units."""
        area = (self.right - self.left) * (self.top - self.bottom)
        return area / (self.width * self.height)


def _invalid_view(values: Mapping[str, Any]) -> InvalidJob:
    return InvalidJob(
        f"The setting view cannot be {repr(dict(values))[:200]}.",
        f"Give the numbers {', '.join(_NAMES)}.",
    )


@dataclass(frozen=True)
class Cells:
    """A range of cells of `step` × `step` pixels; the pixel in the middle stands for each."""

    step: int
    rows: Range
    columns: Range

    @property
    def shape(self) -> tuple[int, int]:
        """The number of rows and columns of cells."""
        return self.rows[1] - self.rows[0], self.columns[1] - self.columns[0]

    @property
    def count(self) -> int:
        """The number of cells."""
        return self.shape[0] * self.shape[1]

    def covers(self, grid: Grid) -> bool:
        """Whether each pixel of a raster is a cell."""
        return self.step == 1 and self.shape == (grid.height, grid.width)

    def pixel_rows(self, grid: Grid) -> npt.NDArray[np.int64]:
        """The row of pixels that stands for each row of cells."""
        return _middles(self.rows, self.step, grid.height)

    def pixel_columns(self, grid: Grid) -> npt.NDArray[np.int64]:
        """The column of pixels that stands for each column of cells."""
        return _middles(self.columns, self.step, grid.width)

    def window(self, grid: Grid) -> Window:
        """The pixels of a raster that stand for cells, and those between them."""
        rows, columns = self.pixel_rows(grid), self.pixel_columns(grid)
        top, left = int(rows[0]), int(columns[0])
        return Window(left, top, int(columns[-1]) - left + 1, int(rows[-1]) - top + 1)

    def grid(self, scene: Grid) -> Grid:
        """The raster of the cells."""
        height, width = self.shape
        origin = Affine.translation(self.columns[0] * self.step, self.rows[0] * self.step)
        return Grid(
            width, height, scene.map_transform @ origin @ Affine.scale(self.step), scene.crs
        )


def cells_in_view(grid: Grid, view: ScreenView | None, max_cells: int) -> Cells | None:
    """The cells of a raster in view, or of all of it; None where the view is beside it.

    A cell has the fewest pixels for which there are not many more cells than pixels on the screen,
    and at most `max_cells`.
    """
    max_cells = max(1, min(max_cells, MAX_CELLS))
    if view is None:
        bounds, step = (0, 0, grid.height, grid.width), 1
    else:
        found = _bounds(grid, view)
        if found is None:
            return None
        bounds = found
        ratio = math.sqrt(view.pixel_area / abs(grid.map_transform.determinant))
        largest = max(grid.height, grid.width)
        step = max(1, math.ceil(min(ratio / math.sqrt(MAX_CELLS_PER_SCREEN_PIXEL), largest)))
    top, left, bottom, right = bounds
    while True:
        cells = Cells(step, (top // step, -(-bottom // step)), (left // step, -(-right // step)))
        if cells.count <= max_cells:
            return cells
        step += 1


def _bounds(grid: Grid, view: ScreenView) -> tuple[int, int, int, int] | None:
    """Top, left, bottom and right of the pixels in view; None where there are none."""
    to_pixels = ~grid.map_transform
    columns, rows = zip(*(to_pixels @ corner for corner in view.corners), strict=True)
    left, right = (int(np.clip(x, 0, grid.width)) for x in (min(columns), max(columns) + 1))
    top, bottom = (int(np.clip(y, 0, grid.height)) for y in (min(rows), max(rows) + 1))
    is_beside = max(columns) <= 0 or max(rows) <= 0 or left >= right or top >= bottom
    return None if is_beside else (top, left, bottom, right)


def blocks_by_view(blocks: Sequence[Window], grid: Grid, view: ScreenView | None) -> list[Window]:
    """Blocks of a raster, those in view first."""
    bounds = None if view is None else _bounds(grid, view)
    if bounds is None:
        return list(blocks)
    top, left, bottom, right = bounds
    window = Window(left, top, right - left, bottom - top)
    return sorted(blocks, key=lambda block: not intersects(block, window))


def intersects(one: Window, other: Window) -> bool:
    """Whether two windows have a pixel in common."""
    return bool(
        one.row_off < other.row_off + other.height
        and other.row_off < one.row_off + one.height
        and one.col_off < other.col_off + other.width
        and other.col_off < one.col_off + one.width
    )


def _middles(cells: Range, step: int, length: int) -> npt.NDArray[np.int64]:
    middles = np.arange(cells[0], cells[1], dtype=np.int64) * step + step // 2
    return np.minimum(middles, length - 1)
