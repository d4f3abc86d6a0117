"""Checks the content of completion markers, which anybody may have changed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..common.json_types import MAX_INTEGER, from_json
from ..files.identity import open_regular
from ..labels.classes import MAX_CODE

#: The largest marker: a thumbnail of 160 pixels and a few numbers per class are far smaller.
MAX_BYTES = 16 * 2**20
_PNG_DATA_URI = re.compile(r"data:image/png;base64,[A-Za-z0-9+/=]*", re.ASCII)


def read_text(path: Path) -> str:
    """The text of a marker; OSError if it is not a file, ValueError if it is not such a text."""
    with open_regular(path) as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ValueError("too large")
    return content.decode("utf-8")


@dataclass(frozen=True)
class _ClassRecord:
    code: int
    name: str
    colour: str
    pixels: int


@dataclass(frozen=True)
class _Record:
    """What a summary needs of a scene's metrics; a marker may hold more."""

    classes: tuple[_ClassRecord, ...]
    size: tuple[int, ...]
    mean_confidence: float | None = None
    outside: float | None = None
    class_areas: tuple[float, ...] | None = None


def is_valid_record(
    figures: Any, thumbnail: Any, campaign: Any, class_count: int | None = None
) -> bool:
    """Whether metrics and thumbnail are valid for a summary of this number of classes."""
    if not isinstance(campaign, str) or not isinstance(thumbnail, str):
        return False
    if thumbnail and not _PNG_DATA_URI.fullmatch(thumbnail):
        return False
    try:
        record = from_json(_Record, figures, ignore_unknown=True)
    except (ValueError, TypeError):  # values of other types, or none at all
        return False
    return _is_within_bounds(record) and class_count in (None, len(record.classes))


def _is_within_bounds(record: _Record) -> bool:
    fractions = (record.mean_confidence, record.outside)
    areas = record.class_areas
    return (
        len(record.size) == 2
        and min(record.size) >= 1
        and all(0 <= entry.code <= MAX_CODE and entry.pixels >= 0 for entry in record.classes)
        and sum(entry.pixels for entry in record.classes) <= record.size[0] * record.size[1]
        and all(fraction is None or 0 <= fraction <= 1 for fraction in fractions)
        and (
            areas is None
            or (
                len(areas) == len(record.classes) and all(0 <= area < MAX_INTEGER for area in areas)
            )
        )
    )
