"""From the cells of the land to what a pixel is: the class and surface that cover most of it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from .land import CELLS_PER_PIXEL


def majority(cells: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The commonest value of each pixel's cells; the centre cell decides between equals."""
    pixels = cells.shape[0] // CELLS_PER_PIXEL
    blocks = cells.reshape(pixels, CELLS_PER_PIXEL, pixels, CELLS_PER_PIXEL)
    centre = blocks[:, CELLS_PER_PIXEL // 2, :, CELLS_PER_PIXEL // 2]
    votes = np.stack(
        [
            (blocks == value).sum(axis=(1, 3)) + 0.5 * (centre == value)
            for value in range(int(cells.max()) + 1)
        ]
    )
    return np.argmax(votes, axis=0).astype(np.uint8)
