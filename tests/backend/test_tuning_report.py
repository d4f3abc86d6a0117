"""The report of a feature search: complete, safe and correct about the default."""

from __future__ import annotations

from html import unescape

import numpy as np
import pytest
from reports_support import NASTY, Page

from backend.labels.classes import make_classes
from backend.metrics.candidates import Candidate
from backend.metrics.cross_validation import ScoredPixels
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
POLYGONS, PIXELS = 30, 4


def candidate(name: str, wrong: range, detail: str = "") -> Candidate:
    """A candidate that confuses the polygons in `wrong` with the other class."""
    groups = np.repeat(np.arange(POLYGONS), PIXELS)
    truth = groups % 2
    predicted = np.where(np.isin(groups, list(wrong)), 1 - truth, truth)
    probabilities = np.full((len(truth), 2), 0.2)
    probabilities[np.arange(len(truth)), predicted] = 0.8
    scored = ScoredPixels(truth, probabilities, groups, groups % 5, ("A note on folds.",))
    return Candidate(name, scored, detail)


def report(
    default: range, composite: str = "rgb", denoised_block: int = 12, complete: range = range(3)
) -> Report:
    """Two blocks at two timesteps; block 8 at timestep 50 is the best, with three polygons wrong.

    With the complete method the polygons in `complete` are wrong, with the default those in
    `default`.
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
    confirmed = ConfirmedSetting(
        "geodiffnet-f",
        candidate("block 8, t 50", complete),
        candidate("the default", default, "all blocks"),
    )
    return tuning_report(
        FeatureSearch(
            "Tried", "scene.tif", CLASSES, tried, candidate("the default", range(7)), confirmed,
            feature_previews, "The whole scene", denoised_block=denoised_block,
        )
    )  # fmt: skip


def test_the_best_setting_is_named_with_the_options_to_use_it() -> None:
    found = report(range(3))
    assert "Best single setting: block 8 at timestep 50 of composite rgb" in found.summary[0]
    assert found.summary[-1] == "A note on folds."
    best = found.numbers["best"]
    assert (best["block"], best["timestep"], best["composite"]) == (8, 50, "rgb")
    page = render(found)
    assert "denoised" not in page
    assert "--blocks 8 --timesteps 50 --composites rgb" in page
    # one frame, around the best of the grid
    assert page.count('class="best"') == 1


def test_the_number_of_the_denoised_image_is_explained() -> None:
    assert "Block 8 is the image denoised by the network" in unescape(
        render(report(range(3), denoised_block=8))
    )


@pytest.mark.parametrize(
    ("default", "expected"),
    [
        (range(3), "keep the default"),  # the same
        (range(10, 14), "not significantly different: keep the default"),
        (range(0), "points higher: keep the default"),
        (range(15), "points lower: use the best setting"),
    ],
)
def test_the_default_is_kept_unless_a_setting_is_better(default: range, expected: str) -> None:
    assert any(expected in sentence for sentence in report(default).summary)


def test_the_page_is_complete_and_safe_and_its_numbers_are_json() -> None:
    found = report(range(3), NASTY)
    page = Page(render(found))
    assert page.open == []
    assert "script" not in page.tags
    assert NASTY in page.text
    assert all(reference.startswith("data:") for reference in page.references)
    assert numbers_as_json(found).count('"block": ') == 5


def test_the_recommendation_follows_the_complete_method_not_the_small_ensemble() -> None:
    # with the small ensemble, three polygons are wrong, and seven with the default
    found = report(range(2), complete=range(14))
    assert any("points higher: keep the default" in sentence for sentence in found.summary)
    assert found.numbers["confirmed"]["best"]["average_accuracy"] == pytest.approx(16 / 30)
    assert found.numbers["confirmed"]["method"] == "geodiffnet-f"
