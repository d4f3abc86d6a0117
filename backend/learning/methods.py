"""All methods by name, with one interface: settings first, then `fit`, then `predict_proba`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

import numpy as np
import torch

from ..reporter import Reporter
from .classic import Forest, SupportVectors
from .ensemble import Ensemble, EnsembleSettings
from .samples import Samples


class Method(Protocol):
    """A classifier of pixels."""

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Learn from labelled pixels."""

    def predict_proba(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Probabilities (pixels, classes)."""

    def state(self) -> dict[str, np.ndarray]:
        """Everything that was learnt, as plain arrays."""

    def load_state(self, state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
        """Take up what was learnt before; ValueError where the arrays make no sense."""


def make_method(
    name: str, seed: int, device: torch.device, base: EnsembleSettings | None = None
) -> Method:
    """A new, untrained method."""
    if name == "rf":
        return Forest(seed)
    if name == "svm":
        return SupportVectors(seed)
    return Ensemble(replace(base or EnsembleSettings(), network=name, seed=seed), device)
