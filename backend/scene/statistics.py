"""A small, fixed sample of a scene's pixels, from which stretches and components are learnt."""

from __future__ import annotations

import numpy as np

from .raster import SAMPLED_PIXELS, Scene

SMALLEST_REFLECTANCE = 1e-3


def log_reflectance(reflectance: np.ndarray) -> np.ndarray:
    """Logarithm of reflectance, in which illumination is an offset; safe at and below zero."""
    return np.log(np.maximum(reflectance, SMALLEST_REFLECTANCE))


def sample_spectra(scene: Scene, most: int = SAMPLED_PIXELS) -> np.ndarray:
    """Spectra of valid pixels spread evenly over the scene, (pixels, bands), always the same.

    They were read when the scene was opened; nothing is read again.
    """
    spectra = scene.sample
    if len(spectra) <= most:
        return spectra
    return spectra[np.round(np.linspace(0, len(spectra) - 1, most)).astype(int)]
