"""Class codes in texts of other tools."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CODE = re.compile(r"-?\d{1,18}", re.ASCII)


def are_codes(values: Iterable[str | None]) -> bool:
    """Whether all values are whole numbers that a file can store as such, or missing."""
    return all(value is None or _CODE.fullmatch(value) is not None for value in values)
