"""Where a raster's pixels lie."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import rasterio
from affine import Affine
from rasterio.windows import Window

from ..core.errors import UserError


def invalid_location_error() -> UserError:
    """The error for pixels that would lie nowhere, or all on a line."""
    return UserError(
        "scene.invalid_location",
        "The place that the scene gives its pixels is impossible.",
        "Correct it in QGIS, with “Georeferencer” or “Assign projection”.",
    )


#: Rasters whose corners are this close, in pixels, have the same pixels.
CORNER_TOLERANCE = 0.01


@dataclass(frozen=True)
class Grid:
    """Size, place and coordinate system of a raster; its transform may be rotated."""

    width: int
    height: int
    transform: Affine
    crs: rasterio.crs.CRS | None

    def __post_init__(self) -> None:
        if not np.isfinite(self.transform).all() or self.transform.is_degenerate:
            raise invalid_location_error()

    @property
    def extent(self) -> Window:
        """The window of the whole raster."""
        return Window(0, 0, self.width, self.height)

    def same_pixels(self, other: Grid) -> bool:
        """Whether another raster has as many pixels, and each in the same place.

        What counts is the distance of its corners in pixels, whatever the units of the map are.
        """
        if (self.width, self.height) != (other.width, other.height):
            return False
        to_here = ~self.transform @ other.transform
        corners = [(x, y) for x in (0, self.width) for y in (0, self.height)]
        return all(
            max(abs(a - b) for a, b in zip(to_here @ corner, corner, strict=True))
            <= CORNER_TOLERANCE
            for corner in corners
        )

    @property
    def is_georeferenced(self) -> bool:
        """Whether the raster says where on a map it lies; without that, it counts pixels."""
        return self.crs is not None or self.transform != Affine.identity()

    @property
    def map_transform(self) -> Affine:
        """From pixels to coordinates as GIS programs show them: upwards, without a place too."""
        return self.transform if self.is_georeferenced else Affine.scale(1, -1)
