"""A plot of the spectrum under the cursor and the mean spectra of the classes."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QPolygonF
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
        self._cursor: FloatArray | None = None

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
        self._means, self._cursor = [], None
        self.update()

    def set_means(self, means: list[Curve]) -> None:
        """Show the mean spectra of classes."""
        self._means = [curve for curve in means if len(curve.values) > max(self._order, default=-1)]
        self.update()

    def set_cursor(self, values: FloatArray | None) -> None:
        """Show the spectrum of a pixel, or none."""
        if values is not None and len(values) <= max(self._order, default=-1):
            values = None  # of the previous scene
        self._cursor = values
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        base = self.palette().color(QPalette.ColorRole.Base)
        painter.fillRect(self.rect(), base)
        left, top, right, bottom = MARGINS
        area = QRectF(left, top, self.width() - left - right, self.height() - top - bottom)
        curves = self._curves()
        if not curves or len(self._x) < 2:
            painter.setPen(self._text_colour())
            painter.drawText(
                self.rect().adjusted(8, 0, -8, 0),
                int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap),
                tr("Move the cursor over the scene to show spectra."),
            )
            return
        low, high = _range(curves)
        span = (float(self._x[0]), float(self._x[-1]))
        self._draw_axes(painter, area, span, (low, high))
        painter.setClipRect(area.adjusted(-1, -1, 1, 1))
        for curve in curves:
            pen = QPen(QColor(curve.colour), 2.4 if curve.strong else 1.4)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            for part in self._parts(curve.values):
                line = [
                    QPointF(
                        area.left() + (x - span[0]) / (span[1] - span[0]) * area.width(),
                        area.bottom() - (y - low) / (high - low) * area.height(),
                    )
                    for x, y in part
                ]
                painter.drawPolyline(QPolygonF(line))

    def _curves(self) -> list[Curve]:
        curves = [
            Curve(curve.values[self._order], curve.colour, curve.strong) for curve in self._means
        ]
        curves.sort(key=lambda curve: curve.strong)  # the selected class on top
        if self._cursor is not None:
            text = self.palette().color(QPalette.ColorRole.Text).name()
            curves.append(Curve(self._cursor[self._order], text, True))
        return [curve for curve in curves if not np.isnan(curve.values).all()]

    def _parts(self, values: FloatArray) -> list[list[tuple[float, float]]]:
        """Runs of adjacent bands with values, so that no line crosses a gap."""
        median_step = float(np.median(np.diff(self._x))) or 1.0
        parts: list[list[tuple[float, float]]] = [[]]
        for index, x in enumerate(self._x):
            y = values[index]
            if np.isnan(y) or (index and x - self._x[index - 1] > MAX_GAP_FACTOR * median_step):
                parts.append([])
            if not np.isnan(y):
                parts[-1].append((float(x), float(y)))
        return [part for part in parts if len(part) > 1]

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


def _range(curves: list[Curve]) -> tuple[float, float]:
    low = min(float(np.nanmin(curve.values)) for curve in curves)
    high = max(float(np.nanmax(curve.values)) for curve in curves)
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
