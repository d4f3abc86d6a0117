"""Maps many scenes with one model, on all of a machine or on a cluster."""

from __future__ import annotations

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.batch_options import Settings

__all__ = ["CANCELLED_MESSAGE", "SUMMARY", "Settings", "run"]

SUMMARY = "Write the class maps of many scenes with one model, in parallel."
CANCELLED_MESSAGE = (
    "Cancelled; scenes that were complete stay, and are left out when it is run again."
)

STAGES = (("start", 1), ("scenes", 60), ("summary", 1))


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..campaign.campaign import map_scenes

    return map_scenes(settings, reporter)
