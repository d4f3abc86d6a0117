"""Suggest where to label next: locations whose class would improve a model most."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    Qgis,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterNumber,
    QgsProcessingParameterVectorDestination,
)

from ..backend.common.choices import DEFAULT_SUGGESTION_COUNT, SUGGESTION_GEOMETRIES
from ..bridge.styling import LocationsStyle
from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .choices import choice_parameter
from .parameters.known_samples import KnownSamplesParameter
from .parameters.model import ModelBackboneParameter, ModelParameter
from .parameters.quality_mask import QualityMaskParameters
from .parameters.scene import (
    BandParameters,
    DeviceParameters,
    ExternalReferencesParameter,
    ImageParameter,
)
from .parameters.seed import SeedParameter
from .parameters.values import ParameterValues


class SuggestAlgorithm(BackendAlgorithm):
    """`geodiffnet:suggest`."""

    GROUP = groups.LABELLING

    COUNT = "COUNT"
    SHAPE = "SHAPE"
    SPACING = "SPACING"
    OUTPUT = "OUTPUT"
    PLACES = "PLACES"

    LAYER_STYLES: ClassVar = {OUTPUT: LocationsStyle}
    RESULT_OUTPUTS: ClassVar = {PLACES: "places"}

    def name(self) -> str:
        return "suggest"

    def displayName(self) -> str:  # noqa: N802
        return tr("Suggest where to label next")

    def tags(self) -> list[str]:
        return tr(
            "hyperspectral,active learning,training samples,sampling,uncertainty,novelty"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Finds the locations whose class would improve a model most (active learning).")

    def description_html(self) -> str:
        return tr(
            "<p>Active learning: finds locations in a scene whose class would improve a model "
            "most. They have a low confidence or are unlike any training sample, and are not too "
            "similar to each other.</p>"
            "<p>The result is a layer to complete: check each location in the image, enter its "
            "class in the class field, correct or enlarge the polygon, and delete the locations "
            "whose class you cannot identify. Then add the rest to your training samples and "
            "classify again.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        image = ImageParameter()
        self.add_groups(ModelParameter(), image, KnownSamplesParameter(image))
        self._add_suggestion_parameters()
        self.add_groups(
            BandParameters(),
            QualityMaskParameters(),
            ModelBackboneParameter(),
            SeedParameter(tr("The same input data with the same seed give the same locations.")),
            DeviceParameters(),
            ExternalReferencesParameter(),
        )
        self.add(
            QgsProcessingParameterVectorDestination(self.OUTPUT, tr("Suggested locations")),
            tr(
                "A GeoPackage of the locations with their number, an empty class field, the two "
                "most probable classes, the confidence in percent and the reason for the "
                "suggestion."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(self.PLACES, tr("Number of suggested locations")))

    def _add_suggestion_parameters(self) -> None:
        self.add(
            QgsProcessingParameterNumber(
                self.COUNT,
                tr("Number of suggestions"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=DEFAULT_SUGGESTION_COUNT,
                minValue=1,
                maxValue=10_000,
            ),
            tr("How many locations to suggest; number 1 has the highest priority."),
        )
        titles = {"polygon": tr("Polygon (pixel outline)"), "point": tr("Point (pixel centre)")}
        self.add(
            choice_parameter(
                self.SHAPE,
                tr("Geometry type"),
                {geometry: titles[geometry] for geometry in SUGGESTION_GEOMETRIES},
            ),
            tr("A polygon with the outline of the pixel, which can be enlarged, or a point."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                self.SPACING,
                tr("Minimum distance (pixels)"),
                type=Qgis.ProcessingNumberParameterType.Double,
                optional=True,
                minValue=0,
            ),
            tr(
                "Another location within this distance gets a much lower priority. If empty, it "
                "depends on the size of the scene and the number of suggestions."
            ),
            advanced=True,
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        settings: dict[str, Any] = {
            **super().settings(values, feedback),
            "count": values.integer(self.COUNT),
            "shape": values.choice(self.SHAPE),
        }
        if values.is_set(self.SPACING):
            settings["spacing"] = values.number(self.SPACING)
        return settings
