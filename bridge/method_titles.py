"""The names of the classification methods in the user's language."""

from __future__ import annotations

from ..backend.common.methods import METHODS
from .translation import tr


def method_titles(methods: tuple[str, ...] = METHODS) -> dict[str, str]:
    """The titles of methods by their identifiers."""
    titles = {
        "geodiffnet-f": tr("GeoDiffNet-F (recommended)"),
        "geodiffnet": tr("GeoDiffNet (diffusion features only)"),
        "geospecnet": tr("GeoSpecNet (spectral network)"),
        "lda": tr("Linear discriminant analysis (fast)"),
        "rf": tr("Random forest"),
        "svm": tr("Support vector machine"),
        "auto": tr("Blend of all methods (slow)"),
    }
    return {method: titles[method] for method in methods}
