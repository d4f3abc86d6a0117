"""Where training samples allow no estimate of the accuracy, no output contains a number for it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from backend_support import run
from conftest import Stripes

from backend.common import protocol
from tests.fixtures.cubes import CLASSES, label_boxes, write_labels

pytestmark = pytest.mark.backend


@pytest.fixture(autouse=True)
def small_forest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.classifiers.classic.TREES", 10)


#: Which of the nine polygons are used (three of each class in a row), and the message.
DRAWN = {
    "every class once": ([0, 3, 6], "two polygons of each class"),
    "the last class once": ([0, 1, 3, 4, 6], f"drawn in one location only: {CLASSES[2]}"),
}


def some_polygons(stripes: Stripes, path: Path, chosen: list[int]) -> Path:
    """A label layer with some of the nine polygons."""
    boxes, names = label_boxes(stripes.cube)
    return write_labels(path, stripes.cube, [boxes[i] for i in chosen], [names[i] for i in chosen])


@pytest.mark.parametrize("kind", DRAWN)
@pytest.mark.parametrize("method", ["rf", "lda"])
def test_a_class_of_one_polygon_leaves_the_accuracy_unknown(
    kind: str, method: str, stripes: Stripes, tmp_path: Path
) -> None:
    chosen, message = DRAWN[kind]
    labels = some_polygons(stripes, tmp_path / "few.gpkg", chosen)
    report = tmp_path / "report.html"
    asked = stripes.job_settings(tmp_path / "map.tif", labels=str(labels), method=method)
    outcome = run("classify", **asked, report=str(report))
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    figures = outcome.result.figures
    for name in ("overall_accuracy", "average_accuracy", "kappa"):
        assert figures[name] is None
    assert any(message in text for text in outcome.warnings)
    logged = " ".join(str(event) for event in outcome.events)
    assert "Accuracy by" not in logged
    assert "Recall per class" not in logged
    numbers = json.loads(report.with_suffix(".json").read_text())
    assert message in numbers["accuracy_unknown"]
    assert "cross_validation" not in numbers
    page = report.read_text()
    assert message in page
    assert ">unknown<" in page
    assert "overall accuracy 100" not in page


@pytest.mark.parametrize("kind", DRAWN)
def test_no_method_is_recommended_where_accuracies_are_unknown(
    kind: str, stripes: Stripes, tmp_path: Path
) -> None:
    chosen, message = DRAWN[kind]
    labels = some_polygons(stripes, tmp_path / "few.gpkg", chosen)
    report = tmp_path / "report.html"
    outcome = run(
        "compare",
        image=str(stripes.scene),
        labels=str(labels),
        class_field="class",
        methods="lda,rf",
        report=str(report),
    )
    figures = outcome.result.figures
    assert message in figures["accuracy_unknown"]
    for name in ("best_method", "highest_method", "overall_accuracy", "average_accuracy", "kappa"):
        assert figures[name] is None
    assert [item["name"] for item in figures["methods"]] == ["lda", "rf"]
    assert all(item["overall_accuracy"] is None for item in figures["methods"])
    numbers = json.loads(report.with_suffix(".json").read_text())
    assert message in numbers["accuracy_unknown"]
    assert not any("accuracy" in name for item in numbers["candidates"] for name in item)
    page = report.read_text()
    assert message in page
    assert ">unknown<" in page
    assert "Maps of all methods" in page
    for absent in (
        "Confusion matrix",
        "average accuracy",
        "Accuracy of the methods",
        "Accuracy of each",
    ):
        assert absent not in page


def test_two_polygons_of_each_class_allow_an_estimate(stripes: Stripes, tmp_path: Path) -> None:
    labels = some_polygons(stripes, tmp_path / "two.gpkg", [0, 1, 3, 4, 6, 7])
    report = tmp_path / "report.html"
    asked = stripes.job_settings(tmp_path / "map.tif", labels=str(labels), method="lda")
    outcome = run("classify", **asked, report=str(report))
    assert outcome.result.figures["overall_accuracy"] > 0.9
    numbers = json.loads(report.with_suffix(".json").read_text())
    assert "accuracy_unknown" not in numbers
    assert numbers["cross_validation"]["overall_accuracy"] == pytest.approx(
        outcome.result.figures["overall_accuracy"]
    )


def test_an_estimate_from_few_polygons_says_so_and_what_to_draw(
    stripes: Stripes, tmp_path: Path
) -> None:
    """The nine polygons are three of each class."""
    report = tmp_path / "report.html"
    asked = stripes.job_settings(tmp_path / "map.tif", method="lda")
    outcome = run("classify", **asked, report=str(report))
    (note,) = outcome.result.figures["accuracy_notes"]
    assert note.startswith(f"Few polygons of {CLASSES[0]} (3), ")
    assert note in outcome.warnings
    assert outcome.result.figures["few_polygons"] == dict.fromkeys(CLASSES, 3)
    numbers = json.loads(report.with_suffix(".json").read_text())
    assert numbers["cross_validation"]["notes"] == [note]
    page = report.read_text()
    # in the summary and beside the accuracy of each class
    assert page.count(note) == 2
