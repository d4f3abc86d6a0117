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
from .training_pixels import Examples

FEWEST_CLASSES = 2
FEWEST_PIXELS = 3
#: Fewer pixels than these are learnt from, with a warning.
FEW_PIXELS = 10
#: More pixels than these teach nothing new, but take their time and memory.
MOST_PIXELS = 10_000


@dataclass(frozen=True)
class ClassTally:
    """What was read of one class."""

    name: str
    shapes: int  # that were drawn
    used_shapes: int  # of which pixels are left
    pixels: int  # to learn from
    contested: int  # left out since another class claims them too
    masked: int  # left out since the image has no data there

    def plus(self, other: ClassTally) -> ClassTally:
        """Both together, as of two scenes."""
        numbers = ("shapes", "used_shapes", "pixels", "contested", "masked")
        added = {name: getattr(self, name) + getattr(other, name) for name in numbers}
        return replace(self, **added)

    def __str__(self) -> str:
        left_out = [
            f"{number} {why}"
            for number, why in ((self.contested, "contested"), (self.masked, "without data"))
            if number
        ]
        return (
            f"{self.name}: {counted(self.pixels, 'pixel')} in "
            f"{counted(self.used_shapes, 'shape')}"
            + (f" ({', '.join(left_out)})" if left_out else "")
        )


@dataclass(frozen=True)
class LabelledPixels:
    """Valid labelled pixels of a scene with their spectra."""

    examples: Examples
    spectra: np.ndarray  # (pixels, bands) reflectance
    table: tuple[ClassTally, ...] = ()

    @property
    def classes(self) -> tuple[MapClass, ...]:
        """The classes in the order of `examples.target`."""
        return self.examples.classes

    def summary(self) -> list[str]:
        """One line a class: how many shapes and pixels were read."""
        return [str(row) for row in self.table]


def counted(number: int, what: str) -> str:
    """`1 pixel`, `2 pixels`."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def positions_in(window: Window, examples: Examples) -> np.ndarray:
    """Which labelled pixels lie in a window, as indexes."""
    inside = (
        (examples.rows >= window.row_off)
        & (examples.rows < window.row_off + window.height)
        & (examples.columns >= window.col_off)
        & (examples.columns < window.col_off + window.width)
    )
    return np.flatnonzero(inside)


def gather_pixels(scene: Scene, examples: Examples, reporter: Reporter) -> LabelledPixels:
    """Read the labelled pixels' spectra, leave out those without data, check what remains."""
    found = read_pixels(scene, examples, reporter)
    check_pixels(found, reporter)
    return found


def read_pixels(scene: Scene, examples: Examples, reporter: Reporter) -> LabelledPixels:
    """Read the labelled pixels' spectra and leave out those without data."""
    examples = _thinned(examples, MOST_PIXELS, reporter)
    spectra = np.zeros((len(examples), len(scene.used)), np.float32)
    valid = np.zeros(len(examples), bool)
    for window in reporter.follow(scene.blocks()):
        inside = positions_in(window, examples)
        if len(inside) == 0:
            continue
        values, mask = scene.read(_around(examples, inside))
        rows = examples.rows[inside] - examples.rows[inside].min()
        columns = examples.columns[inside] - examples.columns[inside].min()
        spectra[inside] = values[:, rows, columns].T
        valid[inside] = mask[rows, columns]
    if not valid.all():
        pixels = counted(int((~valid).sum()), "labelled pixel")
        reporter.warn(f"{pixels} left out: the image has no data there.")
    return LabelledPixels(examples.keep(valid), spectra[valid], _tally(examples, valid))


def check_pixels(pixels: LabelledPixels, reporter: Reporter) -> None:
    """Refuse what is too little to learn from, and warn of what is hardly enough."""
    _check(pixels)
    _warn(pixels, reporter)


def join_pixels(parts: Sequence[LabelledPixels], classes: tuple[MapClass, ...]) -> LabelledPixels:
    """The labelled pixels of several scenes, which show some of these classes each."""
    position = {entry.value: index for index, entry in enumerate(classes)}
    group, rows = 0, {entry.value: ClassTally(entry.name, 0, 0, 0, 0, 0) for entry in classes}
    examples = []
    for part in parts:
        own = part.examples
        to = np.array([position[entry.value] for entry in own.classes], np.int64)
        examples.append(
            replace(own, target=to[own.target], group=own.group + group, classes=classes)
        )
        group += int(own.group.max(initial=-1)) + 1
        for entry, row in zip(own.classes, part.table, strict=True):
            rows[entry.value] = rows[entry.value].plus(row)
    columns = ("rows", "columns", "target", "group")
    joined = {
        name: np.concatenate([getattr(entry, name) for entry in examples]) for name in columns
    }
    warnings = tuple(warning for part in parts for warning in part.examples.warnings)
    return LabelledPixels(
        Examples(**joined, classes=classes, warnings=warnings),
        np.concatenate([part.spectra for part in parts]),
        tuple(rows[entry.value] for entry in classes),
    )


