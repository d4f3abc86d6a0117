"""`tune`: which block, timestep and composite suit a scene and its training samples."""

from __future__ import annotations

import base64
import json
import re
import struct
import threading
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from backend_support import Outcome, plain, run, snapshot
from conftest import Stripes

from backend import worker
from backend.backbones.source import BackboneSource
from backend.classifiers.model import load_model
from backend.common import protocol
from backend.features import cache
from backend.features.settings import default_features
from backend.metrics.clusters import cluster
from backend.pipeline.candidate_features import default_blocks
from tests.fixtures.cubes import CLASSES, label_boxes, write_labels

pytestmark = pytest.mark.backend

GRID = {"blocks": "2, 8", "timesteps": "50", "composites": "rgb, pca1", "scales": "1"}
FAST = GRID | {"blocks": "8", "composites": "rgb"}


def job_settings(stripes: Stripes, report: Path, cache: Path, **settings: Any) -> dict[str, Any]:
    """Settings of a search on the stripes."""
    given = {"image": stripes.scene, "labels": stripes.labels, "class_field": "class"}
    return plain(given | {"report": report, "cache": cache, "device": "cpu"} | settings)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tune")


@pytest.fixture(scope="module")
def tuned(stripes: Stripes, folder: Path, cache: Path) -> Outcome:
    """A search over two blocks of two composites."""
    return run("tune", **job_settings(stripes, folder / "report.html", cache, **GRID))


def test_every_setting_is_tried_and_the_best_one_reported(tuned: Outcome, folder: Path) -> None:
    figures = tuned.result.figures
    tried = [(item["block"], item["timestep"], item["composite"]) for item in figures["tried"]]
    assert sorted(tried) == sorted(product((2, 8), (50,), ("rgb", "pca1")))
    best = max(figures["tried"], key=lambda item: item["average_accuracy"])
    chosen = (figures["best_block"], figures["best_timestep"], figures["best_composite"])
    assert chosen == (best["block"], best["timestep"], best["composite"].replace("+", ", "))
    assert 0 < figures["standard_average_accuracy"] <= 1
    numbers = json.loads((folder / "report.json").read_text())
    assert (numbers["best"]["block"], numbers["best"]["composite"]) == (chosen[0], chosen[2])


def test_the_report_shows_the_clusters_of_each_setting(tuned: Outcome, folder: Path) -> None:
    page = (folder / "report.html").read_text()
    sizes = [
        struct.unpack(">II", base64.b64decode(data)[16:24])
        for data in re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    ]
    # a composite and the clusters of two blocks, twice; the scene is 42 × 30 pixels
    assert sizes == [(42, 30)] * 6
    assert tuned.result.figures["best_settings"] in page
    for item in tuned.result.figures["tried"]:
        assert f"{item['average_accuracy'] * 100:.1f}" in page
    assert len(page) < 3_000_000


def test_train_accepts_the_best_setting(
    tuned: Outcome, stripes: Stripes, cache: Path, tmp_path: Path
) -> None:
    figures, model = tuned.result.figures, tmp_path / "model.safetensors"
    outcome = run(
        "train",
        image=stripes.scene,
        labels=stripes.labels,
        class_field="class",
        method="geodiffnet",
        model=model,
        cache=cache,
        blocks=str(figures["best_block"]),
        timesteps=str(figures["best_timestep"]),
        composites=figures["best_composite"],
    )
    assert outcome.status == protocol.EXIT_DONE
    features = load_model(model, "cpu").info.features
    assert features.blocks == (figures["best_block"],)
    assert features.timesteps == (figures["best_timestep"],)
    assert features.composites == (figures["best_composite"],)


@pytest.mark.slow
@pytest.mark.parametrize("method", ["geodiffnet-f", "geodiffnet"])
def test_the_confirmed_accuracies_equal_those_of_train(
    stripes: Stripes, cache: Path, tmp_path: Path, method: str
) -> None:
    labels = {"image": stripes.scene, "labels": stripes.labels, "class_field": "class"}
    tuned = run(
        "tune",
        **job_settings(stripes, tmp_path / "r.html", cache, **FAST, method=method, components=5),
    ).result.figures
    assert tuned["best_settings"].endswith("--components 5")
    common = {"method": method, "cache": cache, "scales": "1"}
    chosen = {"blocks": "8", "timesteps": "50", "composites": "rgb", "components": 5}
    for name, more in (("average_accuracy", chosen), ("standard_average_accuracy", {})):
        trained = run(
            "train", **plain(labels | common | {"model": tmp_path / "m.safetensors"} | more)
        ).result.figures
        assert tuned[name] == pytest.approx(trained["average_accuracy"])


@pytest.mark.slow
def test_the_score_of_a_setting_does_not_depend_on_the_others(
    tuned: Outcome, stripes: Stripes, cache: Path, tmp_path: Path
) -> None:
    alone = run("tune", **job_settings(stripes, tmp_path / "r.html", cache, **FAST)).result.figures
    (one,) = alone["tried"]
    (same,) = (
        item
        for item in tuned.result.figures["tried"]
        if (item["block"], item["composite"]) == (8, "rgb")
    )
    assert one == pytest.approx(same, abs=0.02)
    assert alone["standard_average_accuracy"] == pytest.approx(
        tuned.result.figures["standard_average_accuracy"]
    )


