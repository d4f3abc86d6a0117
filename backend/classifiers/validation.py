"""What cross-validation found: probabilities of pixels that no classifier was fitted to."""

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
    """How a base classifier fared on pixels that it was not fitted to, and its weight."""

    name: str
    uses_features: bool
    weight: float
    accuracy: AccuracyMetrics


@dataclass(frozen=True)
class Validation:
    """Out-of-fold probabilities of the samples that could be scored."""

    scored: np.ndarray  # indexes of samples
    probabilities: np.ndarray
    accuracy: AccuracyMetrics
    folds: Folds
    #: Of every base classifier, (variants, pixels, classes).
    base_probabilities: np.ndarray
    bases: tuple[BaseScore, ...] = ()
    #: Of the blend of those base classifiers that use the spectrum alone; None where all do.
    without_features: AccuracyMetrics | None = None
    #: Why no figure can be given for the whole map, and what to draw; None where one can.
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
        """Score probabilities of the pixels with these indexes."""

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
    """Probabilities in which each fold is blended as the other folds suggest.

    A blend that was fitted to the pixels it is scored on would look better than it is.
    """
    blended = np.zeros(predictions.shape[1:], np.float32)
    for number in np.unique(fold):
        own = fold == number
        blend = fit(predictions[:, ~own], target[~own], group[~own])
        blended[own] = blend.combine(predictions[blend.used][:, own])
    return blended
