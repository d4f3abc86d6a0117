"""The spectra of labelled pixels, what became of all that was drawn, and whether it is enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from rasterio.windows import Window

from ..core.errors import UserError
from ..core.reporter import Reporter
from ..scene.raster import Scene
from .classes import MapClass
from .training_pixels import TrainingPixels

MIN_CLASSES = 2
MIN_PIXELS = 3
#: Fewer pixels than these are learnt from, with a warning.
RECOMMENDED_PIXELS = 10
#: More pixels than these teach nothing new, but take their time and memory.
MAX_PIXELS = 10_000


@dataclass(frozen=True)
class ClassCounts:
    """What was read of one class."""

    name: str
    geometries: int  # that were drawn
    used_geometries: int  # of which pixels are left
    pixels: int  # to learn from
    contested: int  # left out since another class claims them too
    masked: int  # left out since the image has no data there

    def combine(self, other: ClassCounts) -> ClassCounts:
        """Both together, as of two scenes."""
        numbers = ("geometries", "used_geometries", "pixels", "contested", "masked")
        added = {name: getattr(self, name) + getattr(other, name) for name in numbers}
        return replace(self, **added)

    def __str__(self) -> str:
        left_out = [
            f"{number} {why}"
            for number, why in ((self.contested, "contested"), (self.masked, "without data"))
            if number
        ]
        return (
            f"{self.name}: {count_with_noun(self.pixels, 'pixel')} in "
            f"{count_with_noun(self.used_geometries, 'shape')}"
            + (f" ({', '.join(left_out)})" if left_out else "")
        )


@dataclass(frozen=True)
class TrainingSpectra:
    """Valid labelled pixels of a scene with their spectra."""

    training_pixels: TrainingPixels
    spectra: np.ndarray  # (pixels, bands) reflectance
    table: tuple[ClassCounts, ...] = ()

    @property
    def classes(self) -> tuple[MapClass, ...]:
        """The classes in the order of `training_pixels.target`."""
        return self.training_pixels.classes

    def summary(self) -> list[str]:
        """One line a class: how many shapes and pixels were read."""
        return [str(row) for row in self.table]


def count_with_noun(number: int, noun: str) -> str:
    """`1 pixel`, `2 pixels`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def indexes_in_window(window: Window, training_pixels: TrainingPixels) -> np.ndarray:
    """Which labelled pixels lie in a window, as indexes."""
    inside = (
        (training_pixels.rows >= window.row_off)
        & (training_pixels.rows < window.row_off + window.height)
        & (training_pixels.columns >= window.col_off)
        & (training_pixels.columns < window.col_off + window.width)
    )
    return np.flatnonzero(inside)


def collect_training_spectra(
    scene: Scene, training_pixels: TrainingPixels, reporter: Reporter
) -> TrainingSpectra:
    """Read the labelled pixels' spectra, leave out those without data, check what remains."""
    found = read_training_spectra(scene, training_pixels, reporter)
    check_training_spectra(found, reporter)
    return found


def read_training_spectra(
    scene: Scene, training_pixels: TrainingPixels, reporter: Reporter
) -> TrainingSpectra:
    """Read the labelled pixels' spectra and leave out those without data."""
    training_pixels = _subsample(training_pixels, MAX_PIXELS, reporter)
    spectra = np.zeros((len(training_pixels), len(scene.used)), np.float32)
    valid = np.zeros(len(training_pixels), bool)
    for window in reporter.follow(scene.blocks()):
        inside = indexes_in_window(window, training_pixels)
        if len(inside) == 0:
            continue
        values, mask = scene.read(_bounding_window(training_pixels, inside))
        rows = training_pixels.rows[inside] - training_pixels.rows[inside].min()
        columns = training_pixels.columns[inside] - training_pixels.columns[inside].min()
        spectra[inside] = values[:, rows, columns].T
        valid[inside] = mask[rows, columns]
    if not valid.all():
        pixels = count_with_noun(int((~valid).sum()), "labelled pixel")
        reporter.warn(f"{pixels} left out: the image has no data there.")
    return TrainingSpectra(
        training_pixels.subset(valid), spectra[valid], _count_by_class(training_pixels, valid)
    )


def check_training_spectra(pixels: TrainingSpectra, reporter: Reporter) -> None:
    """Refuse what is too little to learn from, and warn of what is hardly enough."""
    _check(pixels)
    _warn(pixels, reporter)


def join_training_spectra(
    parts: Sequence[TrainingSpectra], classes: tuple[MapClass, ...]
) -> TrainingSpectra:
    """The labelled pixels of several scenes, which show some of these classes each."""
    position = {entry.value: index for index, entry in enumerate(classes)}
    group, rows = 0, {entry.value: ClassCounts(entry.name, 0, 0, 0, 0, 0) for entry in classes}
    training_pixels = []
    for part in parts:
        own = part.training_pixels
        to = np.array([position[entry.value] for entry in own.classes], np.int64)
        training_pixels.append(
            replace(own, target=to[own.target], group=own.group + group, classes=classes)
        )
        group += int(own.group.max(initial=-1)) + 1
        for entry, row in zip(own.classes, part.table, strict=True):
            rows[entry.value] = rows[entry.value].combine(row)
    columns = ("rows", "columns", "target", "group")
    joined = {
        name: np.concatenate([getattr(entry, name) for entry in training_pixels])
        for name in columns
    }
    warnings = tuple(warning for part in parts for warning in part.training_pixels.warnings)
    return TrainingSpectra(
        TrainingPixels(**joined, classes=classes, warnings=warnings),
        np.concatenate([part.spectra for part in parts]),
        tuple(rows[entry.value] for entry in classes),
    )


