"""The settings of `apply`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .scene_settings import SceneSettings
from .settings import setting


@dataclass(frozen=True, kw_only=True)
class Settings(SceneSettings):
    """What `apply` needs and may be told."""

    model: Path = setting("The trained model (.safetensors).", metavar="FILE")
    output: Path = setting("Class map to write (GeoTIFF).", metavar="FILE")
    confidence: Path | None = setting("Confidence in percent to write.", None, metavar="FILE")
    probabilities: Path | None = setting(
        "Probabilities to write, one band a class.", None, metavar="FILE"
    )
    applicability: Path | None = setting(
        "Dissimilarity to the training data to write; above 1 the model does not apply.",
        None,
        metavar="FILE",
    )
