"""Classifies the valid pixels of a scene block by block, and passes them to a writer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from rasterio.windows import Window

from ..core.failures import is_out_of_memory
from ..core.reporter import Reporter
from ..scene.blocks import split_in_quarters
from ..scene.scene_like import SceneLike
from .geotiff import TILE

#: Class probabilities of pixels from spectra (pixels, bands) and features (pixels, features).
Predictor = Callable[[np.ndarray, np.ndarray], np.ndarray]
#: Dissimilarity of spectra (pixels, bands) to the training pixels; above 1: outside the area of
#: applicability.
DissimilarityFunction = Callable[[np.ndarray], np.ndarray]
#: Features (features, height, width) of a block.
FeatureReader = Callable[[Window], np.ndarray]

#: Pixels that are classified at once.
BATCH_PIXELS = 32_768
#: Least size of a part of a block when memory is short.
MIN_PART_PIXELS = 1024


class BlockWriter(Protocol):
    """Takes the results of a block."""

    def write(
        self,
        window: Window,
        probabilities: np.ndarray,
        valid: np.ndarray,
        dissimilarity: np.ndarray | None = None,
    ) -> None:
        """Write a block: probabilities (valid pixels, classes) in row-major order."""


@dataclass
class MapStatistics:
    """Pixels of each class, confidence, and pixels outside the area of applicability of a map."""

    counts: np.ndarray
    confidence: float = 0.0  # summed over all pixels
    outside_count: int | None = None  # pixels outside the area of applicability

    def add(self, probabilities: np.ndarray, dissimilarity: np.ndarray | None = None) -> None:
        """Add the probabilities (pixels, classes) and dissimilarities of a block."""
        if dissimilarity is not None:
            self.outside_count = (self.outside_count or 0) + int((dissimilarity > 1).sum())
        self.counts += np.bincount(probabilities.argmax(axis=1), minlength=len(self.counts))
        self.confidence += float(probabilities.max(axis=1).sum(dtype=np.float64))

    @property
    def mean_confidence(self) -> float:
        """The mean confidence; NaN for a map without pixels."""
        total = int(self.counts.sum())
        return self.confidence / total if total else float("nan")

    @property
    def outside(self) -> float | None:
        """The share of the map outside the area of applicability; None where it is unknown."""
        total = int(self.counts.sum())
        return self.outside_count / total if total and self.outside_count is not None else None


def output_blocks(scene: SceneLike) -> list[Window]:
    """Windows aligned with the tiles of the output, so that each tile is written once.

    Windows do not depend on the available memory, and so neither do the bytes of the map. For a
    scene that is stored in rows, a window is a row of tiles.
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
    scene: SceneLike,
    blocks: Sequence[Window],
    read_features: FeatureReader,
    predict: Predictor,
    writer: BlockWriter,
    class_count: int,
    reporter: Reporter,
    dissimilarity: DissimilarityFunction | None = None,
) -> MapStatistics:
    """Classify all blocks and write them; with `dissimilarity`, that is written and counted too."""
    map_statistics = MapStatistics(np.zeros(class_count, np.int64))
    for number, block in enumerate(blocks):
        reporter.advance(number / len(blocks))
        step = reporter.part(number / len(blocks), (number + 1) / len(blocks))
        prediction = _BlockPrediction(
            scene, block, read_features, predict, dissimilarity, class_count
        )
        # the spectra of a whole block may not fit into memory
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
    """The predictions of a block, computed part by part."""

    def __init__(
        self,
        scene: SceneLike,
        block: Window,
        read_features: FeatureReader,
        predict: Predictor,
        dissimilarity: DissimilarityFunction | None,
        class_count: int,
    ):
        self._scene, self._block, self._read_features = scene, block, read_features
        self._predict, self._measure_dissimilarity = predict, dissimilarity
        self._features: np.ndarray | None = None
        shape = (block.height, block.width)
        self._probabilities = np.zeros((*shape, class_count), np.float32)
        self._dissimilarity = np.zeros(shape, np.float32)
        self.valid = np.zeros(shape, bool)

    def valid_results(self) -> tuple[np.ndarray, np.ndarray | None]:
        """Probabilities (pixels, classes) and, if computed, dissimilarities of valid pixels."""
        computed = self._measure_dissimilarity is not None
        dissimilarity = self._dissimilarity[self.valid] if computed else None
        return self._probabilities[self.valid], dissimilarity

    def classify(self, part: Window, reporter: Reporter) -> bool:
        """Classify a part; False where memory may suffice for a smaller part only."""
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
        # indexing by the mask copies the features of valid pixels only
        features = self._features[(slice(None), *slices)][:, inside].T
        found = np.empty((len(spectra), self._probabilities.shape[2]), np.float32)
        distance = np.zeros(len(spectra), np.float32)
        for start in range(0, len(spectra), BATCH_PIXELS):
            chosen = slice(start, start + BATCH_PIXELS)
            found[chosen] = self._predict(spectra[chosen], features[chosen])
            if self._measure_dissimilarity is not None:
                distance[chosen] = self._measure_dissimilarity(spectra[chosen])
            reporter.advance(start / len(spectra))
        self._probabilities[slices][inside] = found
        self._dissimilarity[slices][inside] = distance


def _relative_slices(part: Window, block: Window) -> tuple[slice, slice]:
    top, left = part.row_off - block.row_off, part.col_off - block.col_off
    return slice(top, top + part.height), slice(left, left + part.width)
