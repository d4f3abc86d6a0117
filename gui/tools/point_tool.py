"""The tool that labels single pixels."""

from __future__ import annotations

from qgis.core import QgsGeometry
from qgis.gui import QgsMapMouseEvent
from qgis.PyQt.QtCore import Qt

from ...bridge.errors import BridgeError
from ...bridge.translation import tr
from .pixel_tool import PixelTool


class PointTool(PixelTool):
    """Labels the pixel under the cursor at a click; with Ctrl it erases there."""

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        self.show_geometry(self._outline(event), _erases(event))

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            self.cancel()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton or self.grid is None:
            return
        outline = self._outline(event)
        if outline.isEmpty():
            self.failed.emit(outside_scene())
        elif _erases(event):
            self.erased.emit(self.grid.on_map(outline), False)
        else:
            self.drawn.emit(self.grid.on_map(outline))

    def _outline(self, event: QgsMapMouseEvent) -> QgsGeometry:
        pixel = self.pixel_of(event)
        if pixel is None or self.grid is None or not self.grid.contains(pixel):
            return QgsGeometry()
        return self.grid.pixel_outline(pixel)


def outside_scene() -> BridgeError:
    """A click outside of the scene."""
    return BridgeError(
        "scene.outside",
        tr("This location lies outside the scene."),
        tr("Click a pixel of the scene."),
    )


def _erases(event: QgsMapMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
