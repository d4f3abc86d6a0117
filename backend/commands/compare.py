"""Tries every method on the labels of a scene and says which one to take."""

from __future__ import annotations

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.compare_options import Settings

SUMMARY = "Compare all methods on a scene and its labels, and write a report with their maps."

STAGES = (
    ("start", 3),
    ("labels", 2),
    ("features", 10),
    ("validation", 25),
    ("mapping", 12),
    ("report", 1),
)


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..pipeline.method_comparison import compare

    return compare(settings, reporter)
