"""The settings of `apply`."""

from __future__ import annotations

from dataclasses import dataclass

from .map_outputs import MapOutputs
from .model_options import ModelOptions
from .scene_options import SceneOptions

#: Stages of mapping a scene, with their shares of the time.
STAGES = (("start", 3), ("features", 10), ("mapping", 6))


@dataclass(frozen=True, kw_only=True)
class Settings(MapOutputs, ModelOptions, SceneOptions):
    """What `apply` needs and may be told."""
