"""The methods: their identifiers and what else is known of them without loading any library."""

from __future__ import annotations

from dataclasses import dataclass

#: Blends what all methods are made of.
AUTO = "auto"


@dataclass(frozen=True)
class MethodInfo:
    """What a method is called and what it needs."""

    title: str
    sentence: str  # for the methods section of a paper
    needs_features: bool
    has_networks: bool = True


METHODS_INFO = {
    "geodiffnet-f": MethodInfo(
        "GeoDiffNet-F",
        "The scene was classified with GeoDiffNet-F (GeoDiffNet plugin): features of a frozen "
        "denoising diffusion network, modulated pixel by pixel by the encoded spectrum (FiLM), "
        "blended with linear discriminants and a random forest by weights from cross-validation.",
        needs_features=True,
    ),
    "geodiffnet": MethodInfo(
        "GeoDiffNet",
        "The scene was classified with GeoDiffNet (GeoDiffNet plugin): features of a frozen "
        "denoising diffusion network.",
        needs_features=True,
    ),
    "geospecnet": MethodInfo(
        "GeoSpecNet",
        "The scene was classified with GeoSpecNet (GeoDiffNet plugin): one-dimensional "
        "convolutions along the spectrum.",
        needs_features=False,
    ),
    "lda": MethodInfo(
        "linear discriminant",
        "The scene was classified with linear discriminant analysis, its covariance shrunk after "
        "Ledoit and Wolf (GeoDiffNet plugin).",
        needs_features=False,
        has_networks=False,
    ),
    "rf": MethodInfo(
        "random forest on spectra",
        "The scene was classified with a random forest on the spectra (GeoDiffNet plugin).",
        needs_features=False,
        has_networks=False,
    ),
    "svm": MethodInfo(
        "support vector machine on spectra",
        "The scene was classified with a support vector machine on the spectra (GeoDiffNet "
        "plugin).",
        needs_features=False,
        has_networks=False,
    ),
    AUTO: MethodInfo(
        "blend of all methods",
        "The scene was classified with a blend of all methods of the GeoDiffNet plugin by weights "
        "from cross-validation.",
        needs_features=True,
    ),
}
METHODS = tuple(METHODS_INFO)
#: Of two that are as good as each other the first is to be taken.
BY_SIMPLICITY = ("lda", "rf", "svm", "geospecnet", "geodiffnet", "geodiffnet-f")
#: The methods that can be compared: all but the blend of all.
COMPARED_METHODS = tuple(name for name in METHODS if name in BY_SIMPLICITY)


def needs_features(name: str) -> bool:
    """Whether a method uses diffusion features."""
    return METHODS_INFO[name].needs_features
