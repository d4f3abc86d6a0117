"""Polygons that are drawn at random on the training side of a data set.

Each is found by a random pixel of its class. Where the labels of a data set are polygons, the one
with that pixel is drawn as a whole, or cut to a compact part if it is large. Elsewhere it is grown
around the pixel within the reference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from heapq import heappop, heappush

import numpy as np

from ..scenes import PixelSubset, SplitDataset

#: Pixels of a grown polygon, and the most that a polygon of the labels has.
GROWN, LARGEST = 9, 25


def polygon_draws(
    dataset: SplitDataset, count: int, seeds: Iterable[int], equal_chances: bool = False
) -> Iterator[tuple[int, PixelSubset]]:
    """Random polygons by seed, `count` of each class, or all where a class has fewer.

    The polygons of a smaller count are among those of a larger one. The group of a pixel is its
    polygon. With `equal_chances`, small polygons of the labels are as likely as large ones.
    """
    find = partial(_labelled, equal_chances=equal_chances) if dataset.has_polygons else _grown
    side = dataset.training
    for seed in seeds:
        polygons: list[np.ndarray] = []
        for index in range(len(dataset.class_names)):
            rng = np.random.default_rng((seed, index))
            own = np.flatnonzero(side.target == index)
            polygons += find(side, own, count, rng)
        sizes = [len(polygon) for polygon in polygons]
        yield seed, side.take(np.concatenate(polygons), np.repeat(np.arange(len(sizes)), sizes))


def compact_patch(rows: np.ndarray, columns: np.ndarray, start: int, size: int) -> np.ndarray:
    """Indexes of up to `size` connected pixels, the nearest to the one with the index `start`.

    Pixels that touch at a corner are connected, as those below a narrow diagonal polygon.
    """
    pixels = zip(rows.tolist(), columns.tolist(), strict=True)
    index_at = {at: index for index, at in enumerate(pixels)}
    first_row, first_column = int(rows[start]), int(columns[start])
    edge = [(0, first_row, first_column)]
    seen = {(first_row, first_column)}
    patch: list[int] = []
    while edge and len(patch) < size:
        _, row, column = heappop(edge)
        patch.append(index_at[row, column])
        for at in ((row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)):
            if at in index_at and at not in seen:
                seen.add(at)
                heappush(edge, ((at[0] - first_row) ** 2 + (at[1] - first_column) ** 2, *at))
    return np.array(patch, np.int64)


def _labelled(
    side: PixelSubset, own: np.ndarray, count: int, rng: np.random.Generator, equal_chances: bool
) -> list[np.ndarray]:
    """Polygons of the labels: indexes of the pixels of each."""
    own = rng.permutation(own)
    groups = np.unique(side.group[own]) if equal_chances else side.group[own]
    polygons = []
    for group in list(dict.fromkeys(rng.permutation(groups).tolist()))[:count]:
        pixels = own[side.group[own] == group]
        if len(pixels) > LARGEST:
            pixels = pixels[compact_patch(side.rows[pixels], side.columns[pixels], 0, LARGEST)]
        polygons.append(pixels)
    return polygons


def _grown(
    side: PixelSubset, own: np.ndarray, count: int, rng: np.random.Generator
) -> list[np.ndarray]:
    """Polygons around random pixels of a class, which do not overlap."""
    polygons: list[np.ndarray] = []
    free = own
    while len(polygons) < count and len(free):
        start = int(rng.integers(len(free)))
        polygon = free[compact_patch(side.rows[free], side.columns[free], start, GROWN)]
        polygons.append(polygon)
        free = np.setdiff1d(free, polygon)
    return polygons
