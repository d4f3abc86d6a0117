"""Where things are kept between runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder(chosen: Path | None = None) -> Path:
    """The folder of features computed before: the chosen one, or the user's own cache."""
    return chosen if chosen is not None else _user_cache() / "features"


def backbone_folder() -> Path:
    """The folder of backbones that were downloaded or converted."""
    return _user_cache() / "backbones"


def _user_cache() -> Path:
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "geodiffnet"
