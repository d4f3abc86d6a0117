"""Classifies the valid pixels of a scene block by block, and passes them to a writer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, Protocol

import numpy as np
from rasterio.windows import Window

from ..compute.device import thread_count
from ..compute.memory import return_free_memory
from ..compute.parallel import run_parallel
from ..compute.rows import contiguous_rows
from ..core.failures import is_out_of_memory
from ..core.reporter import Reporter
from ..scene.blocks import split_in_quarters
from ..scene.scene_like import SceneLike
from .confidence_sample import ConfidenceSample
from .geotiff import TILE
from .map_statistics import MapStatistics

#: Class probabilities, or other scores of the classes, of pixels from spectra (pixels, bands) and
#: features (pixels, features).
Predictor = Callable[[np.ndarray, np.ndarray], np.ndarray]
#: Dissimilarity of spectra (pixels, bands) to the training pixels; above 1: outside the area of
#: applicability.
DissimilarityFunction = Callable[[np.ndarray], np.ndarray]
#: Features (features, height, width) of a block.
FeatureReader = Callable[[Window], np.ndarray]

#: Pixels that a thread classifies at once.
BATCH_PIXELS = 8_192
#: Batches in a part of a block for each thread, and at least. The next part is read meanwhile:
#: small parts take little memory, but in the end of each some threads wait for others.
BATCHES_PER_THREAD, MIN_BATCHES = 3, 6
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


@dataclass(frozen=True)
class SampledProbabilities:
    """Computes the probabilities of some pixels of a scene, where others have mere scores."""

    predict: Predictor
    sample: ConfidenceSample


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
    sampled: SampledProbabilities | None = None,
) -> MapStatistics:
    """Classify all blocks and write them; with `dissimilarity`, that is written and counted too.

    Where `predict` gives other scores than probabilities, the confidence is that of the pixels
    whose probabilities are `sampled`.

    With several threads, a part of a block is predicted while the next one is read and the previous
    block is written. The calling thread reads and writes, since settings of GDAL belong to it.
    """
    statistics = MapStatistics(np.zeros(class_count, np.int64))
    classifier = _PixelClassifier(predict, dissimilarity, class_count, sampled)

    def write(results: _BlockResults) -> None:
        probabilities, distance = results.valid_results()
        found = distance if dissimilarity is not None else None
        writer.write(results.block, probabilities, results.valid, found)
        statistics.add(probabilities, found, results.sampled_results())

    with _background() as background:
        previous: _Part | None = None
        for part in _parts(scene, blocks, read_features, classifier, reporter):
            part.read()
            if previous is not None:
                previous.finish()
            part.start(background)
            if previous is not None and previous.is_last:
                write(previous.results)
            previous = part
        if previous is not None:
            previous.finish()
            write(previous.results)
    return statistics


@contextmanager
def _background() -> Iterator[Executor | None]:
    """A thread in which parts are predicted; None where the job may use one thread only."""
    if thread_count() == 1:
        yield None
        return
    executor = ThreadPoolExecutor(1)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


def _parts(
    scene: SceneLike,
    blocks: Sequence[Window],
    read_features: FeatureReader,
    classifier: _PixelClassifier,
    reporter: Reporter,
) -> Iterator[_Part]:
    """The parts of all blocks, which are read and predicted one after another."""
    max_pixels = BATCH_PIXELS * max(MIN_BATCHES, BATCHES_PER_THREAD * thread_count())
    for number, block in enumerate(blocks):
        # what training and earlier blocks have freed is not returned by itself
        return_free_memory()
        results = _BlockResults(scene, block, read_features, classifier)
        windows = scene.parts(block, max_pixels)
        for position, window in enumerate(windows, 1):
            reporter.advance((number + (position - 1) / len(windows)) / len(blocks))
            yield _Part(results, window, is_last=position == len(windows))


class _Pixels(NamedTuple):
    """Valid pixels of a part of a block."""

    spectra: np.ndarray  # (pixels, bands)
    features: np.ndarray  # (pixels, features)
    sampled: np.ndarray  # the numbers of those whose probabilities are sampled


@dataclass(frozen=True)
class _PixelClassifier:
    """Classifies pixels in batches that threads share."""

    predict: Predictor
    dissimilarity: DissimilarityFunction | None
    class_count: int
    sampled: SampledProbabilities | None

    def classify(self, pixels: _Pixels) -> tuple[np.ndarray, np.ndarray]:
        """Probabilities (pixels, classes) and dissimilarities, which are 0 without a function."""
        spectra, features, sampled = pixels
        probabilities = np.empty((len(spectra), self.class_count), np.float32)
        of_sample = np.empty((len(sampled), self.class_count), np.float32)
        distance = np.zeros(len(spectra), np.float32)

        def classify_batch(start: int) -> None:
            chosen = slice(start, start + BATCH_PIXELS)
            own = contiguous_rows(spectra[chosen])
            probabilities[chosen] = self.predict(own, contiguous_rows(features[chosen]))
            if self.dissimilarity is not None:
                distance[chosen] = self.dissimilarity(own)

        def sample_batch(predict: Predictor, start: int) -> None:
            chosen = slice(start, start + BATCH_PIXELS)
            own = sampled[chosen]
            of_sample[chosen] = predict(
                np.ascontiguousarray(spectra[own]), np.ascontiguousarray(features[own])
            )

        tasks = [partial(classify_batch, start) for start in range(0, len(spectra), BATCH_PIXELS)]
        if self.sampled is not None:
            tasks += [
                partial(sample_batch, self.sampled.predict, start)
                for start in range(0, len(sampled), BATCH_PIXELS)
            ]
        for _ in run_parallel(lambda task: task(), tasks, thread_count()):
            pass
        probabilities[sampled] = of_sample
        return probabilities, distance


class _BlockResults:
    """The features and the predictions of a block."""

    def __init__(
        self,
        scene: SceneLike,
        block: Window,
        read_features: FeatureReader,
        classifier: _PixelClassifier,
    ):
        self.block = block
        self._scene, self._read_features, self._classifier = scene, read_features, classifier
        self._features: np.ndarray | None = None
        shape = (block.height, block.width)
        self._probabilities = np.zeros((*shape, classifier.class_count), np.float32)
        self._dissimilarity = np.zeros(shape, np.float32)
        self.valid = np.zeros(shape, bool)
        sampled = classifier.sampled
        self._sampled = None if sampled is None else sampled.sample.chosen(block)

    def valid_results(self) -> tuple[np.ndarray, np.ndarray]:
        """Probabilities (pixels, classes) and dissimilarities of valid pixels."""
        return self._probabilities[self.valid], self._dissimilarity[self.valid]

    def sampled_results(self) -> np.ndarray | None:
        """Which valid pixels are sampled; None where the probabilities of all are known."""
        return None if self._sampled is None else self._sampled[self.valid]

    def read(self, part: Window) -> _Pixels | None:
        """Spectra and features of the valid pixels of a part; None where there are none."""
        slices = _relative_slices(part, self.block)
        reflectance, inside = self._scene.read(part)
        self.valid[slices] = inside
        if not inside.any():
            return None
        if self._features is None:
            self._features = self._read_features(self.block)
        features = self._features[(slice(None), *slices)]
        sampled = np.zeros(0, np.int64)
        if self._sampled is not None:
            sampled = np.flatnonzero(self._sampled[slices][inside])
        return _Pixels(_valid_rows(reflectance, inside), _valid_rows(features, inside), sampled)

    def drop_features(self) -> None:
        """Free the features before those of the next block are extracted."""
        self._features = None

    def predict(self, pixels: _Pixels | None) -> tuple[np.ndarray, np.ndarray] | None:
        """Probabilities and dissimilarities of what `read` returned."""
        return self._classifier.classify(pixels) if pixels else None

    def store(self, part: Window, found: tuple[np.ndarray, np.ndarray] | None) -> None:
        """Keep what `predict` returned for a part."""
        if found is not None:
            slices = _relative_slices(part, self.block)
            inside = self.valid[slices]
            self._probabilities[slices][inside], self._dissimilarity[slices][inside] = found


class _Part:
    """A part of a block that is read, predicted in the background, and stored."""

    def __init__(self, results: _BlockResults, window: Window, is_last: bool):
        self.results, self.is_last = results, is_last
        self._window = window
        self._pixels: _Pixels | None = None
        self._predicted: Future[tuple[np.ndarray, np.ndarray] | None] | None = None
        self._is_read = False

    def read(self) -> None:
        """Read the part, if memory suffices beside the part that is being predicted."""
        try:
            self._pixels = self.results.read(self._window)
            self._is_read = True
            if self.is_last:
                self.results.drop_features()
        except Exception as error:
            if not is_out_of_memory(error):
                raise

    def start(self, background: Executor | None) -> None:
        """Predict what was read in the background, or at once where there is none."""
        if self._is_read and background is not None:
            self._predicted = background.submit(self.results.predict, self._pixels)
            self._pixels = None
        else:
            self._classify(self._window)

    def finish(self) -> None:
        """Store the predictions."""
        if self._predicted is None:
            return
        try:
            self.results.store(self._window, self._predicted.result())
            return
        except Exception as error:
            self._raise_unless_divisible(error, self._window)
        finally:
            self._predicted = None
        self._classify_quarters(self._window)

    def _classify(self, window: Window) -> None:
        """Read and predict now, in smaller parts where memory does not suffice."""
        pixels, self._pixels = self._pixels, None
        try:
            if not self._is_read:
                pixels = self.results.read(window)
            self.results.store(window, self.results.predict(pixels))
            return
        except Exception as error:
            self._raise_unless_divisible(error, window)
        del pixels
        self._classify_quarters(window)

    def _classify_quarters(self, window: Window) -> None:
        self._is_read = False
        for quarter in split_in_quarters(window):
            self._classify(quarter)

    @staticmethod
    def _raise_unless_divisible(error: Exception, window: Window) -> None:
        if not is_out_of_memory(error) or window.width * window.height <= MIN_PART_PIXELS:
            raise error


def _valid_rows(values: np.ndarray, inside: np.ndarray) -> np.ndarray:
    """Values (pixels, channels) of valid pixels, copied only where others are among them."""
    return (values.reshape(len(values), inside.size) if inside.all() else values[:, inside]).T


def _relative_slices(part: Window, block: Window) -> tuple[slice, slice]:
    top, left = part.row_off - block.row_off, part.col_off - block.col_off
    return slice(top, top + part.height), slice(left, left + part.width)
