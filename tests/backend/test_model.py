"""A model file is complete and portable, and invalid ones are refused."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio
from safetensors import safe_open
from safetensors.numpy import load_file, save_file

from backend.classifiers.model import load_model
from backend.common.protocol import Job, encode_job
from backend.core.errors import UserError
from backend.sample_scene import write_sample
from backend.worker import run_job

pytestmark = pytest.mark.backend


def do(name: str, **settings: object) -> list:
    """Run a job in this process and return its events."""
    import threading

    events: list = []
    plain = {key: str(v) if isinstance(v, Path) else v for key, v in settings.items()}
    run_job(encode_job(Job(name, plain)), events.append, threading.Event())
    return events


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("model")
    write_sample(folder, 0, 64)
    return folder


@pytest.fixture(scope="module", params=["rf", "geodiffnet-f"])
def classified(request: pytest.FixtureRequest, folder: Path) -> tuple[Path, Path]:
    """A map and the model it was made with."""
    output, model = folder / f"{request.param}.tif", folder / f"{request.param}.safetensors"
    events = do(
        "classify",
        image=folder / "scene.tif",
        labels=folder / "train.gpkg",
        class_field="class",
        output=output,
        model=model,
        method=request.param,
        cache=folder / "cache",
    )
    assert events[-1].event == "result", events[-1]
    return output, model


def test_applying_a_model_to_its_scene_gives_the_same_map(
    classified: tuple[Path, Path], folder: Path
) -> None:
    output, model = classified
    again = folder / "again.tif"
    events = do(
        "apply", model=model, image=folder / "scene.tif", output=again, cache=folder / "cache2"
    )
    assert events[-1].event == "result", events[-1]
    assert again.read_bytes() == output.read_bytes()


def test_the_model_of_a_scene_uses_its_cached_features(
    classified: tuple[Path, Path], folder: Path
) -> None:
    output, model = classified
    before = sorted((folder / "cache").rglob("*"))
    again = folder / "again.tif"
    events = do(
        "apply", model=model, image=folder / "scene.tif", output=again, cache=folder / "cache"
    )
    assert events[-1].event == "result", events[-1]
    assert again.read_bytes() == output.read_bytes()
    assert sorted((folder / "cache").rglob("*")) == before


def test_reflectance_as_fractions_gives_the_same_map_as_integers(
    classified: tuple[Path, Path], folder: Path
) -> None:
    output, model = classified
    with rasterio.open(folder / "scene.tif") as source:
        profile = source.profile | {"dtype": "float32", "nodata": -1.0}
        values = source.read().astype(np.float32)
        values = np.where(values == source.nodata, -1.0, values / np.float32(10_000))
        tags = [source.tags(index) for index in source.indexes]
    floats = folder / "floats.tif"
    with rasterio.open(floats, "w", **profile) as target:
        target.write(values)
        for index, tag in enumerate(tags, 1):
            target.update_tags(index, **tag)
    again = folder / "from_floats.tif"
    events = do("apply", model=model, image=floats, output=again, cache=folder / "cache2")
    assert events[-1].event == "result", events[-1]
    with rasterio.open(again) as mine, rasterio.open(output) as other:
        assert (mine.read(1) == other.read(1)).mean() > 0.99


def altered(model: Path, target: Path, **changes: str) -> Path:
    """A copy of a model with other header entries."""
    with safe_open(model, framework="numpy") as file:
        header = dict(file.metadata())
    save_file(load_file(model), target, header | changes)
    return target


def test_other_newer_and_damaged_files_are_refused(
    classified: tuple[Path, Path], tmp_path: Path
) -> None:
    _, model = classified
    cases = {
        "model.foreign": altered(model, tmp_path / "a.safetensors", kind="something else"),
        "model.too_old": altered(model, tmp_path / "e.safetensors", format="2"),
        "model.too_new": altered(model, tmp_path / "b.safetensors", format="99"),
        "model.damaged": altered(model, tmp_path / "c.safetensors", info=json.dumps({"x": 1})),
    }
    cut = tmp_path / "d.safetensors"
    cut.write_bytes(model.read_bytes()[:-1000])
    cases["model.unreadable"] = cut
    for code, path in cases.items():
        with pytest.raises(UserError) as caught:
            load_model(path, "cpu")
        assert caught.value.code == code
        assert caught.value.hint
