"""Tools that draw while a button is pressed: scribble, brush, lasso and eraser."""

from __future__ import annotations

from qgis.core import Qgis, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import Qt

from .pixel_tool import PixelTool

#: Points nearer to each other than this are skipped, in pixels of the scene.
MIN_STEP = 0.1
#: Lines are simplified by at most this, in pixels.
SIMPLIFICATION = 0.05
#: Segments of a quarter of a circle.
ROUNDNESS = 6


class StrokeTool(PixelTool):
    """Collects the positions between pressing and releasing the left button.

    With Ctrl a stroke erases; with Shift it is a straight line.
    """

    always_erases = False

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self._points: list[QgsPointXY] = []
        self._modifiers = Qt.KeyboardModifier.NoModifier

    def geometry_of(self, points: list[QgsPointXY]) -> QgsGeometry:
        """What a stroke draws, in pixel coordinates; an empty geometry for nothing."""
        raise NotImplementedError

    def cursor_geometry(self, pixel: QgsPointXY) -> QgsGeometry:
        """What the tool would draw at a position, shown before a button is pressed."""
        return QgsGeometry()

    @property
    def erases(self) -> bool:
        """Whether the current stroke erases."""
        return self.always_erases or self._is_held(Qt.KeyboardModifier.ControlModifier)

    def cancel(self) -> None:
        self._points = []
        super().cancel()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton:
            self.cancel()
            return
        self._modifiers = event.modifiers()
        pixel = self.pixel_of(event)
        self._points = [pixel] if pixel is not None else []
        self._show_stroke()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        pixel = self.pixel_of(event)
        if pixel is None:
            return
        if self._points and not event.buttons() & Qt.MouseButton.LeftButton:
            self.cancel()  # the button was released while another window had the mouse
        if not self._points:
            self._modifiers = event.modifiers()
            self.show_geometry(self.cursor_geometry(pixel), self.erases)
        elif self._is_held(Qt.KeyboardModifier.ShiftModifier) and not self.always_erases:
            self._points[1:] = [pixel]
            self._show_stroke()
        elif pixel.distance(self._points[-1]) >= MIN_STEP:
            self._points.append(pixel)
            self._show_stroke()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if event.button() != Qt.MouseButton.LeftButton or not self._points:
            return
        geometry, erases = self.geometry_of(self._points), self.erases
        self.cancel()
        if geometry.isEmpty() or self.grid is None:
            return
        on_map = self.grid.on_map(geometry)
        if erases:
            only_current = self.always_erases and self._is_held(Qt.KeyboardModifier.ShiftModifier)
            self.erased.emit(on_map, only_current)
        else:
            self.drawn.emit(on_map)

    def _show_stroke(self) -> None:
        if self._points:
            self.show_geometry(self.geometry_of(self._points), self.erases)

    def _is_held(self, key: Qt.KeyboardModifier) -> bool:
        return bool(self._modifiers & key)


class ScribbleTool(StrokeTool):
    """A freehand line of a width; a line in layers of lines, otherwise its area."""

    SIZE = (1.0, 0.5, 50.0)

    def geometry_of(self, points: list[QgsPointXY]) -> QgsGeometry:
        if self.as_line and not self.erases:
            return _line(points) if len(points) > 1 else QgsGeometry()
        return _stroke(points, self.size / 2)

    def cursor_geometry(self, pixel: QgsPointXY) -> QgsGeometry:
        return _stroke([pixel], self.size / 2)


class BrushTool(StrokeTool):
    """Paints discs of a radius, which are united to one polygon."""

    SIZE = (3.0, 0.5, 100.0)

    def geometry_of(self, points: list[QgsPointXY]) -> QgsGeometry:
        return _stroke(points, self.size)

    def cursor_geometry(self, pixel: QgsPointXY) -> QgsGeometry:
        return _stroke([pixel], self.size)


class EraserTool(BrushTool):
    """Erases what lies under discs of a radius; with Shift only the current class."""

    always_erases = True


class LassoTool(StrokeTool):
    """A polygon with a freehand outline."""

    def geometry_of(self, points: list[QgsPointXY]) -> QgsGeometry:
        if len(points) < 3:
            return QgsGeometry()
        # An outline that crosses itself encloses several areas.
        polygon = QgsGeometry.fromPolygonXY([_line(points).asPolyline()]).makeValid()
        polygon.convertGeometryCollectionToSubclass(Qgis.GeometryType.Polygon)
        return polygon if polygon.area() > 0 else QgsGeometry()

    def _show_stroke(self) -> None:
        if len(self._points) > 1 and self.geometry_of(self._points).isEmpty():
            self.show_geometry(QgsGeometry.fromPolylineXY(self._points), self.erases)
        else:
            super()._show_stroke()


def _line(points: list[QgsPointXY]) -> QgsGeometry:
    return QgsGeometry.fromPolylineXY(points).simplify(SIMPLIFICATION)


def _stroke(points: list[QgsPointXY], radius: float) -> QgsGeometry:
    line = QgsGeometry.fromPointXY(points[0]) if len(points) == 1 else _line(points)
    return line.buffer(radius, ROUNDNESS)
