"""How a raster is cut into blocks: along its own tiles, no larger than memory allows."""

from __future__ import annotations

from dataclasses import dataclass

from rasterio.windows import Window

#: Bytes that a value of a block takes at most besides its stored form: as reflectance, as a
#: spectrum, and in what a method makes of it.
WORKING_BYTES = 12


@dataclass(frozen=True)
class Cutter:
    """Cuts windows of one raster."""

    width: int
    height: int
    tile: tuple[int, int]  # rows, columns in which the file is stored
    most_pixels: int

    @classmethod
    def of(
        cls,
        width: int,
        height: int,
        tile: tuple[int, int],
        bytes_per_pixel: int,
        budget: int,
    ) -> Cutter:
        """For a raster whose stored pixels have this many bytes, all bands together."""
        return cls(width, height, tile, max(256, budget // max(1, bytes_per_pixel)))

    def blocks(self, size: int) -> list[Window]:
        """Windows of about `size` × `size` pixels that cover the raster, in reading order."""
        return self.cut(Window(0, 0, self.width, self.height), size)

    def cut(self, window: Window, size: int) -> list[Window]:
        """The same within a window."""
        height, width = self._shape(size)
        bottom, right = window.row_off + window.height, window.col_off + window.width
        return [
            Window(left, top, min(width, right - left), min(height, bottom - top))
            for top in range(window.row_off, bottom, height)
            for left in range(window.col_off, right, width)
        ]

    def _shape(self, size: int) -> tuple[int, int]:
        tall, wide = min(self.tile[0], self.height), min(self.tile[1], self.width)
        wished = min(size * size, self.most_pixels)
        if tall * wide > self.most_pixels:  # one tile alone is too much: parts of it
            wide = min(wide, max(16, self.most_pixels // tall))
            return max(1, min(tall, self.most_pixels // wide)), wide
        # A file stored in rows is read in whole rows; tiles are joined to a square.
        columns = wide * max(1, min(round(size / wide), wished // (tall * wide)))
        rows = tall * max(1, min(_rows_wished(size, tall, columns), wished // (tall * columns)))
        return rows, columns


def _rows_wished(size: int, tall: int, columns: int) -> int:
    return max(1, round(size * max(1.0, size / columns) / tall))


def quarters(window: Window) -> list[Window]:
    """A window in four, or in two where it has but one row or column."""
    tall, wide = -(-window.height // 2), -(-window.width // 2)
    bottom, right = window.row_off + window.height, window.col_off + window.width
    return [
        Window(left, top, min(wide, right - left), min(tall, bottom - top))
        for top in range(window.row_off, bottom, tall)
        for left in range(window.col_off, right, wide)
    ]
