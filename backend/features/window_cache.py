"""Keeps the projected activations of windows, which several blocks of a scene need."""

from __future__ import annotations

from collections import OrderedDict

import numpy as np

from .projections import Projection

#: Enough for the windows at the edges of a row of blocks, up to a width of 15,000 pixels.
MAX_BYTES = 32 * 2**20
#: Row and column of a window in its lattice.
Number = tuple[int, int]


class WindowCache:
    """The values of the windows of one scale that were used last.

    They are None for windows without valid pixels.
    """

    def __init__(self, projection: Projection, max_bytes: int = MAX_BYTES):
        self.projection = projection
        self._max_bytes = max_bytes
        self._values: OrderedDict[Number, np.ndarray | None] = OrderedDict()
        self._bytes = 0

    def __contains__(self, number: Number) -> bool:
        return number in self._values

    def get(self, number: Number) -> np.ndarray | None:
        """The values of a window that is kept."""
        self._values.move_to_end(number)
        return self._values[number]

    def keep(self, number: Number, values: np.ndarray | None) -> None:
        """Keep the values of a window, and drop those that were used longest ago."""
        if number in self._values:
            return
        self._values[number] = values
        self._bytes += _size(values)
        while self._bytes > self._max_bytes:
            _, dropped = self._values.popitem(last=False)
            self._bytes -= _size(dropped)


def _size(values: np.ndarray | None) -> int:
    return 0 if values is None else values.nbytes
