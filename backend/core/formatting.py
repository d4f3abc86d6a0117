"""Numbers as text, the same way in reports, charts and messages."""

from __future__ import annotations

import math
from typing import SupportsFloat

NARROW_SPACE = "\u202f"  # does not break
MISSING = "–"


def percent(value: SupportsFloat, digits: int = 0) -> str:
    """A proportion as a percentage; a dash for NaN."""
    share = float(value)
    return f"{share * 100:.{digits}f}{NARROW_SPACE}%" if math.isfinite(share) else MISSING


def percent_range(low: SupportsFloat, high: SupportsFloat, digits: int = 0) -> str:
    """An interval of proportions as percentages; a dash where a limit is NaN."""
    if not (math.isfinite(float(low)) and math.isfinite(float(high))):
        return MISSING
    return f"{float(low) * 100:.{digits}f}–{percent(high, digits)}"


def number(value: SupportsFloat, digits: int = 3) -> str:
    """A number with fixed decimals; a dash for NaN."""
    return f"{float(value):.{digits}f}" if math.isfinite(float(value)) else MISSING


def count(value: SupportsFloat) -> str:
    """A whole number with narrow spaces between thousands."""
    return f"{round(float(value)):,}".replace(",", NARROW_SPACE)


def area(value: SupportsFloat) -> str:
    """An area in hectares or pixels: whole numbers from 100 on, else two decimals."""
    return count(value) if abs(float(value)) >= 100 else number(value, 2)


def count_with_noun(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun, such as `1 pixel` or `2 pixels`."""
    return f"{number} {noun}" if number == 1 else f"{number} {plural or noun + 's'}"


def percentage_points(difference: SupportsFloat, digits: int = 1) -> str:
    """A difference of two proportions in percentage points, with its sign."""
    return f"{float(difference) * 100:+.{digits}f}".replace("-", "−")


def percentage_point_range(low: SupportsFloat, high: SupportsFloat, digits: int = 1) -> str:
    """An interval of differences in percentage points; a dash where a limit is NaN."""
    if not (math.isfinite(float(low)) and math.isfinite(float(high))):
        return MISSING
    return f"{percentage_points(low, digits)} … {percentage_points(high, digits)}"


def shorten(text: str, max_length: int) -> str:
    """The text, cut with an ellipsis where it is longer."""
    return text if len(text) <= max_length else text[: max_length - 1].rstrip() + "…"
