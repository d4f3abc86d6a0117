"""The plain colours around each pixel, at several widths: what the network's features leave out.

A diffusion network normalises what it sees, so its activations tell shapes and textures better
than the colours themselves. Composites averaged over growing squares say those.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from rasterio.windows import Window

from ..scene.composites import Composite
from ..scene.raster import Scene
from .tiling import enlarge, interpolation
from .windows import Pyramid, average, read_span

WIDTHS = (1, 2, 4, 8)
#: Composites are stretched to 0..1; this brings them to about zero mean and unit variance.
CENTRE, SPREAD = 0.5, 0.2
SMALLEST_WEIGHT = 1e-6


def chosen_composites(composites: Sequence[Composite]) -> list[Composite]:
    """Those that hold most of the spectrum: the components, or all where there are none."""
    return [item for item in composites if item.logarithmic] or list(composites)


def surroundings_width(composites: Sequence[Composite]) -> int:
    """How many values a pixel gets."""
    return 3 * len(chosen_composites(composites)) * len(WIDTHS)


def read_surroundings(scene: Scene, composites: Sequence[Composite], window: Window) -> np.ndarray:
    """Averages (values, height, width) of the composites around each pixel of a block."""
    chosen = chosen_composites(composites)
    parts = []
    for width in WIDTHS:
        pyramid = Pyramid.of(scene.grid, width, 1, 1)
        top, bottom, left, right = pyramid.coarse_bounds(window)
        picture, valid = read_span(scene, chosen, width, (top, bottom), (left, right))
        coarse, share = average(picture, valid, width)
        rows = interpolation(
            window.row_off, window.row_off + window.height, width, pyramid.rows.length, top
        )
        columns = interpolation(
            window.col_off, window.col_off + window.width, width, pyramid.columns.length, left
        )
        weight = share[None].astype(np.float32)
        total = enlarge(weight, rows, columns)
        # cells without data have no say, so that nothing dark leaks in from the scene's edge
        mean = enlarge(coarse * weight, rows, columns) / np.maximum(total, SMALLEST_WEIGHT)
        parts.append(np.where(total > SMALLEST_WEIGHT, mean, CENTRE))
    return (np.concatenate(parts) - CENTRE) / SPREAD
