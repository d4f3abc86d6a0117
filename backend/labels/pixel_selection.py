"""The rule by which geometries label pixels."""

from __future__ import annotations

from dataclasses import dataclass

from ..common.choices import POLYGON_RULES
from ..core.errors import UserError

#: The largest radius of points and width of lines, in pixels.
MAX_WIDTH_PIXELS = 1000


@dataclass(frozen=True)
class PixelSelection:
    """The pixels that points, lines and polygons label; lengths are in pixels of the scene.

    A polygon labels the pixels whose centre it contains (`centre`), all pixels it touches
    (`touched`), or those that it covers to a minimum share (`coverage`). A point labels its pixel
    and those whose centre is within its radius. A line without a width labels all pixels it
    touches.
    """

    polygons: str = "centre"
    minimum_coverage: float = 0.5
    point_radius: float = 0.0
    line_width: float = 0.0

    def __post_init__(self) -> None:
        if self.polygons not in POLYGON_RULES:
            raise UserError(
                "job.invalid",
                f'Unknown pixel selection rule "{self.polygons}".',
                f"Choose one of: {', '.join(POLYGON_RULES)}.",
            )
        if not 0 < self.minimum_coverage <= 1:
            raise UserError(
                "job.invalid",
                f"The minimum coverage cannot be {self.minimum_coverage}.",
                "Give a share above 0, up to 1.",
            )
        if max(self.point_radius, self.line_width) > MAX_WIDTH_PIXELS:
            raise UserError(
                "job.invalid",
                "The radius of points and the width of lines cannot exceed "
                f"{MAX_WIDTH_PIXELS} pixels.",
                "Draw polygons to label larger areas.",
            )
        if self.point_radius < 0 or self.line_width < 0:
            raise UserError(
                "job.invalid",
                "The radius of points and the width of lines cannot be negative.",
                "Give them in pixels; 0 labels the pixels that are touched.",
            )
