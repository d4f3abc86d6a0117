"""Where Windows would refuse the longest path inside an environment, and what is done about it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

#: The longest path inside an environment on Windows, measured with the pinned packages.
MAX_PATH_INSIDE = 190
WINDOWS_MAX_PATH = 259
#: The folder's name, and a number should there be several of that name.
MAX_ENVIRONMENT_NAME = 13


def excess_path_length(folder: Path) -> int:
    """By how much the longest path inside an environment in a folder is over Windows's limit."""
    return len(str(folder)) + 1 + MAX_ENVIRONMENT_NAME + 1 + MAX_PATH_INSIDE - WINDOWS_MAX_PATH


def exceeds_path_limit(folder: Path) -> bool:
    """Whether environments in a folder would have too long paths on this machine."""
    return sys.platform == "win32" and excess_path_length(folder) > 0 and not _has_long_paths()


def short_folder() -> Path:
    """A folder of the user's whose path is short, where the profile's is not."""
    return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "geodiffnet"


def _has_long_paths() -> bool:
    import winreg

    key = r"SYSTEM\CurrentControlSet\Control\FileSystem"
    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key) as opened:
            return bool(winreg.QueryValueEx(opened, "LongPathsEnabled")[0])
    except OSError:
        return False
