"""Statistics of a scene from a small sample of its pixels that is the same every time."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..compute.subsampling import subsample_parts, subsample_rows
from .blocks import sample_windows
from .raster import SAMPLE_PIXELS
from .scene_like import SceneLike

MIN_REFLECTANCE = 1e-3
#: Number and side in pixels of the windows in which neighbouring pixels are compared.
NOISE_WINDOWS, NOISE_SIDE = 24, 48
NOISE_PAIRS = 6_000


def log_reflectance(reflectance: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """The logarithm of reflectance, which turns illumination into an offset.

    Values below `MIN_REFLECTANCE` are raised to it.
    """
    raised: npt.NDArray[np.float32] = np.maximum(reflectance, MIN_REFLECTANCE)
    return np.log(raised, out=raised)


def sample_spectra(scene: SceneLike, max_pixels: int = SAMPLE_PIXELS) -> npt.NDArray[np.float32]:
    """Spectra (pixels, bands) of valid pixels, evenly spaced over the scene.

    They were read when the scene was opened.
    """
    return subsample_rows(scene.sample, max_pixels)


def neighbour_differences(scene: SceneLike) -> npt.NDArray[np.float32]:
    """Differences (pairs, bands) between the log-reflectance of neighbouring pixels.

    Except for pairs across an edge, they measure the noise of the scene, to which discriminants are
    shrunk.
    """
    found = []
    for block in sample_windows(list(scene.sample_blocks()), NOISE_WINDOWS):
        sides = min(NOISE_SIDE, block.width), min(NOISE_SIDE, block.height)
        values, valid = scene.read(Window(block.col_off, block.row_off, *sides))
        logs = log_reflectance(values)
        for axis in (0, 1):
            length = valid.shape[axis]
            both = valid.take(range(1, length), axis) & valid.take(range(length - 1), axis)
            found.append(np.diff(logs, axis=axis + 1)[:, both].T)
    return subsample_parts(found, NOISE_PAIRS)
