"""Even subsamples: the same choice every time, spread over all items in their order."""

from __future__ import annotations

from typing import TypeVar

import numpy as np
import numpy.typing as npt

_Scalar = TypeVar("_Scalar", bound=np.generic)


def subsample_indexes(count: int, max_count: int) -> npt.NDArray[np.intp]:
    """Indexes of at most `max_count` of `count` items, evenly spaced from the first to the last."""
    chosen = np.linspace(0, count - 1, max(0, min(count, max_count)))
    return np.round(chosen).astype(np.intp)


def subsample_rows(values: npt.NDArray[_Scalar], max_rows: int) -> npt.NDArray[_Scalar]:
    """At most `max_rows` rows, evenly spaced; the array itself where it has no more."""
    if len(values) <= max_rows:
        return values
    return values[subsample_indexes(len(values), max_rows)]
