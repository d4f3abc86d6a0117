"""Folders that only this user can write in: what others could have changed there is not used.

On Windows, where access is not a matter of modes, folders of a profile are the user's own and
nothing is checked.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def untrusted_reason(folder: Path) -> str:
    """Why others may have written in a folder; empty where only this user can.

    OSError where the folder cannot be looked at.
    """
    if os.name != "posix":
        return ""
    status = os.stat(folder)
    if status.st_uid != os.geteuid():
        return "it belongs to another user"
    if status.st_mode & _WRITABLE_BY_OTHERS:
        return "other users may write in it; chmod go-w takes that from them"
    return ""


def make_private_folder(folder: Path) -> None:
    """Make a folder, and those it is in, for this user alone where they are missing."""
    if not folder.is_dir():
        make_private_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)
