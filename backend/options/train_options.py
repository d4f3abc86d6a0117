"""The settings of `train`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import setting
from .training_options import TrainingOptions


@dataclass(frozen=True, kw_only=True)
class Settings(TrainingOptions):
    """What `train` needs and may be told."""

    model: Path = setting("Model to write (.safetensors).", metavar="FILE")
