"""Which pretrained network describes the surroundings of a pixel, and what is read inside it."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

LIST_PARAMETERS = ("BLOCKS", "TIMESTEPS", "COMPOSITES", "SCALES")


class BackboneParameters:
    """What an algorithm that reads diffusion features is made of besides `SceneAlgorithm`."""

    def add_backbone(self) -> None:
        """Add the network itself."""
        self.add(
            QgsProcessingParameterString("BACKBONE", self.tr("Backbone"), defaultValue="bundled"),
            self.tr(
                "The pretrained diffusion model whose features describe the surroundings. "
                "“bundled” is small, comes with the plugin and needs no network. "
                "“adm-imagenet64” is the paper's: 1.2 GB that are downloaded at first use, or the "
                "path of its checkpoint. Otherwise the path of a folder in the format of "
                "diffusers, or a model of the Hugging Face hub as owner/name@commit."
            ),
            advanced=True,
        )

    def add_feature_options(self) -> None:
        """Add what is read inside the network; right as it is for most."""
        for name, title, help_text in (
            (
                "BLOCKS",
                self.tr("Decoder blocks"),
                self.tr(
                    "Numbers of the network's decoder blocks to read, such as 5, 8, 11. Low "
                    "numbers see wide and coarse, high ones near and fine; the number after the "
                    "last block is the picture of the scene that the network has denoised. By "
                    "default 2 and that picture, 12, of the bundled one. “Find the best features” "
                    "tells which suit a scene."
                ),
            ),
            (
                "TIMESTEPS",
                self.tr("Timesteps"),
                self.tr(
                    "How noisy the network is to take the scene: 0 is clean, 999 nothing but "
                    "noise; 300 by default. Several may be read, such as 100, 300."
                ),
            ),
            (
                "COMPOSITES",
                self.tr("Composites"),
                self.tr(
                    "The pictures of three colours that the network looks at, out of rgb, cir, "
                    "swir, pca1 (principal components 1 to 3) and pca2 (4 to 6); pca1, pca2 "
                    "by default. Each takes its time."
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterString(name, title, optional=True), help_text, advanced=True
            )

    def add_scales(self) -> None:
        """Add the sizes at which the scene is looked at."""
        self.add(
            QgsProcessingParameterString("SCALES", self.tr("Scales"), optional=True),
            self.tr(
                "Sizes at which the network looks at the scene: 1 is full resolution, 2 half of "
                "it, and so on; 2, 4 by default."
            ),
            advanced=True,
        )

    def add_components(self) -> None:
        """Add how much is kept of what the network says; left empty it is the backend's to say."""
        self.add(
            QgsProcessingParameterNumber(
                "COMPONENTS",
                self.tr("Components of each scale"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                optional=True,
                minValue=1,
                maxValue=256,
            ),
            self.tr(
                "How many numbers are kept of the network's activations at each scale: their "
                "principal components, the most telling first. The denoised picture is kept "
                "whole. Left empty where that is allowed, 4, or 32 where other blocks are chosen."
            ),
            advanced=True,
        )

    def backbone_settings(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """What was chosen; what is left empty is the backend's to choose."""
        job_settings: dict[str, Any] = {
            "backbone": self.parameterAsString(parameters, "BACKBONE", context)
        }
        if parameters.get("COMPONENTS") is not None:
            job_settings["components"] = self.parameterAsInt(parameters, "COMPONENTS", context)
        for name in LIST_PARAMETERS:
            if self.parameterDefinition(name) is None:
                continue
            if words := self.parameterAsString(parameters, name, context).strip():
                job_settings[name.lower()] = words
        return job_settings
