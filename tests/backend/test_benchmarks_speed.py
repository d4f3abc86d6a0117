"""The scenes that the speed benchmark makes, and the shares that it computes."""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pytest
import rasterio

from backend.sample_scene import write_sample
from backend.scene.raster import Scene
from benchmarks.speed.__main__ import CHANGED, change_labels, measure_scene, shares
from benchmarks.speed.scenes import LAYOUTS, MeasuredScene, SceneKind, write_scene

pytestmark = pytest.mark.backend


@pytest.mark.parametrize("layout", LAYOUTS)
def test_scenes_have_the_wanted_size_bands_and_layout(tmp_path: Path, layout: str) -> None:
    sample = write_sample(tmp_path / "sample", size=64)
    kind = SceneKind(0.01, 224, layout)
    write_scene(tmp_path / kind.name, sample, kind)
    with rasterio.open(tmp_path / kind.name) as scene, rasterio.open(sample.scene) as source:
        assert (scene.count, scene.height, scene.width) == (224, 100, 100)
        assert scene.profile["tiled"] == (layout == "tiled")
        assert scene.transform == source.transform
        assert np.array_equal(scene.read(1)[:64, :64], source.read(1))
        assert np.array_equal(scene.read(224)[:64, :64], source.read(120))
    with Scene(tmp_path / kind.name) as opened:
        assert 190 < opened.band_count < 224


def test_changed_labels_lack_some_polygons(tmp_path: Path) -> None:
    import pyogrio

    sample = write_sample(tmp_path / "sample", size=64)
    change_labels(sample.labels, tmp_path / "changed.gpkg")
    before, after = (
        pyogrio.read_info(path)["features"] for path in (sample.labels, tmp_path / "changed.gpkg")
    )
    assert after == before - -(-before // 7)


def test_shares_are_those_of_the_rates_of_the_machine() -> None:
    row = {
        "megapixels": 2.0,
        "stages": {"mapping": {"cpu": 4.0}},
        "work": {"flop_per_pixel": 1e5, "bytes_per_pixel": 1e3},
    }
    found = shares(row, {"gflop_per_s": 100.0, "gb_per_s": 10.0})
    assert found["gflop_per_megapixel"] == pytest.approx(100)
    assert found["matrix_share"] == pytest.approx(0.5)
    assert found["copy_share"] == pytest.approx(0.05)


def test_a_scene_that_was_written_before_is_measured_as_it_is(tmp_path: Path) -> None:
    sample = write_sample(tmp_path / "sample", size=64)
    scene = MeasuredScene.of(sample.scene, "as given")
    assert (scene.bands, scene.megapixels) == (120, pytest.approx(64**2 / 1e6))
    options = argparse.Namespace(methods=["lda"], threads=[1], states=["cold", "changed"])
    change_labels(sample.labels, tmp_path / CHANGED)
    rows = list(measure_scene(tmp_path, scene, sample.labels, options))
    assert [row["state"] for row in rows] == ["cold", "changed"]
    for row in rows:
        assert row["stages"]["mapping"]["cpu"] > 0
        assert row["work"]["flop_per_pixel"] > 0
        assert row["wall"] >= max(stage["wall"] for stage in row["stages"].values())
    assert sample.scene.exists()
