"""The worker process of a session: started, read and ended by signals, without waiting for it."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog
from qgis.PyQt.QtCore import QIODevice, QObject, QProcess, QTimer, pyqtSignal

from ..backend.common import protocol
from ..backend.common.session_protocol import Ready, decode_event
from ..backend.common.version import VERSION
from .errors import BridgeError
from .logs import new_log
from .runtime import PROBE_SECONDS, Runtime, clean_environment, probe_error
from .translation import tr
from .worker_exit import exit_error

LOG = "GeoDiffNet"
#: Time for the imports of the worker; from a slow disk they take a minute.
START_SECONDS = 180
#: Time for the end of a process whose stdin was closed; jobs may be waiting for the next one.
CLOSE_SECONDS = 15
#: How much lower the priority of the worker is, so that QGIS reacts at once while it computes.
NICENESS = 5


class SessionProcess(QObject):
    """One process; a new one is made after its end."""

    ready = pyqtSignal()
    received = pyqtSignal(object, object)  # the number of a job, and its event
    ended = pyqtSignal(object)  # a BridgeError that explains the end

    def __init__(self, runtime: Runtime, parent: QObject | None = None):
        super().__init__(parent)
        self.runtime = runtime
        self._failure: BridgeError | None = None
        self._has_started = self._is_closing = False
        self.number = 0
        self.log: Path = new_log("session", runtime.session_command())
        self._process = QProcess(self)
        self._process.setProcessEnvironment(clean_environment())
        # The system writes stderr to the file; QProcess opens no console window on Windows.
        self._process.setStandardErrorFile(str(self.log), QIODevice.OpenModeFlag.Append)
        self._process.started.connect(self._started)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.errorOccurred.connect(self._process_error)
        self._process.finished.connect(self._finished)
        self._start_timer = QTimer(self)
        self._start_timer.setSingleShot(True)
        self._start_timer.timeout.connect(self._start_timed_out)
        self._close_timer = QTimer(self)
        self._close_timer.setSingleShot(True)
        self._close_timer.timeout.connect(self.kill)

    def start(self) -> None:
        """Start the process; `ready` or `ended` follows."""
        program, *arguments = self.runtime.session_command()
        self._start_timer.start(START_SECONDS * 1000)
        self._process.start(program, arguments)

    def send(self, line: str) -> None:
        """Send a line; it is written when control returns to the event loop."""
        self._process.write((line + "\n").encode("utf-8"))

    def close(self) -> None:
        """Let the process end by the end of its stdin; it takes no more jobs."""
        self._is_closing = True
        self._process.closeWriteChannel()
        self._close_timer.start(round(CLOSE_SECONDS * 1000))

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def end(self, seconds: float) -> None:
        """End the process and wait for it, up to some seconds before it is killed."""
        self.send(protocol.CANCEL_LINE)
        self.close()
        if self._process.state() == QProcess.ProcessState.NotRunning:
            return
        if not self._process.waitForFinished(int(seconds * 1000)):
            self._process.kill()
            self._process.waitForFinished()

    @property
    def is_ready(self) -> bool:
        """Whether the process takes jobs."""
        return self._has_started and not self._is_closing

    @property
    def was_closed(self) -> bool:
        """Whether the process was asked to end, and has not failed."""
        return self._is_closing and self._failure is None

    def _started(self) -> None:
        self.number = int(self._process.processId())
        if hasattr(os, "setpriority"):  # Windows prefers the program in the foreground by itself
            with contextlib.suppress(ProcessLookupError):  # it has ended already
                lower = os.getpriority(os.PRIO_PROCESS, self.number) + NICENESS
                os.setpriority(os.PRIO_PROCESS, self.number, lower)

    def _read(self) -> None:
        while self._process.canReadLine():
            line = bytes(self._process.readLine()).decode("utf-8", "replace")
            try:
                number, event = decode_event(line)
            except protocol.ProtocolError as error:
                self._log_message(tr("Unexpected output of the backend: {}").format(error))
                continue
            if isinstance(event, Ready):
                self._shake_hands(event)
            elif number is not None:
                self.received.emit(number, event)
            elif isinstance(event, protocol.Failure) and not self._has_started:
                self._failure = BridgeError(event.code, tr(event.message), tr(event.hint))
            else:
                self._log_message(str(event))

    def _shake_hands(self, event: Ready) -> None:
        self._start_timer.stop()
        if event.protocol != protocol.PROTOCOL_VERSION or event.version != VERSION:
            self._failure = BridgeError(
                "backend.version",
                tr("The backend has version {}, but the plugin in QGIS has version {}.").format(
                    event.version, VERSION
                ),
                tr("Restart QGIS, so that it loads the installed version of the plugin."),
            )
            self.close()
            return
        self._has_started = True
        if not self._is_closing:
            self.ready.emit()

    def _start_timed_out(self) -> None:
        self._failure = BridgeError(
            "backend.not_started",
            tr("The backend did not start within {} s.").format(START_SECONDS),
            tr("Close other programs and try again. Log: {}").format(self.log),
        )
        self.kill()

    def _process_error(self, error: QProcess.ProcessError) -> None:
        if error != QProcess.ProcessError.FailedToStart:
            return  # the end of the process follows
        self._start_timer.stop()
        self.ended.emit(
            BridgeError(
                "runtime.broken",
                tr("The Python interpreter of the backend could not be started: {}").format(
                    self._process.errorString()
                ),
                tr("Check that {} is a Python interpreter that you may execute.").format(
                    self.runtime.python
                ),
            )
        )

    def _finished(self, *_: object) -> None:
        self._start_timer.stop()
        self._close_timer.stop()
        self._read()
        if self._failure is not None:
            self.ended.emit(self._failure)
        elif self._has_started or self._is_closing:
            self.ended.emit(exit_error(self._process, self.log))
        else:
            self._probe()

    def _probe(self) -> None:
        """Find out why the process ended before its handshake: packages may be missing."""
        probe = QProcess(self)
        probe.setProcessEnvironment(clean_environment())
        probe.finished.connect(lambda *_: self._probed(probe))
        program, *arguments = self.runtime.probe_command()
        probe.start(program, arguments)
        QTimer.singleShot(PROBE_SECONDS * 1000, probe.kill)

    def _probed(self, probe: QProcess) -> None:
        error = probe_error(self.runtime, probe)
        self.ended.emit(error or exit_error(self._process, self.log))

    @staticmethod
    def _log_message(text: str) -> None:
        QgsMessageLog.logMessage(text, LOG, Qgis.MessageLevel.Info, False)
