"""Filters of composites, as controls for pretrained denoisers."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from scipy import ndimage

#: A function of composites (channels, height, width) in 0..1 without gaps, and of their mask.
Filter = Callable[[np.ndarray, np.ndarray], np.ndarray]

SIGMAS = (0, 1, 2, 4, 8)
#: Weights of total variation for composites in 0..1.
WEIGHTS = (0.1, 0.3)
STEPS = 100
#: Radius in pixels and regularisation of the guided filter.
RADII = ((2, 0.01), (6, 0.02))


def gaussian_pyramid(image: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """The composites smoothed with several widths, over valid pixels."""
    weight = valid.astype(np.float32)
    parts = [image]
    for sigma in SIGMAS[1:]:
        total = ndimage.gaussian_filter(weight, sigma) + 1e-6
        parts.append(_each(image * weight, ndimage.gaussian_filter, sigma) / total)
    return np.concatenate(parts).astype(np.float32)


def total_variation(image: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Chambolle's total variation denoising with shared edges, at several weights."""
    return np.concatenate([_denoised(image, weight) for weight in WEIGHTS]).astype(np.float32)


def guided(image: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """He's guided filter with the first component as guide, at several widths."""
    guide = image[0]
    parts = []
    for radius, regularisation in RADII:
        side = 2 * radius + 1
        mean = ndimage.uniform_filter(guide, side)
        variance = ndimage.uniform_filter(guide**2, side) - mean**2
        means = _each(image, ndimage.uniform_filter, side)
        covariance = _each(image * guide, ndimage.uniform_filter, side) - means * mean
        slope = covariance / (variance + regularisation)
        offset = means - slope * mean
        slope = _each(slope, ndimage.uniform_filter, side)
        parts.append(slope * guide + _each(offset, ndimage.uniform_filter, side))
    return np.concatenate(parts).astype(np.float32)


def _denoised(image: np.ndarray, weight: float) -> np.ndarray:
    """min ½‖u − image‖² + weight · Σ|∇u|, by projected gradient steps on the dual."""
    dual = np.zeros((2, *image.shape), np.float64)
    result = image
    for _ in range(STEPS):
        result = image + weight * _divergence(dual)
        rows = np.diff(result, axis=1, append=result[:, -1:])
        columns = np.diff(result, axis=2, append=result[:, :, -1:])
        dual += np.stack([rows, columns]) / (8 * weight) * 2
        dual /= np.maximum(1.0, np.sqrt((dual**2).sum(axis=(0, 1), keepdims=True)))
    return result


def _divergence(dual: np.ndarray) -> np.ndarray:
    rows, columns = dual
    found = rows + columns
    found[:, 1:] -= rows[:, :-1]
    found[:, :, 1:] -= columns[:, :, :-1]
    return found


def _each(image: np.ndarray, apply: Callable[..., np.ndarray], width: float) -> np.ndarray:
    return np.stack([apply(channel, width) for channel in image])
