"""Three-channel pictures of a scene, which is what a network trained on photographs can look at.

A composite is a fixed linear combination of bands with a stretch; it is learnt once from a sample
of the scene and can then be repeated exactly, block by block and on other scenes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from .raster import Scene
from .statistics import log_reflectance, sample_spectra

DISPLAY_GAMMA = 0.7109375  # exact in single precision, so that a stored composite repeats
STRETCH_PERCENTILES = (1.0, 99.0)
#: Centre and half width, in nanometres, of what each channel of a composite averages.
WAVELENGTH_COMPOSITES = {
    "rgb": ((650.0, 20.0), (550.0, 20.0), (470.0, 20.0)),
    "cir": ((860.0, 20.0), (650.0, 20.0), (550.0, 20.0)),
    "swir": ((2200.0, 30.0), (1650.0, 30.0), (860.0, 20.0)),
}
PCA_COMPOSITES = {"pca1": 0, "pca2": 3}
DEFAULT_COMPOSITES = ("rgb", "pca1", "pca2")


@dataclass(frozen=True)
class Composite:
    """Three linear combinations of the (log-)spectrum, stretched to 0..1."""

    name: str
    weights: np.ndarray  # (3, bands)
    logarithmic: bool
    low: np.ndarray  # (3,)
    high: np.ndarray  # (3,)
    gamma: float

    def apply(self, reflectance: np.ndarray) -> np.ndarray:
        """The composite of (bands, …) reflectance as (3, …) values in 0..1."""
        source = log_reflectance(reflectance) if self.logarithmic else reflectance
        flat = self.weights @ source.reshape(len(source), -1)
        span = np.maximum(self.high - self.low, 1e-6)
        stretched = np.clip((flat - self.low[:, None]) / span[:, None], 0.0, 1.0) ** self.gamma
        return stretched.reshape(3, *reflectance.shape[1:]).astype(np.float32)


def fit_composites(scene: Scene, names: tuple[str, ...]) -> tuple[Composite, ...]:
    """The named composites with stretches that suit this scene."""
    spectra = sample_spectra(scene)
    return tuple(_fit_composite(scene, spectra, name) for name in names)


def read_composites(
    scene: Scene, composites: Sequence[Composite], window: Window
) -> tuple[np.ndarray, np.ndarray]:
    """All composites (composites * 3, height, width) of a window, and where it holds data.

    The window may be larger than memory allows its spectra to be: they are read in parts.
    """
    image = np.empty((3 * len(composites), window.height, window.width), np.float32)
    valid = np.empty((window.height, window.width), bool)
    for part in scene.parts(window):
        top, left = part.row_off - window.row_off, part.col_off - window.col_off
        region = (slice(top, top + part.height), slice(left, left + part.width))
        reflectance, valid[region] = scene.read(part)
        for number, composite in enumerate(composites):
            image[(slice(3 * number, 3 * number + 3), *region)] = composite.apply(reflectance)
    return image, valid


def rgb_band_indexes(scene: Scene) -> tuple[int, int, int]:
    """The file's bands (from 1) nearest to red, green and blue, for logs and display."""
    weights = _wavelength_weights(scene, "rgb")
    return tuple(scene.used[int(np.argmax(row))].index for row in weights)  # type: ignore[return-value]


def _fit_composite(scene: Scene, spectra: np.ndarray, name: str) -> Composite:
    logarithmic = name in PCA_COMPOSITES
    if logarithmic:
        source = log_reflectance(spectra)
        weights = _principal_axes(source, PCA_COMPOSITES[name])
    else:
        source = spectra
        weights = _wavelength_weights(scene, name)
    channels = source @ weights.T
    low, high = np.percentile(channels, STRETCH_PERCENTILES, axis=0)
    gamma = 1.0 if logarithmic else DISPLAY_GAMMA
    return Composite(
        name,
        weights.astype(np.float32),
        logarithmic,
        low.astype(np.float32),
        high.astype(np.float32),
        gamma,
    )


def _wavelength_weights(scene: Scene, name: str) -> np.ndarray:
    """Averages of the bands near each channel's wavelength; evenly spread bands without any."""
    wavelengths = scene.wavelengths
    count = len(scene.used)
    weights = np.zeros((3, count), np.float64)
    if name == "rgb" and scene.rgb_bands is not None:
        weights[range(3), scene.rgb_bands] = 1.0
        return weights
    if wavelengths is None:
        for row, position in enumerate((0.75, 0.5, 0.25)):
            weights[row, int(position * (count - 1))] = 1.0
        return weights
    for row, (centre, half) in enumerate(WAVELENGTH_COMPOSITES[name]):
        distance = np.abs(wavelengths - centre)
        near = distance <= max(half, float(distance.min()))
        weights[row, near] = 1.0 / near.sum()
    return weights


def _principal_axes(spectra: np.ndarray, first: int) -> np.ndarray:
    """Three principal axes of standardised spectra, from `first` on, with a fixed sign."""
    mean, deviation = spectra.mean(axis=0), spectra.std(axis=0) + 1e-6
    standardised = ((spectra - mean) / deviation).astype(np.float64)
    _, vectors = np.linalg.eigh(standardised.T @ standardised / len(standardised))
    axes = vectors[:, ::-1].T
    # a scene of three bands has no more than three axes: the last ones serve again
    chosen = axes[[min(first + offset, len(axes) - 1) for offset in range(3)]]
    signs = np.sign(chosen[np.arange(3), np.abs(chosen).argmax(axis=1)])
    return chosen * signs[:, None] / deviation
