"""Goes over a scene block by block and writes every valid pixel's class."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from rasterio.windows import Window

from ..core.failures import is_out_of_memory
from ..core.reporter import Reporter
from ..scene.blocks import split_in_quarters
from ..scene.raster import Scene
from .geotiff import TILE

#: Gives the probabilities of pixels from their spectra (pixels, bands) and features.
Predictor = Callable[[np.ndarray, np.ndarray], np.ndarray]
#: Tells how unlike all training pixels some spectra are; above 1 the model does not apply.
Measure = Callable[[np.ndarray], np.ndarray]
#: Gives the features (features, height, width) of a block.
FeatureReader = Callable[[Window], np.ndarray]

PIXELS_PER_BLOCK = 32_768
#: Pixels that are not cut any further where memory is short.
MIN_PART_PIXELS = 1024


class BlockWriter(Protocol):
    """Takes what was found in a block."""

    def write(
        self,
        window: Window,
        probabilities: np.ndarray,
        valid: np.ndarray,
        dissimilarity: np.ndarray | None = None,
    ) -> None:
        """Probabilities (valid pixels, classes) of the valid pixels in reading order."""


@dataclass
class MapStatistics:
    """What a map shows: pixels of each class, how sure they are, and how many are unlike all."""

    counts: np.ndarray
    confidence: float = 0.0  # summed over all pixels
    dissimilar: int | None = None  # pixels to which the model does not apply

    def add(self, probabilities: np.ndarray, dissimilarity: np.ndarray | None = None) -> None:
        """Take in the probabilities (pixels, classes) and dissimilarities of a block."""
        if dissimilarity is not None:
            self.dissimilar = (self.dissimilar or 0) + int((dissimilarity > 1).sum())
        self.counts += np.bincount(probabilities.argmax(axis=1), minlength=len(self.counts))
        self.confidence += float(probabilities.max(axis=1).sum(dtype=np.float64))

    @property
    def mean_confidence(self) -> float:
        """Not a number where the map is empty."""
        total = int(self.counts.sum())
        return self.confidence / total if total else float("nan")

    @property
    def outside(self) -> float | None:
        """The share of the map to which the model does not apply; None where nobody knows."""
        total = int(self.counts.sum())
        return self.dissimilar / total if total and self.dissimilar is not None else None


def output_blocks(scene: Scene) -> list[Window]:
    """Windows along the tiles of what is written, so that each tile is written once and whole.

    They do not depend on how much memory there is, and neither do the bytes of the map. A scene
    that is stored in rows is read in rows: there a block is a row of tiles.
    """
    grid = scene.grid
    in_rows = scene.blocks(TILE)[0].width >= grid.width
    width = grid.width if in_rows else TILE
    return [
        Window(left, top, min(width, grid.width - left), min(TILE, grid.height - top))
        for top in range(0, grid.height, TILE)
        for left in range(0, grid.width, width)
    ]


def map_scene(
    scene: Scene,
    blocks: Sequence[Window],
    read_features: FeatureReader,
    predict: Predictor,
    writer: BlockWriter,
    class_count: int,
    reporter: Reporter,
    measure: Measure | None = None,
) -> MapStatistics:
    """Classify all blocks; returns what the map shows.

    Where `measure` knows how unlike the training pixels others are, that is counted and written.
    """
    map_statistics = MapStatistics(np.zeros(class_count, np.int64))
    for number, block in enumerate(blocks):
        reporter.advance(number / len(blocks))
        step = reporter.part(number / len(blocks), (number + 1) / len(blocks))
        prediction = _BlockPrediction(scene, block, read_features, predict, measure, class_count)
        # the spectra of a whole block may be more than memory allows
        parts = scene.parts(block)
        while parts:
            part = parts.pop(0)
            if not prediction.classify(part, step):
                parts = split_in_quarters(part) + parts
        probabilities, distance = prediction.valid_results()
        writer.write(block, probabilities, prediction.valid, distance)
        map_statistics.add(probabilities, distance)
    return map_statistics


class _BlockPrediction:
    """What is found in one block, part by part."""

    def __init__(
        self,
        scene: Scene,
        block: Window,
        read_features: FeatureReader,
        predict: Predictor,
        measure: Measure | None,
        class_count: int,
    ):
        self._scene, self._block, self._read_features = scene, block, read_features
        self._predict, self._measure = predict, measure
        self._features: np.ndarray | None = None
        shape = (block.height, block.width)
        self._probabilities = np.zeros((*shape, class_count), np.float32)
        self._dissimilarity = np.zeros(shape, np.float32)
        self.valid = np.zeros(shape, bool)

    def valid_results(self) -> tuple[np.ndarray, np.ndarray | None]:
        """Probabilities (pixels, classes) and, where they are measured, dissimilarities."""
        dissimilar = None if self._measure is None else self._dissimilarity[self.valid]
        return self._probabilities[self.valid], dissimilar

    def classify(self, part: Window, reporter: Reporter) -> bool:
        """Classify a part; false where memory does not suffice, but may for smaller ones."""
        try:
            self._classify(part, reporter)
        except Exception as error:
            if not is_out_of_memory(error) or part.width * part.height <= MIN_PART_PIXELS:
                raise
            return False
        return True

    def _classify(self, part: Window, reporter: Reporter) -> None:
        slices = _relative_slices(part, self._block)
        reflectance, inside = self._scene.read(part)
        self.valid[slices] = inside
        if not inside.any():
            return
        if self._features is None:
            self._features = self._read_features(self._block)
        spectra = reflectance[:, inside].T
        # of the features, not their part but its valid pixels are copied
        seen = self._features[(slice(None), *slices)][:, inside].T
        found = np.empty((len(spectra), self._probabilities.shape[2]), np.float32)
        distance = np.zeros(len(spectra), np.float32)
        for start in range(0, len(spectra), PIXELS_PER_BLOCK):
            chosen = slice(start, start + PIXELS_PER_BLOCK)
            found[chosen] = self._predict(spectra[chosen], seen[chosen])
            if self._measure is not None:
                distance[chosen] = self._measure(spectra[chosen])
            reporter.advance(start / len(spectra))
        self._probabilities[slices][inside] = found
        self._dissimilarity[slices][inside] = distance


def _relative_slices(part: Window, block: Window) -> tuple[slice, slice]:
    top, left = part.row_off - block.row_off, part.col_off - block.col_off
    return slice(top, top + part.height), slice(left, left + part.width)
