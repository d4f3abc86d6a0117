"""The report's charts, drawn from arrays; nothing here knows what a job is."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..compute.subsampling import evenly_spaced
from ..metrics.calibration import Reliability
from .svg import Svg, path, shorten

_MAX_POINTS = 160
_LETTER_WIDTH = 7.2  # rough width of a letter at the charts' size of text


@dataclass(frozen=True)
class Series:
    """One value with its interval for every name; NaN where there is none."""

    label: str
    values: np.ndarray
    low: np.ndarray
    high: np.ndarray


def bars(
    names: Sequence[str],
    series: Sequence[Series],
    label: str,
    maximum: float | None = 1.0,
    tick: Callable[[float], str] = lambda value: f"{value:.0%}",
) -> Svg:
    """Horizontal bars with intervals, one group a name."""
    gutter = min(140.0, 18 + _LETTER_WIDTH * max(len(name) for name in names))
    width, thick, gap = 460.0, 10.0, 12.0
    keys, top = _legend_layout([item.label for item in series], gutter, width)
    group = thick * len(series) + gap
    height = top + group * len(names) + 28
    right = width - 26
    drawing = Svg(width, height, label)
    ends = [np.where(np.isfinite(item.high), item.high, item.values) for item in series]
    largest = maximum or _largest(np.concatenate(ends))

    def place(value: float) -> float:
        return gutter + (right - gutter) * min(max(value / largest, 0), 1)

    for value in _ticks(0, largest, 5):
        drawing.line(place(value), top - 4, place(value), height - 24, "grid")
        drawing.text(place(value), height - 8, tick(value), "tick middle")
    for number, (item, (x, y)) in enumerate(zip(series, keys, strict=True)):
        drawing.add("rect", x=x, y=y, width=10, height=10, class_=f"bar s{number}")
        drawing.text(x + 15, y + 9.5, item.label, "tick")
    for row, name in enumerate(names):
        y = top + gap / 2 + row * group
        max_letters = int((gutter - 8) / _LETTER_WIDTH)
        short = shorten(name, max_letters)
        middle = y + thick * len(series) / 2 + 4.5
        drawing.text(gutter - 8, middle, short, "end", name if short != name else "")
        for number, item in enumerate(series):
            _bar(drawing, y + number * thick, thick, item, row, number, place, tick)
    drawing.line(gutter, top - 4, gutter, height - 24, "axis")
    return drawing


def _legend_layout(
    labels: Sequence[str], left: float, right: float
) -> tuple[list[tuple[float, float]], float]:
    """Where the labels of a key stand, in as many lines as it takes, and where the chart begins."""
    places, x, y = [], left, 6.0
    for label in labels:
        wide = 34 + _LETTER_WIDTH * len(label)
        if places and x + wide - 19 > right:
            x, y = left, y + 18
        places.append((x, y))
        x += wide
    return places, y + 24


def _bar(
    drawing: Svg,
    y: float,
    thick: float,
    item: Series,
    row: int,
    number: int,
    place: Callable[[float], float],
    tick: Callable[[float], str],
) -> None:
    value, low, high = (float(part[row]) for part in (item.values, item.low, item.high))
    if not math.isfinite(value):
        drawing.text(place(0) + 6, y + thick - 1, "no pixels", "tick")
        return
    spread = f" ({tick(low)} to {tick(high)})" if math.isfinite(low) else ""
    drawing.add(
        "rect",
        title=f"{item.label}: {tick(value)}{spread}",
        x=place(0),
        y=y + 1,
        width=max(place(value) - place(0), 1.0),
        height=thick - 2,
        class_=f"bar s{number}",
    )
    if math.isfinite(low) and math.isfinite(high):
        centre = y + thick / 2
        drawing.line(place(low), centre, place(high), centre, "whisker")
        for end in (low, high):
            drawing.line(place(end), centre - 3, place(end), centre + 3, "whisker")


def heat_grid(
    columns: Sequence[str],
    rows: Sequence[str],
    values: np.ndarray,
    limits: tuple[float, float],
    corner: str,
    label: str,
    best: tuple[int, int] | None = None,
) -> Svg:
    """Shares (rows, columns) as cells that are the darker, the nearer to the upper limit."""
    gutter = 26 + _LETTER_WIDTH * max(len(corner), *(len(name) for name in rows))
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
                title=f"{rows[row]}, {columns[column]}: {value:.1%}",
                x=x + 1,
                y=y + 1,
                width=wide - 2,
                height=high - 2,
                rx=3,
                class_="heat",
                fill_opacity=f"{0.06 + 0.9 * share:.2f}",
            )
            shown = f"{value * 100:.1f}" if math.isfinite(value) else "–"
            tone = "middle on-heat" if share > 0.55 else "middle"
            drawing.text(x + wide / 2, y + high / 2 + 4.5, shown, tone)
    if best is not None:
        x, y = gutter + wide * best[1], top + high * best[0]
        drawing.add("rect", x=x, y=y, width=wide, height=high, rx=4, class_="best")
    return drawing


def reliability_chart(found: Reliability) -> Svg:
    """Confidence against accuracy, with the number of pixels of each bin below."""
    width, left, right, top, bottom = 420.0, 56.0, 400.0, 14.0, 300.0
    drawing = Svg(width, 404, "Reliability diagram: confidence against accuracy")

    def x(value: float) -> float:
        return left + (right - left) * value

    def y(value: float) -> float:
        return bottom - (bottom - top) * value

    for value in (0, 0.25, 0.5, 0.75, 1):
        drawing.line(x(value), top, x(value), bottom, "grid")
        drawing.line(left, y(value), right, y(value), "grid")
        drawing.text(x(value), bottom + 17, f"{value:.0%}", "tick middle")
        drawing.text(left - 7, y(value) + 4, f"{value:.0%}", "tick end")
    drawing.line(x(0), y(0), x(1), y(1), "ideal")
    filled = np.flatnonzero(found.count > 0)
    points = [(x(found.confidence[i]), y(found.accuracy[i])) for i in filled]
    drawing.add("path", d=path(points), class_="curve s0")
    for i, (px, py) in zip(filled, points, strict=True):
        drawing.line(px, y(found.low[i]), px, y(found.high[i]), "whisker")
        drawing.add(
            "circle",
            title=f"{found.count[i]} pixels given {found.confidence[i]:.0%}: "
            f"{found.accuracy[i]:.0%} right",
            cx=px,
            cy=py,
            r=4.5,
            class_="dot s0",
        )
    floor, tall = 384.0, 36.0
    for i in filled:
        high = max(tall * found.count[i] / found.count.max(), 1.0)
        start, end = x(found.edges[i]), x(found.edges[i + 1])
        drawing.add(
            "rect",
            title=f"{found.count[i]} pixels",
            x=start + 1.5,
            y=floor - high,
            width=end - start - 3,
            height=high,
            class_="bar s0",
        )
    drawing.line(left, floor, right, floor, "axis")
    drawing.text(left - 7, floor - 12, "pixels", "tick end")
    drawing.text((left + right) / 2, 400, "confidence of the map", "tick middle")
    drawing.text(left + 6, top + 12, "share that is right", "tick")
    return drawing


def curves(lines: Sequence[tuple[str, np.ndarray, np.ndarray]], x_label: str, y_label: str) -> Svg:
    """Lines of values over steps, such as a loss while training."""
    frame = _Frame(
        480.0,
        240.0,
        np.concatenate([xs for _, xs, _ in lines]),
        np.concatenate([ys for _, _, ys in lines]),
        f"{y_label} over {x_label}",
    )
    frame.axes(x_label, y_label)
    position = frame.left + 4
    for number, (label, xs, ys) in enumerate(lines):
        chosen = evenly_spaced(len(xs), _MAX_POINTS)
        points = [frame.at(float(xs[i]), float(ys[i])) for i in chosen if np.isfinite(ys[i])]
        frame.drawing.add("path", d=path(points), class_=f"curve s{number % 4}", title=label)
        if len(lines) > 1:
            frame.drawing.add(
                "rect", x=position, y=4, width=10, height=10, class_=f"bar s{number % 4}"
            )
            frame.drawing.text(position + 15, 13, label, "tick")
            position += 34 + _LETTER_WIDTH * len(label)
    return frame.drawing


def spectrum(
    positions: np.ndarray,
    mean: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
    colour: str,
    limits: tuple[float, float],
    x_label: str,
    label: str,
) -> Svg:
    """One class's mean spectrum with its spread; gaps between bands stay gaps."""
    frame = _Frame(300.0, 180.0, positions, np.array(limits), label, ticks=3)
    frame.axes(x_label, "")
    for run in finite_runs(positions):
        chosen = run[evenly_spaced(len(run), _MAX_POINTS)]
        upper = [frame.at(positions[i], high[i]) for i in chosen]
        lower = [frame.at(positions[i], low[i]) for i in chosen]
        frame.drawing.add(
            "path", d=path(upper + lower[::-1], closed=True), class_="band", fill=colour
        )
        points = [frame.at(positions[i], mean[i]) for i in chosen]
        frame.drawing.add("path", d=path(points), class_="halo")
        frame.drawing.add("path", d=path(points), class_="mean", stroke=colour)
    return frame.drawing


