"""The pixels in view as inputs of classifiers, in square tiles that stay in memory."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..classifiers.training_data import Standardisation
from ..core.reporter import Reporter
from ..features.cache import FeatureBlocks
from ..scene.raster import Scene
from ..scene.statistics import log_reflectance
from .view import Cells, Range

#: Width and height of a tile in cells.
TILE = 128

#: Features of a cell that memory is reserved for, so that cells do not depend on their use.
RESERVED_FEATURES = 64

TileKey = tuple[int, int, int]  # step, and row and column among the tiles of this step


@dataclass
class Tile:
    """Some cells: which of them are valid, and the inputs of classifiers of these."""

    cells: Cells
    valid: npt.NDArray[np.bool_]
    spectra: npt.NDArray[np.float32]  # (valid cells, bands) standardised logarithms
    features: npt.NDArray[np.float32] | None = None  # (valid cells, features)

    def inputs(
        self, chosen: npt.NDArray[np.intp], with_features: bool
    ) -> tuple[np.ndarray, np.ndarray]:
        """Spectra and features of some of the valid cells, by their indexes."""
        features = self.features if with_features else None
        if features is None:
            features = np.zeros((len(self.spectra), 0), np.float32)
        if len(chosen) == len(self.spectra):
            return self.spectra, features
        return self.spectra[chosen], features[chosen]

    @property
    def bytes(self) -> int:
        """The memory that it takes."""
        features = 0 if self.features is None else self.features.nbytes
        return self.valid.nbytes + self.spectra.nbytes + features


class TileMemory:
    """The tiles that were used last, within a number of bytes."""

    def __init__(self, scene: Scene, standardisation: Standardisation, max_bytes: int):
        self._scene, self._standardisation = scene, standardisation
        self._max_bytes = max_bytes
        self._tiles: OrderedDict[TileKey, Tile] = OrderedDict()
        # a file that is stored in single rows can be read without those between the cells
        self._is_in_rows = scene.blocks(1)[0].height == 1

    @property
    def max_cells(self) -> int:
        """The number of cells that fit into the memory."""
        bytes_per_cell = 1 + 4 * (self._scene.band_count + RESERVED_FEATURES)
        return max(TILE * TILE, self._max_bytes // bytes_per_cell)

    def read(self, cells: Cells, reporter: Reporter) -> list[Tile]:
        """The tiles that hold these cells, with spectra; those that are missing are read."""
        keys = list(_keys(cells))
        runs = list(_runs([key for key in keys if key not in self._tiles]))
        for run in reporter.follow(runs):
            for key, tile in self._read_run(run, reporter):
                self._tiles[key] = tile
        for key in keys:
            self._tiles.move_to_end(key)
        self._evict(len(keys))
        return [self._tiles[key] for key in keys]

    def add_features(self, tiles: Sequence[Tile], store: FeatureBlocks, reporter: Reporter) -> None:
        """Read the features of the tiles that have none."""
        grid = self._scene.grid
        missing = [tile for tile in tiles if tile.features is None and len(tile.spectra)]
        for tile in missing:
            tile_features = np.zeros((store.width, *tile.valid.shape), np.float32)
            rows, columns = tile.cells.pixel_rows(grid), tile.cells.pixel_columns(grid)
            parts = [
                (block, inside)
                for block in store.blocks()
                if (inside := _inside(block, rows, columns)) is not None
            ]
            for block, (own_rows, own_columns) in parts:
                values = store.read(block, reporter)
                tile_features[:, own_rows, own_columns] = values[
                    :,
                    (rows[own_rows] - block.row_off)[:, None],
                    (columns[own_columns] - block.col_off)[None, :],
                ]
            tile.features = np.ascontiguousarray(tile_features[:, tile.valid].T)

    def drop_features(self) -> None:
        """Forget the features of all tiles, since others are used from now on."""
        for tile in self._tiles.values():
            tile.features = None

    def _evict(self, kept: int) -> None:
        """Remove the tiles that were not used for longest, but not the last `kept` ones."""
        total = sum(tile.bytes for tile in self._tiles.values())
        while total > self._max_bytes and len(self._tiles) > kept:
            total -= self._tiles.popitem(last=False)[1].bytes

    def _read_run(
        self, keys: Sequence[TileKey], reporter: Reporter
    ) -> Iterator[tuple[TileKey, Tile]]:
        """Read neighbouring tiles of a row at once."""
        all_cells = [self._cells(key) for key in keys]
        first, last = all_cells[0], all_cells[-1]
        run = Cells(first.step, first.rows, (first.columns[0], last.columns[1]))
        values, valid = self._read_cells(run, reporter)
        for key, cells in zip(keys, all_cells, strict=True):
            own = slice(
                cells.columns[0] - run.columns[0],
                cells.columns[1] - run.columns[0],
            )
            inside = np.ascontiguousarray(valid[:, own])
            reflectance = values[:, :, own][:, inside].T
            spectra = self._standardisation.apply(log_reflectance(reflectance))
            yield key, Tile(cells, inside, np.ascontiguousarray(spectra))

    def _cells(self, key: TileKey) -> Cells:
        step, row, column = key
        grid = self._scene.grid
        height, width = -(-grid.height // step), -(-grid.width // step)
        return Cells(
            step,
            (row * TILE, min((row + 1) * TILE, height)),
            (column * TILE, min((column + 1) * TILE, width)),
        )

    def _read_cells(
        self, cells: Cells, reporter: Reporter
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        """Reflectance (bands, rows, columns) of cells, and the mask of valid ones."""
        grid = self._scene.grid
        rows, columns = cells.pixel_rows(grid), cells.pixel_columns(grid)
        values = np.zeros((self._scene.band_count, *cells.shape), np.float32)
        valid = np.zeros(cells.shape, np.bool_)
        for window in self._windows(rows, columns, cells.step):
            inside = _inside(window, rows, columns)
            if inside is None:
                continue
            reporter.check()
            read, mask = self._scene.read(window)
            own_rows, own_columns = inside
            taken_rows = _as_slice(rows[own_rows] - window.row_off)
            taken_columns = _as_slice(columns[own_columns] - window.col_off)
            values[:, own_rows, own_columns] = read[:, taken_rows][:, :, taken_columns]
            valid[own_rows, own_columns] = mask[taken_rows][:, taken_columns]
        return values, valid

    def _windows(
        self, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64], step: int
    ) -> Iterator[Window]:
        """Windows of the scene that hold these rows and columns."""
        left, width = int(columns[0]), int(columns[-1] - columns[0]) + 1
        if step > 1 and self._is_in_rows:
            for row in rows.tolist():
                yield Window(left, row, width, 1)
            return
        whole = Window(left, int(rows[0]), width, int(rows[-1] - rows[0]) + 1)
        yield from self._scene.parts(whole)


def _keys(cells: Cells) -> Iterator[TileKey]:
    """The tiles that hold these cells, row by row."""
    for row in _tiles_of(cells.rows):
        for column in _tiles_of(cells.columns):
            yield cells.step, row, column


def _tiles_of(cells: Range) -> range:
    return range(cells[0] // TILE, -(-cells[1] // TILE))


def _runs(keys: Sequence[TileKey]) -> Iterator[list[TileKey]]:
    """Neighbouring tiles of a row, together."""
    run: list[TileKey] = []
    for key in keys:
        if run and key != (run[-1][0], run[-1][1], run[-1][2] + 1):
            yield run
            run = []
        run.append(key)
    if run:
        yield run


def _as_slice(positions: npt.NDArray[np.int64]) -> slice | npt.NDArray[np.int64]:
    """Ascending positions as a slice where they are evenly spaced, which is quicker to copy."""
    step = int(positions[1] - positions[0]) if len(positions) > 1 else 1
    if (np.diff(positions) == step).all():
        return slice(int(positions[0]), int(positions[-1]) + 1, step)
    return positions


def _inside(
    window: Window, rows: npt.NDArray[np.int64], columns: npt.NDArray[np.int64]
) -> tuple[slice, slice] | None:
    """Where sorted rows and columns lie in a window; None where none do."""
    top, bottom = np.searchsorted(rows, (window.row_off, window.row_off + window.height))
    left, right = np.searchsorted(columns, (window.col_off, window.col_off + window.width))
    if top == bottom or left == right:
        return None
    return slice(int(top), int(bottom)), slice(int(left), int(right))
