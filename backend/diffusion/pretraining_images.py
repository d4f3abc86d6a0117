"""Endless training windows for the bundled backbone: crops of photographs and procedural images.

Composites of hyperspectral bands do not look like photographs: their channels mean other things
and their edges are straight. So windows are cut at many scales, channels are permuted, mixed and
stretched, and a share of them is dead leaves: occluding shapes with the sizes nature has.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from PIL import Image, ImageDraw
from torch.nn import functional

PROCEDURAL_SIZE = 256


def load_photographs(folder: Path) -> list[torch.Tensor]:
    """Every image of a folder as a float tensor (3, height, width) in 0..1."""
    paths = sorted(
        path for path in folder.iterdir() if path.suffix.lower() in {".png", ".jpg", ".tif"}
    )
    if not paths:
        raise FileNotFoundError(f"no photographs in {folder}")
    images = []
    for path in paths:
        with Image.open(path) as image:
            pixels = np.asarray(image.convert("RGB"), dtype=np.float32) / 255.0
        images.append(torch.from_numpy(pixels).permute(2, 0, 1).contiguous())
    return images


def natural_texture(rng: np.random.Generator, size: int, channels: int = 3) -> np.ndarray:
    """Noise whose amplitude falls with frequency as in natural images, 0 mean, unit variance."""
    frequencies = np.hypot(
        np.fft.fftfreq(size)[:, None] * rng.uniform(0.4, 1.0), np.fft.rfftfreq(size)[None]
    )
    amplitude = 1.0 / np.maximum(frequencies, 1.0 / size) ** rng.uniform(0.6, 1.6)
    shape = (channels, *amplitude.shape)
    spectrum = (rng.normal(size=shape) + 1j * rng.normal(size=shape)) * amplitude
    texture = np.fft.irfft2(spectrum, s=(size, size))
    return (texture - texture.mean()) / (texture.std() + 1e-9)


def _polygon(rng: np.random.Generator, radius: float, size: int) -> list[tuple[float, float]]:
    """The corners of one leaf: a blob, a field, a house or a road."""
    centre = rng.uniform(0, size, 2)
    angle = rng.uniform(0, np.pi)
    kind = rng.integers(4)
    if kind == 0:
        turns = np.linspace(0, 2 * np.pi, 24, endpoint=False)
        radii = radius * (1 + 0.25 * np.sin(turns * rng.integers(2, 5) + angle) * rng.uniform())
        points = np.stack([np.cos(turns), np.sin(turns)], 1) * radii[:, None]
    else:
        aspect = {1: rng.uniform(0.5, 1.0), 2: rng.uniform(0.3, 0.8), 3: rng.uniform(0.02, 0.12)}
        half = np.array([radius * (4 if kind == 3 else 1), radius * 2 * aspect[int(kind)]])
        points = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half
        points = points + (rng.normal(0, 0.15, points.shape) * radius if kind == 2 else 0)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return [tuple(point) for point in points @ turn.T + centre]


def dead_leaves(rng: np.random.Generator, palette: np.ndarray) -> torch.Tensor:
    """An image of occluding textured shapes with power-law sizes, (3, size, size) in 0..1."""
    size = PROCEDURAL_SIZE
    layers = int(rng.integers(60, 500))
    smallest, largest = rng.uniform(2.0, 6.0), rng.uniform(40.0, 120.0)
    draw = rng.uniform(size=layers)
    radii = 1.0 / np.sqrt(draw / smallest**2 + (1 - draw) / largest**2)
    index = Image.new("I", (size, size), 0)
    canvas = ImageDraw.Draw(index)
    for number, radius in enumerate(np.sort(radii)[::-1] if rng.uniform() < 0.3 else radii, 1):
        canvas.polygon(_polygon(rng, float(radius), size), fill=number)
    owner = np.asarray(index, dtype=np.int64)
    colours = palette[rng.integers(len(palette), size=layers + 1)]
    roughness = rng.uniform(0.0, 0.12, layers + 1) * (rng.uniform(size=layers + 1) < 0.7)
    image = colours[owner].transpose(2, 0, 1)
    image = image + roughness[owner] * natural_texture(rng, size)
    return torch.from_numpy(np.clip(image, 0, 1).astype(np.float32))


class WindowSource:
    """Draws batches of windows in −1..1; the same seed and step give the same batch."""

    def __init__(self, photographs: list[torch.Tensor], window: int, leaves: float, seed: int):
        self._photographs = photographs
        self._window = window
        self._leaves_share = leaves
        self._seed = seed
        rng = np.random.default_rng([seed, 1])
        pixels = [image.flatten(1)[:, ::997].T.numpy() for image in photographs]
        natural = np.concatenate(pixels)
        vivid = rng.uniform(size=(len(natural) // 2, 3)).astype(np.float32)
        palette = np.concatenate([natural, vivid])
        self._leaves = [dead_leaves(rng, palette) for _ in range(240)]

    def batch(self, step: int, count: int) -> torch.Tensor:
        """The windows of one training step, (count, 3, window, window)."""
        rng = np.random.default_rng([self._seed, 2, step])
        return torch.stack([self._draw(rng) for _ in range(count)])

    def _draw(self, rng: np.random.Generator) -> torch.Tensor:
        bank = self._leaves if rng.uniform() < self._leaves_share else self._photographs
        image = bank[rng.integers(len(bank))]
        height, width = image.shape[1:]
        zoom = np.exp(rng.uniform(np.log(0.75), np.log(min(height, width) / self._window)))
        side = round(self._window * zoom)
        top, left = rng.integers(height - side + 1), rng.integers(width - side + 1)
        crop = image[:, top : top + side, left : left + side]
        if side != self._window:
            crop = functional.interpolate(
                crop[None], (self._window,) * 2, mode="bilinear", antialias=True
            )[0]
        crop = torch.rot90(crop, int(rng.integers(4)), (1, 2))
        if rng.uniform() < 0.5:
            crop = crop.flip(2)
        return self._recolour(crop, rng)

    @staticmethod
    def _recolour(crop: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
        """Give the channels another meaning, as pseudo-RGB and PCA composites do."""
        crop = crop[torch.from_numpy(rng.permutation(3))]
        if rng.uniform() < 0.5:
            mixing = np.eye(3) + rng.normal(0, 0.6, (3, 3))
            crop = torch.einsum("oc,chw->ohw", torch.from_numpy(mixing.astype(np.float32)), crop)
        if rng.uniform() < 0.8:
            low = torch.quantile(crop.flatten(1), float(rng.uniform(0, 0.03)), dim=1)
            high = torch.quantile(crop.flatten(1), float(rng.uniform(0.97, 1.0)), dim=1)
            span = (high - low).clamp(min=0.05 + 0.15 * float(rng.uniform()))
            crop = (crop - low[:, None, None]) / span[:, None, None]
        crop = crop.clamp(0, 1) ** float(np.exp(rng.uniform(-0.5, 0.5)))
        return (crop.clamp(0, 1) * 2 - 1).contiguous()
