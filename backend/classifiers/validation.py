"""Results of the cross-validation: out-of-fold probabilities and accuracy metrics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .blending import Blend
from .folds import Folds
from .training_data import Samples


@dataclass(frozen=True)
class Accuracy:
    """Accuracy metrics, and the confusion matrix (rows: reference, columns: prediction)."""

    confusion: np.ndarray
    overall: float
    average: float
    kappa: float
    recall: np.ndarray  # producer's accuracy; NaN for classes without reference pixels
    precision: np.ndarray  # user's accuracy; NaN for classes never predicted

    @classmethod
    def of(cls, truth: np.ndarray, predicted: np.ndarray, classes: int) -> Accuracy:
        """Compute from class indexes of reference and prediction; NaN without any."""
        pairs = np.asarray(truth, np.int64) * classes + predicted
        confusion = np.bincount(pairs, minlength=classes**2).reshape(classes, classes)
        correct = np.diag(confusion).astype(float)
        reference, mapped, total = confusion.sum(axis=1), confusion.sum(axis=0), confusion.sum()
        with np.errstate(divide="ignore", invalid="ignore"):
            recall = correct / reference
            precision = correct / mapped
            overall = correct.sum() / total
            chance = (reference @ mapped) / total.astype(float) ** 2
        scored = recall[reference > 0]
        # with a single class in reference and prediction, kappa is 0/0
        kappa = 1.0 if chance == 1 else (overall - chance) / (1 - chance)
        return cls(
            confusion,
            float(overall),
            float(scored.mean()) if len(scored) else np.nan,
            float(kappa),
            recall,
            precision,
        )


@dataclass(frozen=True)
class BaseScore:
    """The out-of-fold accuracy of a variant of a base classifier, and its weight in the blend."""

    name: str
    uses_features: bool
    weight: float
    accuracy: Accuracy


@dataclass(frozen=True)
class Validation:
    """Out-of-fold probabilities and accuracy of the samples that were tested."""

    scored: np.ndarray  # indexes of the tested samples
    probabilities: np.ndarray
    accuracy: Accuracy
    folds: Folds
    #: Probabilities (variants, pixels, classes) of the base classifiers.
    base_probabilities: np.ndarray
    bases: tuple[BaseScore, ...] = ()
    #: Accuracy of a blend without spatial features; None where none, or all, variants use them.
    without_features: Accuracy | None = None
    #: Why the accuracy of the map is unknown, and what to draw; None where it was estimated.
    unknown: str | None = None

    @classmethod
    def of(
        cls,
        samples: Samples,
        scored: np.ndarray,
        probabilities: np.ndarray,
        without_features: np.ndarray | None,
        folds: Folds,
        base_probabilities: np.ndarray,
        bases: tuple[BaseScore, ...],
    ) -> Validation:
        """Compute the metrics of the samples with the indexes `scored`."""

        def accuracy(found: np.ndarray) -> Accuracy:
            predicted = found.argmax(axis=1)
            return Accuracy.of(samples.target[scored], predicted, samples.class_count)

        without = None if without_features is None else accuracy(without_features)
        found = accuracy(probabilities)
        return cls(
            scored, probabilities, found, folds, base_probabilities, bases, without, folds.unknown
        )


def cross_fitted(
    fit: Callable[[np.ndarray, np.ndarray, np.ndarray], Blend],
    predictions: np.ndarray,
    target: np.ndarray,
    group: np.ndarray,
    fold: np.ndarray,
) -> np.ndarray:
    """Blended probabilities; the blend of each fold is fitted to the other folds.

    The accuracy of a blend on the pixels it was fitted to would be overestimated.
    """
    blended = np.zeros(predictions.shape[1:], np.float32)
    for number in np.unique(fold):
        own = fold == number
        blend = fit(predictions[:, ~own], target[~own], group[~own])
        blended[own] = blend.combine(predictions[blend.used][:, own])
    return blended
