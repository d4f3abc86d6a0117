"""Reading shapes with a class that a person drew: labelled examples, reference data."""

from __future__ import annotations

import os
import re
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterField,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ...bridge.errors import BridgeError
from ...bridge.labels import ExportedLabels, export_labels


class VectorLayerParameters:
    """What an algorithm with parameters for shapes is made of besides `BackendAlgorithm`."""

    def add_class_field(self, layer: str, help_text: str, optional: bool = False) -> None:
        """Add the field that holds the class of the shapes in the parameter `layer`."""
        self.add(
            QgsProcessingParameterField(
                "CLASS_FIELD",
                self.tr("Field with the class"),
                defaultValue="class",
                parentLayerParameterName=layer,
                type=Qgis.ProcessingFieldParameterDataType.Any,
                optional=optional,
            ),
            help_text,
        )

    def check_vector_layer(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> list[str]:
        """The fields of a layer of shapes; BridgeError where it is none."""
        title = self.parameterDefinition(name).description()
        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise BridgeError(
                "labels.unreadable",
                self.tr("{} cannot be opened: {}").format(title, parameters.get(name)),
                self.tr("Check that the file exists and opens in QGIS as a vector layer."),
            )
        if source.wkbType() == Qgis.WkbType.NoGeometry:
            raise BridgeError(
                "labels.no_vector_layer",
                self.tr("{}: {} is a table without shapes.").format(title, source.sourceName()),
                self.tr("Choose a layer of polygons, points or lines drawn on the image."),
            )
        return source.fields().names()

    def check_class_field(
        self, parameters: dict[str, Any], layer: str, context: QgsProcessingContext
    ) -> None:
        """Raise BridgeError for shapes that cannot be read or lack the field with the class."""
        names = self.check_vector_layer(parameters, layer, context)
        field = self.parameterAsString(parameters, "CLASS_FIELD", context)
        if field not in names:
            raise BridgeError(
                "labels.field_missing",
                self.tr("{} have no field “{}”.").format(
                    self.parameterDefinition(layer).description(), field
                ),
                self.tr("Choose one of their fields: {}.").format(
                    ", ".join(names) or self.tr("there is none")
                ),
            )

    def vector_layer(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsVectorLayer | None:
        """The layer behind the shapes, be it as a whole or for its selected features only."""
        value = parameters.get(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source
        return self.parameterAsVectorLayer({name: value}, name, context)

    def vector_layer_file(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str:
        """The file the shapes are kept in; an empty text if there is none."""
        layer = self.vector_layer(parameters, name, context)
        return layer.source().partition("|")[0] if layer is not None else ""

    def write_vector_layer(
        self,
        parameters: dict[str, Any],
        name: str,
        field: str,
        fallback_crs: QgsCoordinateReferenceSystem,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> ExportedLabels:
        """Write the shapes, as the user sees them, to a file for the backend."""
        title = self.parameterDefinition(name).description()
        source = self.parameterAsSource(parameters, name, context)
        if not source.sourceCrs().isValid():
            feedback.pushWarning(
                self.tr("{} have no coordinate system; the image's is taken.").format(title)
            )
        # The report calls them by the name of the file.
        called = re.sub(r"[^\w -]+", "_", source.sourceName())[:60].strip() or "labels"
        target = os.path.abspath(QgsProcessingUtils.generateTempFilename(f"{called}.gpkg"))
        exported = export_labels(
            source, field, target, fallback_crs, context.transformContext(), feedback
        )
        if exported.count == 0:
            raise BridgeError(
                "labels.none",
                self.tr("{}: there are none.").format(title),
                self.tr(
                    "Draw some, or, where “selected features only” is ticked, select some or "
                    "untick it."
                ),
            )
        if exported.repaired:
            feedback.pushWarning(
                self.tr("{}: {} had crossing edges; repaired.").format(title, exported.repaired)
            )
        return exported
