"""Transforms geometries from map coordinates to the pixel coordinates of a grid."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import rasterio.warp
import shapely
from affine import Affine
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import RasterioError

from ..core.errors import UserError
from ..scene.grid import Grid

Coordinates = npt.NDArray[np.float64]

#: Errors for coordinates outside the domain of a coordinate reference system.
_PROJECTION_ERRORS = (CPLE_BaseError, shapely.errors.ShapelyError, RasterioError)


def to_pixel_coordinates(
    geometries: npt.NDArray[np.object_], source: CRS | None, grid: Grid
) -> tuple[npt.NDArray[np.object_], list[str]]:
    """The geometries in pixel coordinates of the grid, and notes on missing reference systems."""
    notes = []
    transform = grid.transform
    if source is not None and grid.crs is None and grid.is_georeferenced:
        raise UserError(
            "scene.no_crs",
            "The labels cannot be located on the image, which has no coordinate reference system.",
            "Assign it in QGIS with Raster ▸ Projections ▸ Assign projection, or save the "
            "labels without one if they have the coordinates of the image.",
        )
    if grid.crs is None:
        notes.append("Image and labels are overlaid without a coordinate reference system.")
    elif source is None:
        notes.append("The labels have no coordinate reference system; that of the image is used.")
    if not grid.is_georeferenced and shapely.total_bounds(geometries)[1] < 0:
        transform = Affine.scale(1, -1)  # QGIS displays such images with negative y coordinates
    reproject = source is not None and grid.crs is not None and source != grid.crs
    inverse = ~transform

    def project(points: Coordinates) -> Coordinates:
        xs, ys = points[:, 0], points[:, 1]
        if reproject:
            xs, ys = (
                np.asarray(axis) for axis in rasterio.warp.transform(source, grid.crs, xs, ys)
            )
        columns = inverse.a * xs + inverse.b * ys + inverse.c
        return np.column_stack([columns, inverse.d * xs + inverse.e * ys + inverse.f])

    try:
        pixels = shapely.transform(geometries, project)
    except _PROJECTION_ERRORS:
        pixels = np.array([_project_or_empty(one, project) for one in geometries], object)
    # geometries that cannot be projected are not near the image
    projected = np.isfinite(shapely.bounds(pixels)).all(axis=1)
    pixels[~projected] = shapely.Point()
    return pixels, notes


def _project_or_empty(
    geometry: shapely.Geometry, project: Callable[[Coordinates], Coordinates]
) -> shapely.Geometry:
    """A geometry in pixel coordinates; an empty one where it cannot be projected."""
    try:
        return shapely.transform(geometry, project)
    except _PROJECTION_ERRORS:
        return shapely.Point()
