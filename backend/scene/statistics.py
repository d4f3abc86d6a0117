"""A small, fixed sample of a scene's pixels, from which stretches and components are learnt."""

from __future__ import annotations

import numpy as np
from rasterio.windows import Window

from ..compute.subsampling import evenly_spaced
from .band_matching import MatchedScene
from .raster import SAMPLE_PIXELS, Scene
from .scene_stack import SceneStack

MIN_REFLECTANCE = 1e-3
#: Windows, and their side in pixels, in which neighbouring pixels are compared.
NOISE_WINDOWS, NOISE_SIDE = 24, 48
NOISE_PAIRS = 6_000


def log_reflectance(reflectance: np.ndarray) -> np.ndarray:
    """Logarithm of reflectance, in which illumination is an offset; safe at and below zero."""
    return np.log(np.maximum(reflectance, MIN_REFLECTANCE))


def sample_spectra(scene: Scene, max_pixels: int = SAMPLE_PIXELS) -> np.ndarray:
    """Spectra of valid pixels spread evenly over the scene, (pixels, bands), always the same.

    They were read when the scene was opened; nothing is read again.
    """
    spectra = scene.sample
    return spectra[evenly_spaced(len(spectra), max_pixels)]


def neighbour_differences(scene: Scene | MatchedScene | SceneStack) -> np.ndarray:
    """Differences (pairs, bands) of the log-reflectance of neighbouring pixels, always the same.

    They tell the noise of the scene, apart from pairs that lie across an edge.
    """
    blocks = list(scene.sample_blocks())
    found = []
    for index in evenly_spaced(len(blocks), NOISE_WINDOWS):
        block = blocks[index]
        sides = min(NOISE_SIDE, block.width), min(NOISE_SIDE, block.height)
        values, valid = scene.read(Window(block.col_off, block.row_off, *sides))
        logs = log_reflectance(values)
        for axis in (0, 1):
            length = valid.shape[axis]
            both = valid.take(range(1, length), axis) & valid.take(range(length - 1), axis)
            found.append(np.diff(logs, axis=axis + 1)[:, both].T)
    differences = np.concatenate(found)
    return differences[evenly_spaced(len(differences), NOISE_PAIRS)]
