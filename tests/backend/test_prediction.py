"""Mapping block by block: threads, parts and shortage of memory do not change the result."""

from __future__ import annotations

import threading
import weakref

import numpy as np
import pytest
from classifiers_support import CPU, QUICK, SILENT, make_samples
from rasterio.windows import Window

from backend.classifiers.catalogue import make_method
from backend.common.methods import METHODS
from backend.compute.device import THREADS_VARIABLE
from backend.core.errors import Cancelled
from backend.core.reporter import Reporter
from backend.mapping import prediction
from backend.mapping.confidence_sample import ConfidenceSample
from backend.mapping.map_statistics import MapStatistics
from backend.mapping.prediction import SampledProbabilities, map_scene

pytestmark = pytest.mark.backend

HEIGHT, WIDTH, BANDS, CLASSES = 60, 70, 4, 3
BLOCKS = [Window(0, 0, 70, 32), Window(0, 32, 70, 28)]


class FakeScene:
    """Generated spectra with a gap; reading takes memory that only `available` pixels have."""

    def __init__(self, part: int = 24, available: int = 10**9):
        rng = np.random.default_rng(0)
        self.values = rng.uniform(0.1, 1, (BANDS, HEIGHT, WIDTH)).astype(np.float32)
        self.inside = rng.uniform(size=(HEIGHT, WIDTH)) > 0.2
        self.inside[:, :30] = False
        self.part, self.available = part, available
        self.readers: set[int] = set()

    def parts(self, window: Window, max_pixels: int | None = None) -> list[Window]:
        """Squares of `part` pixels."""
        bottom, right = window.row_off + window.height, window.col_off + window.width
        return [
            Window(left, top, min(self.part, right - left), min(self.part, bottom - top))
            for top in range(window.row_off, bottom, self.part)
            for left in range(window.col_off, right, self.part)
        ]

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """The values and the mask of a window."""
        self.readers.add(threading.get_ident())
        if window.width * window.height > self.available:
            raise MemoryError
        rows = slice(window.row_off, window.row_off + window.height)
        columns = slice(window.col_off, window.col_off + window.width)
        return self.values[:, rows, columns].copy(), self.inside[rows, columns]


class Collected:
    """Takes what is written to a map."""

    def __init__(self) -> None:
        self.codes = np.zeros((HEIGHT, WIDTH), int)
        self.dissimilarity = np.zeros((HEIGHT, WIDTH))
        self.writers: set[int] = set()

    def write(
        self,
        window: Window,
        probabilities: np.ndarray,
        valid: np.ndarray,
        dissimilarity: np.ndarray | None = None,
    ) -> None:
        """Keep a block."""
        self.writers.add(threading.get_ident())
        rows = slice(window.row_off, window.row_off + window.height)
        self.codes[rows][valid] = probabilities.argmax(axis=1) + 1
        if dissimilarity is not None:
            self.dissimilarity[rows][valid] = dissimilarity


