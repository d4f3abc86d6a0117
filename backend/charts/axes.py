"""The axes of charts: a frame with grid lines, round ticks and labels."""

from __future__ import annotations

import math

import numpy as np

from .svg import Svg

LETTER_WIDTH = 7.2  # approximate width of a letter at the text size of charts
MAX_POINTS = 160  # of a line; more do not show on a screen


class Frame:
    """A chart with two axes."""

    def __init__(
        self,
        width: float,
        height: float,
        xs: np.ndarray,
        ys: np.ndarray,
        label: str,
        ticks: int = 5,
    ):
        self.drawing = Svg(width, height, label)
        self.left, self.right, self.top, self.bottom = 48.0, width - 14, 22.0, height - 42
        self._ticks = ticks
        self._x = _limits(xs)
        self._y = _limits(ys)

    def at(self, x: float, y: float) -> tuple[float, float]:
        """The position of a point in the drawing; values outside the limits lie on the border."""
        (x0, x1), (y0, y1) = self._x, self._y
        across = min(max((x - x0) / (x1 - x0), 0), 1)
        up = min(max((y - y0) / (y1 - y0), 0), 1)
        return (
            self.left + (self.right - self.left) * across,
            self.bottom - (self.bottom - self.top) * up,
        )

    def axes(self, x_label: str, y_label: str) -> None:
        """Grid lines, ticks and labels."""
        drawing = self.drawing
        for value in round_ticks(*self._x, self._ticks):
            x, _ = self.at(value, self._y[0])
            drawing.line(x, self.top, x, self.bottom, "grid")
            drawing.text(x, self.bottom + 16, _number(value), "tick middle")
        for value in round_ticks(*self._y, 4):
            _, y = self.at(self._x[0], value)
            drawing.line(self.left, y, self.right, y, "grid")
            drawing.text(self.left - 6, y + 4, _number(value), "tick end")
        drawing.line(self.left, self.bottom, self.right, self.bottom, "axis")
        drawing.text((self.left + self.right) / 2, self.bottom + 35, x_label, "tick middle")
        if y_label:
            drawing.text(4, 12, y_label, "tick")


def _limits(values: np.ndarray) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    if len(finite) == 0:
        return 0.0, 1.0
    low, high = (float(value) for value in np.clip((finite.min(), finite.max()), -1e300, 1e300))
    if high > low:
        return low, high
    around = max(0.5, abs(low) / 2)  # adding 1 does not change a very large number
    return low - around, high + around


def round_ticks(low: float, high: float, tick_count: int) -> list[float]:
    """Round numbers within limits, about `tick_count` of them."""
    rough = (high - low) / max(tick_count - 1, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(
        (factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough * 0.75),
        10 * power,
    )
    first = math.ceil(low / step - 1e-9)
    last = math.floor(high / step + 1e-9)
    return [number * step for number in range(first, last + 1)]


def _number(value: float) -> str:
    return f"{value:.4g}".replace("-", "−")
