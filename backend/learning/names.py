"""Names of the methods; importing them costs nothing."""

METHODS = ("geodiffnet-f", "geodiffnet", "geospecnet", "rf", "svm")


def needs_features(name: str) -> bool:
    """Whether a method looks at diffusion features."""
    return name in ("geodiffnet-f", "geodiffnet")
