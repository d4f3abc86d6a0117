"""Says where to label next, as points or small polygons ready to be filled in."""

from __future__ import annotations

from ..protocol import Result
from ..reporter import Reporter
from .suggest_settings import Settings

__all__ = ["SUMMARY", "Settings", "run"]

SUMMARY = "Suggest where to label next: places that would teach the model most."
STAGES = (("start", 3), ("features", 10), ("candidates", 4), ("choice", 2))


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from .suggesting import suggest_places

    return suggest_places(settings, reporter)
