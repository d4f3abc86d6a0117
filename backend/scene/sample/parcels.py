"""Farmland: parcels in blocks, each with its crop, its rows and its uneven growth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import LineString, Polygon, affinity
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import split

from .frame import Frame
from .land import Land, Patch
from .materials import Material
from .texture import patches, rows

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
TRAMLINES = 18.0  # distance between the wheel tracks of the sprayer


@dataclass(frozen=True)
class Parcel:
    """A piece of farmland worked along `angle`."""

    shape: Polygon
    angle: float


@dataclass(frozen=True)
class Farmland:
    """All parcels, and the lines between blocks, where tracks and hedges run."""

    parcels: tuple[Parcel, ...]
    borders: tuple[LineString, ...]


def plan_farmland(
    rng: np.random.Generator, frame: Frame, road: LineString, taken: BaseGeometry
) -> Farmland:
    """Divide what roads, river, woods and village leave of the scene into parcels."""
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
    """Give every parcel a use, so that the shares of the area come out about as wanted."""
    areas = {material: 0.0 for material in SHARES}
    uses = []
    for parcel in parcels:
        lacking = [areas[material] / share for material, share in SHARES.items()]
        use = list(SHARES)[int(np.argmin(np.array(lacking) * rng.uniform(0.6, 1.4, len(SHARES))))]
        areas[use] += parcel.shape.area + rng.uniform(1, 2)
        uses.append(use)
    return uses


def paint_parcel(land: Land, parcel: Parcel, use: Material, rng: np.random.Generator) -> None:
    """Grow the parcel's crop, or leave its soil bare."""
    patch = land.patch(parcel.shape)
    if patch is None:
        return
    if use in (Material.MEADOW, Material.PASTURE):
        _paint_grass(land, patch, use, rng)
    elif use in (Material.LOAM, Material.RED_SOIL, Material.STUBBLE):
        _paint_bare(land, patch, use, parcel.angle, rng)
    else:
        _paint_crop(land, patch, use, parcel.angle, rng)


def paint_grass(land: Land, shape: BaseGeometry, use: Material, rng: np.random.Generator) -> None:
    """Cover any shape with grass, for instance banks and gardens."""
    patch = land.patch(shape)
    if patch is not None:
        _paint_grass(land, patch, use, rng)


def _paint_grass(land: Land, patch: Patch, use: Material, rng: np.random.Generator) -> None:
    clumps = 0.14 * patches(rng, patch.shape, 4) + 0.10 * patches(rng, patch.shape, 11)
    wet = 0.13 * patches(rng, patch.shape, 34)
    speckle = 0.13 * rng.standard_normal(patch.shape, dtype=np.float32)
    a = rng.uniform(0.3, 0.7) + clumps + wet + speckle
    b = rng.uniform(0.15, 0.65) - wet + 0.13 * patches(rng, patch.shape, 6) + speckle
    gain = 1 + 0.045 * patches(rng, patch.shape, 3)
    land.paint(patch, use, np.clip(a, 0, 1), np.clip(b, 0, 1), gain)


def _paint_bare(
    land: Land, patch: Patch, use: Material, angle: float, rng: np.random.Generator
) -> None:
    furrows = rows(rng, patch.x, patch.y, angle, rng.uniform(4, 8), 0.2)
    wet = 0.13 * patches(rng, patch.shape, 38) + 0.06 * patches(rng, patch.shape, 10)
    clods = 0.06 * patches(rng, patch.shape, 4)
    speckle = 0.12 * rng.standard_normal(patch.shape, dtype=np.float32)
    a = rng.uniform(0.35, 0.85) + wet + clods + 0.12 * furrows + speckle
    b = rng.uniform(0.2, 0.8) + 0.09 * patches(rng, patch.shape, 50) + clods + speckle
    land.paint(patch, use, np.clip(a, 0, 1), np.clip(b, 0, 1), 1 + 0.05 * furrows)


def _paint_crop(
    land: Land, patch: Patch, use: Material, angle: float, rng: np.random.Generator
) -> None:
    spacing = rng.uniform(4.5, 9)
    drills = rows(rng, patch.x, patch.y, angle, spacing, 0.35)
    crossing = rows(rng, patch.x, patch.y, angle + np.pi / 2, spacing, 0.35)
    headland = _headland(patch, angle)
    lines = np.where(headland, crossing, drills)
    growth = 0.10 * patches(rng, patch.shape, 45) + 0.06 * patches(rng, patch.shape, 14)
    speckle = 0.12 * rng.standard_normal(patch.shape, dtype=np.float32)
    plants = 0.07 * patches(rng, patch.shape, 4)
    wheels = _wheel_tracks(rng, patch, angle) & ~headland
    a = rng.uniform(0.3, 0.8) + growth + plants + 0.17 * lines + speckle - 0.4 * wheels
    b = rng.uniform(0.25, 0.75) + 0.07 * patches(rng, patch.shape, 30) + 0.6 * growth + plants + speckle
    # Gaps in the stand, where seed failed or water stood, show more soil and more weeds.
    failed = patches(rng, patch.shape, 24) > 2.1
    a = np.where(failed, 0.4 * a, a)
    gain = 1 + 0.03 * lines
    land.paint(patch, use, np.clip(a, 0, 1), np.clip(b, 0, 1), gain)


def _headland(patch: Patch, angle: float) -> NDArray[np.bool_]:
    """The strips at both ends of a parcel, worked across."""
    along = np.cos(angle) * patch.x + np.sin(angle) * patch.y
    inside = along[patch.mask]
    return (along < inside.min() + 11) | (along > inside.max() - 11)


def _wheel_tracks(rng: np.random.Generator, patch: Patch, angle: float) -> NDArray[np.bool_]:
    across = -np.sin(angle) * patch.x + np.cos(angle) * patch.y + rng.uniform(0, TRAMLINES)
    return np.mod(across, TRAMLINES) < 1.6


def _divide(rng: np.random.Generator, frame: Frame) -> tuple[list[Polygon], list[LineString]]:
    """Cut a square larger than the scene into parcels; the first cuts are the blocks' borders."""
    length, depth = 165 * frame.scale, 78 * frame.scale
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
    return right - left >= bottom - top


def _usable(shape: BaseGeometry, frame: Frame) -> list[Polygon]:
    """Parts wide enough to be worked; the rest stays a grassy corner."""
    parts = shapely.get_parts(shape.buffer(-4 * frame.scale).buffer(4 * frame.scale))
    return [part for part in parts if part.area > 350 * frame.scale**2]
