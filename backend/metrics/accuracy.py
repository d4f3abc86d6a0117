"""Confusion matrices and the accuracy metrics that follow from them.

A confusion matrix has the reference classes in its rows and the predicted (mapped) classes in its
columns, as in scikit-learn. Metrics accept matrices with leading axes and return values with the
same leading axes, so that the metrics of thousands of resampled matrices are one call.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]


@dataclass(frozen=True)
class AccuracyMetrics:
    """The accuracy metrics of a confusion matrix; NaN for classes without any pixel."""

    confusion: np.ndarray  # (…, reference classes, predicted classes)
    overall: FloatArray
    average: FloatArray  # mean of the producer's accuracies
    kappa: FloatArray
    recall: FloatArray  # producer's accuracy of each class
    precision: FloatArray  # user's accuracy of each class
    f1: FloatArray
    iou: FloatArray

    @classmethod
    def of(cls, reference: np.ndarray, predicted: np.ndarray, class_count: int) -> AccuracyMetrics:
        """Metrics of two arrays of class indexes."""
        return cls.from_confusion(confusion_matrix(reference, predicted, class_count))

    @classmethod
    def from_confusion(cls, confusion: np.ndarray) -> AccuracyMetrics:
        """Metrics of confusion matrices of counts or of area proportions."""
        matrix = np.asarray(confusion, np.float64)
        correct = np.diagonal(matrix, axis1=-2, axis2=-1)
        reference, predicted = matrix.sum(axis=-1), matrix.sum(axis=-2)
        total = matrix.sum(axis=(-2, -1))
        with np.errstate(divide="ignore", invalid="ignore"):
            overall = correct.sum(axis=-1) / total
            chance = (reference * predicted).sum(axis=-1) / total**2
            # where reference and map consist of one and the same class, agreement is complete
            kappa = np.where(chance < 1, (overall - chance) / (1 - chance), 1.0)
            recall = correct / reference
            return cls(
                confusion=confusion,
                overall=overall,
                average=_mean(recall),
                kappa=np.where(total > 0, kappa, np.nan)[()],
                recall=recall,
                precision=correct / predicted,
                f1=2 * correct / (reference + predicted),
                iou=correct / (reference + predicted - correct),
            )

    @property
    def mean_f1(self) -> FloatArray:
        """Mean F1 of the classes that occur."""
        return _mean(self.f1)

    @property
    def mean_iou(self) -> FloatArray:
        """Mean intersection over union of the classes that occur."""
        return _mean(self.iou)


def confusion_matrix(
    reference: np.ndarray, predicted: np.ndarray, class_count: int
) -> npt.NDArray[np.int64]:
    """Counts of pairs of class indexes, (reference, predicted)."""
    pairs = np.asarray(reference, np.int64) * class_count + np.asarray(predicted, np.int64)
    counts = np.bincount(pairs, minlength=class_count * class_count)
    return counts.reshape(class_count, class_count)


def grouped_confusion_matrices(
    reference: np.ndarray, predicted: np.ndarray, groups: np.ndarray, class_count: int
) -> npt.NDArray[np.int64]:
    """The confusion matrix of each group, (groups, reference, predicted)."""
    distinct, position = np.unique(groups, return_inverse=True)
    cells = (position * class_count + np.asarray(reference)) * class_count + np.asarray(predicted)
    counts = np.bincount(cells, minlength=len(distinct) * class_count * class_count)
    return counts.reshape(len(distinct), class_count, class_count)


def _mean(values: FloatArray) -> FloatArray:
    """Mean over the last axis of the values that are finite."""
    finite = np.isfinite(values)
    count = finite.sum(axis=-1)
    total = np.where(finite, values, 0.0).sum(axis=-1)
    mean: FloatArray = np.where(count > 0, total / np.maximum(count, 1), np.nan)[()]
    return mean
