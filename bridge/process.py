"""Runs one job in the backend: the worker process, its events, cancellation, and its log file.

`run_job` blocks the thread that calls it and needs no event loop.
"""

from __future__ import annotations

import json
import math
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsProcessingFeedback
from qgis.PyQt.QtCore import QCoreApplication, QEventLoop, QIODevice, QProcess, QThread

from ..backend.common import protocol
from .errors import BridgeError, JobCancelled
from .runtime import Runtime, clean_environment
from .translation import tr

POLL_MILLISECONDS = 100
#: Time that a cancelled job has to stop before its process is killed.
CANCEL_SECONDS = 2.0
#: Time that a worker has to exit after its last event; its outputs are complete by then.
EXIT_SECONDS = 10.0
TIME_LEFT_INTERVAL_SECONDS = 15.0
#: Jobs report progress every few seconds; few steps take longer, and none this long.
SILENCE_WARNING_SECONDS = 600.0
MAX_LOGS = 30
SIGKILL = 9


def run_job(
    job: protocol.Job, runtime: Runtime, feedback: QgsProcessingFeedback
) -> protocol.Result:
    """Run a job; raises BridgeError when it fails, JobCancelled when it is cancelled."""
    log = _new_log(job, runtime)
    feedback.pushDebugInfo(tr("Log of the backend: {}").format(log))
    worker = _WorkerProcess(job, runtime, log)
    try:
        return _follow(worker, _EventHandler(feedback), feedback)
    finally:
        worker.end()
        _remove_partial_files(job.settings, worker.number)


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
        code = self._process.exitCode()
        crashed = self._process.exitStatus() == QProcess.ExitStatus.CrashExit
        # A shell reports a signal as 128 + its number.
        if os.name == "posix" and ((crashed and code == SIGKILL) or code == 128 + SIGKILL):
            return BridgeError(
                "backend.killed",
                tr("The operating system stopped the backend, probably because memory ran out."),
                tr(
                    "Close other programs, decrease the memory limit in the advanced parameters, "
                    "or process a smaller part of the scene. Log: {}"
                ).format(self._log),
            )
        exit_description = (
            tr("signal {}") if crashed and os.name == "posix" else tr("exit status {}")
        )
        last_output = _last_line(self._log)
        return BridgeError(
            "backend.stopped",
            tr("The backend stopped unexpectedly ({}{}).").format(
                exit_description.format(code), f"; {last_output}" if last_output else ""
            ),
            tr("Please report this problem and attach the log: {}").format(self._log),
        )

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
        self._stage = self._activity = self._last_text = ""
        self._last_text_at = -math.inf
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
        if event.message:
            self._activity = event.message
        elif event.stage != self._stage:
            self._activity = event.stage
        self._stage = event.stage
        text = tr(self._activity)
        text = text[:1].upper() + text[1:]
        # Processing logs every text as a line, so only new ones are sent.
        now = time.monotonic()
        waited = now - self._last_text_at >= TIME_LEFT_INTERVAL_SECONDS
        if text == self._last_text and (event.seconds_left is None or not waited):
            return
        self._last_text, self._last_text_at = text, now
        remaining_time = time_left(event.seconds_left)
        self._feedback.setProgressText(f"{text} ({remaining_time})" if remaining_time else text)


def time_left(seconds: float | None) -> str:
    """The remaining time as a text, such as `about 3 min left`."""
    if seconds is None or seconds < 1:
        return ""
    if seconds < 55:
        return tr("about {} s left").format(math.ceil(seconds / 5) * 5)
    if seconds < 3600:
        return tr("about {} min left").format(round(seconds / 60))
    return tr("about {} h left").format(f"{seconds / 3600:.1f}")


def log_folder() -> Path:
    """The folder of the backend's logs, in the QGIS profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "geodiffnet" / "logs"


def _new_log(job: protocol.Job, runtime: Runtime) -> Path:
    """A new log file with the command and the settings of the job; the oldest are removed."""
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for old in sorted(folder.glob("*.log"), key=os.path.getmtime)[: -MAX_LOGS + 1]:
        old.unlink(missing_ok=True)
    started = time.strftime("%Y%m%d-%H%M%S")
    number = 0
    while True:
        log = folder / f"{job.name}-{started}-{os.getpid()}-{number}.log"
        try:
            with log.open("x", encoding="utf-8") as file:
                file.write(f"$ {' '.join(runtime.command())}\n")
                file.write(json.dumps(job.settings, indent=1, ensure_ascii=False) + "\n")
        except FileExistsError:
            number += 1
        else:
            return log


def _last_line(log: Path) -> str:
    """The last line of a log, which names an uncaught exception."""
    words = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    last = words[-1].strip() if words else ""
    # A log without output ends with the closing brace of the settings.
    return "" if last in ("}", "{}") else last[:300]


def _remove_partial_files(settings: dict[str, Any], number: int) -> None:
    """Remove the unfinished files of a killed worker, and those that libraries wrote for them."""
    paths = [
        value for value in settings.values() if isinstance(value, str) and os.path.isabs(value)
    ]
    for folder in {os.path.dirname(path) for path in paths}:
        if not os.path.isdir(folder):
            continue
        for entry in os.scandir(folder):
            name, ending, _ = entry.name.rpartition(".partial")
            writer = protocol.parse_temporary_name(name + ending)
            if writer and writer[1] == number and entry.is_file(follow_symlinks=False):
                Path(entry.path).unlink(missing_ok=True)
