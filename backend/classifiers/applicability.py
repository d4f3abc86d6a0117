"""Dissimilarity index and area of applicability of a model.

After Meyer & Pebesma (2021, Methods in Ecology and Evolution 12, 1620–1633): the index is the
distance of a pixel to the nearest training pixel, divided by the mean distance among training
pixels. The threshold comes from the folds of the cross-validation: it is the largest index of a
training pixel relative to those of other folds that is not an outlier. The cross-validated accuracy
does not hold for pixels with an index above the threshold.

The paper weights features by their importance to the model. But features that separate the training
classes from each other need not separate them from an unknown class. Here distances are measured
along those directions of the spectrum in which the scene varies far more than a training polygon
does, in units of the variation inside polygons. So every difference in the scene counts, but noise
and shading do not.

Spectra are damped logarithms of reflectance. In the plain logarithm, which the classifiers use, the
noise of dark pixels (water, shadow) is so large that they are far from each other: up to 44 % of
the pixels of a training class were then outside the area of applicability.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from scipy.linalg import eigh
from scipy.spatial import cKDTree
from scipy.spatial.distance import pdist

from ..compute.device import thread_count
from ..compute.parallel import with_threads
from ..compute.rows import contiguous_rows
from ..compute.subsampling import evenly_spaced, subsample_classes
from .covariance import CentredGroups, FloatArray, shrunk_covariance
from .training_data import Samples, Standardisation

#: More training pixels are subsampled: distances to the nearest one hardly change.
MAX_TRAINING_PIXELS = 5_000
#: Training pixels in a leaf of the search tree; half as many take a fifth longer.
LEAF_PIXELS = 32
#: Pixels whose positions are computed at once, which fit into the CPU's cache.
PRODUCT_PIXELS = 512
#: A distance that is larger by up to this factor is found in a third of the time.
APPROXIMATION = 5.0
#: More than the rounding of distances.
ROUNDING_FACTOR = 1.001
#: Training pixels whose pairwise distances are averaged.
MAX_PAIRED_PIXELS = 1_000
#: Least ratio of the variance in the scene to that inside polygons of a direction that is used.
MIN_VARIANCE_RATIO = 4.0
MIN_AXES, MAX_AXES = 2, 12
#: With fewer pixels in polygons of several pixels, the variation inside classes is used.
MIN_RESIDUALS = 30
_EPSILON = 1e-9
#: Differences well below this reflectance count little; chosen on generated scenes
#: (docs/assessment.md).
DAMPING = 0.03


def damped_logarithm(reflectance: np.ndarray) -> np.ndarray:
    """The logarithm of reflectance + `DAMPING`, in which dissimilarity is measured."""
    # numpy's logarithm of arrays that are not contiguous differs in the last bit
    damped = np.maximum(contiguous_rows(reflectance), 0.0)
    damped += DAMPING
    return np.asarray(np.log(damped, out=damped))


@dataclass(frozen=True)
class Applicability:
    """Training pixels along the axes in which dissimilarity is measured, as plain arrays."""

    centre: np.ndarray  # of damped logarithms of reflectance
    axes: np.ndarray  # (bands, axes)
    training: np.ndarray  # (pixels, axes)
    distance: float  # mean distance among training pixels
    threshold: float

    def index(self, spectra: np.ndarray) -> np.ndarray:
        """Dissimilarity index of damped logarithms; 0 for the spectrum of a training pixel."""
        return self._index(_nearest(self._tree, self._positions(spectra)))

    def relative(self, spectra: np.ndarray) -> np.ndarray:
        """The index divided by its threshold; above 1 is outside the area of applicability."""
        return self._relative(self.index(spectra))

    def bounded(self, spectra: np.ndarray) -> np.ndarray:
        """What is above 1 where `relative` is, found in half the time.

        Most pixels have a training pixel near enough that need not be the nearest.
        """
        positions = self._positions(spectra)
        limit = self.threshold * self.distance * ROUNDING_FACTOR
        near = _nearest(self._tree, positions, limit, APPROXIMATION)
        found = self._relative(self._index(near))
        unknown = np.flatnonzero(found > 1)
        nearest = _nearest(self._tree, positions[unknown], limit)
        found[unknown] = self._relative(self._index(nearest))
        return found

    def _positions(self, spectra: np.ndarray) -> FloatArray:
        """Positions (pixels, axes) of damped logarithms along the axes."""
        # rounded like the training pixels, so that rounding errors of the product do not count
        positions = np.empty((len(spectra), self.axes.shape[1]), np.float32)
        axes = np.asfortranarray(self.axes)
        for start in range(0, len(spectra), PRODUCT_PIXELS):
            part = spectra[start : start + PRODUCT_PIXELS]
            positions[start : start + PRODUCT_PIXELS] = (part - self.centre).astype(
                np.float64
            ) @ axes
        return positions.astype(np.float64)

    def _index(self, distances: FloatArray) -> FloatArray:
        return distances / self.distance

    def _relative(self, index: FloatArray) -> np.ndarray:
        return (index / self.threshold).astype(np.float32)

    @cached_property
    def _tree(self) -> cKDTree:
        return _tree_of(self.training)

    def tensors(self) -> dict[str, np.ndarray]:
        """Arrays for a model file."""
        return {
            "centre": self.centre.astype(np.float32),
            "axes": self.axes.astype(np.float32),
            "training": self.training.astype(np.float32),
            "scale": np.array([self.distance, self.threshold], np.float64),
        }

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, np.ndarray], bands: int) -> Applicability:
        """From the arrays of a model file; ValueError where they are invalid."""
        centre, axes, training = (tensors[name] for name in ("centre", "axes", "training"))
        scale = tensors["scale"]
        fits = (
            centre.shape == (bands,)
            and axes.ndim == training.ndim == 2
            and axes.shape == (bands, training.shape[1])
            and 0 < len(training) <= MAX_TRAINING_PIXELS
            and scale.shape == (2,)
            and all(np.isfinite(values).all() for values in (centre, axes, training, scale))
            and scale.min() > 0
        )
        if not fits:
            raise ValueError("its area of applicability is damaged")
        return cls(
            centre,
            axes.astype(np.float64),
            training.astype(np.float64),
            float(scale[0]),
            float(scale[1]),
        )


def fit_applicability(
    samples: Samples, folds: np.ndarray, scene: np.ndarray
) -> Applicability | None:
    """Fit to training pixels, the fold of each, and spectra of the whole scene.

    All spectra are damped logarithms. A negative fold marks a pixel that was only used for
    training: it counts as a training pixel of every fold. None where no pixel was validated.
    """
    if not (folds >= 0).any():
        return None
    scale = Standardisation.of(scene)
    samples = replace(samples, spectra=scale.apply(samples.spectra))
    fitted = _fit_standardised(samples, folds, scale.apply(scene))
    if fitted is None:
        return None
    # the axes include the standardisation; rounded as in the model file
    axes = (fitted.axes / scale.deviation[:, None]).astype(np.float32).astype(np.float64)
    return replace(fitted, centre=scale.mean + fitted.centre * scale.deviation, axes=axes)


def _fit_standardised(
    samples: Samples, folds: np.ndarray, scene: np.ndarray
) -> Applicability | None:
    chosen = subsample_classes(samples.target, MAX_TRAINING_PIXELS)
    centre = scene.mean(axis=0, dtype=np.float64).astype(np.float32)
    axes = discriminating_axes(samples, scene)
    # rounded as in the model file, so that a loaded model gives the same results
    axes = axes.astype(np.float32).astype(np.float64)
    training = (samples.spectra[chosen] - centre).astype(np.float64) @ axes
    training = training.astype(np.float32).astype(np.float64)
    distance = max(_mean_distance(training), _EPSILON)
    training_index = _distances_across(training, folds[chosen]) / distance
    if not np.isfinite(training_index).any():
        return None
    return Applicability(centre, axes, training, distance, max(threshold(training_index), _EPSILON))


def discriminating_axes(samples: Samples, scene: np.ndarray) -> np.ndarray:
    """Directions (bands, axes) in which the scene varies most, relative to polygons' insides."""
    residuals = _unbiased_residuals(samples.spectra, samples.group)
    if len(residuals) < MIN_RESIDUALS:
        residuals = _unbiased_residuals(samples.spectra, samples.target)
    # used where every class has one pixel
    within_covariance = np.eye(samples.spectra.shape[1])
    if len(residuals):
        within_covariance = shrunk_covariance(residuals)
    within_covariance += _EPSILON * np.eye(len(within_covariance))
    total_covariance = np.atleast_2d(np.cov(scene.astype(np.float64), rowvar=False))
    ratio, axes = eigh(total_covariance, within_covariance)
    max_count = int(np.clip((ratio > MIN_VARIANCE_RATIO).sum(), MIN_AXES, MAX_AXES))
    max_count = min(max_count, len(axes))
    axes = axes[:, ::-1][:, :max_count]
    # libraries differ in the signs of eigenvectors
    largest = axes[np.abs(axes).argmax(axis=0), np.arange(max_count)]
    return np.asarray(axes * np.where(largest < 0, -1.0, 1.0))


