"""Spectra of libraries as training samples, beside the labelled pixels of a scene or alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from ..core.reporter import Reporter
from ..labels.classes import MAX_CODE, ClassStyle, MapClass, make_classes
from ..labels.libraries.resampling import BandGrid
from ..labels.libraries.samples import read_library_samples
from ..labels.similar_names import case_difference_notes
from ..labels.training_pixels import TrainingPixels
from ..labels.training_spectra import MAX_PIXELS, ClassCounts, TrainingSpectra, subsample_pixels
from ..scene.raster import Scene

#: Rows between spectra in the numbering of pixels, so that no spatial block holds two of them.
SPECTRUM_GAP_ROWS = 1024


@dataclass(frozen=True)
class LibraryOptions:
    """Libraries, the field of the class, and names and colours for classes."""

    paths: tuple[Path, ...]
    class_field: str | None = None
    styles: tuple[ClassStyle, ...] = ()


def read_libraries(
    scene: Scene,
    options: LibraryOptions,
    classes: Sequence[MapClass],
    allow_external: bool,
    reporter: Reporter,
) -> TrainingSpectra:
    """The spectra of all libraries at the bands of a scene, with the classes of its labels.

    Each spectrum is a group of its own. It has no location: its row is negative, and no pixel of
    the scene has its features.
    """
    found = read_library_samples(
        options.paths, options.class_field, BandGrid.of(scene.used), reporter, allow_external
    )
    all_classes = extend_classes(classes, found.class_names, options.styles)
    for note in case_difference_notes(entry.name for entry in all_classes):
        reporter.warn(note)
    position = _positions(all_classes)
    target = np.array([position[name] for name in found.class_names], np.int64)
    count = len(target)
    pixels = TrainingPixels(
        -SPECTRUM_GAP_ROWS * np.arange(1, count + 1, dtype=np.int64),
        np.zeros(count, np.int64),
        target,
        np.arange(count, dtype=np.int64),
        all_classes,
    )
    kept = subsample_pixels(pixels, MAX_PIXELS, reporter, "library spectra")
    counts = np.bincount(kept.target, minlength=len(all_classes)).tolist()
    table = tuple(
        ClassCounts(entry.name, 0, 0, 0, 0, 0, number)
        for entry, number in zip(all_classes, counts, strict=True)
    )
    if not classes:
        reporter.warn(
            "The accuracy is estimated with library spectra, not with pixels of the scene: that of "
            "the map may be lower. Assess the map against reference data."
        )
    # groups are spectra in the order of the library
    return TrainingSpectra(kept, found.reflectance[kept.group], table)


def extend_classes(
    classes: Sequence[MapClass], names: Iterable[str], styles: Sequence[ClassStyle] = ()
) -> tuple[MapClass, ...]:
    """The classes, and those of the names that none of them has, by name or by value.

    New classes get the codes after the highest one, so that the codes of the others do not change.
    """
    known = _positions(classes)
    new = sorted({name for name in names if name not in known})
    if not classes:
        numeric = all(name.isascii() and name.isdigit() for name in new)
        return make_classes(new, numeric, styles)
    present = [ClassStyle(entry.value, entry.name, entry.colour) for entry in classes]
    # colours that no other class has
    styled = make_classes([*(entry.value for entry in classes), *new], False, [*present, *styles])
    by_value = {entry.value: entry for entry in styled}
    used = {entry.code for entry in classes}
    highest = max(used)
    free = (
        iter(range(highest + 1, MAX_CODE + 1))
        if highest + len(new) <= MAX_CODE
        else (code for code in range(1, MAX_CODE + 1) if code not in used)
    )
    return (*classes, *(replace(by_value[name], code=next(free)) for name in new))


def _positions(classes: Sequence[MapClass]) -> dict[str, int]:
    """The index of each class by its value and by its name, which has priority."""
    by_value = {entry.value: index for index, entry in enumerate(classes)}
    return by_value | {entry.name: index for index, entry in enumerate(classes)}
