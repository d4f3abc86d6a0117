"""Windows of a scene's composites at any scale, as inputs of the backbone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..core.failures import is_out_of_memory
from ..scene.composites import Composite, read_composites
from ..scene.grid import Grid
from ..scene.scene_like import SceneLike
from .tiling import Lattice, fill_gaps, mirrored

#: Composites and mask of a part of a scene.
_Tile = tuple[np.ndarray, np.ndarray]
#: Width and height of the tiles in which composites are read, where the file allows.
TILE = 256
#: Pixels whose composites are kept (25 bytes each for two), and in blocks of a scene's memory.
#: With fewer, more tiles of a scene wider than 2,000 pixels are read for two rows of blocks.
MAX_KEPT_PIXELS, KEPT_BLOCKS = 4 * 2**20, 4


@dataclass(frozen=True)
class Pyramid:
    """The lattices of one scene at one scale."""

    scale: int
    rows: Lattice
    columns: Lattice

    @classmethod
    def of(cls, grid: Grid, scale: int, size: int, stride: int) -> Pyramid:
        """The lattices of a grid whose pixels are averaged `scale` × `scale`."""
        return cls(
            scale,
            Lattice(-(-grid.height // scale), size, stride),
            Lattice(-(-grid.width // scale), size, stride),
        )

    def covering(self, window: Window) -> list[tuple[int, int]]:
        """Numbers of the windows that a block of full-resolution pixels needs."""
        top, bottom, left, right = self.coarse_bounds(window)
        return [
            (row, column)
            for row in self.rows.covering(top, bottom)
            for column in self.columns.covering(left, right)
        ]

    def visible_window(self, number: tuple[int, int]) -> Window:
        """The full-resolution pixels of the scene inside a window."""
        bounds = []
        for lattice, number_along_axis in zip((self.rows, self.columns), number, strict=True):
            first = lattice.start(number_along_axis)
            bounds.append((max(first, 0), min(first + lattice.size, lattice.length)))
        (top, bottom), (left, right) = bounds
        scale = self.scale
        return Window(left * scale, top * scale, (right - left) * scale, (bottom - top) * scale)

    def coarse_bounds(self, window: Window) -> tuple[int, int, int, int]:
        """Coarse rows and columns of a block, with one more on each side for interpolation."""
        top, bottom = _coarse(window.row_off, window.height, self.scale, self.rows.length)
        left, right = _coarse(window.col_off, window.width, self.scale, self.columns.length)
        return top, bottom, left, right


@dataclass(frozen=True)
class SceneImage:
    """All composites of a part of a scene, averaged to one scale."""

    values: np.ndarray  # (composites * 3, height, width) in 0..1
    valid: np.ndarray  # (height, width)
    top: int  # position in coarse pixels
    left: int

    def window_image(
        self, pyramid: Pyramid, number: tuple[int, int]
    ) -> tuple[np.ndarray, np.ndarray]:
        """A window in 0..1 with gaps filled, and the mask of its valid pixels."""
        rows, columns = self._pixels(pyramid, number)
        valid = self.valid[np.ix_(rows, columns)]
        return fill_gaps(self.values[:, rows][:, :, columns], valid), valid

    def window_valid(self, pyramid: Pyramid, number: tuple[int, int]) -> np.ndarray:
        """The mask of the valid pixels of a window."""
        return self.valid[np.ix_(*self._pixels(pyramid, number))]

    def _pixels(
        self, pyramid: Pyramid, number: tuple[int, int]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Rows and columns of the pixels of a window, mirrored at the scene's edges."""
        row, column = number
        size = pyramid.rows.size
        first, left = pyramid.rows.start(row), pyramid.columns.start(column)
        rows = mirrored(first, first + size, pyramid.rows.length) - self.top
        columns = mirrored(left, left + size, pyramid.columns.length) - self.left
        return rows, columns


