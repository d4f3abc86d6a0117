"""Where a model may be trusted at all: dissimilarity index and area of applicability.

After Meyer & Pebesma (2021, Methods in Ecology and Evolution 12, 1620–1633): the distance of a
pixel to the nearest training pixel, divided by the mean distance among training pixels. The
threshold is what the folds of the cross-validation met: the largest index of a training pixel
against those of other folds that is not an outlier. Where a pixel's index is above it, the
cross-validated accuracy does not speak of that pixel.

The paper weights features by their importance to the model; but what tells the known classes
apart need not tell an unknown one from them. Here distances are measured along those directions of
the spectrum in which the scene varies far more than a drawn shape does, in units of the variation
inside polygons: every difference in the scene counts, noise and shading do not.

Spectra are damped logarithms of reflectance. In the plain logarithm, which the classifiers use, the
noise of dark pixels (water, shadow) is so large that they lie far from each other: up to 44 % of
the pixels of a trained class were then taken for unknown ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from scipy.linalg import eigh
from scipy.spatial import cKDTree
from scipy.spatial.distance import pdist
from sklearn.covariance import ledoit_wolf

from ..compute.device import thread_count
from ..compute.parallel import with_threads
from .training_data import Samples, Standardisation

#: More training pixels than this are thinned: distances to the nearest hardly change.
MAX_TRAINING_PIXELS = 5_000
MAX_PAIRED_PIXELS = 1_000
#: How much more than the inside of shapes the scene must vary in a direction that counts.
MIN_VARIANCE_RATIO = 4.0
MIN_AXES, MAX_AXES = 2, 12
#: With less to learn the variation inside shapes from, that inside classes is taken.
MIN_RESIDUALS = 30
_EPSILON = 1e-9
#: Reflectance below this counts little; chosen on generated scenes (docs/assessment.md).
DAMPING = 0.03


def damped_logarithm(reflectance: np.ndarray) -> np.ndarray:
    """What dissimilarity is measured in.

    Contiguous, since numpy computes the logarithm of others in another way.
    """
    return np.log(np.ascontiguousarray(np.maximum(reflectance, 0.0) + DAMPING))


@dataclass(frozen=True)
class Applicability:
    """What the dissimilarity index needs to know of the training pixels; plain arrays."""

    centre: np.ndarray  # of damped logarithms of reflectance
    axes: np.ndarray  # (bands, axes)
    training: np.ndarray  # (pixels, axes)
    distance: float  # mean distance among training pixels
    threshold: float

    def index(self, spectra: np.ndarray) -> np.ndarray:
        """Dissimilarity index of damped logarithms; 0 is a training pixel's own spectrum."""
        # as precise as the training pixels are kept: what rounding a product brings does not count
        positions = ((spectra - self.centre).astype(np.float64) @ self.axes).astype(np.float32)
        return _nearest(self.training, positions.astype(np.float64)) / self.distance

    def relative(self, spectra: np.ndarray) -> np.ndarray:
        """The index in units of its threshold: above 1 the model does not apply."""
        return (self.index(spectra) / self.threshold).astype(np.float32)

    def tensors(self) -> dict[str, np.ndarray]:
        """As arrays for a model file."""
        return {
            "centre": self.centre.astype(np.float32),
            "axes": self.axes.astype(np.float32),
            "training": self.training.astype(np.float32),
            "scale": np.array([self.distance, self.threshold], np.float64),
        }

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, np.ndarray], bands: int) -> Applicability:
        """From a model file; ValueError where it makes no sense."""
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
            raise ValueError("what tells where it applies is damaged")
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
    """Fit to training pixels, the fold each was validated in, and spectra of the whole scene.

    Spectra, also those of the samples, are damped logarithms. A fold below 0 marks a pixel that was
    only trained with: it counts as training for every fold. None where no pixel was validated.
    """
    if not (folds >= 0).any():
        return None
    scale = Standardisation.of(scene)
    samples = replace(samples, spectra=scale.apply(samples.spectra))
    fitted = _fit_standardised(samples, folds, scale.apply(scene))
    if fitted is None:
        return None
    # standardisation becomes part of the axes; as precise as the file keeps them
    axes = (fitted.axes / scale.deviation[:, None]).astype(np.float32).astype(np.float64)
    return replace(fitted, centre=scale.mean + fitted.centre * scale.deviation, axes=axes)


