"""What features tell apart on their own, without any label: pixels in a few clusters."""

from __future__ import annotations

import numpy as np
from sklearn.cluster import KMeans

from ..compute.subsampling import evenly_spaced

#: Pixels from which the clusters are learnt; all are then given to one.
MAX_FITTED_PIXELS = 4_000
ATTEMPTS = 3


def cluster(features: np.ndarray, order: np.ndarray, count: int, seed: int) -> np.ndarray:
    """The cluster of each pixel (pixels, features); clusters are numbered by their mean `order`.

    So the same number means about the same ground in the clusters of other features.
    """
    sample = np.asarray(features[evenly_spaced(len(features), MAX_FITTED_PIXELS)], np.float32)
    count = min(count, len(np.unique(sample, axis=0)))
    found = KMeans(count, n_init=ATTEMPTS, random_state=seed).fit(sample)
    member = found.predict(np.asarray(features, np.float32))
    size = np.maximum(np.bincount(member, minlength=count), 1)
    mean = np.bincount(member, order, count) / size
    rank = np.empty(count, np.int64)
    rank[np.argsort(mean, kind="stable")] = np.arange(count)
    return rank[member]
