"""Where the backend's environment lies in the profile, and which one is in use.

An environment cannot be moved once it is made, so each is made in a folder of its own, and a small
file, written last, names the one to use. What that file does not name is never used, nor anything
in a folder in which other users may write.
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
#: Characters; a marker has some hundreds.
MAX_MARKER_BYTES = 100_000
#: Short, since Windows by default allows paths of 259 characters only.
DIGEST_LENGTH = 10


@dataclass(frozen=True)
class Environment:
    """A finished environment, as its marker describes it."""

    name: str  # of its folder
    pins: str  # digest of what was installed
    platform: str
    python: str  # 3.11
    build: str  # of torch
    made: str  # when


class Layout:
    """The folder of all that set-up writes."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.marker = folder / MARKER
        self.lock = folder / "setup.lock"
        self.wheels = folder / "wheels"
        self.temporary = folder / "temporary"
        self.certificates = folder / "certificates.pem"

    def current(self) -> Environment | None:
        """The environment to use; None if there is no finished one."""
        try:
            # A link, or a pipe that nobody writes to, was not written by set-up.
            if not stat.S_ISREG(os.lstat(self.marker).st_mode) or self.is_writable_by_others():
                return None
            with self.marker.open(encoding="utf-8") as file:
                environment = Environment(**json.loads(file.read(MAX_MARKER_BYTES)))
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        if not all(isinstance(value, str) for value in asdict(environment).values()):
            return None
        # Nor was a name that leads elsewhere.
        plain = re.fullmatch(r"[0-9a-f]{10}(-[0-9]{1,9})?", environment.name)
        environment_folder = self.environment_folder(environment.name)
        if plain is None or environment_folder.is_symlink() or not environment_folder.is_dir():
            return None
        return environment

    def is_writable_by_others(self) -> bool:
        """Whether another user can have put something there; on Windows profiles are one's own."""
        if os.name != "posix":
            return False
        status = os.stat(self.folder)
        return status.st_uid != os.geteuid() or bool(status.st_mode & 0o022)

    def make_private(self) -> None:
        """Make the folder where it is missing, for this user alone; what others could change goes.

        OSError where it belongs to somebody else.
        """
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        self.folder.mkdir(mode=0o700, exist_ok=True)
        if self.is_writable_by_others():
            self.marker.unlink(missing_ok=True)
            os.chmod(self.folder, 0o700)

    def environment_folder(self, name: str) -> Path:
        return self.folder / name

    def new_name(self, pins: str) -> str:
        """The name of a folder that does not exist yet."""
        name, number = pins[:DIGEST_LENGTH], 1
        while self.environment_folder(name).exists():
            number += 1
            name = f"{pins[:DIGEST_LENGTH]}-{number}"
        return name

    def make_current(self, environment: Environment) -> None:
        """Declare an environment finished, at once and for good."""
        partial = self.marker.with_suffix(".partial")
        with partial.open("w", encoding="utf-8") as file:
            json.dump(asdict(environment), file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(partial, self.marker)

    def remove_leftovers(self, keep: str = "") -> list[Path]:
        """Remove every environment but one, and temporary files; gives what would not go."""
        for entry in self._environments():
            if entry.name != keep:
                remove_folder(entry)
        remove_folder(self.temporary)
        self.marker.with_suffix(".partial").unlink(missing_ok=True)
        return [entry for entry in self._environments() if entry.name != keep]

    def remove_all(self) -> list[Path]:
        """Remove everything that set-up wrote but its lock; gives what would not go."""
        # First the marker: nothing half removed may be used.
        self.marker.unlink(missing_ok=True)
        not_removed = self.remove_leftovers()
        remove_folder(self.wheels)
        self.certificates.unlink(missing_ok=True)
        return not_removed + [folder for folder in (self.wheels,) if folder.exists()]

    def _environments(self) -> list[Path]:
        reserved = {self.wheels, self.temporary}
        if not self.folder.is_dir():
            return []
        # A link is somebody else's doing, and what it leads to is not ours to remove.
        return [
            entry
            for entry in self.folder.iterdir()
            if entry.is_dir() and not entry.is_symlink() and entry not in reserved
        ]


def profile_layout() -> Layout:
    """The layout in the user's profile, or beside it where Windows allows no longer path."""
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "geodiffnet" / "runtime"
    if sys.platform == "win32":
        short = short_folder()
        if (short / MARKER).exists() or exceeds_path_limit(folder):
            return Layout(short)
    return Layout(folder)


def remove_folder(folder: Path) -> None:
    """Remove a folder as far as the system allows: on Windows, files in use stay."""

    def make_writable_and_retry(function: Any, path: str, _: Any) -> None:
        try:
            os.chmod(path, stat.S_IRWXU)
            function(path)
        except OSError:
            return

    shutil.rmtree(folder, onerror=make_writable_and_retry)
