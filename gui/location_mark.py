"""Shows a location in the map canvas for some seconds."""

from __future__ import annotations

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsGeometry
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtGui import QColor

from .zoom import zoom_to

COLOUR, CASING = QColor("#ffd900"), QColor(0, 0, 0, 200)
SHOWN_MILLISECONDS = 4000


class LocationMark(QObject):
    """An outline around a polygon, since there may be others beside it."""

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None):
        super().__init__(parent)
        self._canvas = canvas
        self._band = QgsRubberBand(canvas, Qgis.GeometryType.Polygon)
        self._band.setStrokeColor(COLOUR)
        self._band.setSecondaryStrokeColor(CASING)
        self._band.setFillColor(QColor(0, 0, 0, 0))
        self._band.setWidth(3)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MILLISECONDS)
        self._timer.timeout.connect(self.hide)

    def show(self, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Zoom to a geometry and outline it."""
        zoom_to(self._canvas, geometry, crs)
        self._band.setToGeometry(geometry, crs)
        self._timer.start()

    def hide(self) -> None:
        """Remove the outline."""
        self._band.reset(Qgis.GeometryType.Polygon)

    def remove(self) -> None:
        """Remove the mark for good."""
        self._timer.stop()
        self._canvas.scene().removeItem(self._band)
