"""The groups of algorithms in the Processing Toolbox."""

from __future__ import annotations

from ..bridge.translation import tr

LABELLING = "labelling"
CLASSIFICATION = "classification"
ACCURACY = "accuracy"
FEATURES = "features"
SETUP = "setup"


def group_title(group: str) -> str:
    """The title of a group."""
    return {
        LABELLING: tr("Labelling"),
        CLASSIFICATION: tr("Classification"),
        ACCURACY: tr("Accuracy assessment"),
        FEATURES: tr("Diffusion features"),
        SETUP: tr("Setup"),
    }[group]
