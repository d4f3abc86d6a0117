"""The covariance of pixels within classes, shrunk so that it can be inverted.

The shrinkage intensity is that of Ledoit & Wolf (2004, Journal of Multivariate Analysis 88,
365-411). The shrinkage target is the identity, or a power of the covariance of the scene's noise,
which is estimated from differences between neighbouring pixels as for the minimum noise fraction.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]

#: Lower limit of the variance of a column within classes, in units of the mean variance.
MIN_VARIANCE = 1e-3
#: Lower limit of the variance of the noise along an axis, in units of the mean variance: few
#: neighbours, or smoothed spectra, show no noise at all along some axes.
MIN_NOISE = 1e-3
#: Added to the diagonal of the covariance, in units of its mean.
RIDGE = 1e-6


@dataclass(frozen=True)
class CentredGroups:
    """Rows of values minus the mean of their group (a class, or a polygon)."""

    labels: np.ndarray  # (groups,) sorted
    index: npt.NDArray[np.intp]  # (rows,) position in `labels` of each row's group
    sizes: npt.NDArray[np.intp]  # (groups,) rows of each group
    means: FloatArray  # (groups, columns)
    residuals: FloatArray  # (rows, columns), without any correction for the fitted means

    @classmethod
    def of(cls, values: np.ndarray, group: np.ndarray) -> CentredGroups:
        """Centre rows of values by group, in double precision."""
        values = values.astype(np.float64)
        labels, index = np.unique(group, return_inverse=True)
        sizes = np.bincount(index)
        sums = np.zeros((len(labels), values.shape[1]))
        np.add.at(sums, index, values)
        means = sums / sizes[:, None]
        return cls(labels, index, sizes, means, values - means[index])


@dataclass(frozen=True)
class WithinClasses:
    """Means of the classes, and the variation of pixels around them."""

    classes: np.ndarray  # indexes of the classes that have pixels
    means: FloatArray  # (classes, columns)
    residuals: FloatArray  # (pixels, columns), scaled so that their mean square is the variance
    deviation: FloatArray  # (columns,), above zero

    @classmethod
    def of(cls, values: np.ndarray, target: np.ndarray) -> WithinClasses:
        """Estimate from rows of values and the class of each."""
        centred = CentredGroups.of(values, target)
        degrees_of_freedom = len(values) - len(centred.labels)
        residuals = centred.residuals * np.sqrt(len(values) / max(degrees_of_freedom, 1))
        variance = (residuals**2).mean(axis=0)
        if degrees_of_freedom < 1 or not variance.any():
            # one pixel a class, or copies of one: rely on the columns being standardised
            variance = np.ones(values.shape[1])
        deviation = np.sqrt(np.maximum(variance, MIN_VARIANCE * variance.mean()))
        return cls(centred.labels, centred.means, residuals, deviation)

    def covariance(
        self, scale: FloatArray, noise: np.ndarray | None = None, power: float = 1.0
    ) -> FloatArray:
        """The shrunk covariance of the columns divided by `scale`.

        `noise` is the covariance of the noise in the first columns; with it the covariance is
        shrunk towards a power of that of the noise, else towards the identity.
        """
        standardised = self.residuals / scale
        columns = standardised.shape[1]
        intensity, raw = 1.0, np.eye(columns)
        if standardised.any():
            products = standardised.T @ standardised
            intensity = shrinkage_intensity(standardised, products)
            raw = products / len(standardised)
        level = np.trace(raw) / columns
        target = level * np.eye(columns)
        if noise is not None and noise.any():
            width = len(noise)
            powered = matrix_power(noise / np.outer(scale[:width], scale[:width]), power)
            target[:width, :width] = powered * (level * width / np.trace(powered))
        shrunk = (1 - intensity) * raw + intensity * target
        return np.asarray(shrunk + RIDGE * level * np.eye(columns))


def matrix_power(covariance: np.ndarray, power: float) -> FloatArray:
    """A covariance to a power between 0 and 1, up to a factor."""
    if power == 1:
        return np.asarray(covariance, np.float64)
    variance, axes = np.linalg.eigh(covariance)
    return np.asarray((axes * np.maximum(variance / variance.mean(), MIN_NOISE) ** power) @ axes.T)


def shrinkage_intensity(centred: FloatArray, products: FloatArray) -> float:
    """The intensity of Ledoit & Wolf for rows of centred values, between 0 and 1.

    `products` is `centred.T @ centred`. The same as scikit-learn's to the last bit, without the
    second that it takes to load.
    """
    rows, columns = centred.shape
    if columns == 1:
        return 0.0  # the covariance equals its target
    squares = centred**2
    variances = squares.sum(axis=0) / rows
    level = variances.sum() / columns
    size = (products**2).sum() / rows**2
    spread = (squares.T @ squares).sum()
    error = 1.0 / (columns * rows) * (spread / rows - size)
    distance = (size - 2.0 * level * variances.sum() + columns * level**2) / columns
    error = min(error, distance)
    return float(error / distance) if error else 0.0


def shrunk_covariance(centred: FloatArray) -> FloatArray:
    """The covariance of rows of centred values, shrunk towards a multiple of the identity."""
    products = centred.T @ centred
    intensity = shrinkage_intensity(centred, products)
    covariance = products / len(centred)
    level = np.trace(covariance) / len(covariance)
    shrunk = (1.0 - intensity) * covariance
    shrunk.flat[:: len(covariance) + 1] += intensity * level
    return np.asarray(shrunk)


def whitening(values: np.ndarray, target: np.ndarray) -> tuple[FloatArray, FloatArray]:
    """Centre and matrix that equalise the variance of rows within classes.

    `(values - centre) @ matrix` has a mean square of one over all columns.
    """
    within = WithinClasses.of(values, target)
    variance, axes = np.linalg.eigh(within.covariance(within.deviation))
    root = (axes / np.sqrt(np.maximum(variance, RIDGE))) @ axes.T
    matrix = root / within.deviation[:, None]
    centre = values.mean(axis=0, dtype=np.float64)
    size = np.sqrt(np.mean(((values - centre) @ matrix) ** 2))
    return centre, matrix / max(float(size), RIDGE)
