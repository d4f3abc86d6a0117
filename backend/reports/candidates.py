"""Several candidates tried on the same labels and folds: how each did, and which one to take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..metrics.accuracy import (
    AccuracyMetrics,
    Interval,
    Intervals,
    accuracy_metrics,
    bootstrap,
    group_matrices,
    resampled,
)
from ..metrics.calibration import reliability
from .classification_report import ScoredPixels


@dataclass(frozen=True)
class Candidate:
    """One method or choice of settings with its out-of-fold probabilities."""

    name: str
    scored: ScoredPixels
    detail: str = ""  # what is particular about it, such as its settings
    seconds: float | None = None
    complexity: int = 0  # how much there is to it: of equals, the one with less is taken
    #: Name, uses_features, weight and accuracies of each base classifier.
    base_classifiers: Sequence[Mapping[str, Any]] = ()
    without_features: float | None = None  # overall accuracy of the spectrum alone


@dataclass(frozen=True)
class Trial:
    """How a candidate did."""

    candidate: Candidate
    matrix: np.ndarray
    accuracy_metrics: AccuracyMetrics
    intervals: Intervals
    resampled_metrics: AccuracyMetrics  # for each drawing of polygons again
    calibration_error: float

    @classmethod
    def of(cls, candidate: Candidate, classes: int, seed: int) -> Trial:
        """Hold its predictions against the labels."""
        scored = candidate.scored
        parts = group_matrices(scored.mapped, scored.truth, scored.groups, classes)
        matrix = parts.sum(axis=0)
        return cls(
            candidate,
            matrix,
            accuracy_metrics(matrix),
            bootstrap(parts, seed),
            accuracy_metrics(resampled(parts, seed)),
            reliability(scored.probabilities, scored.truth).error,
        )

    @property
    def average(self) -> float:
        """The figure by which candidates are compared: every class counts alike."""
        return float(self.accuracy_metrics.average)

    @property
    def numbers(self) -> dict[str, Any]:
        """The figures beside a report."""
        return {
            "name": self.candidate.name,
            "detail": self.candidate.detail,
            "seconds": self.candidate.seconds,
            "overall_accuracy": self.accuracy_metrics.overall,
            "average_accuracy": self.accuracy_metrics.average,
            "kappa": self.accuracy_metrics.kappa,
            "mean_f1": self.accuracy_metrics.mean_f1,
            "f1": self.accuracy_metrics.f1,
            "intervals_95": {
                name: [getattr(self.intervals, name).low, getattr(self.intervals, name).high]
                for name in ("overall", "average", "kappa", "f1")
            },
            "expected_calibration_error": self.calibration_error,
            "base_classifiers": [dict(base) for base in self.candidate.base_classifiers],
            "overall_accuracy_without_features": self.candidate.without_features,
            "confusion_map_by_reference": self.matrix,
        }

    def gap(self, other: Trial) -> tuple[float, Interval]:
        """How far this lies below another in average accuracy, on the same draws of polygons."""
        low, high = np.nanquantile(self._differences(other), [0.025, 0.975])
        return self.average - other.average, Interval(low, high)

    def is_tied_with(self, other: Trial) -> bool:
        """Whether the difference is smaller than its own standard error."""
        error = float(np.nanstd(self._differences(other)))
        return abs(self.average - other.average) <= error

    def _differences(self, other: Trial) -> np.ndarray:
        return self.resampled_metrics.average - other.resampled_metrics.average


def best_index(trials: Sequence[Trial]) -> int:
    """The index of the highest average accuracy; of equals, that with the least effort."""
    order = range(len(trials))
    return max(order, key=lambda i: (trials[i].average, -trials[i].candidate.complexity, -i))


def choose(trials: Sequence[Trial]) -> int:
    """The index of the one to take: of all that tie with the best, the simplest.

    A difference smaller than its standard error over the polygons may well be turned round by
    other polygons, which is no reason for the more elaborate method.
    """
    best = trials[best_index(trials)]
    tied = [i for i, trial in enumerate(trials) if trial is best or trial.is_tied_with(best)]
    return min(tied, key=lambda i: (trials[i].candidate.complexity, -trials[i].average, i))
