"""Which candidate is recommended: the best, and of those tied with it the least complex."""

from __future__ import annotations

import numpy as np
import pytest

from backend.metrics.candidates import Candidate, Trial, best_index, choose
from backend.metrics.cross_validation import ScoredPixels

pytestmark = pytest.mark.backend

POLYGONS, PIXELS, CLASSES = 40, 5, 2


def trial(name: str, wrong: list[int], complexity: int = 0) -> Trial:
    """A candidate that confuses the polygons in `wrong` with the other class."""
    groups = np.repeat(np.arange(POLYGONS), PIXELS)
    truth = groups % CLASSES
    predicted = np.where(np.isin(groups, wrong), 1 - truth, truth)
    probabilities = np.full((len(truth), CLASSES), 0.2)
    probabilities[np.arange(len(truth)), predicted] = 0.8
    scored = ScoredPixels(truth, probabilities, groups, groups % 5)
    return Trial.of(Candidate(name, scored, complexity=complexity), CLASSES)


def recommended(*trials: Trial) -> str:
    return trials[choose(trials)].candidate.name


def test_the_best_is_recommended_where_it_is_clearly_better() -> None:
    good, poor = trial("good", [3], complexity=5), trial("poor", list(range(12)))
    assert recommended(good, poor) == recommended(poor, good) == "good"


def test_of_equal_candidates_the_simplest_is_recommended() -> None:
    elaborate, simple = (
        trial("elaborate", [3, 8], complexity=5),
        trial("simple", [3, 8], complexity=1),
    )
    assert recommended(elaborate, simple) == recommended(simple, elaborate) == "simple"


def test_a_difference_by_one_polygon_is_a_tie() -> None:
    elaborate, simple = (
        trial("elaborate", [3, 8], complexity=5),
        trial("simple", [4, 8, 11], complexity=1),
    )
    assert elaborate.average > simple.average
    assert best_index([simple, elaborate]) == 1
    assert recommended(elaborate, simple) == "simple"


def test_a_simpler_candidate_that_is_clearly_worse_is_not_recommended() -> None:
    elaborate, simple = (
        trial("elaborate", [1], complexity=5),
        trial("simple", list(range(7)), complexity=1),
    )
    assert not simple.is_tied_with(elaborate)
    assert recommended(elaborate, simple) == "elaborate"


def test_the_difference_has_an_interval_over_the_same_polygons() -> None:
    first, second = trial("first", [3]), trial("second", [3, 4, 5, 6])
    difference, interval = second.difference(first)
    assert difference == pytest.approx(-3 / POLYGONS)
    assert float(interval.low) < difference < float(interval.high) < 0.02
    none, no_interval = first.difference(first)
    assert none == float(no_interval.low) == float(no_interval.high) == 0


def test_candidates_on_one_polygon_of_each_class_have_no_interval() -> None:
    """Nothing is known of how polygons vary; of equal ones, the least complex is recommended."""
    groups = np.repeat(np.arange(CLASSES), PIXELS)

    def single(name: str, share: float, complexity: int) -> Trial:
        probabilities = np.tile([share, 1 - share], (len(groups), 1))
        scored = ScoredPixels(groups, probabilities, groups, np.arange(len(groups)) % 3)
        return Trial.of(Candidate(name, scored, complexity=complexity), CLASSES)

    first, second = single("first", 0.9, 1), single("second", 0.8, 0)
    _, interval = first.difference(second)
    assert np.isnan([interval.low, interval.high]).all()
    assert recommended(first, second) == "second"
