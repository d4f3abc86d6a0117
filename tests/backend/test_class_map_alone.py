"""A class map alone is that of a job with all rasters; its mean confidence is that of a sample."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from backend_support import run
from batch_support import batch, scene_results, summary_numbers, train
from conftest import Finished, Stripes

from backend.classifiers.model import Model
from backend.common import protocol
from backend.compute.device import THREADS_VARIABLE
from backend.mapping import confidence_sample
from backend.mapping.confidence_sample import ConfidenceSample

pytestmark = pytest.mark.backend


@pytest.fixture
def sampled_pixels(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """A sixteenth of the sample scene is sampled; how many pixels got probabilities at a time."""
    monkeypatch.setattr(confidence_sample, "MIN_PIXELS", 256)
    counts: list[int] = []
    predict = Model.predict_proba

    def counted(model: Model, reflectance: np.ndarray, features: np.ndarray) -> np.ndarray:
        counts.append(len(reflectance))
        return predict(model, reflectance, features)

    monkeypatch.setattr(Model, "predict_proba", counted)
    return counts


def metrics_of(job: str, settings: dict[str, Any]) -> dict[str, Any]:
    outcome = run(job, **settings)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    return outcome.result.figures


def confidence_of(finished: Finished) -> np.ndarray:
    """The confidence of all pixels from the raster of probabilities; NaN where there is none."""
    with rasterio.open(finished.folder / "probabilities.tif") as raster:
        return raster.read(masked=True).max(axis=0).astype(float).filled(np.nan)


@pytest.mark.parametrize("threads", [1, 3])
@pytest.mark.parametrize("layout", ["as it is", "small tiles", "rows", "small blocks"])
def test_apply_writes_the_same_map_and_samples_its_confidence(
    finished: Finished,
    cache: Path,
    sampled_pixels: list[int],
    threads: int,
    layout: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, str(threads))
    settings = finished.again(tmp_path / "map.tif", cache)
    if layout in ("small tiles", "rows"):
        tiles: dict[str, Any] = {"tiled": True, "blockxsize": 16, "blockysize": 16}
        image = tmp_path / "scene.tif"
        rasterio.shutil.copy(
            settings["image"], image, "GTiff", **(tiles if layout == "small tiles" else {})
        )
        settings |= {"image": str(image), "cache": str(tmp_path / "cache")}
    elif layout == "small blocks":
        monkeypatch.setattr("backend.features.cache.BLOCK", 32)
        settings["cache"] = str(tmp_path / "cache")
    metrics = metrics_of("apply", settings)
    assert (tmp_path / "map.tif").read_bytes() == finished.map
    confidence = confidence_of(finished)
    chosen = ConfidenceSample(16).chosen(rasterio.windows.Window(0, 0, *confidence.shape[::-1]))
    # one pixel is predicted when the model is loaded
    assert sum(sampled_pixels) - 1 == np.isfinite(confidence[chosen]).sum() == 256
    sampled = np.nanmean(confidence[chosen])
    assert metrics["mean_confidence"] == pytest.approx(sampled, abs=1e-6)
    assert metrics["mean_confidence"] == pytest.approx(np.nanmean(confidence), abs=0.03)


@pytest.mark.parametrize("kind", ["confidence", "applicability", "margin"])
def test_with_a_further_raster_the_probabilities_of_all_pixels_are_computed(
    finished: Finished, cache: Path, sampled_pixels: list[int], kind: str, tmp_path: Path
) -> None:
    settings = finished.again(tmp_path / "map.tif", cache)
    metrics = metrics_of("apply", settings | {kind: str(tmp_path / "further.tif")})
    confidence = confidence_of(finished)
    assert sum(sampled_pixels) - 1 == np.isfinite(confidence).sum()
    assert metrics["mean_confidence"] == pytest.approx(np.nanmean(confidence), abs=1e-6)
    assert (tmp_path / "map.tif").read_bytes() == finished.map
    if kind == "confidence":
        written = (finished.folder / "confidence.tif").read_bytes()
        assert (tmp_path / "further.tif").read_bytes() == written


@pytest.mark.slow
def test_classify_writes_the_same_map_without_any_probabilities(
    finished: Finished, cache: Path, sampled_pixels: list[int], tmp_path: Path
) -> None:
    kept = ("image", "labels", "class_field", "device", "seed")
    settings = {name: finished.settings[name] for name in kept}
    metrics = metrics_of(
        "classify", settings | {"output": str(tmp_path / "map.tif"), "cache": str(cache)}
    )
    assert (tmp_path / "map.tif").read_bytes() == finished.map
    assert not sampled_pixels
    assert "mean_confidence" not in metrics


@pytest.mark.parametrize("method", ["rf", "lda"])
def test_the_confidence_of_a_single_base_classifier_is_that_of_all_pixels(
    stripes: Stripes, sampled_pixels: list[int], method: str, tmp_path: Path
) -> None:
    model = train(stripes, tmp_path / "model.safetensors", method=method)
    sampled_pixels.clear()
    settings = {"model": model, "image": stripes.scene, "output": tmp_path / "map.tif"}
    alone = metrics_of("apply", settings)
    pixels = sum(entry["pixels"] for entry in alone["classes"])
    assert sum(sampled_pixels) - 1 == pixels
    with_more = metrics_of("apply", settings | {"confidence": tmp_path / "confidence.tif"})
    assert alone["mean_confidence"] == with_more["mean_confidence"]


@pytest.mark.slow
def test_batch_writes_the_same_map_and_confidence_at_once_and_in_parts(
    finished: Finished, tmp_path: Path
) -> None:
    model, cache = finished.settings["model"], tmp_path / "cache"
    large = write_repeated(finished.settings["image"], tmp_path / "large.tif", 270, 300)
    settings = {"model": model, "image": large, "cache": cache}
    confidence = {"confidence": tmp_path / "confidence.tif"}
    exact = metrics_of("apply", settings | {"output": tmp_path / "map.tif"} | confidence)
    sampled = metrics_of("apply", settings | {"output": tmp_path / "alone.tif"})
    expected = (tmp_path / "map.tif").read_bytes()
    assert (tmp_path / "alone.tif").read_bytes() == expected
    assert sampled["mean_confidence"] != exact["mean_confidence"]
    assert sampled["mean_confidence"] == pytest.approx(exact["mean_confidence"], abs=0.01)
    for task_blocks in (1, 16):
        maps = tmp_path / str(task_blocks)
        outcome = batch(model, [large], maps, workers=1, task_blocks=task_blocks, cache=cache)
        assert scene_results(outcome)["large"]["status"] == "mapped"
        assert (maps / "large_map.tif").read_bytes() == expected
        (entry,) = summary_numbers(maps)["scenes"]
        assert entry["classes"] == sampled["classes"]
        assert entry["outside"] == pytest.approx(sampled["outside"])
        assert entry["mean_confidence"] == pytest.approx(sampled["mean_confidence"], rel=1e-9)


def write_repeated(image: str, path: Path, rows: int, columns: int) -> Path:
    """The scene repeated to a larger size."""
    with rasterio.open(image) as source:
        values = np.tile(source.read(), (1, -(-rows // source.height), -(-columns // source.width)))
        profile = source.profile | {"height": rows, "width": columns}
        with rasterio.open(path, "w", **profile) as target:
            target.write(values[:, :rows, :columns])
            for number in source.indexes:
                target.update_tags(number, **source.tags(number))
    return path
