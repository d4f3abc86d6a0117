"""The spectra of labelled pixels, and the checks that there are enough of them to learn from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..errors import UserError
from ..reporter import Reporter
from ..scene.raster import Scene
from .classes import MapClass
from .vector import Examples

FEWEST_CLASSES = 2
FEWEST_PIXELS = 3


@dataclass(frozen=True)
class LabelledPixels:
    """Valid labelled pixels of a scene with their spectra."""

    examples: Examples
    spectra: np.ndarray  # (pixels, bands) reflectance

    @property
    def classes(self) -> tuple[MapClass, ...]:
        """The classes in the order of `examples.target`."""
        return self.examples.classes

    def summary(self) -> list[str]:
        """One line a class: how many shapes and pixels were read."""
        lines = []
        for index, entry in enumerate(self.classes):
            mine = self.examples.target == index
            shapes = len(np.unique(self.examples.group[mine]))
            lines.append(f"{entry.name}: {int(mine.sum())} pixels in {shapes} shapes")
        return lines


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
    spectra = np.zeros((len(examples), len(scene.used)), np.float32)
    valid = np.zeros(len(examples), bool)
    for window in reporter.follow(scene.blocks()):
        inside = positions_in(window, examples)
        if len(inside) == 0:
            continue
        values, mask = scene.read(window)
        rows = examples.rows[inside] - window.row_off
        columns = examples.columns[inside] - window.col_off
        spectra[inside] = values[:, rows, columns].T
        valid[inside] = mask[rows, columns]
    if not valid.all():
        reporter.warn(f"{int((~valid).sum())} labelled pixels have no data and were left out.")
    pixels = LabelledPixels(examples.keep(valid), spectra[valid])
    _check(pixels)
    return pixels


def _check(pixels: LabelledPixels) -> None:
    if len(pixels.examples) == 0:
        raise UserError(
            "labels.no_overlap",
            "All labels lie where the image has no data.",
            "Draw labels on pixels that hold data.",
        )
    counts = Counter(pixels.examples.target.tolist())
    names = {index: entry.name for index, entry in enumerate(pixels.classes)}
    if len(names) < FEWEST_CLASSES:
        raise UserError(
            "labels.too_few_classes",
            f'The labels hold only one class ("{names[0]}").',
            "Draw examples of at least two classes, and check that the right class field is chosen.",
        )
    few = [f'"{names[i]}" ({counts[i]})' for i in names if counts[i] < FEWEST_PIXELS]
    if few:
        raise UserError(
            "labels.too_few",
            f"Too few labelled pixels in class {', '.join(few)}; each needs at least "
            f"{FEWEST_PIXELS}.",
            "Draw more or larger polygons of the class, or remove it from the labels.",
        )
