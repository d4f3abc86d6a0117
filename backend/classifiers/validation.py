"""Results of the cross-validation: out-of-fold probabilities and accuracy metrics."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..metrics.accuracy import AccuracyMetrics
from .blending import Blend
from .folds import Folds
from .training_data import Samples


@dataclass(frozen=True)
class BaseScore:
    """The out-of-fold accuracy of a variant of a base classifier, and its weight in the blend."""

    name: str
    uses_features: bool
    weight: float
    accuracy: AccuracyMetrics


@dataclass(frozen=True)
class Validation:
    """Out-of-fold probabilities and accuracy of the samples that were tested."""

    scored: np.ndarray  # indexes of the tested samples
    probabilities: np.ndarray
    accuracy: AccuracyMetrics
    folds: Folds
    #: Probabilities (variants, pixels, classes) of the base classifiers.
    base_probabilities: np.ndarray
    bases: tuple[BaseScore, ...] = ()
    #: Accuracy of a blend without spatial features; None where none, or all, variants use them.
    without_features: AccuracyMetrics | None = None
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

        def accuracy(found: np.ndarray) -> AccuracyMetrics:
            predicted = found.argmax(axis=1)
            return AccuracyMetrics.of(samples.target[scored], predicted, samples.class_count)

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
