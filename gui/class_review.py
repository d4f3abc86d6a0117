"""Checks the samples while they are drawn: overlaps of classes, and classes that are confused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsRasterLayer,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtGui import QTransform

from ..bridge.tasks import FunctionTask
from ..bridge.translation import tr
from .class_accuracy import NO_ACCURACY, AccuracyTable, read_accuracy_table
from .class_section import ClassSection
from .confused_section import ConfusedSection, ListedPair
from .location_mark import LocationMark
from .map_texts import percent
from .numbers import number_text
from .overlap_marks import OverlapMarks
from .overlaps import OverlapFinder, Polygon
from .project_state import read_json
from .separability import MAX_DISTANCE, SimilarClasses, similar_classes
from .statistics import Statistics
from .training import TrainingLayer

#: A smaller share of confused pixels is not worth a look.
MIN_SHARE = 0.01
#: Classes at a larger Jeffries–Matusita distance are separated well.
MAX_LISTED_DISTANCE = 1.5
#: Changes in a row are handled together.
SETTLE_MILLISECONDS = 300


class ClassReview(QObject):
    """Overlaps and confused classes of the samples of the panel."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        classes: ClassSection,
        statistics: Statistics,
        overlaps: OverlapFinder,
        parent: QObject | None = None,
    ):
        super().__init__(parent)
        self._classes, self._statistics = classes, statistics
        self.overlaps = overlaps
        self.marks = OverlapMarks(canvas, overlaps, self)
        self.location = LocationMark(canvas, self)
        self.section = ConfusedSection(self._colour_of)
        self._crs = QgsCoordinateReferenceSystem()
        self._key = ""  # of the layer and the scene
        self._tables: dict[str, AccuracyTable] = {}
        self._task: FunctionTask | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MILLISECONDS)
        self._timer.timeout.connect(self._compare_spectra)
        classes.overlap_clicked.connect(self.marks.zoom_to_next)
        statistics.updated.connect(self._timer.start)
        self.section.location_wanted.connect(self._show_location)

    def set_samples(
        self,
        training: TrainingLayer | None,
        scene: QgsRasterLayer | None,
        polygons: list[Polygon],
        crs: QgsCoordinateReferenceSystem,
    ) -> None:
        """Check the polygons of a layer in a reference system, that of the scene if there is one.

        Accuracies are those of the last map of this layer, class field and scene.
        """
        self._crs = crs
        key = ""
        if training is not None and scene is not None:
            key = f"{training.layer.id()} {scene.id()} {training.field}"
        if key != self._key:
            self._key = key
            self._classes.model.show_accuracy(self._tables.get(key, NO_ACCURACY))
            self._list_pairs()
        self.overlaps.set_polygons(polygons, crs, _to_pixels(scene))

    def show_metrics(self, figures: Mapping[str, Any]) -> None:
        """Show the accuracies of the classes of a result, and which classes it confuses."""
        self._classes.show_metrics(figures)
        self._tables[self._key] = self._classes.model.accuracy
        self._list_pairs()

    def to_text(self) -> str:
        """The accuracies of all layers and scenes as a text that the project keeps."""
        kept = {
            key: table.figures() for key, table in self._tables.items() if key and table.classes
        }
        return json.dumps(kept) if kept else ""

    def read_text(self, text: str) -> None:
        """Replace the accuracies by those of a text; what is damaged in it is left out."""
        self._tables = {}
        stored = read_json(text)
        for key, figures in stored.items() if isinstance(stored, dict) else ():
            table = read_accuracy_table(figures)
            if table is not None:
                self._tables[key] = table
        self._classes.model.show_accuracy(self._tables.get(self._key, NO_ACCURACY))
        self._list_pairs()

    def stop(self) -> None:
        """Stop checking, and remove the marks."""
        self._timer.stop()
        self.overlaps.stop()
        self.marks.remove()
        self.location.remove()
        if self._task is not None:
            self._task.cancel()

    def _show_location(self, geometry: QgsGeometry) -> None:
        self.location.show(geometry, self._crs)

    def _list_pairs(self) -> None:
        """List pairs of the validation; before there is one, of the spectra."""
        table = self._classes.model.accuracy
        if not table.is_validated:
            self.section.clear()
            self._timer.start()
            return
        self._timer.stop()
        known = [pair for pair in table.pairs if pair.share >= MIN_SHARE]
        self.section.show_pairs(
            tr("Confused classes ({})").format(len(known)),
            tr(
                "Share of the validated pixels of both classes that are mapped as the other one. "
                "Click to zoom to the polygons with errors, one after the other."
            ),
            [
                ListedPair(
                    pair.classes,
                    f"{percent(pair.share)}\u00a0%",
                    tuple(QgsGeometry.fromRect(QgsRectangle(*extent)) for extent in pair.extents),
                )
                for pair in known
            ],
        )

    def _compare_spectra(self) -> None:
        """Compare the spectra of the classes in the background."""
        if self._classes.model.accuracy.is_validated:
            self._list_pairs()
            return
        if self._task is not None:  # compare again what has changed in the meantime
            self._timer.start()
            return
        samples = self._statistics.samples
        self._task = FunctionTask(
            tr("Comparing classes"), lambda _: similar_classes(samples), hidden=True
        )
        self._task.done.connect(self._list_similar)
        self._task.ended.connect(self._task_ended)
        self._task.start()

    def _task_ended(self) -> None:
        self._task = None

    def _list_similar(self, found: list[SimilarClasses]) -> None:
        if self._classes.model.accuracy.is_validated:
            return
        similar = [pair for pair in found if pair.distance < MAX_LISTED_DISTANCE]
        self.section.show_pairs(
            tr("Similar classes ({})").format(len(similar)),
            tr(
                "Jeffries–Matusita distance of the spectra in the training polygons, from 0 "
                "(equal) to {} (separable), until a map has been validated. Click to zoom to the "
                "most similar polygons, one after the other."
            ).format(f"{MAX_DISTANCE:g}"),
            [
                ListedPair(
                    pair.classes,
                    number_text(pair.distance, 2),
                    tuple(map(_geometry, pair.polygons)),
                )
                for pair in similar
            ],
        )

    def _colour_of(self, name: str) -> str:
        entry = self._classes.model.entry(self._classes.model.row_of(name))
        return entry.colour if entry is not None else "#808080"


def _geometry(wkb: bytes) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return geometry


def _to_pixels(scene: QgsRasterLayer | None) -> QTransform | None:
    """From the scene's coordinates to columns and rows, as QGIS shows it."""
    if scene is None or not scene.isValid() or not scene.width() or not scene.height():
        return None
    extent = scene.extent()
    across, down = extent.width() / scene.width(), extent.height() / scene.height()
    if not across or not down:
        return None
    return QTransform(
        1 / across, 0, 0, -1 / down, -extent.xMinimum() / across, extent.yMaximum() / down
    )
