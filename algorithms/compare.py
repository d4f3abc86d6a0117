"""Compare the methods: which of them suits a scene and its labels."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
)

from .parameters.report import ReportParameters
from .parameters.training import METHODS, TrainingSamplesAlgorithm

#: `auto` blends the others, so it is not compared with them.
COMPARED_METHODS = tuple(name for name in METHODS if name != "auto")


class CompareAlgorithm(ReportParameters, TrainingSamplesAlgorithm):
    """`geodiffnet:compare`."""

    RESULT_OUTPUTS: ClassVar = {
        "BEST_METHOD": "best_method",
        **TrainingSamplesAlgorithm.RESULT_OUTPUTS,
    }

    def name(self) -> str:
        return "compare"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Compare methods")

    def group(self) -> str:
        return self.tr("Accuracy")

    def groupId(self) -> str:  # noqa: N802
        return "accuracy"

    def tags(self) -> list[str]:
        words = self.tr(
            "hyperspectral,machine learning,benchmark,linear discriminant analysis,random forest,"
            "support vector machine,deep learning,diffusion,cross-validation,accuracy,"
            "model selection"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Tries every method on your examples and tells which one to take.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Tries every method on an image and the examples that you have drawn on it, and "
            "tells which one to take: accuracies with their intervals, class by class, and the "
            "maps next to each other.</p>"
            "<p>All methods learn from and are tested on the same parts of the examples; no "
            "polygon is used for training and testing at once. Where the examples cannot tell two "
            "methods apart, the simpler one is taken.</p>"
            "<p>Nothing is kept but the report: classify with the method it names.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_image()
        self.add_labels()
        self.add(
            QgsProcessingParameterEnum(
                "METHODS",
                self.tr("Methods"),
                options=list(COMPARED_METHODS),
                allowMultiple=True,
                defaultValue=list(COMPARED_METHODS),
                usesStaticStrings=True,
            ),
            self.tr(
                "Which methods to compare. geodiffnet-f combines the spectrum with spatial "
                "features from a diffusion model; geodiffnet uses these features only; geospecnet "
                "(neural network), lda (linear discriminant), rf (random forest) and svm (support "
                "vector machine) use the spectrum only."
            ),
        )
        self.add_backbone()
        self.add_seed(
            self.tr(
                "Where chance starts from. The same inputs with the same seed give the same "
                "figures; another seed shows how much of a difference is luck."
            )
        )
        self.add_compute_options()
        self.add_pixel_selection()
        self.add_bands()
        self.add_feature_options()
        self.add_report(
            self.tr(
                "A web page with all figures, each class's accuracy and the maps next to each "
                "other; the numbers go beside it as JSON."
            )
        )
        self.addOutput(QgsProcessingOutputString("BEST_METHOD", self.tr("The method to take")))
        self.add_accuracy_outputs()

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        chosen = self.parameterAsEnumStrings(parameters, "METHODS", context)
        job_settings = {"methods": ", ".join(chosen) or None}
        return job_settings | super().settings(parameters, context, feedback)
