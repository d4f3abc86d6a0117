"""Find the best features: which block, timestep and composite suit a scene and its labels."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProcessingParameterString,
)

from .parameters.report import ReportParameters
from .parameters.training import TrainingSamplesAlgorithm

HEADS = ("geodiffnet-f", "geodiffnet")


class TuneAlgorithm(ReportParameters, TrainingSamplesAlgorithm):
    """`geodiffnet:tune`."""

    RESULT_OUTPUTS: ClassVar = {
        "BEST_BLOCK": "best_block",
        "BEST_TIMESTEP": "best_timestep",
        "BEST_COMPOSITE": "best_composite",
        **TrainingSamplesAlgorithm.RESULT_OUTPUTS,
    }

    def name(self) -> str:
        return "tune"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Find the best features")

    def group(self) -> str:
        return self.tr("Diffusion features")

    def groupId(self) -> str:  # noqa: N802
        return "features"

    def tags(self) -> list[str]:
        words = self.tr(
            "hyperspectral,hyperparameters,grid search,tuning,decoder block,timestep,composite,"
            "diffusion,cross-validation,clusters"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Tells which block, timestep and composite of a network suit a scene.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Tries blocks and timesteps of the diffusion network, and pictures of the scene for "
            "it to look at, and tells which ones tell your classes apart best: a report with the "
            "accuracy of every setting, and what each sees of the scene without any label.</p>"
            "<p>All settings are tested on the same parts of the examples; no polygon is used for "
            "training and testing at once. What is read by default, several blocks of several "
            "composites at once, is tried as well: often it is better than any single one.</p>"
            "<p>The best setting can be given to <i>Classify HSI with GeoDiffNet-F</i> and "
            "<i>Train a model</i>, among the advanced parameters.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_image()
        self.add_labels()
        self._add_grid()
        self.add_backbone()
        self.add_seed(
            self.tr(
                "Where chance starts from. The same inputs with the same seed give the same "
                "figures; another seed shows how much of a difference is luck."
            )
        )
        self._add_head()
        self.add_scales()
        self.add_components()
        self.add_compute_options()
        self.add_pixel_selection()
        self.add_bands()
        self.add_report(
            self.tr(
                "A web page with a heat map of all settings, and clusters of what each sees "
                "beside the composites; the numbers go beside it as JSON."
            )
        )
        self.addOutput(QgsProcessingOutputNumber("BEST_BLOCK", self.tr("Best decoder block")))
        self.addOutput(QgsProcessingOutputNumber("BEST_TIMESTEP", self.tr("Best timestep")))
        self.addOutput(QgsProcessingOutputString("BEST_COMPOSITE", self.tr("Best composite")))
        self.add_accuracy_outputs()

    def _add_grid(self) -> None:
        for name, title, help_text in (
            (
                "BLOCKS",
                self.tr("Decoder blocks to try"),
                self.tr(
                    "Numbers such as 2, 5, 8, 11. Low ones see wide and coarse, high ones near and "
                    "fine; the number after the last block is the picture that the network has "
                    "denoised. Left empty, some spread over the network are tried."
                ),
            ),
            (
                "TIMESTEPS",
                self.tr("Timesteps to try"),
                self.tr(
                    "How noisy the network is to take the scene: numbers from 0, clean, to 999, "
                    "nothing but noise. Left empty, 50, 150 and 300 are tried."
                ),
            ),
            (
                "COMPOSITES",
                self.tr("Composites to try"),
                self.tr(
                    "Pictures of the scene out of rgb, cir, swir, pca1 (principal components 1 to "
                    "3) and pca2 (4 to 6); with + between them, such as rgb+pca1, they are read "
                    "together. Left empty, pca1+pca2 and rgb are tried."
                ),
            ),
        ):
            self.add(QgsProcessingParameterString(name, title, optional=True), help_text)

    def _add_head(self) -> None:
        self.add(
            QgsProcessingParameterEnum(
                "METHOD",
                self.tr("Method"),
                options=list(HEADS),
                defaultValue=HEADS[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "What learns from the features: geodiffnet sees nothing but them, so that they are "
                "compared; geodiffnet-f sees the spectrum as well, so that only what they add to "
                "it counts."
            ),
            advanced=True,
        )

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        method = self.parameterAsEnumString(parameters, "METHOD", context)
        return {"method": method} | super().settings(parameters, context, feedback)
