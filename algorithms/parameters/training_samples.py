"""The labelled examples that algorithms learn from: drawn shapes, or a raster of codes."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterRasterLayer,
)

from ...bridge.errors import BridgeError
from ...bridge.labels import class_styles, raster_class_styles
from ...bridge.rasters import file_of, gdal_source
from .vector_layer import VectorLayerParameters


class TrainingSampleParameters(VectorLayerParameters):
    """What an algorithm with labels is made of besides `BackendAlgorithm`."""

    def add_labels(self) -> None:
        """Add the shapes with the field of their class, and the raster that may replace them."""
        self.add(
            QgsProcessingParameterFeatureSource(
                "LABELS",
                self.tr("Labelled examples"),
                [Qgis.ProcessingSourceType.VectorAnyGeometry],
                optional=True,
            ),
            self.tr(
                "Polygons, points or lines drawn on places whose class is known, in any coordinate "
                "system: at least two classes with three pixels each, better five to ten small "
                "polygons a class, spread over the scene. Selection, filters, joins and temporary "
                "layers count as you see them."
            ),
        )
        self.add_class_field(
            "LABELS",
            self.tr(
                "The field that says which class an example shows: a name or a whole number. "
                "Examples without a value are left out."
            ),
            optional=True,
        )
        self.add(
            QgsProcessingParameterRasterLayer(
                "LABEL_RASTER",
                self.tr("Raster of labels, instead of drawn examples"),
                optional=True,
            ),
            self.tr(
                "A raster whose first band holds a whole number for each class where the class is "
                "known, and 0 or no data elsewhere. Pixels of one class that touch count as one "
                "example. Names and colours come from its style or its file."
            ),
        )

    def check_labels(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise BridgeError unless there are labels of one kind, which can be read."""
        drawn, raster = (bool(parameters.get(name)) for name in ("LABELS", "LABEL_RASTER"))
        if drawn and raster:
            raise BridgeError(
                "labels.two_sources",
                self.tr("Both drawn examples and a raster of labels were given."),
                self.tr("Leave one of them empty."),
            )
        if raster:
            layer = self.parameterAsRasterLayer(parameters, "LABEL_RASTER", context)
            if layer is None or not layer.isValid():
                raise BridgeError(
                    "labels.unreadable",
                    self.tr("The raster of labels cannot be opened: {}").format(
                        parameters.get("LABEL_RASTER")
                    ),
                    self.tr("Check that the file exists and opens in QGIS as a raster layer."),
                )
            gdal_source(layer)
        elif drawn:
            self.check_class_field(parameters, "LABELS", context)
        else:
            raise BridgeError(
                "labels.missing",
                self.tr("There are no labels to learn from."),
                self.tr("Choose a layer of labelled examples, or a raster of labels."),
            )

    def label_source(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """The file the labels are kept in; an empty text if there is none."""
        layer = self.parameterAsRasterLayer(parameters, "LABEL_RASTER", context)
        if layer is not None:
            return file_of(gdal_source(layer))
        return self.vector_layer_file(parameters, "LABELS", context)

    def prepare_labels(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Ask layers for what may only be asked in the main thread."""
        raster = self.parameterAsRasterLayer(parameters, "LABEL_RASTER", context)
        self._label_raster = gdal_source(raster) if raster is not None else ""
        if raster is not None:
            self._styles = raster_class_styles(raster)
        else:
            field = self.parameterAsString(parameters, "CLASS_FIELD", context)
            self._styles = class_styles(self.vector_layer(parameters, "LABELS", context), field)

    def label_settings(
        self,
        parameters: dict[str, Any],
        fallback_crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """The job's settings for the labels; drawn ones are written to a file."""
        job_settings: dict[str, Any] = {"classes": self._styles or None}
        if self._label_raster:
            return job_settings | {"labels": self._label_raster}
        field = self.parameterAsString(parameters, "CLASS_FIELD", context)
        labels = self.write_vector_layer(
            parameters, "LABELS", field, fallback_crs, context, feedback
        )
        job_settings |= {"labels": labels.path, "labels_layer": labels.layer, "class_field": field}
        return job_settings
