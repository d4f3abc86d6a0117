"""Names of the methods; importing them costs nothing."""

#: What tries all others and takes the best of them or their average.
AUTO = "auto"
METHODS = ("geodiffnet-f", "geodiffnet", "geospecnet", "rf", "svm", AUTO)
#: Of two that are as good as each other the first is to be taken.
BY_SIMPLICITY = ("rf", "svm", "geospecnet", "geodiffnet", "geodiffnet-f")


def needs_features(name: str) -> bool:
    """Whether a method looks at diffusion features."""
    return name in ("geodiffnet-f", "geodiffnet", AUTO)
