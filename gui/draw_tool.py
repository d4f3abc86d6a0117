"""The map tool that draws polygons: that of QGIS, with snapping, undo of vertices and Esc."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvas, QgsMapToolDigitizeFeature
from qgis.PyQt.QtCore import pyqtSignal

from ..bridge.translation import tr


class DrawTool(QgsMapToolDigitizeFeature):
    """Digitizes a polygon and emits it as a signal."""

    drawn = pyqtSignal(QgsFeature)

    def __init__(self, canvas: QgsMapCanvas, cad: QgsAdvancedDigitizingDockWidget):
        super().__init__(canvas, cad, QgsMapToolDigitizeFeature.CaptureMode.CapturePolygon)
        self.setToolName(tr("Draw a training polygon"))
        self.digitizingCompleted.connect(self.drawn)

    def draw_in(self, layer: QgsVectorLayer) -> None:
        """Draw in a layer's coordinate reference system, with its snapping settings."""
        self.setLayer(layer)
