"""Accuracy of out-of-fold predictions: metrics, bootstrap intervals and calibration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .accuracy import AccuracyMetrics, grouped_confusion_matrices
from .calibration import Reliability, reliability
from .intervals import Intervals, bootstrap_intervals, resampled_matrices


@dataclass(frozen=True)
class ScoredPixels:
    """Training pixels with the predictions of models that were fitted without their polygon."""

    truth: np.ndarray  # class indexes
    probabilities: np.ndarray  # (pixels, classes)
    groups: np.ndarray  # the polygon of each pixel
    folds: int
    notes: Sequence[str] = ()
    #: Why these pixels do not represent the map, and what to add; None where they do.
    unknown: str | None = None

    @property
    def predicted(self) -> np.ndarray:
        """The most probable class of each pixel."""
        return np.asarray(self.probabilities.argmax(axis=1))

    @property
    def group_count(self) -> int:
        """The number of polygons."""
        return len(np.unique(self.groups))


@dataclass(frozen=True)
class CrossValidationAccuracy:
    """The accuracy of scored pixels."""

    metrics: AccuracyMetrics
    intervals: Intervals
    calibration: Reliability
    groups_per_class: np.ndarray
    group_matrices: np.ndarray  # (groups, reference classes, predicted classes)
    seed: int

    @classmethod
    def of(cls, scored: ScoredPixels, class_count: int, seed: int) -> CrossValidationAccuracy:
        """Compare predictions with labels; `seed` is that of the bootstrap."""
        matrices = grouped_confusion_matrices(
            scored.truth, scored.predicted, scored.groups, class_count
        )
        group_class = matrices.sum(axis=2).argmax(axis=1)
        return cls(
            AccuracyMetrics.from_confusion(matrices.sum(axis=0)),
            bootstrap_intervals(matrices, seed),
            reliability(scored.probabilities, scored.truth),
            np.bincount(group_class, minlength=class_count),
            matrices,
            seed,
        )

    @cached_property
    def replicates(self) -> AccuracyMetrics:
        """The metrics of each bootstrap replicate."""
        return AccuracyMetrics.from_confusion(resampled_matrices(self.group_matrices, self.seed))