class CompositeReader:
    """Reads composites of a scene, and keeps the tiles that were read last.

    The windows of all scales overlap, and reading spectra takes longer than anything else but the
    network. Tiles are on a lattice of the scene, so that values do not depend on the windows.
    """

    def __init__(self, scene: SceneLike, composites: Sequence[Composite]):
        self.scene, self.composites = scene, composites
        first = scene.blocks(TILE)[0]
        self._height, self._width = first.height, first.width
        kept_pixels = min(MAX_KEPT_PIXELS, KEPT_BLOCKS * scene.max_pixels)
        self._max_tiles = max(1, kept_pixels // (self._height * self._width))
        self._tiles: OrderedDict[tuple[int, int], _Tile] = OrderedDict()

    def read(self, window: Window) -> _Tile:
        """All composites (composites * 3, height, width) of a window, and the valid pixels."""
        image = np.empty((3 * len(self.composites), window.height, window.width), np.float32)
        valid = np.empty((window.height, window.width), np.bool_)
        bottom, right = window.row_off + window.height, window.col_off + window.width
        for row in range(window.row_off // self._height, -(-bottom // self._height)):
            for column in range(window.col_off // self._width, -(-right // self._width)):
                values, inside = self._tile(row, column)
                top, left = row * self._height, column * self._width
                rows = max(top, window.row_off), min(top + len(inside), bottom)
                columns = max(left, window.col_off), min(left + inside.shape[1], right)
                target = (
                    slice(rows[0] - window.row_off, rows[1] - window.row_off),
                    slice(columns[0] - window.col_off, columns[1] - window.col_off),
                )
                source = (
                    slice(rows[0] - top, rows[1] - top),
                    slice(columns[0] - left, columns[1] - left),
                )
                image[(slice(None), *target)] = values[(slice(None), *source)]
                valid[target] = inside[source]
        return image, valid

    def _tile(self, row: int, column: int) -> _Tile:
        if (row, column) in self._tiles:
            self._tiles.move_to_end((row, column))
            return self._tiles[row, column]
        grid = self.scene.grid
        top, left = row * self._height, column * self._width
        window = Window(
            left, top, min(self._width, grid.width - left), min(self._height, grid.height - top)
        )
        tile = self._read_tile(window)
        while len(self._tiles) >= self._max_tiles:
            self._tiles.popitem(last=False)
        self._tiles[row, column] = tile
        return tile

    def _read_tile(self, window: Window) -> _Tile:
        try:
            return read_composites(self.scene, self.composites, window)
        except Exception as error:
            if not is_out_of_memory(error) or not self._tiles:
                raise
        # outside the except clause, where the error no longer references the arrays
        self._tiles.clear()
        return read_composites(self.scene, self.composites, window)


def read_scene_image(
    reader: CompositeReader, pyramid: Pyramid, numbers: Sequence[tuple[int, int]]
) -> SceneImage:
    """The part of the scene that holds the given windows."""
    top, bottom = _needed(pyramid.rows, {row for row, _ in numbers})
    left, right = _needed(pyramid.columns, {column for _, column in numbers})
    # in strips, since windows of a large scale cover several times the pixels of a block
    strip = max(1, TILE // pyramid.scale)
    values = np.empty((3 * len(reader.composites), bottom - top, right - left), np.float32)
    valid = np.empty(values.shape[1:], np.bool_)
    for first in range(top, bottom, strip):
        rows = (first, min(first + strip, bottom))
        target = slice(rows[0] - top, rows[1] - top)
        values[:, target], valid[target] = average(
            *read_coarse_range(reader, pyramid.scale, rows, (left, right)), pyramid.scale
        )
    return SceneImage(values, valid, top, left)


def read_coarse_range(
    reader: CompositeReader, scale: int, rows: tuple[int, int], columns: tuple[int, int]
) -> tuple[np.ndarray, np.ndarray]:
    """Composites and mask, in full resolution, of a range of coarse rows and columns."""
    (top, bottom), (left, right), grid = rows, columns, reader.scene.grid
    window = Window(
        left * scale,
        top * scale,
        min(right * scale, grid.width) - left * scale,
        min(bottom * scale, grid.height) - top * scale,
    )
    return reader.read(window)


def _needed(lattice: Lattice, numbers: set[int]) -> tuple[int, int]:
    """The range of pixels in windows, mirrored parts included."""
    pixels = [
        mirrored(lattice.start(number), lattice.start(number) + lattice.size, lattice.length)
        for number in numbers
    ]
    return min(int(p.min()) for p in pixels), max(int(p.max()) for p in pixels) + 1


def average(image: np.ndarray, valid: np.ndarray, scale: int) -> tuple[np.ndarray, np.ndarray]:
    """Mean of the valid pixels of each `scale` × `scale` cell, and the mask of cells with any."""
    if scale == 1:
        return image, valid
    height, width = valid.shape
    rows, columns = np.arange(0, height, scale), np.arange(0, width, scale)

    def total(values: np.ndarray) -> np.ndarray:
        summed = np.add.reduceat(values, rows, axis=-2)
        return np.add.reduceat(summed, columns, axis=-1)

    count = total(valid.astype(np.float32))
    means = np.empty((len(image), *count.shape), np.float32)
    for mean, values in zip(means, image, strict=True):  # of all at once would be a large copy
        mean[:] = total(np.where(valid, values, 0.0)) / np.maximum(count, 1)
    return means, count > 0


def _coarse(offset: int, length: int, scale: int, max_length: int) -> tuple[int, int]:
    first = int(np.floor((offset + 0.5) / scale - 0.5))
    last = int(np.ceil((offset + length - 0.5) / scale - 0.5)) + 1
    return max(0, first), min(max_length, last + 1)
