"""Illumination of the sample scene: slopes and cast shadows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from .cover import Cover
from .land import Land
from .texture import blurred, patches

SKYLIGHT = 0.22  # share of the light on surfaces that face away from the sun
SHADED_CROWN = 0.62  # share of the light on shaded crowns, through gaps and leaves


@dataclass(frozen=True)
class Sun:
    """Azimuth clockwise from north and elevation, in degrees; north is up the raster."""

    azimuth: float
    elevation: float

    @property
    def toward(self) -> tuple[float, float]:
        """Unit vector in x and y (down) towards the sun."""
        angle = np.radians(self.azimuth)
        return float(np.sin(angle)), float(-np.cos(angle))

    def facing(self, slope_x: ArrayLike, slope_y: ArrayLike) -> NDArray[np.float32]:
        """Brightness of a sloping surface relative to level ground."""
        slope_x, slope_y = np.asarray(slope_x), np.asarray(slope_y)
        x, y = self.toward
        flat = 1 / np.tan(np.radians(self.elevation))
        cosine = (1 - flat * (slope_x * x + slope_y * y)) / np.sqrt(1 + slope_x**2 + slope_y**2)
        return np.asarray(SKYLIGHT + (1 - SKYLIGHT) * np.maximum(cosine, 0), np.float32)

    def shaded(self, height: NDArray[np.float32]) -> NDArray[np.bool_]:
        """Cells in the shadow of higher cells."""
        x, y = self.toward
        climb = float(np.tan(np.radians(self.elevation)))
        dark = np.zeros(height.shape, dtype=bool)
        for distance in range(1, int(np.ceil(float(height.max()) / climb)) + 1):
            here, there = _shifted(height.shape, round(distance * y), round(distance * x))
            dark[here] |= height[there] - distance * climb > height[here] + 0.4
        return dark


def cast_shadows(land: Land, sun: Sun, rng: np.random.Generator) -> None:
    """Set the shade of the land, and the class of shaded ground to shadow."""
    dark = sun.shaded(land.height)
    land.shade[:] = blurred(dark.astype(np.float32), 0.7)
    crown = land.cover == Cover.TREE
    land.gain[crown] *= 1 - (1 - SHADED_CROWN) * land.shade[crown]
    land.shade[crown] = 0
    ground = ~crown & (land.cover != Cover.ROOF)
    land.cover[ground & (land.shade > 0.5)] = Cover.SHADOW
    # some light passes through foliage
    land.shade *= np.clip(0.95 + 0.03 * patches(rng, land.shade.shape, 4), 0, 1)


Slices = tuple[slice, ...]


def _shifted(shape: tuple[int, int], down: int, right: int) -> tuple[Slices, Slices]:
    """Slices of an array, and those of the cells (down, right) of them."""
    here, there = [], []
    for extent, step in zip(shape, (down, right), strict=True):
        here.append(slice(max(-step, 0), extent - max(step, 0)))
        there.append(slice(max(step, 0), extent - max(-step, 0)))
    return tuple(here), tuple(there)
