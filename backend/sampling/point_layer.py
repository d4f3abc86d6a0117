"""Writes pixels of a grid as a layer of points or outlines for people to fill in."""

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
    fields: Mapping[str, Sequence | np.ndarray],
    shape: str = "point",
) -> None:
    """A GeoPackage of pixels with a number, an empty text field and further fields."""
    left, top = np.asarray(columns, float), np.asarray(rows, float)
    if shape == "point":
        shapes = shapely.points(left + 0.5, top + 0.5)
    else:
        shapes = shapely.box(left, top, left + 1, top + 1)
    geometries = _on_grid(shapes, grid.map_transform)
    columns_of = [np.arange(1, len(left) + 1, dtype=np.int32), np.full(len(left), None, object)]
    columns_of += [
        value if isinstance(value, np.ndarray) else np.array(value, object)
        for value in fields.values()
    ]
    names = ["number", empty_field, *(name for name in fields if name != empty_field)]
    kind = "Point" if shape == "point" else "Polygon"
    crs = grid.crs.to_wkt() if grid.crs else None
    write_layer(path, "places", kind, geometries, names, columns_of, crs)


def _on_grid(shapes: np.ndarray, geotransform: Affine) -> np.ndarray:
    """Shapes of pixels where they lie on the map."""

    def to_map_coordinates(points: np.ndarray) -> np.ndarray:
        across, down = points.T
        return np.column_stack(
            [
                geotransform.a * across + geotransform.b * down + geotransform.c,
                geotransform.d * across + geotransform.e * down + geotransform.f,
            ]
        )

    try:
        with np.errstate(over="ignore", invalid="ignore"):
            return shapely.transform(shapes, to_map_coordinates)
    except shapely.errors.GEOSException as error:
        raise invalid_location_error() from error
