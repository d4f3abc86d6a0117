"""Accuracy figures of confusion matrices, and their intervals by resampling whole groups.

A confusion matrix here has the map's classes in its rows and the reference's in its columns, as in
the remote-sensing literature. All functions take matrices with leading axes too, and give figures
with the same leading axes, so that thousands of resampled matrices cost one call.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

RESAMPLES = 1000
LEVEL = 0.95
Z = 1.959963984540054  # of a 95 % interval
#: Below this many groups of a class, resampling them says nothing.
MIN_GROUPS = 2
_MAX_ELEMENTS = 20_000_000


@dataclass(frozen=True)
class AccuracyMetrics:
    """What a confusion matrix says; NaN where a class was never mapped or never seen."""

    overall: np.ndarray
    average: np.ndarray  # mean of the producer's accuracies, as the field reports it
    kappa: np.ndarray
    users: np.ndarray  # per class: how often the map is right where it shows the class
    producers: np.ndarray  # per class: how much of the class the map found
    f1: np.ndarray
    iou: np.ndarray

    @property
    def mean_f1(self) -> np.ndarray:
        """Mean over the classes that occur."""
        return _mean(self.f1)

    @property
    def mean_iou(self) -> np.ndarray:
        """Mean over the classes that occur."""
        return _mean(self.iou)


@dataclass(frozen=True)
class Interval:
    """Lower and upper end of 95 % intervals, with the shape of what they belong to."""

    low: np.ndarray
    high: np.ndarray


@dataclass(frozen=True)
class Intervals:
    """Intervals of the figures under resampling of groups."""

    overall: Interval
    average: Interval
    kappa: Interval
    users: Interval
    producers: Interval
    f1: Interval
    iou: Interval


def confusion_matrix(mapped: np.ndarray, reference: np.ndarray, classes: int) -> np.ndarray:
    """Counts of pairs of class indexes, map in rows."""
    pairs = np.asarray(mapped, np.int64) * classes + np.asarray(reference, np.int64)
    return np.bincount(pairs, minlength=classes * classes).reshape(classes, classes)


def group_matrices(
    mapped: np.ndarray, reference: np.ndarray, groups: np.ndarray, classes: int
) -> np.ndarray:
    """One confusion matrix for each distinct group, (groups, classes, classes)."""
    names, position = np.unique(groups, return_inverse=True)
    cells = (position * classes + np.asarray(mapped)) * classes + np.asarray(reference)
    counts = np.bincount(cells, minlength=len(names) * classes * classes)
    return counts.reshape(len(names), classes, classes)


def accuracy_metrics(matrix: np.ndarray) -> AccuracyMetrics:
    """Accuracy figures of matrices (…, classes, classes) of counts or of area shares."""
    matrix = np.asarray(matrix, np.float64)
    right = np.diagonal(matrix, axis1=-2, axis2=-1)
    mapped, seen = matrix.sum(axis=-1), matrix.sum(axis=-2)
    total = matrix.sum(axis=(-2, -1))
    with np.errstate(divide="ignore", invalid="ignore"):
        overall = right.sum(axis=-1) / total
        chance = (mapped * seen).sum(axis=-1) / total**2
        kappa = np.where(chance < 1, (overall - chance) / (1 - chance), 1.0)
        producers = right / seen
        return AccuracyMetrics(
            overall=overall,
            average=_mean(producers),
            kappa=np.where(total > 0, kappa, np.nan),
            users=right / mapped,
            producers=producers,
            f1=2 * right / (mapped + seen),
            iou=right / (mapped + seen - right),
        )


def resampled(matrices: np.ndarray, seed: int = 0, resamples: int = RESAMPLES) -> np.ndarray:
    """Confusion matrices of groups drawn again, class by class, (resamples, classes, classes).

    The same seed draws the same groups, so that two methods can be compared on the same draws.
    """
    groups, classes = len(matrices), matrices.shape[-1]
    owner = matrices.sum(axis=1).argmax(axis=1)
    flat = matrices.reshape(groups, -1).astype(np.float64)
    drawn = np.zeros((resamples, classes * classes))
    rng = np.random.default_rng(seed)
    for index in range(classes):
        class_groups = np.flatnonzero(owner == index)
        if len(class_groups) == 0:
            continue
        share = np.full(len(class_groups), 1 / len(class_groups))
        step = max(1, _MAX_ELEMENTS // len(class_groups))
        for start in range(0, resamples, step):
            count = min(step, resamples - start)
            weights = rng.multinomial(len(class_groups), share, count)
            drawn[start : start + count] += weights @ flat[class_groups]
    return drawn.reshape(resamples, classes, classes)


def bootstrap(
    matrices: np.ndarray, seed: int = 0, resamples: int = RESAMPLES, level: float = LEVEL
) -> Intervals:
    """Intervals of all figures when whole groups are drawn again, class by class.

    Pixels of one polygon resemble each other, so polygons are drawn, not pixels. Each class keeps
    its number of polygons, since whoever drew them chose that number. Resampling few polygons
    underestimates their spread, for which Student's t makes up. A class with a single group has no
    interval.
    """
    groups, classes = len(matrices), matrices.shape[-1]
    owner = matrices.sum(axis=1).argmax(axis=1)
    samples = accuracy_metrics(resampled(matrices, seed, resamples))
    enough = np.bincount(owner, minlength=classes) >= MIN_GROUPS
    overall_usable = bool(groups >= MIN_GROUPS and enough.any())
    groups_per_class = np.bincount(owner, minlength=classes)
    mapped_groups = (matrices.sum(axis=2) > 0).sum(axis=0)
    all_groups = np.array(groups)
    estimates = accuracy_metrics(matrices.sum(axis=0))

    def interval(name: str, usable: np.ndarray | bool, units: np.ndarray) -> Interval:
        found = _interval(getattr(samples, name), level, usable)
        found = _small_sample_interval(
            found, getattr(estimates, name), units, -1.0 if name == "kappa" else 0.0
        )
        return found if name == "kappa" else _with_wilson(found, units)

    return Intervals(
        overall=interval("overall", overall_usable, all_groups),
        average=interval("average", overall_usable, all_groups),
        kappa=interval("kappa", overall_usable, all_groups),
        users=interval("users", enough, mapped_groups),
        producers=interval("producers", enough, groups_per_class),
        f1=interval("f1", enough, groups_per_class),
        iou=interval("iou", enough, groups_per_class),
    )


def wilson(share: np.ndarray, units: np.ndarray) -> Interval:
    """Wilson's 95 % interval of a share seen in so many independent units."""
    with np.errstate(divide="ignore", invalid="ignore"):
        below = 1 + Z**2 / units
        centre = (share + Z**2 / (2 * units)) / below
        spread = Z / below * np.sqrt(share * (1 - share) / units + Z**2 / (4 * units**2))
        return Interval(np.maximum(centre - spread, 0.0), np.minimum(centre + spread, 1.0))


