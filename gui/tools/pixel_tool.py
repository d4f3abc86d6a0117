"""What the drawing tools share: pixel positions, a preview in the map, cancelling."""

from __future__ import annotations

from qgis.core import Qgis, QgsGeometry, QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QWheelEvent

from .scene_grid import SceneGrid

ERASER_COLOUR = "#ff3b30"
FILL_ALPHA = 90
#: Steps of a wheel are multiples of this.
WHEEL_STEP = 120


class PixelTool(QgsMapTool):
    """A map tool that works in the pixel coordinates of a scene."""

    drawn = pyqtSignal(object)  # QgsGeometry in the coordinate reference system of the scene
    erased = pyqtSignal(object, bool)  # the same; whether only the current class is meant
    failed = pyqtSignal(object)  # BridgeError
    size_changed = pyqtSignal(float)  # by the wheel

    #: The size that the wheel and the toolbar change: its first value, limits and unit.
    SIZE: tuple[float, float, float] | None = None
    has_angle = False

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self.grid: SceneGrid | None = None
        self.size = self.SIZE[0] if self.SIZE else 0.0
        #: Strokes are stored as lines instead of areas.
        self.as_line = False
        self._colour = QColor(ERASER_COLOUR)
        self._band = _rubber_band(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def set_grid(self, grid: SceneGrid | None) -> None:
        """Draw in the grid of a scene."""
        self.cancel()
        self.grid = grid

    def set_colour(self, colour: str) -> None:
        """Show previews in the colour of a class."""
        self._colour = QColor(colour)

    def set_size(self, size: float) -> None:
        """Change the size of the tool, within its limits."""
        if self.SIZE is None:
            return
        _, low, high = self.SIZE
        size = min(max(size, low), high)
        if size != self.size:
            self.size = size
            self.size_changed.emit(size)

    def cancel(self) -> None:
        """Discard what is being drawn."""
        self._band.reset(Qgis.GeometryType.Polygon)

    def remove(self) -> None:
        """Remove the preview from the map canvas for good."""
        self.cancel()
        self.canvas().scene().removeItem(self._band)

    def activate(self) -> None:
        super().activate()
        # While a button is pressed, the canvas passes keys only to this signal.
        self.canvas().keyPressed.connect(self._key_pressed)

    def deactivate(self) -> None:
        self.canvas().keyPressed.disconnect(self._key_pressed)
        self.cancel()
        super().deactivate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        self._key_pressed(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Change the size; an event that is ignored zooms the map."""
        delta = event.angleDelta()
        steps = (delta.y() or delta.x()) / WHEEL_STEP
        if self.changes_size_by(event.modifiers()) and steps:
            self.turn_wheel(steps)
            event.accept()
        else:
            event.ignore()

    def changes_size_by(self, modifiers: Qt.KeyboardModifier) -> bool:
        """Whether the wheel changes the size while these keys are held."""
        return self.SIZE is not None and bool(modifiers & Qt.KeyboardModifier.ShiftModifier)

    def turn_wheel(self, steps: float) -> None:
        """Change the size by steps of the wheel."""
        self.set_size(self.size + steps)

    def pixel_of(self, event: QgsMapMouseEvent) -> QgsPointXY | None:
        """The position of an event in pixels of the scene."""
        if self.grid is None:
            return None
        # Not the snapped location: pixels are meant.
        return self.grid.pixel_at(
            event.originalMapPoint(), self.canvas().mapSettings().destinationCrs()
        )

    def show_geometry(self, geometry: QgsGeometry, erases: bool = False) -> None:
        """Show a geometry of pixel coordinates in the map."""
        if self.grid is None or geometry.isEmpty():
            self._band.reset(Qgis.GeometryType.Polygon)
            return
        colour = QColor(ERASER_COLOUR) if erases else QColor(self._colour)
        self._band.setStrokeColor(QColor(colour))
        is_area = geometry.type() == Qgis.GeometryType.Polygon
        self._band.setWidth(2 if is_area else 3)
        colour.setAlpha(FILL_ALPHA)
        self._band.setFillColor(colour)
        self._band.setToGeometry(self.grid.on_map(geometry), self.grid.crs)

    def _key_pressed(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()


def _rubber_band(canvas: QgsMapCanvas) -> QgsRubberBand:
    band = QgsRubberBand(canvas, Qgis.GeometryType.Polygon)
    band.setSecondaryStrokeColor(QColor(255, 255, 255, 220))
    return band
