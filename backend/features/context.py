"""Context features: mean colours around each pixel, over windows of several widths.

A diffusion network normalises its input, so its activations describe shapes and textures rather
than colours. Context features add the colours: composites averaged over squares of increasing
width.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..scene.composites import Composite
from .tiling import enlarge, interpolation
from .windows import CompositeReader, Pyramid, average, read_coarse_range

CONTEXT_WIDTHS = (1, 2, 4, 8, 16)
#: Value of windows without data: the middle of the composites' range 0..1.
NO_DATA_VALUE = 0.5
MIN_WEIGHT = 1e-6
MIN_DEVIATION = 1e-3


@dataclass(frozen=True)
class ContextScaling:
    """Mean and standard deviation of the context features of a scene."""

    mean: np.ndarray  # (values,)
    deviation: np.ndarray

    def apply(self, values: np.ndarray, channels: slice) -> np.ndarray:
        """Standardise some of the context features, (channels, height, width), in place."""
        values -= self.mean[channels, None, None]
        values /= self.deviation[channels, None, None]
        return values


def context_composites(composites: Sequence[Composite]) -> list[Composite]:
    """The composites to average: principal components where there are any, else all."""
    return [item for item in composites if item.logarithmic] or list(composites)


def context_width(composites: Sequence[Composite]) -> int:
    """The number of context features of a pixel."""
    return 3 * len(context_composites(composites)) * len(CONTEXT_WIDTHS)


def read_context(reader: CompositeReader, window: Window) -> Iterator[np.ndarray]:
    """Context features (values, height, width) of a block, for one width after another."""
    grid = reader.scene.grid
    widest = max(CONTEXT_WIDTHS)
    top, bottom, left, right = Pyramid.of(grid, widest, 1, 1).coarse_bounds(window)
    image, valid = read_coarse_range(reader, widest, (top, bottom), (left, right))
    names = {composite.name for composite in context_composites(reader.composites)}
    image = image[np.repeat([composite.name in names for composite in reader.composites], 3)]
    first_row, first_column = top * widest, left * widest
    for width in CONTEXT_WIDTHS:
        pyramid = Pyramid.of(grid, width, 1, 1)
        top, bottom, left, right = pyramid.coarse_bounds(window)
        inside = (
            slice(top * width - first_row, bottom * width - first_row),
            slice(left * width - first_column, right * width - first_column),
        )
        coarse, share = average(image[(slice(None), *inside)], valid[inside], width)
        rows = interpolation(
            window.row_off, window.row_off + window.height, width, pyramid.rows.length, top
        )
        columns = interpolation(
            window.col_off, window.col_off + window.width, width, pyramid.columns.length, left
        )
        weight = share[None].astype(np.float32)
        total = enlarge(weight, rows, columns)
        # weighted by data, so that dark pixels beyond the scene's edge do not count
        mean = enlarge(coarse * weight, rows, columns) / np.maximum(total, MIN_WEIGHT)
        yield np.where(total > MIN_WEIGHT, mean, np.float32(NO_DATA_VALUE))


def fit_context_scaling(reader: CompositeReader, windows: Iterable[Window]) -> ContextScaling:
    """Fit to the context features of the valid pixels in some windows."""
    found = []
    for window in windows:
        _, valid = reader.read(window)
        found.append(np.concatenate([part[:, valid] for part in read_context(reader, window)]))
    values = np.concatenate(found, axis=1).astype(np.float64)
    deviation = np.maximum(values.std(axis=1), MIN_DEVIATION)
    return ContextScaling(values.mean(axis=1).astype(np.float32), deviation.astype(np.float32))
