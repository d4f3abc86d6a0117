"""Reads products in HDF5 files, whatever the order of their axes and the geometry of their pixels.

A product module describes a file as a `Layout`: its cubes, bands, grid, and, for pixels in sensor
geometry, how they are located on the grid. Windows in sensor geometry are read as the smallest
block of the sensor that contains them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import h5py
import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ...core.errors import UserError, first_line
from ..bands import Band
from ..grid import Grid
from ..nodata import equals_nodata
from ..reflectance_scale import Scaling
from ..sources import (
    ChoosePixels,
    QualityLayer,
    damaged_error,
    pixels_with_data,
    unreadable_error,
)
from .hdf5 import READ_ERRORS

#: Rows and columns of the map that are read at once, since a swath may be rotated against it.
TILE_ROWS, TILE_COLUMNS = 64, 128
BLOCK_SHAPE = (128, 128)

Positions = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]
Block = npt.NDArray[np.generic]


class Geolocation(Protocol):
    """Where on the map grid the pixels of a sensor lie."""

    @property
    def description(self) -> str:
        """How the pixels are resampled, for the log."""

    def lookup(self, window: Window) -> Positions:
        """Line and sample, from 0, of every pixel of a window of the map; -1 where none is."""


class FlagLayer(Protocol):
    """A quality layer in the geometry of the cube."""

    @property
    def name(self) -> str:
        """What it flags."""

    def read(self, rows: slice, columns: slice) -> npt.NDArray[np.bool_]:
        """Where pixels are flagged."""


@dataclass(frozen=True)
class FlagArray:
    """A quality layer in an array of its own, or in one band of an array."""

    name: str
    array: h5py.Dataset
    is_set: Callable[[Block], npt.NDArray[np.bool_]]
    band: int | None = None

    def read(self, rows: slice, columns: slice) -> npt.NDArray[np.bool_]:
        """Where pixels are flagged."""
        if self.band is None:
            return self.is_set(self.array[rows, columns])
        return self.is_set(self.array[rows, columns, self.band])


@dataclass(frozen=True)
class Layout:
    """What a product module finds in a file."""

    cubes: tuple[h5py.Dataset, ...]
    band_axis: int
    #: Cube and position, from 0, of each band.
    positions: tuple[tuple[int, int], ...]
    bands: tuple[Band, ...]
    scaling: Scaling
    grid: Grid
    fill: float | None = None
    #: How pixels are located; None where the cube lies on the map grid.
    geolocation: Geolocation | None = None
    #: An array that is not zero where the cube has no data.
    no_data: h5py.Dataset | None = None
    flags: tuple[FlagLayer, ...] = ()
    #: A further file with quality layers, and what finds them in it.
    mask: Path | None = None
    find_flags: Callable[[h5py.File], tuple[FlagLayer, ...]] | None = None


Describe = Callable[[h5py.File], Layout]


class Hdf5Source:
    """An open product in an HDF5 file."""

    def __init__(self, path: Path, product: str, describe: Describe):
        self.path = str(path)
        self._file = h5py.File(path, "r")
        self._mask: h5py.File | None = None
        self._layout: Layout | None = None
        try:
            layout = self._layout = describe(self._file)
            self._check(layout)
        except READ_ERRORS as error:
            self.close()
            raise unreadable_error(
                self.path, f"an unusual {product} product: {first_line(error)}"
            ) from error
        except BaseException:
            self.close()
            raise
        self.files: tuple[str, ...] = (self.path,)
        self.grid, self.bands, self.scaling = layout.grid, layout.bands, layout.scaling
        self.block_shape = _block_shape(layout)
        stored_bytes = max(cube.dtype.itemsize for cube in layout.cubes)
        # in sensor geometry a window is held twice
        self.value_bytes = stored_bytes * (2 if layout.geolocation else 1)
        self.notes: tuple[str, ...] = ()
        if layout.geolocation is not None:
            self.notes = (layout.geolocation.description,)

    def close(self) -> None:
        """Close the file."""
        if self._mask is not None:
            self._mask.close()
        self._file.close()

    def open_quality_layers(self) -> tuple[QualityLayer, ...]:
        """The quality layers of the product on the map grid."""
        layout = self._described
        flags = layout.flags
        if layout.mask is not None and layout.find_flags is not None:
            try:
                if self._mask is None:
                    self._mask = h5py.File(layout.mask, "r")
                flags = (*flags, *layout.find_flags(self._mask))
            except READ_ERRORS as error:
                raise UserError(
                    "scene.invalid_quality_mask",
                    f"The mask {layout.mask} of the product cannot be read ({first_line(error)}).",
                    "Download it again, or choose the quality mask none.",
                ) from error
        files = () if layout.mask is None else (str(layout.mask),)
        return tuple(_MapFlags(self, entry, files) for entry in flags)

    def read(self, indexes: Sequence[int], window: Window) -> npt.NDArray[np.float32]:
        """Stored values (bands, height, width) on the map grid; NaN where there are none."""
        values = np.full((len(indexes), window.height, window.width), np.nan, np.float32)
        self.place(values, window, lambda rows, columns: self._block(indexes, rows, columns))
        return values

    def read_spectra(
        self, indexes: Sequence[int], window: Window, choose: ChoosePixels
    ) -> npt.NDArray[np.float32]:
        """Stored spectra (pixels, bands) of some pixels on the map grid."""
        values = self.read(indexes, window)
        rows, columns = np.unravel_index(choose(pixels_with_data(values)), values.shape[1:])
        return np.ascontiguousarray(values[:, rows, columns].T)

    def place(
        self,
        values: npt.NDArray[np.generic],
        window: Window,
        read_block: Callable[[slice, slice], Block],
    ) -> None:
        """Fill `values` (layers, height, width) with what is read in the geometry of the cube."""
        geolocation = self._described.geolocation
        try:
            if geolocation is None:
                rows = slice(window.row_off, window.row_off + window.height)
                columns = slice(window.col_off, window.col_off + window.width)
                values[:] = read_block(rows, columns)
                return
            for top in range(0, window.height, TILE_ROWS):
                for left in range(0, window.width, TILE_COLUMNS):
                    tile = Window(
                        window.col_off + left,
                        window.row_off + top,
                        min(TILE_COLUMNS, window.width - left),
                        min(TILE_ROWS, window.height - top),
                    )
                    target = values[:, top : top + tile.height, left : left + tile.width]
                    _place_tile(target, *geolocation.lookup(tile), read_block)
        except READ_ERRORS as error:
            raise damaged_error(self.path, first_line(error)) from error

    @property
    def _described(self) -> Layout:
        if self._layout is None:
            raise RuntimeError("the product is not described")
        return self._layout

    def _block(
        self, indexes: Sequence[int], rows: slice, columns: slice
    ) -> npt.NDArray[np.float32]:
        """Values (bands, height, width) in the geometry of the cubes."""
        layout = self._described
        shape = (len(indexes), rows.stop - rows.start, columns.stop - columns.start)
        values = np.empty(shape, np.float32)
        for number, cube in enumerate(layout.cubes):
            requested = [
                (target, layout.positions[index - 1][1])
                for target, index in enumerate(indexes)
                if layout.positions[index - 1][0] == number
            ]
            if not requested:
                continue
            targets, positions = (list(entry) for entry in zip(*requested, strict=True))
            first = min(positions)
            key = [rows, columns]
            key.insert(layout.band_axis, slice(first, max(positions) + 1))
            slab = np.moveaxis(cube[tuple(key)], layout.band_axis, 0)
            stored = slab[np.array(positions) - first]
            with np.errstate(over="ignore"):  # values that are too large count as missing
                values[targets] = stored
            if layout.fill is not None:
                missing = equals_nodata(stored, layout.fill)
                if missing.any():
                    values[targets] = np.where(missing, np.nan, values[targets])
        if layout.no_data is not None:
            values[:, layout.no_data[rows, columns] != 0] = np.nan
        return values

    @staticmethod
    def _check(layout: Layout) -> None:
        """`ValueError` where the parts of a product do not match."""
        sizes = {tuple(np.delete(cube.shape, layout.band_axis).tolist()) for cube in layout.cubes}
        if len(sizes) != 1 or not min(next(iter(sizes))):
            raise ValueError("its cubes differ in size or are empty")
        if not len(layout.bands) == len(layout.positions):
            raise ValueError("its bands are not described completely")
        if layout.geolocation is None and sizes != {(layout.grid.height, layout.grid.width)}:
            raise ValueError("its image and its grid differ in size")


class _MapFlags:
    """A quality layer of a product on the map grid."""

    def __init__(self, source: Hdf5Source, flags: FlagLayer, files: tuple[str, ...]):
        self.name = flags.name
        self.files = files
        self._source, self._flags = source, flags

    def read(self, window: Window) -> npt.NDArray[np.bool_]:
        """Where pixels of a window of the map are excluded."""
        values = np.zeros((1, window.height, window.width), bool)
        flags = self._flags
        self._source.place(values, window, lambda rows, columns: flags.read(rows, columns)[None])
        flagged: npt.NDArray[np.bool_] = values[0]
        return flagged

    def close(self) -> None:
        """Do nothing: the product closes its files."""


def _place_tile(
    target: npt.NDArray[np.generic],
    lines: npt.NDArray[np.int64],
    samples: npt.NDArray[np.int64],
    read_block: Callable[[slice, slice], Block],
) -> None:
    """Fill the pixels of a tile of the map that the sensor recorded."""
    has_source = lines >= 0
    if not has_source.any():
        return
    lines, samples = lines[has_source], samples[has_source]
    top, left = int(lines.min()), int(samples.min())
    block = read_block(slice(top, int(lines.max()) + 1), slice(left, int(samples.max()) + 1))
    target[:, has_source] = block[:, lines - top, samples - left]


def _block_shape(layout: Layout) -> tuple[int, int]:
    """Rows and columns that are stored together."""
    if layout.geolocation is not None:
        return BLOCK_SHAPE
    cube = layout.cubes[0]
    if cube.chunks is None:
        return (1, layout.grid.width) if layout.band_axis else BLOCK_SHAPE
    rows, columns = (int(size) for size in np.delete(cube.chunks, layout.band_axis))
    return rows, columns
