"""Rasterizes geometries in pixel coordinates.

A pixel is the unit square whose upper left corner is its column and row, so that the geotransform
of the scene does not matter here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import shapely
from affine import Affine
from rasterio import Env, features

from .geometry_checks import check_crossings
from .pixel_selection import PixelSelection

_POINT, _LINE, _RING, _POLYGON = 0, 1, 2, 3
#: Larger pixel coordinates are outside of any image.
MAX_COORDINATE = 2.0**40
#: Pixels of the bounding box of a geometry that are rasterized together.
MAX_PIXELS_PER_STRIP = 4_000_000
#: How many masks are kept in memory, and the pixels of the largest of them.
MAX_KEPT_MASKS, MAX_KEPT_MASK = 4096, 4096


@dataclass(frozen=True)
class RasterizedLabels:
    """Pixels with the index of the geometry that labels them, sorted by index, row and column."""

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    geometries: npt.NDArray[np.int64]
    too_small: int  # geometries without a pixel centre, which label the pixel they lie in
    outside_image: npt.NDArray[np.int64]  # indexes of geometries outside of the image


def rasterize_labels(
    geometries: npt.NDArray[np.object_], height: int, width: int, selection: PixelSelection
) -> RasterizedLabels:
    """The pixels inside the image that geometries label."""
    parts, geometry_index = _simple_parts(geometries)
    kinds = shapely.get_type_id(parts)
    found = [np.empty((0, 3), np.int64)]
    points = kinds == _POINT
    if points.any():
        found.append(
            _pixels_around_points(parts[points], geometry_index[points], selection.point_radius)
        )
    with Env():  # otherwise each call of GDAL has one of its own, which takes longer than the call
        for part, geometry_number, kind in zip(
            parts[~points], geometry_index[~points], kinds[~points], strict=True
        ):
            for rows, columns in _covered_pixels(part, kind, height, width, selection):
                found.append(np.column_stack([np.full(len(rows), geometry_number), rows, columns]))
    cells = _drop_outside_image(np.concatenate(found), height, width)
    without_pixels = np.setdiff1d(np.arange(len(geometries)), cells[:, 0])
    interior_pixels = _drop_outside_image(
        _pixels_of_interior_points(geometries, without_pixels), height, width
    )
    cells = distinct_cells(np.concatenate([cells, interior_pixels]), height, width)
    return RasterizedLabels(
        cells[:, 1],
        cells[:, 2],
        cells[:, 0],
        len(interior_pixels),
        np.setdiff1d(without_pixels, interior_pixels[:, 0]),
    )


def distinct_cells(cells: npt.NDArray[np.int64], height: int, width: int) -> npt.NDArray[np.int64]:
    """Distinct rows of geometry, row and column, sorted."""
    count = int(cells[:, 0].max(initial=0)) + 1
    if count * height * width > np.iinfo(np.int64).max:
        return np.unique(cells, axis=0)
    # one number for each, which is sorted several times as fast as three
    numbers = np.sort((cells[:, 0] * height + cells[:, 1]) * width + cells[:, 2])
    numbers = numbers[np.r_[True, numbers[1:] != numbers[:-1]][: len(numbers)]]
    lines, columns = np.divmod(numbers, width)
    geometries, rows = np.divmod(lines, height)
    return np.column_stack([geometries, rows, columns])


def _simple_parts(
    geometries: npt.NDArray[np.object_],
) -> tuple[npt.NDArray[np.object_], npt.NDArray[np.int64]]:
    """The points, lines and polygons of geometries, each with the index of its geometry."""
    parts, geometry_index = shapely.get_parts(geometries, return_index=True)
    while (shapely.get_type_id(parts) > _POLYGON).any():
        parts, index = shapely.get_parts(parts, return_index=True)
        geometry_index = geometry_index[index]
    filled = ~shapely.is_empty(parts)
    return parts[filled], geometry_index[filled]


def _pixels_around_points(
    points: npt.NDArray[np.object_], geometry_index: npt.NDArray[np.int64], radius: float
) -> npt.NDArray[np.int64]:
    """The pixel of each point, and those whose centre is within the radius."""
    locations = shapely.get_coordinates(points)
    own = _locations_to_pixels(locations)
    cells = [np.column_stack([geometry_index, own[:, 1], own[:, 0]])]
    radius_pixels = int(np.ceil(radius))
    for row in range(-radius_pixels, radius_pixels + 1):
        for column in range(-radius_pixels, radius_pixels + 1):
            candidate = own + np.array([column, row])
            near = np.hypot(*(candidate + 0.5 - locations).T) <= radius
            cells.append(np.column_stack([geometry_index, candidate[:, 1], candidate[:, 0]])[near])
    return np.concatenate(cells)


def _covered_pixels(
    part: shapely.Geometry, kind: int, height: int, width: int, selection: PixelSelection
) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """Rows and columns of the pixels of a line or polygon, strip by strip."""
    rule = selection.polygons
    if kind in (_LINE, _RING):
        rule = "centre" if selection.line_width > 0 else "touched"
        if selection.line_width > 0:
            check_crossings(np.array([part]))
            part = part.buffer(selection.line_width / 2, cap_style="flat")
    left, top, right, bottom = _pixel_bounds(part, height, width)
    if right <= left:
        return
    rows_per_strip = max(1, MAX_PIXELS_PER_STRIP // (right - left))
    for first in range(top, bottom, rows_per_strip):
        shape = (min(rows_per_strip, bottom - first), right - left)
        is_small = shape[0] * shape[1] <= MAX_KEPT_MASK
        find_mask = _mask if is_small else _mask.__wrapped__
        mask = find_mask(part, rule, selection.minimum_coverage, (first, left), shape)
        rows, columns = np.nonzero(mask)
        yield rows + first, columns + left


@lru_cache(MAX_KEPT_MASKS)
def _mask(
    part: shapely.Geometry,
    rule: str,
    minimum: float,
    origin: tuple[int, int],
    shape: tuple[int, int],
) -> npt.NDArray[np.bool_]:
    """The mask of the pixels that a line or polygon labels in a strip.

    Small ones are kept in memory, since an edit changes one geometry of many.
    """

    def rasterize_geometry(geometry: shapely.Geometry, touched: bool) -> npt.NDArray[np.bool_]:
        if geometry.is_empty:
            return np.zeros(shape, np.bool_)
        transform = Affine.translation(origin[1], origin[0])
        inside: npt.NDArray[np.bool_] = features.rasterize(
            [geometry], shape, transform=transform, all_touched=touched, dtype=np.uint8
        ).astype(np.bool_)
        return inside

    if rule != "coverage":
        return rasterize_geometry(part, rule == "touched")
    edge = rasterize_geometry(part.boundary, True)
    mask = rasterize_geometry(part, False) & ~edge
    rows, columns = np.nonzero(edge)
    x, y = columns + origin[1], rows + origin[0]
    areas = shapely.area(shapely.intersection(shapely.box(x, y, x + 1, y + 1), part))
    mask[rows, columns] = areas >= minimum - 1e-9
    return mask


def _pixel_bounds(part: shapely.Geometry, height: int, width: int) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the bounding box in pixels; empty outside of the image."""
    bounds = np.array(part.bounds)
    if not np.isfinite(bounds).all():
        return 0, 0, 0, 0
    left, top = (int(edge) for edge in np.clip(np.floor(bounds[:2]), 0, (width, height)))
    right, bottom = (int(edge) for edge in np.clip(np.floor(bounds[2:]) + 1, 0, (width, height)))
    return (left, top, right, bottom) if bottom > top else (0, 0, 0, 0)


def _pixels_of_interior_points(
    geometries: npt.NDArray[np.object_], numbers: npt.NDArray[np.int64]
) -> npt.NDArray[np.int64]:
    """The pixel of an interior point of each numbered geometry that is not empty."""
    points = shapely.point_on_surface(geometries[numbers])
    found, index = shapely.get_coordinates(points, return_index=True)
    locations = _locations_to_pixels(found)
    return np.column_stack([numbers[index], locations[:, 1], locations[:, 0]])


def _locations_to_pixels(locations: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Columns and rows (locations, 2) of locations; -1 beyond `MAX_COORDINATE`."""
    with np.errstate(invalid="ignore"):
        far = np.logical_not((np.abs(locations) < MAX_COORDINATE).all(axis=1))
    cells = np.floor(np.where(far[:, None], -1.0, locations)).astype(np.int64)
    cells[far] = -1
    return cells


def _drop_outside_image(
    cells: npt.NDArray[np.int64], height: int, width: int
) -> npt.NDArray[np.int64]:
    row_and_column = cells[:, 1:]
    inside = ((row_and_column >= 0) & (row_and_column < (height, width))).all(axis=1)
    return cells[inside]
