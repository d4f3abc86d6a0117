"""Learns from the labels of a scene and keeps the model, without mapping anything."""

from __future__ import annotations

from ..protocol import Result
from ..reporter import Reporter
from .train_settings import Settings

SUMMARY = "Learn from labelled polygons, points or lines of a scene and keep the model."

STAGES = (("start", 3), ("labels", 2), ("features", 10), ("validation", 12), ("training", 3))


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from .classification import train

    return train(settings, reporter)
