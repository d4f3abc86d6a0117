"""The fixed lattice of overlapping windows that covers a scene at one scale, and their blending.

The lattice hangs on the scene's upper left corner, never on the block being computed, so a scene
done in one block or in many gives the same features.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy import ndimage


@dataclass(frozen=True)
class Lattice:
    """Windows of `size` every `stride` pixels along one axis of `length` pixels."""

    length: int
    size: int
    stride: int

    @property
    def count(self) -> int:
        """How many windows it takes."""
        return -(-self.length // self.stride)

    def start(self, number: int) -> int:
        """First pixel of a window; the outermost ones begin before the scene and end after it."""
        return number * self.stride - (self.size - self.stride) // 2

    def covering(self, first: int, last: int) -> range:
        """Numbers of the windows that touch pixels first..last−1."""
        margin = (self.size - self.stride) // 2
        lowest = (first + margin - self.size) // self.stride + 1
        highest = (last - 1 + margin) // self.stride
        return range(max(0, lowest), min(self.count, highest + 1))


def blending_window(size: int, overlap: int) -> np.ndarray:
    """Weights (size, size) that fall smoothly to almost nothing where windows overlap."""
    ramp = np.sin(np.pi / 2 * (np.arange(overlap) + 0.5) / max(overlap, 1)) ** 2
    line = np.ones(size)
    line[:overlap], line[size - overlap :] = ramp, ramp[::-1]
    return np.outer(line, line).astype(np.float32)


def mirrored(first: int, last: int, length: int) -> np.ndarray:
    """Pixel numbers first..last−1, mirrored at the ends of an axis as often as it takes."""
    period = 2 * length
    folded = np.arange(first, last) % period
    return np.where(folded < length, folded, period - 1 - folded)


def fill_gaps(image: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Give pixels without data the nearest valid value, so that no edge is seen where none is."""
    if valid.all() or not valid.any():
        return image
    nearest = ndimage.distance_transform_edt(~valid, return_distances=False, return_indices=True)
    return image[:, nearest[0], nearest[1]]


def interpolation(first: int, last: int, scale: int, length: int, origin: int) -> tuple:
    """Neighbours and weight with which full-resolution pixels read a grid `scale` times coarser.

    Neighbours are numbered from `origin`, the first coarse pixel at hand; `length` is the number
    of coarse pixels of the whole scene.
    """
    position = np.clip((np.arange(first, last) + 0.5) / scale - 0.5, 0, length - 1)
    lower = np.minimum(np.floor(position).astype(int), max(length - 2, 0))
    upper = np.minimum(lower + 1, length - 1)
    return lower - origin, upper - origin, (position - lower).astype(np.float32)


def enlarge(coarse: np.ndarray, rows: tuple, columns: tuple) -> np.ndarray:
    """Bilinear interpolation of (channels, height, width) with two results of `interpolation`."""
    above, below, weight = rows
    interpolated_rows = (
        coarse[:, above] * (1 - weight)[:, None] + coarse[:, below] * weight[:, None]
    )
    left, right, weight = columns
    return interpolated_rows[:, :, left] * (1 - weight) + interpolated_rows[:, :, right] * weight
