"""The cells of a scene that are in view, and their size."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from affine import Affine
from rasterio.windows import Window

from backend.core.errors import InvalidJob
from backend.live.view import (
    MAX_CELLS_PER_SCREEN_PIXEL,
    Cells,
    ScreenView,
    blocks_by_view,
    cells_in_view,
    intersects,
)
from backend.scene.grid import Grid

pytestmark = pytest.mark.backend

PLACE = Affine(30, 0, 390_000, 0, -30, 5_810_000)
GRID = Grid(400, 300, PLACE, None)
MANY = 10**9


def view(left: float, top: float, right: float, bottom: float, **size: int) -> ScreenView:
    """A view of a range of pixels of `GRID`."""
    (x0, y1), (x1, y0) = PLACE @ (left, top), PLACE @ (right, bottom)
    return ScreenView(x0, y0, x1, y1, size["width"], size["height"])


def test_without_a_view_the_whole_raster_is_in_view() -> None:
    cells = cells_in_view(GRID, None, MANY)
    assert cells == Cells(1, (0, 300), (0, 400))
    assert cells.covers(GRID)


def test_the_whole_raster_at_full_resolution() -> None:
    cells = cells_in_view(GRID, view(0, 0, 400, 300, width=400, height=300), MANY)
    assert cells.covers(GRID)
    assert cells.grid(GRID).transform == PLACE


@pytest.mark.parametrize("ratio", [1.0, 1.2, 1.5, 2.0, 2.7, 5.0, 17.3])
def test_there_are_few_more_cells_than_pixels_of_the_screen(ratio: float) -> None:
    large = Grid(2000, 1500, PLACE, None)
    size = {"width": round(2000 / ratio), "height": round(1500 / ratio)}
    cells = cells_in_view(large, view(0, 0, 2000, 1500, **size), MANY)
    screen_pixels = size["width"] * size["height"]
    assert cells.count <= 1.02 * MAX_CELLS_PER_SCREEN_PIXEL * screen_pixels
    coarser = cells.step - 1
    if coarser:  # with smaller cells there would be too many
        more = (2000 / coarser) * (1500 / coarser)
        assert more > 0.98 * MAX_CELLS_PER_SCREEN_PIXEL * screen_pixels


def test_a_view_that_is_larger_than_the_raster_is_clipped() -> None:
    cells = cells_in_view(GRID, view(-800, -600, 1200, 900, width=2000, height=1500), MANY)
    assert cells.covers(GRID)
    tiny = cells_in_view(GRID, view(-1e6, -1e6, 1e6, 1e6, width=100, height=100), MANY)
    assert tiny.count == 1
    assert tiny.pixel_rows(GRID).tolist() == [200]


def test_a_view_within_a_pixel_is_that_pixel() -> None:
    cells = cells_in_view(GRID, view(7.2, 9.3, 7.6, 9.7, width=1000, height=700), MANY)
    assert cells == Cells(1, (9, 10), (7, 8))


@pytest.mark.parametrize(
    "bounds", [(-90, 10, -1, 20), (401, 10, 500, 20), (10, -50, 20, -1), (10, 301, 20, 400)]
)
def test_a_view_beside_the_raster_has_no_cells(bounds: tuple[float, ...]) -> None:
    assert cells_in_view(GRID, view(*bounds, width=10, height=10), MANY) is None


def test_cells_grow_until_they_fit_into_memory() -> None:
    cells = cells_in_view(GRID, None, 10_000)
    assert cells.step == 4
    assert cells.count <= 10_000


def test_cells_are_the_same_wherever_the_view_begins() -> None:
    """So that the map does not flicker, and tiles are used again, when the view moves."""
    middles = set()
    for left in range(0, 12):
        moved = view(left, left, left + 90, left + 60, width=30, height=20)
        cells = cells_in_view(GRID, moved, MANY)
        assert cells.step == 3
        middles |= set((cells.pixel_columns(GRID) % 3).tolist())
        assert cells.columns[0] * 3 <= left
        assert cells.columns[1] * 3 >= left + 90
    assert middles == {1}


def test_the_pixel_of_a_cell_lies_in_it() -> None:
    for step in range(1, 9):
        cells = Cells(step, (0, -(-300 // step)), (0, -(-400 // step)))
        place = cells.grid(GRID)
        rows = cells.pixel_rows(GRID)
        assert (rows // step == np.arange(len(rows))).all()
        assert rows.max() < 300
        assert place.transform @ (2, 1) == PLACE @ (2 * step, step)


@pytest.mark.parametrize("angle", [0, 30, 45, 90, 200])
def test_a_rotated_raster(angle: float) -> None:
    place = Affine.translation(1000, 2000) @ Affine.rotation(angle) @ Affine.scale(10, -10)
    grid = Grid(100, 80, place, None)
    corners = [place @ (x, y) for x in (30, 50) for y in (20, 30)]
    xs, ys = zip(*corners, strict=True)
    size = round(max(xs) - min(xs)) // 10, round(max(ys) - min(ys)) // 10
    cells = cells_in_view(grid, ScreenView(min(xs), min(ys), max(xs), max(ys), *size), MANY)
    assert cells.step == 1
    assert cells.rows[0] <= 20
    assert cells.rows[1] >= 30
    assert cells.columns[0] <= 30
    assert cells.columns[1] >= 50
    left, top = cells.columns[0], cells.rows[0]
    assert np.allclose(cells.grid(grid).transform @ (1, 2), place @ (left + 1, top + 2))


def test_a_raster_without_location_counts_rows_downwards() -> None:
    grid = Grid(40, 30, Affine.identity(), None)
    cells = cells_in_view(grid, ScreenView(10, -20, 20, -5, 100, 150), MANY)
    assert cells == Cells(1, (5, 21), (10, 21)) or cells == Cells(1, (5, 20), (10, 20))


VALID: dict[str, Any] = {"left": 0, "bottom": 0, "right": 1.5, "top": 1, "width": 7, "height": 5}


def test_a_view_is_parsed() -> None:
    assert ScreenView.parse(VALID) == ScreenView(0, 0, 1.5, 1, 7, 5)


@pytest.mark.parametrize(
    "changes",
    [
        {"left": None},
        {"left": "0"},
        {"left": True},
        {"left": 2},
        {"top": 0},
        {"left": float("nan")},
        {"right": float("inf")},
        {"right": 10**400},
        {"width": 0},
        {"height": -5},
        {"width": 10**6},
        {"width": float("inf")},
    ],
)
def test_an_invalid_view_is_refused(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidJob):
        ScreenView.parse(VALID | changes)


def test_blocks_in_view_come_first() -> None:
    blocks = [Window(x, y, 100, 100) for y in (0, 100, 200) for x in (0, 100, 200, 300)]
    ordered = blocks_by_view(blocks, GRID, view(150, 210, 390, 290, width=9, height=9))
    assert [(block.col_off, block.row_off) for block in ordered[:3]] == [
        (100, 200),
        (200, 200),
        (300, 200),
    ]
    assert sorted(ordered, key=lambda b: (b.row_off, b.col_off)) == blocks
    assert blocks_by_view(blocks, GRID, None) == blocks


def test_windows_that_touch_do_not_intersect() -> None:
    assert intersects(Window(0, 0, 5, 5), Window(4, 4, 2, 2))
    assert not intersects(Window(0, 0, 5, 5), Window(5, 0, 2, 2))
    assert not intersects(Window(0, 0, 5, 5), Window(0, 5, 2, 2))
