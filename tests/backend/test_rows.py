"""Rows of arrays that are stored by columns are turned without a change."""

from __future__ import annotations

import numpy as np
import pytest

from backend.compute.rows import contiguous_rows

pytestmark = pytest.mark.backend


def values(rows: int, columns: int, dtype: type) -> np.ndarray:
    return np.arange(rows * columns).reshape(columns, rows).astype(dtype).T


@pytest.mark.parametrize("dtype", [np.float32, np.float16, np.float64])
@pytest.mark.parametrize("rows", [0, 1, 511, 512, 513, 1200])
@pytest.mark.parametrize("columns", [0, 1, 7])
def test_values_stored_by_columns_are_turned(rows: int, columns: int, dtype: type) -> None:
    found = contiguous_rows(values(rows, columns, dtype))
    assert found.flags.c_contiguous
    assert found.dtype == dtype
    assert np.array_equal(found, values(rows, columns, dtype))


@pytest.mark.parametrize(
    "part",
    [
        lambda full: full[100:900],  # some pixels of a block
        lambda full: full[::2],
        lambda full: full[:, ::-1],
        lambda full: full[:, 2:3],
        lambda full: np.broadcast_to(full[:1], full.shape),
    ],
)
def test_parts_of_other_arrays_are_turned(part: object) -> None:
    own = part(values(1000, 5, np.float32))  # type: ignore[operator]
    found = contiguous_rows(own)
    assert found.flags.c_contiguous
    assert np.array_equal(found, own)


def test_rows_in_one_piece_are_not_copied() -> None:
    rows = np.ones((600, 3), np.float32)
    assert contiguous_rows(rows) is rows
