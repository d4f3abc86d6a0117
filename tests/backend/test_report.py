"""Report pages: complete, self-contained and safe HTML with their numbers beside them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from defusedxml import ElementTree
from reports_support import NASTY, Page, small_classification

from backend.files.pending_files import PendingFiles
from backend.labels.classes import make_classes
from backend.reports.classification_report import Classification, classification_report
from backend.reports.content import Report, Section, Table
from backend.reports.report import breakable, json_value, render, write_report

pytestmark = pytest.mark.backend


@pytest.fixture
def classified(tmp_path: Path) -> Classification:
    return small_classification(tmp_path)


def test_the_page_is_self_contained_and_runs_no_code(classified: Classification) -> None:
    page = Page(render(classification_report(classified)))
    assert page.open == []
    assert all(reference.startswith("data:") for reference in page.references)
    assert not {"script", "iframe", "object", "form"} & set(page.tags)
    text = render(classification_report(classified))
    assert not re.search(r"https?://", text)
    assert "url(" not in text


def test_the_page_is_small(classified: Classification) -> None:
    assert len(render(classification_report(classified))) < 300_000


def test_charts_are_well_formed(classified: Classification) -> None:
    drawings = re.findall(r"<svg.*?</svg>", render(classification_report(classified)), re.S)
    assert len(drawings) >= 7
    for drawing in drawings:
        root = ElementTree.fromstring(drawing)
        width, height = (float(side) for side in root.get("viewBox", "").split()[2:])
        for text in root.iter("text"):
            assert 0 <= float(text.get("x", "-1")) <= width
            assert 0 <= float(text.get("y", "-1")) <= height


def test_text_from_data_cannot_become_markup(classified: Classification) -> None:
    classes = make_classes([NASTY, "road", "water"], False)
    hostile = replace(
        classified,
        title=NASTY,
        image=NASTY,
        method=NASTY,
        classes=classes,
        notes=(NASTY,),
        read={NASTY: NASTY},
        settings={NASTY: NASTY},
        curves={NASTY: np.ones(3), "other": np.zeros(3)},
        method_sentence=NASTY,
    )
    page = Page(render(classification_report(hostile)))
    assert "script" not in page.tags
    assert page.open == []
    assert page.text.count(NASTY) >= 6


def test_the_numbers_are_written_beside_the_page_at_the_same_time(
    classified: Classification, tmp_path: Path
) -> None:
    target = tmp_path / "out.html"
    with PendingFiles() as files:
        write_report(classification_report(classified), target, files)
        assert not target.exists()
        assert not target.with_suffix(".json").exists()
        files.publish()
    assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    numbers = json.loads(target.with_suffix(".json").read_text(encoding="utf-8"))
    found = numbers["cross_validation"]
    assert np.sum(found["confusion_matrix"]) == 240
    low, high = found["intervals_95"]["overall"]
    assert low <= found["overall_accuracy"] <= high
    assert numbers["settings"]["output"] == "map.tif"


def test_nan_becomes_null_in_json() -> None:
    value = {"a": np.array([1.5, np.nan]), "b": np.float32(2), 3: (np.inf, Path("x"))}
    assert json_value(value) == {"a": [1.5, None], "b": 2.0, "3": [None, "x"]}


def test_long_words_can_break() -> None:
    assert breakable("short words stay whole") == "short words stay whole"
    assert "\u200b" in breakable("Grassland_extensively_used_2024")
    assert breakable("x" * 40).replace("\u200b", "") == "x" * 40


def test_a_report_with_a_single_table_is_a_page() -> None:
    report = Report("t", "s", [], [], [Section("a", [Table((), [("x", "y")], texts=True)])])
    assert Page(render(report)).open == []
