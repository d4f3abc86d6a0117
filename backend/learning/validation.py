"""Cross-validation in which no drawn shape is on both sides, and its figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import cohen_kappa_score, confusion_matrix

from ..reporter import Reporter
from .fitting import fit_all
from .folds import Folds, make_folds
from .merging import Tuning, merge
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
    account: tuple[str, ...] = ()  # how that was decided, where the user should know


def cross_validate(
    make: Callable[[int], Method],
    samples: Samples,
    names: tuple[str, ...],
    seed: int,
    reporter: Reporter,
) -> Validation:
    """Train on all folds but one, score that one, for each fold in turn."""
    folds = make_folds(samples, names, seed)
    opinions = out_of_fold(make, samples, folds, seed, reporter)
    method = make(seed)
    scored = np.flatnonzero(folds.fold >= 0)
    opinions, truth = opinions[:, scored], samples.target[scored]
    tuning = method.learn_tuning(opinions, truth, samples.group[scored])
    probabilities = merge(opinions, tuning)
    accuracy = Accuracy.of(truth, probabilities.argmax(axis=1), samples.class_count)
    return Validation(scored, probabilities, accuracy, folds, tuning, method.account())


def out_of_fold(
    make: Callable[[int], Method], samples: Samples, folds: Folds, seed: int, reporter: Reporter
) -> np.ndarray:
    """What experts (experts, pixels, classes) say of pixels that they did not learn from."""
    seen = [np.flatnonzero(folds.fold != number) for number in range(folds.count)]
    shape = (make(seed).experts, len(samples), samples.class_count)
    opinions = np.zeros(shape, np.float32)
    methods = (make(seed) for _ in range(folds.count))
    for number, method in enumerate(fit_all(methods, samples, seen, reporter)):
        held_out = folds.fold == number
        spectra, features = samples.spectra[held_out], samples.features[held_out]
        opinions[:, held_out] = method.opinions(spectra, features, range(method.experts))
        reporter.advance((number + 1) / folds.count, f"fold {number + 1} of {folds.count} done")
    return opinions
