"""Polygons that are drawn at random on the training side of a data set.

Where the labels of a data set are polygons, whole ones are drawn, and large ones are cut to a
compact part. Elsewhere they are grown from a random pixel within the reference of its class.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush

import numpy as np

from ..scenes import PixelSubset, SplitDataset

#: Pixels of a grown polygon, and the most that a polygon of the labels has.
GROWN, LARGEST = 9, 25


def polygon_draws(
    dataset: SplitDataset, count: int, seeds: Iterable[int]
) -> Iterator[tuple[int, PixelSubset]]:
    """Random polygons by seed, `count` of each class, or all where a class has fewer.

    The polygons of a smaller count are among those of a larger one. The group of a pixel is its
    polygon.
    """
    side = dataset.training
    for seed in seeds:
        polygons: list[np.ndarray] = []
        for index in range(len(dataset.class_names)):
            rng = np.random.default_rng((seed, index))
            own = np.flatnonzero(side.target == index)
            find = _labelled if dataset.has_polygons else _grown
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
    side: PixelSubset, own: np.ndarray, count: int, rng: np.random.Generator
) -> list[np.ndarray]:
    """Polygons of the labels: indexes of the pixels of each."""
    polygons = []
    for group in rng.permutation(np.unique(side.group[own]))[:count]:
        pixels = own[side.group[own] == group]
        if len(pixels) > LARGEST:
            start = int(rng.integers(len(pixels)))
            pixels = pixels[compact_patch(side.rows[pixels], side.columns[pixels], start, LARGEST)]
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
