"""Splits a raster into blocks along its tiles, no larger than the memory budget allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rasterio.windows import Window

from ..compute.subsampling import evenly_spaced

#: Bytes per value of a block besides its stored form: as reflectance, as a standardised spectrum
#: and in the computations of a classifier.
WORKING_BYTES = 12
#: Size and number of the blocks that statistics of a scene are computed from.
SAMPLE_BLOCK_SIZE, SAMPLE_BLOCKS = 128, 64


@dataclass(frozen=True)
class BlockLayout:
    """Size and tiling of a raster, and the number of pixels that a block may hold."""

    width: int
    height: int
    tile: tuple[int, int]  # rows and columns of the tiles of the file
    max_pixels: int

    @classmethod
    def of(
        cls,
        width: int,
        height: int,
        tile: tuple[int, int],
        bytes_per_pixel: int,
        budget: int,
    ) -> BlockLayout:
        """The layout of a raster with this many bytes per pixel in a budget of bytes per block."""
        return cls(width, height, tile, max(256, budget // max(1, bytes_per_pixel)))

    def blocks(self, size: int) -> list[Window]:
        """Windows of about `size` × `size` pixels that cover the raster, in reading order."""
        return self.split(Window(0, 0, self.width, self.height), size)

    def split(self, window: Window, size: int) -> list[Window]:
        """Windows of about `size` × `size` pixels that cover a window, in reading order."""
        height, width = self._shape(size)
        bottom, right = window.row_off + window.height, window.col_off + window.width
        return [
            Window(left, top, min(width, right - left), min(height, bottom - top))
            for top in range(window.row_off, bottom, height)
            for left in range(window.col_off, right, width)
        ]

    def _shape(self, size: int) -> tuple[int, int]:
        block_rows, block_columns = min(self.tile[0], self.height), min(self.tile[1], self.width)
        target_pixels = min(size * size, self.max_pixels)
        if block_rows * block_columns > self.max_pixels:  # split the tiles
            block_columns = min(block_columns, max(16, self.max_pixels // block_rows))
            return max(1, min(block_rows, self.max_pixels // block_columns)), block_columns
        # a striped file is read in full rows, tiles are joined to a square
        columns = block_columns * max(
            1, min(round(size / block_columns), target_pixels // (block_rows * block_columns))
        )
        rows = block_rows * max(
            1, min(_target_rows(size, block_rows, columns), target_pixels // (block_rows * columns))
        )
        return rows, columns


def _target_rows(size: int, block_rows: int, columns: int) -> int:
    return max(1, round(size * max(1.0, size / columns) / block_rows))


def sample_windows(blocks: Sequence[Window], max_count: int = SAMPLE_BLOCKS) -> list[Window]:
    """At most `max_count` of the blocks, evenly spaced."""
    return [blocks[index] for index in evenly_spaced(len(blocks), max_count)]


def adjacent_runs(windows: Iterable[Window], max_pixels: int) -> list[list[Window]]:
    """The windows in their order, grouped where they are neighbours in a row and are read as one.

    A group has at most `max_pixels` pixels, unless it is a single window.
    """
    runs: list[list[Window]] = []
    for window in windows:
        if runs:
            first, last = runs[-1][0], runs[-1][-1]
            width = window.col_off + window.width - first.col_off
            if (
                (window.row_off, window.height) == (last.row_off, last.height)
                and window.col_off == last.col_off + last.width
                and width * window.height <= max_pixels
            ):
                runs[-1].append(window)
                continue
        runs.append([window])
    return runs


def split_in_quarters(window: Window) -> list[Window]:
    """The four quarters of a window, or its two halves where it has one row or column only."""
    block_rows, block_columns = -(-window.height // 2), -(-window.width // 2)
    bottom, right = window.row_off + window.height, window.col_off + window.width
    return [
        Window(left, top, min(block_columns, right - left), min(block_rows, bottom - top))
        for top in range(window.row_off, bottom, block_rows)
        for left in range(window.col_off, right, block_columns)
    ]
