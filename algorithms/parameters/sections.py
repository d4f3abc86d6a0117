"""Headings above the parameters in a dialog that belong together."""

from __future__ import annotations

from ...bridge.translation import tr


def training_data_section() -> str:
    """Training samples, a label raster or spectral libraries: one of them is needed."""
    return tr("Training data (at least one of these)")


def classifier_section() -> str:
    """What is fitted to the training data."""
    return tr("Classifier")


def sample_section() -> str:
    """Which pixels of which scenes are training samples."""
    return tr("Labelled pixels")


def band_section() -> str:
    """What of a scene is used."""
    return tr("Bands and excluded pixels")


def feature_section() -> str:
    """The diffusion network and what is extracted from it."""
    return tr("Diffusion features")


def output_section() -> str:
    """What is written besides the map."""
    return tr("Rasters to write")


def computing_section() -> str:
    """How a job is computed."""
    return tr("Computation")
