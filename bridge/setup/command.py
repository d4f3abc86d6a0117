"""Runs the Python modules of an installation, with their output, log and cancellation.

`Commands.run` blocks the thread that calls it and needs no event loop.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsProcessingFeedback
from qgis.PyQt.QtCore import QProcess, QProcessEnvironment

from ..errors import JobCancelled
from ..process import is_cancelled

POLL_MILLISECONDS = 100
#: Killed programs end within milliseconds, unless they wait for a disk or a network folder.
STOP_SECONDS = 10.0
MAX_LINES = 400
#: Isolated from packages of the user; the output is UTF-8 on every system.
PYTHON_OPTIONS = ("-I", "-X", "utf8")
OWN_GROUP = Path(__file__).with_name("own_group.py")


@dataclass
class CompletedCommand:
    """The exit status of a program and the last lines of its output."""

    code: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


class Commands:
    """Runs modules one after another, with the same environment variables and log."""

    def __init__(
        self, environment: QProcessEnvironment, log: Path, feedback: QgsProcessingFeedback
    ):
        self._environment = environment
        self._log = log
        self._feedback = feedback

    def run(
        self,
        python: Path,
        module: str,
        arguments: list[str],
        on_line: Callable[[str], bool] | None = None,
        tick: Callable[[], None] | None = None,
    ) -> CompletedCommand:
        """Run a module; `on_line` gets each line and returns whether it has handled it."""
        process = QProcess()
        process.setProcessEnvironment(self._environment)
        process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        completed = CompletedCommand(-1)
        self._note(f"\n$ {python} -m {module} {' '.join(arguments)}\n")
        process.start(str(python), [*PYTHON_OPTIONS, str(OWN_GROUP), module, *arguments])
        if not process.waitForStarted():
            completed.lines.append(process.errorString())
            self._note(process.errorString() + "\n")
            return completed
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
    """Kill the process and all programs that it has started, and wait until they have ended.

    They would go on writing to the folder of an environment that is removed.
    """
    if process.state() == QProcess.ProcessState.NotRunning:
        return
    number = int(process.processId())
    if sys.platform == "win32":
        _kill_tree(number)
        process.kill()
        process.waitForFinished()
        return
    process.kill()  # first, so that it starts no others
    _signal_group(number, signal.SIGKILL)
    process.waitForFinished()
    end = time.monotonic() + STOP_SECONDS
    while _signal_group(number, 0) and time.monotonic() < end:
        time.sleep(0.01)


def _signal_group(group: int, number: int) -> bool:
    """Send a signal to a process group; whether it has any members."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    except PermissionError:  # as macOS answers where all members have ended
        return False
    return True


def _kill_tree(process: int) -> None:
    """Kill a process of Windows and its descendants."""
    system = Path(os.environ.get("SYSTEMROOT", "C:\\Windows"))
    taskkill = system / "System32" / "taskkill.exe"
    QProcess.execute(str(taskkill), ["/F", "/T", "/PID", str(process)])
