"""Where the files of the project that are no code lie: beside the package, or inside it.

A checkout and the plugin keep `resources/` beside `backend/`; the wheel carries what the backend
reads of it inside the package.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resource_folder(name: str) -> Path:
    """The folder of that name in `resources/`."""
    inside = _PACKAGE / "resources" / name
    return inside if inside.is_dir() else _PACKAGE.parent / "resources" / name
