"""A small, fixed sample of a scene's pixels, from which stretches and components are learnt."""

from __future__ import annotations

import numpy as np

from ..errors import UserError
from .raster import SAMPLED_PIXELS, Scene

SMALLEST_REFLECTANCE = 1e-3


def log_reflectance(reflectance: np.ndarray) -> np.ndarray:
    """Logarithm of reflectance, in which illumination is an offset; safe at and below zero."""
    return np.log(np.maximum(reflectance, SMALLEST_REFLECTANCE))


def sample_spectra(scene: Scene, most: int = SAMPLED_PIXELS) -> np.ndarray:
    """Spectra of valid pixels spread evenly over the scene, (pixels, bands), always the same."""
    blocks = list(scene.sample_blocks())
    share = max(1, most // len(blocks))
    found = []
    for window in blocks:
        values, valid = scene.read(window)
        spectra = values[:, valid].T
        if len(spectra):
            chosen = np.linspace(0, len(spectra) - 1, min(share, len(spectra)))
            found.append(spectra[np.round(chosen).astype(int)])
    if not found:
        raise UserError(
            "scene.empty",
            f"The image {scene.path} holds no valid pixels.",
            "Check its nodata value, or choose another scene.",
        )
    return np.concatenate(found)
