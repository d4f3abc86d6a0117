"""Even subsampling (`compute.subsampling`)."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.compute.subsampling import (
    evenly_spaced,
    subsample_classes,
    subsample_parts,
    subsample_rows,
)

pytestmark = pytest.mark.backend


def test_all_indexes_are_taken_where_there_are_no_more() -> None:
    assert evenly_spaced(5, 5).tolist() == [0, 1, 2, 3, 4]
    assert evenly_spaced(3, 100).tolist() == [0, 1, 2]
    assert evenly_spaced(0, 10).tolist() == []


def test_few_of_many_indexes_include_both_ends() -> None:
    assert evenly_spaced(101, 5).tolist() == [0, 25, 50, 75, 100]
    assert evenly_spaced(10, 1).tolist() == [0]


@given(st.integers(0, 5_000), st.integers(1, 5_000))
def test_indexes_differ_and_are_evenly_spaced(count: int, max_count: int) -> None:
    chosen = evenly_spaced(count, max_count)
    assert len(chosen) == min(count, max_count)
    if len(chosen) > 1:
        gaps = np.diff(chosen)
        assert gaps.min() >= 1
        assert gaps.max() - gaps.min() <= 1
        assert (chosen[0], chosen[-1]) == (0, count - 1)


def test_few_rows_are_returned_as_they_are() -> None:
    values = np.asfortranarray(np.arange(12.0).reshape(4, 3))
    assert subsample_rows(values, 4) is values
    assert subsample_rows(values, 2).tolist() == [[0.0, 1.0, 2.0], [9.0, 10.0, 11.0]]


def test_subsampling_by_class_keeps_rare_classes() -> None:
    target = np.repeat([0, 1, 2], [90, 4, 50])
    assert subsample_classes(target, 144).tolist() == list(range(144))
    chosen = subsample_classes(target, 40)
    assert 36 <= len(chosen) <= 40
    assert np.all(np.diff(chosen) > 0)
    counts = np.bincount(target[chosen])
    assert counts[1] == 4
    assert counts[0] == counts[2]


@pytest.mark.parametrize("max_rows", [1, 7, 20, 21, 100])
def test_rows_of_parts_are_those_of_all_parts_together(max_rows: int) -> None:
    parts = [np.arange(3 * count).reshape(-1, 3) + count for count in (0, 12, 1, 0, 7, 0)]
    expected = subsample_rows(np.concatenate(parts), max_rows)
    np.testing.assert_array_equal(subsample_parts(parts, max_rows), expected)


def test_parts_without_rows_have_none() -> None:
    assert subsample_parts([np.zeros((0, 4)), np.zeros((0, 4))], 5).shape == (0, 4)
