"""Keeps spectra and features of labelled pixels, so that an edit costs only its own pixels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..labels.training_pixels import TrainingPixels

#: Pixels that are kept although no label covers them any more.
MAX_KEPT_PIXELS = 30_000

Values = tuple[np.ndarray, ...]
#: Reads arrays with a row for each of some pixels.
PixelReader = Callable[[TrainingPixels], Values]


@dataclass
class PixelMemory:
    """Arrays with a row for each pixel that was read, by the index of the pixel in the scene."""

    width: int  # columns of the scene
    _index: npt.NDArray[np.int64] | None = None  # sorted
    _values: Values = ()

    def read(self, pixels: TrainingPixels, read_missing: PixelReader) -> Values:
        """The rows of all pixels; those that are not known are read, and kept."""
        wanted = pixels.rows * self.width + pixels.columns
        missing = ~np.isin(wanted, self._index) if self._index is not None else wanted >= 0
        if missing.any() or self._index is None:
            self._add(wanted[missing], read_missing(pixels.subset(missing)))
        if self._index is None:
            raise RuntimeError("no pixels were read")
        positions = np.searchsorted(self._index, wanted)
        found = tuple(values[positions] for values in self._values)
        if len(self._index) > len(wanted) + MAX_KEPT_PIXELS:
            index, kept = np.unique(wanted, return_index=True)
            # not before both are there, since memory may be exhausted in between
            self._index, self._values = index, tuple(values[kept] for values in found)
        return found

    def _add(self, index: npt.NDArray[np.int64], values: Values) -> None:
        index, first = np.unique(index, return_index=True)
        values = tuple(part[first] for part in values)
        if self._index is not None:
            index = np.concatenate([self._index, index])
            order = np.argsort(index, kind="stable")
            index = index[order]
            values = tuple(
                np.concatenate(pair)[order] for pair in zip(self._values, values, strict=True)
            )
        self._index, self._values = index, values
