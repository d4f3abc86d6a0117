"""Leaves out classes with too few training samples, and checks that enough classes remain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ..core.errors import UserError
from ..core.formatting import count_with_noun
from ..core.reporter import Reporter
from ..scene.scene_like import SceneLike
from .classes import MapClass
from .similar_names import shorten_list
from .training_pixels import TrainingPixels
from .training_spectra import (
    ClassCounts,
    TrainingSpectra,
    read_training_spectra,
)

MIN_CLASSES = 2
MIN_PIXELS = 3
#: Classes with fewer pixels are used with a warning.
RECOMMENDED_PIXELS = 10
#: Classes that a message lists: one label layer may serve many scenes with few of its classes each.
MAX_LISTED_CLASSES = 40


def collect_training_spectra(
    scene: SceneLike, training_pixels: TrainingPixels, reporter: Reporter
) -> TrainingSpectra:
    """Read the spectra of labelled pixels with data, of the classes with enough of them."""
    return drop_small_classes(read_training_spectra(scene, training_pixels, reporter), reporter)


def drop_small_classes(pixels: TrainingSpectra, reporter: Reporter) -> TrainingSpectra:
    """The training samples without classes that have too few pixels, which are logged.

    Raises `UserError` where fewer than two classes remain. The codes of the others do not change,
    so that maps of scenes that share a label layer have the same codes.
    """
    _check(pixels)
    used = np.array([row.samples >= MIN_PIXELS for row in pixels.table], np.bool_)
    missing = [f'"{row.name}"{_contested(row)}' for row in pixels.table if not row.samples]
    small = [
        f'"{row.name}" ({row.samples}{_contested(row, "; ")})'
        for row in pixels.table
        if 0 < row.samples < MIN_PIXELS
    ]
    if used.sum() < MIN_CLASSES:
        raise _too_few_pixels(pixels)
    if missing:
        listed = shorten_list(missing, MAX_LISTED_CLASSES)
        reporter.warn(f"Classes without a labelled pixel with data, left out: {listed}.")
    if small:
        listed = shorten_list(small, MAX_LISTED_CLASSES)
        reporter.warn(f"Classes with fewer than {MIN_PIXELS} pixels, left out: {listed}.")
    classes = pixels.classes
    kept = of_classes(pixels, [entry for entry, keep in zip(classes, used, strict=True) if keep])
    _warn(kept, reporter)
    return kept


def of_classes(pixels: TrainingSpectra, classes: Sequence[MapClass]) -> TrainingSpectra:
    """The training samples of some of the classes, which are found by their values."""
    own = pixels.training_pixels
    values = {entry.value for entry in classes}
    used = np.array([entry.value in values for entry in own.classes], np.bool_)
    chosen = used[own.target]

    def of_used(entries: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(entry for entry, kept in zip(entries, used, strict=True) if kept)

    subset = own.subset(chosen)
    subset = replace(
        subset,
        target=(np.cumsum(used) - 1)[subset.target],
        classes=tuple(entry for entry, kept in zip(own.classes, used, strict=True) if kept),
        drawn=of_used(own.drawn) if own.drawn else (),
        contested=of_used(own.contested) if own.contested else (),
    )
    table = tuple(row for row, kept in zip(pixels.table, used, strict=True) if kept)
    return TrainingSpectra(subset, pixels.spectra[chosen], table)


def _check(pixels: TrainingSpectra) -> None:
    table = pixels.table
    if len(pixels.training_pixels) == 0 and any(row.contested for row in table):
        raise UserError(
            "labels.contested",
            "All labelled pixels with data have labels of more than one class.",
            "Delete the polygons that overlap those of other classes.",
        )
    if len(pixels.training_pixels) == 0:
        raise UserError(
            "labels.no_overlap",
            "All labelled pixels are in areas where the image has no data.",
            "Draw training samples where the image has data.",
        )
    if len(table) < MIN_CLASSES:
        raise UserError(
            "labels.too_few_classes",
            f'The training samples have only one class ("{table[0].name}").',
            "Draw training samples of at least two classes, and check the class field.",
        )


def _too_few_pixels(pixels: TrainingSpectra) -> UserError:
    """The error where fewer than two classes have enough pixels."""
    few = [
        f'"{row.name}" ({row.samples}{_contested(row, "; ")})'
        for row in pixels.table
        if row.samples < MIN_PIXELS
    ]
    return UserError(
        "labels.too_few",
        f"Too few labelled pixels in class {shorten_list(few, MAX_LISTED_CLASSES)}; at least "
        f"{MIN_CLASSES} classes need {MIN_PIXELS} pixels each.",
        "Draw more or larger polygons of these classes; where polygons of several classes overlap, "
        "delete one of them.",
    )


def _contested(row: ClassCounts, separator: str = "") -> str:
    if not row.contested:
        return ""
    text = f"{count_with_noun(row.contested, 'pixel')} of other classes as well"
    return f"{separator}{text}" if separator else f" ({text})"


def _warn(pixels: TrainingSpectra, reporter: Reporter) -> None:
    for row in pixels.table:
        if row.library_spectra:
            if row.samples < RECOMMENDED_PIXELS:
                reporter.warn(f'Class "{row.name}" has few training samples ({row.samples}).')
            continue
        counts = f'Class "{row.name}" has {count_with_noun(row.pixels, "pixel")} in '
        if row.used_geometries == 1:
            reporter.warn(f"{counts}1 polygon: draw another one to have its accuracy estimated.")
        elif row.pixels < RECOMMENDED_PIXELS:
            reporter.warn(f"{counts}{row.used_geometries} polygons: draw more of them.")
