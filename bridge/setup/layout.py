"""The folders of the backend's environment in the QGIS profile.

An environment cannot be moved, so each is created in a folder of its own, and a marker file,
written last, names the current one. Other environments are never used, nor any in a folder that
other users may write to.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import stat
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from .path_length import exceeds_path_limit, short_folder

MARKER = "current.json"
#: A marker has some hundred bytes.
MAX_MARKER_BYTES = 100_000
#: Short, since Windows by default allows paths of 259 characters only.
DIGEST_LENGTH = 10


@dataclass(frozen=True)
class Environment:
    """A complete environment, as described by its marker file."""

    name: str  # of its folder
    pins: str  # digest of what was installed
    platform: str
    python: str  # 3.11
    build: str  # of torch
    made: str  # date and time


class Layout:
    """The folder of all files that an installation writes."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.marker = folder / MARKER
        self.lock = folder / "setup.lock"
        self.wheels = folder / "wheels"
        self.temporary = folder / "temporary"
        self.certificates = folder / "certificates.pem"

    def current(self) -> Environment | None:
        """The current environment; None if there is no complete one."""
        try:
            # A link or a pipe was not written by an installation.
            if not stat.S_ISREG(os.lstat(self.marker).st_mode) or self.is_writable_by_others():
                return None
            with self.marker.open(encoding="utf-8") as file:
                environment = Environment(**json.loads(file.read(MAX_MARKER_BYTES)))
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        if not all(isinstance(value, str) for value in asdict(environment).values()):
            return None
        # Nor was a name that leads to another folder.
        plain = re.fullmatch(r"[0-9a-f]{10}(-[0-9]{1,9})?", environment.name)
        environment_folder = self.environment_folder(environment.name)
        if plain is None or environment_folder.is_symlink() or not environment_folder.is_dir():
            return None
        return environment

    def is_writable_by_others(self) -> bool:
        """Whether another user may write to the folder; Windows profiles are private."""
        if os.name != "posix":
            return False
        status = os.stat(self.folder)
        return status.st_uid != os.geteuid() or bool(status.st_mode & 0o022)

    def make_private(self) -> None:
        """Create the folder, for this user only; a marker that others could change is removed.

        Raises OSError where the folder belongs to another user.
        """
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        if self.is_writable_by_others():
            self.marker.unlink(missing_ok=True)
            os.chmod(self.folder, 0o700)

    def environment_folder(self, name: str) -> Path:
        return self.folder / name

    def new_name(self, pins: str) -> str:
        """An unused name for the folder of an environment."""
        name, number = pins[:DIGEST_LENGTH], 1
        while self.environment_folder(name).exists():
            number += 1
            name = f"{pins[:DIGEST_LENGTH]}-{number}"
        return name

    def make_current(self, environment: Environment) -> None:
        """Make a complete environment the current one, atomically."""
        partial = self.marker.with_suffix(".partial")
        with partial.open("w", encoding="utf-8") as file:
            json.dump(asdict(environment), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, self.marker)

    def remove_leftovers(self, keep: str = "") -> list[Path]:
        """Remove all environments but one, and temporary files; returns what remains."""
        for entry in self._environments():
            if entry.name != keep:
                remove_folder(entry)
        remove_folder(self.temporary)
        self.marker.with_suffix(".partial").unlink(missing_ok=True)
        return [entry for entry in self._environments() if entry.name != keep]

    def remove_all(self) -> list[Path]:
        """Remove everything but the lock; returns what could not be removed."""
        # The marker first, so that a partly removed environment is not used.
        self.marker.unlink(missing_ok=True)
        not_removed = self.remove_leftovers()
        remove_folder(self.wheels)
        self.certificates.unlink(missing_ok=True)
        return not_removed + [folder for folder in (self.wheels,) if folder.exists()]

    def _environments(self) -> list[Path]:
        reserved = {self.wheels, self.temporary}
        if not self.folder.is_dir():
            return []
        # A link was not created by an installation, and its target is not removed.
        return [
            entry
            for entry in self.folder.iterdir()
            if entry.is_dir() and not entry.is_symlink() and entry not in reserved
        ]


def profile_layout() -> Layout:
    """The layout in the QGIS profile, or in a short folder where Windows limits path lengths."""
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "geodiffnet" / "runtime"
    if sys.platform == "win32":
        short = short_folder()
        if (short / MARKER).exists() or exceeds_path_limit(folder):
            return Layout(short)
    return Layout(folder)


def remove_folder(folder: Path) -> None:
    """Remove a folder as far as possible: on Windows, files in use remain."""

    def make_writable_and_retry(function: Any, path: str, _: Any) -> None:
        try:
            os.chmod(path, stat.S_IRWXU)
            function(path)
        except OSError:
            return

    shutil.rmtree(folder, onerror=make_writable_and_retry)
