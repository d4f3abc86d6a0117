"""The classification report: summary, sections and confusion matrix."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from reports_support import Page, small_classification

from backend.metrics.accuracy import AccuracyMetrics
from backend.reports import sections
from backend.reports.classification_report import Classification, classification_report
from backend.reports.content import Matrix, Paragraph
from backend.reports.report import render

pytestmark = pytest.mark.backend


@pytest.fixture
def classified(tmp_path: Path) -> Classification:
    return small_classification(tmp_path)


def test_the_summary_has_the_accuracy_and_the_least_accurate_class(
    classified: Classification,
) -> None:
    first = classification_report(classified).summary[0]
    assert re.match(
        r"Overall accuracy \d+\W% \(95 % interval \d+–\d+\W%, cross-validated, grouped by polygon",
        first,
    )
    assert "Least accurate class: water" in first


def test_the_least_accurate_class_is_named_with_its_main_confusion() -> None:
    metrics = AccuracyMetrics.from_confusion(np.array([[50, 0, 5], [1, 60, 0], [9, 2, 20]]))
    sentence = sections.least_accurate_class(metrics, ["forest", "road", "water"])
    assert sentence == ("Least accurate class: water (F1 0.71), most often confused with forest.")


def test_no_class_is_named_where_all_are_correct() -> None:
    metrics = AccuracyMetrics.from_confusion(np.diag([5, 5]))
    assert sections.least_accurate_class(metrics, ["a", "b"]) == ""


def test_the_confusion_matrix_has_the_reference_in_its_rows(classified: Classification) -> None:
    report = classification_report(classified)
    (section,) = [entry for entry in report.sections if entry.title == "Confusion matrix"]
    (matrix,) = section.blocks
    assert isinstance(matrix, Matrix)
    confusion = np.array(report.numbers["cross_validation"]["confusion_matrix"])
    assert confusion.sum(axis=1).tolist() == [80, 80, 80]
    assert [total for total, _ in matrix.row_totals] == ["80", "80", "80"]
    recall = [f"{confusion[i, i] / 80 * 100:.0f}\u202f%" for i in range(3)]
    assert [accuracy for _, accuracy in matrix.row_totals] == recall
    assert np.sum(matrix.shares, axis=1) == pytest.approx([1, 1, 1])
    text = Page(render(report)).text
    assert re.search(r"reference\s*forest\s*road\s*water\s*total\s*producer’s", text)


def test_overconfidence_is_reported(classified: Classification) -> None:
    probabilities = np.full((240, 3), 0.01)
    probabilities[np.arange(240), classified.scored.predicted] = 0.98
    scored = replace(classified.scored, probabilities=probabilities)
    overconfident = classification_report(replace(classified, scored=scored))
    assert "The map is overconfident" in " ".join(overconfident.summary)
    assert "overconfident" not in " ".join(classification_report(classified).summary)


def test_the_share_outside_the_area_of_applicability_is_reported(
    classified: Classification,
) -> None:
    summary = " ".join(classification_report(classified).summary)
    assert "12\u202f% of the scene lies outside the area of applicability" in summary


def test_a_table_too_wide_for_a_phone_scrolls_by_itself(classified: Classification) -> None:
    page = Page(render(classification_report(classified)))
    assert "table" in page.tags
    assert page.loose_tables == 0


def test_notes_are_shown(classified: Classification) -> None:
    text = Page(render(classification_report(classified))).text
    assert "One pixel was left out." in text
    assert "A note on folds." in text


def test_a_report_without_validation_says_that_the_accuracy_is_unknown(
    classified: Classification,
) -> None:
    report = classification_report(replace(classified, scored=None, map=None, confidence=None))
    assert "could not be estimated" in report.summary[0]
    assert "cross_validation" not in report.numbers
    assert Page(render(report)).open == []


def test_the_text_for_a_methods_section(classified: Classification) -> None:
    section = next(
        section
        for section in classification_report(classified).sections
        if section.title == "Text for a methods section"
    )
    (block,) = section.blocks
    assert isinstance(block, Paragraph)
    assert "5-fold cross-validation" in block.text
    assert "240 pixels in 30 labelled polygons of 3 classes" in block.text
