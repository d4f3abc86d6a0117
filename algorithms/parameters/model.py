"""The file of a trained model, and the backbone that it needs."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...bridge.errors import BridgeError
from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup
from .sections import feature_section
from .values import ParameterValues


class ModelParameter(ParameterGroup):
    """A model that was trained before."""

    MODEL = "MODEL"

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterFile(
                self.MODEL, tr("Model"), fileFilter=tr("GeoDiffNet models (*.safetensors)")
            ),
            tr(
                "A model file written by “Train a model” or “Classify HSI with GeoDiffNet-F”. It "
                "contains the method, the classes and their colours."
            ),
        )

    def check(self, values: ParameterValues) -> None:
        model = values.file(self.MODEL)
        if not os.path.isfile(model):
            raise BridgeError(
                "model.unreadable",
                tr("The model cannot be opened: {}").format(model),
                tr("Choose a .safetensors file written by this plugin."),
            )

    def sources(self, values: ParameterValues) -> list[str]:
        return [values.file(self.MODEL)]

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"model": os.path.abspath(values.file(self.MODEL))}


class ModelBackboneParameter(ParameterGroup):
    """The backbone of a model, for a computer that does not have it."""

    BACKBONE = "BACKBONE"

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterString(self.BACKBONE, tr("Backbone"), optional=True),
            tr(
                "Needed only for a model whose backbone is neither bundled nor in the cache of "
                "this computer: adm-imagenet64 or the path of its checkpoint, a folder in "
                "diffusers format, or a model of the Hugging Face hub as owner/name@commit. If "
                "empty, nothing is downloaded."
            ),
            advanced=True,
            section=feature_section(),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"backbone": values.text(self.BACKBONE).strip() or None}
