"""Values from JSON have their declared types, or are refused."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from backend.common.json_types import MAX_INTEGER, checked, from_json

pytestmark = pytest.mark.backend


@dataclass(frozen=True)
class Point:
    row: int
    column: int


@dataclass(frozen=True)
class Track:
    name: str
    points: tuple[Point, ...]
    length: float | None = None
    closed: bool = False


def test_a_dataclass_with_nested_ones_is_read() -> None:
    data = {"name": "a", "points": [{"row": 1, "column": 2}], "length": 3}
    track = from_json(Track, data)
    assert track == Track("a", (Point(1, 2),), 3.0)
    assert isinstance(track.length, float)


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        {"name": "a", "points": [], "colour": "red"},
        {"name": 1, "points": []},
        {"name": "a", "points": {}},
        {"name": "a", "points": [{"row": 1.5, "column": 2}]},
        {"name": "a", "points": [{"row": True, "column": 2}]},
        {"name": "a", "points": [[1, 2]]},
        {"name": "a", "points": [{"row": MAX_INTEGER + 1, "column": 2}]},
        {"name": "a", "points": [], "length": "3"},
        {"name": "a", "points": [], "length": float("nan")},
        {"name": "a", "points": [], "length": 10**400},
        {"name": "a", "points": [], "closed": 1},
        {"name": "\udcff", "points": []},
    ],
)
def test_other_types_and_impossible_values_are_refused(data: Any) -> None:
    with pytest.raises(ValueError, match=r"its|it has"):
        from_json(Track, data)


def test_unknown_fields_are_ignored_where_that_is_asked_for() -> None:
    data = {"row": 1, "column": 2, "band": 3}
    assert from_json(Point, data, ignore_unknown=True) == Point(1, 2)


def test_paths_may_hold_bytes_that_are_no_text() -> None:
    assert checked("outputs", dict[str, str], {"map": "\udcff"}, surrogates=True)
    with pytest.raises(ValueError, match="not valid text"):
        checked("outputs", dict[str, str], {"map": "\udcff"})
