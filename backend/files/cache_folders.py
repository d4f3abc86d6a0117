"""Cache folders of the user, and folders of outputs."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from ..core.errors import UserError
from .private import make_private_folder, untrusted_reason

#: Files that GDAL and SQLite may leave beside an unfinished file.
_SIDECAR_SUFFIXES = ("-journal", "-wal", "-shm", ".aux.xml", ".ovr", ".msk", ".tmp")


def cache_folder(chosen: Path | None = None) -> Path | None:
    """The folder of cached features: the chosen one, or the cache of the user.

    None where the user has no home folder, as in some containers.
    """
    if chosen is not None:
        return chosen
    user_cache = _user_cache_folder()
    return user_cache / "features" if user_cache else None


def backbone_folder() -> Path:
    """The folder of downloaded and converted backbones; created where it is missing."""
    user_cache = _user_cache_folder()
    if user_cache is None:
        raise UserError(
            "backbone.not_stored",
            "This user has no home folder in which a backbone could be stored.",
            "Set the environment variable HOME or XDG_CACHE_HOME to a folder of yours, or give the "
            "folder of the backbone.",
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
            f"The backbone cannot be stored in {folder} ({reason}).",
            "Check that the folder is yours and that only you can write to it.",
        )
    return folder


def existing_backbones() -> list[Path]:
    """The folders of stored backbones that no other user can have written."""
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
    """Create a folder for outputs and its parents where they are missing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            "output.not_writable",
            f"The folder {folder} cannot be created ({error.strerror}).",
            "Choose a folder in which you may create files.",
        ) from error


def _user_cache_folder() -> Path | None:
    configured = os.environ.get({"win32": "LOCALAPPDATA"}.get(sys.platform, "XDG_CACHE_HOME"), "")
    if sys.platform != "darwin" and configured and os.path.isabs(configured):
        return Path(configured) / "geodiffnet"
    try:
        home = Path.home()
    except RuntimeError:  # neither an environment variable nor the account defines it
        return None
    if not os.environ.get("HOME", "unset"):  # an empty HOME would be the root folder
        return None
    relative_path = {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(
        sys.platform, ".cache"
    )
    return home / relative_path / "geodiffnet"


class OpenFolders:
    """Output folders held open, so that temporary files are found when a folder is renamed."""

    def __init__(self) -> None:
        self._numbers: dict[Path, int] = {}

    def hold(self, folder: Path) -> None:
        """Hold a folder open; on systems that cannot, an open folder cannot be renamed either."""
        if folder in self._numbers or os.unlink not in os.supports_dir_fd:
            return
        with contextlib.suppress(OSError):  # writing to the folder reports the error
            flags = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)
            self._numbers[folder] = os.open(folder, flags)

    def check(self) -> None:
        """Refuse to continue when a folder was moved, renamed or removed."""
        for folder, number in self._numbers.items():
            try:
                same = os.path.samestat(os.stat(folder), os.fstat(number))
            except OSError:
                same = False
            if not same:
                raise UserError(
                    "output.not_writable",
                    f"The folder {folder} was moved, renamed or removed while the job was running.",
                    "Run the job again and leave the folder in place until it has finished.",
                )

    def remove(self, path: Path) -> None:
        """Remove a file and its sidecar files from the current location of its folder."""
        number = self._numbers.get(path.parent)
        for ending in ("", *_SIDECAR_SUFFIXES):
            with contextlib.suppress(OSError):
                if number is None:
                    os.unlink(f"{path}{ending}")
                else:
                    os.unlink(f"{path.name}{ending}", dir_fd=number)

    def close(self) -> None:
        """Close all folders."""
        for number in self._numbers.values():
            os.close(number)
        self._numbers.clear()
