"""Even subsampling: the same choice in every run, and from the whole range."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def evenly_spaced(count: int, max_count: int) -> npt.NDArray[np.intp]:
    """At most `max_count` of the indexes 0 to `count` - 1, evenly spaced, the ends included."""
    chosen = np.linspace(0, count - 1, min(count, max_count))
    return np.round(chosen).astype(np.intp)
