"""Settings that say which features describe a pixel's surroundings."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.errors import UserError
from .declaration import setting
from .scene_options import SceneOptions

PAPER = "paper"
PRESETS = ("default", PAPER)


@dataclass(frozen=True, kw_only=True)
class FeatureOptions(SceneOptions):
    """Which network looks at which pictures of the scene, and what is read inside it."""

    backbone: str = setting(
        "Diffusion network: bundled, adm-imagenet64 or the path of its checkpoint, a folder in "
        "diffusers format, or a model of the Hugging Face hub as owner/name@commit.",
        "bundled",
    )
    preset: str = setting(
        "default, or paper: one composite, one decoder block, windows at stride 32 and networks "
        "trained as published, with nothing beside them.",
        PRESETS[0],
        choices=PRESETS,
    )
    blocks: str | None = setting(
        "Decoder blocks of the network to read, from 0 on; the number after the last one is the "
        "denoised picture. 2, 12 by default, 12 being the picture.",
        None,
        metavar="NUMBERS",
    )
    timesteps: str | None = setting(
        "How noisy the network takes the scene to be, 0 to 999; 300 by default. Several may be "
        "read, such as 100, 300.",
        None,
        metavar="NUMBERS",
    )
    composites: str | None = setting(
        "Pictures of the scene to look at, out of rgb, cir, swir, pca1, pca2; pca1, pca2 by "
        "default.",
        None,
        metavar="NAMES",
    )
    scales: str | None = setting(
        "Sizes at which the network looks at the scene: 2 is half resolution; 2, 4 by default.",
        None,
        metavar="NUMBERS",
    )
    components: int | None = setting(
        "Numbers that are kept of each scale's activations, beside the denoised picture; 4 by "
        "default, 32 where other blocks are chosen.",
        None,
        minimum=1,
        maximum=256,
    )


def parse_list(text: str | None, name: str) -> tuple[str, ...]:
    """The words of a list with commas; each once, in the order given."""
    words = (word.strip().lower() for word in (text or "").replace(";", ",").split(","))
    parsed = tuple(dict.fromkeys(word for word in words if word))
    if text is not None and not parsed:
        raise UserError(
            "features.invalid", f"No {name} are given.", "Give some, or leave the setting out."
        )
    return parsed


def parse_integers(text: str | None, name: str, maximum: int, minimum: int = 0) -> tuple[int, ...]:
    """The whole numbers of a list, from `minimum` to `maximum`."""
    numbers = []
    for parsed in parse_list(text, name):
        word = parsed.removesuffix(".0")  # as numbers arrive that other algorithms have found
        if not (word.isascii() and word.isdigit() and minimum <= int(word) <= maximum):
            raise UserError(
                "features.invalid",
                f'"{word}" is none of the {name} there are.',
                f"Give whole numbers from {minimum} to {maximum} with commas between them.",
            )
        numbers.append(int(word))
    return tuple(dict.fromkeys(numbers))
