"""The maps that the panel has made: when, by which method, how accurate, from which polygons.

Records are stored in the project. Their files are found by the folder of the training layer and
their number, so that a project cannot name other files. A project may come from anywhere, so what
it contains is checked.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Any

from ..backend.common.methods import METHODS
from .project_state import read_json

#: Maps of a scene and a training layer; the files of older ones are removed.
MAX_MAPS = 10
#: In all scenes and layers of a project.
MAX_RECORDS = 500
MAX_TEXT = 200
MAX_NAMES = 50
MAX_NUMBER = 10**8
MAX_TIME = 2**33  # the year 2242
DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class MapRecord:
    """A finished map."""

    layer: str  # id of the training layer
    scene: str  # id of the scene
    number: int  # of its files
    time: float  # seconds since 1970
    method: str
    digest: str  # of the polygons it was made from
    accuracy: float | None  # None where it could not be estimated
    single: tuple[str, ...] = ()  # classes drawn in one location only, if so
    few: tuple[str, ...] = ()  # classes with few polygons, if the accuracy was estimated


class MapHistory:
    """The records of a project, in the order in which the maps were made."""

    def __init__(self, records: tuple[MapRecord, ...] = ()):
        self._records = list(records)

    def __bool__(self) -> bool:
        return bool(self._records)

    def add(self, record: MapRecord) -> list[MapRecord]:
        """Add a map; the oldest of the same scene and layer are dropped and returned."""
        self._records.append(record)
        dropped = self.maps_of(record.layer, record.scene)[MAX_MAPS:]
        for old in dropped:
            self._records.remove(old)
        del self._records[:-MAX_RECORDS]
        return dropped

    def maps_of(self, layer: str, scene: str) -> list[MapRecord]:
        """The maps of a scene with a training layer, the newest first."""
        return [
            record
            for record in reversed(self._records)
            if record.layer == layer and record.scene == scene
        ]

    @property
    def layers(self) -> set[str]:
        """The ids of all training layers."""
        return {record.layer for record in self._records}

    def numbers_of(self, layer: str) -> set[int]:
        """The numbers of all maps with a training layer, of any scene."""
        return {record.number for record in self._records if record.layer == layer}

    def to_text(self) -> str:
        """The records as JSON."""
        return json.dumps([asdict(record) for record in self._records], ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> MapHistory:
        """The records in JSON; what is not a record is left out."""
        rows = read_json(text)
        records = [_record(row) for row in (rows if isinstance(rows, list) else [])[-MAX_RECORDS:]]
        return cls(tuple(record for record in records if record is not None))


def _record(row: Any) -> MapRecord | None:
    if not isinstance(row, dict):
        return None
    layer, scene = _text(row.get("layer")), _text(row.get("scene"))
    method, digest = _text(row.get("method")), _text(row.get("digest"))
    number, when = _number(row.get("number"), 1, MAX_NUMBER), _number(row.get("time"), 0, MAX_TIME)
    accuracy = _number(row.get("accuracy"), 0, 1)
    if (
        not layer
        or not scene
        or method not in METHODS
        or not DIGEST.fullmatch(digest)
        or number is None
        or number != int(number)
        or when is None
    ):
        return None
    single, few = _names(row.get("single")), _names(row.get("few"))
    return MapRecord(layer, scene, int(number), when, method, digest, accuracy, single, few)


def _names(value: Any) -> tuple[str, ...]:
    names = [_text(name) for name in (value if isinstance(value, list) else [])[:MAX_NAMES]]
    return tuple(filter(None, names))


def _text(value: Any) -> str:
    return value if isinstance(value, str) and len(value) <= MAX_TEXT else ""


def _number(value: Any, low: float, high: float) -> float | None:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return float(value) if low <= value <= high else None  # NaN is in no range
