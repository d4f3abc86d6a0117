"""What a base classifier is: a part of a method that is fitted by itself and predicts classes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..core.reporter import Reporter
from .training_data import Samples


@dataclass(frozen=True)
class Variant:
    """One way in which a base classifier predicts."""

    name: str
    uses_features: bool  # whether spatial features take part


class BaseClassifier(ABC):
    """A classifier of pixels whose probabilities a method blends with those of others.

    One fit may serve several variants: networks that were trained with their features dropped at
    random also predict without any.
    """

    variants: tuple[Variant, ...]

    @abstractmethod
    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Fit to labelled pixels."""

    @abstractmethod
    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        """Class probabilities (wanted, pixels, classes) of the variants with these numbers."""

    @abstractmethod
    def state(self) -> dict[str, np.ndarray]:
        """Everything that was fitted, as plain arrays."""

    @abstractmethod
    def load_state(
        self, state: Mapping[str, np.ndarray], bands: int, features: int, classes: int
    ) -> None:
        """Restore what `state` gave; ValueError where the arrays make no sense."""


class JoinedInputs:
    """Inputs of a base classifier with one variant: spectra, with features beside them or not."""

    variants: tuple[Variant, ...]

    def join(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """What is fitted to and predicted from, (pixels, inputs)."""
        if self.variants[0].uses_features:
            spectra = np.concatenate([spectra, features], axis=1)
        return np.ascontiguousarray(spectra, np.float32)

    def input_count(self, bands: int, features: int) -> int:
        """How many columns `join` gives."""
        return bands + (features if self.variants[0].uses_features else 0)


def softmax(scores: np.ndarray) -> np.ndarray:
    """Probabilities from scores along the last axis."""
    exponents = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return exponents / exponents.sum(axis=-1, keepdims=True)
