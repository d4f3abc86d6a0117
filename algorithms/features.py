"""Diffusion features: what a pretrained network sees around each pixel, as a raster."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterRasterDestination,
)

from .parameters.backbone import BackboneParameters
from .parameters.scene import SceneAlgorithm


class FeaturesAlgorithm(BackboneParameters, SceneAlgorithm):
    """`geodiffnet:features`."""

    RESULT_OUTPUTS: ClassVar = {"BANDS": "bands"}

    def name(self) -> str:
        return "features"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Compute diffusion features")

    def group(self) -> str:
        return self.tr("Diffusion features")

    def groupId(self) -> str:  # noqa: N802
        return "features"

    def tags(self) -> list[str]:
        words = self.tr(
            "hyperspectral,embedding,texture,context,deep features,diffusion,UNet,activations,"
            "dimensionality reduction"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Writes what a diffusion network sees around each pixel of an image.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Writes what a diffusion model pretrained on natural images sees around each pixel "
            "of a hyperspectral image: a raster with one named band for each feature, on the grid "
            "of the image. Use them in other programs, for segmentation, clustering or a model of "
            "your own.</p>"
            "<p>To classify, this is not needed: <i>Classify HSI with GeoDiffNet-F</i> computes "
            "the same features itself, and both keep them for the next run.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_image()
        self.add_backbone()
        self.add_compute_options()
        self.add_bands()
        self.add_feature_options()
        self.add_scales()
        self.add_components()
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", self.tr("Features")),
            self.tr(
                "A GeoTIFF with one band a feature. The first bands, of each scale, are the most "
                "telling; the last ones are plain averages of the colours around the pixel. "
                "−9999 is where the image has no data."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("BANDS", self.tr("Number of features")))

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        job_settings = self.backbone_settings(parameters, context)
        return job_settings | super().settings(parameters, context, feedback)
