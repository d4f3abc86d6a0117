"""Colour augmentation that gives photographs the colours of composites.

The channels of composites of hyperspectral bands do not have the statistics of photographs. One
augmentation permutes, mixes and stretches channels at random. The other treats an image like a
scene: logarithm, principal components, a stretch between percentiles, and noise that grows from the
first component to the last. The ranges of noise and contrast were measured in composites of EnMAP,
CASI and NEON scenes, without labels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

#: Range of the ratio of noise to signal (standard deviations), of the first to the sixth component.
NOISE = (0.03, 0.8)
#: Added to an image in 0..1 before the logarithm.
DARKEST = 0.02


@dataclass(frozen=True)
class Recolouring:
    """An affine map of channels, a gamma, and the standard deviation of noise by channel."""

    weights: torch.Tensor  # (3, 3)
    offset: torch.Tensor  # (3,)
    gamma: float
    noise: torch.Tensor  # (3,)
    logarithmic: bool = False

    def apply(self, crop: torch.Tensor) -> torch.Tensor:
        """A window in −1..1, without noise, from a crop (3, height, width) in 0..1."""
        source = (crop + DARKEST).log() if self.logarithmic else crop
        mapped = torch.einsum("oc,chw->ohw", self.weights, source) + self.offset[:, None, None]
        return (mapped.clamp(0, 1) ** self.gamma) * 2 - 1

    def noisy(self, window: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
        """A window in −1..1 with sensor noise."""
        if not bool(self.noise.any()):
            return window
        noise = torch.from_numpy(rng.standard_normal(window.shape).astype(np.float32))
        return (window + 2 * self.noise[:, None, None] * noise).clamp(-1, 1)


def draw_recolouring(
    crop: torch.Tensor, rng: np.random.Generator, components: float
) -> Recolouring:
    """Draw a recolouring; `components` is the share of crops turned to principal components."""
    if rng.uniform() < components:
        return _principal(crop, rng)
    return _random(crop, rng)


def _random(crop: torch.Tensor, rng: np.random.Generator) -> Recolouring:
    weights = torch.eye(3)[torch.from_numpy(rng.permutation(3))]
    if rng.uniform() < 0.5:
        mixing = np.eye(3) + rng.normal(0, 0.6, (3, 3))
        weights = torch.from_numpy(mixing.astype(np.float32)) @ weights
    offset = torch.zeros(3)
    if rng.uniform() < 0.8:
        mapped = torch.einsum("oc,chw->ohw", weights, crop)
        low, high = _percentiles(mapped, rng.uniform(0, 0.03), rng.uniform(0.97, 1.0))
        span = (high - low).clamp(min=0.05 + 0.15 * float(rng.uniform()))
        weights, offset = weights / span[:, None], -low / span
    return Recolouring(weights, offset, float(np.exp(rng.uniform(-0.5, 0.5))), torch.zeros(3))


def _principal(crop: torch.Tensor, rng: np.random.Generator) -> Recolouring:
    source = (crop + DARKEST).log()
    flat = source.flatten(1)
    mean, deviation = flat.mean(1), flat.std(1).clamp(min=1e-2)
    standardised = (flat - mean[:, None]) / deviation[:, None]
    _, vectors = torch.linalg.eigh(standardised @ standardised.T / flat.shape[1])
    # in random order, since composites of later components hold no brightness
    axes = vectors.flip(1).T[torch.from_numpy(rng.permutation(3))]
    axes = axes * torch.from_numpy(rng.choice([-1.0, 1.0], 3).astype(np.float32))[:, None]
    weights = axes / deviation
    mapped = torch.einsum("oc,chw->ohw", weights, source)
    low, high = _percentiles(mapped, 0.01, 0.99)
    span = (high - low).clamp(min=0.2) * float(np.exp(rng.uniform(0, 0.7)))
    middle = float(rng.uniform(0.35, 0.65))
    weights, offset = weights / span[:, None], middle - (low + high) / 2 / span
    spread = (mapped / span[:, None, None]).flatten(1).std(1)
    low_ratio, high_ratio = (float(np.log(ratio)) for ratio in NOISE)
    ratio = np.sort(np.exp(rng.uniform(low_ratio, high_ratio, 3))) * rng.uniform()
    noise = spread * torch.from_numpy(ratio.astype(np.float32))
    return Recolouring(weights, offset, 1.0, noise, logarithmic=True)


def _percentiles(values: torch.Tensor, low: float, high: float) -> torch.Tensor:
    levels = torch.tensor([low, high], dtype=torch.float32)
    return torch.quantile(values.flatten(1), levels, dim=1)
