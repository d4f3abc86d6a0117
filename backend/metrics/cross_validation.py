"""Accuracy of out-of-fold predictions: metrics, intervals and calibration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .accuracy import AccuracyMetrics, grouped_confusion_matrices
from .calibration import Reliability, reliability
from .intervals import Intervals, group_classes, group_intervals


@dataclass(frozen=True)
class ScoredPixels:
    """Training pixels with the predictions of models that were fitted without their polygon."""

    truth: np.ndarray  # class indexes
    probabilities: np.ndarray  # (pixels, classes)
    groups: np.ndarray  # the polygon of each pixel
    fold: np.ndarray  # the fold in which each pixel was tested
    notes: Sequence[str] = ()
    #: Why these pixels do not represent the map, and what to add; None where they do.
    unknown: str | None = None

    @property
    def predicted(self) -> np.ndarray:
        """The most probable class of each pixel."""
        return np.asarray(self.probabilities.argmax(axis=1))

    @property
    def folds(self) -> int:
        """The number of folds."""
        return len(np.unique(self.fold))

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

    @classmethod
    def of(cls, scored: ScoredPixels, class_count: int) -> CrossValidationAccuracy:
        """Compare predictions with labels."""
        matrices = grouped_confusion_matrices(
            scored.truth, scored.predicted, scored.groups, class_count
        )
        group_class = group_classes(matrices)
        first_pixels = np.unique(scored.groups, return_index=True)[1]
        shares = _training_shares(group_class, scored.fold[first_pixels], class_count)
        return cls(
            AccuracyMetrics.from_confusion(matrices.sum(axis=0)),
            group_intervals(matrices).of_models_with_all_groups(shares),
            reliability(scored.probabilities, scored.truth),
            np.bincount(group_class, minlength=class_count),
            matrices,
        )


def _training_shares(
    group_class: np.ndarray, group_fold: np.ndarray, class_count: int
) -> npt.NDArray[np.float64]:
    """The share of each class's groups to which the models that test them were fitted.

    NaN for a class without groups.
    """
    folds, fold = np.unique(group_fold, return_inverse=True)
    counts = np.zeros((class_count, len(folds)))
    np.add.at(counts, (group_class, fold), 1)
    groups = counts.sum(axis=1)
    with np.errstate(invalid="ignore"):
        return np.asarray(1 - (counts**2).sum(axis=1) / groups**2)
