"""The covariance of pixels within classes, shrunk so that it can be inverted.

The intensity of the shrinkage is that of Ledoit & Wolf (2004, Journal of Multivariate Analysis 88,
365-411). The target is the identity, or the covariance of the scene's noise, estimated from
differences between neighbouring pixels as the minimum noise fraction does: what differs
between neighbours of one surface does not tell classes apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sklearn.covariance import ledoit_wolf_shrinkage

#: Columns that hardly vary within classes count as varying so much, in units of the mean variance.
MIN_VARIANCE = 1e-3
#: Added to the diagonal of the covariance, in units of its mean.
RIDGE = 1e-6


@dataclass(frozen=True)
class WithinClasses:
    """Means of the classes, and how pixels vary around them."""

    known: np.ndarray  # indexes of the classes that have pixels
    means: np.ndarray  # (known, columns)
    residuals: np.ndarray  # (pixels, columns), scaled so that their mean square is the variance
    deviation: np.ndarray  # (columns,), above zero

    @classmethod
    def of(cls, values: np.ndarray, target: np.ndarray) -> WithinClasses:
        """Estimate from rows of values and the class of each."""
        values = values.astype(np.float64)
        known, index = np.unique(target, return_inverse=True)
        sums = np.zeros((len(known), values.shape[1]))
        np.add.at(sums, index, values)
        means = sums / np.bincount(index)[:, None]
        degrees_of_freedom = len(values) - len(known)
        residuals = (values - means[index]) * np.sqrt(len(values) / max(degrees_of_freedom, 1))
        variance = (residuals**2).mean(axis=0)
        if degrees_of_freedom < 1 or not variance.any():
            # one pixel a class, or copies of one: only that columns are standardised is known
            variance = np.ones(values.shape[1])
        deviation = np.sqrt(np.maximum(variance, MIN_VARIANCE * variance.mean()))
        return cls(known, means, residuals, deviation)

    def covariance(self, scale: np.ndarray, noise: np.ndarray | None = None) -> np.ndarray:
        """Shrunk covariance of the columns divided by `scale`.

        `noise` holds differences between neighbouring pixels in the first columns.
        """
        standardised = self.residuals / scale
        columns = standardised.shape[1]
        intensity, raw = 1.0, np.eye(columns)
        if standardised.any():
            intensity = float(ledoit_wolf_shrinkage(standardised, assume_centered=True))
            raw = standardised.T @ standardised / len(standardised)
        level = np.trace(raw) / columns
        target = level * np.eye(columns)
        if noise is not None and len(noise) and noise.any():
            width = noise.shape[1]
            differences = noise / scale[:width]
            own = differences.T @ differences
            target[:width, :width] = own * (level * width / np.trace(own))
        return (1 - intensity) * raw + intensity * target + RIDGE * level * np.eye(columns)


def whitening(values: np.ndarray, target: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Centre and matrix that turn rows into ones with equal variance within classes.

    `(values - centre) @ matrix` has a mean square of one over all columns.
    """
    within = WithinClasses.of(values, target)
    variance, axes = np.linalg.eigh(within.covariance(within.deviation))
    root = (axes / np.sqrt(np.maximum(variance, RIDGE))) @ axes.T
    matrix = root / within.deviation[:, None]
    centre = values.mean(axis=0, dtype=np.float64)
    size = np.sqrt(np.mean(((values - centre) @ matrix) ** 2))
    return centre, matrix / max(float(size), RIDGE)
