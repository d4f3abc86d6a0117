"""Exports labels as the user sees them: selection, filter, joins, class names and colours.

Labels are features of a layer or annotations.

The backend reads files only; a layer may be in memory, in a database, filtered or joined. So its
features are written to a GeoPackage with the class field. Which pixels they label is decided in the
backend.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    NULL,
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsColorRampShader,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPalettedRasterRenderer,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRasterRenderer,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..backend.common.choices import DEFAULT_CLASS_FIELD
from .annotations import Annotations
from .errors import BridgeError
from .styling import class_entries
from .translation import tr

LAYER_NAME = "labels"
#: Column names that no class field has; GDAL's own "fid" and "geom" might be one.
GEOPACKAGE_COLUMNS = ("FID=geodiffnet_feature", "GEOMETRY_NAME=geodiffnet_shape")

#: Files that were exported and not removed yet.
_exported_files: set[str] = set()


@dataclass(frozen=True)
class ExportedLabels:
    """A file of exported labels, with the numbers of features and of repaired geometries."""

    path: str
    layer: str
    count: int
    repaired: int


def export_labels(
    source: QgsProcessingFeatureSource,
    class_field: str,
    target: str,
    fallback_crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
    feedback: QgsProcessingFeedback,
) -> ExportedLabels:
    """Write the features of a source to a GeoPackage."""
    _exported_files.add(target)
    position = source.fields().lookupField(class_field)
    fields = QgsFields()
    fields.append(QgsField(source.fields().at(position)))
    crs = source.sourceCrs() if source.sourceCrs().isValid() else fallback_crs
    # A repaired polygon may have several parts; a layer of points keeps its geometry type.
    points = Qgis.GeometryType.Point == QgsWkbTypes.geometryType(source.wkbType())
    kind = source.wkbType() if points else Qgis.WkbType.Unknown
    writer = _open_writer(target, fields, kind, crs, transform_context)
    request = QgsFeatureRequest().setSubsetOfAttributes([position])
    # A selection has no defined order, and the order of the training samples affects the map.
    request.addOrderBy("$id")
    # QGIS would stop at the first invalid polygon; it is repaired instead.
    skip_validity_checks = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
    written = repaired = 0
    for feature in source.getFeatures(request, skip_validity_checks):
        if feedback.isCanceled():
            break
        geometry = feature.geometry()
        if geometry.isEmpty():
            continue
        repaired += _write(writer, fields, geometry, feature.attribute(position), target)
        written += 1
    return _finished(writer, target, written, repaired)


def export_annotations(
    annotations: Annotations, target: str, transform_context: QgsCoordinateTransformContext
) -> ExportedLabels:
    """Write the labels in annotation layers to a GeoPackage, with the class field by default."""
    _exported_files.add(target)
    fields = QgsFields()
    fields.append(QgsField(DEFAULT_CLASS_FIELD, QMetaType.Type.QString))
    kind = Qgis.WkbType.Unknown
    writer = _open_writer(target, fields, kind, annotations.crs, transform_context)
    labelled = annotations.labelled
    repaired = sum(
        _write(writer, fields, label.geometry, label.class_name, target) for label in labelled
    )
    return _finished(writer, target, len(labelled), repaired)


def annotation_styles(annotations: Annotations) -> list[dict[str, Any]]:
    """Names and colours of the classes in annotation layers."""
    colours: dict[str, str] = {}
    for label in annotations.labelled:
        if label.colour:
            colours.setdefault(label.class_name, label.colour)
    if len(set(colours.values())) < len(colours):  # they were drawn in the colour of QGIS
        return []
    return [{"value": name, "name": name, "colour": colour} for name, colour in colours.items()]


def _write(
    writer: QgsVectorFileWriter, fields: QgsFields, geometry: QgsGeometry, value: Any, target: str
) -> bool:
    """Write a geometry with its class; whether it had to be repaired."""
    valid, is_repaired = valid_geometry(geometry)
    copy = QgsFeature(fields)
    copy.setGeometry(valid)
    copy.setAttributes([value])
    if not writer.addFeature(copy, QgsFeatureSink.Flag.FastInsert):
        raise _write_error(target, writer.errorMessage())
    return is_repaired


def _finished(
    writer: QgsVectorFileWriter, target: str, written: int, repaired: int
) -> ExportedLabels:
    """The file of a writer, which is closed when its caller returns."""
    if not writer.flushBuffer():
        raise _write_error(target, writer.errorMessage())
    return ExportedLabels(target, LAYER_NAME, written, repaired)


def remove_exported_labels(settings: Mapping[str, Any]) -> None:
    """Remove the labels that were exported for a job, with the folder that QGIS made for them.

    QGIS itself removes them only when it is closed.
    """
    for value in settings.values():
        for file in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(file, str) and file in _exported_files:
                _exported_files.discard(file)
                Path(file).unlink(missing_ok=True)
                with contextlib.suppress(OSError):  # it contains other files
                    Path(file).parent.rmdir()


def _open_writer(
    target: str,
    fields: QgsFields,
    kind: Qgis.WkbType,
    crs: QgsCoordinateReferenceSystem,
    transform_context: QgsCoordinateTransformContext,
) -> QgsVectorFileWriter:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = LAYER_NAME
    options.layerOptions = list(GEOPACKAGE_COLUMNS)
    writer = QgsVectorFileWriter.create(target, fields, kind, crs, transform_context, options)
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise _write_error(target, writer.errorMessage())
    return writer


def valid_geometry(geometry: QgsGeometry) -> tuple[QgsGeometry, bool]:
    """A valid geometry without curves, as it is exported, and whether it had to be repaired."""
    segmentized = _without_curves(geometry)
    if segmentized.isGeosValid():
        return segmentized, False
    return _repaired(segmentized), True


def _without_curves(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry with curves replaced by line segments, since other libraries reject them."""
    abstract = geometry.constGet()
    return QgsGeometry(abstract.segmentize()) if abstract.hasCurvedSegments() else geometry


