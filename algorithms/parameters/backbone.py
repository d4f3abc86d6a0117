"""The diffusion backbone, and the features that are extracted from it."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingFeedback,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...backend.common.choices import BUNDLED_BACKBONE, MAX_COMPONENTS
from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup
from .sections import feature_section
from .values import ParameterValues


class BackboneParameter(ParameterGroup):
    """The pretrained diffusion network."""

    BACKBONE = "BACKBONE"

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterString(
                self.BACKBONE, tr("Backbone"), defaultValue=BUNDLED_BACKBONE
            ),
            tr(
                "The pretrained diffusion model that computes the spatial features. “bundled” is "
                "small, part of the plugin, and works offline. “adm-imagenet64” is the backbone "
                "of the paper (1.2 GB, downloaded at first use); the path of its checkpoint can "
                "be given instead. Also supported: the path of a folder in diffusers format, or a "
                "model of the Hugging Face hub as owner/name@commit."
            ),
            advanced=True,
            section=feature_section(),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"backbone": values.text(self.BACKBONE)}


class TextListParameter(ParameterGroup):
    """A list of numbers or names, separated by commas, which may be left empty."""

    def __init__(self, name: str, title: str, help_text: str, advanced: bool = True):
        self._name, self._title = name, title
        self._help_text, self._advanced = help_text, advanced

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterString(self._name, self._title, optional=True),
            self._help_text,
            self._advanced,
            section=feature_section(),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {self._name.lower(): values.text(self._name).strip() or None}


class ComponentsParameter(ParameterGroup):
    """The number of principal components that are kept of the activations."""

    COMPONENTS = "COMPONENTS"

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterNumber(
                self.COMPONENTS,
                tr("Principal components per scale"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                optional=True,
                minValue=1,
                maxValue=MAX_COMPONENTS,
            ),
            tr(
                "Number of principal components of the network's activations that are kept at each "
                "scale. The denoised image is not reduced. If empty, 4, or 32 where decoder blocks "
                "are given."
            ),
            advanced=True,
            section=feature_section(),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        is_set = values.is_set(self.COMPONENTS)
        return {"components": values.integer(self.COMPONENTS) if is_set else None}


BLOCKS = "BLOCKS"
TIMESTEPS = "TIMESTEPS"
COMPOSITES = "COMPOSITES"
SCALES = "SCALES"


def feature_parameters() -> tuple[TextListParameter, ...]:
    """What is extracted from the backbone; the defaults suit most scenes."""
    return (
        TextListParameter(
            BLOCKS,
            tr("Decoder blocks"),
            tr(
                "Numbers of the decoder blocks of the network whose activations are used, such as "
                "5, 8, 11. Low numbers give coarse features of a wide context, high numbers fine "
                "features of a narrow one; the number after the last block is the denoised image. "
                "Default for the bundled backbone: 2, 12 (12 is the denoised image). “Tune "
                "diffusion features” finds those that suit a scene."
            ),
        ),
        TextListParameter(
            TIMESTEPS,
            tr("Diffusion timesteps (noise level)"),
            tr(
                "The timesteps of the diffusion process at which features are extracted: 0 is free "
                "of noise, 999 is pure noise. Default: 300. Several can be given, such as 100, 300."
            ),
        ),
        TextListParameter(
            COMPOSITES,
            tr("Composites"),
            tr(
                "The three-band composites that are the input of the network: rgb, cir, swir, pca1 "
                "(principal components 1 to 3), pca2 (4 to 6). Default: pca1, pca2. Each one adds "
                "to the computing time."
            ),
        ),
    )


def scales_parameter() -> TextListParameter:
    """The resolutions at which features are extracted."""
    return TextListParameter(
        SCALES,
        tr("Spatial scales"),
        tr(
            "Downsampling factors at which features are extracted: 1 is full resolution, 2 half "
            "resolution, and so on. Default: 2, 4."
        ),
    )
