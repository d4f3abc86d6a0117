"""Suggest where to label next: places that would teach a model most."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
)

from ..bridge.styling import LocationsStyle
from .parameters.model import ModelAlgorithm
from .parameters.vector_layer import VectorLayerParameters

GEOMETRY_TYPES = ("polygon", "point")


class SuggestAlgorithm(VectorLayerParameters, ModelAlgorithm):
    """`geodiffnet:suggest`."""

    LAYER_STYLES: ClassVar = {"OUTPUT": LocationsStyle}
    RESULT_OUTPUTS: ClassVar = {"PLACES": "places"}

    def name(self) -> str:
        return "suggest"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Suggest where to label next")

    def group(self) -> str:
        return self.tr("Labelling")

    def groupId(self) -> str:  # noqa: N802
        return "labelling"

    def tags(self) -> list[str]:
        words = self.tr(
            "hyperspectral,active learning,training,examples,sampling,uncertainty,novelty"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Finds the places whose class would teach a model most.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Finds places in a scene whose class would teach a model most: where it wavers "
            "between classes, what looks unlike anything it has learnt from, and never many of the "
            "same kind.</p>"
            "<p>The result is a layer to be filled in: look at each place, write its class into "
            "the field, correct or enlarge the shape, and delete what you cannot tell. Then add "
            "the places to your examples and classify again.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_model()
        self.add_image()
        self.add(
            QgsProcessingParameterFeatureSource(
                "LABELS",
                self.tr("Labelled examples"),
                [Qgis.ProcessingSourceType.VectorAnyGeometry],
                optional=True,
            ),
            self.tr(
                "The examples that the model has learnt from. With them, places that look like one "
                "of them come last, and none lies on one."
            ),
        )
        self.add_class_field(
            "LABELS",
            self.tr(
                "The field of the examples that holds their class. The suggested places get an "
                "empty field of that name."
            ),
            optional=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "COUNT",
                self.tr("Number of places"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=20,
                minValue=1,
                maxValue=10_000,
            ),
            self.tr("How many places to suggest; the most telling one has the number 1."),
        )
        self.add(
            QgsProcessingParameterEnum(
                "SHAPE",
                self.tr("Shape of the places"),
                options=list(GEOMETRY_TYPES),
                defaultValue=GEOMETRY_TYPES[0],
                usesStaticStrings=True,
            ),
            self.tr("polygon: the outline of the pixel, ready to be enlarged; point: its middle."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "SPACING",
                self.tr("Distance between places (pixels)"),
                type=Qgis.ProcessingNumberParameterType.Double,
                optional=True,
                minValue=0,
            ),
            self.tr(
                "Within this distance a second place is hardly worth the way. Left empty it is "
                "chosen by the size of the scene and the number of places."
            ),
            advanced=True,
        )
        self.add_seed(
            self.tr("Where chance starts from: the same inputs with the same seed, same places.")
        )
        self.add_model_backbone()
        self.add_compute_options()
        self.add_bands()
        self.add(
            QgsProcessingParameterVectorDestination("OUTPUT", self.tr("Suggested places")),
            self.tr(
                "A GeoPackage of the places: their number, an empty field for the class, the two "
                "likeliest classes, the confidence in percent and why the place was chosen."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber("PLACES", self.tr("Number of suggested places")))

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        super().check(parameters, context)
        if parameters.get("LABELS"):
            self.check_class_field(parameters, "LABELS", context)

    def sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        labels = self.vector_layer_file(parameters, "LABELS", context)
        return [*super().sources(parameters, context), labels]

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        field = self.parameterAsString(parameters, "CLASS_FIELD", context)
        job_settings: dict[str, Any] = {
            "class_field": field or None,
            "count": self.parameterAsInt(parameters, "COUNT", context),
            "shape": self.parameterAsEnumString(parameters, "SHAPE", context),
            "seed": self.parameterAsInt(parameters, "SEED", context),
        }
        if parameters.get("LABELS"):
            labels = self.write_vector_layer(
                parameters, "LABELS", field, self._crs, context, feedback
            )
            job_settings["labels"] = labels.path
        if parameters.get("SPACING") is not None:
            job_settings["spacing"] = self.parameterAsDouble(parameters, "SPACING", context)
        return job_settings | super().settings(parameters, context, feedback)
