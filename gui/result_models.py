"""The models of the panel: that of each map, kept with it, and those trained for suggestions."""

from __future__ import annotations

from pathlib import Path


class ResultModels:
    """Which model suggests locations."""

    def __init__(self) -> None:
        self._newest: dict[str, Path] = {}  # by key of the previews

    def clear(self) -> None:
        """Forget the models of another project."""
        self._newest.clear()

    def add(self, key: str, model: Path) -> None:
        """Add the newest model of a training layer and a scene."""
        self._newest[key] = model

    def find(self, key: str, shown: Path | None) -> Path | None:
        """The model of the map that is shown, or else the newest one."""
        if shown is not None and shown.is_file():
            return shown
        # A model of another scene may use other bands.
        return self._newest.get(key)
