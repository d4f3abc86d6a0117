"""What every method can do: learn, give its experts' opinions, and merge them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence

import numpy as np

from ..reporter import Reporter
from .merging import Tuning, learn_tuning, merge
from .samples import Samples


class Method(ABC):
    """A classifier of pixels, made of one expert or several."""

    #: How many experts it has.
    experts: int = 1

    def __init__(self) -> None:
        self.tuning = Tuning(self.usual_weights())

    def usual_weights(self) -> np.ndarray:
        """How far each expert is trusted as long as nothing speaks against it."""
        return np.full(self.experts, 1 / self.experts)

    def learn_tuning(self, opinions: np.ndarray, truth: np.ndarray, group: np.ndarray) -> Tuning:
        """How far each is to be trusted, from the opinions of all on pixels that none saw."""
        return learn_tuning(opinions, truth, group, self.usual_weights())

    def account(self) -> tuple[str, ...]:
        """What the user should know of how that was decided."""
        return ()

    def parts(self) -> Sequence[Method]:
        """What it is made of: methods that learn each by itself."""
        return (self,)

    @abstractmethod
    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Learn from labelled pixels."""

    @abstractmethod
    def state(self) -> dict[str, np.ndarray]:
        """Everything that was learnt, as plain arrays."""

    @abstractmethod
    def load_state(self, state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
        """Take up what was learnt before; ValueError where the arrays make no sense."""

    def opinion(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """The probabilities (pixels, classes) of a method that is one expert."""
        raise TypeError(f"{type(self).__name__} has several experts")

    def opinions(
        self, spectra: np.ndarray, features: np.ndarray, asked: Sequence[int]
    ) -> np.ndarray:
        """The probabilities (experts, pixels, classes) of the experts that are asked."""
        return self.opinion(spectra, features)[None]

    def predict_proba(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Probabilities (pixels, classes); experts without weight are not asked."""
        asked = np.flatnonzero(self.tuning.weights).tolist()
        return merge(self.opinions(spectra, features, asked), self.tuning.only(asked))
