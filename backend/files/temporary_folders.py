"""Temporary folders; folders of killed processes are removed by the next job."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path

from .journal import report_created
from .pending_files import is_alive


def make_temporary_folder(purpose: str) -> Path:
    """Create an empty folder for this process in the temporary folder of the system."""
    start = f"geodiffnet-{purpose}-"
    # not on Windows, where `is_alive` is always false
    if os.name == "posix":
        _remove_abandoned(re.compile(rf"{start}(\d+)-\w+"))
    folder = Path(tempfile.mkdtemp(prefix=f"{start}{os.getpid()}-"))
    report_created(folder)
    return folder


def _remove_abandoned(name: re.Pattern[str]) -> None:
    for entry in list(os.scandir(tempfile.gettempdir())):
        found = name.fullmatch(entry.name)
        if found and entry.is_dir(follow_symlinks=False) and entry.stat().st_uid == os.getuid():
            process = int(found[1])
            if not is_alive(process):
                shutil.rmtree(entry.path, ignore_errors=True)
