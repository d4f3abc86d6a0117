"""Numbers as text."""

from __future__ import annotations

import numpy as np
import pytest

from backend.core import formatting

pytestmark = pytest.mark.backend


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.123, 0, "12\u202f%"),
        (0.1234, 1, "12.3\u202f%"),
        (np.float64(1), 0, "100\u202f%"),
        (float("nan"), 0, "–"),
    ],
)
def test_percent(value: float, digits: int, text: str) -> None:
    assert formatting.percent(value, digits) == text


def test_an_interval_without_limits_is_a_dash() -> None:
    assert formatting.percent_range(0.351, 0.428) == "35–43\u202f%"
    assert formatting.percent_range(0.35, float("nan")) == "–"


def test_percentage_points_have_a_sign() -> None:
    assert formatting.percentage_points(-0.0123) == "−1.2"
    assert formatting.percentage_points(0.031, 0) == "+3"
    assert formatting.percentage_point_range(-0.031, 0.012, 0) == "−3 … +1"
    assert formatting.percentage_point_range(float("nan"), 0.012) == "–"


def test_thousands_are_separated() -> None:
    assert formatting.count(1234567) == "1\u202f234\u202f567"


def test_long_text_is_shortened() -> None:
    assert formatting.shorten("Grassland, extensively used", 12) == "Grassland,…"
    assert formatting.shorten("Grassland", 9) == "Grassland"
