"""Handing over the labels as the user sees them: selection, filter, joins, names and colours.

The backend reads files only; a layer may be in memory, in a database, filtered or joined. So the
features go into a GeoPackage with the class field alone. Which pixels they label is not decided
here.
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
from qgis.PyQt.QtCore import QCoreApplication

from .errors import BridgeError
from .styling import class_entries

LAYER_NAME = "labels"
#: Names that no class field has, since the GeoPackage's own "fid" or "geom" might be one.
GEOPACKAGE_COLUMNS = ("FID=geodiffnet_feature", "GEOMETRY_NAME=geodiffnet_shape")


#: Files that were written here and not removed yet.
_exported_files: set[str] = set()


@dataclass(frozen=True)
class ExportedLabels:
    """A file with the labels and what was done on the way."""

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
    """Write the features of a source, one after another, into a GeoPackage."""
    _exported_files.add(target)
    position = source.fields().lookupField(class_field)
    fields = QgsFields()
    fields.append(QgsField(source.fields().at(position)))
    crs = source.sourceCrs() if source.sourceCrs().isValid() else fallback_crs
    # Repair may leave several parts of one polygon; points are told apart from other shapes.
    points = Qgis.GeometryType.Point == QgsWkbTypes.geometryType(source.wkbType())
    kind = source.wkbType() if points else Qgis.WkbType.Unknown
    writer = _open_writer(target, fields, kind, crs, transform_context)
    request = QgsFeatureRequest().setSubsetOfAttributes([position])
    # A selection comes in any order, and the order in which they are learnt changes the map.
    request.addOrderBy("$id")
    # QGIS would stop at the first invalid polygon; one drawn in haste can be repaired instead.
    skip_validity_checks = Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks
    written = repaired = 0
    for feature in source.getFeatures(request, skip_validity_checks):
        if feedback.isCanceled():
            break
        geometry = feature.geometry()
        if geometry.isEmpty():
            continue
        shape = _without_curves(geometry)
        if not shape.isGeosValid():
            shape = _repaired(shape)
            repaired += 1
        copy = QgsFeature(fields)
        copy.setGeometry(shape)
        copy.setAttributes([feature.attribute(position)])
        if not writer.addFeature(copy, QgsFeatureSink.Flag.FastInsert):
            raise _write_error(target, writer.errorMessage())
        written += 1
    if not writer.flushBuffer():
        raise _write_error(target, writer.errorMessage())
    del writer  # closes the file
    return ExportedLabels(target, LAYER_NAME, written, repaired)


def remove_exported_labels(settings: Mapping[str, Any]) -> None:
    """Remove the labels that a job was handed, with the folder that QGIS made for them.

    QGIS itself removes them at its end only, which in a long session may be many jobs later.
    """
    for value in settings.values():
        for file in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(file, str) and file in _exported_files:
                _exported_files.discard(file)
                Path(file).unlink(missing_ok=True)
                with contextlib.suppress(OSError):  # something else is there
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


def _without_curves(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry with its curves drawn by short lines, since other libraries refuse them."""
    shape = geometry.constGet()
    return QgsGeometry(shape.segmentize()) if shape.hasCurvedSegments() else geometry


def _repaired(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry without crossing edges; what cannot be repaired stays as it is."""
    valid = geometry.makeValid()
    if valid.isEmpty():
        return geometry
    # A repaired polygon may come with the lines it degenerated to; only its area counts.
    valid.convertGeometryCollectionToSubclass(geometry.type())
    return geometry if valid.isEmpty() else valid


def class_styles(layer: QgsVectorLayer | None, class_field: str) -> list[dict[str, Any]]:
    """Names and colours of the classes where the layer is drawn by categories of that field."""
    renderer = layer.renderer() if layer is not None else None
    if not isinstance(renderer, QgsCategorizedSymbolRenderer):
        return []
    if renderer.classAttribute().strip('"') != class_field:
        return []
    field = layer.fields().at(layer.fields().lookupField(class_field))
    styles = []
    for category in renderer.categories():
        value = category.value()
        # One category may stand for several values; the one for "all others" has none.
        for single in value if isinstance(value, (list, tuple)) else [value]:
            plain = _plain_value(single, field)
            if plain is not None and category.symbol() is not None:
                name = category.label().strip() or str(plain)
                colour = category.symbol().color().name()
                styles.append({"value": plain, "name": name, "colour": colour})
    return styles


def raster_class_styles(layer: QgsRasterLayer, lowest: int = 1) -> list[dict[str, Any]]:
    """Names and colours of a raster's codes: as it is drawn, else as its file has them."""
    drawn = _renderer_classes(layer.renderer())
    return [
        {
            "value": int(entry.value),
            # QGIS calls a colour without a name by its number.
            "name": "" if entry.label == f"{entry.value:g}" else entry.label.strip(),
            "colour": entry.color.name(),
        }
        for entry in (class_entries(layer) if drawn is None else drawn)
        if float(entry.value).is_integer() and entry.value >= lowest
    ]


def _renderer_classes(renderer: QgsRasterRenderer | None) -> list[Any] | None:
    """The codes that a renderer draws one by one; None where it draws otherwise."""
    if isinstance(renderer, QgsPalettedRasterRenderer) and renderer.inputBand() == 1:
        return renderer.classes()
    if isinstance(renderer, QgsSingleBandPseudoColorRenderer) and renderer.inputBand() == 1:
        ramp = renderer.shader().rasterShaderFunction() if renderer.shader() else None
        exact = Qgis.ShaderInterpolationMethod.Exact
        if isinstance(ramp, QgsColorRampShader) and ramp.colorRampType() == exact:
            return ramp.colorRampItemList()
    return None


def _plain_value(value: Any, field: QgsField) -> int | float | str | None:
    """A category's value as the field holds it; None for no value."""
    if value is None or value == NULL or value == "":
        return None
    if not field.isNumeric():
        return str(value)
    if isinstance(value, int):  # as a decimal, a large one would be its neighbour
        return int(value)
    try:
        number = float(value)
    except (TypeError, ValueError):
        return None
    return int(number) if number.is_integer() else number


def _write_error(target: str, reason: str) -> BridgeError:
    return BridgeError(
        "labels.not_exported",
        _tr("The labels could not be written to {}: {}").format(target, reason),
        _tr("Check that the disk of the temporary folder has space left."),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
