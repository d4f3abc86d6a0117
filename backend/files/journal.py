"""Names of unfinished files, reported to the process that watches this one.

If this process is killed, by the system or because it does not stop, the watching process removes
them. Where nothing watches, reports go nowhere and the next writer cleans up.
"""

from __future__ import annotations

import contextlib
import os
import threading
from pathlib import Path

#: What a record begins with; a name follows the first four, and a zero byte ends each.
CREATED = b"+"
FINISHED = b"-"
LOCKED = b"("
RELEASED = b")"
CLEANING = b"~"
CLOSING = b"."
END = b"\0"

_pipe: int | None = None
_write_lock = threading.Lock()


def report_to(pipe: int | None) -> None:
    """Write all reports into a pipe from now on, or nowhere."""
    global _pipe
    _pipe = pipe


def report_created(path: Path) -> None:
    """A file or folder that must not outlive this process; report it before it is made."""
    report(CREATED, os.fsencode(path))


def report_finished(path: Path) -> None:
    """It was removed or has got its final name."""
    report(FINISHED, os.fsencode(path))


def report_locked(target: Path) -> None:
    """This process holds the lock of a path."""
    report(LOCKED, os.fsencode(target))


def report_released(target: Path) -> None:
    """It holds it no longer."""
    report(RELEASED, os.fsencode(target))


def report(kind: bytes, name: bytes = b"") -> None:
    """Write one record."""
    record = kind + name + END
    with _write_lock, contextlib.suppress(OSError):
        while _pipe is not None and record:
            record = record[os.write(_pipe, record) :]
