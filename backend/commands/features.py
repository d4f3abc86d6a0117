"""Writes what a diffusion network sees around each pixel of a scene."""

from __future__ import annotations

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.features_options import Settings

SUMMARY = "Write the diffusion features of a scene as a raster with one named band each."

STAGES = (("start", 3), ("preparing", 4), ("features", 20))


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..pipeline.feature_export import write_features

    return write_features(settings, reporter)
