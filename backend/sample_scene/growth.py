"""Paints vegetation and soil of farmland and gardens: rows, wheel tracks, clumps, weeds."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from .land import Land, Patch
from .materials import Material
from .parcels import Parcel
from .texture import patches, rows

TRAMLINES = 18.0  # metres between the wheel tracks of the sprayer
HEADLAND = 11.0  # metres at both ends of a parcel that are worked crosswise


def paint_parcel(land: Land, parcel: Parcel, use: Material, rng: np.random.Generator) -> None:
    """Paint a parcel with its crop, grass or bare soil."""
    patch = land.patch(parcel.polygon)
    if patch is None:
        return
    if use in (Material.MEADOW, Material.PASTURE):
        _paint_grass(land, patch, use, rng)
    elif use in (Material.LOAM, Material.RED_SOIL, Material.STUBBLE):
        _paint_bare(land, patch, use, parcel.angle, rng)
    else:
        _paint_crop(land, patch, use, parcel.angle, rng)


def paint_grass(
    land: Land, geometry: BaseGeometry, use: Material, rng: np.random.Generator
) -> None:
    """Paint an area with grass, such as banks and gardens."""
    patch = land.patch(geometry)
    if patch is not None:
        _paint_grass(land, patch, use, rng)


def _paint_grass(land: Land, patch: Patch, use: Material, rng: np.random.Generator) -> None:
    clumps = 0.18 * patches(rng, patch.shape, 4.5) + 0.10 * patches(rng, patch.shape, 11)
    wet = 0.13 * patches(rng, patch.shape, 34)
    speckle = 0.13 * rng.standard_normal(patch.shape, dtype=np.float32)
    a = rng.uniform(0.4, 0.6) + clumps + wet + speckle
    b = rng.uniform(0.5, 0.75) - wet + 0.18 * patches(rng, patch.shape, 5) + speckle
    gain = 1 + 0.06 * patches(rng, patch.shape, 4)
    land.paint(patch, use, np.clip(a, 0, 1), np.clip(b, 0, 1), gain)
    _intersperse(land, patch, Material.BEET, 0.13, rng)
    _intersperse(land, patch, Material.WHEAT, 0.13, rng)


def _paint_bare(
    land: Land, patch: Patch, use: Material, angle: float, rng: np.random.Generator
) -> None:
    furrows = rows(rng, patch.x, patch.y, angle, rng.uniform(4, 8), 0.2)
    wet = 0.13 * patches(rng, patch.shape, 38) + 0.06 * patches(rng, patch.shape, 10)
    clods = 0.08 * patches(rng, patch.shape, 4)
    speckle = 0.12 * rng.standard_normal(patch.shape, dtype=np.float32)
    a = rng.uniform(0.4, 0.8) + wet + clods + 0.12 * furrows + speckle
    b = rng.uniform(0.25, 0.75) + 0.09 * patches(rng, patch.shape, 50) + clods + speckle
    land.paint(patch, use, np.clip(a, 0, 1), np.clip(b, 0, 1), 1 + 0.07 * furrows + 0.3 * clods)
    _intersperse(land, patch, Material.MAIZE, 0.03, rng)


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
    plants = 0.11 * patches(rng, patch.shape, 4)
    wheels = _wheel_tracks(rng, patch, angle) & ~headland
    a = rng.uniform(0.4, 0.75) + growth + plants + 0.20 * lines + speckle - 0.4 * wheels
    ripe = 0.18 if use is Material.BARLEY else 0.0
    b = (
        ripe
        + rng.uniform(0.35, 0.7)
        + 0.07 * patches(rng, patch.shape, 30)
        + 0.6 * growth
        + plants
        + speckle
    )
    # gaps in the crop show more soil and more weeds
    failed = patches(rng, patch.shape, 24) > 2.1
    a = np.where(failed, 0.4 * a, a)
    gain = 1 + 0.05 * lines + 0.3 * plants
    land.paint(patch, use, np.clip(a, 0, 1), np.clip(b, 0, 1), gain)
    if use is not Material.BARLEY:  # too dense for weeds
        _intersperse(land, patch, Material.PASTURE, 0.13, rng)
        _intersperse(land, patch, Material.MEADOW, 0.13, rng)


def _intersperse(
    land: Land, patch: Patch, guest: Material, share: float, rng: np.random.Generator
) -> None:
    """Paint clumps of another material, such as weeds, without changing the class."""
    field = patches(rng, patch.shape, 3)
    clumps = patch.mask & (field > np.quantile(field, 1 - share))
    land.material[patch.window][clumps] = guest


def _headland(patch: Patch, angle: float) -> NDArray[np.bool_]:
    """The strips at both ends of a parcel that are worked crosswise."""
    along = np.cos(angle) * patch.x + np.sin(angle) * patch.y
    inside = along[patch.mask]
    headland: NDArray[np.bool_] = (along < inside.min() + HEADLAND) | (
        along > inside.max() - HEADLAND
    )
    return headland


def _wheel_tracks(rng: np.random.Generator, patch: Patch, angle: float) -> NDArray[np.bool_]:
    across = -np.sin(angle) * patch.x + np.cos(angle) * patch.y + rng.uniform(0, TRAMLINES)
    tracks: NDArray[np.bool_] = np.mod(across, TRAMLINES) < 1.6
    return tracks
