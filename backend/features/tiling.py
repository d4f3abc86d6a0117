"""The lattice of overlapping windows that covers a scene at one scale, and their blending.

The lattice starts at the upper left corner of the scene, not of the block being computed, so that
features do not depend on the blocks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

#: Lower neighbour, upper neighbour, and weight of the upper one, of each pixel along an axis.
Interpolation = tuple[npt.NDArray[np.intp], npt.NDArray[np.intp], npt.NDArray[np.float32]]


@dataclass(frozen=True)
class Lattice:
    """Windows of `size` every `stride` pixels along one axis of `length` pixels."""

    length: int
    size: int
    stride: int

    @property
    def count(self) -> int:
        """The number of windows."""
        return -(-self.length // self.stride)

    def start(self, number: int) -> int:
        """The first pixel of a window; the outermost windows extend beyond the scene."""
        return number * self.stride - (self.size - self.stride) // 2

    def covering(self, first: int, last: int) -> range:
        """Numbers of the windows that overlap pixels first..last−1."""
        margin = (self.size - self.stride) // 2
        lowest = (first + margin - self.size) // self.stride + 1
        highest = (last - 1 + margin) // self.stride
        return range(max(0, lowest), min(self.count, highest + 1))


def blending_window(size: int, overlap: int) -> np.ndarray:
    """Weights (size, size) that fall smoothly to almost zero where windows overlap."""
    ramp = np.sin(np.pi / 2 * (np.arange(overlap) + 0.5) / max(overlap, 1)) ** 2
    line = np.ones(size)
    line[:overlap], line[size - overlap :] = ramp, ramp[::-1]
    return np.outer(line, line).astype(np.float32)


def mirrored(first: int, last: int, length: int) -> np.ndarray:
    """Pixel numbers first..last−1, mirrored at both ends of an axis as often as needed."""
    period = 2 * length
    folded = np.arange(first, last) % period
    return np.where(folded < length, folded, period - 1 - folded)


def fill_gaps(image: np.ndarray, valid: np.ndarray) -> np.ndarray:
    """Fill pixels without data with the nearest valid value, so that gaps have no edges."""
    if valid.all() or not valid.any():
        return image
    from scipy import ndimage  # imported here, since it takes long and few scenes have gaps

    nearest = ndimage.distance_transform_edt(~valid, return_distances=False, return_indices=True)
    return image[:, nearest[0], nearest[1]]


def interpolation(first: int, last: int, scale: int, length: int, origin: int) -> Interpolation:
    """Linear interpolation of pixels first..last−1 from a grid that is `scale` times coarser.

    `length` is the number of coarse pixels of the scene, `origin` the first one in the array that
    is interpolated.
    """
    position = np.clip((np.arange(first, last) + 0.5) / scale - 0.5, 0, length - 1)
    lower = np.minimum(np.floor(position).astype(int), max(length - 2, 0))
    upper = np.minimum(lower + 1, length - 1)
    return lower - origin, upper - origin, (position - lower).astype(np.float32)


def enlarge(coarse: np.ndarray, rows: Interpolation, columns: Interpolation) -> np.ndarray:
    """Bilinear interpolation of an array (channels, height, width)."""
    above, below, weight = rows
    interpolated_rows = (
        coarse[:, above] * (1 - weight)[:, None] + coarse[:, below] * weight[:, None]
    )
    left, right, weight = columns
    left_part, right_part = interpolated_rows[:, :, left], interpolated_rows[:, :, right]
    return np.asarray(left_part * (1 - weight) + right_part * weight)
