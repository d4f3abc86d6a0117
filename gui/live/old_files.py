"""Removes the files of earlier live maps."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from ...bridge.translation import tr
from ..file_removal import in_background

#: Files that the backend writes for a map; no others are removed from the folder.
MAP_FILE = re.compile(r"live-[0-9]+-[a-z0-9-]+\.tif(\.aux\.xml)?")


def remove_old_files(folder: Path, kept: Sequence[Path]) -> None:
    """Remove all maps but some, the last of which is the newest, and those written after it."""
    stems, newest = tuple(file.stem for file in kept), kept[-1]
    in_background(tr("Live map"), lambda: _remove_old_files(folder, stems, newest))


def remove_folder(folder: Path) -> None:
    """Remove a folder with all of its files."""
    in_background(tr("Live map"), lambda: shutil.rmtree(folder, ignore_errors=True))


def _remove_old_files(folder: Path, kept: tuple[str, ...], newest: Path) -> None:
    with contextlib.suppress(OSError):
        # Maps of jobs that were cancelled are old too, but not those of the running one.
        written = newest.stat().st_mtime
        for file in folder.iterdir():
            if MAP_FILE.fullmatch(file.name) is None or file.name.startswith(kept):
                continue
            # On Windows, a file that is being drawn cannot be removed yet.
            with contextlib.suppress(OSError):
                if file.stat().st_mtime < written:
                    file.unlink()
