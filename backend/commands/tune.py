"""Finds the decoder block, timestep and composite whose features suit a scene and its labels."""

from __future__ import annotations

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.tune_options import Settings

SUMMARY = "Find the decoder block, timestep and composite that suit a scene, and write a report."

STAGES = (
    ("start", 3),
    ("labels", 2),
    ("features", 30),
    ("validation", 25),
    ("clusters", 5),
    ("report", 1),
)


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..pipeline.feature_search import tune

    return tune(settings, reporter)
