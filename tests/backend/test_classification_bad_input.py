"""Errors of users have a code, a sentence and a hint, and leave no files.

Every case runs a complete job, so that checks are tested where they are reached.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
import shapely
from backend_support import Outcome, run, shell, snapshot
from conftest import Stripes
from safetensors.numpy import load_file, save_file

from backend.backbones.source import BUNDLED_FOLDER
from backend.common import protocol
from tests.fixtures.cubes import NODATA, ROWS, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend

#: Writes the invalid input to a folder and returns the settings that use it.
Wrong = Callable[[Stripes, Path], dict[str, Any]]


def shapes(*given: tuple[object, shapely.Geometry], **options: Any) -> Wrong:
    """Labels with these geometries, in pixels of the scene."""

    def make(stripes: Stripes, folder: Path) -> dict[str, Any]:
        values, geometries = zip(*given, strict=True)
        path = folder / "wrong.gpkg"
        return {"labels": write_labels(path, stripes.cube, geometries, values, **options)}

    return make


def file(setting: str, name: str, content: bytes) -> Wrong:
    """A file with this content."""

    def make(stripes: Stripes, folder: Path) -> dict[str, Any]:
        (folder / name).write_bytes(content)
        return {setting: folder / name}

    return make


def setting(**given: Any) -> Wrong:
    """A setting that needs no file; `{folder}` is an empty folder."""

    def make(stripes: Stripes, folder: Path) -> dict[str, Any]:
        return {k: v.format(folder=folder) if isinstance(v, str) else v for k, v in given.items()}

    return make


def image(values: np.ndarray, **profile: Any) -> Wrong:
    """A scene with these values."""

    def make(stripes: Stripes, folder: Path) -> dict[str, Any]:
        path = folder / "wrong.tif"
        size = {"count": len(values), "height": values.shape[1], "width": values.shape[2]}
        given = stripes.cube.profile | size | {"dtype": values.dtype, **profile}
        with rasterio.open(path, "w", driver="GTiff", **given) as dataset:
            dataset.write(values)
        return {"image": path}

    return make


def half_an_image(stripes: Stripes, folder: Path) -> dict[str, Any]:
    whole = write_geotiff(folder / "whole.tif", stripes.cube, compress=None)
    content = whole.read_bytes()
    whole.write_bytes(content[: len(content) // 2])
    return {"image": whole}


def table_without_shapes(stripes: Stripes, folder: Path) -> dict[str, Any]:
    path = folder / "table.gpkg"
    shutil.copy(stripes.labels, path)
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE plain (fid INTEGER PRIMARY KEY, class TEXT)")
        database.execute("INSERT INTO plain (class) VALUES ('soil'), ('tree')")
        database.execute(
            "INSERT INTO gpkg_contents (table_name, data_type, identifier)"
            " VALUES ('plain', 'attributes', 'plain')"
        )
    return {"labels": path, "labels_layer": "plain"}


def backbone(change: Callable[[Path], Any]) -> Wrong:
    """The bundled backbone, damaged."""

    def make(stripes: Stripes, folder: Path) -> dict[str, Any]:
        copy = folder / "backbone"
        shutil.copytree(BUNDLED_FOLDER, copy)
        change(copy)
        return {"backbone": copy, "method": "geodiffnet", "cache": folder / "cache"}

    return make


def weights_of(folder: Path) -> Path:
    return next(folder.glob("*.safetensors"))


def cut_weights(folder: Path) -> None:
    with weights_of(folder).open("r+b") as weights:
        weights.truncate(100_000)


def lose_a_weight(folder: Path) -> None:
    weights = load_file(weights_of(folder))
    weights.pop(sorted(weights)[len(weights) // 2])
    save_file(weights, weights_of(folder))


def reshape_a_weight(folder: Path) -> None:
    weights = load_file(weights_of(folder))
    weights["conv_in.weight"] = weights["conv_in.weight"][:, :2].copy()
    save_file(weights, weights_of(folder))


def configure(**changes: Any) -> Callable[[Path], Any]:
    def change(folder: Path) -> None:
        path = folder / "config.json"
        path.write_text(json.dumps(json.loads(path.read_text()) | changes))

    return change


BOX, OTHER_BOX = shapely.box(3, 3, 8, 8), shapely.box(20, 3, 25, 8)
POINTS = shapely.MultiPoint([(30.5, 5.5), (33.5, 9.5)])
FAR = shapely.box(900, 900, 905, 905)
NO_DATA = shapely.box(2, ROWS - 3, 8, ROWS - 1), shapely.box(20, ROWS - 3, 26, ROWS - 1)
GOOD = make_cube().stored

CASES: dict[str, tuple[Wrong, str, str]] = {
    # the labels
    "labels beside the scene": (
        shapes(("soil", FAR), ("tree", FAR)),
        "labels.no_overlap",
        "None of the labels",
    ),
    "labels where the scene has no data": (
        shapes(("soil", NO_DATA[0]), ("tree", NO_DATA[1])),
        "labels.no_overlap",
        "no data",
    ),
    "labels of one class": (shapes(("soil", BOX)), "labels.too_few_classes", '"soil"'),
    "two classes, one of two pixels": (
        shapes(("soil", BOX), ("rare one", POINTS)),
        "labels.too_few",
        '"rare one" (2)',
    ),
    "two classes, one outside of the image": (
        shapes(("soil", BOX), ("far one", FAR)),
        "labels.too_few",
        '"far one"',
    ),
    "a class without a name": (
        shapes((None, BOX), (None, OTHER_BOX)),
        "labels.none",
        "no geometries with a class",
    ),
    "another field": (setting(class_field="klass"), "labels.field_missing", '"klass"'),
    "labels that are not there": (
        setting(labels="{folder}/none.gpkg"),
        "labels.unreadable",
        "none.gpkg",
    ),
    "labels that are a folder": (setting(labels="{folder}"), "labels.unreadable", "cannot be read"),
    "labels that are a text": (
        file("labels", "labels.gpkg", b"class, geometry\n"),
        "labels.unreadable",
        "labels.gpkg",
    ),
    "labels that are empty": (file("labels", "labels.gpkg", b""), "labels.unreadable", "labels"),
    "labels with half a GeoJSON": (
        file("labels", "labels.geojson", b'{"type": "FeatureCollection", "features": [{"ty'),
        "labels.unreadable",
        "labels.geojson",
    ),
    "another layer": (setting(labels_layer="plan"), "labels.unreadable", "plan"),
    "a table without shapes": (table_without_shapes, "labels.", "geometries"),
    # the image
    "an image that is not there": (setting(image="{folder}/none.tif"), "scene.", "none.tif"),
    "an image that is an empty folder": (setting(image="{folder}"), "scene.", "{folder}"),
    "an image that is a text": (file("image", "a.tif", b"II*\0text"), "scene.unreadable", "a.tif"),
    "half an image": (half_an_image, "scene.unreadable", "whole.tif"),
    "an image of one band": (image(GOOD[:1]), "scene.too_few_bands", "1 band"),
    "an image of two bands": (image(GOOD[:2]), "scene.too_few_bands", "2 band"),
    "an image of no data": (
        image(np.full_like(GOOD, NODATA), nodata=NODATA),
        "scene.empty",
        "no pixels with values",
    ),
    "an image of zeros": (image(np.zeros_like(GOOD)), "scene.empty", "no pixels with values"),
    "an image of no numbers": (
        image(np.full(GOOD.shape, np.nan, np.float32)),
        "scene.empty",
        "no pixels with values",
    ),
    "band numbers that do not exist": (
        setting(bad_bands="1-99"),
        "bands.invalid",
        "Band 17 does not exist",
    ),
    # the machine
    "a device that is not there": (setting(device="mps"), "device.unavailable", "mps"),
    "hardly any memory": (setting(memory_mb=3), "memory.too_small", "3 MB"),
    # the backbone
    "a backbone that is not there": (
        setting(method="geodiffnet-f", backbone="{folder}/none"),
        "backbone.not_found",
        "none",
    ),
    "a backbone without weights": (
        backbone(lambda folder: weights_of(folder).unlink()),
        "backbone.not_found",
        "backbone",
    ),
    "a backbone with pickles for weights": (
        backbone(lambda folder: weights_of(folder).rename(folder / "diffusion_pytorch_model.bin")),
        "backbone.not_found",
        "backbone",
    ),
    "a backbone cut off": (backbone(cut_weights), "backbone.damaged", "cannot be loaded"),
    "a backbone that lacks a weight": (backbone(lose_a_weight), "backbone.damaged", "missing"),
    "a backbone with a weight of another shape": (
        backbone(reshape_a_weight),
        "backbone.damaged",
        "do not fit",
    ),
    "a backbone whose configuration is no JSON": (
        backbone(lambda folder: (folder / "config.json").write_text("{")),
        "backbone.damaged",
        "cannot be loaded",
    ),
    "a backbone whose configuration is a list": (
        backbone(lambda folder: (folder / "config.json").write_text("[]")),
        "backbone.damaged",
        "cannot be loaded",
    ),
    "a backbone of another kind": (
        backbone(configure(_class_name="UNet2DConditionModel")),
        "backbone.unsupported",
        "UNet2DConditionModel",
    ),
    "a backbone whose configuration makes no sense": (
        backbone(configure(block_out_channels="many")),
        "backbone.damaged",
        "cannot be loaded",
    ),
    "a backbone without its noise": (
        backbone(lambda folder: (folder / "scheduler_config.json").unlink()),
        "backbone.damaged",
        "cannot be loaded",
    ),
    # the output
    "a folder that does not exist": (
        setting(output="{folder}/none/map.tif"),
        "output.not_writable",
        "does not exist",
    ),
    "a folder that is a file": (
        lambda stripes, folder: {"output": stripes.scene / "map.tif"},
        "output.not_writable",
        "does not exist",
    ),
    "an output that is a folder": (setting(output="{folder}"), "output.not_writable", "a folder"),
    "a folder that nobody writes to": (
        setting(output="/proc/map.tif"),
        "output.not_writable",
        "/proc/map.tif",
    ),
    "a name that is too long": (
        setting(output="{folder}/" + 250 * "m" + ".tif"),
        "output.not_writable",
        "too long",
    ),
    "a confidence that nobody can write": (
        setting(confidence="/proc/confidence.tif"),
        "output.not_writable",
        "confidence.tif",
    ),
    "an output that is the image": (
        lambda stripes, folder: {"output": stripes.scene},
        "output.is_input",
        "scene.tif",
    ),
    "an output that is the labels": (
        lambda stripes, folder: {"model": stripes.labels},
        "output.is_input",
        "labels.gpkg",
    ),
    "an output that is the image by another way": (
        lambda stripes, folder: {"output": around(stripes.scene)},
        "output.is_input",
        "scene.tif",
    ),
    "an output that is a link to the image": (
        lambda stripes, folder: {"output": link(folder / "link.tif", stripes.scene)},
        "output.is_input",
        "link.tif",
    ),
    "two outputs of one name": (
        setting(probabilities="{folder}/same.tif", confidence="{folder}/same.tif"),
        "output.duplicate",
        "same.tif",
    ),
}


def around(path: Path) -> Path:
    return path.parent / ".." / path.parent.name / path.name


def link(path: Path, target: Path) -> Path:
    path.symlink_to(target)
    return path


def assert_error(outcome: Outcome, code: str, expected: str) -> None:
    """One error with a readable sentence and a readable hint."""
    failure = outcome.failure
    assert failure.code.startswith(code), failure
    assert expected in failure.message, failure
    assert outcome.status == protocol.EXIT_USER_ERROR
    for sentence in (failure.message, failure.hint):
        assert sentence.endswith("."), sentence
        assert "\n" not in sentence
        assert sentence[0].isupper()
        assert "Error" not in sentence
        assert "<" not in sentence


@pytest.mark.parametrize("case", CASES)
def test_it_is_reported_and_nothing_is_written(
    stripes: Stripes, tmp_path: Path, case: str, capfd: pytest.CaptureFixture[str]
) -> None:
    wrong, code, expected = CASES[case]
    folder, out = tmp_path / "wrong", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    changes = wrong(stripes, folder)
    inputs = snapshot(stripes.scene.parent), snapshot(folder)
    outcome = run("classify", **stripes.job_settings(out / "map.tif", **changes))
    assert_error(outcome, code, expected.format(folder=folder))
    assert snapshot(out) == {}
    left = {name: data for name, data in snapshot(folder).items() if name != "cache/key"}
    assert (snapshot(stripes.scene.parent), left) == inputs
    assert "Traceback" not in capfd.readouterr().err


def test_the_command_line_prints_two_sentences(stripes: Stripes, tmp_path: Path) -> None:
    done = shell(
        "classify", "--image", tmp_path / "none.tif", "--labels", stripes.labels,
        "--class-field", "class", "--output", tmp_path / "map.tif",
    )  # fmt: skip
    assert done.returncode == protocol.EXIT_USER_ERROR
    assert done.stdout == ""
    message, hint = done.stderr.strip().split("\n")
    assert str(tmp_path / "none.tif") in message
    assert hint.endswith(".")
    assert os.listdir(tmp_path) == []
