"""The training samples as the live map sends them: in the job itself, without a file."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem

from ..training import TrainingLayer


@dataclass(frozen=True)
class Samples:
    """The samples of a training layer with their classes; equal ones give the same map."""

    entries: tuple[tuple[str, bytes], ...]  # class and geometry (WKB)
    classes: tuple[tuple[int | str, str, str], ...]  # value, name, colour in the legend's order
    crs: str | None

    @property
    def class_count(self) -> int:
        """The number of classes with samples."""
        return len({name for name, _ in self.entries})

    def settings(self) -> dict[str, Any]:
        """The settings of a job that hold the samples."""
        values = {name: value for value, name, _ in self.classes}
        numeric = bool(values) and all(isinstance(value, int) for value in values.values())
        return {
            "samples": [
                {
                    "class": str(values.get(name, name)),
                    "wkb": base64.b64encode(wkb).decode("ascii"),
                }
                for name, wkb in self.entries
            ],
            "numeric": numeric,
            "classes": [
                {"value": value, "name": name, "colour": colour}
                for value, name, colour in self.classes
            ],
            "crs": self.crs,
        }


def samples_of(training: TrainingLayer) -> Samples:
    """The samples of a layer in the order of their ids, like those of an exported file.

    The training depends on their order. Geometries are in the layer's own reference system, since
    the backend transforms them in the same way as those of a file.
    """
    crs = training.layer.crs()
    return Samples(
        tuple((name, wkb) for _, name, wkb in training.polygons(crs)),
        tuple((entry.value, entry.name, entry.colour) for entry in training.classes),
        _text_of(crs),
    )


def _text_of(crs: QgsCoordinateReferenceSystem) -> str | None:
    """The identifier of a reference system, or its WKT; None where it is unknown.

    Identifiers of other authorities, such as USER, may mean nothing outside this QGIS.
    """
    if not crs.isValid():
        return None
    identifier = str(crs.authid())
    if identifier.startswith("EPSG:"):
        return identifier
    return str(crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))
