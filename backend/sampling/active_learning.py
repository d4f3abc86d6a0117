"""Active learning: chooses the pixels whose labels would improve the model most.

The gain of a candidate combines uncertainty (low confidence of the model), density (many similar
pixels in the scene) and novelty (no similar training sample). Candidates are chosen one after
another; each choice lowers the gain of pixels near it on the ground or in feature space.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sklearn.neighbors import NearestNeighbors

#: The most candidates compared; more take longer without better suggestions.
MAX_CANDIDATES = 4_000
NEIGHBOURS = 10
_EPSILON = 1e-12


@dataclass(frozen=True)
class Suggestion:
    """Chosen candidates in the order of choice, with the measures behind it."""

    chosen: np.ndarray  # indexes of the candidates
    gain: np.ndarray  # 0 … 1, before the penalties for similar choices
    uncertainty: np.ndarray  # 0 … 1
    density: np.ndarray  # 0 … 1; 1 in the densest part of feature space
    novelty: np.ndarray  # 0 … 1; 1 farthest from all training samples
    first: np.ndarray  # most probable class
    second: np.ndarray  # second most probable class

    def reason(self, position: int) -> str:
        """Why the pixel was chosen, as the user interface translates it."""
        reasons = []
        if self.uncertainty[position] > 0.5:
            reasons.append("low confidence")
        if self.novelty[position] > 0.5:
            reasons.append("unlike any training sample")
        if self.density[position] > 0.5:
            reasons.append("similar to much of the scene")
        return ", ".join(reasons) or "balance of uncertainty, density and novelty"


def uncertainty(probabilities: np.ndarray) -> np.ndarray:
    """One minus the margin between the two most probable classes, 0 … 1, for each pixel."""
    top = np.partition(probabilities, -2, axis=1)[:, -2:]
    return np.asarray(np.clip(1 - (top[:, 1] - top[:, 0]), 0, 1))


def suggest(
    probabilities: np.ndarray,
    features: np.ndarray,
    positions: np.ndarray,
    labelled: np.ndarray,
    count: int,
    min_distance: float | None = None,
    seed: int = 0,
) -> Suggestion:
    """Choose `count` of the candidates.

    `features` (candidates, features) and `labelled` (labelled pixels, features) are in the same
    scaled space; `positions` (candidates, 2) are rows and columns. Candidates closer than
    `min_distance` pixels to a chosen one are penalised; the default depends on the extent of the
    candidates and on the count.
    """
    if len(probabilities) == 0 or count < 1:
        empty = np.zeros(0)
        none = np.zeros(0, np.int64)
        return Suggestion(none, empty, empty, empty, empty, none, none)
    rng = np.random.default_rng(seed)
    pool = np.arange(len(probabilities))
    if len(pool) > MAX_CANDIDATES:
        pool = np.sort(rng.choice(pool, MAX_CANDIDATES, replace=False))
    features, positions = np.asarray(features, float)[pool], np.asarray(positions, float)[pool]
    uncertainties = uncertainty(probabilities[pool])
    densities = _density(features)
    novelties = _novelty(features, np.asarray(labelled, float))
    gain = uncertainties * np.sqrt(densities) * (0.25 + 0.75 * novelties)
    if min_distance is None:
        extent = np.maximum(np.ptp(positions, axis=0) + 1, 1)
        min_distance = 0.35 * float(np.sqrt(extent.prod() / max(count, 1)))
    selected = _select_diverse(
        gain, features, positions, min(count, len(pool)), max(min_distance, 1.0)
    )
    order = np.argsort(-probabilities[pool[selected]], axis=1, kind="stable")
    second = order[:, 1] if order.shape[1] > 1 else order[:, 0]
    return Suggestion(
        pool[selected],
        gain[selected],
        uncertainties[selected],
        densities[selected],
        novelties[selected],
        order[:, 0],
        second,
    )


def _density(features: np.ndarray) -> np.ndarray:
    """The rank of the density of feature space around each candidate, 0 … 1."""
    neighbours = min(NEIGHBOURS, len(features) - 1)
    if neighbours < 1:
        return np.ones(len(features))
    index = NearestNeighbors(n_neighbors=neighbours + 1).fit(features)
    distance = index.kneighbors(features)[0][:, 1:].mean(axis=1)
    return 1 - _rank(distance)


def _novelty(features: np.ndarray, labelled: np.ndarray) -> np.ndarray:
    """The distance to the nearest labelled pixel in feature space, 1 for the farthest tenth."""
    if len(labelled) == 0:
        return np.ones(len(features))
    index = NearestNeighbors(n_neighbors=1).fit(labelled)
    distance = index.kneighbors(features)[0][:, 0]
    # a quantile, because one outlier (a cloud, a defective pixel) would scale all others to 0
    far = max(float(np.quantile(distance, 0.9)), _EPSILON)
    return np.asarray(np.minimum(distance / far, 1.0))


def _select_diverse(
    gain: np.ndarray, features: np.ndarray, positions: np.ndarray, count: int, min_distance: float
) -> np.ndarray:
    """Greedy choice; candidates near a chosen one, on the ground or in feature space, lose gain."""
    typical = _typical_distance(features)
    base_gain = gain + _EPSILON
    # squared distances to the nearest chosen pixel, relative to a typical distance
    ground_distance = np.full(len(gain), np.inf)
    feature_distance = np.full(len(gain), np.inf)
    selected: list[int] = []
    for _ in range(count):
        remaining_gain = (
            base_gain
            * (1 - np.exp(-0.5 * ground_distance))
            * (1 - 0.8 * np.exp(-0.5 * feature_distance))
        )
        remaining_gain[selected] = -1.0
        best = int(np.argmax(remaining_gain))
        selected.append(best)
        ground_distance = np.minimum(
            ground_distance, ((positions - positions[best]) ** 2).sum(axis=1) / min_distance**2
        )
        feature_distance = np.minimum(
            feature_distance, ((features - features[best]) ** 2).sum(axis=1) / typical**2
        )
    return np.array(selected, np.int64)


def _typical_distance(features: np.ndarray) -> float:
    """Twice the median distance of a candidate to its nearest neighbours."""
    neighbours = min(NEIGHBOURS, len(features) - 1)
    if neighbours < 1:
        return 1.0
    index = NearestNeighbors(n_neighbors=neighbours + 1).fit(features)
    distance = index.kneighbors(features)[0][:, 1:]
    return max(2 * float(np.median(distance)), _EPSILON)


def _rank(values: np.ndarray) -> np.ndarray:
    """Ranks scaled to 0 … 1; equal values have the same rank."""
    if len(values) < 2:
        return np.zeros(len(values))
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    middle = np.cumsum(counts) - (counts + 1) / 2
    return middle[inverse] / (len(values) - 1)
