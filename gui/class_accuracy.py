"""Accuracy and area of each class of a map, as the backend reports them."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

#: A change of accuracy of at least half a percent point is shown.
MIN_CHANGE = 0.005

Extent = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(frozen=True)
class ClassAccuracy:
    """Recall and precision of a class, how they have changed, and its pixels in the map."""

    recall: float | None = None
    precision: float | None = None
    recall_change: float | None = None
    precision_change: float | None = None
    pixels: int | None = None  # in the map
    area: float | None = None  # in square metres


@dataclass(frozen=True)
class ConfusedClasses:
    """Two classes of which the cross-validation confuses pixels, and where."""

    classes: tuple[str, str]
    share: float
    extents: tuple[Extent, ...]  # of polygons, those with the most errors first


@dataclass(frozen=True)
class AccuracyTable:
    """The accuracies of all classes of the last validated map."""

    classes: dict[str, ClassAccuracy] = field(default_factory=dict)
    pairs: tuple[ConfusedClasses, ...] = ()
    is_validated: bool = False

    def of(self, name: str) -> ClassAccuracy:
        """The accuracy of a class, which is unknown for one that has not been mapped."""
        return self.classes.get(name, ClassAccuracy())

    def has(self, value: str) -> bool:
        """Whether a value, such as `recall`, is known for some class."""
        return any(getattr(entry, value) is not None for entry in self.classes.values())

    def confused_with(self, name: str) -> str | None:
        """The class that a class is confused with most."""
        for pair in self.pairs:
            if name in pair.classes:
                return pair.classes[1] if pair.classes[0] == name else pair.classes[0]
        return None

    def figures(self) -> dict[str, Any]:
        """The table as the figures that it can be read from."""
        return {
            "classes": [
                {
                    "name": name,
                    "recall": entry.recall,
                    "precision": entry.precision,
                    "pixels": entry.pixels,
                    "area": entry.area,
                }
                for name, entry in self.classes.items()
            ],
            "confused": [
                {
                    "classes": list(pair.classes),
                    "share": pair.share,
                    "polygons": [{"extent": list(extent)} for extent in pair.extents],
                }
                for pair in self.pairs
            ],
        }

    def renamed(self, old: str, new: str) -> AccuracyTable:
        """The same table after a class was renamed."""
        return AccuracyTable(
            {new if name == old else name: entry for name, entry in self.classes.items()},
            tuple(
                ConfusedClasses(
                    (
                        new if pair.classes[0] == old else pair.classes[0],
                        new if pair.classes[1] == old else pair.classes[1],
                    ),
                    pair.share,
                    pair.extents,
                )
                for pair in self.pairs
            ),
            self.is_validated,
        )


NO_ACCURACY = AccuracyTable()


def accuracy_table(figures: Mapping[str, Any], before: AccuracyTable) -> AccuracyTable:
    """The table of a result; changes are those since the table before."""
    classes = {}
    rows = figures.get("classes")
    for row in rows if isinstance(rows, list) else []:
        name = str(row["name"])
        former = before.of(name)
        recall, precision = _number(row.get("recall")), _number(row.get("precision"))
        pixels = _number(row.get("pixels"))
        classes[name] = ClassAccuracy(
            recall,
            precision,
            _change(recall, former.recall),
            _change(precision, former.precision),
            None if pixels is None else int(pixels),
            _number(row.get("area")),
        )
    pairs = [
        ConfusedClasses(
            (str(pair["classes"][0]), str(pair["classes"][1])),
            float(pair["share"]),
            _extents(pair),
        )
        for pair in figures.get("confused") or []
    ]
    known = any(entry.recall is not None for entry in classes.values())
    return AccuracyTable(classes, tuple(pairs), known)


def read_accuracy_table(figures: object) -> AccuracyTable | None:
    """A table from figures that may be damaged; None where they are."""
    if not isinstance(figures, dict):
        return None
    try:
        return accuracy_table(figures, NO_ACCURACY)
    except (AttributeError, IndexError, KeyError, OverflowError, TypeError, ValueError):
        return None


def _extents(pair: Mapping[str, Any]) -> tuple[Extent, ...]:
    """The extents of the polygons with errors, or the common one."""
    given = [polygon["extent"] for polygon in pair.get("polygons") or []]
    if not given and pair.get("extent"):
        given = [pair["extent"]]
    return tuple((float(e[0]), float(e[1]), float(e[2]), float(e[3])) for e in given)


def _number(value: object) -> float | None:
    if isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value):
        return float(value)
    return None


def _change(value: float | None, before: float | None) -> float | None:
    """The difference, where it is large enough to be shown."""
    if value is None or before is None or abs(value - before) < MIN_CHANGE:
        return None
    return value - before
