"""Locations that the user skipped; they are not suggested again."""

from __future__ import annotations

import json
import math

from qgis.core import QgsPointXY

from .project_state import read_json

#: The newest are kept.
MAX_LOCATIONS = 2000
MAX_COORDINATE = 1e15
#: Locations nearer than this share of their coordinates are the same.
TOLERANCE = 1e-9


class SkippedLocations:
    """The skipped locations of each scene, in the coordinates of that scene."""

    def __init__(self) -> None:
        self._locations: dict[str, list[tuple[float, float]]] = {}

    def add(self, scene: str, location: QgsPointXY) -> None:
        """Remember a location of the scene with this id."""
        self.remove(scene, location)
        found = [*self.of(scene), (location.x(), location.y())]
        self._locations[scene] = found[-MAX_LOCATIONS:]

    def remove(self, scene: str, location: QgsPointXY) -> None:
        """Forget a location, which has been labelled after all."""
        self._locations[scene] = [
            known for known in self.of(scene) if not _same(known, (location.x(), location.y()))
        ]

    def of(self, scene: str) -> list[tuple[float, float]]:
        """The locations of a scene."""
        return self._locations.get(scene, [])

    def setting(self, scene: str) -> str:
        """The locations of a scene as the backend takes them."""
        return " ".join(f"{x!r},{y!r}" for x, y in self.of(scene))

    def to_text(self) -> str:
        """All locations as a text that the project keeps; empty where there are none."""
        kept = {scene: found for scene, found in self._locations.items() if found}
        return json.dumps(kept) if kept else ""

    def read_text(self, text: str) -> None:
        """Replace all locations by those of a text; what is damaged in it is left out."""
        self._locations = {}
        stored = read_json(text)
        for scene, locations in stored.items() if isinstance(stored, dict) else ():
            if isinstance(locations, list):
                found = [entry for entry in locations if _is_location(entry)]
                self._locations[scene] = [(float(x), float(y)) for x, y in found[-MAX_LOCATIONS:]]


def _is_location(entry: object) -> bool:
    return (
        isinstance(entry, list)
        and len(entry) == 2
        and all(_is_coordinate(value) for value in entry)
    )


def _is_coordinate(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    return -MAX_COORDINATE <= value <= MAX_COORDINATE  # NaN is in no range


def _same(first: tuple[float, float], second: tuple[float, float]) -> bool:
    return all(
        math.isclose(first[axis], second[axis], rel_tol=TOLERANCE, abs_tol=TOLERANCE)
        for axis in (0, 1)
    )
