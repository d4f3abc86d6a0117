"""Clusters of pixels by their features alone, to show what features separate without labels."""

from __future__ import annotations

import numpy as np
from sklearn.cluster import KMeans

from ..compute.subsampling import evenly_spaced

#: The most pixels to which the clusters are fitted; every pixel is then assigned to one.
MAX_FITTED_PIXELS = 4_000
ATTEMPTS = 3


def cluster(features: np.ndarray, order: np.ndarray, count: int, seed: int) -> np.ndarray:
    """The cluster of each pixel (pixels, features), numbered by the mean `order` of its pixels.

    With the brightness of pixels as `order`, the same number means similar ground for all features.
    """
    sample = np.asarray(features[evenly_spaced(len(features), MAX_FITTED_PIXELS)], np.float32)
    count = min(count, len(np.unique(sample, axis=0)))
    fitted = KMeans(count, n_init=ATTEMPTS, random_state=seed).fit(sample)
    member = np.asarray(fitted.predict(np.asarray(features, np.float32)))
    size = np.maximum(np.bincount(member, minlength=count), 1)
    mean = np.bincount(member, order, count) / size
    rank = np.empty(count, np.int64)
    rank[np.argsort(mean, kind="stable")] = np.arange(count)
    return np.asarray(rank[member])
