"""Temporary files beside targets, with names that cannot be predicted.

In a folder where others can write, a predictable temporary name could be taken by a link to another
file, which would then be overwritten. A name therefore has a random part, and the file is created
exclusively: creating it fails if the name exists, even as a link. The name also contains the
process number, so that files of killed processes are recognised.
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from ..common.protocol import temporary_name

_CREATE_FLAGS = (
    os.O_WRONLY
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def temporary_path(target: Path) -> Path:
    """A new name beside `target`, for this process."""
    return target.with_name(temporary_name(target.name, os.getpid(), secrets.token_hex(8)))


def create_exclusively(path: Path, mode: int = 0o666) -> int:
    """Create a file and open it for writing; FileExistsError if the name exists."""
    return os.open(path, _CREATE_FLAGS, mode)
