"""The river: a meandering course with varying width, depth and sediment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from scipy import ndimage
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from .frame import Frame
from .land import Land
from .materials import Material
from .texture import patches

DEFAULT_WIDTH = 21.0
STEP = 3.0


@dataclass(frozen=True)
class River:
    """Centre line, water surface, and the area of the river with its banks."""

    course: LineString
    surface: BaseGeometry
    banks: BaseGeometry


def plan_river(rng: np.random.Generator, frame: Frame) -> River:
    """The river through the scene, on the side opposite to the village."""
    course = _meanders(rng, frame)
    default_width = max(DEFAULT_WIDTH * frame.scale, 11.0)
    position = np.arange(len(course)) * STEP
    swell = np.sin(position / rng.uniform(22, 30) + rng.uniform(0, 6))
    widths = default_width * (1 + 0.16 * swell + 0.10 * np.sin(position / 61))
    surface = shapely.union_all(
        shapely.buffer(shapely.points(course), widths / 2, quad_segs=6)
    ).simplify(0.3)
    line = LineString(course)
    return River(line, surface, surface.buffer(7 + 6 * frame.scale))


def paint_river(land: Land, river: River, rng: np.random.Generator) -> None:
    """Paint the water: shallow with more sediment at the edges, deeper inside."""
    patch = land.patch(river.surface)
    if patch is None:
        return
    from_bank = ndimage.distance_transform_edt(patch.mask)
    bars = patches(rng, patch.shape, 16)
    depth = np.clip(0.05 + 0.085 * from_bank + 0.13 * bars, 0, 1)
    sediment = 0.40 + 0.13 * patches(rng, patch.shape, 70) + 0.06 * patches(rng, patch.shape, 12)
    ripples = 1 + 0.05 * patches(rng, patch.shape, 5)
    land.paint(patch, Material.RIVER, np.clip(sediment, 0, 1), depth, ripples)


def _meanders(rng: np.random.Generator, frame: Frame) -> NDArray[np.float64]:
    """A sine-generated curve: its direction is a sine function of the distance along it."""
    length = 2.6 * frame.width
    position = np.arange(0, length, STEP)
    loop = rng.uniform(0.42, 0.55) * frame.width
    phase = rng.uniform(0, 2 * np.pi)
    heading = 0.85 * np.sin(2 * np.pi * position / loop + phase)
    heading += 0.30 * np.sin(2 * np.pi * position / (1.7 * loop) + rng.uniform(0, 6))
    along = np.cumsum(np.cos(heading)) * STEP
    across = np.cumsum(np.sin(heading)) * STEP
    across -= np.polyval(np.polyfit(along, across, 1), along)
    along -= along.mean()
    offset = rng.uniform(0.25, 0.30)
    positions = np.stack([along / frame.width, offset + across / frame.width], axis=1)
    return np.array([frame.point(u, v) for u, v in positions])
