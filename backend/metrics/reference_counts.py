"""Counts how often each pair of map class and reference class occurs, window by window.

The result is a table of counts whose size does not depend on that of the map.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window

from ..core.errors import UserError
from ..core.reporter import Reporter
from ..labels.training_pixels import TrainingPixels
from ..scene.ground_area import PixelAreas, pixel_areas
from .class_map import NO_CLASS, ClassRaster

#: A reference raster has no polygons: its pixels are grouped into squares, this many per side.
SQUARES_PER_SIDE = 20
_CODE_BITS = 12  # of each code in a packed key
_MAX_CODES = 2**_CODE_BITS


@dataclass(frozen=True)
class ReferenceCounts:
    """Counts of compared pixels; columns of `cells`: group, in training, stratum, map, reference.

    `reference` is a class index (vector reference) or a code (raster reference); the map and the
    stratum are codes, `NO_CLASS` where the pixel has none.
    """

    cells: np.ndarray  # (cells, 5)
    counts: np.ndarray
    map_pixels: dict[int, int]  # of each code of the map
    strata_pixels: dict[int, int]  # of each stratum's code, where the map has a class
    compared: int  # pixels with both map and reference
    #: Square metres; None where the coordinate system of the map does not give them.
    map_areas: dict[int, float] | None = None
    #: Where pixels differ in area: square metres of each stratum, and of each cell where the
    #: reference is a raster.
    strata_areas: dict[int, float] | None = None
    areas: np.ndarray | None = None

    @property
    def groups(self) -> np.ndarray:
        """The polygon, point or square of each cell."""
        return np.asarray(self.cells[:, 0])

    @property
    def in_training(self) -> np.ndarray:
        """Whether the pixels of each cell lie inside training polygons."""
        return np.asarray(self.cells[:, 1] == 1)

    @property
    def strata(self) -> np.ndarray:
        """The code of the stratum of each cell."""
        return np.asarray(self.cells[:, 2])

    @property
    def map_codes(self) -> np.ndarray:
        """The code of the map of each cell."""
        return np.asarray(self.cells[:, 3])

    @property
    def references(self) -> np.ndarray:
        """The class of the reference of each cell."""
        return np.asarray(self.cells[:, 4])

    @property
    def mapped_pixels(self) -> int:
        """The number of pixels of the map that have a class."""
        return sum(self.map_pixels.values())


class _CodeTable:
    """Numbers codes in the order of their appearance, and counts their pixels and areas."""

    def __init__(self) -> None:
        self.table = np.full(2**16, -1, np.int64)
        self.found: list[int] = []
        self.pixels: dict[int, int] = {}
        self.areas: dict[int, float] = {}

    def add(
        self, codes: np.ndarray, count_pixels: bool = True, areas: np.ndarray | None = None
    ) -> None:
        """Add the codes of an array; those below 0 are none. `areas` are those of its pixels."""
        histogram = np.bincount(codes[codes >= 0].ravel(), minlength=1)
        for code in np.flatnonzero(histogram).tolist():
            if self.table[code] < 0:
                if len(self.found) == _MAX_CODES - 1:
                    raise UserError(
                        "assess.not_classes",
                        f"A raster holds more than {_MAX_CODES - 1} different codes.",
                        "Choose rasters of class codes, not of measurements or object numbers.",
                    )
                self.table[code] = len(self.found)
                self.found.append(code)
            if count_pixels:
                self.pixels[code] = self.pixels.get(code, 0) + int(histogram[code])
        if areas is not None:
            has_class = codes >= 0
            summed = np.bincount(codes[has_class], weights=areas[has_class], minlength=1)
            for code in np.flatnonzero(summed).tolist():
                self.areas[code] = self.areas.get(code, 0.0) + float(summed[code])


def count_reference_polygons(
    mapped: ClassRaster,
    reference_pixels: TrainingPixels,
    training: np.ndarray | None,
    strata: ClassRaster | None,
    reporter: Reporter,
) -> ReferenceCounts:
    """Count labelled pixels; `training` holds the sorted positions of training pixels, if any."""
    width = mapped.grid.width
    order = np.argsort(reference_pixels.rows, kind="stable")
    rows, columns = reference_pixels.rows[order], reference_pixels.columns[order]
    codes = np.full(len(rows), NO_CLASS, np.int32)
    strata_codes = np.full(len(rows), NO_CLASS, np.int32)
    map_table, strata_table = _CodeTable(), _CodeTable()
    ground = pixel_areas(mapped.grid)
    for window, block, layer in _blocks(mapped, strata, reporter):
        window_areas = _varying_areas(ground, window)
        map_table.add(block, areas=window_areas)
        if layer is not None:
            strata_table.add(layer, areas=window_areas)
        first, last = np.searchsorted(rows, [window.row_off, window.row_off + window.height])
        inside = np.arange(first, last)
        across = columns[inside] - window.col_off
        inside = inside[(across >= 0) & (across < window.width)]
        position = rows[inside] - window.row_off, columns[inside] - window.col_off
        codes[inside] = block[position]
        if layer is not None:
            strata_codes[inside] = layer[position]
    flagged = np.zeros(len(rows), bool)
    if training is not None:
        flagged = _is_member(rows * width + columns, training)
    columns_of = np.column_stack(
        [
            reference_pixels.group[order],
            flagged,
            strata_codes,
            codes,
            reference_pixels.target[order],
        ]
    ).astype(np.int64)
    cells, counts = np.unique(columns_of, axis=0, return_counts=True)
    return ReferenceCounts(
        cells,
        counts,
        map_table.pixels,
        strata_table.pixels,
        int((codes >= 0).sum()),
        _areas(ground, map_table),
        strata_table.areas or None,
    )


def count_reference_raster(
    mapped: ClassRaster,
    reference: ClassRaster,
    training: np.ndarray | None,
    strata: ClassRaster | None,
    reporter: Reporter,
) -> ReferenceCounts:
    """Count every pixel that has a class in the reference raster."""
    grid = mapped.grid
    map_table, truth, strata_table = _CodeTable(), _CodeTable(), _CodeTable()
    total: dict[int, int] = {}
    covered: dict[int, float] = {}
    compared = 0
    ground = pixel_areas(grid)
    for window, block, layer in _blocks(mapped, strata, reporter):
        reference_codes = reference.read(window)
        window_areas = _varying_areas(ground, window)
        map_table.add(block, areas=window_areas)
        truth.add(reference_codes, count_pixels=False)
        if layer is not None:
            strata_table.add(layer, areas=window_areas)
        rows, columns = np.nonzero(reference_codes != NO_CLASS)
        if len(rows) == 0:
            continue
        codes = block[rows, columns]
        compared += int((codes >= 0).sum())
        key = _square(rows + window.row_off, columns + window.col_off, grid.height, grid.width)
        if training is not None:
            positions = (rows + window.row_off) * grid.width + columns + window.col_off
            key = key * 2 + _is_member(positions, training)
        else:
            key = key * 2
        stratum = layer[rows, columns] if layer is not None else None
        for values, table in (
            (stratum, strata_table),
            (codes, map_table),
            (reference_codes[rows, columns], truth),
        ):
            key <<= _CODE_BITS
            if values is not None:  # 0 stands for no class
                key += np.where(values >= 0, table.table[np.maximum(values, 0)] + 1, 0)
        keys, counts = np.unique(key, return_counts=True)
        for packed, count in zip(keys.tolist(), counts.tolist(), strict=True):
            total[packed] = total.get(packed, 0) + count
        if window_areas is not None:
            summed = np.bincount(np.searchsorted(keys, key), weights=window_areas[rows, columns])
            for packed, area in zip(keys.tolist(), summed.tolist(), strict=True):
                covered[packed] = covered.get(packed, 0.0) + area
    keys = np.array(sorted(total), np.int64)
    counts = np.array([total[packed] for packed in keys.tolist()], np.int64)
    areas = np.array([covered[packed] for packed in keys.tolist()]) if covered else None
    parts = []
    for table in (truth, map_table, strata_table):
        found = np.array([NO_CLASS, *table.found])
        parts.append(found[keys & (_MAX_CODES - 1)])
        keys = keys >> _CODE_BITS
    cells = np.column_stack([keys >> 1, keys & 1, parts[2], parts[1], parts[0]])
    return ReferenceCounts(
        cells.reshape(-1, 5),
        counts,
        map_table.pixels,
        strata_table.pixels,
        compared,
        _areas(ground, map_table),
        strata_table.areas or None,
        areas,
    )


def _varying_areas(ground: PixelAreas | None, window: Window) -> np.ndarray | None:
    """The areas of the pixels of a window; None where all pixels have the same area."""
    return ground.window(window) if ground is not None and ground.differ else None


def _areas(ground: PixelAreas | None, map_table: _CodeTable) -> dict[int, float] | None:
    if ground is None or ground.differ:
        return map_table.areas or None
    return {code: number * ground.mean for code, number in map_table.pixels.items()}


def _blocks(
    mapped: ClassRaster, strata: ClassRaster | None, reporter: Reporter
) -> Iterator[tuple[Window, np.ndarray, np.ndarray | None]]:
    for window in reporter.follow(mapped.windows(), mapped.count()):
        block = mapped.read(window)
        layer = None
        if strata is not None:
            layer = strata.read(window)
            layer[block == NO_CLASS] = NO_CLASS
        yield window, block, layer


def _square(rows: np.ndarray, columns: np.ndarray, height: int, width: int) -> np.ndarray:
    """The number of the square that each pixel lies in."""
    side = max(1, -(-max(height, width) // SQUARES_PER_SIDE))
    squares = (rows // side).astype(np.int64) * SQUARES_PER_SIDE + columns // side
    return np.asarray(squares)


def _is_member(positions: np.ndarray, members: np.ndarray) -> np.ndarray:
    """Which of the positions are among the sorted members."""
    if len(members) == 0:
        return np.zeros(len(positions), bool)
    nearest = np.minimum(np.searchsorted(members, positions), len(members) - 1)
    return np.asarray(members[nearest] == positions)
