"""Folders: where things are kept between runs, and those that outputs want."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from ..errors import UserError

#: What GDAL and SQLite may leave beside a file that is not finished.
_LEFT_BESIDE = ("-journal", "-wal", "-shm", ".aux.xml", ".ovr", ".msk", ".tmp")


def cache_folder(chosen: Path | None = None) -> Path:
    """The folder of features computed before: the chosen one, or the user's own cache."""
    return chosen if chosen is not None else _user_cache() / "features"


def backbone_folder() -> Path:
    """The folder of backbones that were downloaded or converted."""
    return _user_cache() / "backbones"


def make_output_folder(folder: Path) -> None:
    """Make a folder for outputs, and those it is in, where they are missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            "output.not_writable",
            f"The folder {folder} cannot be made ({error.strerror}).",
            "Choose a folder in which you may create files.",
        ) from error


def _user_cache() -> Path:
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "geodiffnet"


class HeldFolders:
    """Folders that are written to: what was begun in one is found again when it was renamed."""

    def __init__(self) -> None:
        self._numbers: dict[Path, int] = {}

    def hold(self, folder: Path) -> None:
        """Hold a folder open where the system can; where not, it cannot be renamed meanwhile."""
        if folder in self._numbers or os.unlink not in os.supports_dir_fd:
            return
        with contextlib.suppress(OSError):  # whoever writes there says so
            flags = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
            self._numbers[folder] = os.open(folder, flags)

    def check(self) -> None:
        """Refuse to go on where a folder is not any more where it was."""
        for folder, number in self._numbers.items():
            try:
                same = os.path.samestat(os.stat(folder), os.fstat(number))
            except OSError:
                same = False
            if not same:
                raise UserError(
                    "output.not_writable",
                    f"The folder {folder} was moved, renamed or removed while the job was running.",
                    "Leave the outputs' folder where it is until the job has finished, and run it "
                    "again.",
                )

    def remove(self, path: Path) -> None:
        """Remove a file, and what libraries keep beside it, from where its folder is now."""
        number = self._numbers.get(path.parent)
        for ending in ("", *_LEFT_BESIDE):
            with contextlib.suppress(OSError):
                if number is None:
                    os.unlink(f"{path}{ending}")
                else:
                    os.unlink(f"{path.name}{ending}", dir_fd=number)

    def close(self) -> None:
        """Let go of all of them."""
        for number in self._numbers.values():
            os.close(number)
        self._numbers.clear()
