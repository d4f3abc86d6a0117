"""The map tool that draws polygons: QGIS's own, so that snapping, undoing vertices and Esc work."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsVectorLayer
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvas, QgsMapToolDigitizeFeature
from qgis.PyQt.QtCore import pyqtSignal

from .translation import tr


class DrawTool(QgsMapToolDigitizeFeature):
    """Draws the outline; what becomes of it is decided by whoever listens."""

    drawn = pyqtSignal(QgsFeature)

    def __init__(self, canvas: QgsMapCanvas, cad: QgsAdvancedDigitizingDockWidget):
        super().__init__(canvas, cad, QgsMapToolDigitizeFeature.CaptureMode.CapturePolygon)
        self.setToolName(tr("Draw a training polygon"))
        self.digitizingCompleted.connect(self.drawn)

    def draw_in(self, layer: QgsVectorLayer) -> None:
        """Draw in this layer's coordinate system and by its snapping."""
        self.setLayer(layer)
