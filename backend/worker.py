"""The child's side of the door: one job from stdin, events to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys
import threading
import traceback
from collections.abc import Iterator
from typing import BinaryIO, TextIO

from . import protocol
from .errors import Cancelled, InvalidJob, UserError, first_line
from .jobs import load_job
from .jobs.settings import parse_settings
from .reporter import Reporter
from .stopping import cancel_on_signals, end_when_cancelled


def main() -> None:
    """Run the one job that stdin asks for and exit with its status."""
    events = claim_stdout()
    cancelled = threading.Event()
    cancel_on_signals(cancelled)
    lines = _lines(sys.stdin.buffer if sys.stdin else None)
    first = next(lines, "")
    if not first or protocol.is_cancel(first):
        leave(protocol.EXIT_CANCELLED)
    end_when_cancelled(cancelled)
    threading.Thread(target=_listen, args=(lines, cancelled), daemon=True).start()
    leave(run_job(first, EventStream(events, cancelled), cancelled))


def run_job(line: str, emit: protocol.Emit, cancelled: threading.Event) -> int:
    """Do the job of a line, report everything to `emit`, and return the exit status."""
    try:
        job = protocol.decode_job(line)
        module = load_job(job.name)
        settings = parse_settings(module.Settings, job.settings)
        emit(module.run(settings, Reporter(emit, cancelled)))
    except Cancelled:
        return protocol.EXIT_CANCELLED
    except UserError as error:
        emit(protocol.Failure(error.code, error.message, error.hint))
        asked_wrongly = isinstance(error, InvalidJob)
        return protocol.EXIT_FAULT if asked_wrongly else protocol.EXIT_USER_ERROR
    except protocol.ProtocolError as error:
        emit(not_a_job(error))
        return protocol.EXIT_FAULT
    except Exception as error:  # what nobody foresaw: the details go to the log
        traceback.print_exc()
        if is_out_of_memory(error):
            emit(out_of_memory())
        elif is_missing_library(error):
            emit(broken_environment(error))
        else:
            emit(fault(error))
            return protocol.EXIT_FAULT
        return protocol.EXIT_USER_ERROR
    return protocol.EXIT_DONE


def not_a_job(error: protocol.ProtocolError) -> protocol.Failure:
    """What is told of a line that is no job."""
    return protocol.Failure(
        "job.invalid",
        f"The job cannot be read: {error}.",
        'Send one line of JSON: {"job": "name", "settings": {…}}.',
    )


def is_missing_library(error: Exception) -> bool:
    """Whether something is not installed, or does not load, that is not our own."""
    own = __package__.partition(".")[0]
    return isinstance(error, ImportError) and (error.name or "").partition(".")[0] != own


def broken_environment(error: Exception) -> protocol.Failure:
    """What is told when a library is missing or does not load."""
    return protocol.Failure(
        "runtime.broken",
        f"The Python environment of the backend is incomplete ({first_line(error)}).",
        f"Set the environment up again; the interpreter is {sys.executable}.",
    )


def is_out_of_memory(error: Exception) -> bool:
    """Whether memory ran out, the system's or a graphics card's, as any library says it."""
    return (
        isinstance(error, MemoryError)
        or type(error).__name__ == "OutOfMemoryError"  # torch's, which may not be loaded
        or (isinstance(error, RuntimeError) and "DefaultCPUAllocator" in str(error))
    )


def out_of_memory() -> protocol.Failure:
    """What is told when memory runs out."""
    return protocol.Failure(
        "memory.exhausted",
        "There is not enough memory for this job.",
        "Close other programs, compute on the cpu if a graphics card was chosen, or classify a "
        "smaller part of the scene.",
    )


def fault(error: Exception) -> protocol.Failure:
    """What is told of a bug."""
    return protocol.Failure(
        "fault",
        f"Something went wrong inside the backend ({type(error).__name__}).",
        "Please report this with the log, which holds the details.",
    )


def claim_stdout() -> TextIO:
    """Keep stdout for events; whatever libraries print goes to stderr."""
    own = os.fdopen(os.dup(1), "w", encoding="utf-8", newline="\n")
    os.dup2(2, 1)
    return own


class EventStream:
    """Writes events as lines; when nobody can read them any more, the job is of no use."""

    def __init__(self, stream: TextIO, cancelled: threading.Event):
        self._stream = stream
        self._cancelled = cancelled

    def __call__(self, event: protocol.Event) -> None:
        line = protocol.encode_event(event)
        try:
            self._stream.write(line + "\n")
            self._stream.flush()
        except OSError:
            self._cancelled.set()


def leave(status: int) -> None:
    """End the process; threads of libraries must not hold it back once its result is out."""
    for stream in (sys.stdout, sys.stderr):
        if stream:
            stream.flush()
    os._exit(status)


def _lines(stream: BinaryIO | None) -> Iterator[str]:
    """Lines as they arrive; what is not UTF-8 is no reason to stop listening."""
    while stream and (line := stream.readline()):
        yield line.decode("utf-8", "replace")


def _listen(lines: Iterator[str], cancelled: threading.Event) -> None:
    """Cancel on request, or at the end of stdin: then the parent is gone."""
    for line in lines:
        if protocol.is_cancel(line):
            break
    cancelled.set()
