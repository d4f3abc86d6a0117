"""Intervals of cross-validated metrics allow for the polygons that folds lack."""

from __future__ import annotations

import numpy as np
import pytest

from backend.metrics.cross_validation import CrossValidationAccuracy, ScoredPixels
from backend.metrics.intervals import group_intervals

pytestmark = pytest.mark.backend

PIXELS = 6


def scored(fold_of: list[int], classes: int = 2) -> ScoredPixels:
    """Polygons of alternating classes in these folds; one pixel of each is wrong."""
    groups = np.repeat(np.arange(len(fold_of)), PIXELS)
    truth = groups % classes
    predicted = np.where(np.arange(len(groups)) % PIXELS == 0, (truth + 1) % classes, truth)
    predicted = np.where(groups < 2, truth, predicted)
    return ScoredPixels(truth, np.eye(classes)[predicted], groups, np.array(fold_of)[groups])


@pytest.mark.parametrize(
    ("fold_of", "share"),
    [
        ([0, 1, 1, 0], 1 / 2),
        ([0, 0, 1, 1, 2, 2], 2 / 3),
        ([0, 0, 1, 1, 2, 2, 3, 3, 4, 4], 4 / 5),
        # three of four polygons in one fold: 1 / 4 for three of them, 3 / 4 for one
        ([7, 7, 7, 7, 7, 7, 9, 9], (3 * 1 / 4 + 3 / 4) / 4),
    ],
)
def test_upper_limits_are_raised_by_the_share_of_the_polygons(
    fold_of: list[int], share: float
) -> None:
    found = CrossValidationAccuracy.of(scored(fold_of), 2)
    plain = group_intervals(found.group_matrices)
    for name in ("overall", "average", "kappa", "recall", "precision", "f1", "iou"):
        ours, theirs = getattr(found.intervals, name), getattr(plain, name)
        assert np.allclose(1 - ours.high, share * (1 - theirs.high)), name
        assert np.allclose(ours.low, theirs.low), name


def test_a_class_that_was_not_tested_has_no_limits() -> None:
    found = CrossValidationAccuracy.of(scored([0, 1, 1, 0]), 3)
    assert np.isnan(found.intervals.recall.high[2])
    assert np.isfinite(found.intervals.recall.high[:2]).all()
    assert np.isfinite([found.intervals.overall.low, found.intervals.overall.high]).all()


def test_folds_are_those_in_which_pixels_were_tested() -> None:
    assert scored([0, 0, 4, 4, 2, 2]).folds == 3
