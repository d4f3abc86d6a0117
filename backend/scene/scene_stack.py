"""Several scenes seen as one, above each other: what is learnt from it suits them all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from affine import Affine
from rasterio.windows import Window

from ..compute.subsampling import evenly_spaced
from .band_matching import MatchedScene
from .grid import Grid
from .raster import SAMPLE_PIXELS, Scene

#: Scenes begin at multiples of this, so that few windows see two of them.
ROW_ALIGNMENT = 64


class SceneStack:
    """Reads like a `Scene`; where a scene is narrower than the widest, there is no data.

    All have the bands of the first one, a plain `Scene`.
    """

    def __init__(self, first: Scene, others: Sequence[MatchedScene]):
        self._scenes: list[Scene | MatchedScene] = [first, *others]
        self.wavelengths = first.wavelengths
        self.used = first.used
        self.rgb_bands = first.rgb_bands
        self.path = " + ".join(str(scene.path) for scene in self._scenes)
        self.identity = {
            path: identity for scene in self._scenes for path, identity in scene.identity.items()
        }
        heights = [-(-scene.grid.height // ROW_ALIGNMENT) * ROW_ALIGNMENT for scene in self._scenes]
        self.row_offsets = [sum(heights[:place]) for place in range(len(heights))]
        width = max(scene.grid.width for scene in self._scenes)
        self.grid = Grid(width, sum(heights), Affine.identity(), None)
        self.max_pixels = min(scene.max_pixels for scene in self._scenes)
        share = max(1, SAMPLE_PIXELS // len(self._scenes))
        self.sample = np.concatenate(
            [scene.sample[evenly_spaced(len(scene.sample), share)] for scene in self._scenes]
        )

    def blocks(self, size: int = 256) -> list[Window]:
        """Those of the scenes, one scene after the other."""
        return [
            Window(block.col_off, top + block.row_off, block.width, block.height)
            for scene, top in zip(self._scenes, self.row_offsets, strict=True)
            for block in scene.blocks(size)
        ]

    def sample_blocks(self) -> Iterator[Window]:
        """Windows spread over all scenes."""
        blocks = self.blocks(128)
        yield from (blocks[index] for index in evenly_spaced(len(blocks), 64))

    def parts(self, window: Window, size: int = 256) -> list[Window]:
        """A window in stripes that memory allows."""
        rows = max(1, self.max_pixels // window.width)
        bottom = window.row_off + window.height
        return [
            Window(window.col_off, top, window.width, min(rows, bottom - top))
            for top in range(window.row_off, bottom, rows)
        ]

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Reflectance (bands, height, width) and the mask of valid pixels of a window."""
        values = np.zeros((len(self.used), window.height, window.width), np.float32)
        valid = np.zeros((window.height, window.width), bool)
        for scene, top in zip(self._scenes, self.row_offsets, strict=True):
            first = max(window.row_off, top)
            last = min(window.row_off + window.height, top + scene.grid.height)
            right = min(window.col_off + window.width, scene.grid.width)
            if first >= last or window.col_off >= right:
                continue
            inside = Window(window.col_off, first - top, right - window.col_off, last - first)
            rows = slice(first - window.row_off, last - window.row_off)
            place = (rows, slice(0, inside.width))
            values[(slice(None), *place)], valid[place] = scene.read(inside)
        return values, valid
