"""Assess a class map with reference data, or draw the sample of points for that."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterVectorDestination,
)

from ..bridge.errors import BridgeError
from ..bridge.styling import LocationsStyle
from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .parameters.reference import (
    ClassRasterParameter,
    ExcludedSamplesParameter,
    ReferenceParameters,
)
from .parameters.reports import ReportOutput
from .parameters.sampling import DesignParameter, SampleParameters
from .parameters.scene import ExternalReferencesParameter
from .parameters.seed import SeedParameter
from .parameters.values import ParameterValues


class AssessAlgorithm(BackendAlgorithm):
    """`geodiffnet:assess`."""

    GROUP = groups.ACCURACY

    INPUT = "INPUT"
    REFERENCE = ReferenceParameters.REFERENCE
    REFERENCE_MAP = ReferenceParameters.REFERENCE_MAP
    STRATA = "STRATA"
    DRAW_SAMPLE = "DRAW_SAMPLE"
    OVERALL_ACCURACY = "OVERALL_ACCURACY"
    AVERAGE_ACCURACY = "AVERAGE_ACCURACY"
    KAPPA = "KAPPA"
    SAMPLES = "SAMPLES"

    LAYER_STYLES: ClassVar = {DRAW_SAMPLE: LocationsStyle}
    RESULT_OUTPUTS: ClassVar = {
        OVERALL_ACCURACY: "overall_accuracy",
        AVERAGE_ACCURACY: "average_accuracy",
        KAPPA: "kappa",
        SAMPLES: "samples",
    }

    def name(self) -> str:
        return "assess"

    def displayName(self) -> str:  # noqa: N802
        return tr("Assess a class map")

    def tags(self) -> list[str]:
        return tr(
            "accuracy,validation,confusion matrix,error matrix,area estimation,reference,"
            "ground truth,kappa,F1,stratified sample"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Estimates the accuracy of a class map and the area of its classes.")

    def description_html(self) -> str:
        return tr(
            "<p>Compares a class map, from this plugin or any other source, with reference data: "
            "overall accuracy, producer's and user's accuracy of each class, the confusion matrix "
            "and, where the reference data are a random sample, the area of each class with its "
            "confidence interval.</p>"
            "<p>Reference data must not have been used for training. If you give the training "
            "samples, reference data inside them are reported separately.</p>"
            "<p>If there are no reference data yet, draw a reference sample: identify the class of "
            "each point in the image, not in the map, enter it in the class field, and use the "
            "layer as reference data.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        class_map = ClassRasterParameter(
            self.INPUT,
            "map",
            tr("Class map"),
            tr("The map to assess: a raster file whose first band holds class codes."),
            optional=False,
        )
        self._reference = ReferenceParameters(class_map)
        self.add_groups(
            class_map,
            self._reference,
            ClassRasterParameter(
                self.REFERENCE_MAP,
                "reference",
                tr("Reference map (alternative)"),
                tr(
                    "A raster of class codes to use instead of reference data. It must be on the "
                    "grid of the map; 0 and no data are ignored."
                ),
            ),
            ExcludedSamplesParameter(class_map),
            DesignParameter(),
            ClassRasterParameter(
                self.STRATA,
                "strata",
                tr("Strata"),
                tr(
                    "The raster whose classes are the strata of the sample, where that is not the "
                    "map itself, for example an older map."
                ),
                advanced=True,
            ),
            SampleParameters(),
            SeedParameter(
                tr("The same seed gives the same sample; another seed gives another one.")
            ),
            ExternalReferencesParameter(),
            ReportOutput(
                tr(
                    "A web page with all accuracies and their confidence intervals, the confusion "
                    "matrix and the areas. The numbers are also written to a JSON file of the same "
                    "name. Reference data are required."
                ),
                optional=True,
            ),
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                self.DRAW_SAMPLE, tr("Reference sample"), optional=True, createByDefault=False
            ),
            tr(
                "A GeoPackage of points drawn at random from each class of the map, with an empty "
                "field for the class that you identify there."
            ),
        )
        for name, title in (
            (self.OVERALL_ACCURACY, tr("Overall accuracy")),
            (self.AVERAGE_ACCURACY, tr("Average accuracy")),
            (self.KAPPA, tr("Kappa")),
            (self.SAMPLES, tr("Number of reference pixels")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def check(self, values: ParameterValues) -> None:
        super().check(values)
        if not (self._reference.is_given(values) or values.is_set(self.DRAW_SAMPLE)):
            raise BridgeError(
                "assess.nothing_to_do",
                tr("There are no reference data, and no reference sample is to be drawn."),
                tr("Choose reference data, or a file for the reference sample."),
            )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        settings = super().settings(values, feedback)
        if "reference" not in settings:
            # The dialog asks for a report by default.
            feedback.pushInfo(tr("No report is written, since there are no reference data."))
            settings["report"] = None
        return settings
