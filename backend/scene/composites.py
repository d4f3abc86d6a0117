"""Three-channel composites of a scene, the input of networks that were trained on photographs.

A composite is a linear combination of bands with a stretch. It is fitted once to a sample of a
scene and then gives the same values block by block, and on other scenes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from .scene_like import SceneLike
from .statistics import log_reflectance, sample_spectra

DISPLAY_GAMMA = 0.7109375  # exact in single precision, as stored in model files
STRETCH_PERCENTILES = (1.0, 99.0)
#: Centre and half width in nanometres of the range that each channel averages.
WAVELENGTH_COMPOSITES = {
    "rgb": ((650.0, 20.0), (550.0, 20.0), (470.0, 20.0)),
    "cir": ((860.0, 20.0), (650.0, 20.0), (550.0, 20.0)),
    "swir": ((2200.0, 30.0), (1650.0, 30.0), (860.0, 20.0)),
}
#: The first principal component of each.
PCA_COMPOSITES = {"pca1": 0, "pca2": 3}
DEFAULT_COMPOSITES = ("rgb", "pca1", "pca2")
#: Pixels whose spectra are read at once.
PART_PIXELS = 2**15


@dataclass(frozen=True)
class Composite:
    """Three linear combinations of the (log-)spectrum, stretched to 0..1."""

    name: str
    weights: npt.NDArray[np.float32]  # (3, bands)
    logarithmic: bool
    low: npt.NDArray[np.float32]  # (3,)
    high: npt.NDArray[np.float32]  # (3,)
    gamma: float

    def apply(self, reflectance: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """The composite (3, …) with values in 0..1 of reflectance (bands, …)."""
        return self.combine(log_reflectance(reflectance) if self.logarithmic else reflectance)

    def combine(self, source: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """The composite of what it combines: reflectance, or its logarithm."""
        flat = self.weights @ source.reshape(len(source), -1)
        span = np.maximum(self.high - self.low, 1e-6)
        stretched = np.clip((flat - self.low[:, None]) / span[:, None], 0.0, 1.0) ** self.gamma
        image: npt.NDArray[np.float32] = stretched.astype(np.float32)
        return image.reshape(3, *source.shape[1:])


def fit_composites(scene: SceneLike, names: tuple[str, ...]) -> tuple[Composite, ...]:
    """The named composites, fitted to a sample of the scene."""
    spectra = sample_spectra(scene)
    return tuple(_fit_composite(scene, spectra, name) for name in names)


def read_composites(
    scene: SceneLike, composites: Sequence[Composite], window: Window
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
    """All composites (composites * 3, height, width) of a window, and the mask of valid pixels.

    The spectra are read in parts, which take little memory.
    """
    image = np.empty((3 * len(composites), window.height, window.width), np.float32)
    valid = np.empty((window.height, window.width), np.bool_)
    for part in scene.parts(window, PART_PIXELS):
        top, left = part.row_off - window.row_off, part.col_off - window.col_off
        region = (slice(top, top + part.height), slice(left, left + part.width))
        reflectance, valid[region] = scene.read(part)
        logarithms = None
        if any(composite.logarithmic for composite in composites):
            logarithms = log_reflectance(reflectance)  # once for all composites
        for number, composite in enumerate(composites):
            source = reflectance
            if composite.logarithmic and logarithms is not None:
                source = logarithms
            image[(slice(3 * number, 3 * number + 3), *region)] = composite.combine(source)
    return image, valid


def _fit_composite(scene: SceneLike, spectra: npt.NDArray[np.float32], name: str) -> Composite:
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


def _wavelength_weights(scene: SceneLike, name: str) -> npt.NDArray[np.float64]:
    """Weights that average the bands around each channel's wavelength.

    Without wavelengths, three evenly spaced bands are used.
    """
    wavelengths = scene.wavelengths
    count = scene.band_count
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


def _principal_axes(spectra: npt.NDArray[np.float32], first: int) -> npt.NDArray[np.float64]:
    """Three principal axes of standardised spectra, from number `first` on, with a fixed sign."""
    mean, deviation = spectra.mean(axis=0), spectra.std(axis=0) + 1e-6
    standardised = ((spectra - mean) / deviation).astype(np.float64)
    _, vectors = np.linalg.eigh(standardised.T @ standardised / len(standardised))
    axes = vectors[:, ::-1].T
    # a scene of three bands has three axes only: the last one is repeated
    chosen = axes[[min(first + offset, len(axes) - 1) for offset in range(3)]]
    signs = np.sign(chosen[np.arange(3), np.abs(chosen).argmax(axis=1)])
    scaled: npt.NDArray[np.float64] = chosen * signs[:, None] / deviation
    return scaled