def predict(spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
    """The class is the largest of the first bands."""
    assert features.shape == (len(spectra), 2)
    return spectra[:, :CLASSES] / spectra[:, :CLASSES].sum(axis=1, keepdims=True)


def features_of(block: Window) -> np.ndarray:
    """Two features of a block."""
    return np.zeros((2, block.height, block.width), np.float16)


def mapped(scene: FakeScene, classify: prediction.Predictor = predict) -> Collected:
    """The map of a scene, which must be right."""
    collected = Collected()
    mapped_statistics(scene, classify, collected=collected)
    return collected


def mapped_statistics(
    scene: FakeScene,
    classify: prediction.Predictor,
    sampled: SampledProbabilities | None = None,
    collected: Collected | None = None,
) -> MapStatistics:
    """The statistics of the map of a scene, which must be right."""
    collected = collected or Collected()
    statistics = map_scene(
        scene,  # type: ignore[arg-type]
        BLOCKS,
        features_of,
        classify,
        collected,
        CLASSES,
        SILENT,
        lambda spectra: spectra[:, 3] * 2,
        sampled,
    )
    expected = np.where(scene.inside, scene.values[:CLASSES].argmax(axis=0) + 1, 0)
    assert np.array_equal(collected.codes, expected)
    assert np.allclose(collected.dissimilarity, np.where(scene.inside, scene.values[3] * 2, 0))
    assert statistics.counts.tolist() == [int((expected == code).sum()) for code in (1, 2, 3)]
    assert statistics.outside_count == int((collected.dissimilarity > 1).sum())
    return statistics


@pytest.fixture(params=["1", "2", "5"])
def threads(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Numbers of threads."""
    monkeypatch.setenv(THREADS_VARIABLE, request.param)
    return int(request.param)


@pytest.mark.parametrize("part", [7, 24, 100])
@pytest.mark.parametrize("batch", [5, 100, 16_384])
def test_the_map_does_not_depend_on_threads_parts_and_batches(
    threads: int, part: int, batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prediction, "BATCH_PIXELS", batch)
    scene = FakeScene(part)
    collected = mapped(scene)
    assert scene.readers == collected.writers == {threading.get_ident()}


def scores(spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
    """Scores that are highest for the most probable class, and no probabilities."""
    return predict(spectra, features) * 100 - 50


@pytest.mark.parametrize("part", [7, 100])
@pytest.mark.parametrize("batch", [5, 16_384])
@pytest.mark.parametrize("step", [1, 4, 32])
def test_where_there_are_only_scores_the_confidence_is_that_of_the_sample(
    threads: int, part: int, batch: int, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prediction, "BATCH_PIXELS", batch)
    scene, sample = FakeScene(part), ConfidenceSample(step)
    asked = []

    def predict_sampled(spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        asked.append(spectra[:, 0])
        return predict(spectra, features)

    sampled = SampledProbabilities(predict_sampled, sample)
    statistics = mapped_statistics(scene, scores, sampled)
    chosen = sample.chosen(Window(0, 0, WIDTH, HEIGHT)) & scene.inside
    values = scene.values[:CLASSES, chosen]
    assert sorted(np.concatenate(asked)) == sorted(values[0])
    assert statistics.confidence_count == chosen.sum() > 0
    confidence = values.max(axis=0) / values.sum(axis=0)
    assert statistics.mean_confidence == pytest.approx(confidence.mean(dtype=float), abs=1e-6)


def test_without_a_sampled_pixel_the_mean_confidence_is_unknown() -> None:
    scene, sample = FakeScene(), ConfidenceSample(32)
    scene.inside &= ~sample.chosen(Window(0, 0, WIDTH, HEIGHT))
    statistics = mapped_statistics(scene, scores, SampledProbabilities(predict, sample))
    assert statistics.counts.sum() > 0
    assert np.isnan(statistics.mean_confidence)


@pytest.mark.parametrize("threads", ["1", "2"], indirect=True)
def test_features_of_a_block_are_freed_before_those_of_the_next(threads: int) -> None:
    scene = FakeScene()
    scene.inside[:] = True
    given: list[weakref.ref[np.ndarray]] = []

    def followed(block: Window) -> np.ndarray:
        assert all(reference() is None for reference in given)
        found = features_of(block)
        given.append(weakref.ref(found))
        return found

    map_scene(
        scene,  # type: ignore[arg-type]
        BLOCKS,
        followed,
        predict,
        Collected(),
        CLASSES,
        SILENT,
    )
    assert len(given) == len(BLOCKS)


@pytest.mark.parametrize("is_valid", ["everywhere", "in a part", "nowhere"])
@pytest.mark.parametrize("features", [0, 3])
def test_the_spectra_and_features_of_valid_pixels_are_classified(
    is_valid: str, features: int
) -> None:
    scene = FakeScene(part=20)
    scene.inside[:] = is_valid != "nowhere"
    if is_valid == "in a part":
        scene.inside[33:40, 35:50] = False
    marks = np.arange(HEIGHT * WIDTH, dtype=np.float32).reshape(HEIGHT, WIDTH)
    scene.values[:] = np.array([1, 2, 4, 8], np.float32)[:, None, None] + marks
    seen = []

    def classify(spectra: np.ndarray, own: np.ndarray) -> np.ndarray:
        assert np.array_equal(spectra, spectra[:, :1] + [0, 1, 3, 7])
        assert np.array_equal(own, (spectra[:, :1] - 1) * np.arange(1, features + 1))
        seen.append(spectra[:, 0] - 1)
        return np.tile(np.float32([0, 1, 0]), (len(spectra), 1))

    def read(block: Window) -> np.ndarray:
        own = marks[block.toslices()]
        return np.stack([own * factor for factor in range(1, features + 1)] or [own])[:features]

    collected = Collected()
    map_scene(scene, BLOCKS, read, classify, collected, CLASSES, SILENT)  # type: ignore[arg-type]
    assert np.array_equal(collected.codes, np.where(scene.inside, 2, 0))
    assert sorted(np.concatenate([*seen, []])) == sorted(marks[scene.inside])


@pytest.mark.parametrize("available", [1200, 100])
def test_reading_continues_in_smaller_parts_without_memory(
    threads: int, available: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prediction, "MIN_PART_PIXELS", 40)
    mapped(FakeScene(100, available))


def test_prediction_continues_in_smaller_parts_without_memory(
    threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prediction, "MIN_PART_PIXELS", 40)

    def short(spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        if len(spectra) > 90:
            raise MemoryError
        return predict(spectra, features)

    mapped(FakeScene(), short)


def test_without_memory_for_the_smallest_part_the_error_is_raised(threads: int) -> None:
    with pytest.raises(MemoryError):
        mapped(FakeScene(available=10))

    def never(spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        raise MemoryError

    with pytest.raises(MemoryError):
        mapped(FakeScene(), never)


def test_faults_of_a_prediction_and_cancelling_end_the_job(threads: int) -> None:
    def faulty(spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        raise ZeroDivisionError

    before = threading.active_count()
    with pytest.raises(ZeroDivisionError):
        mapped(FakeScene(), faulty)
    cancelled = threading.Event()

    def cancelling(spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        cancelled.set()
        return predict(spectra, features)

    collected = Collected()
    reporter = Reporter(lambda event: None, cancelled)
    with pytest.raises(Cancelled):
        map_scene(
            FakeScene(),  # type: ignore[arg-type]
            BLOCKS,
            features_of,
            cancelling,
            collected,
            CLASSES,
            reporter,
        )
    assert not collected.writers or threads > 1
    assert threading.active_count() == before


@pytest.mark.parametrize("name", METHODS)
def test_a_pixel_is_classified_the_same_among_any_number_of_others(name: str) -> None:
    samples, fresh = make_samples(), make_samples(1100, seed=1)
    method = make_method(name, 0, CPU, QUICK, with_features=True)
    method.fit(samples, ("wheat", "forest", "water"), SILENT)
    together = method.predict_proba(fresh.spectra, fresh.features)
    for count in (1, 2, 3, 5, 17, 333, 1025):
        alone = method.predict_proba(fresh.spectra[:count], fresh.features[:count])
        assert np.array_equal(alone, together[:count]), count
