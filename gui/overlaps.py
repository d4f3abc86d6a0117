"""Finds training polygons of different classes that overlap, while they are drawn.

A pixel with labels of two classes is not used. Only polygons that have changed are compared with
those around them, in short steps, so that QGIS remains responsive.
"""

from __future__ import annotations

import math
import time
from collections import Counter
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPoint,
    QgsSpatialIndex,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QTransform

#: Time after which other events are handled.
STEP_SECONDS = 0.015
#: Overlaps of more pixels in their bounding box contain the centre of one.
MAX_TESTED_PIXELS = 1000
#: Smaller shares of the smaller polygon are rounding errors of common borders.
MIN_SHARE = 1e-6

Polygon = tuple[int, str, bytes]


@dataclass(frozen=True)
class Overlap:
    """The common part of two polygons of different classes."""

    classes: tuple[str, str]
    geometry: QgsGeometry


@dataclass(frozen=True)
class _Drawn:
    """A polygon that has been compared."""

    name: str
    wkb: bytes
    geometry: QgsGeometry
    pixels: QgsGeometry | None  # in columns and rows of the scene


class OverlapFinder(QObject):
    """The overlaps of the polygons, in the coordinate reference system in which they are given."""

    changed = pyqtSignal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.crs = QgsCoordinateReferenceSystem()
        self._to_pixels: QTransform | None = None
        self._wanted: dict[int, tuple[str, bytes]] = {}
        self._drawn: dict[int, _Drawn] = {}
        self._index = QgsSpatialIndex()
        self._waiting: list[int] = []
        self._found: dict[tuple[int, int], Overlap] = {}
        self._reported: dict[tuple[int, int], Overlap] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def overlaps(self) -> list[Overlap]:
        """The overlaps, in the order of the polygons."""
        return [self._found[pair] for pair in sorted(self._found)]

    @property
    def is_complete(self) -> bool:
        """Whether all polygons have been compared."""
        return not self._waiting

    def partners(self, name: str) -> Counter[str]:
        """The number of overlaps of a class with each other class."""
        return Counter(
            other
            for overlap in self._found.values()
            for other in overlap.classes
            if name in overlap.classes and other != name
        )

    def set_polygons(
        self,
        polygons: list[Polygon],
        crs: QgsCoordinateReferenceSystem,
        to_pixels: QTransform | None = None,
    ) -> None:
        """Compare what has changed; `to_pixels` leads to columns and rows of the scene."""
        if crs != self.crs or to_pixels != self._to_pixels:
            self._forget_all()
            self.crs, self._to_pixels = crs, to_pixels
        self._wanted = {number: (name, wkb) for number, name, wkb in polygons}
        for number, drawn in list(self._drawn.items()):
            if self._wanted.get(number) != (drawn.name, drawn.wkb):
                self._forget(number)
        self._waiting = [number for number in self._wanted if number not in self._drawn]
        if self._waiting:
            self._timer.start()
        else:
            self._report()

    def stop(self) -> None:
        """Stop comparing."""
        self._timer.stop()

    def _work(self) -> None:
        """Compare polygons for a short time."""
        end = time.monotonic() + STEP_SECONDS
        while self._waiting and time.monotonic() < end:
            self._compare(self._waiting.pop())
        if not self._waiting:
            self._timer.stop()
            self._report()

    def _report(self) -> None:
        """Emit `changed` where other overlaps than before were found."""
        before, self._reported = self._reported, dict(self._found)
        if before.keys() != self._found.keys() or any(
            before[pair] is not overlap for pair, overlap in self._found.items()
        ):
            self.changed.emit()

    def _compare(self, number: int) -> None:
        name, wkb = self._wanted[number]
        geometry = QgsGeometry()
        geometry.fromWkb(wkb)
        drawn = _Drawn(name, wkb, geometry, self._in_pixels(geometry))
        engine = QgsGeometry.createGeometryEngine(geometry.constGet())
        engine.prepareGeometry()
        for other_number in self._index.intersects(geometry.boundingBox()):
            other = self._drawn[other_number]
            if other.name == name or not engine.intersects(other.geometry.constGet()):
                continue
            common = _common_part(geometry, other.geometry)
            if self._is_conflict(common, drawn, other):
                pair = (min(number, other_number), max(number, other_number))
                self._found[pair] = Overlap((min(name, other.name), max(name, other.name)), common)
        self._drawn[number] = drawn
        self._index.addFeature(_feature(number, geometry))

    def _is_conflict(self, common: QgsGeometry, first: _Drawn, second: _Drawn) -> bool:
        """Whether a pixel is labelled by both."""
        if common.isEmpty():
            return False
        areas = [
            drawn.geometry.area()
            for drawn in (first, second)
            if drawn.geometry.type() == Qgis.GeometryType.Polygon
        ]
        if len(areas) < 2:
            return True  # a point or line labels all pixels that it touches
        if common.area() <= MIN_SHARE * min(areas):
            return False
        pixels = self._in_pixels(common)
        if pixels is None:
            return True
        # A polygon without a pixel centre labels the pixel that it lies in.
        return _has_centre(pixels) or not all(
            drawn.pixels is not None and _has_centre(drawn.pixels) for drawn in (first, second)
        )

    def _in_pixels(self, geometry: QgsGeometry) -> QgsGeometry | None:
        if self._to_pixels is None:
            return None
        copy = QgsGeometry(geometry)
        copy.transform(self._to_pixels)
        return copy

    def _forget(self, number: int) -> None:
        drawn = self._drawn.pop(number)
        self._index.deleteFeature(_feature(number, drawn.geometry))
        self._found = {pair: found for pair, found in self._found.items() if number not in pair}

    def _forget_all(self) -> None:
        self._drawn, self._found, self._index = {}, {}, QgsSpatialIndex()


def _common_part(first: QgsGeometry, second: QgsGeometry) -> QgsGeometry:
    """What two geometries have in common; of two polygons only areas, no common borders."""
    common = first.intersection(second)
    are_areas = all(geometry.type() == Qgis.GeometryType.Polygon for geometry in (first, second))
    if are_areas and QgsWkbTypes.flatType(common.wkbType()) == Qgis.WkbType.GeometryCollection:
        common.convertGeometryCollectionToSubclass(Qgis.GeometryType.Polygon)
    return common


def _feature(number: int, geometry: QgsGeometry) -> QgsFeature:
    feature = QgsFeature(number)
    feature.setGeometry(geometry)
    return feature


def _has_centre(pixels: QgsGeometry) -> bool:
    """Whether a geometry in columns and rows contains the centre of a pixel."""
    box = pixels.boundingBox()
    columns = range(math.ceil(box.xMinimum() - 0.5), math.floor(box.xMaximum() - 0.5) + 1)
    rows = range(math.ceil(box.yMinimum() - 0.5), math.floor(box.yMaximum() - 0.5) + 1)
    if len(columns) * len(rows) > MAX_TESTED_PIXELS:
        return True
    engine = QgsGeometry.createGeometryEngine(pixels.constGet())
    engine.prepareGeometry()
    return any(
        engine.intersects(QgsPoint(column + 0.5, row + 0.5)) for column in columns for row in rows
    )