def spectra(
    positions: np.ndarray,
    means: Sequence[tuple[str, str, np.ndarray]],
    limits: tuple[float, float],
    x_label: str,
    y_label: str,
) -> Svg:
    """The mean spectra of all classes (name, colour, values) in one frame."""
    frame = _Frame(480.0, 270.0, positions, np.array(limits), "Mean spectra of the classes")
    frame.axes(x_label, y_label)
    for name, colour, values in means:
        for run in finite_runs(positions):
            chosen = run[evenly_spaced(len(run), _MAX_POINTS)]
            points = [frame.at(positions[i], values[i]) for i in chosen]
            frame.drawing.add("path", d=path(points), class_="halo")
            frame.drawing.add("path", d=path(points), class_="mean", stroke=colour, title=name)
    return frame.drawing


def finite_runs(positions: np.ndarray) -> list[np.ndarray]:
    """Indexes of bands in unbroken runs, ordered by position: no line across missing bands."""
    order = np.argsort(positions, kind="stable")
    if len(order) < 3:
        return [order]
    steps = np.diff(positions[order])
    breaks = np.flatnonzero(steps > 6 * max(float(np.median(steps)), 1e-9)) + 1
    return np.split(order, breaks)


class _Frame:
    """A drawing with two axes."""

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
        """Where a point lies; values outside the limits stick to the border."""
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
        for value in _ticks(*self._x, self._ticks):
            x, _ = self.at(value, self._y[0])
            drawing.line(x, self.top, x, self.bottom, "grid")
            drawing.text(x, self.bottom + 16, _number(value), "tick middle")
        for value in _ticks(*self._y, 4):
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
    around = max(0.5, abs(low) / 2)  # what is very large does not differ by adding little
    return low - around, high + around


def _largest(values: np.ndarray) -> float:
    finite = values[np.isfinite(values)]
    return float(finite.max()) * 1.05 if len(finite) and finite.max() > 0 else 1.0


def _ticks(low: float, high: float, tick_count: int) -> list[float]:
    """Round numbers within limits, about as many as wanted."""
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
