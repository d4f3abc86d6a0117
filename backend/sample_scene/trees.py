"""Trees in woods, hedges, on river banks, in gardens and fields, crown by crown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from .cover import Cover
from .land import Land
from .light import Sun
from .materials import Material
from .texture import patches

TREELESS = (Cover.ROAD, Cover.ROOF, Cover.WATER)


@dataclass(frozen=True)
class Tree:
    """A tree crown."""

    x: float
    y: float
    radius: float
    height: float
    species: Material


def wood(rng: np.random.Generator, geometry: BaseGeometry, scale: float) -> Iterator[Tree]:
    """Trees of a closed stand of broadleaf trees and conifers, with a few gaps."""
    left, top, right, bottom = geometry.bounds
    step = 5.6
    xs, ys = np.meshgrid(np.arange(left, right, step), np.arange(top, bottom, step))
    xs, ys = xs + rng.uniform(-2, 2, xs.shape), ys + rng.uniform(-2, 2, ys.shape)
    stand = patches(rng, xs.shape, 7)
    inside = shapely.contains_xy(geometry, xs, ys) & (rng.random(xs.shape) > 0.05)
    for x, y, mixture in zip(xs[inside], ys[inside], stand[inside], strict=True):
        conifer = mixture + rng.normal(0, 0.3) > 0.35
        radius = rng.uniform(2.6, 3.8) if conifer else rng.uniform(3.4, 5.6)
        height = scale * (rng.uniform(15, 22) if conifer else rng.uniform(12, 19))
        yield Tree(x, y, radius, height, Material.CONIFER if conifer else Material.BROADLEAF)


def paint_understorey(land: Land, woods: BaseGeometry, rng: np.random.Generator) -> None:
    """Paint young trees and shrubs between the crowns of a wood."""
    for stand in shapely.get_parts(woods.buffer(-3)):
        patch = land.patch(stand)
        if patch is not None:
            leaves = 0.12 * patches(rng, patch.shape, 3)
            height = 4 + 10 * leaves
            land.paint(patch, Material.BROADLEAF, 0.3 + leaves, 0.6 + leaves, 0.8, height)


def along(
    rng: np.random.Generator, line: LineString, offset: float, spacing: float, scale: float
) -> Iterator[Tree]:
    """Trees in a row along a line, in groups with gaps."""
    phase, period = rng.uniform(0, 6), rng.uniform(30, 55)
    position = rng.uniform(0, spacing)
    while position < line.length:
        if np.sin(position / period * 2 * np.pi + phase) > -0.35:
            here, ahead = line.interpolate(position), line.interpolate(position + 1)
            heading = np.arctan2(ahead.y - here.y, ahead.x - here.x)
            away = offset + np.sign(offset) * rng.uniform(0, 4)
            radius = rng.uniform(2.3, 4.8)
            yield Tree(
                here.x - np.sin(heading) * away,
                here.y + np.cos(heading) * away,
                radius,
                scale * radius * rng.uniform(1.9, 2.8),
                Material.BROADLEAF,
            )
        position += spacing * rng.uniform(0.7, 1.4)


def scattered(
    rng: np.random.Generator, geometry: BaseGeometry, count: int, scale: float
) -> Iterator[Tree]:
    """Single trees in an area, such as gardens."""
    if geometry.is_empty:
        return
    left, top, right, bottom = geometry.bounds
    for x, y in rng.uniform((left, top), (right, bottom), (count, 2)):
        if shapely.contains_xy(geometry, x, y):
            radius = rng.uniform(2.6, 5.6)
            conifer = rng.random() < 0.2
            height = scale * radius * rng.uniform(1.7, 2.5)
            yield Tree(x, y, radius, height, Material.CONIFER if conifer else Material.BROADLEAF)


def plant(land: Land, sun: Sun, trees: Iterable[Tree], rng: np.random.Generator) -> None:
    """Paint the crowns; where two overlap, the higher one is visible."""
    foliage = patches(rng, land.cover.shape, 1.8)
    for tree in trees:
        column, row = int(tree.x), int(tree.y)
        inside = 0 <= column < land.width and 0 <= row < land.width
        if inside and land.cover[row, column] in TREELESS:
            continue
        _paint_crown(land, sun, tree, foliage, rng)


def _paint_crown(
    land: Land,
    sun: Sun,
    tree: Tree,
    foliage: NDArray[np.float32],
    rng: np.random.Generator,
) -> None:
    lobes, phase = rng.integers(3, 7), rng.uniform(0, 2 * np.pi)
    a, b = rng.normal(0.55, 0.17), rng.normal(0.5, 0.2)
    reach = 1.15 * tree.radius
    x0, x1 = max(int(tree.x - reach), 0), min(int(tree.x + reach) + 2, land.width)
    y0, y1 = max(int(tree.y - reach), 0), min(int(tree.y + reach) + 2, land.width)
    if x0 >= x1 or y0 >= y1:
        return
    window = (slice(y0, y1), slice(x0, x1))
    dx = np.arange(x0, x1)[None, :] + 0.5 - tree.x
    dy = np.arange(y0, y1)[:, None] + 0.5 - tree.y
    edge = tree.radius * (1 + 0.14 * np.sin(lobes * np.arctan2(dy, dx) + phase))
    from_stem = (dx**2 + dy**2) / edge**2
    dome = 1.4 if tree.species is Material.CONIFER else 0.8
    height = tree.height - dome * tree.radius * from_stem
    seen = (from_stem < 1) & (height > land.height[window])
    slope = -2 * dome / tree.radius
    texture = foliage[window]
    gain = sun.facing(slope * dx, slope * dy) * (1 + 0.10 * texture)
    land.cover[window][seen] = Cover.TREE
    land.material[window][seen] = tree.species
    land.height[window][seen] = height[seen]
    land.gain[window][seen] = gain[seen]
    land.a[window][seen] = np.clip(a + 0.10 * texture, 0, 1)[seen]
    land.b[window][seen] = np.clip(b, 0, 1)
