"""The part of the scene that the map canvas shows."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass

from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas


@dataclass(frozen=True)
class View:
    """An extent in the scene's coordinate reference system, and its size on the screen."""

    left: float
    bottom: float
    right: float
    top: float
    width: int  # screen pixels
    height: int

    def settings(self) -> dict[str, float]:
        """The setting `view` of a job."""
        return asdict(self)


def visible_view(canvas: QgsMapCanvas, scene: QgsRasterLayer) -> View | None:
    """The visible part of a scene; None where the canvas shows nothing of it."""
    settings = canvas.mapSettings()
    size = settings.outputSize()
    ratio = settings.devicePixelRatio()
    shown = settings.visibleExtent()
    transform = QgsCoordinateTransform(
        settings.destinationCrs(), scene.crs(), QgsProject.instance().transformContext()
    )
    transform.setBallparkTransformsAreAppropriate(True)
    try:
        extent = transform.transformBoundingBox(shown)
    except QgsCsException:
        # The canvas reaches beyond the area where the transform is defined.
        extent = scene.extent()
    if not _is_finite(extent) or extent.width() <= 0 or extent.height() <= 0:
        return None
    whole = scene.extent()
    part = QgsRectangle(
        max(extent.xMinimum(), whole.xMinimum()),
        max(extent.yMinimum(), whole.yMinimum()),
        min(extent.xMaximum(), whole.xMaximum()),
        min(extent.yMaximum(), whole.yMaximum()),
        False,
    )
    if part.width() <= 0 or part.height() <= 0:
        return None
    return View(
        part.xMinimum(),
        part.yMinimum(),
        part.xMaximum(),
        part.yMaximum(),
        max(1, round(size.width() * ratio * part.width() / extent.width())),
        max(1, round(size.height() * ratio * part.height() / extent.height())),
    )


def _is_finite(extent: QgsRectangle) -> bool:
    return all(
        math.isfinite(value)
        for value in (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
    )
