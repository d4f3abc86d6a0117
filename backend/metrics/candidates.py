"""Candidate methods or settings compared on the same labels and folds, and the choice of one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .accuracy import AccuracyMetrics, FloatArray
from .cross_validation import CrossValidationAccuracy, ScoredPixels
from .intervals import Interval, Intervals, group_classes
from .jackknife import StandardErrors, degrees_of_weighted_mean, jackknife


@dataclass(frozen=True)
class Candidate:
    """One method or set of settings with its out-of-fold predictions."""

    name: str
    scored: ScoredPixels
    detail: str = ""  # its readable title, or its settings
    seconds: float | None = None
    complexity: int = 0  # of candidates that are tied, the one with the lowest value is chosen
    #: Name, uses_features, weight and accuracies of each base classifier.
    base_classifiers: Sequence[Mapping[str, Any]] = ()
    without_features: float | None = None  # overall accuracy from the spectrum alone


@dataclass(frozen=True)
class Trial:
    """A candidate with its accuracy."""

    candidate: Candidate
    accuracy: CrossValidationAccuracy

    @classmethod
    def of(cls, candidate: Candidate, class_count: int) -> Trial:
        """Compare the predictions of a candidate with the labels."""
        return cls(candidate, CrossValidationAccuracy.of(candidate.scored, class_count))

    @property
    def metrics(self) -> AccuracyMetrics:
        """The accuracy metrics over all folds."""
        return self.accuracy.metrics

    @property
    def intervals(self) -> Intervals:
        """The intervals of the metrics."""
        return self.accuracy.intervals

    @property
    def average(self) -> float:
        """The average accuracy, by which candidates are compared: all classes weigh the same."""
        return float(self.metrics.average)

    @property
    def numbers(self) -> dict[str, Any]:
        """The numbers beside a report."""
        return {
            "name": self.candidate.name,
            "detail": self.candidate.detail,
            "seconds": self.candidate.seconds,
            "overall_accuracy": self.metrics.overall,
            "average_accuracy": self.metrics.average,
            "kappa": self.metrics.kappa,
            "mean_f1": self.metrics.mean_f1,
            "f1": self.metrics.f1,
            "intervals_95": self.intervals.numbers(),
            "expected_calibration_error": self.accuracy.calibration.error,
            "base_classifiers": [dict(base) for base in self.candidate.base_classifiers],
            "overall_accuracy_without_features": self.candidate.without_features,
            "confusion_matrix": self.metrics.confusion,
        }

    def difference(self, other: Trial) -> tuple[float, Interval]:
        """The difference in average accuracy to another trial, and its interval.

        Both are compared on the same polygons.
        """
        difference, errors = self.average - other.average, self._errors_of_difference(other)
        margin = errors.quantiles * errors.error
        return difference, Interval(
            np.maximum(difference - margin, -1.0), np.minimum(difference + margin, 1.0)
        )

    def is_tied_with(self, other: Trial) -> bool:
        """Whether the difference is smaller than its standard error."""
        error = float(np.nan_to_num(self._errors_of_difference(other).error))
        return abs(self.average - other.average) <= error

    def _errors_of_difference(self, other: Trial) -> StandardErrors:
        own, others = self.accuracy.group_matrices, other.accuracy.group_matrices

        def difference(pairs: np.ndarray) -> FloatArray:
            average = AccuracyMetrics.from_confusion(pairs).average
            return np.asarray(average[:, :1] - average[:, 1:])

        group_class = group_classes(own)
        errors = jackknife(np.stack([own, others], axis=1), group_class, difference)
        counts = np.bincount(group_class)
        degrees = degrees_of_weighted_mean(np.ones(len(counts)), counts)
        return StandardErrors(errors.error[0], errors.degrees_of_freedom[0]).with_at_most(degrees)


def best_index(trials: Sequence[Trial]) -> int:
    """The index of the highest average accuracy; of equal ones, that of the least complex."""
    order = range(len(trials))
    return max(order, key=lambda i: (trials[i].average, -trials[i].candidate.complexity, -i))


def choose(trials: Sequence[Trial]) -> int:
    """The index of the recommended trial: the least complex of those tied with the best.

    With other polygons a difference below its standard error could well have the other sign, so it
    does not justify the more complex method.
    """
    best = trials[best_index(trials)]
    tied = [i for i, trial in enumerate(trials) if trial is best or trial.is_tied_with(best)]
    return min(tied, key=lambda i: (trials[i].candidate.complexity, -trials[i].average, i))
