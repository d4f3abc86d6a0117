"""Cross-validation in which no drawn shape is on both sides, and its figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import cohen_kappa_score, confusion_matrix

from ..reporter import Reporter
from .folds import Folds, make_folds
from .merging import Tuning, learn_tuning, merge
from .methods import Method
from .samples import Samples


@dataclass(frozen=True)
class Accuracy:
    """The usual figures of a confusion matrix whose rows are the truth."""

    confusion: np.ndarray
    overall: float
    average: float
    kappa: float
    recall: np.ndarray  # producer's accuracy; NaN for classes without a scored pixel
    precision: np.ndarray  # user's accuracy; NaN for classes never predicted

    @classmethod
    def of(cls, truth: np.ndarray, predicted: np.ndarray, classes: int) -> Accuracy:
        """Compare two lists of class indexes."""
        labels = np.arange(classes)
        confusion = confusion_matrix(truth, predicted, labels=labels)
        right = np.diag(confusion).astype(float)
        with np.errstate(divide="ignore", invalid="ignore"):
            recall = right / confusion.sum(axis=1)
            precision = right / confusion.sum(axis=0)
        kappa = float(cohen_kappa_score(truth, predicted, labels=labels))
        return cls(
            confusion,
            float(right.sum() / confusion.sum()),
            float(np.nanmean(recall)),
            kappa if np.isfinite(kappa) else 1.0,
            recall,
            precision,
        )


@dataclass(frozen=True)
class Validation:
    """Out-of-fold probabilities of the samples that could be scored."""

    scored: np.ndarray  # indexes of samples
    probabilities: np.ndarray
    accuracy: Accuracy
    folds: Folds
    tuning: Tuning  # what the folds taught about the method's experts


def cross_validate(
    make: Callable[[int], Method],
    samples: Samples,
    names: tuple[str, ...],
    seed: int,
    reporter: Reporter,
) -> Validation:
    """Train on all folds but one, score that one, for each fold in turn."""
    folds = make_folds(samples, names, seed)
    opinions: np.ndarray | None = None
    for number in range(folds.count):
        reporter.advance(number / folds.count, f"fold {number + 1} of {folds.count}")
        held_out = np.flatnonzero(folds.fold == number)
        method = make(seed)
        step = reporter.part(number / folds.count, (number + 1) / folds.count)
        method.fit(samples.take(np.flatnonzero(folds.fold != number)), step)
        found = method.opinions(
            samples.spectra[held_out], samples.features[held_out], range(method.experts)
        )
        if opinions is None:
            opinions = np.zeros((len(found), len(samples), samples.class_count), np.float32)
        opinions[:, held_out] = found
    scored = np.flatnonzero(folds.fold >= 0)
    if opinions is None or len(scored) == 0:
        raise RuntimeError("no fold holds a sample")
    opinions, truth = opinions[:, scored], samples.target[scored]
    tuning = learn_tuning(opinions, truth)
    probabilities = merge(opinions, tuning)
    accuracy = Accuracy.of(truth, probabilities.argmax(axis=1), samples.class_count)
    return Validation(scored, probabilities, accuracy, folds, tuning)
