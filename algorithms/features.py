"""Diffusion features: the spatial features of a pretrained diffusion network, as a raster."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterRasterDestination

from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .parameters.backbone import (
    BackboneParameter,
    ComponentsParameter,
    feature_parameters,
    scales_parameter,
)
from .parameters.quality_mask import QualityMaskParameters
from .parameters.scene import (
    BandParameters,
    DeviceParameters,
    ExternalReferencesParameter,
    ImageParameter,
)


class FeaturesAlgorithm(BackendAlgorithm):
    """`geodiffnet:features`."""

    GROUP = groups.FEATURES

    OUTPUT = "OUTPUT"
    BANDS = "BANDS"

    RESULT_OUTPUTS: ClassVar = {BANDS: "bands"}

    def name(self) -> str:
        return "features"

    def displayName(self) -> str:  # noqa: N802
        return tr("Compute diffusion features")

    def tags(self) -> list[str]:
        return tr(
            "hyperspectral,embedding,texture,context,deep features,diffusion,UNet,activations,"
            "dimensionality reduction"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Writes the spatial features of a diffusion model for each pixel of an image.")

    def description_html(self) -> str:
        return tr(
            "<p>Extracts spatial features of a hyperspectral image with a diffusion model that was "
            "pretrained on natural images: a raster with one named band per feature, on the grid "
            "of the image. Use it in other programs, for segmentation, clustering or a model of "
            "your own.</p>"
            "<p>This is not needed for a classification: <i>Classify HSI with GeoDiffNet-F</i> "
            "computes the same features itself. Both cache them for the next run.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_groups(
            ImageParameter(),
            BandParameters(),
            QualityMaskParameters(),
            BackboneParameter(),
            *feature_parameters(),
            scales_parameter(),
            ComponentsParameter(),
            DeviceParameters(),
            ExternalReferencesParameter(),
        )
        self.add(
            QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Features")),
            tr(
                "A GeoTIFF with one band per feature. The bands of each scale are ordered by the "
                "variance that they explain; the last bands are averages of the composites around "
                "each pixel. −9999 marks pixels without data."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(self.BANDS, tr("Number of feature bands")))
