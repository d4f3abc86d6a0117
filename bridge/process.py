"""One job in the backend: the child process, its events, cancelling it, and its log file.

It must be called in the thread that is to wait for the job; it needs no event loop. What a job
means, and which settings it takes, is the business of its caller.
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

POLL_MILLISECONDS = 100
#: How long a job may take to stop by itself before it is killed.
CANCEL_SECONDS = 2.0
#: How long a child may take to leave after its last event; what it wrote is complete by then.
EXIT_SECONDS = 10.0
TIME_LEFT_INTERVAL_SECONDS = 15.0
#: Jobs tell what they do every few seconds; some steps take longer, but hardly that long.
SILENCE_WARNING_SECONDS = 600.0
MAX_LOGS = 30
SIGKILL = 9


def run_job(
    job: protocol.Job, runtime: Runtime, feedback: QgsProcessingFeedback
) -> protocol.Result:
    """Run a job to its end; raises BridgeError when it fails, JobCancelled when it is stopped."""
    log = _new_log(job, runtime)
    feedback.pushDebugInfo(_tr("Log of the backend: {}").format(log))
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
        # Ctrl+C in a terminal is sent to the child as well, and may have ended it first.
        raise JobCancelled
    if handler.failure is not None:
        failure = handler.failure
        raise BridgeError(failure.code, _tr(failure.message), _tr(failure.hint))
    raise worker.exit_error()


def is_cancelled(feedback: QgsProcessingFeedback) -> bool:
    """Whether the user stops the job."""
    application = QCoreApplication.instance()
    if application is not None and QThread.currentThread() == application.thread():
        # qgis_process works in its main thread and learns of Ctrl+C by an event only.
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return feedback.isCanceled()


class _WorkerProcess:
    """The backend's process: started, written to, read line by line, ended."""

    def __init__(self, job: protocol.Job, runtime: Runtime, log: Path):
        self._log = log
        self._process = QProcess()
        self._process.setProcessEnvironment(clean_environment())
        # The system itself drains stderr; QProcess opens no console window on Windows.
        self._process.setStandardErrorFile(str(log), QIODevice.OpenModeFlag.Append)
        program, *arguments = runtime.command()
        self._process.start(program, arguments)
        if not self._process.waitForStarted():
            raise BridgeError(
                "runtime.broken",
                _tr("The Python in which GeoDiffNet computes could not be started: {}").format(
                    self._process.errorString()
                ),
                _tr("Check that {} is a Python interpreter you may run.").format(program),
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
                # Qt does not wait for a child that closed its stdout; don't ask it in circles.
                self._process.waitForFinished(math.ceil(remaining_seconds * 1000))
        while self._process.canReadLine():
            yield bytes(self._process.readLine()).decode("utf-8", "replace")

    def cancel(self) -> None:
        """Ask the job to stop, and make it stop when it does not."""
        self._write(protocol.CANCEL_LINE)
        self._process.closeWriteChannel()
        self._wait(CANCEL_SECONDS)
        self.end()

    def wait_for_exit(self) -> None:
        """Let a child that has said its last word end by itself."""
        self._process.closeWriteChannel()
        self._wait(EXIT_SECONDS)

    def end(self) -> None:
        """Make sure that no process remains."""
        if self.is_running():
            self._process.kill()
            self._process.waitForFinished()

    def exit_code(self) -> int:
        return self._process.exitCode()

    def exit_error(self) -> BridgeError:
        """Why a child that neither succeeded nor said what is wrong has ended."""
        code = self._process.exitCode()
        crashed = self._process.exitStatus() == QProcess.ExitStatus.CrashExit
        # A shell in between reports a signal as 128 + its number.
        if os.name == "posix" and ((crashed and code == SIGKILL) or code == 128 + SIGKILL):
            return BridgeError(
                "backend.killed",
                _tr("The system stopped the computation, probably because it ran out of memory."),
                _tr(
                    "Close other programs, set a smaller memory limit under the advanced "
                    "parameters, or classify a smaller part of the scene. Log: {}"
                ).format(self._log),
            )
        exit_description = (
            _tr("signal {}") if crashed and os.name == "posix" else _tr("exit status {}")
        )
        last_output = _last_line(self._log)
        return BridgeError(
            "backend.stopped",
            _tr("The computation stopped unexpectedly ({}{}).").format(
                exit_description.format(code), f"; {last_output}" if last_output else ""
            ),
            _tr("Please report this, with the log: {}").format(self._log),
        )

    def _write(self, line: str) -> None:
        self._process.write((line + "\n").encode("utf-8"))
        # Failing means that the child is gone, which its end will tell better.
        self._process.waitForBytesWritten(1000)

    def _wait(self, seconds: float) -> None:
        """Wait for the end; what is still printed meanwhile is taken off the pipe by QProcess."""
        if self.is_running():
            self._process.waitForFinished(int(seconds * 1000))


class _EventHandler:
    """Turns the child's lines into feedback, and remembers its last word."""

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
        """Take in one line; what is no event is noted, since it harms nobody."""
        self._last_event_at, self._silence_reported = time.monotonic(), False
        try:
            event = protocol.decode_event(line)
        except protocol.ProtocolError as error:
            self._feedback.pushDebugInfo(_tr("Unexpected output of the backend: {}").format(error))
            return
        if isinstance(event, protocol.Progress):
            self._show(event)
        elif isinstance(event, protocol.Log):
            show = self._feedback.pushInfo
            if event.level == "warning":
                show = self._feedback.pushWarning
            show(_tr(event.message))
        elif isinstance(event, protocol.Result):
            self.result = event
        else:
            self.failure = event

    def warn_if_silent(self) -> None:
        """Warn, once, of a child that may be stuck; whether it is, the user can judge better."""
        if (
            self._silence_reported
            or time.monotonic() - self._last_event_at < SILENCE_WARNING_SECONDS
        ):
            return
        self._silence_reported = True
        self._feedback.pushWarning(
            _tr(
                "The computation has said nothing for {} minutes. If the computer is not busy with "
                "it, it is stuck: cancel it and run it again."
            ).format(round(SILENCE_WARNING_SECONDS / 60))
        )

    def _show(self, event: protocol.Progress) -> None:
        self._feedback.setProgress(100 * min(max(event.fraction, 0.0), 1.0))
        if event.message:
            self._activity = event.message
        elif event.stage != self._stage:
            self._activity = event.stage
        self._stage = event.stage
        text = _tr(self._activity)
        text = text[:1].upper() + text[1:]
        # Processing keeps every text as a line of its log, so only what is new is worth one.
        now = time.monotonic()
        waited = now - self._last_text_at >= TIME_LEFT_INTERVAL_SECONDS
        if text == self._last_text and (event.seconds_left is None or not waited):
            return
        self._last_text, self._last_text_at = text, now
        remaining_time = time_left(event.seconds_left)
        self._feedback.setProgressText(f"{text} ({remaining_time})" if remaining_time else text)


def time_left(seconds: float | None) -> str:
    """Time left as people say it, for example `about 3 min remaining_time`."""
    if seconds is None or seconds < 1:
        return ""
    if seconds < 55:
        return _tr("about {} s left").format(math.ceil(seconds / 5) * 5)
    if seconds < 3600:
        return _tr("about {} min left").format(round(seconds / 60))
    return _tr("about {} h left").format(f"{seconds / 3600:.1f}")


def log_folder() -> Path:
    """Where the backend's logs are kept: in the user's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "geodiffnet" / "logs"


def _new_log(job: protocol.Job, runtime: Runtime) -> Path:
    """A log file that starts with what was asked for; the oldest ones are removed."""
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
    """The last line that the child wrote to its log, where an uncaught error names itself."""
    words = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    last = words[-1].strip() if words else ""
    # A log that only holds its head ends with the brace of the settings.
    return "" if last in ("}", "{}") else last[:300]


def _remove_partial_files(settings: dict[str, Any], number: int) -> None:
    """Remove what a killed child was writing, and what libraries kept beside it."""
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


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text) if text else ""
