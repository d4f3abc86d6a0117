"""Even subsampling: the same choice in every run, and from the whole range."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import numpy as np
import numpy.typing as npt

_Scalar = TypeVar("_Scalar", bound=np.generic)


def evenly_spaced(count: int, max_count: int) -> npt.NDArray[np.intp]:
    """At most `max_count` of the indexes 0 to `count` - 1, evenly spaced, the ends included."""
    chosen = np.linspace(0, count - 1, min(count, max_count))
    return np.round(chosen).astype(np.intp)


def subsample_classes(target: npt.NDArray[np.intp], max_count: int) -> npt.NDArray[np.intp]:
    """At most `max_count` indexes, evenly spaced in each class; all of rare classes."""
    if len(target) <= max_count:
        return np.arange(len(target))
    counts = np.bincount(target)
    share = max_count
    while np.minimum(counts, share).sum() > max_count:
        share = int(share * 0.95)
    kept = [
        np.flatnonzero(target == index)[evenly_spaced(int(count), share)]
        for index, count in enumerate(counts)
    ]
    return np.sort(np.concatenate(kept))


def subsample_rows(values: npt.NDArray[_Scalar], max_rows: int) -> npt.NDArray[_Scalar]:
    """At most `max_rows` rows, evenly spaced; the array itself where it has no more."""
    return values if len(values) <= max_rows else values[evenly_spaced(len(values), max_rows)]


def subsample_parts(parts: Sequence[npt.NDArray[_Scalar]], max_rows: int) -> npt.NDArray[_Scalar]:
    """`subsample_rows` of the parts one after the other, without a copy of all of them."""
    ends = np.cumsum([len(part) for part in parts])
    chosen = evenly_spaced(int(ends[-1]), max_rows)
    owner = np.searchsorted(ends, chosen, side="right")
    return np.concatenate(
        [
            part[chosen[owner == number] - (end - len(part))]
            for number, (part, end) in enumerate(zip(parts, ends, strict=True))
        ]
    )
