"""How a raster is cut into blocks: along its own tiles, no larger than memory allows."""

from __future__ import annotations

from dataclasses import dataclass

from rasterio.windows import Window

#: Bytes that a value of a block takes at most besides its stored form: as reflectance, as a
#: spectrum, and in what a method makes of it.
WORKING_BYTES = 12


@dataclass(frozen=True)
class BlockLayout:
    """Cuts windows of one raster."""

    width: int
    height: int
    tile: tuple[int, int]  # rows, columns in which the file is stored
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
        """For a raster whose stored pixels have this many bytes, all bands together."""
        return cls(width, height, tile, max(256, budget // max(1, bytes_per_pixel)))

    def blocks(self, size: int) -> list[Window]:
        """Windows of about `size` × `size` pixels that cover the raster, in reading order."""
        return self.split(Window(0, 0, self.width, self.height), size)

    def split(self, window: Window, size: int) -> list[Window]:
        """The same within a window."""
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
        if block_rows * block_columns > self.max_pixels:  # one tile alone is too much: parts of it
            block_columns = min(block_columns, max(16, self.max_pixels // block_rows))
            return max(1, min(block_rows, self.max_pixels // block_columns)), block_columns
        # A file stored in rows is read in whole rows; tiles are joined to a square.
        columns = block_columns * max(
            1, min(round(size / block_columns), target_pixels // (block_rows * block_columns))
        )
        rows = block_rows * max(
            1, min(_target_rows(size, block_rows, columns), target_pixels // (block_rows * columns))
        )
        return rows, columns


def _target_rows(size: int, block_rows: int, columns: int) -> int:
    return max(1, round(size * max(1.0, size / columns) / block_rows))


def split_in_quarters(window: Window) -> list[Window]:
    """A window in four, or in two where it has but one row or column."""
    block_rows, block_columns = -(-window.height // 2), -(-window.width // 2)
    bottom, right = window.row_off + window.height, window.col_off + window.width
    return [
        Window(left, top, min(block_columns, right - left), min(block_rows, bottom - top))
        for top in range(window.row_off, bottom, block_rows)
        for left in range(window.col_off, right, block_columns)
    ]
