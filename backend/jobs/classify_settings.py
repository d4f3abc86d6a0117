"""The settings of `classify`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .learning_settings import LearningSettings
from .settings import setting


@dataclass(frozen=True, kw_only=True)
class Settings(LearningSettings):
    """What `classify` needs and may be told."""

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
    model: Path | None = setting(
        "Model to keep for other scenes (.safetensors).", None, metavar="FILE"
    )
