"""Says where to label next, as points or small polygons ready to be filled in."""

from __future__ import annotations

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.suggest_options import Settings

__all__ = ["SUMMARY", "Settings", "run"]

SUMMARY = "Suggest where to label next: places that would teach the model most."
STAGES = (("start", 3), ("features", 10), ("candidates", 4), ("choice", 2))


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..pipeline.active_learning import suggest_locations

    return suggest_locations(settings, reporter)
