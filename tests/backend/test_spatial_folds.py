"""Folds of polygons and their neighbourhood as a splitter of scikit-learn."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.model_selection import cross_val_score

import backend as gd

pytestmark = pytest.mark.backend

POLYGONS = 20
GROUPS = np.repeat(np.arange(POLYGONS), 5)
LABELS = np.array(["soil", "tree"])[GROUPS % 2]
#: Polygons in pairs that lie close together, the pairs far apart.
COORDINATES = np.column_stack([GROUPS // 2 * 300, GROUPS % 2 * 4])
X = np.random.default_rng(0).standard_normal((len(GROUPS), 3)) + (GROUPS % 2)[:, None]


def test_every_sample_is_tested_once_and_no_group_is_on_both_sides() -> None:
    tested = []
    for train, test in gd.SpatialGroupKFold(4).split(X, LABELS, GROUPS):
        assert not set(GROUPS[train]) & set(GROUPS[test])
        assert set(LABELS[train]) == set(LABELS[test]) == {"soil", "tree"}
        assert sorted([*train, *test]) == list(range(len(X)))
        tested += list(test)
    assert sorted(tested) == list(range(len(X)))


@pytest.mark.parametrize("given", ["constructor", "split"])
def test_groups_that_lie_close_together_share_a_fold(given: str) -> None:
    if given == "constructor":
        splitter, more = gd.SpatialGroupKFold(coordinates=COORDINATES), {}
    else:
        splitter, more = gd.SpatialGroupKFold(), {"coordinates": COORDINATES}
    for _, test in splitter.split(X, LABELS, GROUPS, **more):
        pairs = GROUPS[test] // 2
        assert all((pairs == pair).sum() == 10 for pair in set(pairs))


def test_there_are_as_many_folds_as_asked_for_or_as_the_groups_allow() -> None:
    assert gd.SpatialGroupKFold(7).get_n_splits(X, LABELS, GROUPS) == 7
    assert gd.SpatialGroupKFold(4).get_n_splits() == 4
    few = GROUPS < 4
    splitter = gd.SpatialGroupKFold()
    assert splitter.get_n_splits(X[few], LABELS[few], GROUPS[few]) == 2
    assert len(list(splitter.split(X[few], LABELS[few], GROUPS[few]))) == 2


def test_a_class_in_a_single_group_is_always_trained_with() -> None:
    labels = np.where(GROUPS == 3, "water", LABELS)
    for train, test in gd.SpatialGroupKFold().split(X, labels, GROUPS):
        assert (labels[train] == "water").sum() == 5
        assert "water" not in labels[test]


def test_cross_validation_takes_it_as_it_is() -> None:
    splitter = gd.SpatialGroupKFold(3, coordinates=COORDINATES)
    scores = cross_val_score(gd.LinearDiscriminant(), X, LABELS, groups=GROUPS, cv=splitter)
    assert len(scores) == 3
    assert repr(gd.SpatialGroupKFold(3)).startswith("SpatialGroupKFold(")


def test_the_same_seed_gives_the_same_folds() -> None:
    def folds(seed: int) -> list[list[int]]:
        return [
            list(test)
            for _, test in gd.SpatialGroupKFold(random_state=seed).split(X, LABELS, GROUPS)
        ]

    assert folds(1) == folds(1)
    assert folds(1) != folds(2)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"groups": None}, "needs y, the classes, and groups"),
        ({"y": None}, "needs y, the classes, and groups"),
        ({"groups": GROUPS[:5]}, "inconsistent numbers of samples"),
        ({"coordinates": COORDINATES[:5]}, "coordinates has 5"),
        ({"groups": GROUPS % 2}, "every class lies in a single group"),
        ({"y": np.linspace(0, 1, len(X))}, "Unknown label type"),
    ],
)
def test_what_cannot_be_split_is_refused(changes, message: str) -> None:
    given = {"X": X, "y": LABELS, "groups": GROUPS} | changes
    with pytest.raises(ValueError, match=message):
        list(gd.SpatialGroupKFold().split(**given))


@pytest.mark.parametrize("count", [1, 2.5, None])
def test_fewer_than_two_folds_are_refused(count) -> None:
    with pytest.raises(ValueError, match="n_splits must be"):
        gd.SpatialGroupKFold(count)
