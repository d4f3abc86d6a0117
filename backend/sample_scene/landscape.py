"""Composes the landscape: valley, roads, farmland, village, woods and their illumination."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from .buildings import Settlement, paint_building, plan_settlement
from .cover import Cover
from .frame import Frame, blob
from .growth import paint_grass, paint_parcel
from .land import Land
from .light import Sun, cast_shadows
from .materials import Material
from .parcels import Farmland, assign_uses, plan_farmland
from .river import River, paint_river, plan_river
from .roads import Road, paint_paving, paint_road, plan_roads
from .trees import Tree, along, paint_understorey, plant, scattered, wood

WOODS = ((-0.34, -0.34, 0.17), (0.36, -0.40, 0.13), (-0.02, 0.46, 0.09))


def build_land(rng: np.random.Generator, width: int) -> Land:
    """A random landscape."""
    # the layout has its own random numbers, so that changes of texture do not change it
    rng, surface = rng.spawn(2)
    frame = Frame(width, rng.uniform(0, 2 * np.pi), 1 if rng.random() < 0.5 else -1)
    sun = Sun(rng.uniform(125, 165), rng.uniform(34, 42))

    river = plan_river(rng, frame)
    roads = plan_roads(rng, frame)
    settlement = plan_settlement(rng, frame, roads, river.banks)
    verges = shapely.union_all([road.surface.buffer(2.0) for road in roads.paved])
    occupied = shapely.union_all([settlement.gardens, river.banks, verges])
    woods = _plan_woods(rng, frame, occupied.buffer(3))
    taken = occupied.union(woods.buffer(5))
    farmland = plan_farmland(rng, frame, roads.main.line, taken)
    tracks, hedges = _assign_borders(rng, farmland)

    uses = assign_uses(rng, farmland.parcels)
    trees = list(_trees(rng, frame, river, settlement, woods, hedges))

    land = Land(width)
    paint_grass(land, frame.square, Material.PASTURE, surface)
    for parcel, use in zip(farmland.parcels, uses, strict=True):
        paint_parcel(land, parcel, use, surface)
    for garden in shapely.get_parts(settlement.gardens):
        paint_grass(land, garden, Material.MEADOW, surface)
    paint_river(land, river, surface)
    for area, material in settlement.paving:
        paint_paving(land, area, material, surface)
    for road in (*tracks, roads.lane, *roads.streets, roads.main):
        paint_road(land, road, surface)
    for building in settlement.buildings:
        paint_building(land, sun, building, surface)
    paint_understorey(land, woods, surface)
    plant(land, sun, trees, surface)
    cast_shadows(land, sun, surface)
    return land


def has_every_class(land: Land) -> bool:
    """Whether every class has a minimum share of the cells."""
    counts = np.bincount(land.cover.ravel(), minlength=len(Cover) + 1)
    return all(counts[cover] > 0.004 * land.cover.size for cover in Cover)


def _plan_woods(
    rng: np.random.Generator, frame: Frame, excluded_area: BaseGeometry
) -> BaseGeometry:
    woods = []
    for along_valley, across, radius in WOODS:
        jitter = rng.normal(0, 0.02, 2)
        centre = frame.point(along_valley + jitter[0], across + jitter[1])
        woods.append(blob(rng, centre, radius * frame.width))
    return shapely.union_all(woods).difference(excluded_area)


def _assign_borders(
    rng: np.random.Generator, farmland: Farmland
) -> tuple[list[Road], list[LineString]]:
    """Tracks and hedges on some of the borders between blocks of parcels."""
    tracks: list[Road] = []
    hedges: list[LineString] = []
    for border in farmland.borders:
        lot = rng.random()
        if lot < 0.4:
            tracks.append(Road(border, 4.6, Material.GRAVEL))
        elif lot < 0.58:
            hedges.append(border)
    return tracks, hedges


def _trees(
    rng: np.random.Generator,
    frame: Frame,
    river: River,
    settlement: Settlement,
    woods: BaseGeometry,
    hedges: list[LineString],
) -> Iterator[Tree]:
    scale = max(frame.scale, 0.75)
    yield from wood(rng, woods, scale)
    for bank in shapely.get_parts(river.surface.buffer(2.5).boundary):
        yield from along(rng, bank, 0.01, 7.5, scale)
    for hedge in hedges:
        yield from along(rng, hedge, 0.01, 4.5, 0.6 * scale)
    gardens = settlement.gardens
    yield from scattered(rng, gardens, int(gardens.envelope.area / 260), scale)
    yield from scattered(rng, frame.square, int(frame.square.area / 15000), scale)
