"""The comparison report: which method is recommended, and what is not significant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from reports_support import NASTY, Page, small_classification

from backend.metrics.candidates import Candidate
from backend.reports.classification_report import Classification
from backend.reports.comparison_report import Comparison, comparison_report
from backend.reports.content import Report
from backend.reports.report import render

pytestmark = pytest.mark.backend


@pytest.fixture
def classified(tmp_path: Path) -> Classification:
    return small_classification(tmp_path)


def compared(classified: Classification, skills: dict[str, float]) -> Report:
    rng = np.random.default_rng(4)
    scored = classified.scored
    candidates = []
    for name, skill in skills.items():
        # all pixels of a polygon are correct or none is
        correct = (rng.random(30) < skill)[scored.groups]
        predicted = np.where(correct, scored.truth, (scored.truth + 1) % 3)
        probabilities = np.full((len(predicted), 3), 0.1)
        probabilities[np.arange(len(predicted)), predicted] = 0.8
        candidates.append(Candidate(name, replace(scored, probabilities=probabilities), name))
    return comparison_report(Comparison("Comparison", "scene.tif", classified.classes, candidates))


def test_a_significantly_better_method_is_recommended(classified: Classification) -> None:
    report = compared(classified, {"poor": 0.3, "good": 0.97, "fair": 0.5})
    assert report.summary[0].startswith("Good has the highest accuracy")
    assert "significantly higher than that of every other method" in report.summary[1]
    assert report.numbers["best"] == "good"


def test_methods_that_are_not_significantly_different_are_named(classified: Classification) -> None:
    report = compared(classified, {"one": 0.7, "other": 0.7, "poor": 0.1})
    assert "Not significantly different from" in report.summary[1]
    assert "poor" not in report.summary[1]


def test_the_page_is_complete_and_safe(classified: Classification) -> None:
    page = Page(render(compared(classified, {NASTY: 0.9, "other": 0.6})))
    assert page.open == []
    assert "script" not in page.tags
    assert NASTY in page.text


def test_notes_on_the_folds_follow_the_recommendation(classified: Classification) -> None:
    report = compared(classified, {"good": 0.97, "poor": 0.3})
    assert report.summary[-1] == "A note on folds."
