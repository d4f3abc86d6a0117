"""An analyst opens the dialog in QGIS, runs it, and finds the map in the project."""

import struct
from pathlib import Path

import pytest
from gui_support import ROOT, drive_qgis, make_sample

FAKE_WORKER = ROOT / "tests" / "qgis" / "fake_worker.py"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder, 96)
    return folder


@pytest.fixture(scope="module")
def seen(sample, tmp_path_factory):
    """What there was to see when the sample was classified by the real backend."""
    work = tmp_path_factory.mktemp("gui")
    confidence = {"CONFIDENCE": str(work / "Confidence.tif")}
    told = drive_qgis(work / "qgis", sample, work / "pictures", outputs=confidence)
    return told | {"pictures": work / "pictures"}


def test_the_dialog_runs_to_the_end(seen):
    assert "GeoDiffNet-F" in seen["title"]
    assert seen["ok"], seen["log"]
    assert "Execution completed" in seen["log"]
    for figure in ("OVERALL_ACCURACY", "AVERAGE_ACCURACY", "KAPPA"):
        assert 0.3 < seen["results"][figure] <= 1


def test_the_map_is_in_the_project_above_what_it_was_made_from(seen):
    assert set(seen["layers"]) == {"Class map", "Confidence", "Training polygons", "Sample scene"}
    assert seen["layers"].index("Class map") < seen["layers"].index("Sample scene")
    assert Path(seen["path"]).suffix == ".tif"


def test_names_and_colours_of_the_training_layer_are_in_the_layer_tree(seen):
    assert seen["legend"]["expanded"]
    assert seen["legend"]["entries"] == {
        name.capitalize(): colour for name, colour in seen["colours"].items()
    }


def test_qgis_stays_responsive_and_free_of_heavy_modules(seen):
    assert seen["longest_stall"] < 2
    assert not seen["torch"]
    assert seen["unloaded"]


def test_the_log_tells_what_was_read_and_where_more_is(seen):
    assert "bands used" in seen["log"]
    assert "Log of the backend: " in seen["log"]
    assert "Traceback" not in seen["log"]


@pytest.mark.parametrize("name", ["classify-dialog.png", "classify-result.png"])
def test_pictures_are_taken(seen, name):
    head = (seen["pictures"] / name).read_bytes()[:24]
    width, height = struct.unpack(">II", head[16:24])
    assert head.startswith(b"\x89PNG")
    assert width > 800
    assert height > 500


def test_the_cancel_button_leaves_no_layer(sample, tmp_path):
    slow = {"GEODIFFNET_PYTHON": str(FAKE_WORKER), "GEODIFFNET_FAKE": "slow"}
    output = tmp_path / "out" / "map.tif"
    output.parent.mkdir()
    told = drive_qgis(
        tmp_path / "qgis",
        sample,
        tmp_path / "pictures",
        slow,
        outputs={"OUTPUT": str(output)},
        cancel=True,
    )
    assert "Cancelled; nothing was written." in told["log"]
    assert "not correctly generated" not in told["log"]
    assert told["layers"] == ["Training polygons", "Sample scene"]
    assert list(output.parent.iterdir()) == []
