"""Where to label next: pixels that would teach the model most, each something of its own.

A candidate's gain is uncertainty × density × novelty: the model hesitates there, many pixels of the
scene look like it, and nothing labelled so far does. Candidates are then picked one by one; every
pick lowers the gain of what lies near it on the ground or looks like it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sklearn.neighbors import NearestNeighbors

#: Candidates that compete; more adds time, hardly gain.
MAX_CANDIDATES = 4_000
NEIGHBOURS = 10
_EPSILON = 1e-12


@dataclass(frozen=True)
class Suggestion:
    """Chosen candidates in the order of their choice, with the reasons."""

    chosen: np.ndarray  # indexes of the candidates
    gain: np.ndarray  # 0 … 1, before the spreading
    uncertainty: np.ndarray  # 0 … 1
    density: np.ndarray  # 0 … 1, 1 where the scene is fullest
    novelty: np.ndarray  # 0 … 1, 1 farthest from anything labelled
    first: np.ndarray  # likeliest class of each
    second: np.ndarray  # and the next

    def reason(self, position: int) -> str:
        """Why the pixel was chosen, in words."""
        words = []
        if self.uncertainty[position] > 0.5:
            words.append("low confidence")
        if self.novelty[position] > 0.5:
            words.append("unlike any training sample")
        if self.density[position] > 0.5:
            words.append("similar to much of the scene")
        return ", ".join(words) or "balance of uncertainty, density and novelty"


def uncertainty(probabilities: np.ndarray) -> np.ndarray:
    """How undecided (pixels, classes) probabilities are, 0 … 1: one minus the lead of the first."""
    top = np.partition(probabilities, -2, axis=1)[:, -2:]
    return np.clip(1 - (top[:, 1] - top[:, 0]), 0, 1)


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

    `features` (candidates, features) and `labelled` (labelled pixels, features) live in the same
    scaled space; `positions` (candidates, 2) are rows and columns. Within `min_distance`
    pixels of a chosen one another is hardly worth the visit; by default it follows from the scene
    and the count.
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
    """How crowded the space of features is around each candidate: its rank, 0 … 1."""
    neighbours = min(NEIGHBOURS, len(features) - 1)
    if neighbours < 1:
        return np.ones(len(features))
    found = NearestNeighbors(n_neighbors=neighbours + 1).fit(features)
    distance = found.kneighbors(features)[0][:, 1:].mean(axis=1)
    return 1 - _rank(distance)


def _novelty(features: np.ndarray, labelled: np.ndarray) -> np.ndarray:
    """How far the nearest labelled pixel looks: 0 at a labelled one, 1 at the farthest tenth."""
    if len(labelled) == 0:
        return np.ones(len(features))
    search = NearestNeighbors(n_neighbors=1).fit(labelled)
    distance = search.kneighbors(features)[0][:, 0]
    # outliers (a cloud, a broken pixel) must not make everything else look familiar
    far = max(float(np.quantile(distance, 0.9)), _EPSILON)
    return np.minimum(distance / far, 1.0)


def _select_diverse(
    gain: np.ndarray, features: np.ndarray, positions: np.ndarray, count: int, min_distance: float
) -> np.ndarray:
    """Greedy choice: what lies near a pick on the ground, or looks like one, is worth less."""
    typical = _typical_distance(features)
    base_gain = gain + _EPSILON
    ground_distance = np.full(
        len(gain), np.inf
    )  # squared distance to the nearest pick, on the ground
    feature_distance = np.full(len(gain), np.inf)  # and in the space of features
    selected: list[int] = []
    for _ in range(count):
        rest = (
            base_gain
            * (1 - np.exp(-0.5 * ground_distance))
            * (1 - 0.8 * np.exp(-0.5 * feature_distance))
        )
        rest[selected] = -1.0
        best = int(np.argmax(rest))
        selected.append(best)
        ground_distance = np.minimum(
            ground_distance, ((positions - positions[best]) ** 2).sum(axis=1) / min_distance**2
        )
        feature_distance = np.minimum(
            feature_distance, ((features - features[best]) ** 2).sum(axis=1) / typical**2
        )
    return np.array(selected, np.int64)


def _typical_distance(features: np.ndarray) -> float:
    """A small distance among candidates: between a pixel and its ten nearest, say."""
    neighbours = min(NEIGHBOURS, len(features) - 1)
    if neighbours < 1:
        return 1.0
    found = NearestNeighbors(n_neighbors=neighbours + 1).fit(features)
    distance = found.kneighbors(features)[0][:, 1:]
    return max(2 * float(np.median(distance)), _EPSILON)


def _rank(values: np.ndarray) -> np.ndarray:
    """Ranks from 0 to 1; equal values share a rank."""
    if len(values) < 2:
        return np.zeros(len(values))
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    middle = np.cumsum(counts) - (counts + 1) / 2
    return middle[inverse] / (len(values) - 1)