def _bounding_window(training_pixels: TrainingPixels, inside: np.ndarray) -> Window:
    """The smallest window that holds some labelled pixels."""
    rows, columns = training_pixels.rows[inside], training_pixels.columns[inside]
    top, left = int(rows.min()), int(columns.min())
    return Window(left, top, int(columns.max()) - left + 1, int(rows.max()) - top + 1)


def _subsample(
    training_pixels: TrainingPixels, max_count: int, reporter: Reporter
) -> TrainingPixels:
    """At most so many pixels: of rare classes and small shapes all, of the others a part."""
    if len(training_pixels) <= max_count:
        return training_pixels
    share = _max_per_part(np.bincount(training_pixels.target), max_count)
    kept = np.zeros(len(training_pixels), bool)
    for index in range(len(training_pixels.classes)):
        in_class = np.flatnonzero(training_pixels.target == index)
        shape = np.unique(training_pixels.group[in_class], return_inverse=True)[1]
        in_class = in_class[
            _subsample_evenly(shape, max(1, _max_per_part(np.bincount(shape), share)))
        ]
        kept[in_class[_subsample_evenly(np.zeros(len(in_class), np.int64), share)]] = True
    reporter.warn(
        f"Of {len(training_pixels)} labelled pixels {kept.sum()} are used: at most {share} of a "
        "class, taken evenly from its shapes."
    )
    return training_pixels.subset(kept)


def _max_per_part(counts: np.ndarray, max_count: int) -> int:
    """How many of each at most, so that all together are no more than `max_count`."""
    low, high = 0, int(counts.max(initial=0))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (
            (middle, high) if np.minimum(counts, middle).sum() <= max_count else (low, middle - 1)
        )
    return low


def _subsample_evenly(part: np.ndarray, max_count: int) -> np.ndarray:
    """Which positions to keep so that at most so many of each part are left, evenly spread."""
    order = np.argsort(part, kind="stable")
    counts = np.bincount(part)
    rank = np.empty(len(part), np.int64)
    rank[order] = np.arange(len(part)) - np.repeat(np.cumsum(counts) - counts, counts)
    size, left = counts[part], np.minimum(counts, max_count)[part]
    return (rank + 1) * left // size > rank * left // size


def _count_by_class(training_pixels: TrainingPixels, valid: np.ndarray) -> tuple[ClassCounts, ...]:
    rows = []
    for index, entry in enumerate(training_pixels.classes):
        in_class = training_pixels.target == index
        used = len(np.unique(training_pixels.group[in_class & valid]))
        rows.append(
            ClassCounts(
                entry.name,
                training_pixels.drawn[index] if training_pixels.drawn else used,
                used,
                int((in_class & valid).sum()),
                training_pixels.contested[index] if training_pixels.contested else 0,
                int((in_class & ~valid).sum()),
            )
        )
    return tuple(rows)


def _check(pixels: TrainingSpectra) -> None:
    table = pixels.table
    if len(pixels.training_pixels) == 0 and any(row.contested for row in table):
        raise UserError(
            "labels.contested",
            "All labelled pixels that hold data are claimed by two classes: the same places are "
            "drawn twice, with different classes.",
            "Delete the duplicates, so that each place has one class.",
        )
    if len(pixels.training_pixels) == 0:
        raise UserError(
            "labels.no_overlap",
            "All labels lie where the image has no data.",
            "Draw labels on pixels that hold data.",
        )
    if len(table) < MIN_CLASSES:
        raise UserError(
            "labels.too_few_classes",
            f'The labels hold only one class ("{table[0].name}").',
            "Draw examples of at least two classes, and check that the class field is right.",
        )
    few = [row for row in table if row.pixels < MIN_PIXELS]
    if few:
        listed = [f'"{row.name}" ({row.pixels}{_contested(row)})' for row in few]
        raise UserError(
            "labels.too_few",
            f"Too few labelled pixels in class {', '.join(listed)}; each needs at least "
            f"{MIN_PIXELS}.",
            "Draw more or larger polygons of the class, or remove it from the labels; where "
            "classes lie on each other, delete one of the shapes.",
        )


def _contested(row: ClassCounts) -> str:
    return f"; {row.contested} more are claimed by another class, too" if row.contested else ""


def _warn(pixels: TrainingSpectra, reporter: Reporter) -> None:
    for row in pixels.table:
        has = f'Class "{row.name}" has {count_with_noun(row.pixels, "pixel")} in '
        if row.used_geometries == 1:
            reporter.warn(f"{has}1 shape: its accuracy cannot be estimated. Draw another one.")
        elif row.pixels < RECOMMENDED_PIXELS:
            reporter.warn(f"{has}{row.used_geometries} shapes: few to learn from. Draw some more.")
