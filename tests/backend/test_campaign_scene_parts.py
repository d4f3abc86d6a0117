"""A large scene is shared among the workers, and comes out as if one had mapped it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
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
from rasterio.windows import Window

from backend.campaign.scene_parts import PartWriter, join_parts
from backend.common import protocol
from backend.core.reporter import Reporter
from backend.mapping.map_statistics import MapStatistics
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


class Collected:
    """Takes the blocks that are joined."""

    def __init__(self) -> None:
        self.blocks: list[tuple[Window, np.ndarray, np.ndarray, np.ndarray | None]] = []

    def write(
        self,
        window: Window,
        probabilities: np.ndarray,
        valid: np.ndarray,
        dissimilarity: np.ndarray | None = None,
    ) -> None:
        """Keep a block."""
        self.blocks.append((window, probabilities, valid, dissimilarity))


@pytest.mark.parametrize("with_dissimilarity", [True, False])
def test_joined_parts_have_the_blocks_and_the_statistics_of_the_whole(
    with_dissimilarity: bool, tmp_path: Path
) -> None:
    rng = np.random.default_rng(0)
    expected, whole = Collected(), MapStatistics(np.zeros(3, np.int64))
    folders = [tmp_path / str(number) for number in range(12)]  # sorted as text, 10 is before 2
    for number, folder in enumerate(folders):
        own = MapStatistics(np.zeros(3, np.int64))
        with PartWriter(folder) as writer:
            for left in range(0, 5 * (number % 3), 5):
                valid = rng.uniform(size=(4, 5)) > 0.3
                scores = rng.uniform(size=(int(valid.sum()), 3)).astype(np.float32)
                known = rng.uniform(size=len(scores)) > 0.5
                distance = rng.uniform(0, 2, len(scores)) if with_dissimilarity else None
                block = (Window(left, number, 5, 4), scores, valid, distance)
                for target in (writer, expected):
                    target.write(*block)
                for statistics in (own, whole):
                    statistics.add(scores, distance, known)
            writer.finish(own)
    joined = Collected()
    found = join_parts(folders, joined, 3, Reporter(lambda event: None))  # type: ignore[arg-type]
    assert [block[0] for block in joined.blocks] == [block[0] for block in expected.blocks]
    for one, other in zip(joined.blocks, expected.blocks, strict=True):
        for values, wanted in zip(one[1:], other[1:], strict=True):
            assert np.array_equal(values, wanted)
    assert found.counts.tolist() == whole.counts.tolist()
    assert found.confidence_count == whole.confidence_count < whole.counts.sum()
    assert found.mean_confidence == pytest.approx(whole.mean_confidence)
    assert found.outside_count == whole.outside_count
    assert (found.outside is not None) == with_dissimilarity
