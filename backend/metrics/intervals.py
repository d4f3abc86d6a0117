"""95 % confidence intervals of accuracy metrics from the confusion matrices of polygons."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from .accuracy import AccuracyMetrics, FloatArray
from .jackknife import ROUNDING, StandardErrors, degrees_of_weighted_mean, jackknife

Z = 1.959963984540054  # quantile of the normal distribution for a 95 % interval
#: A class with fewer groups has no interval: nothing is known of how its groups differ.
MIN_GROUPS = 2


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
        return cls(**{name: Interval.unknown(getattr(metrics, name)) for name in METRICS})

    def of_models_with_all_groups(self, shares: FloatArray) -> Intervals:
        """Intervals for a model fitted to all groups, if those tested had a share of each class.

        The errors of a classifier decrease at most in about inverse proportion to its training
        polygons, and more polygons rarely increase them. Only upper limits are therefore raised.
        """
        known = shares[np.isfinite(shares)]
        mean = float(known.mean()) if len(known) else 1.0

        def raised(name: str) -> Interval:
            interval: Interval = getattr(self, name)
            share = mean if np.ndim(interval.high) == 0 else shares
            return Interval(interval.low, 1 - (1 - interval.high) * share)

        return Intervals(**{name: raised(name) for name in METRICS})

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


METRICS = tuple(field.name for field in fields(Intervals))


def group_classes(matrices: np.ndarray) -> np.ndarray:
    """The reference class of each group: the one of most of its pixels."""
    return np.asarray(matrices.sum(axis=2).argmax(axis=1))


def group_intervals(matrices: np.ndarray) -> Intervals:
    """Intervals of all metrics from the confusion matrices of groups.

    They are score intervals (Wilson's) with an effective number of independent units, which follows
    from a jackknife over the groups of each class, and with Student's t for the degrees of freedom
    of the jackknife. Where all groups of a class agree, each counts as one unit. A class with a
    single group has no interval; in the metrics of all classes it is taken to vary as others do.
    """
    classes = matrices.shape[-1]
    group_class = group_classes(matrices)
    groups_per_class = np.bincount(group_class, minlength=classes)
    enough = groups_per_class >= MIN_GROUPS
    if not enough.any():
        return Intervals.unknown(AccuracyMetrics.from_confusion(matrices.sum(axis=0)))
    estimates = AccuracyMetrics.from_confusion(matrices.sum(axis=0))
    errors = _standard_errors(matrices, group_class)
    single_groups = np.sqrt((groups_per_class > 0).sum() / enough.sum())
    pixels = estimates.confusion.sum(axis=1).astype(float)
    groups_mapped_as = (matrices.sum(axis=1) > 0).sum(axis=0)

    def of_all_classes(name: str, weights: np.ndarray, lowest: float = 0.0) -> Interval:
        share = (getattr(estimates, name) - lowest) / (1 - lowest)
        degrees = degrees_of_weighted_mean(weights, groups_per_class)
        error = errors[name].times(single_groups / (1 - lowest)).with_at_most(degrees)
        found = _score_interval(share, error, np.array(len(matrices)))
        return Interval(*(lowest + (1 - lowest) * limit for limit in (found.low, found.high)))

    def of_each_class(name: str, units: np.ndarray = groups_per_class) -> Interval:
        found = _score_interval(getattr(estimates, name), errors[name], units)
        return Interval(*(np.where(enough, limit, np.nan) for limit in (found.low, found.high)))

    return Intervals(
        overall=of_all_classes("overall", pixels),
        average=of_all_classes("average", np.ones(classes)),
        kappa=of_all_classes("kappa", pixels, lowest=-1.0),
        recall=of_each_class("recall"),
        precision=of_each_class("precision", groups_mapped_as),
        f1=of_each_class("f1"),
        iou=of_each_class("iou"),
    )


def wilson_interval(
    proportion: FloatArray, units: np.ndarray, quantile: FloatArray | float = Z
) -> Interval:
    """Wilson's 95 % interval of a proportion observed in this number of independent units."""
    with np.errstate(divide="ignore", invalid="ignore"):
        denominator = 1 + quantile**2 / units
        centre = (proportion + quantile**2 / (2 * units)) / denominator
        variance = proportion * (1 - proportion) / units + quantile**2 / (4 * units**2)
        margin = quantile / denominator * np.sqrt(variance)
        return Interval(np.maximum(centre - margin, 0.0), np.minimum(centre + margin, 1.0))


def _standard_errors(matrices: np.ndarray, group_class: np.ndarray) -> dict[str, StandardErrors]:
    """The standard errors of all metrics."""

    def columns(confusion: np.ndarray) -> list[FloatArray]:
        metrics = AccuracyMetrics.from_confusion(confusion)
        return [getattr(metrics, name).reshape(len(confusion), -1) for name in METRICS]

    errors = jackknife(matrices, group_class, lambda sums: np.concatenate(columns(sums), axis=1))
    total = AccuracyMetrics.from_confusion(matrices.sum(axis=0))
    result, start = {}, 0
    for name in METRICS:
        like = getattr(total, name)
        own = slice(start, start + like.size)
        result[name] = StandardErrors(
            errors.error[own].reshape(like.shape),
            errors.degrees_of_freedom[own].reshape(like.shape),
        )
        start += like.size
    return result


def _score_interval(share: FloatArray, errors: StandardErrors, units: np.ndarray) -> Interval:
    """Wilson's interval of shares with these standard errors.

    Where the error is zero or unknown, the groups are the units.
    """
    known = (errors.error > ROUNDING) & (share > ROUNDING) & (share < 1 - ROUNDING)
    with np.errstate(divide="ignore", invalid="ignore"):
        effective = np.where(known, share * (1 - share) / errors.error**2, units)
    return wilson_interval(share, effective, np.where(known, errors.quantiles, Z))
