"""Spectra of labelled pixels, and counts per class."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..core.formatting import count_with_noun
from ..core.reporter import Reporter
from ..scene.scene_like import SceneLike
from .classes import MapClass
from .similar_names import shorten_list
from .training_pixels import TrainingPixels

#: More pixels do not improve the accuracy, but take time and memory.
MAX_PIXELS = 10_000


#: Spectra (pixels, bands) of labelled pixels of a scene, and the mask of those with data.
SpectraReader = Callable[
    [SceneLike, TrainingPixels, Reporter],
    tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]],
]


@dataclass(frozen=True)
class ClassCounts:
    """Geometries and pixels of a class in the training samples."""

    name: str
    geometries: int
    used_geometries: int  # with at least one used pixel
    pixels: int  # used for training
    contested: int  # excluded, since another class contains them as well
    masked: int  # excluded, since the image has no data there
    library_spectra: int = 0

    @property
    def samples(self) -> int:
        """Pixels and library spectra."""
        return self.pixels + self.library_spectra

    def combine(self, other: ClassCounts) -> ClassCounts:
        """The sums of the counts of two scenes."""
        return ClassCounts(
            self.name,
            self.geometries + other.geometries,
            self.used_geometries + other.used_geometries,
            self.pixels + other.pixels,
            self.contested + other.contested,
            self.masked + other.masked,
            self.library_spectra + other.library_spectra,
        )

    def __str__(self) -> str:
        reasons = ((self.contested, "of several classes"), (self.masked, "without data"))
        excluded = [f"{number} {reason}" for number, reason in reasons if number]
        parts = []
        if self.pixels or not self.library_spectra:
            parts.append(
                f"{count_with_noun(self.pixels, 'pixel')} in "
                f"{count_with_noun(self.used_geometries, 'polygon')}"
            )
        if self.library_spectra:
            parts.append(
                count_with_noun(self.library_spectra, "library spectrum", "library spectra")
            )
        note = f" (excluded: {', '.join(excluded)})" if excluded else ""
        return f"{self.name}: {', '.join(parts)}{note}"


@dataclass(frozen=True)
class TrainingSpectra:
    """Valid labelled pixels of a scene with their spectra."""

    training_pixels: TrainingPixels
    spectra: npt.NDArray[np.float32]  # (pixels, bands) reflectance
    table: tuple[ClassCounts, ...] = ()

    @property
    def classes(self) -> tuple[MapClass, ...]:
        """The classes in the order of `training_pixels.target`."""
        return self.training_pixels.classes

    def summary(self) -> list[str]:
        """A line per class with the number of its pixels and polygons."""
        return [str(row) for row in self.table]


def indexes_in_window(window: Window, training_pixels: TrainingPixels) -> npt.NDArray[np.intp]:
    """Indexes of the labelled pixels in a window."""
    inside = (
        (training_pixels.rows >= window.row_off)
        & (training_pixels.rows < window.row_off + window.height)
        & (training_pixels.columns >= window.col_off)
        & (training_pixels.columns < window.col_off + window.width)
    )
    return np.flatnonzero(inside)


def read_spectra_at(
    scene: SceneLike, training_pixels: TrainingPixels, reporter: Reporter
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
    """Spectra (pixels, bands) of labelled pixels, and the mask of those with data."""
    spectra = np.zeros((len(training_pixels), scene.band_count), np.float32)
    valid = np.zeros(len(training_pixels), np.bool_)
    # from the last, which was read when the scene was opened and may still be in GDAL's cache
    for window in reporter.follow(scene.blocks()[::-1]):
        inside = indexes_in_window(window, training_pixels)
        if len(inside) == 0:
            continue
        values, mask = scene.read(_bounding_window(training_pixels, inside))
        rows = training_pixels.rows[inside] - training_pixels.rows[inside].min()
        columns = training_pixels.columns[inside] - training_pixels.columns[inside].min()
        spectra[inside] = values[:, rows, columns].T
        valid[inside] = mask[rows, columns]
    return spectra, valid


def read_training_spectra(
    scene: SceneLike,
    training_pixels: TrainingPixels,
    reporter: Reporter,
    read_spectra: SpectraReader = read_spectra_at,
) -> TrainingSpectra:
    """Read the spectra of labelled pixels with data."""
    training_pixels = subsample_pixels(training_pixels, MAX_PIXELS, reporter)
    spectra, valid = read_spectra(scene, training_pixels, reporter)
    if not valid.all():
        reporter.warn(f"Labelled pixels without data in the image, excluded: {(~valid).sum()}.")
        if masked := _masked_groups(training_pixels, valid):
            reporter.warn(f"Training polygons where the image has no data: {masked}.")
    return TrainingSpectra(
        training_pixels.subset(valid), spectra[valid], _count_by_class(training_pixels, valid)
    )


def _masked_groups(training_pixels: TrainingPixels, valid: npt.NDArray[np.bool_]) -> str:
    """The groups without a valid pixel, as a message lists them; empty where there are none."""
    masked = np.setdiff1d(training_pixels.group[~valid], training_pixels.group[valid])
    return shorten_list(training_pixels.group_names(masked))


def join_training_spectra(
    parts: Sequence[TrainingSpectra], classes: tuple[MapClass, ...]
) -> TrainingSpectra:
    """The labelled pixels of several scenes, each of which may have some of the classes only."""
    position = {entry.value: index for index, entry in enumerate(classes)}
    group, rows = 0, {entry.value: ClassCounts(entry.name, 0, 0, 0, 0, 0) for entry in classes}
    joined: list[TrainingPixels] = []
    for part in parts:
        own = part.training_pixels
        to = np.array([position[entry.value] for entry in own.classes], np.int64)
        joined.append(replace(own, target=to[own.target], group=own.group + group, classes=classes))
        group += int(own.group.max(initial=-1)) + 1
        for entry, row in zip(own.classes, part.table, strict=True):
            rows[entry.value] = rows[entry.value].combine(row)
    fields = {entry.class_field for entry in joined if entry.class_field}
    training_pixels = TrainingPixels(
        np.concatenate([entry.rows for entry in joined]),
        np.concatenate([entry.columns for entry in joined]),
        np.concatenate([entry.target for entry in joined]),
        np.concatenate([entry.group for entry in joined]),
        classes,
        tuple(warning for entry in joined for warning in entry.warnings),
        class_field=next(iter(fields)) if len(fields) == 1 else "",
    )
    return TrainingSpectra(
        training_pixels,
        np.concatenate([part.spectra for part in parts]),
        tuple(rows[entry.value] for entry in classes),
    )


def _bounding_window(training_pixels: TrainingPixels, inside: npt.NDArray[np.intp]) -> Window:
    """The smallest window that contains the labelled pixels with these indexes."""
    rows, columns = training_pixels.rows[inside], training_pixels.columns[inside]
    top, left = int(rows.min()), int(columns.min())
    return Window(left, top, int(columns.max()) - left + 1, int(rows.max()) - top + 1)


def subsample_pixels(
    training_pixels: TrainingPixels,
    max_count: int,
    reporter: Reporter,
    noun: str = "labelled pixels",
) -> TrainingPixels:
    """At most `max_count` pixels: all of rare classes and small polygons, a part of the others."""
    if len(training_pixels) <= max_count:
        return training_pixels
    share = _max_per_part(np.bincount(training_pixels.target), max_count)
    kept = np.zeros(len(training_pixels), bool)
    for index in range(len(training_pixels.classes)):
        in_class = np.flatnonzero(training_pixels.target == index)
        polygon = np.unique(training_pixels.group[in_class], return_inverse=True)[1]
        in_class = in_class[
            _subsample_groups(polygon, max(1, _max_per_part(np.bincount(polygon), share)))
        ]
        kept[in_class[_subsample_groups(np.zeros(len(in_class), np.int64), share)]] = True
    reporter.warn(
        f"Of {len(training_pixels)} {noun}, {kept.sum()} are used: at most {share} per "
        "class, evenly spaced over its polygons."
    )
    return training_pixels.subset(kept)


def _max_per_part(counts: npt.NDArray[np.int64], max_count: int) -> int:
    """The largest limit per part for which all parts together have at most `max_count` items."""
    low, high = 0, int(counts.max(initial=0))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (
            (middle, high) if np.minimum(counts, middle).sum() <= max_count else (low, middle - 1)
        )
    return low


def _subsample_groups(part: npt.NDArray[np.int64], max_count: int) -> npt.NDArray[np.bool_]:
    """The mask of at most `max_count` evenly spaced items of each part."""
    order = np.argsort(part, kind="stable")
    counts = np.bincount(part)
    rank = np.empty(len(part), np.int64)
    rank[order] = np.arange(len(part)) - np.repeat(np.cumsum(counts) - counts, counts)
    size, left = counts[part], np.minimum(counts, max_count)[part]
    kept: npt.NDArray[np.bool_] = (rank + 1) * left // size > rank * left // size
    return kept


def _count_by_class(
    training_pixels: TrainingPixels, valid: npt.NDArray[np.bool_]
) -> tuple[ClassCounts, ...]:
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
