"""The settings of `classify`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import setting
from .map_outputs import MapOutputs
from .training_options import TrainingOptions


@dataclass(frozen=True, kw_only=True)
class Settings(MapOutputs, TrainingOptions):
    """What `classify` needs and may be told."""

    model: Path | None = setting(
        "Model to keep for other scenes (.safetensors).", None, metavar="FILE"
    )
