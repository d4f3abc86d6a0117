"""Even subsamples are complete, ordered and the same every time."""

from __future__ import annotations

import numpy as np
import pytest

from backend.compute.subsampling import subsample_indexes, subsample_rows

pytestmark = pytest.mark.backend


@pytest.mark.parametrize("count", [1, 2, 3, 7, 64, 1000])
@pytest.mark.parametrize("max_count", [1, 2, 3, 64])
def test_indexes_are_distinct_ordered_and_evenly_spaced(count: int, max_count: int) -> None:
    indexes = subsample_indexes(count, max_count)
    assert len(indexes) == min(count, max_count)
    steps = np.diff(indexes)
    assert (steps > 0).all()
    assert len(steps) == 0 or steps.max() - steps.min() <= 1
    assert indexes[0] == 0
    if len(indexes) > 1:
        assert indexes[-1] == count - 1


@pytest.mark.parametrize(("count", "max_count"), [(0, 5), (5, 0), (0, 0)])
def test_nothing_gives_no_indexes(count: int, max_count: int) -> None:
    assert len(subsample_indexes(count, max_count)) == 0


def test_few_rows_are_returned_as_they_are() -> None:
    values = np.asfortranarray(np.arange(12.0).reshape(4, 3))
    assert subsample_rows(values, 4) is values
    assert subsample_rows(values, 2).tolist() == [[0.0, 1.0, 2.0], [9.0, 10.0, 11.0]]
