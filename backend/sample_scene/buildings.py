"""Houses with gardens along the streets, farmsteads and halls with paved yards."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from shapely import LineString, Polygon, affinity
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from .frame import Frame
from .land import Land
from .light import Sun
from .materials import Material
from .roads import Road, RoadNetwork
from .texture import patches


@dataclass(frozen=True)
class Building:
    """A rectangular building whose ridge has the direction `angle`."""

    x: float
    y: float
    length: float
    depth: float
    angle: float
    eaves: float
    rise: float
    roof: Material

    @property
    def outline(self) -> Polygon:
        """The footprint."""
        half_length, half_depth = self.length / 2, self.depth / 2
        rectangle = box(
            self.x - half_length, self.y - half_depth, self.x + half_length, self.y + half_depth
        )
        return affinity.rotate(rectangle, self.angle, (self.x, self.y), use_radians=True)


@dataclass(frozen=True)
class Settlement:
    """Buildings, the paving around them, and the gardens that surround them."""

    buildings: tuple[Building, ...]
    paving: tuple[tuple[Polygon, Material], ...]
    gardens: BaseGeometry


def plan_settlement(
    rng: np.random.Generator, frame: Frame, roads: RoadNetwork, excluded_area: BaseGeometry
) -> Settlement:
    """Houses along the streets, halls where the first street ends, a farm where the lane ends."""
    buildings: list[Building] = []
    paving: list[tuple[Polygon, Material]] = []
    blocked = shapely.union_all(
        [road.surface.buffer(2.5) for road in roads.paved] + [excluded_area]
    )

    for line, tall in ((roads.streets[0].line, 1.3), (roads.lane.line, 1.0)):
        yard, halls = _yard(rng, frame, line, tall)
        if yard.intersects(excluded_area):
            continue
        buildings += halls
        paving.append((yard, Material.CONCRETE if tall > 1 else Material.GRAVEL))
        blocked = blocked.union(yard)

    for street in _lined_streets(roads, frame):
        for house, drive in _houses(rng, street):
            if house.outline.buffer(3).intersects(blocked):
                continue
            blocked = blocked.union(house.outline)
            buildings.append(house)
            paving.append((drive, Material.CONCRETE))
    gardens = shapely.union_all([building.outline.buffer(17) for building in buildings])
    return Settlement(tuple(buildings), tuple(paving), gardens.buffer(8).buffer(-8))


def paint_building(land: Land, sun: Sun, building: Building, rng: np.random.Generator) -> None:
    """Paint the two planes of a roof, with their height and their illumination."""
    patch = land.patch(building.outline)
    if patch is None:
        return
    cos, sin = np.cos(building.angle), np.sin(building.angle)
    across = -sin * (patch.x - building.x) + cos * (patch.y - building.y)
    half = building.depth / 2
    height = building.eaves + building.rise * (1 - np.abs(across) / half)
    slope = -np.sign(across) * building.rise / half
    gain = sun.facing(-sin * slope, cos * slope)
    a = rng.uniform(0.05, 0.95) + 0.07 * patches(rng, patch.shape, 6)
    b = rng.uniform(0.0, 0.75) + 0.10 * patches(rng, patch.shape, 3)
    land.paint(patch, building.roof, np.clip(a, 0, 1), np.clip(b, 0, 1), gain, height)


def _lined_streets(roads: RoadNetwork, frame: Frame) -> list[Road]:
    """The streets, and the part of the main road between them."""
    main = roads.main.line
    middle = main.project(shapely.Point(roads.streets[0].line.coords[0]))
    other = main.project(shapely.Point(roads.streets[1].line.coords[0]))
    reach = 0.06 * frame.width
    stretch = substring(main, min(middle, other) - reach, max(middle, other) + reach)
    return [Road(stretch, roads.main.width, roads.main.material), *roads.streets]


def _houses(rng: np.random.Generator, street: Road) -> list[tuple[Building, Polygon]]:
    """Candidate houses on both sides of a street, each with its drive."""
    found = []
    line = street.line
    for side in (-1, 1):
        position = rng.uniform(8, 16)
        while position < line.length - 4:
            here, ahead = line.interpolate(position), line.interpolate(position + 1)
            heading = float(np.arctan2(ahead.y - here.y, ahead.x - here.x))
            length, depth = rng.uniform(11, 17), rng.uniform(9.5, 12)
            setback = street.width / 2 + rng.uniform(5, 9) + depth / 2
            out_x, out_y = -np.sin(heading) * side, np.cos(heading) * side
            turn = np.pi / 2 if rng.random() < 0.3 else 0.0
            house = Building(
                here.x + out_x * setback,
                here.y + out_y * setback,
                length,
                depth,
                heading + turn + rng.normal(0, 0.05),
                rng.uniform(3.5, 6.0),
                rng.uniform(2.2, 4.0),
                Material.TILE if rng.random() < 0.6 else Material.SLATE,
            )
            drive = LineString([here, (house.x, house.y)]).buffer(1.7, cap_style="flat")
            aside = affinity.translate(drive, np.cos(heading) * 5, np.sin(heading) * 5)
            found.append((house, aside))
            position += length + rng.uniform(6, 13)
    return found


def _yard(
    rng: np.random.Generator, frame: Frame, line: LineString, tall: float
) -> tuple[Polygon, list[Building]]:
    """A paved yard with three large buildings at the end of a line."""
    end, before = line.interpolate(line.length), line.interpolate(line.length - 5)
    heading = float(np.arctan2(end.y - before.y, end.x - before.x))
    size = max(frame.scale, 0.7) * tall
    length, depth = 54 * size, 42 * size
    x, y = end.x + np.cos(heading) * length * 0.45, end.y + np.sin(heading) * length * 0.45
    yard = frame.rectangle((x, y), length, depth, heading - frame.angle)
    roofs = [Material.METAL, Material.SLATE, Material.TILE if tall <= 1 else Material.METAL]
    positions = ((-0.02, -0.33, 0.85, 0.30), (-0.22, 0.33, 0.42, 0.28), (0.28, 0.32, 0.36, 0.30))
    halls = []
    for roof, (u, v, share_length, share_depth) in zip(roofs, positions, strict=True):
        halls.append(
            Building(
                x + np.cos(heading) * u * length - np.sin(heading) * v * depth,
                y + np.sin(heading) * u * length + np.cos(heading) * v * depth,
                share_length * length,
                share_depth * depth,
                heading,
                rng.uniform(5, 7),
                rng.uniform(0.4, 1.8),
                roof,
            )
        )
    return yard, halls
