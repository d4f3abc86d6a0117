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
APART = 29


@dataclass(frozen=True)
class Pictures:
    """Images (3, height, width) of bytes, those to train on and those kept apart."""

    training: list[torch.Tensor]
    apart: list[torch.Tensor]


def load_pictures(
    folders: Sequence[Path], smallest: int, patterns: Sequence[str] = ("*",)
) -> Pictures:
    """Every picture whose name has one of the patterns; those smaller than a side are left out."""
    paths = [
        path
        for folder in folders
        for path in sorted(folder.iterdir())
        if path.suffix.lower() in SUFFIXES
        and any(fnmatch(path.name, pattern) for pattern in patterns)
    ]
    images = [_read(path) for path in paths]
    images = [image for image in images if min(image.shape[1:]) >= smallest]
    if len(images) < 2:
        raise FileNotFoundError(f"too few pictures in {', '.join(map(str, folders))}")
    apart = range(len(images))[APART // 2 :: APART] or range(1)
    return Pictures(
        [image for number, image in enumerate(images) if number not in apart],
        [images[number] for number in apart],
    )


def _read(path: Path) -> torch.Tensor:
    with Image.open(path) as image:
        pixels = np.array(image.convert("RGB"))
    return torch.from_numpy(pixels).permute(2, 0, 1).contiguous()
