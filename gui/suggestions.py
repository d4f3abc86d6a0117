"""Steps through suggested locations in the map canvas."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    NULL,
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsGeometry,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..bridge.styling import SUGGESTION_COLOUR
from .skipped_locations import SkippedLocations
from .zoom import on_canvas, zoom_to

#: Side of the map extent around a location, in pixels of the scene.
CONTEXT_WIDTHS = 48


@dataclass(frozen=True)
class Suggestion:
    """A suggested location."""

    geometry: QgsGeometry
    predicted: str
    second: str
    confidence: float
    reason: str


class Suggestions(QObject):
    """The suggested locations and their marks in the map canvas."""

    moved = pyqtSignal()  # to another location, or to the end

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None):
        super().__init__(parent)
        self._canvas = canvas
        self.skipped = SkippedLocations()
        self._scene = ""
        self._suggestions: list[Suggestion] = []
        self._index = 0
        self.crs = QgsCoordinateReferenceSystem()
        self._outline = _band(canvas, Qgis.GeometryType.Polygon, 3)
        self._others = _band(canvas, Qgis.GeometryType.Point, 1)
        self._others.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._others.setIconSize(7)

    def load(self, file: Path, scene: str) -> None:
        """Load the locations in a file of the scene with this id, and go to the first."""
        self._scene = scene
        layer = QgsVectorLayer(str(file), "places", "ogr")
        features = list(layer.getFeatures())
        names = layer.fields().names()
        features.sort(key=lambda feature: feature["number"] if "number" in names else feature.id())
        self.crs = layer.crs()
        self._suggestions = [
            Suggestion(
                QgsGeometry(feature.geometry()),
                _text(feature["likeliest"]),
                _text(feature["second"]),
                float(feature["confidence"]),
                _text(feature["reason"]),
            )
            for feature in features
        ]
        self._go_to(0)

    @property
    def current(self) -> Suggestion | None:
        """The current location; None at the end."""
        return self._suggestions[self._index] if self._index < len(self._suggestions) else None

    @property
    def number(self) -> int:
        """The number of the current location, from 1."""
        return self._index + 1

    @property
    def count(self) -> int:
        """The number of locations."""
        return len(self._suggestions)

    def skip(self) -> None:
        """Go to the next location; the current one is not suggested again."""
        suggestion = self.current
        if suggestion is not None:
            self.skipped.add(self._scene, suggestion.geometry.centroid().asPoint())
            self._go_to(self._index + 1)

    def next(self) -> None:
        """Go to the next location, after the current one has been labelled."""
        suggestion = self.current
        if suggestion is not None:
            self.skipped.remove(self._scene, suggestion.geometry.centroid().asPoint())
        self._go_to(self._index + 1)

    def back(self) -> None:
        """Go back to the previous location."""
        if self._index:
            self._go_to(self._index - 1)

    def clear(self) -> None:
        """Discard all locations."""
        self._suggestions = []
        self._go_to(0)

    def remove_marks(self) -> None:
        """Remove the marks from the map canvas for good."""
        for band in (self._outline, self._others):
            self._canvas.scene().removeItem(band)

    def _go_to(self, position: int) -> None:
        self._index = position
        suggestion = self.current
        self._outline.reset(Qgis.GeometryType.Polygon)
        self._others.reset(Qgis.GeometryType.Point)
        if suggestion is not None:
            self._outline.setToGeometry(suggestion.geometry, self.crs)
            for other in self._suggestions[position + 1 :]:
                with contextlib.suppress(QgsCsException):
                    there = on_canvas(self._canvas, other.geometry, self.crs)
                    self._others.addPoint(there.boundingBox().center())
            zoom_to(self._canvas, suggestion.geometry, self.crs, CONTEXT_WIDTHS)
        self.moved.emit()


def _band(canvas: QgsMapCanvas, kind: Qgis.GeometryType, width: int) -> QgsRubberBand:
    band = QgsRubberBand(canvas, kind)
    band.setStrokeColor(QColor(SUGGESTION_COLOUR))
    band.setSecondaryStrokeColor(QColor(255, 255, 255, 200))
    band.setFillColor(QColor(0, 0, 0, 0))
    band.setWidth(width)
    return band


def _text(value: object) -> str:
    return "" if value in (None, NULL) else str(value)
