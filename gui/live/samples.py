"""The labelled polygons as the live map sends them: in the job itself, without a file."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

from ...bridge.labels import valid_geometry
from ..training import TrainingLayer


@dataclass(frozen=True)
class Samples:
    """The settings `samples` of a job."""

    entries: tuple[tuple[str, str], ...]  # class and geometry in base64

    @property
    def classes(self) -> set[str]:
        """The classes with polygons."""
        return {name for name, _ in self.entries}

    def settings(self) -> list[dict[str, str]]:
        """The setting `samples` of a job."""
        return [{"class": name, "wkb": wkb} for name, wkb in self.entries]


@dataclass
class SampleExporter:
    """Exports the polygons of a training layer; only new geometries are checked and encoded."""

    _encoded: dict[bytes, str] = field(default_factory=dict)

    def export(self, training: TrainingLayer, crs: QgsCoordinateReferenceSystem) -> Samples:
        """The labelled polygons in a coordinate reference system, in the order of their ids.

        Jobs of exported files have the same order, which the training depends on.
        """
        polygons = sorted(training.polygons(crs))
        known, self._encoded = self._encoded, {}
        for _, _, wkb in polygons:
            self._encoded[wkb] = known.get(wkb) or _encode(wkb)
        return Samples(tuple((name, self._encoded[wkb]) for _, name, wkb in polygons))


def _encode(wkb: bytes) -> str:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    return base64.b64encode(bytes(valid_geometry(geometry)[0].asWkb())).decode("ascii")
