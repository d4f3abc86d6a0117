"""GeoDiffNet-F as it is used: three experts, trusted as far as the user's own labels justify.

Space misleads where the map goes beyond the places that were labelled, and helps everywhere else;
how much of which is true of a scene is for its labels to say. The networks learn with either
branch dropped at random, so that one training gives two experts: one that looks around and one
that looks at the spectrum alone. The third is a forest on the spectra, hard to beat when a class
has ten pixels.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from ..reporter import Reporter
from .classic import Forest
from .ensemble import Ensemble
from .methods import Method
from .samples import Samples


class GeoDiffNetF(Method):
    """Diffusion features modulated by the spectrum, with two spectral experts beside them."""

    experts = 3

    def __init__(self, networks: Ensemble, forest: Forest):
        super().__init__()
        self._networks, self._forest = networks, forest

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Train networks and forest."""
        self._networks.fit(samples, reporter)
        self._forest.fit(samples, reporter)

    def opinion(self, expert: int, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """0 looks around, 1 sees the spectrum only, 2 is the forest."""
        if expert == 2:
            return self._forest.predict_proba(spectra, features)
        seen = features if expert == 0 else np.zeros_like(features)
        return self._networks.predict_proba(spectra, seen)

    def state(self) -> dict[str, np.ndarray]:
        """Everything that was learnt."""
        forest = {f"forest/{name}": value for name, value in self._forest.state().items()}
        return self._networks.state() | (forest if self.tuning.weights[2] else {})

    def load_state(self, state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
        """Take up what was learnt before."""
        self._networks.load_state(state, bands, classes)
        prefix = "forest/"
        forest = {
            name.removeprefix(prefix): value
            for name, value in state.items()
            if name.startswith(prefix)
        }
        if forest:
            self._forest.load_state(forest, bands, classes)
