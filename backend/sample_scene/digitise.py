"""Draws training polygons like an analyst: few, small, irregular and well inside their class.

They are drawn on the classes of pixels, not on the layout of the landscape.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from shapely import Polygon, contains_xy

from .cover import Cover

POLYGONS_PER_CLASS: dict[Cover, int] = {
    Cover.FIELD: 10,
    Cover.WATER: 7,
    Cover.ROAD: 9,
    Cover.ROOF: 7,
    Cover.TREE: 10,
    Cover.SHADOW: 7,
    Cover.SOIL: 9,
    Cover.GRASS: 10,
}
MIN_POLYGONS_PER_CLASS = 3
MIN_POLYGON_PIXELS, MAX_POLYGON_PIXELS = 5, 40
#: The minimum share of the pixels of a polygon that belong to its class.
MIN_PURITY = 0.97
#: Polygons per class that are tried.
MAX_ATTEMPTS = 160


@dataclass(frozen=True)
class Label:
    """A polygon in pixel coordinates (x right, y down) and its class."""

    cover: Cover
    outline: Polygon


def draw_labels(
    rng: np.random.Generator, truth: NDArray[np.uint8], surfaces: NDArray[np.uint8]
) -> list[Label]:
    """Polygons of every class, spread over the scene and over the surface materials of a class."""
    labels = []
    for cover in Cover:
        labels += _draw_class(rng, cover, truth == cover, surfaces)
    return labels


def has_enough_labels(labels: list[Label]) -> bool:
    """Whether every class has at least `MIN_POLYGONS_PER_CLASS` polygons."""
    drawn = [label.cover for label in labels]
    return all(drawn.count(cover) >= MIN_POLYGONS_PER_CLASS for cover in Cover)


def _draw_class(
    rng: np.random.Generator, cover: Cover, inside: NDArray[np.bool_], surfaces: NDArray[np.uint8]
) -> list[Label]:
    depth = ndimage.distance_transform_edt(np.pad(inside, 1))[1:-1, 1:-1]
    # wide areas are preferred; in a narrow class, its centre line
    suitability = np.where(inside, np.minimum(depth, 4.0) ** 2, 0).ravel()
    taken = np.zeros_like(inside)
    chosen: list[tuple[int, int]] = []
    labels: list[Label] = []
    for _ in range(MAX_ATTEMPTS):
        if len(labels) == POLYGONS_PER_CLASS[cover]:
            break
        centre = _choose_centre(rng, suitability, chosen, surfaces)
        if centre is None:
            break
        outline = _outline(rng, centre, inside)
        covered = _pixels_inside(outline, inside.shape)
        count = int(covered.sum())
        pure = (
            MIN_POLYGON_PIXELS <= count <= MAX_POLYGON_PIXELS
            and inside[covered].mean() >= MIN_PURITY
        )
        if not pure or taken[covered].any():
            suitability[centre[0] * inside.shape[1] + centre[1]] *= 0.3
            continue
        taken |= ndimage.binary_dilation(covered, iterations=2)
        suitability[taken.ravel()] = 0
        chosen.append(centre)
        labels.append(Label(cover, outline))
    return labels


def _choose_centre(
    rng: np.random.Generator,
    suitability: NDArray[np.float64],
    chosen: list[tuple[int, int]],
    surfaces: NDArray[np.uint8],
) -> tuple[int, int] | None:
    """The one of several random candidates that is farthest from the labelled locations.

    Candidates on materials that are labelled already count as closer.
    """
    total = suitability.sum()
    if total <= 0:
        return None
    candidates = rng.choice(suitability.size, 24, p=suitability / total)
    rows, columns = np.unravel_index(candidates, surfaces.shape)
    if not chosen:
        return int(rows[0]), int(columns[0])
    labelled_centres = np.array(chosen)
    away = np.hypot(
        rows[:, None] - labelled_centres[:, 0], columns[:, None] - labelled_centres[:, 1]
    ).min(axis=1)
    labelled_surfaces = surfaces[labelled_centres[:, 0], labelled_centres[:, 1]]
    repeats = (surfaces[rows, columns][:, None] == labelled_surfaces).sum(axis=1)
    best = int(np.argmax(away / (1 + repeats)))
    return int(rows[best]), int(columns[best])


def _outline(
    rng: np.random.Generator, centre: tuple[int, int], inside: NDArray[np.bool_]
) -> Polygon:
    """A polygon around a centre inside of its class; long and narrow where the class is."""
    x, y = centre[1] + 0.5, centre[0] + 0.5
    angles = np.linspace(0, np.pi, 24, endpoint=False)
    fore, back = (_clear_distance(inside, x, y, angles + turn) for turn in (0.0, np.pi))
    length = fore + back
    if length.max() > 2.6 * np.median(length):
        axis = angles[int(np.argmax(length))]
        spread = np.arctan2(max(float(length.min()) / 2 - 0.2, 0.5), 3.2)
        corners = axis + np.array([-spread, spread, np.pi - spread, np.pi + spread])
        corners = corners + rng.normal(0, 0.04, 4)
        longest = rng.uniform(3.0, 6.0)
    else:
        count = int(rng.integers(4, 8))
        corners = np.arange(count) + rng.uniform(-0.3, 0.3, count)
        corners = corners / count * 2 * np.pi + rng.uniform(0, 2 * np.pi)
        longest = rng.uniform(0.65, 1.0) * np.clip(length.min() / 2, 2.4, 4.4)
    clear = _clear_distance(inside, x, y, corners)
    reach = np.minimum(clear - 0.15, longest * rng.uniform(0.75, 1.1, corners.size))
    reach = np.maximum(reach, 0.4)
    return Polygon(np.stack([x + reach * np.cos(corners), y + reach * np.sin(corners)], axis=1))


def _clear_distance(
    inside: NDArray[np.bool_], x: float, y: float, angles: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The distance in pixels from a location to the edge of the class, in each direction."""
    steps = np.arange(0.25, 12, 0.25)
    columns = np.floor(x + steps * np.cos(angles)[:, None]).astype(int)
    rows = np.floor(y + steps * np.sin(angles)[:, None]).astype(int)
    height, width = inside.shape
    valid = (columns >= 0) & (columns < width) & (rows >= 0) & (rows < height)
    free = valid & inside[np.clip(rows, 0, height - 1), np.clip(columns, 0, width - 1)]
    blocked = np.argmin(np.pad(free, ((0, 0), (0, 1)), constant_values=False), axis=1)
    return np.asarray(blocked * 0.25, np.float64)


def _pixels_inside(outline: Polygon, shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Pixels whose centre lies in the polygon."""
    columns, rows = np.arange(shape[1]) + 0.5, np.arange(shape[0]) + 0.5
    covered = np.zeros(shape, dtype=bool)
    left, top, right, bottom = outline.bounds
    across = (columns >= left) & (columns <= right)
    down = (rows >= top) & (rows <= bottom)
    xs, ys = np.meshgrid(columns[across], rows[down])
    covered[np.ix_(down, across)] = contains_xy(outline, xs, ys)
    return covered
