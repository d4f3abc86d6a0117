"""The models of the panel: that of each map, kept with it, and those trained for suggestions."""

from __future__ import annotations

from pathlib import Path

from .work_folder import number_of, remove_numbers


class ResultModels:
    """Which model suggests locations, and which model files are no longer needed."""

    def __init__(self) -> None:
        self._newest: dict[str, Path] = {}  # by key of the previews
        self._suggested: set[tuple[Path, int]] = set()  # folders and numbers of suggestions

    def clear(self) -> None:
        """Forget the models of another project; files of suggestions are still removed."""
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

    def add_suggestions(self, folder: Path, number: int) -> None:
        """Remove the files of suggestions, which have been read."""
        self._suggested.add((folder, number))
        remove_numbers(folder, ("places",), self._suggested_numbers(folder))

    def remove_outdated(self, folder: Path) -> None:
        """Remove the models of suggestions, except the newest; those of maps go with them."""
        newest = {number_of(str(path), folder, "model") for path in self._newest.values()}
        remove_numbers(folder, ("model",), self._suggested_numbers(folder) - newest)

    def _suggested_numbers(self, folder: Path) -> set[int]:
        return {number for found, number in self._suggested if found == folder}
