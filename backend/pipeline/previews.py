"""A part of a scene that is small enough for an image in a report."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..features.cache import FeatureStore
from ..labels.training_pixels import TrainingPixels
from ..labels.training_spectra import indexes_in_window
from ..mapping.prediction import output_blocks
from ..scene.composites import fit_composites, read_composites
from ..scene.grid import Grid
from ..scene.raster import Scene

#: Scenes of up to this many pixels are shown completely, larger ones in part.
MAX_SCENE_PIXELS = 640 * 640
#: Side of the part in pixels, for methods without features.
PREVIEW_SIDE = 512


@dataclass(frozen=True)
class PreviewArea:
    """A window, the blocks that it consists of, and a caption."""

    window: Window
    blocks: list[Window]
    caption: str


def choose_preview_area(
    scene: Scene, store: FeatureStore | None, training_pixels: TrainingPixels
) -> PreviewArea:
    """The whole scene if it is small, else the block with labels of the most classes."""
    grid = scene.grid
    if grid.width * grid.height <= MAX_SCENE_PIXELS:
        blocks = store.blocks() if store else output_blocks(scene)
        return PreviewArea(grid.extent, blocks, "The whole scene")
    blocks = store.blocks() if store else _square_windows(grid)
    positions = [indexes_in_window(block, training_pixels) for block in blocks]
    best = max(
        range(len(blocks)),
        key=lambda i: (len(np.unique(training_pixels.target[positions[i]])), len(positions[i]), -i),
    )
    block = blocks[best]
    caption = (
        f"Rows {block.row_off} to {block.row_off + block.height} and columns {block.col_off} to "
        f"{block.col_off + block.width} of the scene, where labels of most classes lie"
    )
    return PreviewArea(block, [block], caption)


def natural_colours(
    scene: Scene, window: Window
) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
    """Red, green and blue (3, height, width) in 0..1, and the mask of valid pixels."""
    return read_composites(scene, fit_composites(scene, ("rgb",)), window)


def _square_windows(grid: Grid) -> list[Window]:
    return [
        Window(
            left, top, min(PREVIEW_SIDE, grid.width - left), min(PREVIEW_SIDE, grid.height - top)
        )
        for top in range(0, grid.height, PREVIEW_SIDE)
        for left in range(0, grid.width, PREVIEW_SIDE)
    ]
