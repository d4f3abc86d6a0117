"""Folds keep polygons and neighbouring polygons together; unknown accuracy is reported."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from backend.classifiers.folds import make_folds
from backend.classifiers.training_data import Samples

pytestmark = pytest.mark.backend


def clusters(samples_per_polygon: int = 4) -> Samples:
    """Two classes, with polygons in distant clusters of four."""
    position, group, target = [], [], []
    for cluster in range(6):
        for polygon in range(4):
            for pixel in range(samples_per_polygon):
                position.append((cluster * 300 + polygon * 5, pixel))
                group.append(cluster * 4 + polygon)
                target.append(polygon % 2)
    count = len(position)
    return Samples(
        np.zeros((count, 2), np.float32),
        np.zeros((count, 0), np.float32),
        np.array(target),
        np.array(group),
        np.array(position),
        2,
    )


def test_neighbouring_polygons_are_in_the_same_fold() -> None:
    samples = clusters()
    folds = make_folds(samples, ("a", "b"), 0)
    assert folds.block_side >= 32
    assert folds.unknown is None
    for cluster in range(6):
        mine = samples.group // 4 == cluster
        assert len(np.unique(folds.fold[mine])) == 1


def test_no_polygon_is_in_both_sides_of_a_split_and_folds_hold_all_classes() -> None:
    samples = clusters()
    folds = make_folds(samples, ("a", "b"), 3)
    assert folds.count >= 3
    for number in np.unique(samples.group):
        assert len(np.unique(folds.fold[samples.group == number])) == 1
    for fold in range(folds.count):
        assert set(samples.target[folds.fold == fold]) == {0, 1}


def test_a_class_with_one_polygon_is_only_trained_and_the_accuracy_is_unknown() -> None:
    samples = clusters()
    lonely = samples.group == 0
    samples = replace(samples, target=np.where(lonely, 2, samples.target), class_count=3)
    folds = make_folds(samples, ("a", "b", "once"), 0)
    assert (folds.fold[lonely] == -1).all()
    assert (folds.fold[~lonely] >= 0).all()
    assert folds.unknown is not None
    assert "once" in folds.unknown
    assert "at least one more polygon" in folds.unknown
    assert "a, b" not in folds.unknown


def test_one_polygon_for_each_class_is_split_by_pixel_and_the_accuracy_is_unknown() -> None:
    samples = clusters()
    samples = replace(samples, group=samples.target)
    folds = make_folds(samples, ("a", "b"), 0)
    assert (folds.fold >= 0).all()
    assert "single polygon" in folds.unknown
    assert "two polygons of each class" in folds.unknown


def test_classes_that_share_blocks_in_a_cycle_are_all_tested() -> None:
    """With blocks of a and b, b and c, c and a, two folds cannot separate every class."""
    target = np.array([0, 1, 1, 2, 2, 0])
    position = np.array([[5, 5], [9, 9], [5, 205], [9, 209], [205, 5], [209, 9]])
    samples = Samples(np.zeros((6, 2)), np.zeros((6, 0)), target, np.arange(6), position, 3)
    folds = make_folds(samples, ("a", "b", "c"), 0)
    assert folds.unknown is None
    assert (folds.fold >= 0).all()
    for index in range(3):
        assert len(np.unique(folds.fold[target == index])) == 2


def spread(*polygons: int) -> Samples:
    """Classes with these numbers of polygons of two pixels, far from each other."""
    target = np.repeat(np.arange(len(polygons)), polygons).repeat(2)
    group = np.arange(len(target)) // 2
    position = np.column_stack([group * 300, np.arange(len(target)) % 2])
    empty = np.zeros((len(target), 0), np.float32)
    return Samples(empty, empty, target, group, position, len(polygons))


def test_few_polygons_of_a_class_are_noted_with_what_to_draw() -> None:
    folds = make_folds(spread(2, 5, 4, 9), ("reed", "roof", "lake", "road"), 0)
    assert folds.unknown is None
    (note,) = folds.notes
    assert note.startswith("Few polygons of reed (2), lake (4): ")
    assert "Draw at least 5 polygons of each class" in note
    assert "roof" not in note
    assert "road" not in note
    assert folds.few_polygons == {"reed": 2, "lake": 4}


def test_many_polygons_of_each_class_need_no_note() -> None:
    assert make_folds(spread(5, 6, 20), ("reed", "roof", "lake"), 0).notes == ()


def test_many_classes_with_few_polygons_are_not_all_listed() -> None:
    names = [f"class {number}" for number in range(30)]
    (note,) = make_folds(spread(*[3] * 30), names, 0).notes
    assert "and 25 more" in note


@pytest.mark.parametrize("polygons", [(1, 4), (1, 1)])
def test_an_unknown_accuracy_has_no_note_on_its_estimate(polygons: tuple[int, int]) -> None:
    folds = make_folds(spread(*polygons), ("reed", "roof"), 0)
    assert folds.unknown
    assert folds.notes == ()


def test_a_class_without_samples_is_not_noted() -> None:
    samples = replace(spread(6, 6), class_count=3)
    assert make_folds(samples, ("reed", "roof", "none"), 0).notes == ()
