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

#: Of those that a forest has by itself; more add nothing to the networks.
TREES_BESIDE_NETWORKS = 0.4


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
    settings = replace(base or EnsembleSettings(), network=name, seed=seed)
    if name == "geospecnet" and not settings.alone:
        settings = _for_convolutions(settings)
    networks = Ensemble(settings, device)
    if name != "geodiffnet-f" or settings.alone:
        return networks
    beside = slice(sum(settings.kinds[: DIFFUSION + 1]), sum(settings.kinds))
    return GeoDiffNetF(networks, Forest(seed, beside, TREES_BESIDE_NETWORKS))


def _for_convolutions(settings: EnsembleSettings) -> EnsembleSettings:
    """They learn more slowly, and half as many of them are as good."""
    return replace(
        settings,
        members=max(1, settings.members // 2),
        steps=settings.steps * 8 // 5,
        batch=settings.batch * 2,
        rate=settings.rate * 0.6,
    )
