"""The pipeline, called from Python step by step and as whole tasks, against its commands."""

from __future__ import annotations

from pathlib import Path

import pytest
import rasterio
from backend_support import run
from conftest import Stripes

from backend.common.protocol import Event, Log
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.options.band_options import BandOptions
from backend.options.compute_options import ComputeOptions
from backend.options.label_options import LabelOptions, MultiSceneLabelOptions
from backend.options.map_outputs import MapOutputs
from backend.options.model_options import ModelOptions
from backend.options.training_options import MethodOptions, TrainingOptions
from backend.pipeline.classification import apply, classify, train
from backend.pipeline.expected_time import mapping_seconds
from backend.pipeline.map_writing import PreparedScene
from backend.pipeline.outputs import pending_files, reserve
from backend.pipeline.scene_access import open_scene
from backend.pipeline.training import train_model
from backend.pipeline.training_data import collect_training_data
from tests.fixtures.cubes import CLASSES, label_boxes, write_labels

pytestmark = pytest.mark.backend

SEED = 3


@pytest.fixture(autouse=True)
def small_forest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few trees, since maps are only compared with each other."""
    monkeypatch.setattr("backend.classifiers.classic.TREES", 10)


@pytest.fixture
def quiet() -> Reporter:
    return Reporter(lambda event: None)


def training_options(stripes: Stripes, report: Path | None = None) -> TrainingOptions:
    return TrainingOptions(
        image=str(stripes.scene),
        labels=MultiSceneLabelOptions(labels=stripes.labels, class_field="class"),
        method=MethodOptions(method="rf", seed=SEED),
        report=report,
    )


@pytest.fixture
def map_of_command(stripes: Stripes, tmp_path: Path) -> bytes:
    """The map that the command `classify` writes."""
    output = tmp_path / "command" / "map.tif"
    output.parent.mkdir()
    outcome = run("classify", **stripes.job_settings(output, seed=SEED))
    assert outcome.result.outputs == {"map": str(output)}
    return output.read_bytes()


def test_single_steps_write_the_map_of_the_command(
    stripes: Stripes, map_of_command: bytes, quiet: Reporter, tmp_path: Path
) -> None:
    rasters = MapOutputs(output=tmp_path / "map.tif")
    labels = LabelOptions(labels=stripes.labels, class_field="class")
    with pending_files(stripes.scene, stripes.labels) as files:
        reserve(files, rasters)
        with open_scene(str(stripes.scene)) as scene:
            data = collect_training_data(scene, labels, None, ComputeOptions(), quiet)
            method = MethodOptions(method="rf", seed=SEED)
            training = train_model(data, method, "cpu", quiet)
            prepared = PreparedScene(scene, training.model, training.store)
            outputs, statistics = prepared.write_map(rasters, files, quiet)
        assert not rasters.output.exists()
        files.publish()
    assert outputs == {"map": rasters.output}
    assert rasters.output.read_bytes() == map_of_command
    assert statistics.counts.sum() == (stripes.cube.truth > 0).sum()


def test_tasks_write_the_map_of_the_command(
    stripes: Stripes,
    map_of_command: bytes,
    quiet: Reporter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    expected: list[dict[str, float]] = []
    monkeypatch.setattr(quiet, "expect", expected.append)
    model, report = tmp_path / "model.safetensors", tmp_path / "report.html"
    rasters = MapOutputs(output=tmp_path / "map.tif", confidence=tmp_path / "confidence.tif")
    options = training_options(stripes, report)
    found = classify(options, rasters, quiet, model, settings={"note": "from Python"})
    assert set(found.outputs) == {"map", "confidence", "model", "report"}
    assert all(path.is_file() for path in found.outputs.values())
    assert rasters.output.read_bytes() == map_of_command
    assert "from Python" in report.read_text()

    with open_scene(str(stripes.scene)) as scene:
        grid = scene.grid
        mapping = mapping_seconds(grid.width * grid.height, scene.band_count, "rf")
    again = MapOutputs(output=tmp_path / "again.tif")
    applied = apply(
        str(stripes.scene),
        ModelOptions(model=model),
        again,
        BandOptions(),
        ComputeOptions(device="cpu"),
        quiet,
    )
    # The time left depends on the size of the scene from the first stages on.
    assert expected == [{"mapping": mapping}] * 2
    assert again.output.read_bytes() == map_of_command
    assert applied.training is None
    assert [entry["pixels"] for entry in applied.metrics["classes"]] == [
        entry["pixels"] for entry in found.metrics["classes"]
    ]

    trained_model = tmp_path / "trained.safetensors"
    training, outside = train(training_options(stripes), trained_model, quiet)
    assert trained_model.read_bytes() == model.read_bytes()
    assert outside is not None
    assert 0 <= outside <= 1
    assert "pixels" not in training.metrics()["classes"][0]


def test_recall_of_each_class_is_reported(stripes: Stripes, tmp_path: Path) -> None:
    boxes, names = label_boxes(stripes.cube)
    kept = [number for number in range(len(names)) if number not in (7, 8)]  # one of the last class
    labels = write_labels(
        tmp_path / "labels.gpkg",
        stripes.cube,
        [boxes[number] for number in kept],
        [names[number] for number in kept],
    )
    settings = stripes.job_settings(tmp_path / "map.tif", labels=labels)
    recall = {
        entry["name"]: entry["recall"]
        for entry in run("classify", **settings).result.figures["classes"]
    }
    assert set(recall) == set(CLASSES)
    assert recall[CLASSES[2]] is None  # it has no second polygon to be tested on
    assert all(0 <= recall[name] <= 1 for name in CLASSES[:2])


def test_a_failed_task_publishes_nothing(stripes: Stripes, quiet: Reporter, tmp_path: Path) -> None:
    options = training_options(stripes, tmp_path / "report.html")
    with pytest.raises(UserError) as refusal:
        classify(options, MapOutputs(output=stripes.labels), quiet)
    assert refusal.value.code == "output.is_input"
    assert list(tmp_path.iterdir()) == []


def test_the_log_names_training_samples_and_accuracy(stripes: Stripes, tmp_path: Path) -> None:
    events: list[Event] = []
    train(training_options(stripes), tmp_path / "m.safetensors", Reporter(events.append))
    messages = [event.message for event in events if isinstance(event, Log)]
    for beginning in ("Scene: ", "Labels: ", "Accuracy by ", "Recall per class"):
        assert any(message.startswith(beginning) for message in messages), beginning


def test_second_choice_and_margin_are_written_with_the_map_and_by_apply(
    stripes: Stripes, tmp_path: Path
) -> None:
    def rasters(folder: Path) -> dict[str, Path]:
        folder.mkdir()
        return {name: folder / f"{name}.tif" for name in ("second_choice", "margin")}

    written, again = rasters(tmp_path / "a"), rasters(tmp_path / "b")
    model = tmp_path / "m.safetensors"
    settings = stripes.job_settings(tmp_path / "map.tif", seed=SEED)
    outcome = run("classify", **settings, **written, model=model)
    assert {kind: Path(path) for kind, path in outcome.result.outputs.items()} == {
        "map": tmp_path / "map.tif", "model": model, **written
    }  # fmt: skip
    run("apply", model=model, image=stripes.scene, output=tmp_path / "b" / "map.tif", **again)
    for kind, path in written.items():
        assert again[kind].read_bytes() == path.read_bytes()
    with (
        rasterio.open(tmp_path / "map.tif") as first,
        rasterio.open(written["second_choice"]) as second,
    ):
        mapped = first.read(1) > 0
        assert (first.read(1) != second.read(1))[mapped].all()
        assert (second.read(1) > 0).tolist() == mapped.tolist()
