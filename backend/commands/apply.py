"""Maps a scene with a model that was trained before, here or elsewhere."""

from __future__ import annotations

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.apply_options import STAGES, Settings

SUMMARY = "Write the class map of a scene with a model trained before."


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..pipeline.classification import apply

    return apply(settings, reporter)
