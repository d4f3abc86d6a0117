"""The methods by name: the base classifiers of each, and their prior weights.

Modules that load torch or scikit-learn are imported only by methods that need them.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ..common.choices import AUTO
from ..common.methods import METHODS_INFO
from ..compute.device import choose_device
from .base import BaseClassifier, Variant
from .discriminant import NOISE_POWER, Discriminant
from .label_spreading import LabelSpreading
from .stacking import Member, StackedClassifier

if TYPE_CHECKING:
    import torch

    from .ensemble_settings import EnsembleSettings

#: In a blend with networks and discriminants, forests with half the trees are as accurate, and
#: three tenths of those give the same weights of the blend when they are fitted in the folds.
TREE_FRACTIONS = 0.5, 0.3
#: Trees of `rf` in the folds: the accuracy that they give differs by chance from that of all.
FOLD_TREES = 0.5
#: More feature noise for networks on components, so that they rely less on features.
FEATURE_NOISE = 0.4
#: In names of base classifiers that use the components of the spectra which exceed the noise.
ABOVE_NOISE = "components above noise"
#: Base classifiers of `geodiffnet-f` that need features.
FEATURE_MEMBERS = ("lda-features", "lda-features-components")


def make_method(
    name: str,
    seed: int,
    device: torch.device | None = None,
    networks: EnsembleSettings | None = None,
    with_features: bool = False,
    spectral_only: bool = False,
) -> StackedClassifier:
    """A new, unfitted method.

    `with_features` tells whether `lda` uses features as well; `spectral_only` leaves out the base
    classifiers of features that `geodiffnet-f` and `auto` have.
    """
    if name == "lda":
        members = _discriminants() if with_features else {"lda": (make_lda, (1.0,))}
    elif name == "rf":
        members = {name: (lambda: _forest(seed, fold_trees=FOLD_TREES), (1.0,))}
    elif name == "svm":
        members = {name: (lambda: _support_vectors(seed), (1.0,))}
    elif name == AUTO or (name == "geodiffnet-f" and not (networks and networks.networks_only)):
        members = _geodiffnet_f(seed, device, networks, spectral_only)
        if name == AUTO:
            members |= {
                "svm": (lambda: _support_vectors(seed), (0.1,)),
                "convolutions": (
                    lambda: _networks("geospecnet", seed, device, networks, in_blend=True),
                    (0.1,),
                ),
            }
    else:
        members = {name: (lambda: _networks(name, seed, device, networks), (1.0,))}
    return StackedClassifier(members, seed)


def device_of_method(method: str, device: str) -> torch.device | None:
    """The device for the networks of a method; None for `auto` and a method without networks.

    A device chosen by the user is refused where it is missing, even if it is not needed.
    """
    return choose_device(device) if METHODS_INFO[method].has_networks or device != AUTO else None


def _geodiffnet_f(
    seed: int,
    device: torch.device | None,
    networks: EnsembleSettings | None,
    spectral_only: bool,
) -> dict[str, Member]:
    """FiLM networks on components and on whitened spectra, and classifiers of other kinds."""

    def film(whitened: bool) -> BaseClassifier:
        return _film(seed, device, networks, whitened, spectral_only)

    # prior weights of the variants with features and without
    of_networks = (0.1, 0.05)[spectral_only:]
    members: dict[str, Member] = {
        "networks": (lambda: film(whitened=False), of_networks),
        "whitened-networks": (lambda: film(whitened=True), of_networks),
        "forest": (lambda: _forest(seed, *TREE_FRACTIONS), (0.2,)),
        "forest-components": (lambda: _forest(seed, *TREE_FRACTIONS, on_components=True), (0.2,)),
        "label-spreading": (make_label_spreading, (0.05,)),
    }
    members |= _blended_discriminants(0.1)
    if not spectral_only:
        return members
    return {name: member for name, member in members.items() if name not in FEATURE_MEMBERS}


def make_lda(uses_features: bool = False) -> Discriminant:
    """The discriminant of `lda`, or the like on spectra and features."""
    return make_discriminant(uses_features, NOISE_POWER)


def make_discriminant(uses_features: bool = False, noise_power: float = 0.0) -> Discriminant:
    """A discriminant that is shrunk to the noise of the scene to a power, or to the identity."""
    inputs = "spectra and features" if uses_features else "spectra"
    target = f" to the power {noise_power:g}" if noise_power < 1 else ""
    target = f", shrunk to noise{target}" if noise_power else ""
    return Discriminant(f"linear discriminant, {inputs}{target}", uses_features, noise_power)


def make_component_discriminant() -> Discriminant:
    """A discriminant on features and the components of the spectra that exceed the noise."""
    name = f"linear discriminant, {ABOVE_NOISE} and features"
    return Discriminant(name, uses_features=True, noise_power=1.0, leading_axes=True)


def _discriminants() -> dict[str, Member]:
    """Discriminants of `lda` with and without features, each with both shrinkage targets."""
    return {
        f"lda{'-features' if uses_features else ''}{'-noise' if noise else ''}": (
            partial(make_discriminant, uses_features, NOISE_POWER if noise else 0.0),
            (0.25,),
        )
        for uses_features in (False, True)
        for noise in (False, True)
    }


def _blended_discriminants(weight: float) -> dict[str, Member]:
    """Discriminants for a blend with others, each with the same prior weight."""
    return {
        "lda": (make_lda, (weight,)),
        "lda-features": (partial(make_discriminant, True), (weight,)),
        "lda-features-components": (make_component_discriminant, (weight,)),
    }


def make_label_spreading() -> LabelSpreading:
    """Labels that spread over the components of the spectra that exceed the noise."""
    return LabelSpreading(f"label spreading, {ABOVE_NOISE}")


def _forest(
    seed: int, trees: float = 1.0, fold_trees: float = 1.0, on_components: bool = False
) -> BaseClassifier:
    from .classic import Forest

    name = f"random forest, {ABOVE_NOISE if on_components else 'spectra'}"
    return Forest(
        seed, name, tree_fraction=trees, fold_fraction=fold_trees, on_components=on_components
    )


def _support_vectors(seed: int) -> BaseClassifier:
    from .classic import SupportVectors

    return SupportVectors(seed, "support vector machine, spectra")


def _film(
    seed: int,
    device: torch.device | None,
    networks: EnsembleSettings | None,
    whitened: bool,
    spectral_only: bool,
) -> BaseClassifier:
    """Half of the ensemble's networks; they predict with and without features."""
    from .ensemble import Ensemble
    from .ensemble_settings import EnsembleSettings

    base = networks or EnsembleSettings()
    settings = replace(
        base,
        network="geodiffnet-f",
        members=max(1, base.members // 2),
        feature_noise=base.feature_noise if whitened else FEATURE_NOISE,
        transformation="whitened" if whitened else "components",
        # with the same seed both halves would draw the same pixels
        seed=seed + whitened,
    )
    title = f"FiLM networks, {'whitened spectra' if whitened else ABOVE_NOISE}"
    variants = Variant(f"{title} and features", True), Variant(title, False)
    return Ensemble(settings, device, variants[spectral_only:])


def _networks(
    name: str,
    seed: int,
    device: torch.device | None,
    networks: EnsembleSettings | None,
    in_blend: bool = False,
) -> BaseClassifier:
    from .ensemble import Ensemble
    from .ensemble_settings import EnsembleSettings

    settings = replace(networks or EnsembleSettings(), network=name, seed=seed)
    if name == "geospecnet" and not settings.networks_only:
        # half as many convolutional networks are as accurate
        settings = replace(settings, members=max(1, settings.members // 2))
        if not in_blend:  # in a blend, longer training takes three times as long without any gain
            settings = replace(
                settings,
                steps=settings.steps * 8 // 5,
                batch=settings.batch * 2,
                rate=settings.rate * 0.6,
            )
    titles = {
        "geodiffnet-f": "FiLM networks, spectra and features",
        "geodiffnet": "networks, diffusion features",
        "geospecnet": "convolutional networks, spectra",
    }
    return Ensemble(settings, device, [Variant(titles[name], name != "geospecnet")])