def _fit_standardised(
    samples: Samples, folds: np.ndarray, scene: np.ndarray
) -> Applicability | None:
    chosen = _subsample(samples.target)
    centre = scene.mean(axis=0, dtype=np.float64).astype(np.float32)
    axes = discriminating_axes(samples, scene)
    # as precise as the file keeps it, so that a loaded model says the same
    axes = axes.astype(np.float32).astype(np.float64)
    training = (samples.spectra[chosen] - centre).astype(np.float64) @ axes
    training = training.astype(np.float32).astype(np.float64)
    distance = max(_mean_distance(training), _EPSILON)
    training_index = _distances_across(training, folds[chosen]) / distance
    if not np.isfinite(training_index).any():
        return None
    return Applicability(centre, axes, training, distance, max(threshold(training_index), _EPSILON))


def discriminating_axes(samples: Samples, scene: np.ndarray) -> np.ndarray:
    """Directions (bands, axes) in which the scene varies most, as seen from inside the shapes."""
    residuals = _residuals(samples.spectra, samples.group)
    if len(residuals) < MIN_RESIDUALS:
        residuals = _residuals(samples.spectra, samples.target)
    # one pixel a class says nothing of what varies inside
    within_covariance = np.eye(samples.spectra.shape[1])
    if len(residuals):
        within_covariance = ledoit_wolf(residuals, assume_centered=True)[0]
    within_covariance += _EPSILON * np.eye(len(within_covariance))
    total_covariance = np.atleast_2d(np.cov(scene.astype(np.float64), rowvar=False))
    ratio, axes = eigh(total_covariance, within_covariance)
    max_count = int(np.clip((ratio > MIN_VARIANCE_RATIO).sum(), MIN_AXES, MAX_AXES))
    max_count = min(max_count, len(axes))
    axes = axes[:, ::-1][:, :max_count]
    # the signs are the library's whim
    return axes * np.where(axes[np.abs(axes).argmax(axis=0), np.arange(max_count)] < 0, -1.0, 1.0)


def threshold(index: np.ndarray) -> float:
    """The largest index that is no outlier: upper quartile + 1.5 interquartile ranges at most."""
    finite_index = index[np.isfinite(index)]
    low, high = np.quantile(finite_index, [0.25, 0.75])
    return float(finite_index[finite_index <= high + 1.5 * (high - low)].max())


def _residuals(spectra: np.ndarray, group: np.ndarray) -> np.ndarray:
    """How pixels differ from the mean of their group; groups of one pixel say nothing."""
    number = np.unique(group, return_inverse=True)[1]
    sizes = np.bincount(number)
    means = np.zeros((len(sizes), spectra.shape[1]))
    np.add.at(means, number, spectra)
    means /= sizes[:, None]
    in_larger_group = sizes[number] > 1
    # a mean follows its own pixels, which makes the smaller groups look more even than they are
    bessel_factor = np.sqrt(sizes / np.maximum(sizes - 1, 1))
    return ((spectra - means[number]) * bessel_factor[number][:, None])[in_larger_group]


def _subsample(target: np.ndarray) -> np.ndarray:
    """At most so many pixels, spread over all that were drawn; of rare classes all."""
    if len(target) <= MAX_TRAINING_PIXELS:
        return np.arange(len(target))
    counts = np.bincount(target)
    share = MAX_TRAINING_PIXELS
    while np.minimum(counts, share).sum() > MAX_TRAINING_PIXELS:
        share = int(share * 0.95)
    kept = []
    for index, count in enumerate(counts):
        positions = np.linspace(0, count - 1, min(int(count), share))
        kept.append(np.flatnonzero(target == index)[np.round(positions).astype(int)])
    return np.sort(np.concatenate(kept))


def _mean_distance(training: np.ndarray) -> float:
    max_count = min(len(training), MAX_PAIRED_PIXELS)
    subset = training[np.round(np.linspace(0, len(training) - 1, max_count)).astype(int)]
    return float(pdist(subset).mean()) if max_count > 1 else 0.0


def _distances_across(training: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """Distance of each validated pixel to the nearest training pixel of another fold."""
    distances = np.full(len(training), np.nan)
    for fold in np.unique(folds[folds >= 0]):
        in_fold = folds == fold
        if not in_fold.all():
            distances[in_fold] = _nearest(training[~in_fold], training[in_fold])
    return distances


def _nearest(training: np.ndarray, positions: np.ndarray) -> np.ndarray:
    if len(positions) == 0:
        return np.zeros(0)
    tree = cKDTree(training)
    return with_threads(lambda threads: tree.query(positions, workers=threads)[0], thread_count())
