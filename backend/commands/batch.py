"""`batch`: maps many scenes with one model, on one machine or on a cluster."""

from __future__ import annotations

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.campaign_options import CampaignOptions as Options

__all__ = ["CANCELLED_MESSAGE", "STAGES", "SUMMARY", "Options", "run"]

SUMMARY = "Write the class maps of many scenes with one model, in parallel."
CANCELLED_MESSAGE = "Cancelled; complete scenes are kept and will be skipped in the next run."

STAGES = (("start", 1), ("scenes", 60), ("summary", 1))


def run(options: Options, reporter: Reporter) -> Result:
    """Map the scenes and publish the summary."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..campaign.campaign import map_scenes

    return map_scenes(options, reporter)
