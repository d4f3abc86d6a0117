"""The path length limit of Windows, and the folder that is used where it would be exceeded."""

from __future__ import annotations

import os
import sys
from pathlib import Path

#: The longest path inside an environment on Windows, measured with the pinned packages.
MAX_PATH_INSIDE = 190
WINDOWS_MAX_PATH = 259
#: The name of an environment's folder, with a number where there are several.
MAX_ENVIRONMENT_NAME = 13


def excess_path_length(folder: Path) -> int:
    """By how many characters the longest path in an environment exceeds the limit of Windows."""
    return len(str(folder)) + 1 + MAX_ENVIRONMENT_NAME + 1 + MAX_PATH_INSIDE - WINDOWS_MAX_PATH


def exceeds_path_limit(folder: Path) -> bool:
    """Whether the paths of environments in a folder are too long for this computer."""
    return sys.platform == "win32" and excess_path_length(folder) > 0 and not _has_long_paths()


def short_folder() -> Path:
    """A folder of the user with a short path."""
    return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "geodiffnet"


def _has_long_paths() -> bool:
    if sys.platform == "win32":
        import winreg

        key = r"SYSTEM\CurrentControlSet\Control\FileSystem"
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
                return bool(winreg.QueryValueEx(opened, "LongPathsEnabled")[0])
        except OSError:
            return False
    return False
