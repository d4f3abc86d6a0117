"""The pixels by which the mean confidence of a map is estimated where only its classes are needed.

The classes of a map take less time than its probabilities. So where no raster holds these, they are
computed for a part of the pixels, which depends on nothing but the size of the scene. It is a
lattice that meets all rows and columns equally often: on a scene of a megapixel, entire rows in the
same number were three times as far from the mean over all pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..scene.grid import Grid

#: One pixel of so many is sampled: the first with which at least `MIN_PIXELS` are, else all pixels.
#: With more than a quarter of the probabilities, the classes and these take longer than all.
STEPS, MIN_PIXELS = (32, 16, 8, 4), 8_192
#: Columns by which the sampled pixels of a row are left of those of the row above. It is odd, so
#: that every column is met with each step, which is a power of two.
SHIFT = 5


@dataclass(frozen=True)
class ConfidenceSample:
    """One pixel of `step`, in every row and column of a scene."""

    step: int

    @classmethod
    def of(cls, grid: Grid) -> ConfidenceSample:
        """The sample of a scene; of a small one it has all pixels."""
        pixels = grid.width * grid.height
        return cls(next((step for step in STEPS if pixels >= MIN_PIXELS * step), 1))

    def chosen(self, window: Window) -> np.ndarray:
        """Which pixels (height, width) of a window of the scene belong to the sample."""
        rows = np.arange(window.row_off, window.row_off + window.height)
        columns = np.arange(window.col_off, window.col_off + window.width)
        first = -SHIFT * rows % self.step  # the first sampled column of each row
        return np.asarray(columns % self.step == first[:, None])
