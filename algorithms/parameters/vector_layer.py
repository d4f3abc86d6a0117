"""Helpers for vector layers with a class field: training samples and reference data."""

from __future__ import annotations

import os
import re

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingUtils,
)

from ...bridge.errors import BridgeError
from ...bridge.labels import ExportedLabels, export_labels
from ...bridge.translation import tr
from ..widgets import set_widget
from .values import ParameterValues

CLASS_FIELD = "CLASS_FIELD"


def vector_parameter(
    name: str, title: str, is_marked_optional: bool = True
) -> QgsProcessingParameterFeatureSource:
    """A parameter for polygons, points or lines, or annotations, which may be left empty."""
    parameter = QgsProcessingParameterFeatureSource(
        name, title, [Qgis.ProcessingSourceType.VectorAnyGeometry], optional=True
    )
    set_widget(parameter, with_annotations=True, is_marked_optional=is_marked_optional)
    return parameter


def class_field_parameter(layer_parameter: str) -> QgsProcessingParameterField:
    """The field that holds the class in the layer of another parameter; guessed by default."""
    parameter = QgsProcessingParameterField(
        CLASS_FIELD,
        tr("Class field"),
        parentLayerParameterName=layer_parameter,
        type=Qgis.ProcessingFieldParameterDataType.Any,
        optional=True,
    )
    set_widget(parameter, class_field_of=layer_parameter, is_marked_optional=False)
    return parameter


def check_vector_layer(values: ParameterValues, name: str) -> list[str]:
    """The fields of a vector layer; BridgeError where it cannot be read or has no geometry."""
    source = values.feature_source(name)
    if source is None:
        raise BridgeError(
            "labels.unreadable",
            tr("{} cannot be opened: {}").format(values.title(name), values.raw(name)),
            tr("Check that the file exists and opens in QGIS as a vector layer."),
        )
    if source.wkbType() == Qgis.WkbType.NoGeometry:
        raise BridgeError(
            "labels.no_vector_layer",
            tr("{}: {} is a table without geometries.").format(
                values.title(name), source.sourceName()
            ),
            tr("Choose a layer of polygons, points or lines."),
        )
    return list(source.fields().names())


def check_field(title: str, field: str, names: list[str]) -> None:
    """Raise BridgeError for a field that a layer does not have."""
    if field not in names:
        raise BridgeError(
            "labels.field_missing",
            tr("{}: there is no field “{}”.").format(title, field),
            tr("Choose one of these fields: {}.").format(", ".join(names) or tr("none")),
        )


def vector_layer_file(values: ParameterValues, name: str) -> str:
    """The file of a vector layer; an empty text if there is none."""
    layer = values.vector(name)
    return str(layer.source()).partition("|")[0] if layer is not None else ""


def label_file(name: str) -> str:
    """A temporary file for labels; reports name the labels by it."""
    file_name = re.sub(r"[^\w -]+", "_", name)[:60].strip() or "labels"
    return os.path.abspath(QgsProcessingUtils.generateTempFilename(f"{file_name}.gpkg"))


def write_vector_layer(
    values: ParameterValues,
    name: str,
    field: str,
    fallback_crs: QgsCoordinateReferenceSystem,
    feedback: QgsProcessingFeedback,
) -> ExportedLabels:
    """Write the features, as the user sees them, to a file for the backend."""
    title = values.title(name)
    source = values.feature_source(name)
    if source is None:
        raise BridgeError(
            "labels.unreadable",
            tr("{} cannot be opened: {}").format(title, values.raw(name)),
            tr("Check that the file exists and opens in QGIS as a vector layer."),
        )
    if not source.sourceCrs().isValid():
        feedback.pushWarning(
            tr("{}: no coordinate reference system; that of the image is assumed.").format(title)
        )
    transforms = values.context.transformContext()
    target = label_file(source.sourceName())
    exported = export_labels(source, field, target, fallback_crs, transforms, feedback)
    if exported.count == 0:
        raise BridgeError(
            "labels.none",
            tr("{}: the layer contains no features.").format(title),
            tr(
                "Draw some features. If “Selected features only” is checked, select some or "
                "uncheck it."
            ),
        )
    if exported.repaired:
        feedback.pushWarning(
            tr("{}: {} invalid geometries were repaired.").format(title, exported.repaired)
        )
    return exported
