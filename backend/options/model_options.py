"""Settings of jobs that put a trained model to work."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import setting


@dataclass(frozen=True, kw_only=True)
class ModelOptions:
    """Which model, and its backbone where that is not on this computer."""

    model: Path = setting("The trained model (.safetensors).", metavar="FILE")
    backbone: str | None = setting(
        "The model's diffusion network, where it is neither the bundled one nor in the cache: "
        "adm-imagenet64 or the path of its checkpoint, a folder in diffusers format, or a model of "
        "the Hugging Face hub as owner/name@commit. Without it nothing is fetched.",
        None,
        metavar="NAME",
    )
