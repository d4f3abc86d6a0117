"""Active learning: chooses the pixels whose labels would improve the model most.

Each pixel is chosen for one of several reasons, which take turns by fixed shares: the model is
uncertain between two classes, no training sample is similar, a large region of feature space has no
training sample, or a class with few samples is to be checked. Each choice lowers the gain of pixels
near it on the ground or in feature space, whatever their reason.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from sklearn.cluster import KMeans
from sklearn.neighbors import NearestNeighbors

from ..common.choices import (
    RARE_CLASS,
    SPREAD_OVER_SCENE,
    TYPICAL_OF_REGION,
    UNCERTAIN,
    UNLIKE_SAMPLES,
)

#: The most candidates compared; more take longer without better suggestions.
MAX_CANDIDATES = 4_000
NEIGHBOURS = 10
#: Shares of the suggestions; a reason without candidates leaves its share to the others.
SHARES = {UNCERTAIN: 0.6, UNLIKE_SAMPLES: 0.1, TYPICAL_OF_REGION: 0.1, RARE_CLASS: 0.2}
#: The difference between the two most probable classes is smaller than one minus this.
MIN_UNCERTAINTY = 0.4
#: Without an area of applicability, pixels of at least this novelty are unlike the samples.
MIN_NOVELTY = 0.5
#: A class is rare if it has a smaller share of the samples than this, relative to an equal share.
RARE_SHARE = 0.5
REGIONS = 16
#: Pixels around a skipped one, in each direction, that are not suggested either.
SKIPPED_RADIUS = 3
_EPSILON = 1e-12


@dataclass(frozen=True)
class Suggestion:
    """Chosen candidates in the order of choice, with the measures behind it."""

    chosen: np.ndarray  # indexes of the candidates
    reasons: tuple[str, ...]
    uncertainty: np.ndarray  # 0 … 1
    density: np.ndarray  # 0 … 1; 1 in the densest part of feature space
    novelty: np.ndarray  # 0 … 1; 1 farthest from all training samples
    first: np.ndarray  # most probable class
    second: np.ndarray  # second most probable class


@dataclass(frozen=True)
class Candidates:
    """Unlabelled pixels, and what is known of the labelled ones."""

    probabilities: np.ndarray  # (candidates, classes)
    features: np.ndarray  # (candidates, features)
    positions: np.ndarray  # (candidates, 2) rows and columns
    labelled: np.ndarray  # (labelled pixels, features), scaled as those of the candidates
    #: Whether each candidate is outside the area of applicability, where that is known.
    outside: np.ndarray | None = None
    class_samples: np.ndarray | None = None  # training samples of each class
    skipped: np.ndarray | None = None  # (pixels, 2) that are not to be suggested again

    def subset(self, chosen: np.ndarray) -> Candidates:
        """Some of the candidates."""
        return Candidates(
            self.probabilities[chosen],
            np.asarray(self.features, float)[chosen],
            np.asarray(self.positions, float)[chosen],
            np.asarray(self.labelled, float),
            None if self.outside is None else self.outside[chosen],
            self.class_samples,
            self.skipped,
        )

    def not_skipped(self) -> np.ndarray:
        """The indexes of the candidates that are not near a skipped pixel."""
        if self.skipped is None or len(self.skipped) == 0 or len(self.positions) == 0:
            return np.arange(len(self.positions))
        nearest = NearestNeighbors(n_neighbors=1, metric="chebyshev").fit(self.skipped)
        distance = nearest.kneighbors(self.positions)[0][:, 0]
        return np.flatnonzero(distance > SKIPPED_RADIUS)


def uncertainty(probabilities: np.ndarray) -> np.ndarray:
    """One minus the margin between the two most probable classes, 0 … 1, for each pixel."""
    top = np.partition(probabilities, -2, axis=1)[:, -2:]
    return np.asarray(np.clip(1 - (top[:, 1] - top[:, 0]), 0, 1))


def suggest(
    candidates: Candidates, count: int, min_distance: float | None = None, seed: int = 0
) -> Suggestion:
    """Choose `count` of the candidates.

    Candidates closer than `min_distance` pixels to a chosen one are penalised; the default depends
    on the extent of the candidates and on the count.
    """
    pool = candidates.not_skipped()
    if len(pool) == 0 or count < 1:
        empty = np.zeros(0)
        none = np.zeros(0, np.int64)
        return Suggestion(none, (), empty, empty, empty, none, none)
    rng = np.random.default_rng(seed)
    if len(pool) > MAX_CANDIDATES:
        pool = np.sort(rng.choice(pool, MAX_CANDIDATES, replace=False))
    pooled = candidates.subset(pool)
    measures = _Measures.of(pooled)
    if min_distance is None:
        extent = np.maximum(np.ptp(pooled.positions, axis=0) + 1, 1)
        min_distance = 0.35 * float(np.sqrt(extent.prod() / max(count, 1)))
    selected, reasons = _select_diverse(
        measures.gains(pooled), pooled, min(count, len(pool)), max(min_distance, 1.0)
    )
    order = np.argsort(-pooled.probabilities[selected], axis=1, kind="stable")
    second = order[:, 1] if order.shape[1] > 1 else order[:, 0]
    return Suggestion(
        pool[selected],
        tuple(reasons),
        measures.uncertainty[selected],
        measures.density[selected],
        measures.novelty[selected],
        order[:, 0],
        second,
    )


@dataclass(frozen=True)
class _Measures:
    """Measures of candidates, 0 … 1, from which the gains follow."""

    uncertainty: np.ndarray
    density: np.ndarray
    novelty: np.ndarray

    @classmethod
    def of(cls, candidates: Candidates) -> _Measures:
        return cls(
            uncertainty(candidates.probabilities),
            _density(candidates.features),
            _novelty(candidates.features, candidates.labelled),
        )

    def gains(self, candidates: Candidates) -> dict[str, np.ndarray]:
        """The gain of each candidate by reason; 0 where a reason does not apply.

        The last one applies to every candidate, so that there are as many suggestions as wanted.
        """
        typical = np.sqrt(self.density)
        gain = self.uncertainty * typical * (0.25 + 0.75 * self.novelty)
        outside = candidates.outside
        unlike = self.novelty >= MIN_NOVELTY if outside is None else outside
        return {
            UNCERTAIN: np.where(self.uncertainty >= MIN_UNCERTAINTY, gain, 0.0),
            UNLIKE_SAMPLES: np.where(unlike, self.novelty * typical, 0.0),
            TYPICAL_OF_REGION: _region_gain(candidates) * (0.5 + 0.5 * self.uncertainty),
            RARE_CLASS: _rarity(candidates) * typical * (0.25 + 0.75 * self.uncertainty),
            SPREAD_OVER_SCENE: gain + _EPSILON,
        }


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


def _region_gain(candidates: Candidates) -> np.ndarray:
    """The size of a candidate's cluster, less towards its edge; 0 in clusters with samples."""
    features = candidates.features
    count = min(REGIONS, len(np.unique(features, axis=0)))
    if count < 2:
        return np.zeros(len(features))
    clusters = KMeans(count, n_init=1, random_state=0).fit(features)
    size = np.bincount(clusters.labels_, minlength=count) / len(features)
    if len(candidates.labelled):
        size[np.unique(clusters.predict(candidates.labelled))] = 0.0
    distance = np.linalg.norm(features - clusters.cluster_centers_[clusters.labels_], axis=1)
    spread = np.bincount(clusters.labels_, weights=distance, minlength=count) / np.maximum(
        np.bincount(clusters.labels_, minlength=count), 1
    )
    relative = distance / np.maximum(spread, _EPSILON)[clusters.labels_]
    # smaller clusters than an equal share are no large region
    large = np.where(size >= 1 / (2 * count), size, 0.0)
    return np.asarray(large[clusters.labels_] * np.exp(-0.5 * relative**2))


