"""Maps a scene with a model that was trained before, here or elsewhere."""

from __future__ import annotations

from ..protocol import Result
from ..reporter import Reporter
from .apply_settings import Settings

SUMMARY = "Write the class map of a scene with a model trained before."

STAGES = (("start", 3), ("features", 10), ("mapping", 6))


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from .classification import apply

    return apply(settings, reporter)
