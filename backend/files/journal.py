"""The journal: reports the names of unfinished files and held locks to the watchdog process.

If this process is killed, the watchdog removes the files. Without a watchdog nothing is reported,
and the next job that writes the same output cleans up.
"""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

#: The first byte of a record; a name follows the first four, the number of a job those of jobs, and
#: a zero byte ends each record.
CREATED = b"+"
FINISHED = b"-"
LOCKED = b"("
RELEASED = b")"
CLEANING = b"~"
JOB_STARTED = b">"
JOB_ENDED = b"<"
CLOSING = b"."
END = b"\0"

_pipe: int | None = None
_write_lock = threading.Lock()


def report_to(pipe: int | None) -> None:
    """Write all reports to a pipe from now on, or nowhere."""
    global _pipe
    _pipe = pipe


def report_created(path: Path) -> None:
    """Report a file or folder that must not outlive this process, before it is created."""
    report(CREATED, os.fsencode(path))


def report_finished(path: Path) -> None:
    """Report that a file was removed or has its final name."""
    report(FINISHED, os.fsencode(path))


def report_locked(target: Path) -> None:
    """Report that this process holds the lock of a path."""
    report(LOCKED, os.fsencode(target))


def report_released(target: Path) -> None:
    """Report that this process has released the lock of a path."""
    report(RELEASED, os.fsencode(target))


def report_job_started(number: int) -> None:
    """Report that the process of a session starts a job."""
    report(JOB_STARTED, str(number).encode())


def report_job_ended() -> None:
    """Report that the running job of a session has ended."""
    report(JOB_ENDED)


def report(kind: bytes, name: bytes = b"") -> None:
    """Write one record."""
    record = kind + name + END
    with _write_lock, contextlib.suppress(OSError):
        while _pipe is not None and record:
            record = record[os.write(_pipe, record) :]