def _around(examples: Examples, inside: np.ndarray) -> Window:
    """The smallest window that holds some labelled pixels."""
    rows, columns = examples.rows[inside], examples.columns[inside]
    top, left = int(rows.min()), int(columns.min())
    return Window(left, top, int(columns.max()) - left + 1, int(rows.max()) - top + 1)


def _thinned(examples: Examples, most: int, reporter: Reporter) -> Examples:
    """At most so many pixels: of rare classes and small shapes all, of the others a part."""
    if len(examples) <= most:
        return examples
    share = _even_share(np.bincount(examples.target), most)
    kept = np.zeros(len(examples), bool)
    for index in range(len(examples.classes)):
        mine = np.flatnonzero(examples.target == index)
        shape = np.unique(examples.group[mine], return_inverse=True)[1]
        mine = mine[_even(shape, max(1, _even_share(np.bincount(shape), share)))]
        kept[mine[_even(np.zeros(len(mine), np.int64), share)]] = True
    reporter.warn(
        f"Of {len(examples)} labelled pixels {kept.sum()} are learnt from: at most {share} of a "
        "class, taken evenly from its shapes."
    )
    return examples.keep(kept)


def _even_share(counts: np.ndarray, most: int) -> int:
    """How many of each at most, so that all together are no more than `most`."""
    low, high = 0, int(counts.max(initial=0))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (
            (middle, high) if np.minimum(counts, middle).sum() <= most else (low, middle - 1)
        )
    return low


def _even(part: np.ndarray, most: int) -> np.ndarray:
    """Which positions to keep so that at most so many of each part are left, evenly spread."""
    order = np.argsort(part, kind="stable")
    counts = np.bincount(part)
    rank = np.empty(len(part), np.int64)
    rank[order] = np.arange(len(part)) - np.repeat(np.cumsum(counts) - counts, counts)
    size, left = counts[part], np.minimum(counts, most)[part]
    return (rank + 1) * left // size > rank * left // size


def _tally(examples: Examples, valid: np.ndarray) -> tuple[ClassTally, ...]:
    rows = []
    for index, entry in enumerate(examples.classes):
        mine = examples.target == index
        used = len(np.unique(examples.group[mine & valid]))
        rows.append(
            ClassTally(
                entry.name,
                examples.drawn[index] if examples.drawn else used,
                used,
                int((mine & valid).sum()),
                examples.contested[index] if examples.contested else 0,
                int((mine & ~valid).sum()),
            )
        )
    return tuple(rows)


def _check(pixels: LabelledPixels) -> None:
    table = pixels.table
    if len(pixels.examples) == 0 and any(row.contested for row in table):
        raise UserError(
            "labels.contested",
            "All labelled pixels that hold data are claimed by two classes: the same places are "
            "drawn twice, with different classes.",
            "Delete the duplicates, so that each place has one class.",
        )
    if len(pixels.examples) == 0:
        raise UserError(
            "labels.no_overlap",
            "All labels lie where the image has no data.",
            "Draw labels on pixels that hold data.",
        )
    if len(table) < FEWEST_CLASSES:
        raise UserError(
            "labels.too_few_classes",
            f'The labels hold only one class ("{table[0].name}").',
            "Draw examples of at least two classes, and check that the class field is right.",
        )
    few = [row for row in table if row.pixels < FEWEST_PIXELS]
    if few:
        listed = [f'"{row.name}" ({row.pixels}{_contested(row)})' for row in few]
        raise UserError(
            "labels.too_few",
            f"Too few labelled pixels in class {', '.join(listed)}; each needs at least "
            f"{FEWEST_PIXELS}.",
            "Draw more or larger polygons of the class, or remove it from the labels; where "
            "classes lie on each other, delete one of the shapes.",
        )


def _contested(row: ClassTally) -> str:
    return f"; {row.contested} more are claimed by another class, too" if row.contested else ""


def _warn(pixels: LabelledPixels, reporter: Reporter) -> None:
    for row in pixels.table:
        has = f'Class "{row.name}" has {counted(row.pixels, "pixel")} in '
        if row.used_shapes == 1:
            reporter.warn(f"{has}1 shape: its accuracy cannot be estimated. Draw another one.")
        elif row.pixels < FEW_PIXELS:
            reporter.warn(f"{has}{row.used_shapes} shapes: few to learn from. Draw some more.")
