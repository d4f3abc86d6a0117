"""The polygons that the benchmark of the live map draws, and what it reports."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine

from benchmarks.live.polygons import SIDE, Polygon, draw_polygons
from benchmarks.live.report import report, report_soak
from benchmarks.live.scenes import LabelledScene, load_scene

pytestmark = pytest.mark.backend

PLACE = Affine(2, 0, 500, 0, -2, 900)
CLASSES = {2: "common", 5: "rare", 7: "wide"}


@pytest.fixture
def scene(tmp_path: Path) -> LabelledScene:
    """A scene of three classes, one of which has room for two squares only."""
    truth = np.full((60, 80), 2, np.uint8)
    truth[:, 40:] = 7
    truth[2:9, 2:5] = 5
    truth[30, 30] = 0
    profile = {"driver": "GTiff", "width": 80, "height": 60, "count": 1, "dtype": "uint8"}
    with rasterio.open(tmp_path / "truth.tif", "w", **profile, transform=PLACE) as raster:
        raster.write(truth, 1)
    return LabelledScene("generated", tmp_path, CLASSES)


def pixels(polygons: list[Polygon]) -> list[tuple[int, int, str]]:
    """Row, column and class of each pixel of some polygons."""
    found = []
    for name, outline in polygons:
        left, bottom, right, top = shapely.from_wkt(outline).bounds
        column, row = (round(number) for number in ~PLACE @ (left, top))
        assert (right - left, top - bottom) == (2 * SIDE, 2 * SIDE)
        found += [(row + i, column + j, name) for i in range(SIDE) for j in range(SIDE)]
    return found


def test_polygons_lie_in_their_class_and_none_overlap(scene: LabelledScene) -> None:
    first, edits = draw_polygons(scene, 60, 15, 24, seed=0)
    assert (len(first), len(edits)) == (60, 15)
    found = pixels(first + edits)
    assert len({(row, column) for row, column, _ in found}) == 75 * SIDE**2
    with rasterio.open(scene.truth) as raster:
        truth = raster.read(1)
    assert all(scene.classes[truth[row, column]] == name for row, column, name in found)
    rows, columns, _ = zip(*pixels(edits), strict=True)
    assert min(rows) >= 20
    assert max(rows) < 40
    assert min(columns) >= 30
    assert max(columns) < 50


def test_classes_take_turns_until_they_have_no_more_squares(scene: LabelledScene) -> None:
    first, _ = draw_polygons(scene, 9, 0, 24, seed=1)
    names = [name for name, _ in first]
    assert names[:3] == ["common", "rare", "wide"]
    assert 1 <= names.count("rare") <= 2
    assert abs(names.count("common") - names.count("wide")) <= 1
    assert first != draw_polygons(scene, 9, 0, 24, seed=2)[0]
    assert first == draw_polygons(scene, 9, 0, 24, seed=1)[0]


def test_more_polygons_than_fit_are_refused(scene: LabelledScene) -> None:
    with pytest.raises(ValueError, match="1000 are needed"):
        draw_polygons(scene, 1000, 0, 24, seed=0)


def test_the_sample_scene_has_room_for_as_many_polygons_as_are_measured(tmp_path: Path) -> None:
    sample = load_scene("sample", tmp_path, tmp_path)
    first, edits = draw_polygons(sample, 300, 30, 256, seed=300)
    assert len({outline for _, outline in first + edits}) == 330
    assert {name for name, _ in first} == set(sample.classes.values())
    first, edits = draw_polygons(sample, 1, 2, 256, seed=1)
    assert [name for name, _ in first + edits] == ["field", "water", "road"]


def test_an_unknown_scene_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="sample, large and houston"):
        load_scene("nowhere", tmp_path, tmp_path)
    with pytest.raises(SystemExit, match="--data"):
        load_scene("houston", tmp_path, tmp_path / "absent")


def test_the_summary_has_the_stages_that_were_reached() -> None:
    parts = dict.fromkeys(("settle", "export", "send", "worker", "layer", "repaint"), 0.01)
    edits = [{"first": 0.1 * number, "first_cpu": 0.05, **parts} for number in range(1, 31)]
    edits[0] |= {"refined": 2.0, "refined_cpu": 1.0, "validated": 3.0, "validated_cpu": 1.5}
    memory = {"at first": {"backend": 500.0, "qgis": 400.0}}
    view = {"name": "whole", "step": 1, "pixels": 200, "same": 199}
    found = report(
        "sample", 24,
        {"edits": edits, "blocks": [(0.04, 0.01), (0.03, 0.02)], "control": [],
         "status": "", "start": 3.0, "memory": memory, "whole": 1.2, "views": [view]},
    )  # fmt: skip
    assert found["block_s"] == {"longest": 0.04, "cpu": 0.02}
    assert found["block_without_panel_s"] == {"longest": 0.0, "cpu": 0.0}
    assert found["first_s"] == {"median": 1.55, "p95": 2.9}
    assert found["refined_s"] == {"median": 2.0, "p95": 2.0}
    assert found["validated_s"] == {"median": 3.0, "p95": 3.0}
    assert "coarse_s" not in found
    assert found["views"] == [{"name": "whole", "step": 1, "pixels": 200, "equal": 0.995}]


def test_lost_edits_and_the_end_of_qgis_are_reported(capsys: pytest.CaptureFixture[str]) -> None:
    memory = {moment: {"backend": 600.0, "qgis": 500.0} for moment in ("at first", "at the end")}
    end = {"at_end": 1, "seconds": 0.3}
    found = report_soak(
        {"edits": 500, "lost": [17], "seconds": [0.2, 0.4, 0.3], "kinds": {"draw": 250},
         "memory": memory, "project": [12, 12], "ends": {"killed while computing": end},
         "killed": {"after": 250, "seconds": 3.14159, "cpu": 2.5, "messages": ["It stopped."]}},
    )  # fmt: skip
    assert found["lost"] == 1
    assert found["first_s"]["median"] == 0.3
    assert found["after_kill_s"] == {"seconds": 3.14, "cpu": 2.5}
    assert found["ends"] == {"killed while computing": end}
    printed = capsys.readouterr().out
    assert "1 lost [17]" in printed
    assert "all ended after 0.3 s" in printed
