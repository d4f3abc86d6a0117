"""Reads classification datasets of the EnMAP-Box in JSON: classes of samples with locations."""

from __future__ import annotations

import json
import re
from typing import Any

import numpy as np
import shapely
from rasterio.crs import CRS
from rasterio.errors import RasterioError

from ..classes import ClassStyle
from ..labelled_geometries import LabelledGeometries
from .codes import are_codes
from .errors import FormatError

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def is_dataset(head: str) -> bool:
    """Whether a text begins like a dataset: an object that is no GeoJSON."""
    is_object = head.lstrip().startswith("{")
    return is_object and '"categories"' in head and '"Feature' not in head


def read_dataset(text: str) -> LabelledGeometries:
    """The locations of all samples with their classes."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise FormatError("its JSON is damaged") from error
    if not isinstance(data, dict) or not isinstance(data.get("y"), list):
        raise FormatError("it has no samples")
    locations = data.get("locations")
    if not isinstance(locations, list):
        raise FormatError(
            "its samples have no locations; save its spectra as a spectral library instead"
        )
    values = [_first(entry) for entry in data["y"]]
    if len(values) != len(locations):
        raise FormatError("its samples and its locations differ in number")
    points = [shapely.Point(_location(location)) for location in locations]
    styles = [_style(entry) for entry in data.get("categories") or []]
    numeric = are_codes(values)
    return LabelledGeometries(
        np.array(points, object),
        list(values),
        numeric,
        _crs(data.get("crs")),
        list(range(1, len(points) + 1)),
        tuple(style for style in styles if style is not None),
    )


def _first(entry: Any) -> str | None:
    """The class of a sample, which stands in a row of its own."""
    value = entry[0] if isinstance(entry, list) and entry else entry
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    is_value = isinstance(value, (int, str)) and not isinstance(value, bool)
    return str(value).strip() or None if is_value else None


def _location(location: Any) -> tuple[float, float]:
    try:
        x, y = (float(value) for value in location[:2])
    except (TypeError, ValueError, OverflowError) as error:
        raise FormatError("a location of it is no pair of numbers") from error
    if not (np.isfinite(x) and np.isfinite(y)):
        raise FormatError("a location of it is no pair of numbers")
    return x, y


def _style(entry: Any) -> ClassStyle | None:
    """Name and colour of a category, which is stored as an object or as a list."""
    if isinstance(entry, list) and len(entry) >= 3:
        entry = dict(zip(("value", "name", "color"), entry, strict=False))
    if not isinstance(entry, dict) or "value" not in entry:
        return None
    colour = str(entry.get("color") or "")
    return ClassStyle(
        str(entry["value"]),
        str(entry.get("name") or ""),
        colour.lower() if _COLOUR.fullmatch(colour) else "",
    )


def _crs(text: Any) -> CRS | None:
    if not isinstance(text, str) or not text:
        return None
    try:
        return CRS.from_user_input(text)
    except (RasterioError, ValueError) as error:
        raise FormatError("its coordinate system is unknown") from error
