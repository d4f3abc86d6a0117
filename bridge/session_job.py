"""A job of the session: what its owner connects to, and cancels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..backend.common import protocol

if TYPE_CHECKING:
    from .session import BackendSession


LIVE_PREFIX = "live_"


class SessionJob(QObject):
    """One job in the session; exactly one of `result`, `failed` and `cancelled` ends it."""

    update = pyqtSignal(object)  # session_protocol.Update: outputs that are complete already
    progress = pyqtSignal(object)  # protocol.Progress
    log = pyqtSignal(object)  # protocol.Log
    result = pyqtSignal(object)  # protocol.Result
    failed = pyqtSignal(object)  # BridgeError
    cancelled = pyqtSignal()
    ended = pyqtSignal()  # after any of these three

    def __init__(self, session: BackendSession, number: int, job: protocol.Job):
        super().__init__()
        self._session = session
        self.number = number
        self.job = job
        self.is_cancelled = False

    @property
    def is_live(self) -> bool:
        """Whether it is a job of the live map, which no user waits for."""
        return self.job.name.startswith(LIVE_PREFIX)

    def cancel(self) -> None:
        """Cancel the job, whether it is running, queued or not sent yet."""
        self._session.cancel(self)
