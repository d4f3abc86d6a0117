"""Roads, village streets and farm tracks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from .frame import Frame, bent_line
from .land import Land
from .materials import Material
from .texture import patches


@dataclass(frozen=True)
class Road:
    """A centre line with its surface."""

    line: LineString
    width: float
    material: Material

    @property
    def surface(self) -> BaseGeometry:
        """The area of the road."""
        return self.line.buffer(self.width / 2, cap_style="flat")


@dataclass(frozen=True)
class RoadNetwork:
    """The main road through the valley and the streets of the village beside it."""

    main: Road
    streets: tuple[Road, ...]
    lane: Road

    @property
    def paved(self) -> tuple[Road, ...]:
        """Every road of the network."""
        return (self.main, *self.streets, self.lane)


def plan_roads(rng: np.random.Generator, frame: Frame) -> RoadNetwork:
    """A main road that crosses the river, two streets with a connection, and a lane."""
    at = rng.uniform(-0.14, -0.06)
    main = bent_line(rng, frame.point(at, -0.95), frame.point(at + rng.uniform(0, 0.1), 0.95), 0.04)
    first = rng.uniform(-0.02, 0.03)
    block = max(0.125, 62 / frame.width)
    reach = rng.uniform(0.30, 0.36)
    streets = []
    for across, length in ((first, reach), (first - block, reach * rng.uniform(0.75, 0.9))):
        start = _on_line(main, frame.point(at, across))
        streets.append(bent_line(rng, start, frame.point(at + length, across), 0.035))
    ends = [
        street.interpolate(share, normalized=True)
        for street, share in zip(streets, (0.8, 0.9), strict=True)
    ]
    streets.append(LineString(ends))
    farm = frame.point(at - rng.uniform(0.24, 0.30), -0.10)
    lane = bent_line(rng, _on_line(main, frame.point(at, -0.07)), farm, 0.05)
    return RoadNetwork(
        Road(main, 9.0, Material.ASPHALT),
        tuple(Road(line, 6.6, Material.ASPHALT) for line in streets),
        Road(lane, 5.0, Material.GRAVEL),
    )


def paint_road(land: Land, road: Road, rng: np.random.Generator) -> None:
    """Paint a road."""
    paint_paving(land, road.surface, road.material, rng)


def paint_paving(
    land: Land, geometry: BaseGeometry, material: Material, rng: np.random.Generator
) -> None:
    """Paint a paved area: of a random age, with worn patches and dust at the edges."""
    patch = land.patch(geometry)
    if patch is None:
        return
    edge = np.exp(-ndimage.distance_transform_edt(patch.mask) / 1.3)
    a = rng.uniform(0.3, 0.8) + 0.12 * patches(rng, patch.shape, 26)
    a = a + 0.07 * rng.standard_normal(patch.shape)
    b = 0.10 + 0.75 * edge + 0.15 * patches(rng, patch.shape, 9)
    land.paint(patch, material, np.clip(a, 0, 1), np.clip(b, 0, 1))


def _on_line(line: LineString, near: tuple[float, float]) -> tuple[float, float]:
    spot = line.interpolate(line.project(Point(near)))
    return spot.x, spot.y
