"""Cross-validation in which no drawn shape is on both sides, and its figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from sklearn.metrics import cohen_kappa_score, confusion_matrix

from ..reporter import Reporter
from .methods import Method
from .samples import Samples

MOST_FOLDS = 5


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
class Folds:
    """For each sample the fold it is scored in, −1 where it only ever trains."""

    fold: np.ndarray
    count: int
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Validation:
    """Out-of-fold probabilities of the samples that could be scored."""

    scored: np.ndarray  # indexes of samples
    probabilities: np.ndarray
    accuracy: Accuracy
    folds: Folds


def make_folds(samples: Samples, names: tuple[str, ...], seed: int) -> Folds:
    """Spread each class's shapes over the folds; big shapes first, always to the emptiest fold.

    A class drawn as a single shape has nothing to be scored on without flattering itself: it only
    trains. Where no class has two shapes, shapes are cut into pieces and a note says so.
    """
    rng = np.random.default_rng(seed)
    group, notes = samples.group, []
    shapes = _shapes_by_class(samples.target, group, samples.class_count)
    if max(len(found) for found in shapes) < 2:
        notes.append(
            "No class was drawn as more than one shape: accuracy is estimated within shapes and "
            "will look better than it is."
        )
        group = np.arange(len(samples))
        shapes = _shapes_by_class(samples.target, group, samples.class_count)
    count = min(MOST_FOLDS, max(len(found) for found in shapes))
    fold_of_group = np.full(group.max() + 1, -1)
    for index, found in enumerate(shapes):
        if len(found) == 1:
            notes.append(
                f'Class "{names[index]}" was drawn as one shape: its accuracy cannot be estimated.'
            )
        if len(found) < 2:
            continue
        sizes = np.array([(group == shape).sum() for shape in found])
        order = np.lexsort((rng.permutation(len(found)), -sizes))
        load = rng.permutation(count) * 1e-3
        for position in order:
            emptiest = int(np.argmin(load))
            fold_of_group[found[position]] = emptiest
            load[emptiest] += sizes[position]
    return Folds(fold_of_group[group], count, tuple(notes))


def cross_validate(
    make: Callable[[int], Method],
    samples: Samples,
    names: tuple[str, ...],
    seed: int,
    reporter: Reporter,
) -> Validation:
    """Train on all folds but one, score that one, for each fold in turn."""
    folds = make_folds(samples, names, seed)
    probabilities = np.zeros((len(samples), samples.class_count), np.float32)
    for number in range(folds.count):
        reporter.advance(number / folds.count, f"fold {number + 1} of {folds.count}")
        held_out = np.flatnonzero(folds.fold == number)
        method = make(seed)
        method.fit(samples.take(np.flatnonzero(folds.fold != number)), reporter.quiet())
        probabilities[held_out] = method.predict_proba(
            samples.spectra[held_out], samples.features[held_out]
        )
    scored = np.flatnonzero(folds.fold >= 0)
    accuracy = Accuracy.of(
        samples.target[scored], probabilities[scored].argmax(axis=1), samples.class_count
    )
    return Validation(scored, probabilities[scored], accuracy, folds)


def _shapes_by_class(target: np.ndarray, group: np.ndarray, classes: int) -> list[np.ndarray]:
    return [np.unique(group[target == index]) for index in range(classes)]
