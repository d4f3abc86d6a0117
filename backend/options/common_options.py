"""Options that several commands declare by themselves, outside any group."""

from __future__ import annotations

from dataclasses import MISSING
from typing import Any

from ..common.choices import BUNDLED_BACKBONE, MAX_SEED, PRESETS
from .declaration import option
from .parsing import parse_scales


def image_option() -> Any:
    """The scene that a command reads."""
    return option("Hyperspectral raster, or a product's folder or metadata file.", metavar="FILE")


def report_option(default: Any = MISSING) -> Any:
    """The report that a command writes; required unless it has a default."""
    return option(
        "HTML report to write; a JSON file with its numbers is written beside it.",
        default,
        metavar="FILE",
    )


def seed_option(effect: str) -> Any:
    """The seed of random numbers, with what it determines."""
    return option(f"Random seed: {effect}.", 0, minimum=0, maximum=MAX_SEED)


def allow_external_option() -> Any:
    """Whether datasets may refer to files elsewhere."""
    return option(
        "Also read datasets that refer to files outside their own folder or to the network, such "
        "as virtual rasters. Use this for datasets that you trust only.",
        False,
    )


def backbone_option() -> Any:
    """The diffusion network that features are extracted with."""
    return option(
        "Diffusion network: bundled, adm-imagenet64 or the path of its checkpoint, a folder in "
        "diffusers format, or a model of the Hugging Face hub as owner/name@commit.",
        BUNDLED_BACKBONE,
    )


def preset_option() -> Any:
    """Settings of features and networks as a whole."""
    return option(
        "default, or paper: one composite, one decoder block, windows at stride 32 and networks "
        "trained as published, without other base classifiers and context features.",
        PRESETS[0],
        choices=PRESETS,
    )


def scales_option() -> Any:
    """Resolutions at which features are extracted."""
    return option(
        "Scales at which features are extracted: 1 is full resolution, 2 half of it; 2, 4 by "
        "default.",
        (),
        metavar="NUMBERS",
        parse=parse_scales,
    )
