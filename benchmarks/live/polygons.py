"""Polygons as a user would draw them: small squares of pixels of one class."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.transform import xy

from .scenes import LabelledScene

SIDE = 3  # of a square, in pixels
#: A square is not drawn across the border of the view.
MARGIN = 2

Square = tuple[int, int, int]  # class code, top row, left column
#: The name of the class and the outline as WKT.
Polygon = tuple[str, str]


def draw_polygons(
    scene: LabelledScene, count: int, edits: int, view: int, seed: int
) -> tuple[list[Polygon], list[Polygon]]:
    """Polygons that are there at first, and those of edits, which lie in the middle of the scene.

    No two of them touch a pixel together. Classes take turns, until they have no more squares.
    """
    with rasterio.open(scene.truth) as raster:
        truth, transform = raster.read(1), raster.transform
    middle = _middle(truth.shape, view)
    generator = np.random.default_rng(seed)
    taken = np.zeros(truth.shape, dtype=bool)
    # The edits go on with the class after that of the last polygon.
    in_middle = _in_turn(truth, scene, middle, generator)
    turn = count % len(in_middle)
    drawn = _take(in_middle[turn:] + in_middle[:turn], taken, edits)
    first = _take(_in_turn(truth, scene, _middle(truth.shape), generator), taken, count)

    def outline(square: Square) -> Polygon:
        code, top, left = square
        corners = [(0, 0), (0, SIDE), (SIDE, SIDE), (SIDE, 0), (0, 0)]
        points = [xy(transform, top + down, left + right, offset="ul") for down, right in corners]
        ring = ", ".join(f"{x} {y}" for x, y in points)
        return scene.classes[code], f"Polygon(({ring}))"

    return [outline(square) for square in first], [outline(square) for square in drawn]


def _middle(shape: tuple[int, ...], view: int | None = None) -> tuple[slice, slice]:
    """The rows and columns that a view of the middle shows without its margin; all by default."""
    first, second = (
        slice((length - side) // 2 + MARGIN, (length + side) // 2 - MARGIN)
        for length in shape
        for side in [length if view is None else min(view, length)]
    )
    return first, second


def _in_turn(
    truth: npt.NDArray[np.uint8],
    scene: LabelledScene,
    part: tuple[slice, slice],
    generator: np.random.Generator,
) -> list[Iterator[Square]]:
    """The squares of each class in a part of the scene, in random order."""
    inside = truth[part]
    windows = np.lib.stride_tricks.sliding_window_view(inside, (SIDE, SIDE))
    lowest, highest = windows.min(axis=(2, 3)), windows.max(axis=(2, 3))
    found = []
    for code in scene.classes:
        corners = np.argwhere((lowest == code) & (highest == code))
        corners = generator.permutation(corners) + np.array([part[0].start, part[1].start])
        found.append(_squares(code, corners))
    return found


def _squares(code: int, corners: npt.NDArray[np.int64]) -> Iterator[Square]:
    return ((code, int(top), int(left)) for top, left in corners)


def _take(classes: list[Iterator[Square]], taken: np.ndarray, count: int) -> list[Square]:
    """A number of squares whose pixels are not taken, and which take them."""
    found: list[Square] = []
    remaining = list(classes)
    while len(found) < count:
        if not remaining:
            raise ValueError(
                f"The scene has {len(found)} squares of one class that are left, "
                f"and {count} are needed."
            )
        squares = remaining.pop(0)
        for code, top, left in squares:
            own = (slice(top, top + SIDE), slice(left, left + SIDE))
            if not taken[own].any():
                taken[own] = True
                found.append((code, top, left))
                remaining.append(squares)
                break
    return found
