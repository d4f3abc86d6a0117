"""Even subsamples: the same choice every time, spread over all items in their order."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def subsample_indexes(count: int, max_count: int) -> npt.NDArray[np.intp]:
    """Indexes of at most `max_count` of `count` items, evenly spaced from the first to the last."""
    chosen = np.linspace(0, count - 1, max(0, min(count, max_count)))
    return np.round(chosen).astype(np.intp)
