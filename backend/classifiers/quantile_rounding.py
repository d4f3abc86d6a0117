"""Rounds columns to some of their quantiles, so that trees are grown faster.

A split between two levels is halfway between them, which is where values are rounded up instead of
down: it divides the values as it divides their levels.
"""

from __future__ import annotations

import numpy as np

#: With fewer rows for each level, sorting takes hardly any time.
MIN_ROWS_PER_LEVEL = 4


def round_to_quantiles(values: np.ndarray, weights: np.ndarray, count: int) -> np.ndarray:
    """Values (rows, columns) rounded to the nearest of up to `count` levels in each column.

    The levels of a column are values of it that divide the weights of the rows evenly. Few rows
    are not rounded.
    """
    if len(values) < count * MIN_ROWS_PER_LEVEL:
        return values
    rounded = np.empty_like(values)
    wanted = (np.arange(count) + 0.5) / count * weights.sum()
    for number, column in enumerate(values.T):
        order = np.argsort(column)
        ascending = column[order]
        chosen = np.searchsorted(np.cumsum(weights[order]), wanted)
        levels = np.unique(ascending[np.minimum(chosen, len(column) - 1)])
        ends = np.searchsorted(ascending, levels[:-1] / 2 + levels[1:] / 2, side="right")
        sizes = np.diff(ends, prepend=0, append=len(column))
        rounded[order, number] = np.repeat(levels, sizes)
    return rounded
