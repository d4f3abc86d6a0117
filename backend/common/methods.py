"""The classification methods and what is known of them without loading any library.

The command line, the Processing algorithms, the labelling panel and the reports read this registry.
"""

from __future__ import annotations

from dataclasses import dataclass

from .choices import AUTO


@dataclass(frozen=True)
class MethodInfo:
    """Title, description and requirements of a method."""

    title: str
    #: One sentence on what the method is.
    summary: str
    #: A sentence for the methods section of a paper.
    citation: str
    #: Whether it needs diffusion features.
    needs_features: bool
    #: Whether it uses the spectrum of a pixel.
    uses_spectra: bool = True
    #: Whether it trains neural networks, so that a GPU makes it faster.
    has_networks: bool = True
    #: Complexity rank: among methods that do not differ significantly the lowest is preferred.
    #: None for a blend, which is not compared with the methods that it consists of.
    complexity: int | None = None


METHODS_INFO: dict[str, MethodInfo] = {
    "geodiffnet-f": MethodInfo(
        "GeoDiffNet-F",
        "Combines the spectrum with spatial features of a diffusion network.",
        "The scene was classified with GeoDiffNet-F (GeoDiffNet plugin): features of a frozen "
        "denoising diffusion network, modulated pixel by pixel by the encoded spectrum (FiLM), "
        "blended with linear discriminants, random forests and label spreading by weights from "
        "cross-validation.",
        needs_features=True,
        complexity=5,
    ),
    "geodiffnet": MethodInfo(
        "GeoDiffNet",
        "Uses spatial features of a diffusion network only.",
        "The scene was classified with GeoDiffNet (GeoDiffNet plugin): features of a frozen "
        "denoising diffusion network.",
        needs_features=True,
        uses_spectra=False,
        complexity=4,
    ),
    "geospecnet": MethodInfo(
        "GeoSpecNet",
        "A convolutional neural network on the spectrum.",
        "The scene was classified with GeoSpecNet (GeoDiffNet plugin): one-dimensional "
        "convolutions along the spectrum.",
        needs_features=False,
        complexity=3,
    ),
    "lda": MethodInfo(
        "Linear discriminant analysis",
        "A linear discriminant on the spectrum, fitted in milliseconds.",
        "The scene was classified with linear discriminant analysis, its covariance shrunk towards "
        "the noise of the scene after Ledoit and Wolf (GeoDiffNet plugin).",
        needs_features=False,
        has_networks=False,
        complexity=0,
    ),
    "rf": MethodInfo(
        "Random forest",
        "A random forest on the spectrum.",
        "The scene was classified with a random forest on the spectra (GeoDiffNet plugin).",
        needs_features=False,
        has_networks=False,
        complexity=1,
    ),
    "svm": MethodInfo(
        "Support vector machine",
        "A support vector machine on the spectrum.",
        "The scene was classified with a support vector machine on the spectra (GeoDiffNet "
        "plugin).",
        needs_features=False,
        has_networks=False,
        complexity=2,
    ),
    # the blend of all others
    AUTO: MethodInfo(
        "Blend of all methods",
        "Blends all other methods by weights from cross-validation.",
        "The scene was classified with a blend of all methods of the GeoDiffNet plugin by weights "
        "from cross-validation.",
        needs_features=True,
    ),
}
METHODS = tuple(METHODS_INFO)
DEFAULT_METHOD = METHODS[0]
#: What `compare` compares: all but the blend of them.
COMPARED_METHODS = tuple(name for name, info in METHODS_INFO.items() if info.complexity is not None)
#: What `tune` can fit to the features that it tries.
TUNED_METHODS = ("geodiffnet-f", "geodiffnet")


def needs_features(name: str) -> bool:
    """Whether a method uses diffusion features."""
    return METHODS_INFO[name].needs_features


def complexity(name: str) -> int:
    """The complexity rank of a method that can be compared."""
    rank = METHODS_INFO[name].complexity
    if rank is None:
        raise ValueError(f"{name} is a blend of methods and has no complexity rank")
    return rank
