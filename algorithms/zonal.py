"""Zonal summary: class shares and mean confidence of a map in the polygons of a layer."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    Qgis,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorDestination,
)

from ..bridge.errors import BridgeError
from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .parameters.reference import ClassRasterParameter
from .parameters.scene import ExternalReferencesParameter
from .parameters.values import ParameterValues
from .parameters.vector_layer import check_vector_layer, vector_layer_file


class ZonalAlgorithm(BackendAlgorithm):
    """`geodiffnet:zonal`."""

    GROUP = groups.CLASSIFICATION

    INPUT = "INPUT"
    ZONES = "ZONES"
    CONFIDENCE = "CONFIDENCE"
    OUTPUT = "OUTPUT"
    TABLE = "TABLE"
    ZONE_COUNT = "ZONE_COUNT"
    ZONES_WITH_PIXELS = "ZONES_WITH_PIXELS"

    RESULT_OUTPUTS: ClassVar = {ZONE_COUNT: "zones", ZONES_WITH_PIXELS: "zones_with_pixels"}

    def name(self) -> str:
        return "zonal"

    def displayName(self) -> str:  # noqa: N802
        return tr("Summarise a class map per polygon")

    def tags(self) -> list[str]:
        return tr(
            "zonal statistics,zonal histogram,class shares,proportions,parcels,stands,land cover,"
            "majority,confidence"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Computes the class shares of a map in the polygons of a layer.")

    def description_html(self) -> str:
        return tr(
            "<p>Computes for each polygon of a layer, such as parcels or stands, the number of "
            "pixels, the most frequent class, the share of each class in percent and, where the "
            "confidence of the map is given, its mean.</p>"
            "<p>A pixel belongs to the polygons that contain its centre; polygons may overlap, and "
            "one without any pixel centre gets the pixel that it lies in. Shares of pixels are not "
            "areas corrected for errors of the map: <i>Assess a class map</i> estimates those.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_groups(
            ClassRasterParameter(
                self.INPUT,
                "map",
                tr("Class map"),
                tr("The map to summarise: a raster file whose first band holds class codes."),
                optional=False,
            )
        )
        self.add(
            QgsProcessingParameterFeatureSource(
                self.ZONES, tr("Zones"), [Qgis.ProcessingSourceType.VectorPolygon]
            ),
            tr(
                "The polygons, in any coordinate reference system. Selections, filters and "
                "temporary layers are respected."
            ),
        )
        self.add_groups(
            ClassRasterParameter(
                self.CONFIDENCE,
                "confidence",
                tr("Confidence"),
                tr("The confidence of the map, for its mean in each polygon."),
            ),
            ExternalReferencesParameter(),
        )
        self.add(
            QgsProcessingParameterVectorDestination(
                self.OUTPUT,
                tr("Zones with class shares"),
                Qgis.ProcessingSourceType.VectorPolygon,
                optional=True,
            ),
            tr("A GeoPackage of the polygons with their own fields and the computed ones."),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.TABLE,
                tr("Table"),
                fileFilter=tr("Tables (*.csv)"),
                optional=True,
                createByDefault=False,
            ),
            tr("A table (.csv) of the computed fields, with the number of each polygon."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ZONE_COUNT, tr("Number of zones")))
        self.addOutput(
            QgsProcessingOutputNumber(self.ZONES_WITH_PIXELS, tr("Zones with classified pixels"))
        )

    def check(self, values: ParameterValues) -> None:
        super().check(values)
        check_vector_layer(values, self.ZONES)
        if not values.is_set(self.OUTPUT) and not values.is_set(self.TABLE):
            raise BridgeError(
                "zones.nothing_to_do",
                tr("Neither a layer nor a table to write was chosen."),
                tr("Choose a file for the layer, for the table, or for both."),
            )

    def sources(self, values: ParameterValues) -> list[str]:
        return [*super().sources(values), vector_layer_file(values, self.ZONES)]

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        settings = super().settings(values, feedback)
        settings.pop("confidence_classes", None)
        path, layer = values.vector_file(self.ZONES, feedback)
        return {**settings, "zones": path, "zones_layer": layer or None}
