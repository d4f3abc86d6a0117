"""95 % confidence intervals of accuracy metrics by bootstrap over groups (polygons)."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from scipy.special import stdtrit

from .accuracy import AccuracyMetrics, FloatArray

REPLICATES = 1000
LEVEL = 0.95
Z = 1.959963984540054  # quantile of the normal distribution for a 95 % interval
#: A class with fewer groups has no interval: its groups cannot be resampled.
MIN_GROUPS = 2
_MAX_ELEMENTS = 20_000_000


@dataclass(frozen=True)
class Interval:
    """Lower and upper limits of 95 % intervals, in the form of the metric that they belong to."""

    low: FloatArray
    high: FloatArray

    @classmethod
    def unknown(cls, like: FloatArray) -> Interval:
        """Limits that are NaN, for a metric without an interval."""
        return cls(np.full_like(like, np.nan), np.full_like(like, np.nan))


@dataclass(frozen=True)
class Intervals:
    """Intervals of the metrics of one confusion matrix."""

    overall: Interval
    average: Interval
    kappa: Interval
    recall: Interval
    precision: Interval
    f1: Interval
    iou: Interval

    @classmethod
    def unknown(cls, metrics: AccuracyMetrics) -> Intervals:
        """Intervals that are all NaN."""
        names = [field.name for field in fields(cls)]
        return cls(**{name: Interval.unknown(getattr(metrics, name)) for name in names})

    def numbers(self) -> dict[str, list[FloatArray]]:
        """Lower and upper limits of each metric, for the numbers beside a report."""
        intervals = {
            "overall": self.overall,
            "average": self.average,
            "kappa": self.kappa,
            "users": self.precision,
            "producers": self.recall,
            "f1": self.f1,
            "iou": self.iou,
        }
        return {name: [interval.low, interval.high] for name, interval in intervals.items()}


def resampled_matrices(
    matrices: np.ndarray, seed: int = 0, replicates: int = REPLICATES
) -> FloatArray:
    """Confusion matrices of bootstrap replicates, (replicates, reference, predicted).

    `matrices` are those of the groups; groups are drawn with replacement within each reference
    class. The same seed draws the same groups, so that two methods are compared on the same draws.
    """
    groups, classes = len(matrices), matrices.shape[-1]
    group_class = _group_classes(matrices)
    flat = matrices.reshape(groups, -1).astype(np.float64)
    drawn = np.zeros((replicates, classes * classes))
    rng = np.random.default_rng(seed)
    for index in range(classes):
        members = np.flatnonzero(group_class == index)
        if len(members) == 0:
            continue
        probabilities = np.full(len(members), 1 / len(members))
        step = max(1, _MAX_ELEMENTS // len(members))
        for start in range(0, replicates, step):
            count = min(step, replicates - start)
            weights = rng.multinomial(len(members), probabilities, count)
            drawn[start : start + count] += weights @ flat[members]
    return drawn.reshape(replicates, classes, classes)


def bootstrap_intervals(
    matrices: np.ndarray, seed: int = 0, replicates: int = REPLICATES, level: float = LEVEL
) -> Intervals:
    """Intervals of all metrics from the confusion matrices of groups.

    Pixels of one polygon resemble each other, so polygons are resampled, not pixels. Each class
    keeps its number of polygons, because that number was chosen and not drawn. Resampling few
    polygons underestimates the variance; the intervals are widened by Student's t to correct this.
    A class with a single group has no interval.
    """
    classes = matrices.shape[-1]
    samples = AccuracyMetrics.from_confusion(resampled_matrices(matrices, seed, replicates))
    estimates = AccuracyMetrics.from_confusion(matrices.sum(axis=0))
    groups_per_class = np.bincount(_group_classes(matrices), minlength=classes)
    groups_mapped_as = (matrices.sum(axis=1) > 0).sum(axis=0)
    all_groups = np.array(len(matrices))
    enough = groups_per_class >= MIN_GROUPS
    any_enough = np.array(len(matrices) >= MIN_GROUPS and enough.any())

    def interval(name: str, usable: np.ndarray, units: np.ndarray) -> Interval:
        min_value = -1.0 if name == "kappa" else 0.0
        quantiles = _quantile_interval(getattr(samples, name), level, usable)
        widened = _widen_for_few_units(quantiles, getattr(estimates, name), units, min_value)
        return widened if name == "kappa" else _replace_degenerate(widened, units)

    return Intervals(
        overall=interval("overall", any_enough, all_groups),
        average=interval("average", any_enough, all_groups),
        kappa=interval("kappa", any_enough, all_groups),
        recall=interval("recall", enough, groups_per_class),
        precision=interval("precision", enough, groups_mapped_as),
        f1=interval("f1", enough, groups_per_class),
        iou=interval("iou", enough, groups_per_class),
    )


def wilson_interval(proportion: FloatArray, units: np.ndarray) -> Interval:
    """Wilson's 95 % interval of a proportion observed in this number of independent units."""
    with np.errstate(divide="ignore", invalid="ignore"):
        denominator = 1 + Z**2 / units
        centre = (proportion + Z**2 / (2 * units)) / denominator
        variance = proportion * (1 - proportion) / units + Z**2 / (4 * units**2)
        margin = Z / denominator * np.sqrt(variance)
        return Interval(np.maximum(centre - margin, 0.0), np.minimum(centre + margin, 1.0))


def _group_classes(matrices: np.ndarray) -> np.ndarray:
    """The reference class of each group: the one of most of its pixels."""
    return np.asarray(matrices.sum(axis=2).argmax(axis=1))


def _quantile_interval(values: FloatArray, level: float, enough: np.ndarray) -> Interval:
    """The interval between two quantiles of bootstrap replicates."""
    usable = np.isfinite(values).any(axis=0) & enough
    filled = np.where(usable, values, 0.0)
    low, high = np.nanquantile(filled, [(1 - level) / 2, (1 + level) / 2], axis=0)
    return Interval(np.where(usable, low, np.nan), np.where(usable, high, np.nan))


def _widen_for_few_units(
    interval: Interval, estimate: FloatArray, units: np.ndarray, min_value: float
) -> Interval:
    """The interval widened by Student's t and by the bias of resampling few units."""
    degrees_of_freedom = np.maximum(units - 1, 1)
    factor = (
        stdtrit(degrees_of_freedom, (1 + LEVEL) / 2)
        / Z
        * np.sqrt((degrees_of_freedom + 1) / degrees_of_freedom)
    )
    low = estimate - (estimate - interval.low) * factor
    high = estimate + (interval.high - estimate) * factor
    return Interval(np.maximum(low, min_value), np.minimum(high, 1.0))


def _replace_degenerate(interval: Interval, units: np.ndarray) -> Interval:
    """Wilson's interval where all replicates agree (everything correct, or nothing)."""
    degenerate = interval.high - interval.low < 1e-12
    wilson = wilson_interval(interval.low, units)
    return Interval(
        np.where(degenerate, wilson.low, interval.low),
        np.where(degenerate, wilson.high, interval.high),
    )
