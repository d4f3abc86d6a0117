"""Colours of composites for pictures of photographs.

Composites of hyperspectral bands do not look like photographs: their channels mean other things.
One way is to permute, mix and stretch channels at random; the other is to do to a picture what is
done to a scene: logarithm, principal components, a stretch between percentiles, and noise that
grows from the first component to the last. How much noise, and how wide channels spread, are the
ranges found in composites of EnMAP, CASI and NEON scenes; no label is needed to find them.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

#: Deviation of noise over that of the channel: of first components, and of the fourth to sixth.
NOISE = (0.03, 0.8)
#: Reflectance that the logarithm of a picture starts from.
DARKEST = 0.02


@dataclass(frozen=True)
class Recolouring:
    """An affine map of channels, a power, and the deviation of noise for each channel."""

    weights: torch.Tensor  # (3, 3)
    offset: torch.Tensor  # (3,)
    gamma: float
    noise: torch.Tensor  # (3,)
    logarithmic: bool = False

    def apply(self, crop: torch.Tensor) -> torch.Tensor:
        """A crop (3, height, width) in 0..1 as a window in −1..1, without noise."""
        source = (crop + DARKEST).log() if self.logarithmic else crop
        mapped = torch.einsum("oc,chw->ohw", self.weights, source) + self.offset[:, None, None]
        return (mapped.clamp(0, 1) ** self.gamma) * 2 - 1

    def noisy(self, window: torch.Tensor, rng: np.random.Generator) -> torch.Tensor:
        """A window in −1..1 with the noise of the sensor."""
        if not bool(self.noise.any()):
            return window
        noise = torch.from_numpy(rng.standard_normal(window.shape).astype(np.float32))
        return (window + 2 * self.noise[:, None, None] * noise).clamp(-1, 1)


def draw_recolouring(
    crop: torch.Tensor, rng: np.random.Generator, components: float
) -> Recolouring:
    """As principal components of the crop for so large a share of crops, else at random."""
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
    # any of the components may come first: composites of later ones hold no brightness
    axes = vectors.flip(1).T[torch.from_numpy(rng.permutation(3))]
    axes = axes * torch.from_numpy(rng.choice([-1.0, 1.0], 3).astype(np.float32))[:, None]
    weights = axes / deviation
    mapped = torch.einsum("oc,chw->ohw", weights, source)
    low, high = _percentiles(mapped, 0.01, 0.99)
    span = (high - low).clamp(min=0.2) * float(np.exp(rng.uniform(0, 0.7)))
    middle = float(rng.uniform(0.35, 0.65))
    weights, offset = weights / span[:, None], middle - (low + high) / 2 / span
    spread = (mapped / span[:, None, None]).flatten(1).std(1)
    ratio = np.sort(np.exp(rng.uniform(*np.log(NOISE), 3))) * rng.uniform()
    noise = spread * torch.from_numpy(ratio.astype(np.float32))
    return Recolouring(weights, offset, 1.0, noise, logarithmic=True)


def _percentiles(values: torch.Tensor, low: float, high: float) -> torch.Tensor:
    levels = torch.tensor([low, high], dtype=torch.float32)
    return torch.quantile(values.flatten(1), levels, dim=1)
