"""The pixel grid of a scene, which may be rotated: between pixels and map coordinates."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtGui import QTransform


@dataclass(frozen=True)
class SceneGrid:
    """The grid of a scene, with the GDAL name of its image."""

    source: str
    crs: QgsCoordinateReferenceSystem
    geotransform: tuple[float, ...]
    width: int
    height: int
    bands: int

    def pixel_at(
        self, location: QgsPointXY, crs: QgsCoordinateReferenceSystem
    ) -> QgsPointXY | None:
        """Column and row of a location in a coordinate reference system; None where it has none."""
        transform = QgsCoordinateTransform(crs, self.crs, QgsProject.instance())
        try:
            there = transform.transform(location)
        except QgsCsException:
            return None
        return QgsPointXY(*self._to_pixels.map(there.x(), there.y()))

    def on_map(self, geometry: QgsGeometry) -> QgsGeometry:
        """A geometry of pixel coordinates in the coordinate reference system of the scene."""
        copy = QgsGeometry(geometry)
        copy.transform(self._to_map)
        return copy

    def in_pixels(self, geometry: QgsGeometry) -> QgsGeometry:
        """A geometry in the coordinate reference system of the scene in pixel coordinates."""
        copy = QgsGeometry(geometry)
        copy.transform(self._to_pixels)
        return copy

    def pixel_outline(self, pixel: QgsPointXY) -> QgsGeometry:
        """The outline of the pixel at a position, in pixel coordinates."""
        column, row = int(pixel.x() // 1), int(pixel.y() // 1)
        return QgsGeometry.fromRect(QgsRectangle(column, row, column + 1, row + 1))

    def contains(self, pixel: QgsPointXY) -> bool:
        """Whether a position lies in the scene."""
        return 0 <= pixel.x() < self.width and 0 <= pixel.y() < self.height

    @property
    def _to_map(self) -> QTransform:
        left, xx, xy, top, yx, yy = self.geotransform
        return QTransform(xx, yx, xy, yy, left, top)

    @property
    def _to_pixels(self) -> QTransform:
        inverse, _ = self._to_map.inverted()  # GDAL rejects grids without an inverse
        return inverse
