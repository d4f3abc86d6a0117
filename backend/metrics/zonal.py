"""Counts the pixels of each class of a map, and sums their confidence, in zones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from rasterio import features
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ..core.reporter import Reporter
from ..scene.sources import damaged_error
from .class_map import NO_CLASS, ClassRaster


@dataclass(frozen=True)
class ZoneCounts:
    """Pixels (zones, classes) of each class, and the mean confidence of zones."""

    codes: tuple[int, ...]
    pixels: npt.NDArray[np.int64]
    #: NaN for zones without a pixel with confidence, and without a raster of confidence.
    confidence: npt.NDArray[np.float64]
    #: Zones without a pixel centre, for which the pixel that they lie in was counted.
    too_small: int


def count_zones(
    raster: ClassRaster,
    zones: npt.NDArray[np.object_],
    confidence: DatasetReader | WarpedVRT | None,
    reporter: Reporter,
) -> ZoneCounts:
    """Count the pixels whose centre lies in each zone, given in pixel coordinates.

    Zones may overlap: each is counted by itself.
    """
    table: dict[int, npt.NDArray[np.int64]] = {}
    sums, numbers = np.zeros(len(zones)), np.zeros(len(zones), np.int64)
    covered = np.zeros(len(zones), np.bool_)

    def add(zone: int, codes: npt.NDArray[np.int32], values: npt.NDArray[np.float64]) -> None:
        covered[zone] = True
        found, counts = np.unique(codes[codes != NO_CLASS], return_counts=True)
        for code, count in zip(found.tolist(), counts.tolist(), strict=True):
            if code not in table:
                table[code] = np.zeros(len(zones), np.int64)
            table[code][zone] += count
        known = np.isfinite(values)
        sums[zone] += values[known].sum()
        numbers[zone] += known.sum()

    tree = shapely.STRtree(zones)
    windows = list(raster.windows())
    for window in reporter.follow(windows):
        hits = tree.query(_outline(window))
        if not len(hits):
            continue
        codes, values = raster.read(window), _read_confidence(confidence, window)
        for zone in np.sort(hits).tolist():
            for slices, mask in _masks(zones[zone], window):
                if mask.any():
                    add(zone, codes[slices][mask], values[slices][mask])
    small = np.flatnonzero(~covered)
    points = shapely.get_coordinates(shapely.point_on_surface(zones[small]))
    cells = np.floor(points).astype(np.int64) if len(points) == len(small) else np.empty((0, 2))
    too_small = 0
    for zone, (column, row) in zip(small.tolist(), cells.tolist(), strict=False):
        if 0 <= row < raster.grid.height and 0 <= column < raster.grid.width:
            window = Window(int(column), int(row), 1, 1)
            add(zone, raster.read(window), _read_confidence(confidence, window))
            too_small += 1
    codes_found = tuple(sorted(table))
    pixels = np.zeros((len(zones), len(codes_found)), np.int64)
    for index, code in enumerate(codes_found):
        pixels[:, index] = table[code]
    with np.errstate(invalid="ignore"):
        return ZoneCounts(codes_found, pixels, sums / numbers, too_small)


def _masks(
    zone: shapely.Geometry, window: Window
) -> Iterator[tuple[tuple[slice, slice], npt.NDArray[np.bool_]]]:
    """The part of a window that may lie in a zone, and the mask of the pixels that do."""
    bounds = np.array(zone.bounds)
    if not np.isfinite(bounds).all():
        return
    first = np.array([window.col_off, window.row_off])
    size = np.array([window.width, window.height])
    low = np.clip(np.floor(bounds[:2]) - first, 0, size).astype(int)
    high = np.clip(np.ceil(bounds[2:]) - first, 0, size).astype(int)
    if (high <= low).any():
        return
    origin = first + low
    mask = features.rasterize(
        [zone],
        (high[1] - low[1], high[0] - low[0]),
        transform=Affine.translation(*origin.tolist()),
        dtype=np.uint8,
    ).astype(np.bool_)
    yield (slice(low[1], high[1]), slice(low[0], high[0])), mask


def _outline(window: Window) -> shapely.Geometry:
    return shapely.box(
        window.col_off,
        window.row_off,
        window.col_off + window.width,
        window.row_off + window.height,
    )


def _read_confidence(
    confidence: DatasetReader | WarpedVRT | None, window: Window
) -> npt.NDArray[np.float64]:
    """Confidence of a window; NaN where there is none."""
    if confidence is None:
        return np.full((window.height, window.width), np.nan)
    try:
        values = confidence.read(1, window=window).astype(np.float64)
        valid = confidence.read_masks(1, window=window) > 0
    except RasterioError as error:
        raise damaged_error(confidence.name, error) from error
    return np.where(valid, values, np.nan)
