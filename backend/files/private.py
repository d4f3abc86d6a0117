"""Folders that only this user can write to; content that others could have changed is not used.

On Windows access is not controlled by modes; profile folders belong to the user, and nothing is
checked.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def untrusted_reason(folder: Path) -> str:
    """Why other users may have written to a folder; empty if only this user can.

    OSError if the status of the folder cannot be read.
    """
    if os.name != "posix":
        return ""
    status = os.stat(folder)
    if status.st_uid != os.geteuid():
        return "it belongs to another user"
    if status.st_mode & _WRITABLE_BY_OTHERS:
        return "other users can write to it; “chmod go-w” forbids it"
    return ""


def make_private_folder(folder: Path) -> None:
    """Create a folder and its missing parents with access for this user only."""
    if not folder.is_dir():
        make_private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
