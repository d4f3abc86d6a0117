"""Reads the spectrum under the cursor in a thread of its own, always the latest one wanted."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import QMutex, QMutexLocker, QObject, QThread, pyqtSignal

from ..bridge.errors import BridgeError
from .cube import Cube

#: How long to wait for a read that is under way when the panel goes.
STOP_MILLISECONDS = 3000


class CursorSpectrum(QObject):
    """Ask for places; the answers come as signals, and those that are out of date not at all."""

    bands = pyqtSignal(list)  # of the scene that was opened: list of CubeBand
    spectrum = pyqtSignal(object)  # values of all bands, or None
    _requested = pyqtSignal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._thread = QThread(self)
        self._reader = _Reader()
        self._reader.moveToThread(self._thread)
        self._requested.connect(self._reader.read)
        self._reader.opened.connect(self.bands)
        self._reader.spectrum_read.connect(self.spectrum)
        self._thread.start(QThread.Priority.LowPriority)

    def open(self, source: str) -> None:
        """Read from this scene from now on; an empty text stands for none."""
        self._reader.set_request(source, None)
        self._requested.emit()

    def schedule_read(self, x: float, y: float) -> None:
        """Read the spectrum at a place in the scene's coordinate system."""
        self._reader.set_request(None, (x, y))
        self._requested.emit()

    def stop(self) -> None:
        """End the thread."""
        self._reader.set_request("", None)
        self._thread.quit()
        self._thread.wait(STOP_MILLISECONDS)


class _Reader(QObject):
    """Lives in the thread."""

    opened = pyqtSignal(list)
    spectrum_read = pyqtSignal(object)

    def __init__(self):
        super().__init__()
        self._lock = QMutex()
        self._source: str | None = None
        self._location: tuple[float, float] | None = None
        self._cube: Cube | None = None

    def set_request(self, source: str | None, location: tuple[float, float] | None) -> None:
        """Note what is wanted; called from the main thread."""
        locker = QMutexLocker(self._lock)
        if source is not None:
            self._source = source
        self._location = location
        locker.unlock()

    def read(self) -> None:
        """Read what is wanted now; what was wanted before is forgotten."""
        locker = QMutexLocker(self._lock)
        source, location = self._source, self._location
        self._source = self._location = None
        locker.unlock()
        if source is not None:
            self._open(source)
        if location is not None:
            self.spectrum_read.emit(self._spectrum_at(location))

    def _spectrum_at(self, location: tuple[float, float]) -> np.ndarray | None:
        try:
            return self._cube.spectrum_at(*location) if self._cube else None
        except BridgeError:  # whoever uses the scene in earnest will be told
            return None

    def _open(self, source: str) -> None:
        self._cube = None
        if source:
            try:
                self._cube = Cube(source)
            except BridgeError:  # whoever uses the scene in earnest will be told
                self._cube = None
        self.opened.emit(self._cube.bands if self._cube else [])
        self.spectrum_read.emit(None)
