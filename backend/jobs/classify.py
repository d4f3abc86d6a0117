"""The main job: learn from a few labels of a scene and map the whole of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..protocol import Result
from ..reporter import Reporter
from .learning_settings import LearningSettings
from .settings import setting

SUMMARY = "Learn from labelled polygons, points or lines of a scene and write its class map."

STAGES = (
    ("start", 3),
    ("labels", 2),
    ("features", 10),
    ("validation", 12),
    ("training", 3),
    ("mapping", 6),
)


@dataclass(frozen=True, kw_only=True)
class Settings(LearningSettings):
    """What `classify` needs and may be told."""

    output: Path = setting("Class map to write (GeoTIFF).", metavar="FILE")
    confidence: Path | None = setting("Confidence in percent to write.", None, metavar="FILE")
    probabilities: Path | None = setting(
        "Probabilities to write, one band a class.", None, metavar="FILE"
    )
    model: Path | None = setting(
        "Model to keep for other scenes (.safetensors).", None, metavar="FILE"
    )


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    # imported here so that the door can report progress while the libraries load
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from .classification import classify

    return classify(settings, reporter)
