"""The main job: learn from a few labels of a scene and map the whole of it."""

from __future__ import annotations

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.classify_options import Settings

SUMMARY = "Learn from labelled polygons, points or lines of a scene and write its class map."

STAGES = (
    ("start", 3),
    ("labels", 2),
    ("features", 10),
    ("validation", 12),
    ("training", 3),
    ("mapping", 6),
)


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    # imported here so that the door can report progress while the libraries load
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..pipeline.classification import classify

    return classify(settings, reporter)
