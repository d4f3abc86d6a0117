"""A plot of the spectrum under the cursor and the mean spectra of the classes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPolygonF,
    QTransform,
)
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ..bridge.translation import tr
from .arrays import FloatArray, IndexArray
from .cube import CubeBand

#: Bands further apart than this multiple of the median step are not joined by a line.
MAX_GAP_FACTOR = 3.0
MARGINS = (44, 8, 10, 22)  # left, top, right, bottom, in pixels
MAX_TICKS = 5
MIN_HEIGHT = 80
PADDING = 0.04  # of the height, above and below the curves


@dataclass(frozen=True)
class Curve:
    """A line of the plot."""

    values: FloatArray
    colour: str
    strong: bool


@dataclass(frozen=True)
class _Line:
    """The drawn form of the values of a curve: runs of adjacent bands, in the units of the axes."""

    values: FloatArray
    runs: list[QPolygonF]
    low: float
    high: float


class SpectrumPlot(QWidget):
    """Draws curves over wavelength or band number."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(MIN_HEIGHT)
        self.setToolTip(
            tr(
                "The spectrum under the cursor (thick line) and the mean spectra of the classes in "
                "their colours."
            )
        )
        self._x: FloatArray = np.zeros(0)
        self._order: IndexArray = np.zeros(0, int)
        self._has_wavelengths = False
        self._means: list[Curve] = []
        self._lines: list[_Line] = []  # of the means
        self._cursor: _Line | None = None

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(300, MIN_HEIGHT)

    def set_bands(self, bands: list[CubeBand]) -> None:
        """Set the bands of a scene, and clear the curves."""
        wavelengths = [band.wavelength for band in bands if band.wavelength is not None]
        self._has_wavelengths = bool(bands) and len(wavelengths) == len(bands)
        positions = wavelengths if self._has_wavelengths else [float(band.number) for band in bands]
        used = [index for index, band in enumerate(bands) if not band.bad]
        self._order = np.array(sorted(used, key=lambda index: positions[index]), int)
        self._x = np.array(positions, float)[self._order] if len(self._order) else np.zeros(0)
        self._means, self._lines, self._cursor = [], [], None
        self.update()

    def set_means(self, means: list[Curve]) -> None:
        """Show the mean spectra of classes; lines of unchanged spectra are kept."""
        shown = [curve for curve in means if len(curve.values) > max(self._order, default=-1)]
        if len(shown) == len(self._means) and all(map(_is_same, shown, self._means)):
            return
        known = {id(line.values): line for line in self._lines}
        self._lines = [known.get(id(curve.values)) or self._line(curve.values) for curve in shown]
        self._means = shown
        self.update()

    def set_cursor(self, values: FloatArray | None) -> None:
        """Show the spectrum of a pixel, or none."""
        if values is not None and len(values) <= max(self._order, default=-1):
            values = None  # of the previous scene
        self._cursor = None if values is None else self._line(values)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.palette().color(QPalette.ColorRole.Base)
        painter.fillRect(self.rect(), base)
        left, top, right, bottom = MARGINS
        area = QRectF(left, top, self.width() - left - right, self.height() - top - bottom)
        lines = self._drawn_lines()
        if not lines or len(self._x) < 2:
            painter.setPen(self._text_colour())
            painter.drawText(
                self.rect().adjusted(8, 0, -8, 0),
                int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap),
                tr("Move the cursor over the scene to show spectra."),
            )
            return
        low, high = _range([line for line, _, _ in lines])
        span = (float(self._x[0]), float(self._x[-1]))
        self._draw_axes(painter, area, span, (low, high))
        painter.setClipRect(area.adjusted(-1, -1, 1, 1))
        across, up = area.width() / (span[1] - span[0]), area.height() / (high - low)
        to_screen = QTransform(
            across, 0, 0, -up, area.left() - span[0] * across, area.bottom() + low * up
        )
        for line, colour, strong in lines:
            pen = QPen(QColor(colour), 2.4 if strong else 1.4)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for run in line.runs:
                painter.drawPolyline(to_screen.map(run))

    def _drawn_lines(self) -> list[tuple[_Line, str, bool]]:
        """Lines with values, their colours and whether they are thick; the thick ones on top."""
        lines = [
            (line, self._means[index].colour, self._means[index].strong)
            for index, line in enumerate(self._lines)
        ]
        lines.sort(key=lambda entry: entry[2])
        if self._cursor is not None:
            lines.append((self._cursor, self.palette().color(QPalette.ColorRole.Text).name(), True))
        return [entry for entry in lines if math.isfinite(entry[0].low)]

    def _line(self, values: FloatArray) -> _Line:
        """A line without the bands that have no value, which crosses no gap."""
        found = values[self._order]
        drawn = np.flatnonzero(np.isfinite(found))
        if len(drawn) < 2:
            return _Line(values, [], math.nan, math.nan)
        steps = np.diff(self._x)
        is_gap = steps > MAX_GAP_FACTOR * (float(np.median(steps)) or 1.0)
        ends = (np.diff(drawn) > 1) | is_gap[drawn[:-1]]
        x, y = self._x.tolist(), found.tolist()
        runs = [part.tolist() for part in np.split(drawn, np.flatnonzero(ends) + 1)]
        return _Line(
            values,
            [QPolygonF([QPointF(x[i], y[i]) for i in run]) for run in runs if len(run) > 1],
            float(found[drawn].min()),
            float(found[drawn].max()),
        )

    def _draw_axes(
        self,
        painter: QPainter,
        area: QRectF,
        span: tuple[float, float],
        limits: tuple[float, float],
    ) -> None:
        font = painter.font()
        font.setPointSizeF(max(6.5, font.pointSizeF() - 2))
        painter.setFont(font)
        grid = QPen(self._text_colour(60), 1)
        for value in ticks(*limits):
            y = area.bottom() - (value - limits[0]) / (limits[1] - limits[0]) * area.height()
            painter.setPen(grid)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self._text_colour())
            painter.drawText(
                QRectF(0, y - 8, area.left() - 5, 16),
                Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
                f"{value:g}",
            )
        unit = tr("nm") if self._has_wavelengths else tr("band")
        for value in ticks(*span):
            x = area.left() + (value - span[0]) / (span[1] - span[0]) * area.width()
            painter.setPen(grid)
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
            painter.setPen(self._text_colour())
            painter.drawText(
                QRectF(x - 30, area.bottom() + 3, 60, 16),
                Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop,
                f"{value:g}",
            )
        painter.drawText(
            QRectF(0, area.bottom() + 3, area.left() - 5, 16),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop,
            unit,
        )

    def _text_colour(self, alpha: int = 170) -> QColor:
        colour = self.palette().color(QPalette.ColorRole.Text)
        colour.setAlpha(alpha)
        return colour


def _is_same(curve: Curve, other: Curve) -> bool:
    """Whether two curves have the same array of values and look the same."""
    style = (curve.colour, curve.strong)
    return curve.values is other.values and style == (other.colour, other.strong)


def _range(lines: list[_Line]) -> tuple[float, float]:
    low, high = min(line.low for line in lines), max(line.high for line in lines)
    low = min(low, 0.0)  # reflectance starts at 0
    padding = (high - low) * PADDING or 1.0
    return low, high + padding


def ticks(low: float, high: float) -> list[float]:
    """Round numbers between two limits, at most about MAX_TICKS."""
    rough = (high - low) / MAX_TICKS
    size = 10 ** math.floor(math.log10(rough))
    step = next(factor * size for factor in (1, 2, 2.5, 5, 10) if factor * size >= rough)
    first = math.ceil(low / step)
    return [round(index * step, 10) for index in range(first, math.floor(high / step) + 1)]
