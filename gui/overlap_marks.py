"""Marks overlaps of two classes in the map canvas, and zooms to them one after the other."""

from __future__ import annotations

from qgis.core import Qgis, QgsCsException, QgsGeometry
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QColor

from .overlaps import OverlapFinder
from .zoom import on_canvas, zoom_to

COLOUR = QColor("#e3001b")
CASING = QColor(255, 255, 255, 220)
FILL = QColor(227, 0, 27, 150)
#: More marks would only slow the map canvas down.
MAX_MARKS = 500


class OverlapMarks(QObject):
    """The marks of all overlaps; they lie above all layers."""

    def __init__(self, canvas: QgsMapCanvas, finder: OverlapFinder, parent: QObject | None = None):
        super().__init__(parent)
        self._canvas, self._finder = canvas, finder
        self._areas = _band(canvas, Qgis.GeometryType.Polygon)
        self._areas.setFillColor(FILL)
        self._areas.setBrushStyle(Qt.BrushStyle.BDiagPattern)
        self._points = _band(canvas, Qgis.GeometryType.Point)
        self._points.setIcon(QgsRubberBand.IconType.ICON_FULL_DIAMOND)
        self._points.setIconSize(9)
        self._next = 0
        finder.changed.connect(self.show)
        canvas.destinationCrsChanged.connect(self.show)

    def show(self) -> None:
        """Mark the overlaps."""
        areas, points = [], []
        for overlap in self._finder.overlaps[:MAX_MARKS]:
            try:
                geometry = on_canvas(self._canvas, overlap.geometry, self._finder.crs)
            except QgsCsException:
                continue
            if geometry.type() == Qgis.GeometryType.Polygon:
                areas.append(geometry)
            inside = geometry.pointOnSurface()
            box = geometry.boundingBox()
            points.append(box.center() if inside.isNull() else inside.asPoint())
        # A band that is changed once is also redrawn once.
        self._areas.reset(Qgis.GeometryType.Polygon)
        self._points.reset(Qgis.GeometryType.Point)
        if areas:
            self._areas.setToGeometry(QgsGeometry.collectGeometry(areas), None)
        if points:
            self._points.setToGeometry(QgsGeometry.fromMultiPointXY(points), None)
        self._next = 0

    def zoom_to_next(self) -> None:
        """Zoom to an overlap, another one each time."""
        overlaps = self._finder.overlaps
        if overlaps:
            overlap = overlaps[self._next % len(overlaps)]
            self._next += 1
            zoom_to(self._canvas, overlap.geometry, self._finder.crs)

    def remove(self) -> None:
        """Remove the marks for good."""
        self._canvas.destinationCrsChanged.disconnect(self.show)
        for band in (self._areas, self._points):
            self._canvas.scene().removeItem(band)


def _band(canvas: QgsMapCanvas, kind: Qgis.GeometryType) -> QgsRubberBand:
    band = QgsRubberBand(canvas, kind)
    band.setStrokeColor(COLOUR)
    band.setSecondaryStrokeColor(CASING)
    band.setWidth(2)
    return band
