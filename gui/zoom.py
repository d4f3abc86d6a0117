"""Zooms the map canvas to geometries in any coordinate reference system."""

from __future__ import annotations

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas

#: How much wider than a geometry the map is.
CONTEXT_FACTOR = 8.0


def on_canvas(
    canvas: QgsMapCanvas, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem
) -> QgsGeometry:
    """A geometry in the coordinate reference system of the map; raises QgsCsException."""
    copy = QgsGeometry(geometry)
    target = canvas.mapSettings().destinationCrs()
    copy.transform(QgsCoordinateTransform(crs, target, QgsProject.instance()))
    return copy


def zoom_to(
    canvas: QgsMapCanvas,
    geometry: QgsGeometry,
    crs: QgsCoordinateReferenceSystem,
    factor: float = CONTEXT_FACTOR,
) -> None:
    """Zoom to a geometry with its context; a location outside the map's system is ignored."""
    try:
        box = on_canvas(canvas, geometry, crs).boundingBox()
    except QgsCsException:
        return
    if not box.isFinite():
        return
    side = max(box.width(), box.height()) * factor
    if side > 0:
        canvas.setExtent(QgsRectangle.fromCenterAndSize(box.center(), side, side))
    else:  # a point
        canvas.setCenter(box.center())
    canvas.refresh()
