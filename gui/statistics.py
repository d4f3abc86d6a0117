"""Counts the polygons and pixels of each class and averages their spectra, in the background."""

from __future__ import annotations

from dataclasses import dataclass
from operator import is_

import numpy as np
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..bridge.errors import JobCancelled
from ..bridge.tasks import BackgroundTask, FunctionTask
from ..bridge.translation import tr
from .arrays import FloatArray
from .cube import Cube, PolygonSample


@dataclass(frozen=True)
class ClassStatistics:
    """The numbers of polygons and pixels of a class, and its mean spectrum.

    Without a scene, the number of pixels is unknown.
    """

    polygons: int
    pixels: int | None
    spectrum: FloatArray | None
    complete: bool = True  # all polygons have been read


NO_STATISTICS = ClassStatistics(0, 0, None)


class Statistics(QObject):
    """The statistics of all classes; unchanged polygons are not read again."""

    updated = pyqtSignal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.class_statistics: dict[str, ClassStatistics] = {}
        self._source = ""
        self._samples: dict[bytes, PolygonSample] = {}
        self._polygons: list[tuple[int, str, bytes]] = []
        self._summaries: dict[str, _Summary] = {}
        self._task: FunctionTask | None = None

    @property
    def samples(self) -> list[tuple[str, bytes, PolygonSample]]:
        """Class, geometry (WKB) and pixels of the polygons that have been read."""
        return [
            (name, wkb, self._samples[wkb])
            for _, name, wkb in self._polygons
            if wkb in self._samples
        ]

    def schedule_read(self, source: str, polygons: list[tuple[int, str, bytes]]) -> None:
        """Update the statistics with polygons in the coordinate reference system of the scene.

        Without a source, polygons are counted only.
        """
        if source != self._source:
            self._source, self._samples = source, {}
        self._polygons = polygons
        self._summarise()
        self._read_missing()

    def stop(self) -> None:
        """Stop reading."""
        self._source = ""  # late results are discarded
        if self._task is not None:
            self._task.cancel()

    def _read_missing(self) -> None:
        missing = {wkb for _, _, wkb in self._polygons} - set(self._samples)
        if not missing or not self._source or self._task is not None:
            return
        source, polygons_to_read = self._source, sorted(missing)
        self._task = FunctionTask(
            tr("Reading training polygons"),
            lambda task: _read(source, polygons_to_read, task),
            hidden=True,
        )
        self._task.done.connect(lambda samples: self._add_samples(source, samples))
        self._task.ended.connect(self._task_ended)
        self._task.failed.connect(
            lambda error: self._add_samples(
                source, dict.fromkeys(polygons_to_read, UNREADABLE_SAMPLE)
            )
        )
        self._task.start()

    def _add_samples(self, source: str, samples: dict[bytes, PolygonSample]) -> None:
        if source == self._source:
            self._samples.update(samples)
            self._summarise()

    def _task_ended(self) -> None:
        """Read what has changed in the meantime."""
        self._task = None
        self._read_missing()

    def _summarise(self) -> None:
        """Summarise the classes whose polygons have changed, or were read since."""
        by_class: dict[str, list[PolygonSample | None]] = {}
        for _, name, wkb in self._polygons:
            by_class.setdefault(name, []).append(self._samples.get(wkb))
        has_scene, before = bool(self._source), self._summaries
        self._summaries = {}
        for name, samples in by_class.items():
            known = before.get(name)
            if known is None or not known.is_of(samples, has_scene):
                known = _Summary(samples, has_scene, _summarise_class(samples, has_scene))
            self._summaries[name] = known
        self.class_statistics = {name: known.result for name, known in self._summaries.items()}
        self.updated.emit()


@dataclass(frozen=True)
class _Summary:
    """The statistics of a class, and what they summarise."""

    samples: list[PolygonSample | None]
    has_scene: bool
    result: ClassStatistics

    def is_of(self, samples: list[PolygonSample | None], has_scene: bool) -> bool:
        """Whether these samples are the same objects."""
        return (
            has_scene == self.has_scene
            and len(samples) == len(self.samples)
            and all(map(is_, samples, self.samples))
        )


UNREADABLE_SAMPLE = PolygonSample(0, None, 0)


def _read(
    source: str, polygons_to_read: list[bytes], task: BackgroundTask
) -> dict[bytes, PolygonSample]:
    cube = Cube(source)
    samples = {}
    for wkb in polygons_to_read:
        if task.isCanceled():
            raise JobCancelled
        samples[wkb] = cube.polygon_sample(wkb)
    return samples


def _summarise_class(samples: list[PolygonSample | None], has_scene: bool) -> ClassStatistics:
    read_samples = [polygon_sample for polygon_sample in samples if polygon_sample is not None]
    spectra = [
        polygon_sample for polygon_sample in read_samples if polygon_sample.spectrum is not None
    ]
    mean = None
    if spectra:
        # A band may be empty in some polygons; they are weighted by their pixels.
        values = np.array([polygon_sample.spectrum for polygon_sample in spectra])
        weights = np.array([[polygon_sample.sampled] for polygon_sample in spectra]) * ~np.isnan(
            values
        )
        total = weights.sum(axis=0)
        sums = (np.nan_to_num(values) * weights).sum(axis=0)
        mean = np.divide(sums, total, out=np.full(len(sums), np.nan), where=total > 0)
    pixels = sum(polygon_sample.pixels for polygon_sample in read_samples) if has_scene else None
    return ClassStatistics(len(samples), pixels, mean, len(read_samples) == len(samples))
