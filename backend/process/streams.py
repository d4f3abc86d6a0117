"""Opens standard streams that were closed when the process was started.

The descriptors 0, 1 and 2 would otherwise be assigned to the next files that are opened, and
libraries would print into an output file.
"""

from __future__ import annotations

import os
import sys
from typing import IO, Any

_OPENED_STREAMS: list[IO[Any]] = []


def open_closed_streams() -> None:
    """Connect closed standard streams to the null device; call it before opening any file."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # the lowest free descriptor is assigned
            os.open(os.devnull, os.O_RDWR)
    for name, mode, number in (("stdin", "r", 0), ("stdout", "w", 1), ("stderr", "w", 2)):
        if getattr(sys, name) is None:
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            _OPENED_STREAMS.append(stream)
