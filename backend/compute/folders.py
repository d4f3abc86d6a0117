"""Folders: where things are kept between runs, and those that outputs want."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from ..errors import UserError


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
