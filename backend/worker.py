"""The child's side of the door: one job from stdin, events to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from typing import TextIO

from . import protocol
from .compute.atomic import discard_all_pending
from .errors import Cancelled, UserError
from .jobs import load_job
from .jobs.settings import parse_settings
from .reporter import Reporter

#: A job that does not come to a checkpoint in this time after a cancel is ended by force.
SECONDS_TO_STOP = 1.5


def main() -> None:
    """Run the one job that stdin asks for and exit with its status."""
    events = claim_stdout()
    cancelled = threading.Event()
    lines = iter(sys.stdin.readline, "")
    first = next(lines, "")
    if not first:
        sys.exit(protocol.EXIT_CANCELLED)
    threading.Thread(target=_listen, args=(lines, cancelled), daemon=True).start()
    status = run_job(first, lambda event: send(events, event), cancelled)
    # threads of libraries must not hold the process back once its result is out
    sys.stderr.flush()
    os._exit(status)


def run_job(line: str, emit: protocol.Emit, cancelled: threading.Event) -> int:
    """Do the job of a line, report everything to `emit`, and return the exit status."""
    try:
        job = protocol.decode_job(line)
        module = load_job(job.name)
        settings = parse_settings(module.Settings, job.settings)
        result = module.run(settings, Reporter(emit, cancelled))
    except Cancelled:
        return protocol.EXIT_CANCELLED
    except UserError as error:
        emit(protocol.Failure(error.code, error.message, error.hint))
        return protocol.EXIT_USER_ERROR
    except protocol.ProtocolError as error:
        emit(protocol.Failure("job.invalid", f"The job cannot be read: {error}.", ""))
        return protocol.EXIT_FAULT
    except MemoryError:
        traceback.print_exc()
        emit(out_of_memory())
        return protocol.EXIT_USER_ERROR
    except Exception as error:  # a bug: told as one, with everything in the log
        traceback.print_exc()
        emit(fault(error))
        return protocol.EXIT_FAULT
    emit(result)
    return protocol.EXIT_DONE


def fault(error: Exception) -> protocol.Failure:
    """What is told of a bug."""
    return protocol.Failure(
        "fault",
        f"Something went wrong inside the backend ({type(error).__name__}).",
        "Please report this with the log, which holds the details.",
    )


def out_of_memory() -> protocol.Failure:
    """What is told when memory runs out."""
    return protocol.Failure(
        "memory.exhausted",
        "There is not enough memory for this job.",
        "Close other programs, or classify a smaller part of the scene.",
    )


def claim_stdout() -> TextIO:
    """Keep stdout for events; whatever libraries print goes to stderr."""
    own = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)
    sys.stdin.reconfigure(encoding="utf-8")
    return own


def send(events: TextIO, event: protocol.Event) -> None:
    try:
        events.write(protocol.encode_event(event) + "\n")
        events.flush()
    except BrokenPipeError:  # nobody listens any more; the end of stdin will stop the job
        pass  # nosec B110


def _listen(lines: object, cancelled: threading.Event) -> None:
    """Cancel on request or when the parent is gone; end by force a job that does not listen."""
    for line in lines:  # type: ignore[attr-defined]
        if protocol.is_cancel(line):
            break
    cancelled.set()
    time.sleep(SECONDS_TO_STOP)
    discard_all_pending()
    os._exit(protocol.EXIT_CANCELLED)
