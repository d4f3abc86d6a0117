"""Tune diffusion features: find the block, timestep and composite that suit a scene."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
)

from ..backend.common.methods import TUNED_METHODS
from ..bridge.method_titles import method_titles
from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .choices import choice_parameter
from .parameters.backbone import (
    BLOCKS,
    COMPOSITES,
    TIMESTEPS,
    BackboneParameter,
    ComponentsParameter,
    TextListParameter,
    scales_parameter,
)
from .parameters.pixel_selection import PixelSelectionParameters
from .parameters.quality_mask import QualityMaskParameters
from .parameters.reports import AccuracyOutputs, ReportOutput
from .parameters.scene import (
    BandParameters,
    DeviceParameters,
    ExternalReferencesParameter,
    ImageParameter,
)
from .parameters.sections import feature_section
from .parameters.seed import SeedParameter
from .parameters.training_samples import TrainingSampleParameters
from .parameters.values import ParameterValues


class TuneAlgorithm(BackendAlgorithm):
    """`geodiffnet:tune`."""

    GROUP = groups.FEATURES

    METHOD = "METHOD"
    BEST_BLOCK = "BEST_BLOCK"
    BEST_TIMESTEP = "BEST_TIMESTEP"
    BEST_COMPOSITE = "BEST_COMPOSITE"

    RESULT_OUTPUTS: ClassVar = {
        BEST_BLOCK: "best_block",
        BEST_TIMESTEP: "best_timestep",
        BEST_COMPOSITE: "best_composite",
    }

    def name(self) -> str:
        return "tune"

    def displayName(self) -> str:  # noqa: N802
        return tr("Tune diffusion features")

    def tags(self) -> list[str]:
        return tr(
            "hyperspectral,hyperparameters,grid search,tuning,decoder block,timestep,composite,"
            "diffusion,cross-validation,clusters"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Finds the decoder block, timestep and composite that suit a scene.")

    def description_html(self) -> str:
        return tr(
            "<p>A grid search over decoder blocks and timesteps of the diffusion network and over "
            "composites of the scene. The report contains the accuracy of each combination, and "
            "clusters of its features.</p>"
            "<p>All combinations use the same cross-validation folds; no polygon is used for both "
            "training and testing. The default features, which combine several blocks and "
            "composites, are tested as well; often they are better than any single one.</p>"
            "<p>Enter the best combination under the advanced parameters of <i>Train a model</i>."
            "</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        image = ImageParameter()
        self.add_groups(
            image,
            TrainingSampleParameters(image),
            *_grid_parameters(),
            PixelSelectionParameters(),
            BandParameters(),
            QualityMaskParameters(),
        )
        self.add(
            choice_parameter(self.METHOD, tr("Method"), method_titles(TUNED_METHODS)),
            tr(
                "The method that evaluates the features. GeoDiffNet-F (geodiffnet-f) also uses the "
                "spectrum, so that only what the features add to it counts; GeoDiffNet "
                "(geodiffnet) uses the features only."
            ),
            advanced=True,
            section=feature_section(),
        )
        self.add_groups(
            BackboneParameter(),
            scales_parameter(),
            ComponentsParameter(),
            SeedParameter(
                tr(
                    "The same input data with the same seed give the same results; another seed "
                    "shows how much of a difference depends on chance."
                )
            ),
            DeviceParameters(),
            ExternalReferencesParameter(),
            ReportOutput(
                tr(
                    "A web page with a heat map of all combinations, and clusters of their "
                    "features beside the composites. The numbers are also written to a JSON file "
                    "of the same name."
                )
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(self.BEST_BLOCK, tr("Best decoder block")))
        self.addOutput(QgsProcessingOutputNumber(self.BEST_TIMESTEP, tr("Best timestep")))
        self.addOutput(QgsProcessingOutputString(self.BEST_COMPOSITE, tr("Best composite")))
        self.add_groups(AccuracyOutputs())

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        method = values.choice(self.METHOD)
        return {**super().settings(values, feedback), "method": method}


def _grid_parameters() -> tuple[TextListParameter, ...]:
    """The lists of the grid search."""
    return (
        TextListParameter(
            BLOCKS,
            tr("Decoder blocks to test"),
            tr(
                "Numbers such as 2, 5, 8, 11. Low numbers give coarse features of a wide context, "
                "high numbers fine features of a narrow one; the number after the last block is "
                "the denoised image. If empty, some blocks across the network are tested."
            ),
            advanced=False,
        ),
        TextListParameter(
            TIMESTEPS,
            tr("Diffusion timesteps to test (noise level)"),
            tr(
                "Timesteps of the diffusion process, from 0 (no noise) to 999 (pure noise). If "
                "empty, 50, 150 and 300 are tested."
            ),
            advanced=False,
        ),
        TextListParameter(
            COMPOSITES,
            tr("Composites to test"),
            tr(
                "Three-band composites of the scene: rgb, cir, swir, pca1 (principal components 1 "
                "to 3), pca2 (4 to 6). Those joined by +, such as rgb+pca1, are used together. If "
                "empty, pca1+pca2 and rgb are tested."
            ),
            advanced=False,
        ),
    )
