"""Parses numbers in the metadata of rasters and products."""

from __future__ import annotations

#: Characters of a number with its unit; longer texts are not parsed.
MAX_NUMBER_LENGTH = 64


def parse_number(text: str | None) -> float | None:
    """The number in a text; None where it is missing, too long or no number."""
    if text is None or len(text) > MAX_NUMBER_LENGTH:
        return None
    try:
        return float(text)
    except ValueError:
        return None
