"""Writes pixels of a grid as points or outlines with an empty field for the class."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import shapely
from affine import Affine

from ..files.vector_layers import write_layer
from ..scene.grid import Grid, invalid_location_error


def write_point_layer(
    path: Path,
    grid: Grid,
    rows: np.ndarray,
    columns: np.ndarray,
    empty_field: str,
    fields: Mapping[str, Sequence[object] | np.ndarray],
    shape: str = "point",
) -> None:
    """Write a GeoPackage of pixels with a number, an empty text field and further fields."""
    left, top = np.asarray(columns, float), np.asarray(rows, float)
    if shape == "point":
        outlines = shapely.points(left + 0.5, top + 0.5)
    else:
        outlines = shapely.box(left, top, left + 1, top + 1)
    geometries = _to_map_coordinates(outlines, grid.map_transform)
    values = [np.arange(1, len(left) + 1, dtype=np.int32), np.full(len(left), None, object)]
    values += [
        value if isinstance(value, np.ndarray) else np.array(value, object)
        for value in fields.values()
    ]
    names = ["number", empty_field, *(name for name in fields if name != empty_field)]
    kind = "Point" if shape == "point" else "Polygon"
    crs = grid.crs.to_wkt() if grid.crs else None
    write_layer(path, "places", kind, geometries, names, values, crs)


def _to_map_coordinates(geometries: np.ndarray, geotransform: Affine) -> np.ndarray:
    """Geometries in pixel coordinates, transformed to map coordinates."""

    def transform(points: np.ndarray) -> np.ndarray:
        across, down = points.T
        return np.column_stack(
            [
                geotransform.a * across + geotransform.b * down + geotransform.c,
                geotransform.d * across + geotransform.e * down + geotransform.f,
            ]
        )

    try:
        with np.errstate(over="ignore", invalid="ignore"):
            return np.asarray(shapely.transform(geometries, transform))
    except shapely.errors.GEOSException as error:
        raise invalid_location_error() from error
