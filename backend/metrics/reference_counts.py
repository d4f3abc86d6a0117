"""Compares a class map with reference data strip by strip and counts what meets what.

The result is a table of counts, small however large the map is.
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

#: A reference raster has no polygons: its pixels are grouped by a chessboard of so many squares.
SQUARES_PER_SIDE = 20
_CODE_BITS = 12  # of each code's number in a packed key
_MAX_CODES = 2**_CODE_BITS


@dataclass(frozen=True)
class ReferenceCounts:
    """What was counted. Columns of `cells`: group, in training, stratum, map code, reference.

    `reference` is a class index of the reference (vector) or a code (raster); a map without a class
    there is −1.
    """

    cells: np.ndarray  # (cells, 5)
    counts: np.ndarray
    map_pixels: dict[int, int]  # of each code of the map
    strata_pixels: dict[int, int]  # of each stratum's code, where the map has a class
    compared: int  # pixels with both map and reference
    #: Square metres; None where the map's coordinate system does not give them.
    map_areas: dict[int, float] | None = None
    #: Where pixels differ much in area: square metres of each stratum, and of each cell where
    #: the reference is a raster.
    strata_areas: dict[int, float] | None = None
    areas: np.ndarray | None = None


class _CodeTable:
    """Numbers codes in the order of their appearance."""

    def __init__(self) -> None:
        self.table = np.full(2**16, -1, np.int64)
        self.found: list[int] = []
        self.pixels: dict[int, int] = {}
        self.areas: dict[int, float] = {}

    def note(self, codes: np.ndarray, tally: bool = True, areas: np.ndarray | None = None) -> None:
        """Learn the codes of an array; those below 0 are none. `areas` are those of its pixels."""
        histogram = np.bincount(codes[codes >= 0].ravel(), minlength=1)
        for code in np.flatnonzero(histogram).tolist():
            if self.table[code] < 0:
                if len(self.found) == _MAX_CODES - 1:
                    raise UserError(
                        "assess.not_classes",
                        f"A raster holds more than {_MAX_CODES - 1} different codes.",
                        "Choose rasters of classes, not of measured numbers or of objects.",
                    )
                self.table[code] = len(self.found)
                self.found.append(code)
            if tally:
                self.pixels[code] = self.pixels.get(code, 0) + int(histogram[code])
        if areas is not None:
            shown = codes >= 0
            covered = np.bincount(codes[shown], weights=areas[shown], minlength=1)
            for code in np.flatnonzero(covered).tolist():
                self.areas[code] = self.areas.get(code, 0.0) + float(covered[code])


def count_reference_polygons(
    mapped: ClassRaster,
    reference_pixels: TrainingPixels,
    training: np.ndarray | None,
    strata: ClassRaster | None,
    reporter: Reporter,
) -> ReferenceCounts:
    """Count labelled pixels; `training` holds the sorted places of training pixels, if any."""
    width = mapped.grid.width
    order = np.argsort(reference_pixels.rows, kind="stable")
    rows, columns = reference_pixels.rows[order], reference_pixels.columns[order]
    codes = np.full(len(rows), NO_CLASS, np.int32)
    levels = np.full(len(rows), NO_CLASS, np.int32)
    seen, layers = _CodeTable(), _CodeTable()
    ground = pixel_areas(mapped.grid)
    for window, block, layer in _blocks(mapped, strata, reporter):
        here = _varying_areas(ground, window)
        seen.note(block, areas=here)
        if layer is not None:
            layers.note(layer, areas=here)
        first, last = np.searchsorted(rows, [window.row_off, window.row_off + window.height])
        inside = np.arange(first, last)
        across = columns[inside] - window.col_off
        inside = inside[(across >= 0) & (across < window.width)]
        place = rows[inside] - window.row_off, columns[inside] - window.col_off
        codes[inside] = block[place]
        if layer is not None:
            levels[inside] = layer[place]
    flagged = np.zeros(len(rows), bool)
    if training is not None:
        flagged = _is_member(rows * width + columns, training)
    columns_of = np.column_stack(
        [reference_pixels.group[order], flagged, levels, codes, reference_pixels.target[order]]
    ).astype(np.int64)
    cells, counts = np.unique(columns_of, axis=0, return_counts=True)
    return ReferenceCounts(
        cells,
        counts,
        seen.pixels,
        layers.pixels,
        int((codes >= 0).sum()),
        _areas(ground, seen),
        layers.areas or None,
    )


def count_reference_raster(
    mapped: ClassRaster,
    reference: ClassRaster,
    training: np.ndarray | None,
    strata: ClassRaster | None,
    reporter: Reporter,
) -> ReferenceCounts:
    """Count every pixel that the reference raster knows."""
    grid = mapped.grid
    seen, truth, layers = _CodeTable(), _CodeTable(), _CodeTable()
    total: dict[int, int] = {}
    covered: dict[int, float] = {}
    compared = 0
    ground = pixel_areas(grid)
    for window, block, layer in _blocks(mapped, strata, reporter):
        wanted = reference.read(window)
        here = _varying_areas(ground, window)
        seen.note(block, areas=here)
        truth.note(wanted, tally=False)
        if layer is not None:
            layers.note(layer, areas=here)
        rows, columns = np.nonzero(wanted != NO_CLASS)
        if len(rows) == 0:
            continue
        codes = block[rows, columns]
        compared += int((codes >= 0).sum())
        key = _square(rows + window.row_off, columns + window.col_off, grid.height, grid.width)
        if training is not None:
            places = (rows + window.row_off) * grid.width + columns + window.col_off
            key = key * 2 + _is_member(places, training)
        else:
            key = key * 2
        level = layer[rows, columns] if layer is not None else None
        for values, table in ((level, layers), (codes, seen), (wanted[rows, columns], truth)):
            key <<= _CODE_BITS
            if values is not None:  # 0 stands for nothing
                key += np.where(values >= 0, table.table[np.maximum(values, 0)] + 1, 0)
        keys, counts = np.unique(key, return_counts=True)
        for one, count in zip(keys.tolist(), counts.tolist(), strict=True):
            total[one] = total.get(one, 0) + count
        if here is not None:
            summed = np.bincount(np.searchsorted(keys, key), weights=here[rows, columns])
            for one, area in zip(keys.tolist(), summed.tolist(), strict=True):
                covered[one] = covered.get(one, 0.0) + area
    keys = np.array(sorted(total), np.int64)
    counts = np.array([total[one] for one in keys.tolist()], np.int64)
    areas = np.array([covered[one] for one in keys.tolist()]) if covered else None
    parts = []
    for table in (truth, seen, layers):
        found = np.array([NO_CLASS, *table.found])
        parts.append(found[keys & (_MAX_CODES - 1)])
        keys = keys >> _CODE_BITS
    cells = np.column_stack([keys >> 1, keys & 1, parts[2], parts[1], parts[0]])
    return ReferenceCounts(
        cells.reshape(-1, 5),
        counts,
        seen.pixels,
        layers.pixels,
        compared,
        _areas(ground, seen),
        layers.areas or None,
        areas,
    )


def _varying_areas(ground: PixelAreas | None, window: Window) -> np.ndarray | None:
    """The areas of a window's pixels, where their number does not give them."""
    return ground.window(window) if ground is not None and ground.differ else None


def _areas(ground: PixelAreas | None, seen: _CodeTable) -> dict[int, float] | None:
    if ground is None or ground.differ:
        return seen.areas or None
    return {code: number * ground.mean for code, number in seen.pixels.items()}


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
    side = max(1, -(-max(height, width) // SQUARES_PER_SIDE))
    return (rows // side).astype(np.int64) * SQUARES_PER_SIDE + columns // side


def _is_member(places: np.ndarray, known: np.ndarray) -> np.ndarray:
    if len(known) == 0:
        return np.zeros(len(places), bool)
    position = np.minimum(np.searchsorted(known, places), len(known) - 1)
    return known[position] == places
