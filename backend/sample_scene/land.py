"""The surface of the sample scene on a grid of cells that is finer than its pixels."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import rasterio.features
from numpy.typing import ArrayLike, NDArray
from rasterio import Affine
from shapely.geometry.base import BaseGeometry

from .materials import Material

PIXEL_METRES = 3
CELLS_PER_PIXEL = 3  # a cell is one metre, so that metres are cell coordinates


@dataclass(frozen=True)
class Patch:
    """The cells inside an area: a window of the land and a mask."""

    window: tuple[slice, slice]
    mask: NDArray[np.bool_]

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns of the window."""
        return self.mask.shape

    @cached_property
    def x(self) -> NDArray[np.float32]:
        """Metres from the left edge of the land, for each cell of the window."""
        columns = self.window[1]
        line = np.arange(columns.start, columns.stop, dtype=np.float32) + 0.5
        return np.broadcast_to(line, self.shape)

    @cached_property
    def y(self) -> NDArray[np.float32]:
        """Metres from the top edge of the land, for each cell of the window."""
        window = self.window[0]
        line = np.arange(window.start, window.stop, dtype=np.float32) + 0.5
        return np.broadcast_to(line[:, None], self.shape)


class Land:
    """Class, material, height, illumination (`gain`) and shade of each cell.

    `a` and `b` are the variables of its material.
    """

    def __init__(self, width: int):
        shape = (width, width)
        self.width = width
        self.cover = np.zeros(shape, np.uint8)
        self.material = np.zeros(shape, np.uint8)
        self.a = np.zeros(shape, np.float32)
        self.b = np.zeros(shape, np.float32)
        self.gain = np.ones(shape, np.float32)
        self.height = np.zeros(shape, np.float32)
        self.shade = np.zeros(shape, np.float32)

    def patch(self, geometry: BaseGeometry) -> Patch | None:
        """The cells whose centre is in the geometry; None without any."""
        if geometry.is_empty:
            return None
        left, top, right, bottom = geometry.bounds
        x0, y0 = max(int(np.floor(left)), 0), max(int(np.floor(top)), 0)
        x1, y1 = min(int(np.ceil(right)), self.width), min(int(np.ceil(bottom)), self.width)
        if x1 <= x0 or y1 <= y0:
            return None
        mask = rasterio.features.rasterize(
            [(geometry, 1)], (y1 - y0, x1 - x0), transform=Affine.translation(x0, y0), dtype="uint8"
        ).astype(bool)
        return Patch((slice(y0, y1), slice(x0, x1)), mask) if mask.any() else None

    def paint(
        self,
        patch: Patch,
        material: Material,
        a: ArrayLike,
        b: ArrayLike,
        gain: ArrayLike = 1.0,
        height: ArrayLike = 0.0,
    ) -> None:
        """Set the properties of the cells of a patch."""
        values = {
            "cover": material.cover,
            "material": material,
            "a": a,
            "b": b,
            "gain": gain,
            "height": height,
        }
        for name, value in values.items():
            target = getattr(self, name)[patch.window]
            target[patch.mask] = np.broadcast_to(value, patch.shape)[patch.mask]
