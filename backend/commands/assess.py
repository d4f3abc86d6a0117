"""Holds a class map against reference data, and draws the sample of points for that."""

from __future__ import annotations

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.assess_options import Settings

__all__ = ["SUMMARY", "Settings", "run"]

SUMMARY = "Assess a class map against reference data, or draw the sample of points for that."


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    # imported here so that the door can report progress while the libraries load
    reporter.plan((("start", 1), ("sample", 4), ("compare", 8), ("report", 1)))
    reporter.begin("start", "loading libraries")
    from ..pipeline.map_assessment import assess_map

    return assess_map(settings, reporter)
