"""Classifying from Python: the same maps as elsewhere, and a process that stays as it was."""

from __future__ import annotations

import locale
import os
import tempfile
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import torch
from backend_support import run
from conftest import Finished, Stripes

import backend as gd
from backend.sample_scene import SampleFiles

pytestmark = pytest.mark.backend


def test_a_scene_is_classified_and_its_map_is_in_memory(stripes: Stripes) -> None:
    result = gd.classify(stripes.scene, stripes.labels, class_field="class", method="rf")
    with rasterio.open(stripes.scene) as scene:
        assert result.map.shape == scene.shape
        assert (result.map.crs, result.map.transform) == (scene.crs, scene.transform)
    truth = stripes.cube.truth
    assert (np.asarray(result.map) == truth).mean() > 0.98
    assert set(result.map.names()[truth == 2]) == {"tree"}
    assert set(result.map.names()[truth == 0]) == {""}
    assert np.isnan(result.map.confidence[truth == 0]).all()
    assert 0.5 < np.nanmin(result.map.confidence) <= np.nanmax(result.map.confidence) <= 1
    assert result.metrics["overall_accuracy"] > 0.9
    assert [row["name"] for row in result.class_table] == ["soil", "tree", "water"]
    assert all(row["recall"] > 0.9 and row["pixels"] > 0 for row in result.class_table)
    assert repr(result.model) == "TrainedModel(method='rf', classes=[soil, tree, water])"
    assert result.outputs == {}


def test_the_files_are_those_of_the_command(stripes: Stripes, tmp_path: Path) -> None:
    wanted = {name: tmp_path / f"{name}.tif" for name in ("output", "confidence", "probabilities")}
    wanted |= {"model": tmp_path / "model.safetensors", "report": tmp_path / "report.html"}
    result = gd.classify(stripes.scene, stripes.labels, "class", method="rf", **wanted)
    kinds = {"map" if name == "output" else name: path for name, path in wanted.items()}
    assert result.outputs == kinds
    by_command = tmp_path / "command.tif"
    outcome = run("classify", **stripes.job_settings(by_command))
    assert outcome.status == 0
    assert by_command.read_bytes() == wanted["output"].read_bytes()


def test_a_model_gives_the_map_that_the_worker_process_made(
    finished: Finished, sample: SampleFiles, cache: Path, tmp_path: Path
) -> None:
    model = gd.load_model(finished.folder / "model.safetensors", device="cpu")
    output = tmp_path / "map.tif"
    with pytest.warns(UserWarning, match="outside the area of applicability"):
        found = model.predict(sample.scene, output=output, cache=cache)
    assert output.read_bytes() == finished.map
    with rasterio.open(output) as raster:
        assert (raster.read(1) == found.array).all()
    model.save(tmp_path / "again.safetensors")
    written = (finished.folder / "model.safetensors").read_bytes()
    assert (tmp_path / "again.safetensors").read_bytes() == written
    assert model.validation["overall_accuracy"] == finished.child.result.figures["overall_accuracy"]
    assert len(model.wavelengths) > 100


def test_an_array_with_wavelengths_is_a_scene(stripes: Stripes, tmp_path: Path) -> None:
    values = np.moveaxis(stripes.cube.reflectance, 0, -1)
    labels = tmp_path / "labels.tif"
    inside = np.zeros_like(stripes.cube.truth)
    inside[2:24:2, 3:40:2] = stripes.cube.truth[2:24:2, 3:40:2]
    height, width = inside.shape
    profile = {"driver": "GTiff", "width": width, "height": height, "count": 1, "dtype": "uint8"}
    with rasterio.open(labels, "w", **profile) as raster:
        raster.write(inside, 1)
    with pytest.warns(UserWarning, match="no coordinate reference system") as caught:
        result = gd.classify(
            values, labels, method="lda", wavelengths=stripes.cube.wavelengths, device="cpu"
        )
    assert {warning.filename for warning in caught} == {__file__}
    assert result.map.shape == (height, width)
    assert result.map.crs is None
    assert (result.map.array == stripes.cube.truth)[:24].mean() > 0.98
    assert result.model.wavelengths == pytest.approx(stripes.cube.wavelengths)


def test_the_process_is_as_it_was(
    stripes: Stripes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    torch.set_num_threads(2)

    def state() -> dict[str, object]:
        return {
            "environment": dict(os.environ),
            "threads": torch.get_num_threads(),
            "locale": locale.setlocale(locale.LC_ALL),
            "gdal": pyogrio.get_gdal_config_option("GML_DOWNLOAD_SCHEMA"),
            "random": (np.random.get_state()[1].tolist(), torch.random.get_rng_state().tolist()),
        }

    try:
        before = state()
        result = gd.classify(stripes.scene, stripes.labels, "class", method="rf")
        result.model.predict(stripes.scene)
        assert state() == before
    finally:
        torch.set_num_threads(1)
    assert list(tmp_path.iterdir()) == []
    assert capfd.readouterr() == ("", "")


def test_progress_is_reported_and_an_error_in_between_leaves_nothing(
    stripes: Stripes, tmp_path: Path, caplog
) -> None:
    steps: list[tuple[float, str]] = []
    labelled = (stripes.scene, stripes.labels, "class")
    with caplog.at_level("INFO", logger="backend"):
        gd.classify(*labelled, method="lda", progress=lambda *step: steps.append(step))
    assert any(message.startswith("Labels: ") for message in caplog.messages)
    shares = [share for share, _ in steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert all(message for _, message in steps)

    def interrupt(share: float, message: str) -> None:
        if 0.4 < share < 1:  # the last report comes when all is done
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        gd.classify(*labelled, method="lda", output=tmp_path / "map.tif", progress=interrupt)
    assert list(tmp_path.iterdir()) == []


def test_what_the_caller_can_put_right_is_a_user_error_with_its_hint(stripes: Stripes) -> None:
    with pytest.raises(gd.UserError, match="cannot be read") as caught:
        gd.classify("absent.tif", stripes.labels, "class")
    assert caught.value.code == "scene.unreadable"
    assert caught.value.__notes__ == [caught.value.hint]
    with pytest.raises(gd.UserError, match="method"):
        gd.classify(stripes.scene, stripes.labels, "class", method="forest")
    with pytest.raises(gd.UserError, match=r"absent\.safetensors"):
        gd.load_model("absent.safetensors")


def test_an_option_that_there_is_not_is_a_type_error(stripes: Stripes) -> None:
    with pytest.raises(TypeError, match=r"classify\(\) has no option 'colour'"):
        gd.classify(stripes.scene, stripes.labels, "class", colour="red")
    with pytest.raises(TypeError, match="wavelengths are for arrays"):
        gd.classify(stripes.scene, stripes.labels, "class", wavelengths=[1.0])


def test_an_output_must_not_replace_the_scene(stripes: Stripes) -> None:
    before = stripes.scene.read_bytes()
    with pytest.raises(gd.UserError):
        gd.classify(stripes.scene, stripes.labels, "class", method="lda", output=stripes.scene)
    assert stripes.scene.read_bytes() == before
