"""Reads the spectra around a pixel in the background; only the latest request counts."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.tasks import FunctionTask
from ...bridge.translation import tr
from ..cube import Cube
from .region_growing import SpectralWindow, read_window
from .scene_grid import SceneGrid


class WindowReader(QObject):
    """Keeps the window that was read last."""

    arrived = pyqtSignal()
    failed = pyqtSignal(object)  # BridgeError

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._grid: SceneGrid | None = None
        self._window: SpectralWindow | None = None
        self._requested: tuple[int, int] | None = None
        self._task: FunctionTask | None = None

    def open(self, grid: SceneGrid | None) -> None:
        """Read another scene."""
        self._grid, self._window, self._requested = grid, None, None

    def window_for(self, column: int, row: int) -> SpectralWindow | None:
        """The window around a pixel of the scene; None where it has to be read first."""
        if self._window is not None and self._window.contains(column, row):
            return self._window
        self._requested = (column, row)
        self._read()
        return None

    def _read(self) -> None:
        if self._grid is None or self._requested is None or self._task is not None:
            return
        (column, row), grid = self._requested, self._grid
        self._requested = None
        self._task = FunctionTask(
            tr("Reading spectra"),
            lambda task: read_window(Cube(grid.source), column, row),
            hidden=True,
        )
        self._task.done.connect(lambda window: self._take(grid, window))
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._ended)
        self._task.start()

    def _take(self, grid: SceneGrid, window: SpectralWindow) -> None:
        if grid is self._grid:
            self._window = window
            self.arrived.emit()

    def _ended(self) -> None:
        self._task = None
        self._read()
