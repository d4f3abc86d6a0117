"""Several scenes stacked on top of each other, so that statistics are computed over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.windows import Window

from ..compute.subsampling import subsample_rows
from .band_matching import MatchedScene
from .blocks import SAMPLE_BLOCK_SIZE, sample_windows
from .grid import Grid
from .raster import SAMPLE_PIXELS, Scene
from .scene_like import SceneLike

#: Scenes start at multiples of this many rows, so that few windows overlap two of them.
ROW_ALIGNMENT = 64


class SceneStack:
    """A `SceneLike` of several scenes; pixels beside the narrower ones are invalid.

    All scenes have the bands of the first one.
    """

    def __init__(self, first: Scene, others: Sequence[MatchedScene]):
        self._scenes: list[SceneLike] = [first, *others]
        self.wavelengths = first.wavelengths
        self.band_count = first.band_count
        self.rgb_bands = first.rgb_bands
        self.quality_mask = " + ".join(scene.quality_mask for scene in self._scenes)
        self.path = " + ".join(scene.path for scene in self._scenes)
        self.files = reduce(or_, (scene.files for scene in self._scenes))
        self.identity = {
            path: identity for scene in self._scenes for path, identity in scene.identity.items()
        }
        heights = [-(-scene.grid.height // ROW_ALIGNMENT) * ROW_ALIGNMENT for scene in self._scenes]
        self.row_offsets = [sum(heights[:number]) for number in range(len(heights))]
        width = max(scene.grid.width for scene in self._scenes)
        self.grid = Grid(width, sum(heights), Affine.identity(), None)
        self.max_pixels = min(scene.max_pixels for scene in self._scenes)
        share = max(1, SAMPLE_PIXELS // len(self._scenes))
        self.sample = np.concatenate(
            [subsample_rows(scene.sample, share) for scene in self._scenes]
        )

    def blocks(self, size: int = 256) -> list[Window]:
        """The blocks of all scenes, one scene after the other."""
        return [
            Window(block.col_off, top + block.row_off, block.width, block.height)
            for scene, top in zip(self._scenes, self.row_offsets, strict=True)
            for block in scene.blocks(size)
        ]

    def sample_blocks(self) -> Iterator[Window]:
        """A fixed choice of windows spread over all scenes."""
        yield from sample_windows(self.blocks(SAMPLE_BLOCK_SIZE))

    def parts(self, window: Window, max_pixels: int | None = None) -> list[Window]:
        """A window, split into strips of no more pixels than allowed, or than fit."""
        allowed = min(max_pixels or self.max_pixels, self.max_pixels)
        rows = max(1, allowed // window.width)
        bottom = window.row_off + window.height
        return [
            Window(window.col_off, top, window.width, min(rows, bottom - top))
            for top in range(window.row_off, bottom, rows)
        ]

    def read(self, window: Window) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        """Reflectance (bands, height, width) and the mask of valid pixels of a window."""
        values = np.zeros((self.band_count, window.height, window.width), np.float32)
        valid = np.zeros((window.height, window.width), np.bool_)
        for scene, top in zip(self._scenes, self.row_offsets, strict=True):
            first = max(window.row_off, top)
            last = min(window.row_off + window.height, top + scene.grid.height)
            right = min(window.col_off + window.width, scene.grid.width)
            if first >= last or window.col_off >= right:
                continue
            overlap = Window(window.col_off, first - top, right - window.col_off, last - first)
            rows = slice(first - window.row_off, last - window.row_off)
            columns = slice(0, overlap.width)
            values[:, rows, columns], valid[rows, columns] = scene.read(overlap)
        return values, valid
