"""Where a model may be trusted at all: dissimilarity index and area of applicability.

After Meyer & Pebesma (2021, Methods in Ecology and Evolution 12, 1620–1633): the distance of a
pixel to the nearest training pixel in the space of the model's own (weighted) features, divided by
the mean distance among training pixels. The threshold is what the folds of the cross-validation
met: the largest index of a training pixel against those of other folds that is not an outlier.
Where a pixel's index is above it, the cross-validated accuracy does not speak of that pixel.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sklearn.neighbors import KDTree, NearestNeighbors

#: More training pixels than this are thinned: distances to the nearest hardly change.
MOST_TRAINING = 5_000
MOST_PAIRS = 1_000
#: Above so many dimensions a tree is slower than comparing with every training pixel.
_TREE_DIMENSIONS = 12
_SMALLEST = 1e-9


@dataclass(frozen=True)
class Applicability:
    """What the dissimilarity index needs to know of the training pixels; plain arrays."""

    mean: np.ndarray
    scale: np.ndarray  # divides the centred features; holds deviation and importance
    training: np.ndarray  # (pixels, features) scaled
    distance: float  # mean distance among training pixels
    threshold: float

    def index(self, features: np.ndarray) -> np.ndarray:
        """Dissimilarity index of pixels (pixels, features); 0 is a training pixel's own place."""
        scaled = (features - self.mean) / self.scale
        return _nearest(self.training, scaled) / self.distance

    def inside(self, features: np.ndarray) -> np.ndarray:
        """Whether pixels lie in the area of applicability."""
        return self.index(features) <= self.threshold


def fit_applicability(
    features: np.ndarray,
    folds: np.ndarray,
    importance: np.ndarray | None = None,
    seed: int = 0,
) -> Applicability:
    """Learn from training pixels (pixels, features) and the fold each was validated in.

    A fold below 0 marks a pixel that only ever trained: it counts as training for every fold.
    `importance` weights the features, as the paper does; equal weights where it is not known.
    """
    if len(features) != len(folds):
        raise ValueError("every training pixel needs a fold")
    chosen = _thinned(folds, seed)
    features, folds = np.asarray(features, np.float64)[chosen], folds[chosen]
    mean, deviation = features.mean(axis=0), features.std(axis=0)
    weight = np.ones(features.shape[1]) if importance is None else np.asarray(importance, float)
    # a feature that never varies, or that the model ignores, says nothing of dissimilarity
    usable = (deviation > _SMALLEST) & (weight > 0)
    scale = np.where(usable, deviation / np.where(usable, weight, 1.0), np.inf)
    training = (features - mean) / scale
    distance = max(_mean_distance(training, seed), _SMALLEST)
    own = _distances_across(training, folds) / distance
    return Applicability(mean, scale, training, distance, threshold(own))


def threshold(index: np.ndarray) -> float:
    """The largest index that is no outlier: upper quartile + 1.5 interquartile ranges at most."""
    known = index[np.isfinite(index)]
    if len(known) == 0:
        return float("inf")
    low, high = np.quantile(known, [0.25, 0.75])
    return float(known[known <= high + 1.5 * (high - low)].max())


def _thinned(folds: np.ndarray, seed: int) -> np.ndarray:
    if len(folds) <= MOST_TRAINING:
        return np.arange(len(folds))
    rng = np.random.default_rng(seed)
    return np.sort(rng.choice(len(folds), MOST_TRAINING, replace=False))


def _mean_distance(training: np.ndarray, seed: int) -> float:
    rng = np.random.default_rng(seed)
    most = min(len(training), MOST_PAIRS)
    sample = training[rng.choice(len(training), most, replace=False)]
    squares = (sample**2).sum(axis=1)
    gaps = squares[:, None] + squares[None, :] - 2 * sample @ sample.T
    distances = np.sqrt(np.maximum(gaps, 0))
    pairs = most * (most - 1)
    return float(distances.sum() / pairs) if pairs else 0.0


def _distances_across(training: np.ndarray, folds: np.ndarray) -> np.ndarray:
    """Distance of each validated pixel to the nearest training pixel of another fold."""
    distances = np.full(len(training), np.nan)
    for fold in np.unique(folds[folds >= 0]):
        mine = folds == fold
        if mine.all():
            continue
        distances[mine] = _nearest(training[~mine], training[mine])
    return distances


def _nearest(training: np.ndarray, pixels: np.ndarray) -> np.ndarray:
    if len(pixels) == 0:
        return np.zeros(0)
    if training.shape[1] <= _TREE_DIMENSIONS:
        return KDTree(training).query(pixels, k=1)[0][:, 0]
    # float64 sums of squares: identical pixels come out at 0 up to rounding
    search = NearestNeighbors(n_neighbors=1, algorithm="brute").fit(training)
    return search.kneighbors(pixels)[0][:, 0]
