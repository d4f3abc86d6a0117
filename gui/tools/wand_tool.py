"""The magic wand: selects the connected pixels that are similar to the one under the cursor."""

from __future__ import annotations

from qgis.gui import QgsMapCanvas, QgsMapMouseEvent
from qgis.PyQt.QtCore import Qt, QTimer

from ...bridge.errors import BridgeError
from ...bridge.translation import tr
from .pixel_tool import PixelTool
from .point_tool import outside_scene
from .region_growing import outline, similar_region
from .scene_grid import SceneGrid
from .window_reader import WindowReader

#: The region is shown when the cursor has rested for this time.
REST_MILLISECONDS = 120
WHEEL_FACTOR = 1.12


class WandTool(PixelTool):
    """Shows the region of the pixel under the cursor, and labels it at a click.

    The wheel changes the tolerance. With Ctrl a click erases the region.
    """

    SIZE = (3.0, 0.5, 45.0)
    has_angle = True

    def __init__(self, canvas: QgsMapCanvas):
        super().__init__(canvas)
        self._pixel: tuple[int, int] | None = None
        self._erases = False
        #: The button was released before the spectra were read.
        self._is_pending = False
        self._reader = WindowReader(self)
        self._reader.arrived.connect(self._grow)
        self._reader.failed.connect(self._reading_failed)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MILLISECONDS)
        self._rest.timeout.connect(self._grow)

    def set_grid(self, grid: SceneGrid | None) -> None:
        super().set_grid(grid)
        self._reader.open(grid)

    def set_size(self, size: float) -> None:
        before = self.size
        super().set_size(size)
        if self.size != before and self._pixel is not None:
            self._grow()

    def changes_size_by(self, modifiers: Qt.KeyboardModifier) -> bool:
        # With Ctrl the map is zoomed, as usual.
        return not modifiers & Qt.KeyboardModifier.ControlModifier

    def turn_wheel(self, steps: float) -> None:
        self.set_size(self.size * WHEEL_FACTOR**steps)

    def cancel(self) -> None:
        self._pixel, self._is_pending = None, False
        super().cancel()

    def deactivate(self) -> None:
        self._rest.stop()
        super().deactivate()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if self._is_pending:  # what was clicked is labelled first
            return
        self._point_to(event)
        if not event.buttons() & Qt.MouseButton.LeftButton:
            self._rest.start()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        self._rest.stop()
        if event.button() != Qt.MouseButton.LeftButton:
            self.cancel()
            return
        self._point_to(event)
        if self._pixel is None:
            self.failed.emit(outside_scene())
            return
        self._grow()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self._pixel is not None:
            self._is_pending = True
            self._grow()

    def _point_to(self, event: QgsMapMouseEvent) -> None:
        pixel = self.pixel_of(event)
        self._erases = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if pixel is None or self.grid is None or not self.grid.contains(pixel):
            self.cancel()
        else:
            self._pixel = (int(pixel.x()), int(pixel.y()))

    def _grow(self) -> None:
        """Show the region of the current pixel, and label it after a click."""
        if self._pixel is None or self.grid is None:
            return
        window = self._reader.window_for(*self._pixel)
        if window is None:  # called again when it is read
            return
        mask = similar_region(window, *self._pixel, self.size)
        region = outline(mask, window.column, window.row)
        self.show_geometry(region, self._erases)
        if not self._is_pending:
            return
        on_map, erases = self.grid.on_map(region), self._erases
        self.cancel()
        if region.isEmpty():
            self.failed.emit(
                BridgeError(
                    "scene.empty",
                    tr("This pixel has no data."),
                    tr("Click a pixel of the scene with data."),
                )
            )
        elif erases:
            self.erased.emit(on_map, False)
        else:
            self.drawn.emit(on_map)

    def _reading_failed(self, error: BridgeError) -> None:
        is_wanted = self._is_pending
        self.cancel()
        if is_wanted:
            self.failed.emit(error)
