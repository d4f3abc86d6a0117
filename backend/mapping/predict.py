"""Goes over a scene block by block and writes every valid pixel's class."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from rasterio.windows import Window

from ..reporter import Reporter
from ..scene.raster import Scene
from .geotiff import TILE

#: Gives the probabilities of pixels from their spectra (pixels, bands) and features.
Predictor = Callable[[np.ndarray, np.ndarray], np.ndarray]
#: Tells how unlike all training pixels some spectra are; above 1 the model does not apply.
Measure = Callable[[np.ndarray], np.ndarray]
#: Gives the features (features, height, width) of a block.
FeatureReader = Callable[[Window], np.ndarray]

PIXELS_AT_ONCE = 32_768


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
class MapTally:
    """What a map shows: pixels of each class, how sure they are, and how many are unlike all."""

    counts: np.ndarray
    confidence: float = 0.0  # summed over all pixels
    unlike: int | None = None  # pixels to which the model does not apply

    def add(self, probabilities: np.ndarray, dissimilarity: np.ndarray | None = None) -> None:
        """Take in the probabilities (pixels, classes) and dissimilarities of a block."""
        if dissimilarity is not None:
            self.unlike = (self.unlike or 0) + int((dissimilarity > 1).sum())
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
        return self.unlike / total if total and self.unlike is not None else None


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
) -> MapTally:
    """Classify all blocks; returns what the map shows.

    Where `measure` knows how unlike the training pixels others are, that is counted and written.
    """
    tally = MapTally(np.zeros(class_count, np.int64))
    for number, block in enumerate(blocks):
        reporter.advance(number / len(blocks))
        features: np.ndarray | None = None
        probabilities = np.zeros((block.height, block.width, class_count), np.float32)
        unlike = np.zeros((block.height, block.width), np.float32)
        valid = np.zeros((block.height, block.width), bool)
        # the spectra of a whole block may be more than memory allows
        for part in scene.parts(block):
            place = _within(part, block)
            reflectance, inside = scene.read(part)
            valid[place] = inside
            if not inside.any():
                continue
            if features is None:
                features = read_features(block)
            spectra = reflectance[:, inside].T
            # of the features, not their part but its valid pixels are copied
            seen = features[(slice(None), *place)][:, inside].T
            found = np.empty((len(spectra), class_count), np.float32)
            distance = np.zeros(len(spectra), np.float32)
            for start in range(0, len(spectra), PIXELS_AT_ONCE):
                chosen = slice(start, start + PIXELS_AT_ONCE)
                found[chosen] = predict(spectra[chosen], seen[chosen])
                if measure is not None:
                    distance[chosen] = measure(spectra[chosen])
                reporter.advance((number + start / len(spectra)) / len(blocks))
            probabilities[place][inside] = found
            unlike[place][inside] = distance
        found, distance = probabilities[valid], unlike[valid] if measure is not None else None
        writer.write(block, found, valid, distance)
        tally.add(found, distance)
    return tally


def _within(part: Window, block: Window) -> tuple[slice, slice]:
    top, left = part.row_off - block.row_off, part.col_off - block.col_off
    return slice(top, top + part.height), slice(left, left + part.width)
