"""Classify a hyperspectral image: from a scene and labelled shapes to a class map."""

from __future__ import annotations

from typing import Any, ClassVar

from .parameters.map_outputs import MAP_LAYER_STYLES, MAP_RESULT_OUTPUTS, MapOutputParameters
from .parameters.training import SingleMethodAlgorithm


class ClassifyAlgorithm(MapOutputParameters, SingleMethodAlgorithm):
    """`geodiffnet:classify`."""

    LAYER_STYLES = MAP_LAYER_STYLES
    RESULT_OUTPUTS: ClassVar = {**SingleMethodAlgorithm.RESULT_OUTPUTS, **MAP_RESULT_OUTPUTS}

    def name(self) -> str:
        return "classify"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Classify HSI with GeoDiffNet-F")

    def tags(self) -> list[str]:
        words = self.tr(
            "hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,"
            "deep learning,diffusion,linear discriminant analysis,random forest,"
            "support vector machine,training"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Turns a hyperspectral image and drawn examples into a class map.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Turns a hyperspectral image and the examples that you have drawn on it into a "
            "georeferenced map of classes.</p>"
            "<p>GeoDiffNet-F combines the spectrum of each pixel with spatial features, computed "
            "by a diffusion model that was pretrained on natural images. The map comes with your "
            "class names and, where the layer of examples is styled by category, with your "
            "colours.</p>"
            "<p>A few polygons a class are enough to begin with: classify, look where the map is "
            "wrong or unsure, draw there, classify again. The accuracies come from "
            "cross-validation in which no polygon is used for training and testing at once.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_training_parameters()
        self.add_maps()
        self.add_report()
        self.add_model(
            self.tr("The trained model, to apply it to other scenes of the same sensor."),
            optional=True,
        )
