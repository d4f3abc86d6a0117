"""Reads points from a table in CSV with a column for each coordinate and one for the class."""

from __future__ import annotations

import csv
from collections.abc import Sequence

import numpy as np
import shapely
from rasterio.crs import CRS

from ...common.choices import DEFAULT_CLASS_FIELD
from ...common.class_field_guess import usual_name
from ...scene.numbers_in_text import parse_number
from ..labelled_geometries import LabelledGeometries
from .codes import are_codes
from .errors import FormatError

#: Titles of the columns of coordinates, in lower case; the first pair is in degrees.
_DEGREES = (
    ("longitude", "latitude"), ("lon", "lat"), ("long", "lat"), ("lng", "lat"),
)  # fmt: skip
_METRES = (
    ("x", "y"), ("easting", "northing"), ("east", "north"), ("xcoord", "ycoord"),
    ("x_coord", "y_coord"), ("map x", "map y"), ("mapx", "mapy"), ("utm_x", "utm_y"),
)  # fmt: skip
#: Columns of geometries, which are read as a layer.
_GEOMETRIES = ("wkt", "the_geom", "geom", "geometry")
_DELIMITERS = (",", ";", "\t")
_WGS84 = "EPSG:4326"


def has_coordinates(head: str) -> bool:
    """Whether the first line of a text names columns of coordinates, and none of geometries."""
    titles = _titles(head.partition("\n")[0])
    return _coordinate_columns(titles) is not None and not set(titles).intersection(_GEOMETRIES)


def read_point_table(text: str, class_field: str | None) -> LabelledGeometries:
    """The points of a table; rows without coordinates are points without a geometry.

    Coordinates in columns such as `lon` and `lat` are in degrees (WGS 84), others in the
    coordinate system of the image.
    """
    lines = text.splitlines()
    delimiter = _delimiter(lines[0] if lines else "")
    titles = _titles(lines[0] if lines else "")
    columns = _coordinate_columns(titles)
    if columns is None:
        raise FormatError("it has no columns of coordinates")
    x, y, in_degrees = columns
    wanted = (class_field or "").casefold() or usual_name(titles)
    if wanted not in titles:
        raise FormatError(f"it has no column “{class_field or DEFAULT_CLASS_FIELD}”")
    label = titles.index(wanted)
    geometries: list[shapely.Geometry] = []
    values: list[str | None] = []
    try:
        for row in csv.reader(lines[1:], delimiter=delimiter):
            if not any(map(str.strip, row)):
                continue
            position = [_coordinate(row, column, delimiter) for column in (x, y)]
            missing = any(value is None for value in position)
            geometries.append(shapely.Point() if missing else shapely.Point(position))
            values.append(row[label].strip() or None if label < len(row) else None)
    except csv.Error as error:
        raise FormatError(str(error)) from error
    numeric = are_codes(values)
    return LabelledGeometries(
        np.array(geometries, object),
        [None if value is None else str(int(value)) for value in values] if numeric else values,
        numeric,
        CRS.from_user_input(_WGS84) if in_degrees else None,
        list(range(1, len(geometries) + 1)),
        class_field=wanted,
    )


def _titles(line: str) -> list[str]:
    row = next(csv.reader([line], delimiter=_delimiter(line)), [])
    return [title.strip().casefold() for title in row]


def _delimiter(line: str) -> str:
    return max(_DELIMITERS, key=line.count)


def _coordinate_columns(titles: Sequence[str]) -> tuple[int, int, bool] | None:
    """The columns of x and y, and whether they are in degrees."""
    for pairs, in_degrees in ((_DEGREES, True), (_METRES, False)):
        for x, y in pairs:
            if x in titles and y in titles:
                return titles.index(x), titles.index(y), in_degrees
    return None


def _coordinate(row: Sequence[str], column: int, delimiter: str) -> float | None:
    text = row[column].strip() if column < len(row) else ""
    value = parse_number(text if delimiter == "," else text.replace(",", "."))
    return value if value is not None and np.isfinite(value) else None