def _repaired(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry made valid; unchanged if that is not possible."""
    valid = geometry.makeValid()
    if valid.isEmpty():
        return geometry
    # Lines that parts of a polygon degenerated to are dropped.
    valid.convertGeometryCollectionToSubclass(geometry.type())
    return geometry if valid.isEmpty() else valid


def class_styles(layer: QgsVectorLayer | None, class_field: str) -> list[dict[str, Any]]:
    """Names and colours of the classes of a layer that is styled by categories of that field."""
    if layer is None:
        return []
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return []
    if renderer.classAttribute().strip('"') != class_field:
        return []
    field = layer.fields().at(layer.fields().lookupField(class_field))
    styles = []
    for category in renderer.categories():
        value = category.value()
        # One category may hold several values; the one for "all other values" has none.
        for single in value if isinstance(value, (list, tuple)) else [value]:
            plain = _plain_value(single, field)
            if plain is not None and category.symbol() is not None:
                name = category.label().strip() or str(plain)
                colour = category.symbol().color().name()
                styles.append({"value": plain, "name": name, "colour": colour})
    return styles


def raster_class_styles(layer: QgsRasterLayer, lowest: int = 1) -> list[dict[str, Any]]:
    """Names and colours of a raster's codes, from the layer's style or else from the file."""
    drawn = _renderer_classes(layer.renderer())
    return [
        {
            "value": int(entry.value),
            # QGIS uses the number as the label of a colour without a name.
            "name": "" if entry.label == f"{entry.value:g}" else entry.label.strip(),
            "colour": entry.color.name(),
        }
        for entry in (class_entries(layer) if drawn is None else drawn)
        if float(entry.value).is_integer() and entry.value >= lowest
    ]


def _renderer_classes(renderer: QgsRasterRenderer | None) -> list[Any] | None:
    """The codes of a paletted renderer or an exact colour ramp; None for other renderers."""
    if isinstance(renderer, QgsPalettedRasterRenderer) and renderer.inputBand() == 1:
        return renderer.classes()
    if isinstance(renderer, QgsSingleBandPseudoColorRenderer) and renderer.inputBand() == 1:
        ramp = renderer.shader().rasterShaderFunction() if renderer.shader() else None
        exact = Qgis.ShaderInterpolationMethod.Exact
        if isinstance(ramp, QgsColorRampShader) and ramp.colorRampType() == exact:
            return ramp.colorRampItemList()
    return None


def _plain_value(value: Any, field: QgsField) -> int | float | str | None:
    """A category's value in the type of the field; None for no value."""
    if value is None or value == NULL or value == "":
        return None
    if not field.isNumeric():
        return str(value)
    if isinstance(value, int):  # a float would round a large one
        return int(value)
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return int(number) if number.is_integer() else number


def _write_error(target: str, reason: str) -> BridgeError:
    return BridgeError(
        "labels.not_exported",
        tr("The labels could not be written to {}: {}").format(target, reason),
        tr("Check that there is free disk space for temporary files."),
    )
