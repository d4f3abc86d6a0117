"""Reads the spectrum under the cursor in a thread of its own; only the latest request counts."""

from __future__ import annotations

from qgis.PyQt.QtCore import QMutex, QMutexLocker, QObject, QThread, pyqtSignal

from ..bridge.errors import BridgeError
from .arrays import FloatArray
from .cube import Cube

#: Time to wait for a running read when the panel is removed.
STOP_MILLISECONDS = 3000


class CursorSpectrum(QObject):
    """Requests spectra at locations; the results are signals, without outdated ones."""

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
        """Open a scene; an empty text closes the current one."""
        self._reader.set_request(source, None)
        self._requested.emit()

    def schedule_read(self, x: float, y: float) -> None:
        """Request the spectrum at a location in the scene's coordinate reference system."""
        self._reader.set_request(None, (x, y))
        self._requested.emit()

    def stop(self) -> None:
        """End the thread."""
        self._reader.set_request("", None)
        self._thread.quit()
        self._thread.wait(STOP_MILLISECONDS)


class _Reader(QObject):
    """The object in the thread."""

    opened = pyqtSignal(list)
    spectrum_read = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self._lock = QMutex()
        self._source: str | None = None
        self._location: tuple[float, float] | None = None
        self._cube: Cube | None = None

    def set_request(self, source: str | None, location: tuple[float, float] | None) -> None:
        """Store a request; called from the main thread."""
        locker = QMutexLocker(self._lock)
        if source is not None:
            self._source = source
        self._location = location
        locker.unlock()

    def read(self) -> None:
        """Handle the latest request."""
        locker = QMutexLocker(self._lock)
        source, location = self._source, self._location
        self._source = self._location = None
        locker.unlock()
        if source is not None:
            self._open(source)
        if location is not None:
            self.spectrum_read.emit(self._spectrum_at(location))

    def _spectrum_at(self, location: tuple[float, float]) -> FloatArray | None:
        try:
            return self._cube.spectrum_at(*location) if self._cube else None
        except BridgeError:  # reported when the scene is used for a job
            return None

    def _open(self, source: str) -> None:
        self._cube = None
        if source:
            try:
                self._cube = Cube(source)
            except BridgeError:  # reported when the scene is used for a job
                self._cube = None
        self.opened.emit(self._cube.bands if self._cube else [])
        self.spectrum_read.emit(None)
