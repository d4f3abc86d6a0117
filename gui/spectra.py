"""Shows the spectrum under the cursor and the mean spectra of the classes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from qgis.core import (
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsProject,
    QgsRasterLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject

from ..bridge.class_list import TrainingClass
from .cursor_spectrum import CursorSpectrum
from .spectrum_plot import Curve, SpectrumPlot
from .statistics import NO_STATISTICS, Statistics


class Spectra(QObject):
    """Connects the plot with the map canvas and with the statistics of the classes."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        statistics: Statistics,
        is_wanted: Callable[[], bool],
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._canvas, self._statistics, self._is_wanted = canvas, statistics, is_wanted
        self._scene: QgsRasterLayer | None = None
        self._to_scene: QgsCoordinateTransform | None = None
        self._classes: list[TrainingClass] = []
        self._current: str | None = None
        self.plot = SpectrumPlot()
        self.cursor = CursorSpectrum(self)
        self.cursor.bands.connect(self.plot.set_bands)
        self.cursor.spectrum.connect(self.plot.set_cursor)
        statistics.updated.connect(self._show_means)
        canvas.xyCoordinates.connect(self._show_at)
        canvas.destinationCrsChanged.connect(self._set_transform)
        QgsProject.instance().crsChanged.connect(self._set_transform)

    def set_scene(self, scene: QgsRasterLayer | None, source: str) -> None:
        """Read spectra of a scene; its source is empty where it cannot be read."""
        self._scene = scene
        self.cursor.open(source)
        self._set_transform()

    def show_classes(self, classes: list[TrainingClass], current: str | None) -> None:
        """Show the mean spectra of these classes, that of the current one as a thick line."""
        self._classes, self._current = classes, current
        self._show_means()

    def stop(self) -> None:
        """End reading, and disconnect from the map canvas and the project."""
        self._canvas.xyCoordinates.disconnect(self._show_at)
        self._canvas.destinationCrsChanged.disconnect(self._set_transform)
        QgsProject.instance().crsChanged.disconnect(self._set_transform)
        self.cursor.stop()

    def _show_means(self) -> None:
        means = []
        for entry in self._classes:
            found = self._statistics.class_statistics.get(entry.name, NO_STATISTICS).spectrum
            if found is not None:
                means.append(Curve(found, entry.colour, entry.name == self._current))
        self.plot.set_means(means)

    def _set_transform(self) -> None:
        self._to_scene = None
        if self._scene is not None:
            source = self._canvas.mapSettings().destinationCrs()
            self._to_scene = QgsCoordinateTransform(
                source, self._scene.crs(), QgsProject.instance()
            )

    def _show_at(self, location: QgsPointXY) -> None:
        if self._to_scene is None or not self._is_wanted():
            return
        try:
            found = self._to_scene.transform(location)
        except QgsCsException:
            return
        if np.isfinite(found.x()) and np.isfinite(found.y()):
            self.cursor.schedule_read(found.x(), found.y())
