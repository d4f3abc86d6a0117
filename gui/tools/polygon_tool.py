"""The map tools that digitize as QGIS does, with snapping, undo of vertices and Esc."""

from __future__ import annotations

from qgis.core import Qgis, QgsFeature, QgsVectorLayer
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvas, QgsMapToolDigitizeFeature
from qgis.PyQt.QtCore import pyqtSignal

from ...bridge.translation import tr


class PolygonTool(QgsMapToolDigitizeFeature):
    """Digitizes a polygon, or a line in layers of lines, and emits it as a signal."""

    drawn = pyqtSignal(QgsFeature)

    def __init__(
        self,
        canvas: QgsMapCanvas,
        cad: QgsAdvancedDigitizingDockWidget,
        geometry: Qgis.GeometryType = Qgis.GeometryType.Polygon,
    ):
        mode = QgsMapToolDigitizeFeature.CaptureMode
        is_line = geometry == Qgis.GeometryType.Line
        super().__init__(canvas, cad, mode.CaptureLine if is_line else mode.CapturePolygon)
        self.setToolName(tr("Draw a training polygon"))
        self.digitizingCompleted.connect(self.drawn)

    def draw_in(self, layer: QgsVectorLayer) -> None:
        """Draw in a layer's coordinate reference system, with its snapping settings."""
        self.setLayer(layer)
