"""Drawn examples: polygons, points or lines with a class field, as labelled pixels of a scene."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import pyogrio.errors
import rasterio.warp
import shapely
from rasterio import features
from rasterio.crs import CRS
from rasterio.windows import Window
from rasterio.windows import transform as window_transform

from ..errors import UserError
from ..scene.raster import Grid
from .classes import ClassStyle, MapClass, make_classes


@dataclass(frozen=True)
class Examples:
    """Labelled pixels; `group` is the number of the drawn shape that each pixel comes from."""

    rows: np.ndarray
    columns: np.ndarray
    target: np.ndarray  # index into classes
    group: np.ndarray
    classes: tuple[MapClass, ...]
    warnings: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def keep(self, chosen: np.ndarray) -> Examples:
        """The chosen pixels only; classes stay as they are."""
        return Examples(
            self.rows[chosen],
            self.columns[chosen],
            self.target[chosen],
            self.group[chosen],
            self.classes,
            self.warnings,
        )


def read_examples(
    path: str | Path,
    class_field: str,
    grid: Grid,
    layer: str | None = None,
    styles: Sequence[ClassStyle] = (),
) -> Examples:
    """The pixels of `grid` that the shapes of a vector layer cover, with their classes."""
    geometries, values, numeric, crs = _read_layer(str(path), class_field, layer)
    warnings = []
    named = np.array([value is not None for value in values], bool)
    if not named.all():
        warnings.append(f"{int((~named).sum())} shapes have no class and were left out.")
    geometries, values = geometries[named], [value for value in values if value is not None]
    geometries, reprojection = _reproject(geometries, crs, grid.crs)
    warnings += reprojection
    classes = make_classes(values, numeric, styles)
    position = {entry.value: index for index, entry in enumerate(classes)}
    target = np.array([position[value] for value in values], np.int64)
    rows, columns, shapes = _burn(geometries, grid)
    if len(rows) == 0:
        raise UserError(
            "labels.no_overlap",
            "None of the labels lies on the image.",
            "Check that both layers show the same place and that their coordinate systems are set "
            "correctly.",
        )
    examples = Examples(rows, columns, target[shapes], shapes, classes, tuple(warnings))
    return _drop_contested(examples, grid)


def _read_layer(
    path: str, class_field: str, layer: str | None
) -> tuple[np.ndarray, list[str | None], bool, CRS | None]:
    """Geometries, class values as text, whether the field holds whole numbers, and the CRS."""
    try:
        fields = list(pyogrio.read_info(path, layer=layer)["fields"])
        if class_field not in fields:
            raise UserError(
                "labels.field_missing",
                f'The labels have no field "{class_field}".',
                f"Choose one of their fields: {', '.join(fields) or 'there is none'}.",
            )
        meta, _, geometry, columns = pyogrio.raw.read(path, layer=layer, columns=[class_field])
    except (pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError) as error:
        raise UserError(
            "labels.unreadable",
            f"The labels {path} cannot be read ({error}).",
            "Check that the file exists and opens in QGIS as a vector layer.",
        ) from error
    geometries = shapely.from_wkb(geometry, on_invalid="ignore")
    values, numeric = _texts(columns[0])
    crs = CRS.from_user_input(meta["crs"]) if meta.get("crs") else None
    return geometries, values, numeric, crs


def _texts(column: np.ndarray) -> tuple[list[str | None], bool]:
    if column.dtype.kind in "iu":
        return [str(int(value)) for value in column], True
    if column.dtype.kind == "f":
        present = np.isfinite(column)
        if (column[present] == np.round(column[present])).all():
            texts = [str(int(v)) if ok else None for v, ok in zip(column, present, strict=True)]
            return texts, True
        return [str(v) if ok else None for v, ok in zip(column, present, strict=True)], False
    texts = [None if value is None else str(value).strip() for value in column]
    return [text or None for text in texts], False


def _reproject(
    geometries: np.ndarray, source: CRS | None, target: CRS | None
) -> tuple[np.ndarray, list[str]]:
    if source is None or target is None:
        known = "labels" if target is None else "image"
        same = source is None and target is None
        missing = "neither image nor labels" if same else f"only the {known}"
        return geometries, [
            f"A coordinate system is known of {missing}; they were taken as they are."
        ]
    if source == target:
        return geometries, []

    def project(points: np.ndarray) -> np.ndarray:
        xs, ys = rasterio.warp.transform(source, target, points[:, 0], points[:, 1])
        return np.column_stack([xs, ys])

    return shapely.transform(shapely.force_2d(geometries), project), []


def _burn(geometries: np.ndarray, grid: Grid) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows and columns of the pixels that each geometry covers, and the geometry's number."""
    found: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []
    for number, geometry in enumerate(geometries):
        if geometry is None or geometry.is_empty:
            continue
        window = _window_around(geometry, grid)
        if window is None:
            continue
        areal = geometry.geom_type in ("Polygon", "MultiPolygon")
        mask = features.rasterize(
            [(geometry, 1)],
            out_shape=(window.height, window.width),
            transform=window_transform(window, grid.transform),
            all_touched=not areal,
            dtype=np.uint8,
        )
        rows, columns = np.nonzero(mask)
        if len(rows) == 0:  # too small to hold a pixel's centre: the pixel it lies in counts
            inside = ~grid.transform * geometry.representative_point().coords[0][:2]
            rows = np.array([int(np.floor(inside[1])) - window.row_off])
            columns = np.array([int(np.floor(inside[0])) - window.col_off])
            if not (0 <= rows[0] < window.height and 0 <= columns[0] < window.width):
                continue
        found.append(
            (rows + window.row_off, columns + window.col_off, np.full(len(rows), number, np.int64))
        )
    if not found:
        empty = np.empty(0, np.int64)
        return empty, empty, empty
    rows, columns, shapes = (np.concatenate(part) for part in zip(*found, strict=True))
    return rows, columns, shapes


def _window_around(geometry: shapely.Geometry, grid: Grid) -> Window | None:
    left, bottom, right, top = geometry.bounds
    corners = [(left, bottom), (left, top), (right, bottom), (right, top)]
    if not np.isfinite(corners).all():
        return None
    pixels = np.array([~grid.transform * corner for corner in corners])
    first = np.maximum(np.floor(pixels.min(axis=0)), 0).astype(int)
    last = np.minimum(np.ceil(pixels.max(axis=0)) + 1, [grid.width, grid.height]).astype(int)
    if (last <= first).any():
        return None
    return Window(first[0], first[1], last[0] - first[0], last[1] - first[1])


def _drop_contested(examples: Examples, grid: Grid) -> Examples:
    """Leave out pixels that two classes claim, and count a pixel once where one class does twice."""
    place = examples.rows * grid.width + examples.columns
    order = np.lexsort((examples.group, place))
    place, target = place[order], examples.target[order]
    starts = np.flatnonzero(np.r_[True, place[1:] != place[:-1]])
    lowest = np.minimum.reduceat(target, starts)
    highest = np.maximum.reduceat(target, starts)
    agreed = lowest == highest
    kept = examples.keep(order[starts[agreed]])
    if agreed.all():
        return kept
    message = f"{int((~agreed).sum())} pixels are claimed by two classes and were left out."
    return Examples(
        kept.rows, kept.columns, kept.target, kept.group, kept.classes, (*kept.warnings, message)
    )
