"""One model on many scenes: each as `apply` would map it alone, none stopped by another."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from backend_support import clean_environment, run, shell, snapshot
from batch_support import (
    OTHER_GRID,
    assert_no_leftovers,
    batch,
    completion_times,
    resize_cube,
    rows,
    scene_results,
    statuses,
    summary_numbers,
    train,
    write_scenes,
)
from conftest import Finished, Stripes

from backend.common import protocol
from backend.files.locks import PathLock
from backend.sample_scene import write_sample
from tests.fixtures.cubes import Cube, make_cube
from tests.fixtures.rasters import write_cog, write_geotiff

pytestmark = pytest.mark.backend

RASTERS = ("map", "confidence", "probabilities", "applicability", "second_choice", "margin")


@pytest.fixture(scope="module")
def model(stripes: Stripes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A forest that tells the stripes apart."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 20)
        return train(stripes, tmp_path_factory.mktemp("model") / "rf.safetensors")


def applied(model: Path, image: Path, folder: Path, **settings: object) -> dict[str, bytes]:
    """The rasters that `apply` makes of a scene alone."""
    folder.mkdir()
    paths = {kind: folder / f"{kind}.tif" for kind in RASTERS}
    outputs = {"output" if kind == "map" else kind: path for kind, path in paths.items()}
    outcome = run("apply", model=model, image=image, **outputs, **settings)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    return {kind: path.read_bytes() for kind, path in paths.items()}


def test_maps_of_all_formats_equal_those_of_apply(model: Path, tmp_path: Path) -> None:
    folder = tmp_path / "scenes"
    write_scenes(folder, 1)
    other = resize_cube(make_cube(1), 48, 61)
    write_geotiff(folder / "larger.tif", replace(other, crs=OTHER_GRID[0], place=OTHER_GRID[1]))
    write_geotiff(folder / "floats.tif", make_cube(2), dtype="float32")
    write_cog(folder / "cloud.tif", make_cube(3))
    shifted = make_cube(4)
    moved = tuple(centre + 4.5 for centre in shifted.wavelengths)
    write_geotiff(folder / "shifted.tif", replace(shifted, wavelengths=moved))
    besides = dict.fromkeys(RASTERS[1:], True)
    outcome = batch(model, [folder], tmp_path / "maps", workers=2, **besides)
    assert outcome.status == protocol.EXIT_DONE
    found = scene_results(outcome)
    assert set(found) == {"scene000", "larger", "floats", "cloud", "shifted"}
    for name, entry in found.items():
        alone = applied(model, Path(entry["image"]), tmp_path / name)
        for kind in RASTERS:
            made = tmp_path / "maps" / f"{name}_{kind}.tif"
            assert made.read_bytes() == alone[kind], (name, kind)
    assert_no_leftovers(tmp_path / "maps")
    table = rows(tmp_path / "maps")
    with rasterio.open(tmp_path / "maps" / "larger_map.tif") as dataset:
        codes = dataset.read(1)
        assert str(dataset.crs) == OTHER_GRID[0]
    for code, name in enumerate(("soil", "tree", "water"), 1):
        hectares = float(table["larger"][f"area_{name}"])
        # UTM draws all a little smaller or larger than it is
        assert hectares == pytest.approx((codes == code).sum() * 400 / 10_000, rel=1e-3)
    with rasterio.open(tmp_path / "maps" / "larger_confidence.tif") as dataset:
        sure = dataset.read(1, masked=True).mean() / 100
    assert float(table["larger"]["mean_confidence"]) == pytest.approx(sure, abs=0.006)
    assert 0 <= float(table["larger"]["share_outside"]) <= 1
    page = (tmp_path / "maps" / "summary.html").read_text(encoding="utf-8")
    assert page.count("data:image/png") == 5
    assert "<script" not in page


@pytest.mark.slow
def test_a_worker_gives_the_same_map_with_networks(finished: Finished, tmp_path: Path) -> None:
    images = []
    for seed in (5, 6):
        (tmp_path / f"s{seed}").mkdir()
        images.append(write_sample(tmp_path / f"s{seed}", seed, 64).scene)
    options = {"workers": 2, "output_name": "{folder}_{kind}.tif", "probabilities": True}
    model = Path(finished.settings["model"])
    # a cache that both share, and then none
    for number, cache in enumerate((tmp_path / "cache", None)):
        folder = tmp_path / f"maps{number}"
        given = {"cache": cache} if cache else {}
        assert batch(model, images, folder, **options, **given).status == protocol.EXIT_DONE
        for image in images:
            name = image.parent.name
            alone = applied(model, image, tmp_path / f"{name}-{number}", cache=tmp_path / "own")
            for kind in ("map", "probabilities"):
                assert (folder / f"{name}_{kind}.tif").read_bytes() == alone[kind]


@pytest.mark.slow
def test_complete_scenes_are_skipped_by_the_identity_of_their_inputs(
    model: Path, stripes: Stripes, tmp_path: Path
) -> None:
    scenes, folder = write_scenes(tmp_path / "scenes", 4), tmp_path / "maps"
    assert set(statuses(batch(model, scenes, folder)).values()) == {"mapped"}
    before = completion_times(folder)
    figures = summary_numbers(folder)["scenes"]
    # nothing to do: no worker is started, and the summary says what it said before
    again = batch(model, scenes, folder)
    assert set(statuses(again).values()) == {"skipped"}
    assert completion_times(folder) == before
    assert [e["classes"] for e in summary_numbers(folder)["scenes"]] == [
        e["classes"] for e in figures
    ]
    # another scene under the same name, a map that is gone, one that was cut off
    write_geotiff(scenes[0], make_cube(17))
    (folder / "scene001_map.tif").unlink()
    (folder / "scene002_map.tif").write_bytes(b"half a map")
    found = statuses(batch(model, scenes, folder))
    assert found == {
        "scene000": "mapped", "scene001": "mapped", "scene002": "mapped", "scene003": "skipped",
    }  # fmt: skip
    # more is wanted than is there
    found = statuses(batch(model, scenes[3:], folder, confidence=True))
    assert found == {"scene003": "mapped"}
    assert (folder / "scene003_confidence.tif").is_file()
    # another setting, another model, and on purpose
    assert statuses(batch(model, scenes[:1], folder, rgb_bands="5,3,1")) == {"scene000": "mapped"}
    other = train(stripes, tmp_path / "svm.safetensors", method="svm")
    assert statuses(batch(other, scenes[:1], folder)) == {"scene000": "mapped"}
    assert statuses(batch(other, scenes[:1], folder)) == {"scene000": "skipped"}
    assert statuses(batch(other, scenes[:1], folder, overwrite=True)) == {"scene000": "mapped"}


@pytest.fixture
def troubled(tmp_path: Path) -> Path:
    """Twenty good scenes and five that cannot be mapped, each for another reason."""
    folder = tmp_path / "scenes"
    write_scenes(folder, 20)
    intact = bytearray((folder / "scene000.tif").read_bytes())
    middle = len(intact) // 2
    intact[middle : middle + 4000] = bytes(4000)
    (folder / "corrupted.tif").write_bytes(intact)
    empty = make_cube(1)
    write_geotiff(folder / "empty.tif", replace(empty, truth=np.zeros_like(empty.truth)))
    visible = make_cube(2)
    wrong = Cube(
        visible.reflectance[:7], visible.truth, visible.wavelengths[:7], visible.widths[:7]
    )
    write_geotiff(folder / "wrong_sensor.tif", wrong)
    (folder / "unreadable.tif").write_text("this is no raster")
    shutil.copy(folder / "scene001.tif", folder / "locked.tif")
    return folder


def test_five_damaged_scenes_do_not_stop_twenty_intact_ones(
    model: Path, troubled: Path, tmp_path: Path
) -> None:
    maps = tmp_path / "maps"
    maps.mkdir()
    lock = PathLock(maps / "locked_map.tif")  # another job is writing it
    done = shell(
        "batch", "--model", model, "--images", *sorted(troubled.iterdir()), "--output-folder", maps,
        "--workers", 2,
    )  # fmt: skip
    lock.release()
    assert done.returncode == protocol.EXIT_USER_ERROR, done.stderr
    assert len(list(maps.glob("scene*_map.tif"))) == 20
    assert len(list(maps.glob("*.tif"))) == 20
    table = rows(maps)
    reasons = {name: row["reason"] for name, row in table.items() if row["status"] == "failed"}
    assert reasons == {
        "corrupted": "scene.unreadable",
        "empty": "scene.empty",
        "wrong_sensor": "model.other_range",
        "unreadable": "scene.unreadable",
        "locked": "output.busy",
    }
    messages = [table[name]["message"] for name in reasons]
    assert len(set(messages)) == 5
    assert "read completely" in table["corrupted"]["message"]
    for message in messages:
        assert message in " ".join(done.stderr.split())
    page = (maps / "summary.html").read_text(encoding="utf-8")
    assert page.count("data:image/png") == 20
    assert "output.busy" in page
    assert "Traceback" not in done.stderr
    assert_no_leftovers(maps)


@pytest.mark.slow
def test_a_batch_that_cannot_start_reports_the_reason(
    model: Path, stripes: Stripes, tmp_path: Path
) -> None:
    (scene,) = write_scenes(tmp_path / "scenes", 1)
    (tmp_path / "file").write_text("no folder")
    for code, given in (
        ("model.unreadable", {"model": scene}),
        ("batch.no_scenes", {"images": [str(tmp_path / "none*.tif")]}),
        ("output.not_writable", {"output_folder": tmp_path / "file"}),
        ("cluster.unreachable", {"scheduler": "tcp://127.0.0.1:1"}),
        ("cluster.missing_certificates", {"scheduler": "tls://127.0.0.1:1"}),
        ("job.invalid", {"scheduler": "127.0.0.1:8786"}),
        ("job.invalid", {"dashboard": "here"}),
    ):
        options = {"model": model, "images": [str(scene)], "output_folder": tmp_path / "maps"}
        outcome = run("batch", **options | given)
        assert outcome.failure.code == code
        assert outcome.failure.hint
    assert snapshot(tmp_path / "maps") == {}


def test_the_dashboard_is_local_and_only_on_request(model: Path, tmp_path: Path) -> None:
    scenes = write_scenes(tmp_path / "scenes", 1)
    options = {"overwrite": True, "workers": 1}
    quiet = batch(model, scenes, tmp_path / "maps", **options)
    assert not [e for e in quiet.events if "Dashboard" in getattr(e, "message", "")]
    served = batch(model, scenes, tmp_path / "maps", dashboard=":0", **options)
    (link,) = [e.message for e in served.events if "Dashboard" in getattr(e, "message", "")]
    assert link.startswith("Dashboard: http://127.0.0.1:")


def test_a_pattern_expanded_by_the_shell_is_accepted(model: Path, tmp_path: Path) -> None:
    scenes = write_scenes(tmp_path / "scenes", 2)
    command = ["--images", *scenes, "--model", model, "--output-folder", tmp_path / "maps"]
    done = shell("batch", *command, "--workers", 1)
    assert done.returncode == protocol.EXIT_DONE, done.stderr
    assert f"summary: {tmp_path / 'maps' / 'summary.html'}" in done.stdout
    assert len(rows(tmp_path / "maps")) == 2
    assert "GEODIFFNET_THREADS" not in clean_environment()
