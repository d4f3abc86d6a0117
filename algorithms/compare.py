"""Compare the methods on a scene and its training samples."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingFeedback, QgsProcessingOutputString

from ..backend.common.methods import COMPARED_METHODS
from ..bridge.method_titles import method_titles
from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .choices import choice_parameter
from .parameters.backbone import BackboneParameter, feature_parameters
from .parameters.pixel_selection import PixelSelectionParameters
from .parameters.quality_mask import QualityMaskParameters
from .parameters.reports import AccuracyOutputs, ReportOutput
from .parameters.scene import (
    BandParameters,
    DeviceParameters,
    ExternalReferencesParameter,
    ImageParameter,
)
from .parameters.sections import classifier_section
from .parameters.seed import SeedParameter
from .parameters.training_samples import TrainingSampleParameters
from .parameters.values import ParameterValues


class CompareAlgorithm(BackendAlgorithm):
    """`geodiffnet:compare`."""

    GROUP = groups.ACCURACY

    METHODS = "METHODS"
    BEST_METHOD = "BEST_METHOD"

    RESULT_OUTPUTS: ClassVar = {BEST_METHOD: "best_method"}

    def name(self) -> str:
        return "compare"

    def displayName(self) -> str:  # noqa: N802
        return tr("Compare methods")

    def tags(self) -> list[str]:
        return tr(
            "hyperspectral,machine learning,benchmark,linear discriminant analysis,random forest,"
            "support vector machine,deep learning,diffusion,cross-validation,accuracy,"
            "model selection"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Cross-validates all methods on your training samples and recommends one.")

    def description_html(self) -> str:
        return tr(
            "<p>Cross-validates all methods on an image and its training samples and recommends "
            "one. The report contains their accuracies with confidence intervals, the accuracy of "
            "each class, and the maps.</p>"
            "<p>All methods use the same cross-validation folds; no polygon is used for both "
            "training and testing. Where two methods do not differ significantly, the simpler one "
            "is recommended.</p>"
            "<p>Only the report is written: classify with the recommended method.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        image = ImageParameter()
        self.add_groups(image, TrainingSampleParameters(image))
        self.add(
            choice_parameter(
                self.METHODS, tr("Methods"), method_titles(COMPARED_METHODS), multiple=True
            ),
            tr(
                "The methods to compare. GeoDiffNet-F (geodiffnet-f) combines the spectrum with "
                "spatial features of a diffusion model; GeoDiffNet (geodiffnet) uses the spatial "
                "features only; GeoSpecNet (geospecnet, a neural network), linear discriminant "
                "analysis (lda), random forest (rf) and support vector machine (svm) use the "
                "spectrum only."
            ),
            section=classifier_section(),
        )
        self.add_groups(
            PixelSelectionParameters(),
            BandParameters(),
            QualityMaskParameters(),
            BackboneParameter(),
            *feature_parameters(),
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
                    "A web page with the metrics of all methods, the accuracy of each class and "
                    "the maps. The numbers are also written to a JSON file of the same name."
                )
            ),
        )
        self.addOutput(QgsProcessingOutputString(self.BEST_METHOD, tr("Recommended method")))
        self.add_groups(AccuracyOutputs())

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        methods = ", ".join(values.choices(self.METHODS))
        return {**super().settings(values, feedback), "methods": methods or None}
