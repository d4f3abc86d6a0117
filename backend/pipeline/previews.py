"""A part of a scene that is small enough to be shown whole in a report."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..features.cache import FeatureStore
from ..labels.training_pixels import Examples
from ..labels.training_spectra import positions_in
from ..mapping.prediction import output_blocks
from ..scene.composites import learn_composites, read_composites
from ..scene.grid import Grid
from ..scene.raster import Scene

#: Scenes of up to so many pixels are shown whole, …
WHOLE = 640 * 640
#: … and of larger ones a square of this side.
SIDE = 512


@dataclass(frozen=True)
class Part:
    """The part, the blocks that make it up, and what to call it."""

    window: Window
    blocks: list[Window]
    what: str


def choose_part(scene: Scene, store: FeatureStore | None, examples: Examples) -> Part:
    """The whole scene, or else the block with labels of most classes, whose features are known."""
    grid = scene.grid
    if grid.width * grid.height <= WHOLE:
        blocks = store.blocks() if store else output_blocks(scene)
        return Part(grid.extent, blocks, "The whole scene")
    blocks = store.blocks() if store else _squares(grid)
    inside = [positions_in(block, examples) for block in blocks]
    best = max(
        range(len(blocks)),
        key=lambda i: (len(np.unique(examples.target[inside[i]])), len(inside[i]), -i),
    )
    block = blocks[best]
    what = (
        f"Rows {block.row_off} to {block.row_off + block.height} and columns {block.col_off} to "
        f"{block.col_off + block.width} of the scene, where labels of most classes lie"
    )
    return Part(block, [block], what)


def natural_colours(scene: Scene, window: Window) -> tuple[np.ndarray, np.ndarray]:
    """Red, green and blue (3, height, width) in 0..1, and where there are data."""
    return read_composites(scene, learn_composites(scene, ("rgb",)), window)


def _squares(grid: Grid) -> list[Window]:
    return [
        Window(left, top, min(SIDE, grid.width - left), min(SIDE, grid.height - top))
        for top in range(0, grid.height, SIDE)
        for left in range(0, grid.width, SIDE)
    ]
