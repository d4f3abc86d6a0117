"""Maps a scene with a model that was trained before, here or elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..protocol import Result
from ..reporter import Reporter
from .scene_settings import SceneSettings
from .settings import setting

SUMMARY = "Write the class map of a scene with a model trained before."

STAGES = (("start", 3), ("features", 10), ("mapping", 6))


@dataclass(frozen=True, kw_only=True)
class Settings(SceneSettings):
    """What `apply` needs and may be told."""

    model: Path = setting("The trained model (.safetensors).", metavar="FILE")
    output: Path = setting("Class map to write (GeoTIFF).", metavar="FILE")
    confidence: Path | None = setting("Confidence in percent to write.", None, metavar="FILE")
    probabilities: Path | None = setting(
        "Probabilities to write, one band a class.", None, metavar="FILE"
    )


def run(settings: Settings, reporter: Reporter) -> Result:
    """Do it."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from .classification import apply

    return apply(settings, reporter)
