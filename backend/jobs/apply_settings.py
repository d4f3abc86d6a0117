"""The settings of `apply`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .map_outputs import MapOutputs
from .scene_settings import SceneSettings
from .settings import setting


@dataclass(frozen=True, kw_only=True)
class Settings(MapOutputs, SceneSettings):
    """What `apply` needs and may be told."""

    model: Path = setting("The trained model (.safetensors).", metavar="FILE")
