"""The reliability diagram: confidence against observed accuracy."""

from __future__ import annotations

import numpy as np

from ..core.formatting import count, percent
from ..metrics.calibration import Reliability
from .svg import Svg, path


def reliability_diagram(found: Reliability) -> Svg:
    """Confidence against observed accuracy, with the number of pixels per bin below."""
    width, left, right, top, bottom = 420.0, 56.0, 400.0, 28.0, 314.0
    drawing = Svg(width, 418, "Reliability diagram: confidence against observed accuracy")

    def x(value: float) -> float:
        return left + (right - left) * value

    def y(value: float) -> float:
        return bottom - (bottom - top) * value

    for value in (0, 0.25, 0.5, 0.75, 1):
        drawing.line(x(value), top, x(value), bottom, "grid")
        drawing.line(left, y(value), right, y(value), "grid")
        drawing.text(x(value), bottom + 17, percent(value), "tick middle")
        drawing.text(left - 7, y(value) + 4, percent(value), "tick end")
    drawing.line(x(0), y(0), x(1), y(1), "ideal")
    filled = np.flatnonzero(found.count > 0)
    points = [(x(found.confidence[i]), y(found.accuracy[i])) for i in filled]
    drawing.add("path", d=path(points), class_="curve s0")
    for i, (px, py) in zip(filled, points, strict=True):
        drawing.line(px, y(found.low[i]), px, y(found.high[i]), "whisker")
        drawing.add(
            "circle",
            title=f"Confidence {percent(found.confidence[i])}: observed accuracy "
            f"{percent(found.accuracy[i])} of {count(found.count[i])} pixels",
            cx=px,
            cy=py,
            r=4.5,
            class_="dot s0",
        )
    floor, tall = 398.0, 36.0
    for i in filled:
        high = max(tall * found.count[i] / found.count.max(), 1.0)
        start, end = x(found.edges[i]), x(found.edges[i + 1])
        drawing.add(
            "rect",
            title=f"{count(found.count[i])} pixels",
            x=start + 1.5,
            y=floor - high,
            width=end - start - 3,
            height=high,
            class_="bar s0",
        )
    drawing.line(left, floor, right, floor, "axis")
    drawing.text(left - 7, floor - 12, "pixels", "tick end")
    drawing.text((left + right) / 2, 414, "confidence", "tick middle")
    drawing.text(4, 14, "observed accuracy", "tick")
    return drawing
