"""Horizontal bars with 95 % intervals."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..core.formatting import percent, shorten
from .axes import LETTER_WIDTH, round_ticks
from .svg import Svg


@dataclass(frozen=True)
class Series:
    """One value with its interval per name; NaN where there is none."""

    label: str
    values: np.ndarray
    low: np.ndarray
    high: np.ndarray


def bar_chart(
    names: Sequence[str],
    series: Sequence[Series],
    label: str,
    maximum: float | None = 1.0,
    tick: Callable[[float], str] = percent,
) -> Svg:
    """Horizontal bars with intervals, one group of bars per name."""
    gutter = min(240.0, 18 + LETTER_WIDTH * max(len(name) for name in names))
    width, thick, gap = gutter + 346.0, 10.0, 12.0
    keys, top = _legend_layout([item.label for item in series], gutter, width)
    group = thick * len(series) + gap
    height = top + group * len(names) + 28
    right = width - 26
    drawing = Svg(width, height, label)
    ends = [np.where(np.isfinite(item.high), item.high, item.values) for item in series]
    largest = maximum or _largest(np.concatenate(ends))

    def x_of(value: float) -> float:
        return gutter + (right - gutter) * min(max(value / largest, 0), 1)

    for value in round_ticks(0, largest, 5):
        drawing.line(x_of(value), top - 4, x_of(value), height - 24, "grid")
        drawing.text(x_of(value), height - 8, tick(value), "tick middle")
    for number, (item, (x, y)) in enumerate(zip(series, keys, strict=True)):
        drawing.add("rect", x=x, y=y, width=10, height=10, class_=f"bar s{number}")
        drawing.text(x + 15, y + 9.5, item.label, "tick")
    for row, name in enumerate(names):
        y = top + gap / 2 + row * group
        max_letters = int((gutter - 8) / LETTER_WIDTH)
        short = shorten(name, max_letters)
        middle = y + thick * len(series) / 2 + 4.5
        drawing.text(gutter - 8, middle, short, "end", name if short != name else "")
        for number, item in enumerate(series):
            _bar(drawing, y + number * thick, thick, item, row, number, x_of, tick)
    drawing.line(gutter, top - 4, gutter, height - 24, "axis")
    return drawing


def _legend_layout(
    labels: Sequence[str], left: float, right: float
) -> tuple[list[tuple[float, float]], float]:
    """Positions of the labels of the legend, wrapped into lines, and the top of the chart."""
    positions: list[tuple[float, float]] = []
    x, y = left, 6.0
    for label in labels:
        wide = 34 + LETTER_WIDTH * len(label)
        if positions and x + wide - 19 > right:
            x, y = left, y + 18
        positions.append((x, y))
        x += wide
    return positions, y + 24


def _bar(
    drawing: Svg,
    y: float,
    thick: float,
    item: Series,
    row: int,
    number: int,
    x_of: Callable[[float], float],
    tick: Callable[[float], str],
) -> None:
    value, low, high = (float(part[row]) for part in (item.values, item.low, item.high))
    if not math.isfinite(value):
        drawing.text(x_of(0) + 6, y + thick - 1, "no pixels", "tick")
        return
    interval = f" ({tick(low)} to {tick(high)})" if math.isfinite(low) else ""
    drawing.add(
        "rect",
        title=f"{item.label}: {tick(value)}{interval}",
        x=x_of(0),
        y=y + 1,
        width=max(x_of(value) - x_of(0), 1.0),
        height=thick - 2,
        class_=f"bar s{number}",
    )
    if math.isfinite(low) and math.isfinite(high):
        centre = y + thick / 2
        drawing.line(x_of(low), centre, x_of(high), centre, "whisker")
        for end in (low, high):
            drawing.line(x_of(end), centre - 3, x_of(end), centre + 3, "whisker")


def _largest(values: np.ndarray) -> float:
    finite = values[np.isfinite(values)]
    return float(finite.max()) * 1.05 if len(finite) and finite.max() > 0 else 1.0
