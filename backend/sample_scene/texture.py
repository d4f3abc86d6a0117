"""Random fields for the texture of the landscape: smooth patches and straight rows."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

Field = NDArray[np.float32]


def patches(rng: np.random.Generator, shape: tuple[int, int], scale: float) -> Field:
    """Isotropic patches about `scale` cells wide, mean 0 and variance about 1."""
    coarse = tuple(int(np.ceil(extent / scale)) + 4 for extent in shape)
    knots = rng.standard_normal(coarse).astype(np.float32)
    rows, columns = (np.arange(extent, dtype=np.float32) / scale + 1.5 for extent in shape)
    smooth = _cubic(_cubic(knots, rows).T, columns).T
    return np.asarray(smooth * np.float32(1.5))


def rows(
    rng: np.random.Generator, x: Field, y: Field, angle: float, spacing: float, regular: float = 0.0
) -> Field:
    """Straight lines along `angle`; `regular` is the share of strictly periodic structure."""
    across = -np.sin(angle) * x + np.cos(angle) * y
    low, high = float(across.min()) - spacing, float(across.max()) + spacing
    at = np.arange(low, high + spacing, spacing / 2)
    profile = rng.standard_normal(at.size)
    wave = np.sin(2 * np.pi * across / spacing + rng.uniform(0, 2 * np.pi))
    mixed = (1 - regular) * np.interp(across, at, profile) + regular * 1.4 * wave
    return np.asarray(mixed, np.float32)


def _cubic(knots: Field, at: NDArray[np.float32]) -> Field:
    """Cubic B-spline interpolation along the first axis."""
    base = np.floor(at).astype(int)
    t = (at - base)[:, None]
    weights = (
        (1 - t) ** 3 / 6,
        (3 * t**3 - 6 * t**2 + 4) / 6,
        (-3 * t**3 + 3 * t**2 + 3 * t + 1) / 6,
        t**3 / 6,
    )
    last = knots.shape[0] - 1
    interpolated: Field = sum(
        weight * knots[np.clip(base + offset, 0, last)]
        for offset, weight in zip((-1, 0, 1, 2), weights, strict=True)
    )
    return interpolated


def blurred(field: Field, sigma: float) -> Field:
    """The field after Gaussian smoothing, with edge values continued outwards."""
    return np.asarray(ndimage.gaussian_filter(field, sigma, mode="nearest"))
