"""The settings of `apply`."""

from __future__ import annotations

from dataclasses import dataclass

from .map_outputs import MapOutputs
from .model_settings import ModelChoice
from .scene_settings import SceneSettings


@dataclass(frozen=True, kw_only=True)
class Settings(MapOutputs, ModelChoice, SceneSettings):
    """What `apply` needs and may be told."""
