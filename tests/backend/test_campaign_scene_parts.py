"""A large scene is shared among the workers, and comes out as if one had mapped it."""

from __future__ import annotations

from pathlib import Path

import pytest
from backend_support import run
from batch_support import (
    assert_no_leftovers,
    batch,
    resize_cube,
    scene_results,
    statuses,
    summary_numbers,
    train,
    write_crashing_vrt,
)
from conftest import Stripes

from backend.common import protocol
from tests.fixtures.cubes import make_cube
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend

RASTERS = {"map": "output", "confidence": "confidence", "probabilities": "probabilities"}


@pytest.fixture
def model(stripes: Stripes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A forest that tells the stripes apart."""
    monkeypatch.setattr("backend.classifiers.classic.TREES", 10)
    return train(stripes, tmp_path / "rf.safetensors")


@pytest.mark.slow
def test_a_scene_of_many_blocks_is_mapped_in_parts(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scenes = tmp_path / "scenes"
    scenes.mkdir()
    tiles = {"blockxsize": 256, "blockysize": 256}
    large = write_geotiff(scenes / "large.tif", resize_cube(make_cube(1), 600, 560), **tiles)
    write_geotiff(scenes / "small.tif", make_cube(2))
    # one that goes bad while its parts are read
    maps, alone = tmp_path / "maps", tmp_path / "alone"
    monkeypatch.setenv("GDAL_VRT_ENABLE_PYTHON", "YES")
    bad = f"import os; assert not [n for n in os.listdir({str(maps)!r}) if n.endswith('.parts')]"
    plain = write_geotiff(tmp_path / "plain.tif", resize_cube(make_cube(3), 600, 560), **tiles)
    write_crashing_vrt(scenes / "damaged.vrt", plain, bad)
    options = {"confidence": True, "probabilities": True, "applicability": True}
    options |= {"allow_external": True}
    outcome = batch(model, [scenes], maps, workers=2, task_blocks=2, **options)
    assert statuses(outcome) == {"large": "mapped", "small": "mapped", "damaged": "failed"}
    assert scene_results(outcome)["damaged"]["code"] == "scene.unreadable"
    alone.mkdir()
    outputs = {setting: alone / f"{kind}.tif" for kind, setting in RASTERS.items()}
    outputs["applicability"] = alone / "applicability.tif"
    done = run("apply", model=model, image=large, **outputs)
    assert done.status == protocol.EXIT_DONE
    for kind in (*RASTERS, "applicability"):
        assert (maps / f"large_{kind}.tif").read_bytes() == (alone / f"{kind}.tif").read_bytes()
    (large_told,) = [entry for entry in summary_numbers(maps)["scenes"] if entry["name"] == "large"]
    assert large_told["classes"] == done.result.figures["classes"]
    assert large_told["mean_confidence"] == pytest.approx(done.result.figures["mean_confidence"])
    assert large_told["outside"] == pytest.approx(done.result.figures["outside"])
    assert_no_leftovers(maps)
    assert [path.name for path in maps.glob("damaged*")] == []
