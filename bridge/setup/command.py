"""Runs the commands of an installation, with their output, log and cancellation.

`Commands.run` blocks the thread that calls it and needs no event loop.
"""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QProcess, QProcessEnvironment

from ..errors import JobCancelled
from ..process import is_cancelled

POLL_MILLISECONDS = 100
STOP_MILLISECONDS = 1500
MAX_LINES = 400


@dataclass
class CompletedCommand:
    """The exit status of a program and the last lines of its output."""

    code: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


class Commands:
    """Runs programs one after another, with the same environment variables and log."""

    def __init__(
        self, environment: QProcessEnvironment, log: Path, feedback: QgsProcessingFeedback
    ):
        self._environment = environment
        self._log = log
        self._feedback = feedback

    def run(
        self,
        program: Path,
        arguments: list[str],
        on_line: Callable[[str], bool] | None = None,
        tick: Callable[[], None] | None = None,
    ) -> CompletedCommand:
        """Run a program; `on_line` gets each line and returns whether it has handled it."""
        process = QProcess()
        process.setProcessEnvironment(self._environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        completed = CompletedCommand(-1)
        self._note(f"\n$ {program} {' '.join(arguments)}\n")
        process.start(str(program), arguments)
        if not process.waitForStarted():
            completed.lines.append(process.errorString())
            self._note(process.errorString() + "\n")
            return completed
        process.closeWriteChannel()
        try:
            self._follow(process, completed, on_line, tick)
        finally:
            stop(process)
        self._note(f"[exit status {process.exitCode()}]\n")
        crashed = process.exitStatus() == QProcess.ExitStatus.CrashExit
        completed.code = -1 if crashed else process.exitCode()
        return completed

    def _note(self, text: str) -> None:
        try:
            with self._log.open("a", encoding="utf-8") as log:
                log.write(text)
        except OSError as error:
            # On a full disk the program fails as well, and its error is explained.
            if error.errno not in (errno.ENOSPC, errno.EDQUOT):
                raise

    def _follow(
        self,
        process: QProcess,
        completed: CompletedCommand,
        on_line: Callable[[str], bool] | None,
        tick: Callable[[], None] | None,
    ) -> None:
        running = True
        while running:
            started = time.monotonic()
            running = process.state() != QProcess.ProcessState.NotRunning
            if (
                running
                and not process.canReadLine()
                and not process.waitForReadyRead(POLL_MILLISECONDS)
            ):
                # Qt does not wait for a process that closed its output; avoid a busy loop.
                remaining_seconds = POLL_MILLISECONDS - int(1000 * (time.monotonic() - started))
                if remaining_seconds > 0:
                    process.waitForFinished(remaining_seconds)
            while process.canReadLine() or (not running and process.bytesAvailable()):
                line = bytes(process.readLine()).decode("utf-8", "replace").rstrip()
                if line and not (on_line is not None and on_line(line)):
                    self._note(line + "\n")
                    completed.lines = [*completed.lines[1 - MAX_LINES :], line]
            if tick is not None:
                tick()
            if is_cancelled(self._feedback):
                self._note("[cancelled]\n")
                raise JobCancelled


def stop(process: QProcess) -> None:
    """Terminate the process, and kill it if it does not exit."""
    if process.state() == QProcess.ProcessState.NotRunning:
        return
    # Terminated first, so that pip ends the programs that it has started.
    process.terminate()
    if not process.waitForFinished(STOP_MILLISECONDS):
        process.kill()
        process.waitForFinished()
