"""Which pixels a drawn shape labels."""

from __future__ import annotations

from dataclasses import dataclass

from ..common.choices import POLYGON_RULES
from ..core.errors import UserError

#: Pixels that a point or line may reach.
MAX_WIDTH_PIXELS = 1000


@dataclass(frozen=True)
class PixelSelection:
    """How points, lines and polygons become pixels; lengths are in pixels of the scene.

    A polygon labels the pixels whose centre it holds, all that it touches, or those of which it
    covers a minimum share. A point labels the pixel it lies in and those whose centre is within its
    radius; a line without a width all pixels it touches.
    """

    polygons: str = "centre"
    minimum_coverage: float = 0.5
    point_radius: float = 0.0
    line_width: float = 0.0

    def __post_init__(self) -> None:
        if self.polygons not in POLYGON_RULES:
            raise UserError(
                "job.invalid",
                f'There is no rule "{self.polygons}" for pixels.',
                f"Choose one of: {', '.join(POLYGON_RULES)}.",
            )
        if not 0 < self.minimum_coverage <= 1:
            raise UserError(
                "job.invalid",
                f"A pixel cannot be covered to {self.minimum_coverage}.",
                "Give the minimum coverage as a share above 0, up to 1.",
            )
        if max(self.point_radius, self.line_width) > MAX_WIDTH_PIXELS:
            raise UserError(
                "job.invalid",
                "A point's radius and a line's width cannot be more than "
                f"{MAX_WIDTH_PIXELS} pixels.",
                "Draw polygons where so much is meant.",
            )
        if self.point_radius < 0 or self.line_width < 0:
            raise UserError(
                "job.invalid",
                "A point's radius and a line's width cannot be below zero.",
                "Give them in pixels; 0 means the pixels that are touched.",
            )
