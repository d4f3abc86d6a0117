"""The identity of inputs: features, markers and caches of changed inputs are not reused."""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from backend_support import run, snapshot
from batch_support import batch, statuses, train
from conftest import Stripes
from safetensors.numpy import save_file

from backend.campaign import campaign
from backend.common import protocol
from backend.core.errors import UserError
from backend.features.cache import FeatureCache, NoCache
from backend.files.identity import file_digest, is_unchanged
from backend.pipeline.map_writing import LoadedModel
from backend.scene.raster import Scene
from tests.fixtures.cubes import make_cube
from tests.fixtures.rasters import write_envi, write_geotiff, write_vrt

pytestmark = pytest.mark.backend

FEATURES = {"composites": "rgb", "scales": "1", "blocks": "5", "components": 4, "device": "cpu"}


def keep_times(path: Path, change: Callable[[Path], object]) -> None:
    """Change a file and give it its old times back, as programs can."""
    status = path.stat()
    change(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def changed_source(folder: Path) -> Iterator[str]:
    """A virtual raster whose source is another one the second time."""
    scene = write_vrt(folder / "v.vrt", make_cube())
    yield str(scene)
    keep_times(folder / "v.tif", lambda path: write_geotiff(path, make_cube(5)))
    yield str(scene)


def changed_archive(folder: Path) -> Iterator[str]:
    """A scene in an archive that holds another one the second time."""
    for seed in (0, 5):
        scene = write_geotiff(folder / "in.tif", make_cube(seed))

        def pack(path: Path, scene: Path = scene) -> None:
            with zipfile.ZipFile(path, "w") as archive:
                archive.write(scene, "in.tif")

        archive = folder / "s.zip"
        keep_times(archive, pack) if archive.exists() else pack(archive)
        yield f"/vsizip/{archive}/in.tif"


def changed_header(folder: Path) -> Iterator[str]:
    """An image whose header gives its bands other wavelengths the second time."""
    scene = write_envi(folder / "e.dat", make_cube())
    yield str(scene)
    keep_times(scene.with_suffix(".hdr"), reverse_wavelengths)
    yield str(scene)


def reverse_wavelengths(header: Path) -> None:
    lines = header.read_text().splitlines()
    for number, line in enumerate(lines):
        if line.startswith("wavelength = {"):
            values = line.partition("{")[2].rstrip("}").split(", ")
            lines[number] = "wavelength = {" + ", ".join(reversed(values)) + "}"
    header.write_text("\n".join(lines) + "\n")


def changed_pixel(folder: Path) -> Iterator[str]:
    """An image of which one pixel is another the second time."""
    scene = write_envi(folder / "e.dat", make_cube())
    yield str(scene)

    def turn(path: Path) -> None:
        values = np.fromfile(path, "<i2").reshape(make_cube().stored.shape)
        values[:, 12, 20] += 500
        values.tofile(path)

    keep_times(scene, turn)
    yield str(scene)


@pytest.mark.slow
@pytest.mark.parametrize("change", [changed_source, changed_archive, changed_header, changed_pixel])
def test_cached_features_are_those_of_the_current_scene(
    tmp_path: Path, change: Callable[[Path], Iterator[str]]
) -> None:
    (tmp_path / "in").mkdir()
    cache, made = tmp_path / "cache", []
    for number, scene in enumerate(change(tmp_path / "in")):
        for kept in (cache, tmp_path / f"empty{number}"):
            output = tmp_path / f"{len(made)}.tif"
            outcome = run("features", image=scene, output=output, cache=kept, **FEATURES)
            assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
            made.append(output.read_bytes())
    assert made[0] == made[1]
    assert made[2] == made[3]
    assert made[0] != made[2]
    # and what did not change is not computed again
    entries = {path.name for path in cache.iterdir()}
    outcome = run("features", image=scene, output=tmp_path / "last.tif", cache=cache, **FEATURES)
    assert (tmp_path / "last.tif").read_bytes() == made[2]
    assert {path.name for path in cache.iterdir()} == entries


@pytest.mark.parametrize("change", [changed_source, changed_archive, changed_header, changed_pixel])
def test_a_change_of_an_open_scene_is_noticed(
    tmp_path: Path, change: Callable[[Path], Iterator[str]]
) -> None:
    versions = change(tmp_path)
    with Scene(next(versions)) as scene:
        assert is_unchanged(scene.identity)
        next(versions)
        assert not is_unchanged(scene.identity)


def test_statistics_beside_an_open_scene_are_no_change(tmp_path: Path) -> None:
    path = write_geotiff(tmp_path / "scene.tif", make_cube())
    auxiliary = tmp_path / "scene.tif.aux.xml"
    described = '<PAMDataset><Metadata><MDI key="sensor">x</MDI></Metadata>{}</PAMDataset>'
    auxiliary.write_text(described.format(""))
    with Scene(path) as scene:
        statistics = '<PAMRasterBand band="1"><Metadata><MDI key="STATISTICS_MEAN">1</MDI>'
        auxiliary.write_text(described.format(f"{statistics}</Metadata></PAMRasterBand>"))
        assert is_unchanged(scene.identity)
        path.unlink()
        assert not is_unchanged(scene.identity)


@pytest.fixture(scope="module")
def model(stripes: Stripes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 8)
        return train(stripes, tmp_path_factory.mktemp("model") / "rf.safetensors")


@pytest.mark.slow
def test_a_marker_covers_every_file_of_its_scene_and_copies_of_them(
    model: Path, tmp_path: Path
) -> None:
    scenes, maps = tmp_path / "scenes", tmp_path / "maps"
    scenes.mkdir()
    virtual = write_vrt(scenes / "v.vrt", make_cube())
    image = write_envi(scenes / "e.dat", make_cube(1))
    header = image.with_suffix(".hdr")
    header.write_text("".join(line for line in header.open() if not line.startswith("bbl")))
    named = [virtual, image]
    assert statuses(batch(model, named, maps, workers=1)) == {"v": "mapped", "e": "mapped"}
    assert statuses(batch(model, named, maps, workers=1)) == {"v": "skipped", "e": "skipped"}
    # the same content in other files, as after a move to another disk
    shutil.copytree(scenes, tmp_path / "copy")
    shutil.rmtree(scenes)
    (tmp_path / "copy").rename(scenes)
    assert statuses(batch(model, named, maps, workers=1)) == {"v": "skipped", "e": "skipped"}
    keep_times(scenes / "v.tif", lambda path: write_geotiff(path, make_cube(5)))
    keep_times(header, lambda path: path.write_text(path.read_text() + "\n"))
    assert statuses(batch(model, named, maps, workers=1)) == {"v": "mapped", "e": "mapped"}
    assert statuses(batch(model, named, maps, workers=1)) == {"v": "skipped", "e": "skipped"}


def test_a_batch_uses_the_model_that_it_started_with(
    model: Path, stripes: Stripes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "m.safetensors"
    other = train(stripes, tmp_path / "other.safetensors", method="svm")
    load = campaign.load_model

    def load_and_replace(*arguments: object) -> object:
        found = load(*arguments)
        shutil.copy(other, mine)
        return found

    shutil.copy(model, mine)
    monkeypatch.setattr(campaign, "load_model", load_and_replace)
    outcome = batch(mine, [stripes.scene], tmp_path / "maps", workers=1)
    assert outcome.failure.code == "model.changed"
    assert snapshot(tmp_path / "maps") == {}
    # and a worker that loads it later
    with pytest.raises(UserError) as caught:
        LoadedModel.load(mine, "cpu", NoCache(), file_digest(model))
    assert caught.value.code == "model.changed"
    assert LoadedModel.load(mine, "cpu", NoCache(), file_digest(other)).model.info.method == "svm"


def test_a_full_cache_removes_only_its_own_entries(tmp_path: Path) -> None:
    tensors = {"checksum": np.zeros(1, np.uint32), "mine": np.zeros(4000, np.float32)}
    key = "0123456789abcdef01234567"
    mine = [
        "model.safetensors", "models/model.safetensors", f"{key}/model.safetensors",
        f"{key}/fitted.safetensors.bak", f"models/{key}/0_0.safetensors", "fitted.safetensors",
    ]  # fmt: skip
    for name in mine:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        save_file(tensors, tmp_path / name)
    # under the very name of an entry, but without its mark
    save_file({"mine": tensors["mine"]}, tmp_path / key / "fitted.safetensors")
    (tmp_path / ("f" * 24)).symlink_to(tmp_path / "models" / key)
    (tmp_path / key / "512_0.safetensors").symlink_to(tmp_path / "model.safetensors")
    for path in tmp_path.rglob("*"):
        if path.is_file():
            os.utime(path, (1, 1))
    before = snapshot(tmp_path)
    cache = FeatureCache(tmp_path, limit=10_000)
    for number in range(4):
        entry = tmp_path / f"{number:024x}" / "0_0.safetensors"
        assert cache.write(entry, {"features": np.zeros(2000, np.float32)})
    after = snapshot(tmp_path)
    del after["key"]  # of the entries' seals
    assert {name: after.get(name) for name in before} == before
    assert len(after) - len(before) == 1  # its own went, all but the last


def test_a_sample_does_not_replace_existing_files(tmp_path: Path) -> None:
    for name in ("train.gpkg", "scene.tif", "truth.tif", "truth.tif.aux.xml", "scene.tif.ovr"):
        (tmp_path / name).write_text("mine")
        outcome = run("sample", folder=tmp_path, size=64)
        assert outcome.failure.code in ("output.exists", "output.not_own"), name
        assert str(tmp_path / name) in outcome.failure.message
        assert snapshot(tmp_path) == {name: b"mine"}
        (tmp_path / name).unlink()
    assert run("sample", folder=tmp_path, size=64).status == protocol.EXIT_DONE
    before = snapshot(tmp_path)
    outcome = run("sample", folder=tmp_path, size=64, seed=1)
    assert outcome.failure.code == "output.exists"
    assert "--overwrite" in outcome.failure.hint
    assert snapshot(tmp_path) == before
    outcome = run("sample", folder=tmp_path, size=64, seed=1, overwrite=True)
    assert outcome.status == protocol.EXIT_DONE
    after = snapshot(tmp_path)
    assert after.keys() == before.keys()
    assert after["scene.tif"] != before["scene.tif"]


class TestBatch:
    """What lies in the folder that a batch writes to."""

    @pytest.mark.parametrize(
        "name",
        ["x_map.tif", "x_map.qml", "x_map.tif.aux.xml", "x_map.tif.json", "x_map.tif.ovr",
         "x_confidence.tif", "x_confidence.tif.msk", "x_applicability.qml", "summary.html",
         "summary.json", "summary.csv"],
    )  # fmt: skip
    def test_foreign_files_are_refused_before_any_scene_is_mapped(
        self, model: Path, tmp_path: Path, name: str
    ) -> None:
        scene = write_geotiff(tmp_path / "x.tif", make_cube())
        maps = tmp_path / "maps"
        maps.mkdir()
        (maps / name).write_text("mine")
        outcome = batch(model, [scene], maps, confidence=True, applicability=True)
        assert outcome.failure.code in ("output.exists", "output.not_own")
        assert str(maps / name) in outcome.failure.message
        assert snapshot(maps) == {name: b"mine"}

    def test_foreign_files_are_replaced_with_overwrite(self, model: Path, tmp_path: Path) -> None:
        scene = write_geotiff(tmp_path / "x.tif", make_cube())
        maps = tmp_path / "maps"
        maps.mkdir()
        for name in ("x_map.tif", "x_map.qml", "x_map.tif.ovr", "summary.html", "summary.csv"):
            (maps / name).write_text("mine")
        outcome = batch(model, [scene], maps, workers=1, overwrite=True)
        assert statuses(outcome) == {"x": "mapped"}
        assert b"mine" not in snapshot(maps).values()
        assert not (maps / "x_map.tif.ovr").exists()

    def test_outputs_of_an_earlier_version_or_a_crash_are_replaced(
        self, model: Path, tmp_path: Path
    ) -> None:
        """Nobody must be told to clean up after us."""
        maps = tmp_path / "maps"
        damages = {
            "empty": "", "list": "[]", "half": "{", "kind": '{"kind": "geodiffnet batch"}',
            "older": None, "intact": None,
        }  # fmt: skip
        scenes = [write_geotiff(tmp_path / f"{name}.tif", make_cube()) for name in damages]
        outcome = batch(model, scenes, maps, workers=1)
        assert statuses(outcome) == dict.fromkeys(damages, "mapped")
        markers = {name: maps / f"{name}_map.tif.json" for name in damages}
        results = {name: json.loads(marker.read_text()) for name, marker in markers.items()}
        for name, text in damages.items():
            if text is not None:
                markers[name].write_text(text)
        older = {key: value for key, value in results["older"].items() if key != "digests"}
        markers["older"].write_text(json.dumps(older))
        (maps / "older_map.tif").write_bytes(b"half a map")
        outcome = batch(model, scenes, maps, workers=1)
        assert statuses(outcome) == dict.fromkeys(damages, "mapped") | {"intact": "skipped"}
        for name, marker in markers.items():
            assert json.loads(marker.read_text())["digests"] == results[name]["digests"]
        outcome = batch(model, scenes, maps, workers=1)
        assert statuses(outcome) == dict.fromkeys(damages, "skipped")

    def test_no_listed_scene_is_skipped_or_replaced(self, model: Path, tmp_path: Path) -> None:
        folder = tmp_path / "d"
        folder.mkdir()
        first, second = write_envi(folder / "a.dat", make_cube()), folder / "a.tif"
        write_geotiff(second, make_cube(1))
        before = snapshot(folder)
        expected = [
            ([first, second], "batch.duplicate_names"),
            ([second, first], "batch.duplicate_names"),
            ([folder], "batch.duplicate_names"),
            ([first], "output.exists"),
            ([second], "output.is_input"),
        ]
        for images, code in expected:
            outcome = batch(model, images, folder, output_name="{name}.tif")
            assert outcome.failure.code == code, images
            assert snapshot(folder) == before, images

    def test_no_other_scene_of_the_batch_is_replaced(self, model: Path, tmp_path: Path) -> None:
        scene = write_geotiff(tmp_path / "a.tif", make_cube())
        other = write_geotiff(tmp_path / "a_map.tif", make_cube(1))
        before = snapshot(tmp_path)
        for overwrite in (False, True):
            outcome = batch(model, [scene, other], tmp_path, overwrite=overwrite)
            assert outcome.failure.code == "output.is_input"
            assert str(other) in outcome.failure.message
            assert snapshot(tmp_path) == before
