"""The report of tried features: whole, safe, and true about the default."""

from __future__ import annotations

from html import unescape

import numpy as np
import pytest
from test_report import NASTY, Page

from backend.labels.classes import make_classes
from backend.reports.candidates import Candidate
from backend.reports.classification_report import ScoredPixels
from backend.reports.content import Report
from backend.reports.report import numbers_as_json, render
from backend.reports.tuning_report import (
    ConfirmedSetting,
    FeaturePreview,
    FeatureSearch,
    TriedSetting,
    tuning_report,
)

pytestmark = pytest.mark.backend

CLASSES = make_classes(["one", "two"], numeric=False)
SHAPES, PIXELS = 30, 4


def candidate(name: str, wrong: range, detail: str = "") -> Candidate:
    """It takes some of the shapes for the other class."""
    groups = np.repeat(np.arange(SHAPES), PIXELS)
    truth = groups % 2
    said = np.where(np.isin(groups, list(wrong)), 1 - truth, truth)
    probabilities = np.full((len(truth), 2), 0.2)
    probabilities[np.arange(len(truth)), said] = 0.8
    return Candidate(name, ScoredPixels(truth, probabilities, groups, 5), detail)


def report(
    standard: range, composite: str = "rgb", denoised_block: int = 12, whole: range = range(3)
) -> Report:
    """Two blocks at two timesteps; block 8 at timestep 50 is the best, with three shapes wrong.

    With the whole method it takes the shapes of `whole` for others, and the default `standard`.
    """
    tried = [
        TriedSetting(
            block, timestep, composite, candidate(f"block {block}, t {timestep}", range(wrong))
        )
        for block, timestep, wrong in ((5, 0, 14), (5, 50, 12), (8, 0, 10), (8, 50, 3))
    ]
    valid = np.ones((6, 9), bool)
    valid[0] = False
    clusters = {(t, b): np.arange(54).reshape(6, 9) % 6 for t in (0, 50) for b in (5, 8)}
    feature_previews = [FeaturePreview(composite, np.full((3, 6, 9), 0.5), valid, clusters)]
    default = candidate("the default", standard, "all blocks")
    confirmed = ConfirmedSetting("geodiffnet-f", candidate("block 8, t 50", whole), default)
    return tuning_report(
        FeatureSearch(
            "Tried", "scene.tif", CLASSES, tried, candidate("the default", range(7)), confirmed,
            feature_previews, "The whole scene", denoised_block=denoised_block,
        )
    )  # fmt: skip


def test_the_best_setting_is_named_and_told_how_to_use() -> None:
    found = report(range(3))
    assert "block 8 at timestep 50 of rgb does best in a small ensemble" in found.summary[0]
    best = found.numbers["best"]
    assert (best["block"], best["timestep"], best["composite"]) == (8, 50, "rgb")
    page = render(found)
    assert "denoised" not in page
    assert "--blocks 8 --timesteps 50 --composites rgb" in page
    # one frame, around the best of the grid
    assert page.count('class="best"') == 1


def test_the_number_of_the_denoised_picture_is_explained() -> None:
    assert "Block 8 is the scene's picture" in unescape(render(report(range(3), denoised_block=8)))


@pytest.mark.parametrize(
    ("standard", "told"),
    [
        (range(3), "keep the default"),  # the same
        (range(10, 14), "which the labels cannot tell apart: keep the default"),
        (range(0), "points more: keep the default"),
        (range(15), "points less: classify with these settings"),
    ],
)
def test_the_default_is_kept_unless_a_setting_is_better(standard: range, told: str) -> None:
    assert any(told in sentence for sentence in report(standard).summary)


def test_the_page_is_whole_and_safe_and_its_numbers_are_json() -> None:
    found = report(range(3), NASTY)
    page = Page(render(found))
    assert page.open == []
    assert "script" not in page.tags
    assert NASTY in page.text
    assert all(reference.startswith("data:") for reference in page.references)
    assert numbers_as_json(found).count('"block": ') == 5


def test_what_a_small_ensemble_exaggerates_is_not_claimed() -> None:
    # alone, the best setting has three shapes wrong, and the default seven
    found = report(range(2), whole=range(14))
    assert any("points more: keep the default" in sentence for sentence in found.summary)
    assert found.numbers["confirmed"]["best"]["average_accuracy"] == pytest.approx(16 / 30)
    assert found.numbers["confirmed"]["method"] == "geodiffnet-f"
