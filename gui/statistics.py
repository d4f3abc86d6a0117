"""How much of each class has been drawn: polygons, pixels and mean spectra, in the background."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..bridge.errors import JobCancelled
from ..bridge.tasks import BackgroundTask, FunctionTask
from .cube import Cube, Patch
from .translation import tr


@dataclass(frozen=True)
class ClassTally:
    """What has been drawn of a class."""

    polygons: int
    pixels: int
    spectrum: np.ndarray | None


NOTHING = ClassTally(0, 0, None)


class Statistics(QObject):
    """Keeps the tallies of classes; polygons that have not changed are not read again."""

    told = pyqtSignal()

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.tallies: dict[str, ClassTally] = {}
        self._source = ""
        self._patches: dict[bytes, Patch] = {}
        self._polygons: list[tuple[int, str, bytes]] = []
        self._task: FunctionTask | None = None

    def look_at(self, source: str, polygons: list[tuple[int, str, bytes]]) -> None:
        """Tally these polygons, in the coordinate system of the scene."""
        if source != self._source:
            self._source, self._patches = source, {}
        self._polygons = polygons
        self._sum_up()
        self._read_missing()

    def stop(self) -> None:
        """Read no further."""
        self._source = ""  # what comes late is not taken
        if self._task is not None:
            self._task.cancel()

    def _read_missing(self) -> None:
        missing = {wkb for _, _, wkb in self._polygons} - set(self._patches)
        if not missing or not self._source or self._task is not None:
            return
        source, wanted = self._source, sorted(missing)
        self._task = FunctionTask(
            tr("Reading training polygons"), lambda task: _read(source, wanted, task), hidden=True
        )
        self._task.done.connect(lambda patches: self._take(source, patches))
        self._task.over.connect(self._go_on)
        self._task.failed.connect(lambda error: self._take(source, dict.fromkeys(wanted, UNREAD)))
        self._task.start()

    def _take(self, source: str, patches: dict[bytes, Patch]) -> None:
        if source == self._source:
            self._patches.update(patches)
            self._sum_up()

    def _go_on(self) -> None:
        """What has changed meanwhile is read next."""
        self._task = None
        self._read_missing()

    def _sum_up(self) -> None:
        found: dict[str, list[Patch | None]] = {}
        for _, name, wkb in self._polygons:
            found.setdefault(name, []).append(self._patches.get(wkb))
        self.tallies = {name: _tally(patches) for name, patches in found.items()}
        self.told.emit()


UNREAD = Patch(0, None, 0)


def _read(source: str, wanted: list[bytes], task: BackgroundTask) -> dict[bytes, Patch]:
    cube = Cube(source)
    patches = {}
    for wkb in wanted:
        if task.isCanceled():
            raise JobCancelled
        patches[wkb] = cube.patch(wkb)
    return patches


def _tally(patches: list[Patch | None]) -> ClassTally:
    known = [patch for patch in patches if patch is not None]
    spectra = [patch for patch in known if patch.spectrum is not None]
    mean = None
    if spectra:
        # A band may be empty in some polygons; each counts by its pixels.
        values = np.array([patch.spectrum for patch in spectra])
        weights = np.array([[patch.sampled] for patch in spectra]) * ~np.isnan(values)
        total = weights.sum(axis=0)
        sums = (np.nan_to_num(values) * weights).sum(axis=0)
        mean = np.divide(sums, total, out=np.full(len(sums), np.nan), where=total > 0)
    return ClassTally(len(patches), sum(patch.pixels for patch in known), mean)
