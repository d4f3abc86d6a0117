"""The large libraries that methods load, known without loading any of them."""

from __future__ import annotations

from ..common.choices import AUTO
from ..common.methods import METHODS_INFO


def libraries_of_method(method: str, device: str) -> list[str]:
    """The large libraries that fitting a method loads, in the order in which they are loaded."""
    libraries = ["torch"] if METHODS_INFO[method].has_networks or device != AUTO else []
    if method in (AUTO, "geodiffnet-f", "rf"):
        libraries.append("sklearn.ensemble")
    if method in (AUTO, "svm"):
        libraries.append("sklearn.svm")
    return libraries
