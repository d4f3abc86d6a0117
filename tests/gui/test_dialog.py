"""The dialog of the algorithm Classify: run it, and find the map in the project."""

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
    """The results of a classification of the sample by the real backend."""
    work = tmp_path_factory.mktemp("gui")
    confidence = {"CONFIDENCE": str(work / "Confidence.tif")}
    observed = drive_qgis(work / "qgis", sample, work / "pictures", outputs=confidence)
    return observed | {"pictures": work / "pictures"}


def test_the_dialog_runs_the_algorithm(seen):
    assert "GeoDiffNet-F" in seen["title"]
    assert seen["ok"], seen["log"]
    assert "Execution completed" in seen["log"]
    for figure in ("OVERALL_ACCURACY", "AVERAGE_ACCURACY", "KAPPA"):
        assert 0.3 < seen["results"][figure] <= 1


def test_the_map_is_loaded_above_the_scene(seen):
    assert seen["layers"].index("Confidence") == seen["layers"].index("Class map") + 1
    assert seen["layers"].index("Confidence") < seen["layers"].index("Sample scene")
    assert set(seen["layers"]) == {"Class map", "Confidence", "Training polygons", "Sample scene"}
    assert set(seen["layers"]) - set(seen["shown"]) == {"Confidence"}
    assert Path(seen["path"]).suffix == ".tif"


def test_the_report_is_written_by_default(seen):
    report = Path(seen["results"]["REPORT"])
    assert report.suffix == ".html"
    assert "processing_" in str(report)
    assert "Confusion matrix" in report.read_text(encoding="utf-8")


def test_the_dialog_follows_the_chosen_layer_and_has_sections(seen):
    assert seen["dialog"]["fields"] == ["class", "species", "class"]
    assert any(text.startswith("notes") for text in seen["dialog"]["offered"])
    assert sorted(seen["dialog"]["sections"]) == [
        "<b>Bands and excluded pixels</b>", "<b>Classifier</b>", "<b>Computation</b>",
        "<b>Diffusion features</b>", "<b>Labelled pixels</b>",
        "<b>Training data (at least one of these)</b>",
    ]  # fmt: skip
    labels = seen["dialog"]["labels"]
    assert "Training samples" in labels
    assert not [text for text in labels if text.startswith(("Training", "Class field", "Label "))
                and "[optional]" in text]  # fmt: skip


def test_the_legend_has_the_names_and_colours_of_the_training_layer(seen):
    assert seen["legend"]["expanded"]
    assert seen["legend"]["entries"] == {
        name.capitalize(): colour for name, colour in seen["colours"].items()
    }


def test_qgis_stays_responsive_and_free_of_heavy_modules(seen):
    assert seen["longest_stall"] < 2
    assert not seen["torch"]
    assert seen["unloaded"]


def test_the_log_lists_the_bands_and_the_log_file(seen):
    assert "bands used" in seen["log"]
    assert "Log of the backend: " in seen["log"]
    assert "Traceback" not in seen["log"]


@pytest.mark.parametrize("name", ["classify-dialog.png", "classify-result.png"])
def test_screenshots_are_written(seen, name):
    head = (seen["pictures"] / name).read_bytes()[:24]
    width, height = struct.unpack(">II", head[16:24])
    assert head.startswith(b"\x89PNG")
    assert width > 800
    assert height > 500


def test_cancelling_leaves_no_layer_and_no_file(sample, tmp_path):
    slow = {"GEODIFFNET_PYTHON": str(FAKE_WORKER), "GEODIFFNET_FAKE": "slow"}
    output = tmp_path / "out" / "map.tif"
    output.parent.mkdir()
    observed = drive_qgis(
        tmp_path / "qgis",
        sample,
        tmp_path / "pictures",
        slow,
        outputs={"OUTPUT": str(output)},
        cancel=True,
    )
    assert "Cancelled; nothing was written." in observed["log"]
    assert "not correctly generated" not in observed["log"]
    assert observed["layers"] == ["Training polygons", "Sample scene"]
    assert list(output.parent.iterdir()) == []
