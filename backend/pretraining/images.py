"""The images that the backbone is trained on, and held-out images for the validation loss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

import numpy as np
import torch
from PIL import Image

SUFFIXES = {".png", ".jpg", ".jpeg", ".tif"}
#: One of so many images is held out.
HELD_OUT_EVERY = 29


@dataclass(frozen=True)
class TrainingImages:
    """Images (3, height, width) of bytes for training and for validation."""

    training: list[torch.Tensor]
    held_out: list[torch.Tensor]


def load_images(
    folders: Sequence[Path], min_side: int, patterns: Sequence[str] = ("*",)
) -> TrainingImages:
    """Read the images whose names match a pattern and whose sides have at least `min_side`."""
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
        raise FileNotFoundError(f"fewer than two images in {', '.join(map(str, folders))}")
    held_out = range(len(images))[HELD_OUT_EVERY // 2 :: HELD_OUT_EVERY] or range(1)
    return TrainingImages(
        [image for number, image in enumerate(images) if number not in held_out],
        [images[number] for number in held_out],
    )


def _read(path: Path) -> torch.Tensor:
    with Image.open(path) as image:
        pixels = np.array(image.convert("RGB"))
    return torch.from_numpy(pixels).permute(2, 0, 1).contiguous()
