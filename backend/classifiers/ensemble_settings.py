"""How the networks of an ensemble are trained.

A module of its own, since methods without networks read these settings but do not need torch.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..common.choices import AUTO

#: Networks in a blend with forests and discriminants, where two are as accurate as eight.
BLEND_NETWORKS = 2


@dataclass(frozen=True)
class EnsembleSettings:
    """How the networks are trained; each network draws its own pixels."""

    network: str = "geodiffnet-f"
    members: int = 8
    steps: int = 250
    batch: int = 48
    rate: float = 5e-3
    weight_decay: float = 1e-3
    width: int = 96
    dropout: float = 0.2
    kinds: tuple[int, ...] = ()  # number of diffusion and of context features; empty: one kind
    mix_up: float = 0.2
    smoothing: float = 0.05
    spectral_noise: float = 0.1
    illumination: float = 0.2  # standard deviation of a random offset of the log-spectrum
    feature_noise: float = 0.1
    feature_dropout: float = 0.4  # share of pixels of a batch whose features are all set to zero
    seed: int = 0
    #: Transformation of the spectra: "whitened" by the covariance within classes, or reduced to the
    #: "components" that exceed the noise of the scene; none if empty.
    transformation: str = ""
    networks_only: bool = False  # no other base classifiers, no context features


def network_count(method: str) -> int:
    """The default number of networks of a method."""
    return BLEND_NETWORKS if method in (AUTO, "geodiffnet-f") else EnsembleSettings.members


#: The settings of the paper's authors: one network, and mix-up as the only augmentation.
PUBLISHED_SETTINGS = EnsembleSettings(
    members=1, steps=1500, batch=64, rate=3e-3, weight_decay=1e-4, smoothing=0.0,
    spectral_noise=0.0, illumination=0.0, feature_noise=0.0, feature_dropout=0.0,
    networks_only=True,
)  # fmt: skip
