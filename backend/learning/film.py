"""GeoDiffNet-F as it is used: several experts, trusted as far as the user's own labels justify.

Space misleads where the map goes beyond the places that were labelled, and helps everywhere else;
how much of which is true of a scene is for its labels to say. The networks see diffusion features
and plain surroundings, and learn with that spatial branch dropped at random, so that the same
training also gives an expert for the spectrum alone. The last expert is a forest on spectra and
surroundings, hard to beat when a class has ten pixels.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from .classic import Forest
from .ensemble import Ensemble
from .fitting import Compound
from .methods import Method


class GeoDiffNetF(Compound):
    """Spatial features modulated by the spectrum, with a spectral expert and a forest beside."""

    experts = 3

    def __init__(self, networks: Ensemble, forest: Forest):
        super().__init__()
        self.networks, self._forest = networks, forest

    def usual_weights(self) -> np.ndarray:
        """Networks and forest half each; of the networks' half a fifth to the spectrum alone."""
        return np.array([0.4, 0.1, 0.5])

    def parts(self) -> Sequence[Method]:
        """Networks and forest."""
        return self.networks, self._forest

    def opinions(
        self, spectra: np.ndarray, features: np.ndarray, asked: Sequence[int]
    ) -> np.ndarray:
        """The networks with their surroundings and without, then the forest."""
        experts = (
            lambda: self.networks.opinion(spectra, features),
            lambda: self.networks.opinion(spectra, np.zeros_like(features)),
            lambda: self._forest.opinion(spectra, features),
        )
        return np.stack([experts[expert]() for expert in asked])

    def state(self) -> dict[str, np.ndarray]:
        """Everything that was learnt."""
        forest = {f"forest/{name}": value for name, value in self._forest.state().items()}
        return self.networks.state() | (forest if self.tuning.weights[-1] else {})

    def load_state(self, state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
        """Take up what was learnt before."""
        self.networks.load_state(state, bands, classes)
        prefix = "forest/"
        forest = {
            name.removeprefix(prefix): value
            for name, value in state.items()
            if name.startswith(prefix)
        }
        if forest:
            self._forest.load_state(forest, bands, classes)
