"""From shapes in pixel coordinates to the pixels that they label.

A pixel is the unit square whose upper left corner is its column and row, so rotated and unequal
pixels need no care here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from rasterio import features

from .geometry_checks import check_crossings
from .pixel_selection import LabelRules

_POINT, _LINE, _RING, _POLYGON = 0, 1, 2, 3
#: No image reaches so far.
FARTHEST = 2.0**40
#: Pixels of a shape's frame that are looked at together.
MOST_AT_ONCE = 4_000_000


@dataclass(frozen=True)
class Burnt:
    """Pixels with the number of the shape that labels them, in the order of shape, row, column."""

    rows: np.ndarray
    columns: np.ndarray
    shapes: np.ndarray
    tiny: int  # shapes that hold no pixel's centre and got the pixel they lie in
    outside: int  # shapes beside the image


def burn(shapes: np.ndarray, height: int, width: int, rules: LabelRules) -> Burnt:
    """The pixels of all shapes; what lies beside the image is left out."""
    parts, owners = _simple_parts(shapes)
    kinds = shapely.get_type_id(parts)
    found = [np.empty((0, 3), np.int64)]
    points = kinds == _POINT
    if points.any():
        found.append(_around_points(parts[points], owners[points], rules.point_radius))
    for part, owner, kind in zip(parts[~points], owners[~points], kinds[~points], strict=True):
        for rows, columns in _covered(part, kind, height, width, rules):
            found.append(np.column_stack([np.full(len(rows), owner), rows, columns]))
    cells = _inside(np.concatenate(found), height, width)
    missed = np.setdiff1d(np.arange(len(shapes)), cells[:, 0])
    nearest = _inside(_lying_in(shapes, missed), height, width)
    cells = np.unique(np.concatenate([cells, nearest]), axis=0)
    return Burnt(cells[:, 1], cells[:, 2], cells[:, 0], len(nearest), len(missed) - len(nearest))


def _simple_parts(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points, lines and polygons without collections, each with its shape's number."""
    parts, owners = shapely.get_parts(shapes, return_index=True)
    while (shapely.get_type_id(parts) > _POLYGON).any():
        parts, index = shapely.get_parts(parts, return_index=True)
        owners = owners[index]
    filled = ~shapely.is_empty(parts)
    return parts[filled], owners[filled]


def _around_points(points: np.ndarray, owners: np.ndarray, radius: float) -> np.ndarray:
    """The pixel that each point lies in, and those whose centre is within the radius."""
    places = shapely.get_coordinates(points)
    own = _pixels_of(places)
    cells = [np.column_stack([owners, own[:, 1], own[:, 0]])]
    reach = int(np.ceil(radius))
    for row in range(-reach, reach + 1):
        for column in range(-reach, reach + 1):
            candidate = own + np.array([column, row])
            near = np.hypot(*(candidate + 0.5 - places).T) <= radius
            cells.append(np.column_stack([owners, candidate[:, 1], candidate[:, 0]])[near])
    return np.concatenate(cells)


def _covered(
    part: shapely.Geometry, kind: int, height: int, width: int, rules: LabelRules
) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Rows and columns of a line's or polygon's pixels, a strip of its frame at a time."""
    rule = rules.polygons
    if kind in (_LINE, _RING):
        rule = "centre" if rules.line_width > 0 else "touched"
        if rules.line_width > 0:
            check_crossings(np.array([part]))
            part = part.buffer(rules.line_width / 2, cap_style="flat")
    left, top, right, bottom = _frame(part, height, width)
    if right <= left:
        return
    tall = max(1, MOST_AT_ONCE // (right - left))
    for first in range(top, bottom, tall):
        shape = (min(tall, bottom - first), right - left)
        mask = _mask(part, rule, rules.minimum_coverage, (first, left), shape)
        rows, columns = np.nonzero(mask)
        yield rows + first, columns + left


def _mask(
    part: shapely.Geometry,
    rule: str,
    minimum: float,
    origin: tuple[int, int],
    shape: tuple[int, int],
) -> np.ndarray:
    def drawn(geometry: shapely.Geometry, touched: bool) -> np.ndarray:
        if geometry.is_empty:
            return np.zeros(shape, bool)
        transform = Affine.translation(origin[1], origin[0])
        return features.rasterize(
            [geometry], shape, transform=transform, all_touched=touched, dtype=np.uint8
        ).astype(bool)

    if rule != "coverage":
        return drawn(part, rule == "touched")
    edge = drawn(part.boundary, True)
    mask = drawn(part, False) & ~edge
    rows, columns = np.nonzero(edge)
    x, y = columns + origin[1], rows + origin[0]
    areas = shapely.area(shapely.intersection(shapely.box(x, y, x + 1, y + 1), part))
    mask[rows, columns] = areas >= minimum - 1e-9
    return mask


def _frame(part: shapely.Geometry, height: int, width: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the pixels around a shape; empty where it lies beside."""
    bounds = np.array(part.bounds)
    if not np.isfinite(bounds).all():
        return 0, 0, 0, 0
    left, top = np.clip(np.floor(bounds[:2]), 0, (width, height)).astype(int)
    right, bottom = np.clip(np.floor(bounds[2:]) + 1, 0, (width, height)).astype(int)
    return (left, top, right, bottom) if bottom > top else (0, 0, 0, 0)


def _lying_in(shapes: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """For shapes without a pixel, the one that a point of theirs lies in."""
    points = shapely.point_on_surface(shapes[numbers])
    found, index = shapely.get_coordinates(points, return_index=True)  # empty ones have none
    places = _pixels_of(found)
    return np.column_stack([numbers[index], places[:, 1], places[:, 0]])


def _pixels_of(places: np.ndarray) -> np.ndarray:
    """The columns and rows that hold places; those out of all bounds lie beside any image."""
    with np.errstate(invalid="ignore"):
        far = ~(np.abs(places) < FARTHEST).all(axis=1)
    cells = np.floor(np.where(far[:, None], -1.0, places)).astype(np.int64)
    cells[far] = -1
    return cells


def _inside(cells: np.ndarray, height: int, width: int) -> np.ndarray:
    _, rows, columns = cells.T
    return cells[(rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)]
