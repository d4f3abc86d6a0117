"""Runs one job in the backend: the worker process, its events, cancellation, and its log file.

`run_job` blocks the thread that calls it and needs no event loop.
"""

from __future__ import annotations

import math
import time
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QIODevice, QProcess, QThread

from ..backend.common import protocol
from .errors import BridgeError, JobCancelled
from .logs import new_log
from .progress_text import ProgressText
from .runtime import Runtime, clean_environment
from .translation import tr
from .worker_exit import exit_error, remove_partial_files

POLL_MILLISECONDS = 100
#: Time that a cancelled job has to stop before its process is killed.
CANCEL_SECONDS = 2.0
#: Time that a worker has to exit after its last event; its outputs are complete by then.
EXIT_SECONDS = 10.0
#: Jobs report progress every few seconds; few steps take longer, and none this long.
SILENCE_WARNING_SECONDS = 600.0


def run_job(
    job: protocol.Job, runtime: Runtime, feedback: QgsProcessingFeedback
) -> protocol.Result:
    """Run a job; raises BridgeError when it fails, JobCancelled when it is cancelled."""
    log = new_log(job.name, runtime.command(), job.settings)
    feedback.pushDebugInfo(tr("Log of the backend: {}").format(log))
    worker = _WorkerProcess(job, runtime, log)
    try:
        return _follow(worker, _EventHandler(feedback), feedback)
    finally:
        worker.end()
        remove_partial_files(job.settings, worker.number)


def _follow(
    worker: _WorkerProcess, handler: _EventHandler, feedback: QgsProcessingFeedback
) -> protocol.Result:
    while worker.is_running() and not handler.is_finished:
        for line in worker.lines(POLL_MILLISECONDS):
            handler.handle_line(line)
        handler.warn_if_silent()
        if is_cancelled(feedback):
            worker.cancel()
            raise JobCancelled
    worker.wait_for_exit()
    for line in worker.lines(0):
        handler.handle_line(line)
    if handler.result is not None:
        return handler.result
    if worker.exit_code() == protocol.EXIT_CANCELLED or is_cancelled(feedback):
        # Ctrl+C in a terminal is also sent to the worker, which may have ended first.
        raise JobCancelled
    if handler.failure is not None:
        failure = handler.failure
        raise BridgeError(failure.code, tr(failure.message), tr(failure.hint))
    raise worker.exit_error()


def is_cancelled(feedback: QgsProcessingFeedback) -> bool:
    """Whether the user has cancelled the job."""
    application = QCoreApplication.instance()
    if application is not None and QThread.currentThread() == application.thread():
        # qgis_process runs in its main thread and receives Ctrl+C as an event.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return feedback.isCanceled()


class _WorkerProcess:
    """The worker process of the backend."""

    def __init__(self, job: protocol.Job, runtime: Runtime, log: Path):
        self._log = log
        self._process = QProcess()
        self._process.setProcessEnvironment(clean_environment())
        # The system writes stderr to the file; QProcess opens no console window on Windows.
        self._process.setStandardErrorFile(str(log), QIODevice.OpenModeFlag.Append)
        program, *arguments = runtime.command()
        self._process.start(program, arguments)
        if not self._process.waitForStarted():
            raise BridgeError(
                "runtime.broken",
                tr("The Python interpreter of the backend could not be started: {}").format(
                    self._process.errorString()
                ),
                tr("Check that {} is a Python interpreter that you may execute.").format(program),
            )
        self.number = int(self._process.processId())
        self._write(protocol.encode_job(job))

    def is_running(self) -> bool:
        return self._process.state() != QProcess.ProcessState.NotRunning

    def lines(self, wait: int) -> Iterator[str]:
        """The lines on stdout, after waiting up to `wait` milliseconds for some."""
        if wait and not self._process.canReadLine():
            started = time.monotonic()
            arrived = self._process.waitForReadyRead(wait)
            remaining_seconds = wait / 1000 - (time.monotonic() - started)
            if not arrived and self.is_running() and remaining_seconds > 0:
                # Qt does not wait for a process that closed its stdout; avoid a busy loop.
                self._process.waitForFinished(math.ceil(remaining_seconds * 1000))
        while self._process.canReadLine():
            yield bytes(self._process.readLine()).decode("utf-8", "replace")

    def cancel(self) -> None:
        """Ask the job to stop, and kill the process if it does not."""
        self._write(protocol.CANCEL_LINE)
        self._process.closeWriteChannel()
        self._wait(CANCEL_SECONDS)
        self.end()

    def wait_for_exit(self) -> None:
        """Wait for the exit of a worker that has sent its last event."""
        self._process.closeWriteChannel()
        self._wait(EXIT_SECONDS)

    def end(self) -> None:
        """Kill the process if it is still running."""
        if self.is_running():
            self._process.kill()
            self._process.waitForFinished()

    def exit_code(self) -> int:
        return self._process.exitCode()

    def exit_error(self) -> BridgeError:
        """The error of a worker that exited without a result or an error event."""
        return exit_error(self._process, self._log)

    def _write(self, line: str) -> None:
        self._process.write((line + "\n").encode("utf-8"))
        # A failure means that the process has ended; its exit is reported instead.
        self._process.waitForBytesWritten(1000)

    def _wait(self, seconds: float) -> None:
        """Wait for the exit; QProcess keeps reading the output meanwhile."""
        if self.is_running():
            self._process.waitForFinished(int(seconds * 1000))


class _EventHandler:
    """Passes the events of the worker to the feedback, and keeps its result or failure."""

    def __init__(self, feedback: QgsProcessingFeedback):
        self._feedback = feedback
        self._text = ProgressText()
        self._last_event_at = time.monotonic()
        self._silence_reported = False
        self.result: protocol.Result | None = None
        self.failure: protocol.Failure | None = None

    @property
    def is_finished(self) -> bool:
        return self.result is not None or self.failure is not None

    def handle_line(self, line: str) -> None:
        """Handle one line of output; a line that is no event is logged."""
        self._last_event_at, self._silence_reported = time.monotonic(), False
        try:
            event = protocol.decode_event(line)
        except protocol.ProtocolError as error:
            self._feedback.pushDebugInfo(tr("Unexpected output of the backend: {}").format(error))
            return
        if isinstance(event, protocol.Progress):
            self._show(event)
        elif isinstance(event, protocol.Log):
            show = self._feedback.pushInfo
            if event.level == "warning":
                show = self._feedback.pushWarning
            show(tr(event.message))
        elif isinstance(event, protocol.Result):
            self.result = event
        else:
            self.failure = event

    def warn_if_silent(self) -> None:
        """Warn once if there has been no event for a long time."""
        if (
            self._silence_reported
            or time.monotonic() - self._last_event_at < SILENCE_WARNING_SECONDS
        ):
            return
        self._silence_reported = True
        self._feedback.pushWarning(
            tr(
                "The backend has reported no progress for {} minutes. If it uses no CPU or GPU "
                "time, cancel the run and start it again."
            ).format(round(SILENCE_WARNING_SECONDS / 60))
        )

    def _show(self, event: protocol.Progress) -> None:
        self._feedback.setProgress(100 * min(max(event.fraction, 0.0), 1.0))
        text = self._text.update(event)
        if text is not None:
            self._feedback.setProgressText(text)
