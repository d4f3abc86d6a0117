"""The worker process: one job from stdin, events on stdout, everything else on stderr."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any, TextIO

from .commands import Command, load_command
from .common import protocol
from .common.choices import AUTO
from .compute.device import thread_count
from .core.errors import Cancelled, InvalidJob, UserError
from .core.failures import FAULT, explain, is_device_lost
from .core.reporter import Reporter
from .options.declaration import option_value, parse_options, replace_option
from .process.c_locale import use_c_locale
from .process.cancellation import cancel_on_requests, exit_process
from .process.gdal_policy import apply_gdal_policy
from .process.library_warnings import write_warnings_once


def main() -> None:
    """Run the job that is read from stdin and exit with its status."""
    cancelled = threading.Event()
    events = EventStream(claim_stdout(), cancelled)
    prepare_streams()
    try:
        line = cancel_on_requests(cancelled, read_stdin=True)
    except (RuntimeError, MemoryError) as error:  # no thread could be started
        events(explain(error))
        exit_process(protocol.EXIT_USER_ERROR)
    if not line or protocol.is_cancel(line):
        exit_process(protocol.EXIT_CANCELLED)
    exit_process(run_job(line, events, cancelled))


def run_job(line: str, emit: protocol.Emit, cancelled: threading.Event) -> int:
    """Run the job that a line describes; events go to `emit`. Gives the exit status."""
    return JobRunner().run(lambda: protocol.decode_job(line), emit, cancelled)


class JobRunner:
    """Runs jobs one after the other; after a GPU has failed, on the CPU where that is allowed."""

    def __init__(self, find_command: Callable[[str], Command] = load_command):
        self._find_command = find_command
        self._is_gpu_lost = False

    def run(
        self, read_job: Callable[[], protocol.Job], emit: protocol.Emit, cancelled: threading.Event
    ) -> int:
        """Run a job; its last event goes to `emit`, unless it was cancelled. Gives the status."""
        try:
            job = read_job()
            command = self._find_command(job.name)
            options: Any = parse_options(command.Options, job.settings)
            use_c_locale()
            thread_count()  # refuses an invalid number of threads before any work is done
            apply_gdal_policy(option_value(options, "allow_external", False))
            result = self._run_command(command, options, Reporter(emit, cancelled))
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
        except Exception as error:  # a bug, or a failure of the machine: the log has the details
            traceback.print_exc()
            failure = explain(error)
            emit(failure)
            return protocol.EXIT_FAULT if failure.code == FAULT else protocol.EXIT_USER_ERROR
        # a job on many scenes succeeds in part where some of them fail
        return protocol.EXIT_USER_ERROR if result.figures.get("failed") else protocol.EXIT_DONE

    def _run_command(self, command: Command, options: Any, reporter: Reporter) -> protocol.Result:
        """Run a command; on the CPU where a GPU that was chosen automatically fails."""
        is_automatic = option_value(options, "device") == AUTO
        if is_automatic and self._is_gpu_lost:
            options = replace_option(options, "device", "cpu")
        try:
            return command.run(options, reporter)
        except Exception as error:
            if not is_device_lost(error):
                raise
            self._is_gpu_lost = True
            if not is_automatic:
                raise
            traceback.print_exc()
        reporter.warn("The GPU stopped working; the job starts again on the CPU.")
        return command.run(replace_option(options, "device", "cpu"), reporter)


def invalid_job_failure(
    error: protocol.ProtocolError, example: str = '{"job": "name", "settings": {…}}'
) -> protocol.Failure:
    """The failure that a line which is no job ends with."""
    return protocol.Failure(
        "job.invalid",
        f"The job cannot be read: {error}.",
        f"Send one line of JSON: {example}.",
    )


def prepare_streams() -> None:
    """Send what Python prints to stderr; exit where stdin was closed from the beginning."""
    sys.stdout = sys.stderr = open_log()
    write_warnings_once()
    if sys.stdin is None:
        exit_process(protocol.EXIT_CANCELLED)


def claim_stdout() -> TextIO:
    """Reserve stdout for events; what libraries print goes to stderr."""
    own = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    return own


class _Log(io.FileIO):
    """Stderr that ignores failures of writing, such as those on a full disk."""

    def write(self, content: Any) -> int:
        with contextlib.suppress(OSError):
            return super().write(content)
        return len(content)


def open_log() -> TextIO:
    """A text stream on stderr for the output of libraries and tracebacks."""
    log = _Log(2, "w", closefd=False)
    return io.TextIOWrapper(log, "utf-8", "backslashreplace", line_buffering=True)


class EventStream:
    """Writes events as lines; cancels the job when the other end is closed."""

    def __init__(self, stream: TextIO, cancelled: threading.Event):
        self._stream = stream
        self._cancelled = cancelled
        self._write_lock = threading.Lock()

    def __call__(self, event: protocol.Event) -> None:
        self.write(protocol.encode_event(event))

    def write(self, line: str) -> None:
        """Write a line that holds an event."""
        try:
            with self._write_lock:
                self._stream.write(line + "\n")
                self._stream.flush()
        except OSError:
            self._cancelled.set()
