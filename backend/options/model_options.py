"""Which trained model is applied."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import option


@dataclass(frozen=True, kw_only=True)
class ModelOptions:
    """A model file, and its backbone where that is not on this computer."""

    model: Path = option("Trained model (.safetensors).", metavar="FILE")
    backbone: str | None = option(
        "The model's diffusion network, where it is neither the bundled one nor in the cache: "
        "adm-imagenet64 or the path of its checkpoint, a folder in diffusers format, or a model of "
        "the Hugging Face hub as owner/name@commit. Without this option nothing is downloaded.",
        None,
        metavar="NAME",
    )
