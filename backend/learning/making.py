"""Makes methods by their names."""

from __future__ import annotations

from dataclasses import replace

import torch

from .classic import Forest, SupportVectors
from .ensemble import Ensemble, EnsembleSettings
from .film import GeoDiffNetF
from .methods import Method


def make_method(
    name: str, seed: int, device: torch.device, base: EnsembleSettings | None = None
) -> Method:
    """A new, untrained method."""
    if name == "rf":
        return Forest(seed)
    if name == "svm":
        return SupportVectors(seed)
    networks = Ensemble(replace(base or EnsembleSettings(), network=name, seed=seed), device)
    if name == "geodiffnet-f":
        return GeoDiffNetF(networks, Forest(seed))
    return networks
