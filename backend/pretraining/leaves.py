"""Procedural images (dead leaves): occluding polygons of power-law sizes, with textures."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from PIL import Image, ImageDraw

SIZE = 256
#: Number of images; windows vary more by zoom, crop, rotation and colour.
COUNT = 240


@dataclass(frozen=True)
class Leaves:
    """An image (3, size, size) in 0..1, and the same without textures."""

    textured: torch.Tensor
    flat: torch.Tensor


def dead_leaves(rng: np.random.Generator, palette: np.ndarray) -> Leaves:
    """An image of occluding textured polygons with colours of a palette (colours, 3)."""
    layers = int(rng.integers(60, 500))
    smallest, largest = rng.uniform(2.0, 6.0), rng.uniform(40.0, 120.0)
    draw = rng.uniform(size=layers)
    radii = 1.0 / np.sqrt(draw / smallest**2 + (1 - draw) / largest**2)
    index = Image.new("I", (SIZE, SIZE), 0)
    canvas = ImageDraw.Draw(index)
    for number, radius in enumerate(np.sort(radii)[::-1] if rng.uniform() < 0.3 else radii, 1):
        canvas.polygon(_polygon(rng, float(radius), SIZE), fill=number)
    owner = np.asarray(index, dtype=np.int64)
    colours = palette[rng.integers(len(palette), size=layers + 1)]
    roughness = rng.uniform(0.0, 0.12, layers + 1) * (rng.uniform(size=layers + 1) < 0.7)
    flat = colours[owner].transpose(2, 0, 1)
    textured = flat + roughness[owner] * natural_texture(rng, SIZE)
    return Leaves(_image(textured), _image(flat))


def natural_texture(rng: np.random.Generator, size: int, channels: int = 3) -> np.ndarray:
    """Standardised noise whose amplitude falls with frequency as in natural images."""
    frequencies = np.hypot(
        np.fft.fftfreq(size)[:, None] * rng.uniform(0.4, 1.0), np.fft.rfftfreq(size)[None]
    )
    amplitude = 1.0 / np.maximum(frequencies, 1.0 / size) ** rng.uniform(0.6, 1.6)
    shape = (channels, *amplitude.shape)
    spectrum = (rng.normal(size=shape) + 1j * rng.normal(size=shape)) * amplitude
    texture: np.ndarray = np.fft.irfft2(spectrum, s=(size, size))
    return np.asarray((texture - texture.mean()) / (texture.std() + 1e-9))


def _polygon(rng: np.random.Generator, radius: float, size: int) -> list[tuple[float, float]]:
    """The corners of a polygon shaped like a blob, a field, a house or a road."""
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


def _image(values: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(np.clip(values, 0, 1).astype(np.float32))
