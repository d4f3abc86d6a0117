"""The child's side of the door: one job from stdin, events to stdout, everything else to stderr."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import threading
import traceback
from dataclasses import replace
from types import ModuleType
from typing import Any, TextIO

from .commands import load_command
from .common import protocol
from .compute.device import AUTO, thread_count
from .core.errors import Cancelled, InvalidJob, UserError
from .core.failures import FAULT, explain, is_device_lost
from .core.reporter import Reporter
from .options.declaration import parse_settings
from .process.c_locale import use_c_locale
from .process.cancellation import cancel_on_requests, exit_process
from .process.gdal_policy import apply_gdal_policy


def main() -> None:
    """Run the one job that stdin asks for and exit with its status."""
    cancelled = threading.Event()
    events = EventStream(claim_stdout(), cancelled)
    sys.stdout = sys.stderr = open_log()
    if sys.stdin is None:  # it was closed from the beginning
        exit_process(protocol.EXIT_CANCELLED)
    try:
        line = cancel_on_requests(cancelled, read_stdin=True)
    except (RuntimeError, MemoryError) as error:  # not even a thread could be started
        events(explain(error))
        exit_process(protocol.EXIT_USER_ERROR)
    if not line or protocol.is_cancel(line):
        exit_process(protocol.EXIT_CANCELLED)
    exit_process(run_job(line, events, cancelled))


def run_job(line: str, emit: protocol.Emit, cancelled: threading.Event) -> int:
    """Do the job of a line, report everything to `emit`, and return the exit status."""
    try:
        job = protocol.decode_job(line)
        module = load_command(job.name)
        settings = parse_settings(module.Settings, job.settings)
        use_c_locale()
        thread_count()  # refuses a number of threads that is none before any work is done
        apply_gdal_policy(getattr(settings, "allow_external", False))
        result = _run(module, settings, Reporter(emit, cancelled))
        emit(result)
    except Cancelled:
        return protocol.EXIT_CANCELLED
    except UserError as error:
        emit(explain(error))
        is_invalid_job = isinstance(error, InvalidJob)
        return protocol.EXIT_FAULT if is_invalid_job else protocol.EXIT_USER_ERROR
    except protocol.ProtocolError as error:
        emit(invalid_job_failure(error))
        return protocol.EXIT_FAULT
    except Exception as error:  # what nobody foresaw: the details go to the log
        traceback.print_exc()
        failure = explain(error)
        emit(failure)
        return protocol.EXIT_FAULT if failure.code == FAULT else protocol.EXIT_USER_ERROR
    # a job on many things does what it can, and tells how many it could not do
    return protocol.EXIT_USER_ERROR if result.figures.get("failed") else protocol.EXIT_DONE


def _run(module: ModuleType, settings: Any, reporter: Reporter) -> protocol.Result:
    """Run a job; once more on the processor where a card that nobody had asked for fails."""
    try:
        return module.run(settings, reporter)
    except Exception as error:
        if getattr(settings, "device", "") != AUTO or not is_device_lost(error):
            raise
        traceback.print_exc()
    reporter.warn("The graphics card stopped working; the job starts again on the processor.")
    return module.run(replace(settings, device="cpu"), reporter)


def invalid_job_failure(error: protocol.ProtocolError) -> protocol.Failure:
    """What is told of a line that is no job."""
    return protocol.Failure(
        "job.invalid",
        f"The job cannot be read: {error}.",
        'Send one line of JSON: {"job": "name", "settings": {…}}.',
    )


def claim_stdout() -> TextIO:
    """Keep stdout for events; whatever libraries print goes to stderr."""
    own = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    return own


class _Log(io.FileIO):
    """Stderr, of which no job notices that nobody can read it, on a full disk for example."""

    def write(self, content: bytes) -> int:
        with contextlib.suppress(OSError):
            return super().write(content)
        return len(content)


def open_log() -> TextIO:
    """For what prints, libraries and tracebacks, in place of stderr."""
    log = _Log(2, "w", closefd=False)
    return io.TextIOWrapper(log, "utf-8", "backslashreplace", line_buffering=True)


class EventStream:
    """Writes events as lines; when nobody can read them any more, the job is of no use."""

    def __init__(self, stream: TextIO, cancelled: threading.Event):
        self._stream = stream
        self._cancelled = cancelled
        self._write_lock = threading.Lock()

    def __call__(self, event: protocol.Event) -> None:
        line = protocol.encode_event(event)
        try:
            with self._write_lock:
                self._stream.write(line + "\n")
                self._stream.flush()
        except OSError:
            self._cancelled.set()
