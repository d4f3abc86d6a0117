"""The pixel grid of a raster."""

from __future__ import annotations

import math
from dataclasses import dataclass

from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from ..core.errors import UserError


def invalid_location_error() -> UserError:
    """The error for a transform that is not finite or maps all pixels onto a line."""
    return UserError(
        "scene.invalid_location",
        "The geotransform of the scene is invalid.",
        "Correct it in QGIS with “Georeferencer” or “Assign projection”.",
    )


#: The distance of corners, in pixels, up to which two grids are the same.
CORNER_TOLERANCE = 0.01


@dataclass(frozen=True)
class Grid:
    """Size, geotransform and coordinate reference system of a raster.

    The geotransform may be rotated.
    """

    width: int
    height: int
    transform: Affine
    crs: CRS | None

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, self.transform)) or self.transform.is_degenerate:
            raise invalid_location_error()

    @property
    def extent(self) -> Window:
        """The window that covers the raster."""
        return Window(0, 0, self.width, self.height)

    def same_pixels(self, other: Grid) -> bool:
        """Whether another grid has the same size and the same pixel positions.

        Corners are compared in pixels, since map units may be metres or degrees.
        """
        if (self.width, self.height) != (other.width, other.height):
            return False
        other_to_self = ~self.transform @ other.transform
        corners = [(x, y) for x in (0, self.width) for y in (0, self.height)]
        return all(
            max(abs(a - b) for a, b in zip(other_to_self @ corner, corner, strict=True))
            <= CORNER_TOLERANCE
            for corner in corners
        )

    @property
    def is_georeferenced(self) -> bool:
        """Whether the raster has map coordinates; else its coordinates are pixels."""
        return self.crs is not None or self.transform != Affine.identity()

    @property
    def map_transform(self) -> Affine:
        """The transform to coordinates as GIS programs show them.

        Their y axis points upwards, also for a raster that is not georeferenced.
        """
        return self.transform if self.is_georeferenced else Affine.scale(1, -1)
