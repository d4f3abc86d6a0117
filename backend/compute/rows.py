"""Rows of arrays that are stored by columns, as the bands of a scene are."""

from __future__ import annotations

import numpy as np

#: Rows that are turned at once, so that they stay in the CPU's cache.
_ROWS = 512
#: Columns lie apart by a number of bytes that is no multiple of a large power of two: those of a
#: block of a scene often are, and share a small part of the cache.
_PADDING = 16


def contiguous_rows(values: np.ndarray) -> np.ndarray:
    """The same values (rows, columns), each row in one piece."""
    if values.flags.c_contiguous or values.strides[0] != values.itemsize:
        return np.ascontiguousarray(values)
    rows, columns = values.shape
    result = np.empty(values.shape, values.dtype)
    buffer = np.empty((columns, _ROWS + _PADDING), values.dtype)
    for start in range(0, rows, _ROWS):
        part = values[start : start + _ROWS].T
        piece = buffer[:, : part.shape[1]]
        piece[:] = part
        result[start : start + _ROWS] = piece.T
    return result
