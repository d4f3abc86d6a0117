"""Learns from the labels of a scene and keeps the model, without mapping anything."""

from __future__ import annotations

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.train_options import Settings

SUMMARY = "Learn from labelled polygons, points or lines of a scene and keep the model."

STAGES = (("start", 3), ("labels", 2), ("features", 10), ("validation", 12), ("training", 3))


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..pipeline.classification import train

    return train(settings, reporter)
