"""A grid of cells shaded by their values."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..core.formatting import number, percent
from .axes import LETTER_WIDTH
from .svg import Svg


def heat_grid(
    columns: Sequence[str],
    rows: Sequence[str],
    values: np.ndarray,
    limits: tuple[float, float],
    corner: str,
    label: str,
    best: tuple[int, int] | None = None,
) -> Svg:
    """Proportions (rows, columns) as cells; the nearer to the upper limit, the darker."""
    gutter = 26 + LETTER_WIDTH * max(len(corner), *(len(name) for name in rows))
    wide, high, top = 64.0, 44.0, 26.0
    drawing = Svg(gutter + wide * len(columns) + 4, top + high * len(rows) + 4, label)
    drawing.text(gutter - 8, 16, corner, "tick end")
    low, span = limits[0], max(limits[1] - limits[0], 1e-9)
    for column, name in enumerate(columns):
        drawing.text(gutter + wide * (column + 0.5), 16, name, "tick middle")
    for row, name in enumerate(rows):
        y = top + high * row
        drawing.text(gutter - 8, y + high / 2 + 4, name, "tick end")
        for column, value in enumerate(values[row]):
            x = gutter + wide * column
            share = min(max((float(value) - low) / span, 0.0), 1.0) if math.isfinite(value) else 0.0
            drawing.add(
                "rect",
                title=f"{rows[row]}, {columns[column]}: {percent(value, 1)}",
                x=x + 1,
                y=y + 1,
                width=wide - 2,
                height=high - 2,
                rx=3,
                class_="heat",
                fill_opacity=f"{0.06 + 0.9 * share:.2f}",
            )
            shown = number(value * 100, 1)
            tone = "middle on-heat" if share > 0.55 else "middle"
            drawing.text(x + wide / 2, y + high / 2 + 4.5, shown, tone)
    if best is not None:
        x, y = gutter + wide * best[1], top + high * best[0]
        drawing.add("rect", x=x, y=y, width=wide, height=high, rx=4, class_="best")
    return drawing
