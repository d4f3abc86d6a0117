"""`live_map`: maps what is in view after an edit, first by a discriminant, then by the method."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..common.choices import DEFAULT_MIN_COVERAGE, POLYGON_RULES
from ..common.protocol import Result
from ..core.errors import InvalidJob
from ..core.reporter import Reporter
from ..labels.pixel_selection import PixelSelection
from ..options.declaration import group, option
from ..options.training_options import MethodOptions
from . import LiveContext
from .scene_options import LiveSceneOptions

SUMMARY = "Map what is in view after an edit of the training samples."

STAGES = (("start", 1), ("labels", 1), ("first", 2), ("features", 10), ("refined", 20))

#: What a request may ask for, in the order in which it comes.
UPDATES = ("first", "refined", "validated")


@dataclass(frozen=True, kw_only=True)
class Options(LiveSceneOptions):
    """Options of `live_map`; those of labels and method are named as in `classify`."""

    samples: tuple[dict[str, Any], ...] = option(
        "Training samples: class and geometry (WKB in base64) of each."
    )
    numeric: bool = option("Whether the classes of the samples are integers.", False)
    crs: str | None = option(
        "Coordinate system of the samples; that of the scene by default.", None
    )
    classes: tuple[dict[str, Any], ...] = option("Names and colours of the classes.", ())
    pixel_rule: str = option(
        "Pixel selection rule for polygons.", POLYGON_RULES[0], choices=POLYGON_RULES
    )
    min_coverage: float = option("Minimum share, for the rule coverage.", DEFAULT_MIN_COVERAGE)
    point_radius: float = option("Radius of points, in pixels.", 0.0)
    line_width: float = option("Width of lines, in pixels.", 0.0)
    view: dict[str, Any] | None = option("The view; the whole scene by default.", None)
    folder: Path = option("Existing folder for the maps.", metavar="DIR")
    number: int = option("Number in the names of the maps.", minimum=0)
    stages: tuple[str, ...] = option("Updates to send.", UPDATES)
    method: MethodOptions = group(MethodOptions)

    def __post_init__(self) -> None:
        if unknown := sorted(set(self.stages) - set(UPDATES)):
            raise InvalidJob(
                f'Unknown update: "{unknown[0][:40]}".', f"Choose among: {', '.join(UPDATES)}."
            )

    @property
    def selection(self) -> PixelSelection:
        """Which pixels the samples label."""
        return PixelSelection(
            self.pixel_rule, self.min_coverage, self.point_radius, self.line_width
        )


def run(options: Options, reporter: Reporter, context: LiveContext) -> Result:
    """Send the updates that are asked for, each as soon as it is there."""
    reporter.plan(STAGES)
    reporter.begin("start", "opening the scene")
    from .edits import LiveEdit

    edit = LiveEdit.read(options, reporter, context)
    if "first" in options.stages:
        edit.send_first(reporter)
    if "refined" in options.stages or "validated" in options.stages:
        edit.send_refined(reporter)
    reporter.finish()
    return Result({}, {"seconds": reporter.rounded_seconds()})
