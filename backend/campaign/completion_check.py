"""Checks the content of completion markers, which anybody may have changed."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..files.identity import open_regular
from ..labels.classes import MAX_CODE

#: The largest marker: a thumbnail of 160 pixels and a few numbers per class are far smaller.
MAX_BYTES = 16 * 2**20
_MAX_NUMBER = 2**53
_PNG_DATA_URI = re.compile(r"data:image/png;base64,[A-Za-z0-9+/=]*", re.ASCII)


def read_text(path: Path) -> str:
    """The text of a marker; OSError if it is not a file, ValueError if it is not such a text."""
    with open_regular(path) as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise ValueError("too large")
    return content.decode("utf-8")


def is_valid_record(
    figures: Any, thumbnail: Any, campaign: Any, class_count: int | None = None
) -> bool:
    """Whether metrics and thumbnail are valid for a summary of this number of classes."""
    if not isinstance(campaign, str) or not isinstance(thumbnail, str):
        return False
    if thumbnail and not _PNG_DATA_URI.fullmatch(thumbnail):
        return False
    if not isinstance(figures, Mapping):
        return False
    classes, size = figures.get("classes"), figures.get("size")
    if not isinstance(classes, list) or not all(map(_is_class, classes)):
        return False
    if class_count is not None and len(classes) != class_count:
        return False
    if not (
        isinstance(size, list) and len(size) == 2 and all(_is_integer(side, 1) for side in size)
    ):
        return False
    if sum(entry["pixels"] for entry in classes) > size[0] * size[1]:
        return False
    return (
        _is_fraction(figures.get("mean_confidence"))
        and _is_fraction(figures.get("outside"))
        and _are_areas(figures.get("class_areas"), len(classes))
    )


def _is_class(entry: Any) -> bool:
    return (
        isinstance(entry, Mapping)
        and _is_integer(entry.get("code"), 0, MAX_CODE)
        and isinstance(entry.get("name"), str)
        and isinstance(entry.get("colour"), str)
        and _is_integer(entry.get("pixels"), 0)
    )


def _are_areas(value: Any, class_count: int) -> bool:
    if value is None:
        return True
    return (
        isinstance(value, list)
        and len(value) == class_count
        and all(_is_number(area) and 0 <= area < _MAX_NUMBER for area in value)
    )


def _is_fraction(value: Any) -> bool:
    return value is None or (_is_number(value) and 0 <= value <= 1)


def _is_integer(value: Any, minimum: int, maximum: int = _MAX_NUMBER) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and minimum <= value <= maximum


def _is_number(value: Any) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return abs(value) < _MAX_NUMBER if isinstance(value, int) else math.isfinite(value)
