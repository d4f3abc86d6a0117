"""What algorithms that put a trained model to work share: the model's file."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...bridge.errors import BridgeError
from .scene import SceneAlgorithm


class ModelAlgorithm(SceneAlgorithm):
    """An algorithm that looks at an image with a model trained before."""

    def add_model(self) -> None:
        """Add the model, which comes first."""
        self.add(
            QgsProcessingParameterFile(
                "MODEL",
                self.tr("Model"),
                fileFilter=self.tr("GeoDiffNet models (*.safetensors)"),
            ),
            self.tr(
                "The file that “Train a model” or “Classify HSI with GeoDiffNet-F” has written. "
                "The method, the classes and their colours are in it."
            ),
        )

    def add_model_backbone(self) -> None:
        """Add the model's diffusion network, for a computer that does not have it."""
        self.add(
            QgsProcessingParameterString("BACKBONE", self.tr("Backbone"), optional=True),
            self.tr(
                "Only for a model whose diffusion network is neither the bundled one nor in the "
                "cache of this computer: adm-imagenet64 or the path of its checkpoint, a folder in "
                "the format of diffusers, or a model of the Hugging Face hub as "
                "owner/name@commit. Left empty, nothing is downloaded, whatever the model names."
            ),
            advanced=True,
        )

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        self.check_model(parameters, context)
        super().check(parameters, context)

    def check_model(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise BridgeError where the model is no file."""
        model = self.parameterAsFile(parameters, "MODEL", context)
        if not os.path.isfile(model):
            raise BridgeError(
                "model.unreadable",
                self.tr("The model cannot be opened: {}").format(model),
                self.tr("Choose a .safetensors file that this plugin has written."),
            )

    def sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        model = self.parameterAsFile(parameters, "MODEL", context)
        return [model, *super().sources(parameters, context)]

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        chosen = self.model_settings(parameters, context)
        return chosen | super().settings(parameters, context, feedback)

    def model_settings(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """The model, and its backbone where that was named."""
        model = os.path.abspath(self.parameterAsFile(parameters, "MODEL", context))
        backbone = self.parameterAsString(parameters, "BACKBONE", context).strip()
        return {"model": model} | ({"backbone": backbone} if backbone else {})
