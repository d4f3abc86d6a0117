"""Folders: where things are kept between runs, and those that outputs want."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from ..core.errors import UserError
from .private import make_private_folder, untrusted_reason

#: What GDAL and SQLite may leave beside a file that is not finished.
_SIDECAR_SUFFIXES = ("-journal", "-wal", "-shm", ".aux.xml", ".ovr", ".msk", ".tmp")


def cache_folder(chosen: Path | None = None) -> Path | None:
    """The folder of features computed before: the chosen one, or the user's own cache.

    None where the user has no folder at all, as in some containers.
    """
    if chosen is not None:
        return chosen
    user_cache = _user_cache_folder()
    return user_cache / "features" if user_cache else None


def backbone_folder() -> Path:
    """The folder of backbones that were downloaded or converted, made where it is missing."""
    user_cache = _user_cache_folder()
    if user_cache is None:
        raise UserError(
            "backbone.not_stored",
            "This user has no home folder in which a backbone could be kept.",
            "Set the variable HOME or XDG_CACHE_HOME to a folder of yours, or name the backbone's "
            "own folder.",
        )
    folder = user_cache / "backbones"
    try:
        make_private_folder(folder)
        reason = untrusted_reason(folder)
    except OSError as error:
        reason = error.strerror or str(error)
    if reason:
        raise UserError(
            "backbone.not_stored",
            f"The backbone cannot be kept in {folder} ({reason}).",
            "Check that the folder is yours and that you alone may write in it.",
        )
    return folder


def existing_backbones() -> list[Path]:
    """The folders of backbones that are kept where nobody else can have put them."""
    user_cache = _user_cache_folder()
    try:
        if user_cache is None or untrusted_reason(user_cache / "backbones"):
            return []
        entries = sorted((user_cache / "backbones").iterdir())
        return [
            entry
            for entry in entries
            if not entry.name.startswith(".")
            and not entry.is_symlink()
            and entry.is_dir()
            and not untrusted_reason(entry)
        ]
    except OSError:
        return []


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


def _user_cache_folder() -> Path | None:
    configured = os.environ.get({"win32": "LOCALAPPDATA"}.get(sys.platform, "XDG_CACHE_HOME"), "")
    if sys.platform != "darwin" and configured and os.path.isabs(configured):
        return Path(configured) / "geodiffnet"
    try:
        home = Path.home()
    except RuntimeError:  # neither a variable nor an account says where
        return None
    if not os.environ.get("HOME", "unset"):  # empty, it would mean the root of all folders
        return None
    relative_path = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(
        sys.platform, ".cache"
    )
    return home / relative_path / "geodiffnet"


class OpenFolders:
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
        for ending in ("", *_SIDECAR_SUFFIXES):
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
