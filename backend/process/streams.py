"""The standard streams of a process that was started with some of them closed.

The numbers 0, 1 and 2 would go to the next files that are opened: what libraries print would be
written into an output.
"""

from __future__ import annotations

import os
import sys
from typing import TextIO

_OPENED_STREAMS: list[TextIO] = []


def open_closed_streams() -> None:
    """Give each of them that is closed a place where what is written is lost, or nothing is read.

    To be called before any other file is opened.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:  # the lowest number that is free is the one that is given
            os.open(os.devnull, os.O_RDWR)
    for name, mode, number in (("stdin", "r", 0), ("stdout", "w", 1), ("stderr", "w", 2)):
        if getattr(sys, name) is None:
            stream = open(number, mode, encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)
            _OPENED_STREAMS.append(stream)
