"""All methods by name, with one interface: settings first, then `fit`, then `predict_proba`."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

import numpy as np
import torch

from ..reporter import Reporter
from .classic import Classic
from .ensemble import Ensemble, EnsembleSettings
from .samples import Samples


class Method(Protocol):
    """A classifier of pixels."""

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Learn from labelled pixels."""

    def predict_proba(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Probabilities (pixels, classes)."""


def make_method(
    name: str, seed: int, device: torch.device, base: EnsembleSettings | None = None
) -> Method:
    """A new, untrained method."""
    if name in ("rf", "svm"):
        return Classic(name, seed)
    return Ensemble(replace(base or EnsembleSettings(), network=name, seed=seed), device)