def threshold(index: np.ndarray) -> float:
    """The largest index up to the upper quartile + 1.5 interquartile ranges."""
    finite_index = index[np.isfinite(index)]
    low, high = np.quantile(finite_index, [0.25, 0.75])
    return float(finite_index[finite_index <= high + 1.5 * (high - low)].max())


def _unbiased_residuals(spectra: np.ndarray, group: np.ndarray) -> FloatArray:
    """Differences of pixels from the mean of their group, for groups of several pixels."""
    centred = CentredGroups.of(spectra, group)
    sizes = centred.sizes[centred.index]
    # the mean is fitted to the same pixels, which makes residuals of small groups too small
    bessel_factor = np.sqrt(sizes / np.maximum(sizes - 1, 1))
    return (centred.residuals * bessel_factor[:, None])[sizes > 1]


def _mean_distance(training: np.ndarray) -> float:
    subset = training[evenly_spaced(len(training), MAX_PAIRED_PIXELS)]
    return float(pdist(subset).mean()) if len(subset) > 1 else 0.0


def _distances_across(training: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """Distance of each validated pixel to the nearest training pixel outside its fold."""
    distances = np.full(len(training), np.nan)
    for fold in np.unique(folds[folds >= 0]):
        in_fold = folds == fold
        if not in_fold.all():
            distances[in_fold] = _nearest(_tree_of(training[~in_fold]), training[in_fold])
    return distances


def _tree_of(training: np.ndarray) -> cKDTree:
    return cKDTree(training, LEAF_PIXELS)


def _nearest(
    tree: cKDTree, positions: np.ndarray, limit: float = np.inf, approximation: float = 0.0
) -> FloatArray:
    """Distance of each position to the nearest training pixel; infinite beyond a limit.

    With an approximation, it may be that of a training pixel by this factor less near.
    """
    if len(positions) == 0:
        return np.zeros(0)

    def query(threads: int) -> FloatArray:
        distances: FloatArray = tree.query(
            positions, eps=approximation, distance_upper_bound=limit, workers=threads
        )[0]
        return distances

    return with_threads(query, thread_count())
