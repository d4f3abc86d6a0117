"""Several candidates tried on the same labels and folds: how each did, and which one to take."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..metrics.accuracy import (
    Figures,
    Interval,
    Intervals,
    bootstrap,
    figures,
    group_matrices,
    resampled,
)
from ..metrics.calibration import reliability
from .classification_report import Scored


@dataclass(frozen=True)
class Candidate:
    """One method or choice of settings with its out-of-fold probabilities."""

    name: str
    scored: Scored
    detail: str = ""  # what is particular about it, such as its settings
    seconds: float | None = None
    effort: int = 0  # how much there is to it: of equals, the one with less is taken
    #: Name, uses_features, weight and accuracies of each base classifier.
    base_classifiers: Sequence[Mapping[str, Any]] = ()
    without_features: float | None = None  # overall accuracy of the spectrum alone


@dataclass(frozen=True)
class Trial:
    """How a candidate did."""

    candidate: Candidate
    matrix: np.ndarray
    figures: Figures
    intervals: Intervals
    draws: Figures  # for each drawing of polygons again
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
            figures(matrix),
            bootstrap(parts, seed),
            figures(resampled(parts, seed)),
            reliability(scored.probabilities, scored.truth).error,
        )

    @property
    def average(self) -> float:
        """The figure by which candidates are compared: every class counts alike."""
        return float(self.figures.average)

    @property
    def numbers(self) -> dict[str, Any]:
        """The figures beside a report."""
        return {
            "name": self.candidate.name,
            "detail": self.candidate.detail,
            "seconds": self.candidate.seconds,
            "overall_accuracy": self.figures.overall,
            "average_accuracy": self.figures.average,
            "kappa": self.figures.kappa,
            "mean_f1": self.figures.mean_f1,
            "f1": self.figures.f1,
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

    def ties_with(self, other: Trial) -> bool:
        """Whether the difference is smaller than its own standard error."""
        error = float(np.nanstd(self._differences(other)))
        return abs(self.average - other.average) <= error

    def _differences(self, other: Trial) -> np.ndarray:
        return self.draws.average - other.draws.average


def highest(trials: Sequence[Trial]) -> int:
    """The index of the highest average accuracy; of equals, that with the least effort."""
    order = range(len(trials))
    return max(order, key=lambda i: (trials[i].average, -trials[i].candidate.effort, -i))


def choose(trials: Sequence[Trial]) -> int:
    """The index of the one to take: of all that tie with the best, the simplest.

    A difference smaller than its standard error over the polygons may well be turned round by
    other polygons, which is no reason for the more elaborate method.
    """
    best = trials[highest(trials)]
    tied = [i for i, trial in enumerate(trials) if trial is best or trial.ties_with(best)]
    return min(tied, key=lambda i: (trials[i].candidate.effort, -trials[i].average, i))
