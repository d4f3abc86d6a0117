"""Requests of the live map for tests: samples, views, and the maps that come back."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import rasterio.warp
import shapely
from affine import Affine

from tests.fixtures.cubes import Cube, label_boxes

Sample = dict[str, Any]


def make_samples(
    cube: Cube,
    shapes: Sequence[shapely.Geometry] | None = None,
    values: Sequence[object] | None = None,
) -> list[Sample]:
    """Samples of shapes in pixel coordinates; the boxes of `label_boxes` where none are given."""
    boxes, names = label_boxes(cube)
    shapes = boxes if shapes is None else shapes
    values = names if values is None else values

    def to_map(points: np.ndarray) -> np.ndarray:
        return np.array([cube.place @ tuple(point) for point in points]).reshape(-1, 2)

    return [
        make_sample(shapely.transform(shape, to_map), value)
        for shape, value in zip(shapes, values, strict=True)
    ]


def make_sample(geometry: shapely.Geometry, value: object) -> Sample:
    """A sample of a geometry in map coordinates."""
    return {"class": str(value), "wkb": base64.b64encode(shapely.to_wkb(geometry)).decode()}


def read_samples(path: Path, field: str = "class") -> list[Sample]:
    """The samples of a layer."""
    _, _, geometry, columns = pyogrio.raw.read(path, columns=[field])
    return [
        {"class": str(value), "wkb": base64.b64encode(content).decode()}
        for content, value in zip(geometry, columns[0], strict=True)
    ]


def view_of(
    cube: Cube,
    rows: tuple[float, float] = (0, 0),
    columns: tuple[float, float] = (0, 0),
    per_pixel: float = 1.0,
) -> dict[str, float]:
    """The view of a range of pixels, the whole cube by default, `per_pixel` screen pixels each."""
    height, width = cube.truth.shape
    return view_of_pixels(
        cube.place,
        rows if rows != (0, 0) else (0, height),
        columns if columns != (0, 0) else (0, width),
        per_pixel,
    )


def view_of_pixels(
    place: Affine,
    rows: tuple[float, float],
    columns: tuple[float, float],
    per_pixel: float = 1.0,
) -> dict[str, float]:
    """The view of a range of pixels of a raster, `per_pixel` screen pixels each."""
    corners = [place @ (x, y) for x in columns for y in rows]
    xs, ys = zip(*corners, strict=True)
    size = abs(place.determinant) ** 0.5
    return {
        "left": min(xs),
        "bottom": min(ys),
        "right": max(xs),
        "top": max(ys),
        "width": max(1, round((max(xs) - min(xs)) / size * per_pixel)),
        "height": max(1, round((max(ys) - min(ys)) / size * per_pixel)),
    }


def read_band(path: str | Path) -> np.ndarray:
    """The first band of a raster."""
    with rasterio.open(path) as raster:
        return raster.read(1)
