"""Classify a hyperspectral image: a class map from a scene and training samples."""

from __future__ import annotations

from typing import Any

from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .parameters.backbone import BLOCKS, COMPOSITES, TIMESTEPS
from .parameters.map_outputs import MapOutputs
from .parameters.method import MethodParameters
from .parameters.pixel_selection import PixelSelectionParameters
from .parameters.reports import AccuracyOutputs
from .parameters.scene import ExternalReferencesParameter
from .parameters.training import ModelOutput, training_parameters, training_report


class ClassifyAlgorithm(BackendAlgorithm):
    """`geodiffnet:classify`."""

    GROUP = groups.CLASSIFICATION

    #: What few users change in a map; the dialog of `geodiffnet:train` has all of it.
    SCRIPT_PARAMETERS = frozenset(
        {
            MethodParameters.LDA_FEATURES,
            MethodParameters.PRESET,
            PixelSelectionParameters.MIN_COVERAGE,
            PixelSelectionParameters.LINE_WIDTH,
            ExternalReferencesParameter.ALLOW_EXTERNAL,
            BLOCKS,
            TIMESTEPS,
            COMPOSITES,
        }
    )

    def name(self) -> str:
        return "classify"

    def displayName(self) -> str:  # noqa: N802
        return tr("Classify HSI with GeoDiffNet-F")

    def tags(self) -> list[str]:
        return tr(
            "hyperspectral,imaging spectroscopy,land cover,supervised,machine learning,"
            "deep learning,diffusion,linear discriminant analysis,random forest,"
            "support vector machine,training"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Creates a class map from a hyperspectral image and training samples.")

    def description_html(self) -> str:
        return tr(
            "<p>Creates a georeferenced class map from a hyperspectral image and training samples "
            "that you have drawn on it.</p>"
            "<p>GeoDiffNet-F combines the spectrum of each pixel with spatial features, computed "
            "by a diffusion model that was pretrained on natural images. The map has your class "
            "names and, where the layer of training samples is styled by category, your colours."
            "</p>"
            "<p>A few polygons per class are enough to start with: classify, check where the map "
            "is wrong or its confidence low, draw more polygons there, and classify again. The "
            "accuracies are cross-validated; no polygon is used for both training and testing.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_groups(
            *training_parameters(),
            MapOutputs(),
            training_report(),
            AccuracyOutputs(),
            ModelOutput(
                tr("The trained model, which can be applied to other scenes of the same sensor."),
                optional=True,
            ),
        )
