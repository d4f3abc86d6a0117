"""Writes each warning of a library to the log once.

Python's own filters do that too, but they are lost where threads of a library, such as those in
which scikit-learn grows trees, set and restore them at the same time; a log then has a line for
every tree.
"""

from __future__ import annotations

import warnings
from typing import TextIO

#: Different warnings that are written; a process with more of them has other problems.
MAX_WARNINGS = 1000


def write_warnings_once() -> None:
    """Write further occurrences of a warning at the same place no more."""
    write = warnings.showwarning
    written: set[tuple[str, type[Warning], str, int]] = set()

    def write_once(
        message: Warning | str,
        category: type[Warning],
        filename: str,
        lineno: int,
        file: TextIO | None = None,
        line: str | None = None,
    ) -> None:
        key = (str(message), category, filename, lineno)
        if key not in written and len(written) < MAX_WARNINGS:
            written.add(key)
            write(message, category, filename, lineno, file, line)

    warnings.showwarning = write_once
