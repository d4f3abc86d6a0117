"""Geometries in the type and coordinate reference system of a layer."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from .errors import BridgeError
from .translation import tr

#: Parts of a cut polygon below this fraction of its area are rounding errors.
MIN_PART = 1e-9


def transform(
    source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsCoordinateTransform:
    """The transformation that the project prefers; none where a system is unknown."""
    return QgsCoordinateTransform(source, target, QgsProject.instance())


def transformed(
    geometry: QgsGeometry,
    source: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
) -> QgsGeometry | None:
    """A geometry in another system; None where it lies outside the area of that system."""
    copy = QgsGeometry(geometry)
    try:
        failed = copy.transform(transform(source, target)) != Qgis.GeometryOperationResult.Success
    except QgsCsException:
        return None
    return None if failed or not copy.boundingBox().isFinite() else copy


def outside_error() -> BridgeError:
    """A location that has no coordinates in the system of the layer."""
    return BridgeError(
        "training.outside",
        tr("This location lies outside the coordinate reference system of the training layer."),
        tr("Use a training layer in the coordinate reference system of the scene."),
    )


def as_layer_type(geometry: QgsGeometry, layer: QgsVectorLayer) -> list[QgsGeometry]:
    """A geometry as one or several geometries of the type of a layer.

    An area becomes a point inside it in a layer of points, and a short line in a layer of lines.
    """
    wanted = layer.geometryType()
    if geometry.type() == Qgis.GeometryType.Polygon and wanted == Qgis.GeometryType.Point:
        geometry = geometry.pointOnSurface()
    elif geometry.type() == Qgis.GeometryType.Polygon and wanted == Qgis.GeometryType.Line:
        geometry = _line_inside(geometry)
    elif geometry.type() != wanted:
        raise BridgeError(
            "training.geometry_type",
            tr("The layer {} holds another type of geometry.").format(layer.name()),
            tr("Choose a training layer of polygons."),
        )
    return [part for part in geometry.coerceToType(layer.wkbType()) if not part.isEmpty()]


def without(geometry: QgsGeometry, eraser: QgsGeometry) -> QgsGeometry | None:
    """What an eraser leaves of a geometry; None where it is left as it is."""
    if not geometry.intersects(eraser):
        return None
    remaining = geometry.difference(eraser)
    if remaining.lastError():  # GEOS rejects invalid geometries
        remaining = geometry.makeValid().difference(eraser)
    if remaining.lastError():
        raise BridgeError(
            "training.not_erased",
            tr("A geometry cannot be cut because it is invalid."),
            tr("Repair the layer with “Fix geometries”, or delete this feature."),
        )
    if geometry.type() == Qgis.GeometryType.Polygon:
        area = geometry.area()
        if remaining.area() == area:
            return None  # they only touch
        parts = [
            part
            for part in remaining.asGeometryCollection()
            if part.type() == Qgis.GeometryType.Polygon and part.area() > MIN_PART * area
        ]
        return QgsGeometry.collectGeometry(parts) if parts else QgsGeometry()
    return remaining


def is_single(layer: QgsVectorLayer) -> bool:
    """Whether a layer holds single-part geometries."""
    return not QgsWkbTypes.isMultiType(layer.wkbType())


def _line_inside(polygon: QgsGeometry) -> QgsGeometry:
    middle = polygon.pointOnSurface().asPoint()
    quarter = polygon.boundingBox().width() / 4
    line = QgsGeometry.fromPolylineXY(
        [
            QgsPointXY(middle.x() - quarter, middle.y()),
            QgsPointXY(middle.x() + quarter, middle.y()),
        ]
    )
    return line.intersection(polygon)
