"""Summarise a class map per polygon: shares of the classes and mean confidence."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingOutputNumber,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterVectorDestination,
)

from ..bridge.translation import tr
from .backend_algorithm import BackendAlgorithm
from .parameters.reference import ClassRasterParameter
from .parameters.scene import ExternalReferencesParameter
from .parameters.zones import ConfidenceParameter, ZonesParameter


class ZonalAlgorithm(BackendAlgorithm):
    """`geodiffnet:zonal`."""

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    TABLE = "TABLE"
    ZONES_COUNT = "ZONES_COUNT"

    RESULT_OUTPUTS: ClassVar = {ZONES_COUNT: "zones"}

    def name(self) -> str:
        return "zonal"

    def displayName(self) -> str:  # noqa: N802
        return tr("Summarise a class map per polygon")

    def group(self) -> str:
        return tr("Classification")

    def groupId(self) -> str:  # noqa: N802
        return "classification"

    def tags(self) -> list[str]:
        return tr(
            "zonal statistics,parcels,stands,histogram,class shares,majority,confidence"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Computes class shares and mean confidence of a map for each polygon of a layer.")

    def description_html(self) -> str:
        return tr(
            "<p>Summarises a class map for each polygon of a layer, such as parcels or forest "
            "stands: the number of pixels whose centre is inside, the most frequent class, the "
            "share of each class in percent and the mean confidence.</p>"
            "<p>The result is the layer with these fields in addition to its own. Polygons may "
            "overlap; one without a pixel centre gets the pixel that it lies in.</p>"
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
            ),
            ZonesParameter(),
            ConfidenceParameter(),
            ExternalReferencesParameter(),
        )
        self.add(
            QgsProcessingParameterVectorDestination(self.OUTPUT, tr("Polygons with class shares")),
            tr(
                "A GeoPackage of the polygons with their fields, the number of pixels, the most "
                "frequent class and the share of each class."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.TABLE,
                tr("Table of class shares"),
                fileFilter=tr("CSV files (*.csv)"),
                optional=True,
                createByDefault=False,
            ),
            tr("The same values as a CSV file, with the number of each feature."),
        )
        self.addOutput(QgsProcessingOutputNumber(self.ZONES_COUNT, tr("Number of polygons")))
