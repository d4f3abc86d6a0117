"""The plain colours around each pixel, at several widths: what the network's features leave out.

A diffusion network normalises what it sees, so its activations tell shapes and textures better
than the colours themselves. Composites averaged over growing squares say those.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..scene.composites import Composite
from ..scene.raster import Scene
from .tiling import enlarge, interpolation
from .windows import Pyramid, average, read_coarse_range

CONTEXT_WIDTHS = (1, 2, 4, 8, 16)
#: Composites are stretched to 0..1; where there is no data they say nothing.
NO_DATA_VALUE = 0.5
MIN_WEIGHT = 1e-6
MIN_DEVIATION = 1e-3


@dataclass(frozen=True)
class ContextScaling:
    """What surroundings are like in a scene, so that each width weighs the same."""

    mean: np.ndarray  # (values,)
    deviation: np.ndarray

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Values (values, height, width) at about zero mean and unit variance."""
        return (values - self.mean[:, None, None]) / self.deviation[:, None, None]


def context_composites(composites: Sequence[Composite]) -> list[Composite]:
    """Those that hold most of the spectrum: the components, or all where there are none."""
    return [item for item in composites if item.logarithmic] or list(composites)


def context_width(composites: Sequence[Composite]) -> int:
    """How many values a pixel gets."""
    return 3 * len(context_composites(composites)) * len(CONTEXT_WIDTHS)


def read_context(scene: Scene, composites: Sequence[Composite], window: Window) -> np.ndarray:
    """Averages (values, height, width) of the composites around each pixel of a block."""
    chosen = context_composites(composites)
    widest = max(CONTEXT_WIDTHS)
    top, bottom, left, right = Pyramid.of(scene.grid, widest, 1, 1).coarse_bounds(window)
    image, valid = read_coarse_range(scene, chosen, widest, (top, bottom), (left, right))
    first_row, first_column = top * widest, left * widest
    parts = []
    for width in CONTEXT_WIDTHS:
        pyramid = Pyramid.of(scene.grid, width, 1, 1)
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
        # cells without data have no say, so that nothing dark leaks in from the scene's edge
        mean = enlarge(coarse * weight, rows, columns) / np.maximum(total, MIN_WEIGHT)
        parts.append(np.where(total > MIN_WEIGHT, mean, NO_DATA_VALUE))
    return np.concatenate(parts)


def fit_context_scaling(
    scene: Scene, composites: Sequence[Composite], windows: Iterable[Window]
) -> ContextScaling:
    """Mean and deviation of the surroundings of the valid pixels in some windows."""
    found = []
    for window in windows:
        _, valid = scene.read(window)
        found.append(read_context(scene, composites, window)[:, valid])
    values = np.concatenate(found, axis=1).astype(np.float64)
    deviation = np.maximum(values.std(axis=1), MIN_DEVIATION)
    return ContextScaling(values.mean(axis=1).astype(np.float32), deviation.astype(np.float32))
