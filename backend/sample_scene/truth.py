"""The reference of pixels: the class or material that covers most of their cells."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .land import CELLS_PER_PIXEL


def majority(cells: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The most frequent value of the cells of each pixel; ties are resolved by the centre cell."""
    pixels = cells.shape[0] // CELLS_PER_PIXEL
    blocks = cells.reshape(pixels, CELLS_PER_PIXEL, pixels, CELLS_PER_PIXEL)
    centre = blocks[:, CELLS_PER_PIXEL // 2, :, CELLS_PER_PIXEL // 2]
    votes = np.stack(
        [
            (blocks == value).sum(axis=(1, 3)) + 0.5 * (centre == value)
            for value in range(int(cells.max()) + 1)
        ]
    )
    return np.asarray(np.argmax(votes, axis=0), np.uint8)
