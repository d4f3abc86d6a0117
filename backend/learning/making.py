"""Makes methods by their names."""

from __future__ import annotations

from dataclasses import replace

import torch

from .auto import Auto
from .classic import Forest, SupportVectors
from .ensemble import Ensemble, EnsembleSettings
from .film import GeoDiffNetF
from .methods import Method
from .names import AUTO, BY_SIMPLICITY
from .networks import DIFFUSION


def make_method(
    name: str, seed: int, device: torch.device, base: EnsembleSettings | None = None
) -> Method:
    """A new, untrained method."""
    if name == AUTO:
        return Auto({other: make_method(other, seed, device, base) for other in BY_SIMPLICITY})
    if name == "rf":
        return Forest(seed)
    if name == "svm":
        return SupportVectors(seed)
    networks = Ensemble(replace(base or EnsembleSettings(), network=name, seed=seed), device)
    settings = networks.settings
    if name != "geodiffnet-f" or settings.alone:
        return networks
    beside = slice(sum(settings.kinds[: DIFFUSION + 1]), sum(settings.kinds))
    return GeoDiffNetF(networks, Forest(seed, beside))
