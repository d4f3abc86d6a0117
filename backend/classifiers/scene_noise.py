"""The noise in the spectra of a scene, the components that exceed it, and some of its pixels.

The components are those of the minimum noise fraction (Green et al. 1988, IEEE Transactions on
Geoscience and Remote Sensing 26, 65-74). A discriminant on the few that exceed the noise needs
fewer labels where spectra have many bands and little of their variation is signal. Pixels without
labels show which spectra are alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..compute.subsampling import subsample_rows
from .covariance import MIN_NOISE, FloatArray

#: Share of the pairs of neighbouring pixels that are assumed to straddle an edge.
EDGE_SHARE = 0.2
#: Variance of the spectra along an axis, in units of that of the noise, from which it is used.
MIN_RATIO = 4.0
#: Pixels of the scene that are kept, evenly spaced over it.
MAX_PIXELS = 1_000


@dataclass(frozen=True)
class SceneNoise:
    """How much the standardised spectra of a scene vary by noise, and how much in all."""

    covariance: FloatArray  # (bands, bands) of the noise
    total: FloatArray  # (bands, bands) of the spectra
    pixels: np.ndarray  # (pixels, bands) standardised spectra of some pixels

    @classmethod
    def of(cls, differences: np.ndarray, spectra: np.ndarray) -> SceneNoise | None:
        """Estimate from differences (pairs, bands) of neighbouring pixels, and spectra of pixels.

        None where there are no neighbours, or all of them are equal.
        """
        inside = without_edges(differences).astype(np.float64)
        if not len(inside):
            return None
        centred = spectra - spectra.mean(axis=0, dtype=np.float64)
        return cls(
            inside.T @ inside / len(inside),
            centred.T @ centred / len(centred),
            subsample_rows(spectra, MAX_PIXELS),
        )

    def leading_axes(self, least: int) -> FloatArray:
        """Axes (bands, axes) along which spectra vary clearly more than noise, but `least` of them.

        Noise has a variance of one along each, and none of it is correlated with that along others.
        """
        return self._leading(least)[0]

    def scaled_axes(self, least: int) -> FloatArray:
        """The same axes as inputs of networks, along which spectra have a mean square of one.

        Variances along them are roots of what they were: the first ones would hide all others, and
        if they were all equal, those with little signal would count as much.
        """
        axes, variance = self._leading(least)
        roots = np.sqrt(np.maximum(variance, MIN_NOISE))
        return np.asarray(axes / np.sqrt(roots * roots.mean()))

    def _leading(self, least: int) -> tuple[FloatArray, FloatArray]:
        axes, variance = self._components
        count = max(int((variance >= MIN_RATIO).sum()), min(least, len(variance)), 1)
        return axes[:, :count], variance[:count]

    @cached_property
    def _components(self) -> tuple[FloatArray, FloatArray]:
        """All axes, and the variance of the spectra along them in descending order."""
        variance, axes = np.linalg.eigh(self.covariance)
        least = MIN_NOISE * variance.mean() or 1.0  # of noise without any variance
        root = axes / np.sqrt(np.maximum(variance, 0) + least)
        variance, axes = np.linalg.eigh(root.T @ self.total @ root)
        return root @ axes[:, ::-1], variance[::-1]


def without_edges(differences: np.ndarray) -> np.ndarray:
    """Differences of neighbouring pixels without the largest ones, which straddle an edge."""
    size = (differences**2).mean(axis=1)
    inside = size > 0
    if len(size):
        inside &= size <= np.quantile(size, 1 - EDGE_SHARE)
    return np.asarray(differences[inside])
