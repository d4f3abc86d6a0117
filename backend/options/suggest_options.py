"""What `suggest` may be told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import setting
from .model_options import ModelOptions
from .scene_options import SceneOptions

GEOMETRY_TYPES = ("polygon", "point")


@dataclass(frozen=True, kw_only=True)
class Settings(ModelOptions, SceneOptions):
    """What `suggest` needs and may be told."""

    output: Path = setting("GeoPackage of suggested places to write.", metavar="FILE")
    count: int = setting("How many places to suggest.", 20)
    labels: Path | None = setting(
        "The labels the model learnt from: places that look like them come last.",
        None,
        metavar="FILE",
    )
    class_field: str | None = setting(
        'Field of the labels that holds the class; the suggestions get one of that name ("class" '
        "by default), empty.",
        None,
        metavar="NAME",
    )
    shape: str = setting(
        "What to draw: the pixel's outline, or a point in its middle.",
        "polygon",
        choices=GEOMETRY_TYPES,
    )
    spacing: float | None = setting(
        "Pixels between places below which a second one is hardly worth it; by the scene's size "
        "and the count by default.",
        None,
    )
    seed: int = setting("Same seed, same places.", 0, minimum=0, maximum=2**31 - 1)
