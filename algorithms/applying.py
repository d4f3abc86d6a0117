"""What algorithms that put a trained model to work share: the model's file."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
)

from ..bridge.errors import BridgeError
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
        model = os.path.abspath(self.parameterAsFile(parameters, "MODEL", context))
        return {"model": model} | super().settings(parameters, context, feedback)
