"""The interface of base classifiers, whose class probabilities a method blends."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..core.reporter import Reporter
from .training_data import Samples

#: Pixels per product with axes.
PROJECTION_BATCH = 1024


@dataclass(frozen=True)
class Variant:
    """One of the predictions of a base classifier."""

    name: str
    uses_features: bool  # whether spatial features are among its inputs


class BaseClassifier(ABC):
    """A classifier of pixels whose probabilities a method blends with those of others.

    One fit may serve several variants: networks that were trained with random dropout of all
    features also predict without features.
    """

    variants: tuple[Variant, ...]
    #: About how many microseconds the prediction of a pixel takes.
    prediction_time = 1.0

    def for_folds(self) -> BaseClassifier:
        """An unfitted classifier for the cross-validation, which may be faster to fit."""
        return self

    @abstractmethod
    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Fit to training pixels."""

    @property
    def copies_at_once(self) -> int:
        """How many copies, each with its own training pixels, are best fitted together."""
        return 1

    @staticmethod
    def fit_copies(
        copies: Sequence[BaseClassifier], samples: Sequence[Samples], reporter: Reporter
    ) -> None:
        """Fit copies of a base classifier, each to its own training pixels."""
        for copy, own in zip(copies, samples, strict=True):
            copy.fit(own, reporter)

    @abstractmethod
    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        """Class probabilities (chosen variants, pixels, classes)."""

    @abstractmethod
    def state(self) -> dict[str, np.ndarray]:
        """The fitted parameters, as plain arrays."""

    @abstractmethod
    def load_state(
        self, state: Mapping[str, np.ndarray], bands: int, features: int, classes: int
    ) -> None:
        """Restore fitted parameters from `state`; ValueError where the arrays are invalid."""


@dataclass(frozen=True)
class PartialPrediction:
    """What the first parts of a base classifier predict, and the prediction of all its parts."""

    probabilities: np.ndarray  # (pixels, classes)
    #: Class probabilities (chosen pixels, classes) of all parts, given the indexes of some pixels.
    complete: Callable[[np.ndarray], np.ndarray]


class DivisibleClassifier(BaseClassifier):
    """A base classifier with one variant, whose probabilities are the mean over many parts."""

    @property
    @abstractmethod
    def first_share(self) -> float:
        """The share of the parts that `predict_in_part` asks."""

    @abstractmethod
    def predict_in_part(self, spectra: np.ndarray, features: np.ndarray) -> PartialPrediction:
        """Ask the first parts, and those that remain for some of the pixels later."""


def numbered(
    bases: Mapping[str, BaseClassifier],
) -> Iterator[tuple[str, BaseClassifier, range]]:
    """Each base classifier with the numbers of its variants."""
    first = 0
    for name, base in bases.items():
        numbers = range(first, first + len(base.variants))
        first = numbers.stop
        yield name, base, numbers


def padded(values: np.ndarray, rows: int) -> np.ndarray:
    """The values with rows of zeros up to a number of rows, in single precision.

    Matrix products of another shape sum in another order: all are computed with the same number of
    rows, so that the result for a pixel does not depend on how many others are predicted with it.
    """
    if len(values) == rows:
        return np.ascontiguousarray(values, np.float32)
    result = np.zeros((rows, values.shape[1]), np.float32)
    result[: len(values)] = values
    return result


def project(values: np.ndarray, axes: np.ndarray) -> np.ndarray:
    """The product with axes, of which the row of a pixel does not depend on other rows."""
    found = np.empty((len(values), axes.shape[1]), np.float32)
    for start in range(0, len(values), PROJECTION_BATCH):
        part = values[start : start + PROJECTION_BATCH]
        found[start : start + PROJECTION_BATCH] = (padded(part, PROJECTION_BATCH) @ axes)[
            : len(part)
        ]
    return found


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities (pixels, classes) from scores."""
    # by class, since numpy adds up short rows one by one
    by_class = np.ascontiguousarray(scores.T)
    by_class = np.exp(by_class - by_class.max(axis=0))
    by_class /= by_class.sum(axis=0)
    return np.asarray(by_class.T)
