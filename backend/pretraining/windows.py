"""Training windows: recoloured crops of images and procedural images at many scales."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional

from .leaves import COUNT, dead_leaves
from .recolouring import draw_recolouring


@dataclass(frozen=True)
class Windows:
    """A batch in −1..1: inputs before diffusion noise, and the images to predict.

    Inputs have sensor noise, and some have textures that the network is to remove.
    """

    inputs: torch.Tensor  # (count, 3, window, window)
    targets: torch.Tensor
    flat: torch.Tensor  # (count,) whether targets are without textures


@dataclass(frozen=True)
class WindowSettings:
    """The size of windows, and the shares of their kinds."""

    size: int = 64
    leaves: float = 0.25  # share of procedural images
    flat: float = 0.0  # share of procedural images whose targets are without textures
    components: float = 0.0  # share recoloured as principal components, with noise


class WindowSource:
    """Draws batches; the same seed and step give the same batch."""

    def __init__(self, images: list[torch.Tensor], settings: WindowSettings, seed: int):
        self._images = images
        self._settings = settings
        self._seed = seed
        rng = np.random.default_rng([seed, 1])
        found = [image.flatten(1)[:, ::997].T.numpy() for image in images]
        natural = np.concatenate(found).astype(np.float32) / 255
        vivid = rng.uniform(size=(len(natural) // 2, 3)).astype(np.float32)
        palette = np.concatenate([natural, vivid])
        count = COUNT if settings.leaves else 0
        self._leaves = [dead_leaves(rng, palette) for _ in range(count)]

    def batch(self, step: int, count: int) -> Windows:
        """The windows of one training step."""
        rng = np.random.default_rng([self._seed, 2, step])
        inputs, targets, flat = zip(*(self._draw(rng) for _ in range(count)), strict=True)
        return Windows(torch.stack(inputs), torch.stack(targets), torch.tensor(flat))

    def _draw(self, rng: np.random.Generator) -> tuple[torch.Tensor, torch.Tensor, bool]:
        settings = self._settings
        flat = False
        if rng.uniform() < settings.leaves:
            leaves = self._leaves[rng.integers(len(self._leaves))]
            flat = bool(rng.uniform() < settings.flat)
            layers = [leaves.textured, leaves.flat] if flat else [leaves.textured]
            image = torch.cat(layers)
        else:
            image = self._images[rng.integers(len(self._images))]
        crop = self._crop(image, rng)
        recolouring = draw_recolouring(crop[:3], rng, settings.components)
        clean = recolouring.apply(crop[:3])
        targets = recolouring.apply(crop[3:]) if flat else clean
        return recolouring.noisy(clean, rng).contiguous(), targets.contiguous(), flat

    def _crop(self, image: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
        """A randomly rotated and flipped square of any size, resized to the window, in 0..1."""
        size = self._settings.size
        height, width = image.shape[1:]
        zoom = np.exp(rng.uniform(np.log(0.75), np.log(min(height, width) / size)))
        side = min(round(size * zoom), height, width)
        top, left = rng.integers(height - side + 1), rng.integers(width - side + 1)
        crop = image[:, top : top + side, left : left + side]
        if not crop.is_floating_point():
            crop = crop.float() / 255
        if side != size:
            crop = functional.interpolate(crop[None], (size, size), mode="bilinear", antialias=True)
            crop = crop[0].clamp(0, 1)
        crop = torch.rot90(crop, int(rng.integers(4)), (1, 2))
        return crop.flip(2) if rng.uniform() < 0.5 else crop
