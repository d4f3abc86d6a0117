"""The polygons in which a map is summarised, and the confidence of the map."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingFeedback,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterVectorLayer,
)

from ...bridge.errors import BridgeError
from ...bridge.rasters import file_of, gdal_source
from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup
from .values import ParameterValues


class ZonesParameter(ParameterGroup):
    """A layer of polygons in a file."""

    ZONES = "ZONES"

    def __init__(self) -> None:
        self._settings: dict[str, Any] = {}

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterVectorLayer(
                self.ZONES, tr("Polygons"), [Qgis.ProcessingSourceType.VectorPolygon]
            ),
            tr(
                "The polygons to summarise the map for, in any coordinate reference system. All "
                "features of the layer are used; edits must be saved."
            ),
        )

    def check(self, values: ParameterValues) -> None:
        if self.sources(values) == [""]:
            raise BridgeError(
                "zones.unreadable",
                tr("{} cannot be opened: {}").format(
                    values.title(self.ZONES), values.raw(self.ZONES)
                ),
                tr("Save the layer to a file, for example a GeoPackage."),
            )

    def sources(self, values: ParameterValues) -> list[str]:
        return [_source_of(values, self.ZONES)[0]]

    def prepare(self, values: ParameterValues) -> None:
        path, layer = _source_of(values, self.ZONES)
        self._settings = {"zones": path or None, "zones_layer": layer}

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return self._settings


class ConfidenceParameter(ParameterGroup):
    """The confidence of the map."""

    CONFIDENCE = "CONFIDENCE"

    def __init__(self) -> None:
        self._source: str | None = None

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterRasterLayer(self.CONFIDENCE, tr("Confidence"), optional=True),
            tr("The confidence that was written with the map, for its mean in each polygon."),
        )

    def sources(self, values: ParameterValues) -> list[str]:
        layer = values.raster(self.CONFIDENCE)
        return [file_of(gdal_source(layer))] if layer is not None else []

    def prepare(self, values: ParameterValues) -> None:
        layer = values.raster(self.CONFIDENCE)
        self._source = gdal_source(layer) if layer is not None else None

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"confidence": self._source}


def _source_of(values: ParameterValues, name: str) -> tuple[str, str | None]:
    """The file of a layer and the name of the layer in it; an empty text without a file."""
    layer = values.vector(name)
    if layer is None or layer.dataProvider() is None or layer.dataProvider().name() != "ogr":
        return "", None
    path, *options = str(layer.source()).split("|")
    names = [part.partition("=")[2] for part in options if part.startswith("layername=")]
    return path, names[0] if names else None
