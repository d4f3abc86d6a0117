"""Which of several candidates is taken: the best, and of those that tie with it the simplest."""

from __future__ import annotations

import numpy as np
import pytest

from backend.reports.candidates import Candidate, Trial, best_index, choose
from backend.reports.classification_report import ScoredPixels

pytestmark = pytest.mark.backend

SHAPES, PIXELS, CLASSES = 40, 5, 2


def trial(name: str, wrong: list[int], complexity: int = 0) -> Trial:
    """A candidate that takes the shapes in `wrong` for the other class."""
    groups = np.repeat(np.arange(SHAPES), PIXELS)
    truth = groups % CLASSES
    said = np.where(np.isin(groups, wrong), 1 - truth, truth)
    probabilities = np.full((len(truth), CLASSES), 0.2)
    probabilities[np.arange(len(truth)), said] = 0.8
    scored = ScoredPixels(truth, probabilities, groups, 5)
    return Trial.of(Candidate(name, scored, complexity=complexity), CLASSES, seed=0)


def taken(*trials: Trial) -> str:
    return trials[choose(trials)].candidate.name


def test_the_best_is_taken_where_it_is_clearly_better() -> None:
    good, poor = trial("good", [3], complexity=5), trial("poor", list(range(12)))
    assert taken(good, poor) == taken(poor, good) == "good"


def test_of_equals_the_simplest_is_taken() -> None:
    elaborate, simple = (
        trial("elaborate", [3, 8], complexity=5),
        trial("simple", [3, 8], complexity=1),
    )
    assert taken(elaborate, simple) == taken(simple, elaborate) == "simple"


def test_a_difference_that_one_polygon_makes_is_no_difference() -> None:
    elaborate, simple = (
        trial("elaborate", [3, 8], complexity=5),
        trial("simple", [4, 8, 11], complexity=1),
    )
    assert elaborate.average > simple.average
    assert best_index([simple, elaborate]) == 1
    assert taken(elaborate, simple) == "simple"


def test_a_simpler_one_that_loses_the_same_shapes_and_many_more_is_not_taken() -> None:
    elaborate, simple = (
        trial("elaborate", [1], complexity=5),
        trial("simple", list(range(7)), complexity=1),
    )
    assert not simple.is_tied_with(elaborate)
    assert taken(elaborate, simple) == "elaborate"


def test_the_gap_has_an_interval_over_the_same_polygons() -> None:
    first, second = trial("first", [3]), trial("second", [3, 4, 5, 6])
    gap, interval = second.gap(first)
    assert gap == pytest.approx(-3 / SHAPES)
    assert float(interval.low) < gap < float(interval.high) < 0.01
    same, nothing = first.gap(first)
    assert same == float(nothing.low) == float(nothing.high) == 0
