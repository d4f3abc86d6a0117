"""What every method can do: learn, give its experts' opinions, and merge them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

import numpy as np

from ..reporter import Reporter
from .merging import Tuning, merge
from .samples import Samples


class Method(ABC):
    """A classifier of pixels, made of one expert or several."""

    #: How many experts it has.
    experts: int = 1

    def __init__(self) -> None:
        self.tuning = Tuning.even(self.experts)

    @abstractmethod
    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Learn from labelled pixels."""

    @abstractmethod
    def opinion(self, expert: int, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """One expert's probabilities (pixels, classes)."""

    @abstractmethod
    def state(self) -> dict[str, np.ndarray]:
        """Everything that was learnt, as plain arrays."""

    @abstractmethod
    def load_state(self, state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
        """Take up what was learnt before; ValueError where the arrays make no sense."""

    def opinions(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """All experts' probabilities (experts, pixels, classes)."""
        return np.stack([self.opinion(expert, spectra, features) for expert in range(self.experts)])

    def predict_proba(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Probabilities (pixels, classes); experts without weight are not asked."""
        asked: Sequence[int] = np.flatnonzero(self.tuning.weights)
        found = np.stack([self.opinion(expert, spectra, features) for expert in asked])
        return merge(found, self.tuning.only(asked))
