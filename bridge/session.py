"""The session: one worker process for a QGIS window, which runs job after job.

Its imports, models and features stay in memory between jobs. It lives in the main thread and
is driven by signals; nothing here waits for the process, except at the end of QGIS.
"""

from __future__ import annotations

import math
import time

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ..backend.common import protocol
from ..backend.common.session_protocol import (
    JobCancelled,
    SessionEvent,
    Update,
    encode_cancel,
    encode_request,
)
from .errors import BridgeError
from .runtime import find_runtime
from .session_job import SessionJob
from .session_process import LOG, SessionProcess
from .translation import tr
from .worker_exit import remove_partial_files

#: Time without jobs after which the worker process ends.
IDLE_SECONDS = 15 * 60
#: Time that a cancelled job which the user has started has to end before its process is killed.
CANCEL_SECONDS = 2.0
#: The same for jobs of the live map: nobody waits for their end, and a new process starts slowly.
#: The worker itself gives up after ten seconds.
LIVE_CANCEL_SECONDS = 12.0
WATCH_MILLISECONDS = 250
#: Time that the worker has to clean up when QGIS ends.
END_SECONDS = 2.0


class BackendSession(QObject):
    """Runs jobs one after another; the process is started by the first job, or before it."""

    started = pyqtSignal()  # the process is ready
    stopped = pyqtSignal()  # the process has ended
    submitted = pyqtSignal(object)  # SessionJob
    became_idle = pyqtSignal()  # no job is open any longer

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._process: SessionProcess | None = None
        self._jobs: dict[int, SessionJob] = {}  # open ones, in the order of their submission
        self._sent: set[int] = set()
        self._last_number = 0
        self._is_quitting = False
        self._cancelled_at: dict[int, float] = {}
        self._idle_timer = QTimer(self)
        self._idle_timer.setSingleShot(True)
        self._idle_timer.setInterval(IDLE_SECONDS * 1000)
        self._idle_timer.timeout.connect(self._end_idle)
        self._watch_timer = QTimer(self)
        self._watch_timer.setInterval(WATCH_MILLISECONDS)
        self._watch_timer.timeout.connect(self._watch_cancelled)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._quit)

    @property
    def is_running(self) -> bool:
        """Whether there is a worker process."""
        return self._process is not None

    @property
    def is_ready(self) -> bool:
        """Whether the worker process has started completely."""
        return self._process is not None and self._process.is_ready

    @property
    def process_number(self) -> int:
        """The number of the worker process; 0 if there is none."""
        return self._process.number if self._process is not None else 0

    @property
    def open_jobs(self) -> list[SessionJob]:
        """The jobs that have not ended, in their order."""
        return list(self._jobs.values())

    def start(self) -> None:
        """Start the worker process before the first job; a failure is reported by that job."""
        if self._process is None:
            try:
                self._start_process()
            except (BridgeError, OSError):
                return
            self._idle_timer.start()

    def submit(self, job: protocol.Job) -> SessionJob:
        """Run a job after those that are open; its signals come from the event loop."""
        self._last_number += 1
        handle = SessionJob(self, self._last_number, job)
        self._jobs[handle.number] = handle
        self._idle_timer.stop()
        QTimer.singleShot(0, self._send_jobs)
        self.submitted.emit(handle)
        return handle

    def cancel(self, handle: SessionJob) -> None:
        """Cancel a job; it ends with the signal `cancelled` unless it has just ended."""
        if handle.number not in self._jobs or handle.is_cancelled:
            return
        handle.is_cancelled = True
        if handle.number not in self._sent or self._process is None:
            self._end_job(handle, handle.cancelled)
            return
        self._process.send(encode_cancel(handle.number))
        self._cancelled_at[handle.number] = time.monotonic()
        self._watch_timer.start()

    def end(self) -> None:
        """End the worker process, as when QGIS ends; open jobs are cancelled."""
        process, self._process = self._process, None
        if process is not None:
            process.ended.disconnect()
            process.received.disconnect()
            process.ready.disconnect()
            process.end(END_SECONDS)
            self._clean_up(process)
            process.deleteLater()
        for handle in self.open_jobs:
            handle.is_cancelled = True
            self._end_job(handle, handle.cancelled)
        self._idle_timer.stop()
        self._watch_timer.stop()
        if process is not None:
            self.stopped.emit()

    def _quit(self) -> None:
        """End with QGIS; what follows from the end of jobs starts no process any more."""
        self._is_quitting = True
        self.end()

    def _start_process(self) -> None:
        process = SessionProcess(find_runtime(), self)
        process.ready.connect(self._process_ready)
        process.received.connect(self._receive)
        process.ended.connect(self._process_ended)
        self._process = process
        process.start()

    def _send_jobs(self) -> None:
        """Send the jobs that were not sent yet, after starting the process if necessary."""
        if not self._jobs or self._is_quitting:
            return
        try:
            if self._process is None:
                self._start_process()
            elif not self._sent and self._process.runtime != find_runtime():
                self._process.close()  # another environment was set up or chosen
        except BridgeError as error:
            self._fail_jobs(error)
        except OSError as error:
            self._fail_jobs(_log_error(error))
        if self._process is None or not self._process.is_ready:
            return
        for handle in self.open_jobs:
            if handle.number in self._sent:
                continue
            request = encode_request(handle.number, handle.job)
            if len(request) >= protocol.MAX_JOB_BYTES:
                self._end_job(handle, handle.failed, _size_error())
                continue
            self._sent.add(handle.number)
            self._process.send(request)

    def _process_ready(self) -> None:
        self.started.emit()
        self._send_jobs()

    def _receive(self, number: int, event: SessionEvent) -> None:
        handle = self._jobs.get(number)
        if handle is None:
            return  # the event was on its way when the job ended
        if isinstance(event, protocol.Progress):
            handle.progress.emit(event)
        elif isinstance(event, protocol.Log):
            level = Qgis.MessageLevel.Warning if event.level == "warning" else None
            QgsMessageLog.logMessage(tr(event.message), LOG, level or Qgis.MessageLevel.Info, False)
            handle.log.emit(event)
        elif isinstance(event, Update):
            handle.update.emit(event)
        elif isinstance(event, protocol.Result):
            self._end_job(handle, handle.result, event)
        elif isinstance(event, JobCancelled):
            self._end_job(handle, handle.cancelled)
        elif isinstance(event, protocol.Failure):
            error = BridgeError(event.code, tr(event.message), tr(event.hint))
            self._end_job(handle, handle.failed, error)

    def _end_job(self, handle: SessionJob, signal: pyqtSignal, *arguments: object) -> None:
        self._jobs.pop(handle.number, None)
        self._sent.discard(handle.number)
        self._cancelled_at.pop(handle.number, None)
        # The time of a cancelled job counts from its turn.
        self._cancelled_at = dict.fromkeys(self._cancelled_at, time.monotonic())
        signal.emit(*arguments)
        handle.ended.emit()
        if not self._jobs:
            if self._process is not None:
                self._idle_timer.start()
            self.became_idle.emit()

    def _process_ended(self, error: BridgeError) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        self._clean_up(process)
        process.deleteLater()
        sent = [handle for handle in self.open_jobs if handle.number in self._sent]
        cancelled = [handle for handle in self.open_jobs if handle.is_cancelled]
        self._sent.clear()
        self._cancelled_at.clear()
        self.stopped.emit()
        for handle in cancelled:
            self._end_job(handle, handle.cancelled)
        # A cancelled job that reaches no point at which it can stop ends its process; the jobs
        # behind it have not begun, and run in the next process. So do jobs that came after the
        # process was asked to end.
        if cancelled or (process.was_closed and not sent):
            self._send_jobs()
        else:
            self._fail_jobs(error)

    def _fail_jobs(self, error: BridgeError) -> None:
        for handle in self.open_jobs:
            self._end_job(handle, handle.failed, error)

    def _clean_up(self, process: SessionProcess) -> None:
        for number, handle in self._jobs.items():
            if number in self._sent:
                remove_partial_files(handle.job.settings, process.number)

    def _watch_cancelled(self) -> None:
        """Kill a process whose running job does not end although it was cancelled."""
        if not self._cancelled_at:
            self._watch_timer.stop()
            return
        running = next(iter(self._jobs.values()))
        since = self._cancelled_at.get(running.number, math.inf)
        limit = LIVE_CANCEL_SECONDS if running.is_live else CANCEL_SECONDS
        if time.monotonic() - since > limit and self._process is not None:
            self._process.kill()

    def _end_idle(self) -> None:
        if not self._jobs and self._process is not None:
            self._process.close()


def _size_error() -> BridgeError:
    return BridgeError(
        "job.too_large",
        tr("There are too many samples, or too detailed ones, to be sent to the backend."),
        tr("Switch the live map off and map the whole scene, or use fewer samples."),
    )


def _log_error(error: OSError) -> BridgeError:
    return BridgeError(
        "backend.log",
        tr("The log of the backend cannot be written: {}").format(error),
        tr("Check that the folder of your QGIS profile is writable and the disk is not full."),
    )


_shared: BackendSession | None = None


def shared_session() -> BackendSession:
    """The session of this QGIS, which the panel and its live map share."""
    global _shared
    if _shared is None:
        _shared = BackendSession()
    return _shared


def end_shared_session() -> None:
    """End the shared session, when the plugin is unloaded."""
    global _shared
    if _shared is not None:
        _shared.end()
        _shared.deleteLater()
        _shared = None