def _rarity(candidates: Candidates) -> np.ndarray:
    """How few samples the most probable class has, 0 … 1; 0 where it is not rare."""
    samples = candidates.class_samples
    if samples is None or samples.sum() == 0:
        return np.zeros(len(candidates.probabilities))
    share = samples / samples.sum() * len(samples)
    rarity = np.where(share < RARE_SHARE, 1 - share, 0.0)
    return np.asarray(rarity[candidates.probabilities.argmax(axis=1)])


def _select_diverse(
    gains: Mapping[str, np.ndarray], candidates: Candidates, count: int, min_distance: float
) -> tuple[np.ndarray, list[str]]:
    """Greedy choice; candidates near a chosen one, on the ground or in feature space, lose gain."""
    features, positions = candidates.features, candidates.positions
    typical = _typical_distance(features)
    # squared distances to the nearest chosen pixel, relative to a typical distance
    ground_distance = np.full(len(features), np.inf)
    feature_distance = np.full(len(features), np.inf)
    available = np.ones(len(features))
    selected: list[int] = []
    reasons: list[str] = []
    for _ in range(count):
        remaining = (
            available
            * (1 - np.exp(-0.5 * ground_distance))
            * (1 - 0.8 * np.exp(-0.5 * feature_distance))
        )
        reason = _next_reason(gains, remaining, reasons)
        # where all are at the same location, the order of the gains remains
        best = int(np.argmax(gains[reason] * remaining + available * _EPSILON))
        selected.append(best)
        reasons.append(reason)
        available[best] = 0.0
        ground_distance = np.minimum(
            ground_distance, ((positions - positions[best]) ** 2).sum(axis=1) / min_distance**2
        )
        feature_distance = np.minimum(
            feature_distance, ((features - features[best]) ** 2).sum(axis=1) / typical**2
        )
    return np.array(selected, np.int64), reasons


def _next_reason(gains: Mapping[str, np.ndarray], remaining: np.ndarray, reasons: list[str]) -> str:
    """The reason that lacks most of its share, among those with candidates left."""
    possible = {
        reason: share
        for reason, share in SHARES.items()
        if (gains[reason] * remaining).max() > _EPSILON
    }
    if not possible:
        return SPREAD_OVER_SCENE
    count = sum(reason in possible for reason in reasons) + 1
    total = sum(possible.values())
    return max(
        possible,
        key=lambda reason: possible[reason] / total * count - reasons.count(reason),
    )


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
