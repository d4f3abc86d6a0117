"""The pictures that the backbone is trained on, and those kept apart to measure its loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import numpy as np
import torch
from PIL import Image

SUFFIXES = {".png", ".jpg", ".jpeg", ".tif"}
#: Every so many pictures one is never trained on.
HELD_OUT_EVERY = 29


@dataclass(frozen=True)
class TrainingImages:
    """Images (3, height, width) of bytes, those to train on and those kept apart."""

    training: list[torch.Tensor]
    held_out: list[torch.Tensor]


def load_images(
    folders: Sequence[Path], min_side: int, patterns: Sequence[str] = ("*",)
) -> TrainingImages:
    """Every picture whose name has one of the patterns; those smaller than a side are left out."""
    paths = [
        path
        for folder in folders
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in SUFFIXES
        and any(fnmatch(path.name, pattern) for pattern in patterns)
    ]
    images = [_read(path) for path in paths]
    images = [image for image in images if min(image.shape[1:]) >= min_side]
    if len(images) < 2:
        raise FileNotFoundError(f"too few pictures in {', '.join(map(str, folders))}")
    held_out = range(len(images))[HELD_OUT_EVERY // 2 :: HELD_OUT_EVERY] or range(1)
    return TrainingImages(
        [image for number, image in enumerate(images) if number not in held_out],
        [images[number] for number in held_out],
    )


def _read(path: Path) -> torch.Tensor:
    with Image.open(path) as image:
        pixels = np.array(image.convert("RGB"))
    return torch.from_numpy(pixels).permute(2, 0, 1).contiguous()