def _small_sample_interval(
    found: Interval, estimate: np.ndarray, units: np.ndarray, lowest: float
) -> Interval:
    """Wider around the estimate, as Student's t and the bias of resampling few units ask for."""
    degrees_of_freedom = np.maximum(units - 1, 1)
    factor = (
        stdtrit(degrees_of_freedom, (1 + LEVEL) / 2)
        / Z
        * np.sqrt((degrees_of_freedom + 1) / degrees_of_freedom)
    )
    low = estimate - (estimate - found.low) * factor
    high = estimate + (found.high - estimate) * factor
    return Interval(np.maximum(low, lowest), np.minimum(high, 1.0))


def _with_wilson(found: Interval, units: np.ndarray) -> Interval:
    """Where every resample agrees (all right, all wrong), Wilson's interval: it is no certainty."""
    degenerate = found.high - found.low < 1e-12
    wilson_interval = wilson(found.low, units)
    return Interval(
        np.where(degenerate, wilson_interval.low, found.low),
        np.where(degenerate, wilson_interval.high, found.high),
    )


def _interval(values: np.ndarray, level: float, enough: np.ndarray | bool) -> Interval:
    usable = np.isfinite(values).any(axis=0) & enough
    filled = np.where(usable, values, 0.0)
    low, high = np.nanquantile(filled, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return Interval(np.where(usable, low, np.nan), np.where(usable, high, np.nan))


def _mean(values: np.ndarray) -> np.ndarray:
    present = np.isfinite(values)
    count = present.sum(axis=-1)
    total = np.where(present, values, 0.0).sum(axis=-1)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)
