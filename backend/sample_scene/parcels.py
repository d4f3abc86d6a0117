"""The layout of farmland: parcels and their land use, which `growth.py` paints."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from shapely import LineString, Polygon, affinity
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from .frame import Frame
from .materials import Material

#: Shares of the farmland per land use.
SHARES: dict[Material, float] = {
    Material.WHEAT: 0.17,
    Material.BARLEY: 0.12,
    Material.MAIZE: 0.11,
    Material.BEET: 0.09,
    Material.LOAM: 0.09,
    Material.RED_SOIL: 0.06,
    Material.STUBBLE: 0.08,
    Material.MEADOW: 0.18,
    Material.PASTURE: 0.10,
}


@dataclass(frozen=True)
class Parcel:
    """A parcel of farmland that is worked in the direction `angle`."""

    polygon: Polygon
    angle: float


@dataclass(frozen=True)
class Farmland:
    """All parcels, and the borders between blocks, for tracks and hedges."""

    parcels: tuple[Parcel, ...]
    borders: tuple[LineString, ...]


def plan_farmland(
    rng: np.random.Generator, frame: Frame, road: LineString, taken: BaseGeometry
) -> Farmland:
    """Divide the area without roads, river, woods and village into parcels."""
    parcels: list[Parcel] = []
    borders: list[LineString] = []
    sides = split(frame.square.buffer(20, join_style="mitre"), road).geoms
    for side in sides:
        angle = frame.angle + rng.normal(0, 0.22) + (np.pi / 2 if rng.random() < 0.5 else 0)
        cells, cuts = _divide(rng, frame)
        centre = (frame.width / 2, frame.width / 2)
        for cell in cells:
            turned = affinity.rotate(cell, angle, centre, use_radians=True)
            left = turned.intersection(side).buffer(-1.6).difference(taken)
            long_side = angle if _is_wide(cell) else angle + np.pi / 2
            parcels += [Parcel(part, long_side) for part in _usable(left, frame)]
        for cut in cuts:
            turned = affinity.rotate(cut, angle, centre, use_radians=True)
            line = turned.intersection(side.intersection(frame.square)).difference(taken)
            borders += [part for part in shapely.get_parts(line) if part.length > 60 * frame.scale]
    return Farmland(tuple(parcels), tuple(borders))


def assign_uses(rng: np.random.Generator, parcels: Iterable[Parcel]) -> list[Material]:
    """Assign a land use to every parcel, with approximately the shares in `SHARES`."""
    areas = dict.fromkeys(SHARES, 0.0)
    uses = []
    for parcel in parcels:
        lacking = [areas[material] / share for material, share in SHARES.items()]
        use = list(SHARES)[int(np.argmin(np.array(lacking) * rng.uniform(0.6, 1.4, len(SHARES))))]
        areas[use] += parcel.polygon.area + rng.uniform(1, 2)
        uses.append(use)
    return uses


def _divide(rng: np.random.Generator, frame: Frame) -> tuple[list[Polygon], list[LineString]]:
    """Divide a square larger than the scene into parcels; the first cuts are borders of blocks."""
    length, depth = 190 * frame.scale, 95 * frame.scale
    beyond = 0.25 * frame.width
    start = (-beyond, -beyond, frame.width + beyond, frame.width + beyond)
    pieces, cells, cuts = [(start, 0)], [], []
    while pieces:
        (left, top, right, bottom), level = pieces.pop()
        wide = right - left >= bottom - top
        long_side, short_side = max(right - left, bottom - top), min(right - left, bottom - top)
        if long_side > length * rng.uniform(0.85, 1.5):
            along_x = wide
        elif short_side > depth * rng.uniform(0.8, 1.7):
            along_x = not wide
        else:
            cells.append(box(left, top, right, bottom))
            continue
        share = rng.uniform(0.36, 0.64)
        if along_x:
            cut = left + share * (right - left)
            halves = ((left, top, cut, bottom), (cut, top, right, bottom))
            line = LineString([(cut, top), (cut, bottom)])
        else:
            cut = top + share * (bottom - top)
            halves = ((left, top, right, cut), (left, cut, right, bottom))
            line = LineString([(left, cut), (right, cut)])
        if level < 4:
            cuts.append(line)
        pieces += [(half, level + 1) for half in halves]
    return cells, cuts


def _is_wide(cell: Polygon) -> bool:
    left, top, right, bottom = cell.bounds
    return bool(right - left >= bottom - top)


def _usable(geometry: BaseGeometry, frame: Frame) -> list[Polygon]:
    """Parts that are wide enough for a parcel; the rest remains grass."""
    parts = shapely.get_parts(geometry.buffer(-4 * frame.scale).buffer(4 * frame.scale))
    return [part for part in parts if part.area > 350 * frame.scale**2]