@pytest.mark.slow
def test_composites_can_be_joined(stripes: Stripes, cache: Path, tmp_path: Path) -> None:
    chosen = FAST | {"composites": "rgb+pca1"}
    figures = run(
        "tune", **job_settings(stripes, tmp_path / "r.html", cache, **chosen)
    ).result.figures
    assert figures["best_composite"] == "rgb, pca1"
    assert figures["best_settings"].endswith("--composites rgb,pca1")


@pytest.mark.parametrize(
    ("config", "denoised_block"),
    [
        ({"up_block_types": ["U"] * 4, "layers_per_block": 2}, 12),
        # like ADM, whose denoised image is no feature by default
        ({"up_block_types": ["U"] * 4, "layers_per_block": 3, "num_class_embeds": 1000}, 16),
        ({"up_block_types": ["U"] * 3, "layers_per_block": 1}, 6),
    ],
)
def test_the_denoised_image_of_any_backbone_is_tried(
    tmp_path: Path, config: dict[str, Any], denoised_block: int
) -> None:
    (tmp_path / "config.json").write_text(json.dumps(config))
    (tmp_path / "model.safetensors").touch()
    source = BackboneSource("mine", tmp_path, "")
    assert max(default_blocks(source)) == denoised_block
    assert {*default_features(source).blocks} < {*default_blocks(source)}


@pytest.mark.slow
def test_labels_of_some_blocks_of_a_large_scene_are_used(
    stripes: Stripes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "BLOCK", 16)  # the scene has two by three of them
    report = tmp_path / "report.html"
    outcome = run("tune", **job_settings(stripes, report, tmp_path / "cache", **FAST))
    used = outcome.result.figures["labelled_pixels"]
    assert 0 < used < 3 * 3 * 16
    assert f"{used} of 144 labelled pixels are used" in report.read_text()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"composites": "rgb+infrared"}, "features.invalid"),
        ({"timesteps": "1000"}, "features.invalid"),
        ({"blocks": "13"}, "backbone.no_such_block"),
        ({"method": "rf"}, "job.invalid"),
    ],
)
def test_invalid_settings_are_refused(
    stripes: Stripes, cache: Path, tmp_path: Path, wrong: dict[str, Any], code: str
) -> None:
    outcome = run("tune", **job_settings(stripes, tmp_path / "r.html", cache, **(FAST | wrong)))
    assert outcome.failure.code == code
    assert list(tmp_path.iterdir()) == []


def test_labels_that_allow_no_estimate_are_refused_before_any_work(
    stripes: Stripes, cache: Path, tmp_path: Path
) -> None:
    boxes, names = label_boxes(stripes.cube)
    chosen = [0, 1, 3, 4, 6]  # of the last class a single polygon
    labels = write_labels(
        tmp_path / "few.gpkg", stripes.cube, [boxes[i] for i in chosen], [names[i] for i in chosen]
    )
    report = tmp_path / "report.html"
    asked = job_settings(stripes, report, cache, **FAST) | {"labels": str(labels)}
    outcome = run("tune", **asked)
    assert outcome.failure.code == "labels.accuracy_unknown"
    assert CLASSES[2] in outcome.failure.hint
    assert not report.exists()
    assert not any("extracting features" in str(event) for event in outcome.events)


@pytest.mark.parametrize("stage", ["features", "validation", "clusters"])
def test_cancelling_keeps_the_existing_report(
    stripes: Stripes, cache: Path, tmp_path: Path, stage: str
) -> None:
    report = tmp_path / "report.html"
    report.write_text("an existing report")
    cancelled = threading.Event()

    def watch(event: protocol.Event) -> None:
        if isinstance(event, protocol.Progress) and event.stage == stage:
            cancelled.set()

    job = protocol.Job("tune", job_settings(stripes, report, cache, **FAST))
    assert worker.run_job(protocol.encode_job(job), watch, cancelled) == protocol.EXIT_CANCELLED
    assert snapshot(tmp_path) == {"report.html": b"an existing report"}


def test_clusters_are_numbered_from_dark_to_bright() -> None:
    rng = np.random.default_rng(2)
    truth = rng.integers(0, 3, 600)
    features = np.array([[5.0, 0], [-5, 0], [0, 5]])[truth] + rng.normal(0, 0.3, (600, 2))
    brightness = np.array([0.8, 0.1, 0.4])[truth]
    assert (cluster(features, brightness, 3, seed=0) == np.array([2, 0, 1])[truth]).all()


def test_there_are_no_more_clusters_than_different_pixels() -> None:
    features = np.repeat([[0.0, 1.0], [1.0, 0.0]], 10, axis=0)
    found = cluster(features, np.arange(20.0), 6, seed=0)
    assert found.tolist() == [0] * 10 + [1] * 10
