"""Temporary files beside targets, under names that nobody can take beforehand.

In a folder where others may write, whoever knows a temporary name in advance can put a link there
and have its target overwritten. So a name holds a random part, and the file is created
exclusively: where anything exists, a link included, creating it fails. The name also holds the
number of its process, so that files of killed processes are recognised.
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
    """Create a file and open it for writing; FileExistsError where anything has its name."""
    return os.open(path, _CREATE_FLAGS, mode)
