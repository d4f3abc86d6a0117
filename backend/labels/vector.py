"""Drawn examples: polygons, points or lines with a class field, as labelled pixels of a scene."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio.warp
import shapely
from affine import Affine
from rasterio._err import CPLE_BaseError
from rasterio.crs import CRS
from rasterio.errors import RasterioError

from ..common.choices import DEFAULT_CLASS_FIELD
from ..core.errors import UserError, first_line
from ..files.vector_layers import library_path
from ..scene.grid import Grid
from .classes import ClassStyle, make_classes
from .geometry_checks import check_crossings, too_many_crossings
from .label_raster import MAX_EXACT_INTEGER, is_raster, read_label_raster
from .pixel_selection import PixelSelection
from .rasterize import RasterizedLabels, rasterize_labels
from .similar_names import case_difference_notes, merged_name_notes, normalise_name, same_name_notes
from .training_pixels import TrainingPixels, drop_contested_pixels

__all__ = ["TrainingPixels", "read_training_pixels"]

#: What comes out of libraries that read a damaged file; lack of memory is none of it.
READ_ERRORS = (
    RuntimeError,  # all of pyogrio's own errors
    OSError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    UnboundLocalError,
    shapely.errors.ShapelyError,
)
#: Coordinates that cannot be, or that another coordinate system does not know.
_PROJECTION_ERRORS = (CPLE_BaseError, shapely.errors.ShapelyError, RasterioError)


def read_training_pixels(
    path: str | Path,
    class_field: str | None,
    grid: Grid,
    layer: str | None = None,
    styles: Sequence[ClassStyle] = (),
    selection: PixelSelection | None = None,
    allow_external: bool = False,
) -> TrainingPixels:
    """The pixels of `grid` that a vector layer's shapes, or a raster's codes, label."""
    path = str(path)
    if is_raster(path, allow_external):
        return read_label_raster(path, grid, styles, allow_external)
    geometries, values, numeric, crs = _read_layer(path, class_field, layer)
    warnings = []
    if not numeric:
        warnings += merged_name_notes(value for value in values if value)
        values = [normalise_name(value) if value else None for value in values]
        values = [value or None for value in values]
    named = np.array([value is not None for value in values], bool)
    if not named.all():
        warnings.append(f"Shapes without a class, left out: {int((~named).sum())}.")
    drawn = named & ~(shapely.is_missing(geometries) | shapely.is_empty(geometries))
    if (named & ~drawn).any():
        warnings.append(f"Entries without a shape, left out: {int((named & ~drawn).sum())}.")
    geometries = shapely.force_2d(geometries[drawn])
    values = [value for value, kept in zip(values, drawn, strict=True) if kept and value]
    if not values:
        raise UserError(
            "labels.none",
            "There are no labelled shapes to learn from.",
            "Draw some, or check that the right layer and class field are chosen.",
        )
    geometries, repaired = _repair(geometries)
    if repaired:
        warnings.append(f"Shapes with crossing edges, repaired: {repaired}.")
    warnings += _duplicates(geometries, values)
    geometries, notes = _to_pixels(geometries, crs, grid)
    warnings += notes
    classes = make_classes(values, numeric, styles)
    names = {entry.value: entry.name for entry in classes}
    warnings += [*same_name_notes(names), *case_difference_notes(names.values())]
    position = {entry.value: index for index, entry in enumerate(classes)}
    target = np.array([position[value] for value in values], np.int64)
    rasterized = rasterize_labels(
        geometries, grid.height, grid.width, selection or PixelSelection()
    )
    if len(rasterized.rows) == 0:
        raise no_overlap_error()
    warnings += _notes(rasterized)
    training_pixels = TrainingPixels(
        rasterized.rows,
        rasterized.columns,
        target[rasterized.geometries],
        _order_by_location(rasterized, len(geometries), grid.width)[rasterized.geometries],
        classes,
        tuple(warnings),
        tuple(int(n) for n in np.bincount(target, minlength=len(classes))),
    )
    return drop_contested_pixels(training_pixels, grid.width)


def _order_by_location(rasterized: RasterizedLabels, count: int, width: int) -> np.ndarray:
    """A number for each shape by where its pixels lie, whatever its place in the file is.

    The order in which somebody drew them, or in which a program saved them, changes nothing then.
    """
    location = rasterized.rows.astype(np.int64) * width + rasterized.columns
    first = np.full(count, np.iinfo(np.int64).max)
    np.minimum.at(first, rasterized.geometries, location)
    last, total = np.full(count, -1), np.zeros(count, np.int64)
    np.maximum.at(last, rasterized.geometries, location)
    np.add.at(total, rasterized.geometries, location)
    order = np.lexsort((total, last, np.bincount(rasterized.geometries, minlength=count), first))
    number = np.empty(count, np.int64)
    number[order] = np.arange(count)
    return number


def _duplicates(geometries: np.ndarray, values: Sequence[str | None]) -> list[str]:
    """What is said of shapes that are drawn twice, whatever point they begin at."""
    classes: dict[bytes, list[str | None]] = {}
    for drawn, value in zip(shapely.to_wkb(shapely.normalize(geometries)), values, strict=True):
        classes.setdefault(drawn, []).append(value)
    repeated = [found for found in classes.values() if len(found) > 1]
    same_class = sum(len(found) - len(set(found)) for found in repeated)
    other_class = sum(len(set(found)) - 1 for found in repeated)
    notes = []
    if same_class:
        notes.append(f"Duplicate shapes of the same class, each counted once: {same_class}.")
    if other_class:
        notes.append(
            f"Duplicate shapes with different classes, whose pixels are left out: {other_class}."
        )
    return notes


def no_overlap_error() -> UserError:
    """The error for labels that lie elsewhere."""
    return UserError(
        "labels.no_overlap",
        "None of the labels lies on the image.",
        "Check that both layers show the same place and that their coordinate systems are set "
        "correctly.",
    )


def _read_layer(
    path: str, class_field: str | None, layer: str | None
) -> tuple[np.ndarray, list[str | None], bool, CRS | None]:
    """Shapes, class values as text, whether the field holds whole numbers, and the CRS."""
    info = layer_info(path, layer)
    fields = list(info["fields"])
    field = class_field or (DEFAULT_CLASS_FIELD if DEFAULT_CLASS_FIELD in fields else "")
    if field not in fields:
        raise UserError(
            "labels.field_missing",
            f'The labels have no field "{field}".' if field else "No class field was given.",
            f"Choose one of their fields: {', '.join(fields) or 'there is none'}.",
        )
    with _reading(path):
        meta, numbers, geometry, columns = pyogrio.raw.read(
            library_path(path), layer=layer, columns=[field], return_fids=True
        )
    if len(columns) != 1:
        raise _unreadable(path, f'its field "{field}" cannot be read')
    column = columns[0]
    if column.dtype.kind == "f" and "int" in str(info["dtypes"][fields.index(field)]):
        column = _reread_exact_integers(column, numbers, path, field, layer)
    if geometry is None or not meta.get("geometry_type"):
        raise UserError(
            "labels.no_geometry",
            f"The labels {path} are a table without shapes.",
            "Choose a layer of polygons, points or lines drawn on the image.",
        )
    with _reading(path):
        geometries = shapely.from_wkb(geometry, on_invalid="ignore")
        values, numeric = _values_as_text(column)
        crs = CRS.from_user_input(meta["crs"]) if meta.get("crs") else None
    return geometries, values, numeric, crs


def _reread_exact_integers(
    column: np.ndarray, numbers: np.ndarray, path: str, field: str, layer: str | None
) -> np.ndarray:
    """Whole numbers beside missing ones, which the library gives as decimals, as they are."""
    present = np.isfinite(column)
    if not (np.abs(column[present]) >= MAX_EXACT_INTEGER).any():
        return column
    with _reading(path):
        _, found, _, columns = pyogrio.raw.read(
            library_path(path),
            layer=layer,
            columns=[field],
            read_geometry=False,
            return_fids=True,
            fids=numbers[present],
        )
    if len(columns) != 1 or columns[0].dtype.kind not in "iu" or len(found) != present.sum():
        raise _unreadable(path, f'its field "{field}" cannot be read exactly')
    known = dict(zip(found.tolist(), columns[0].tolist(), strict=True))
    exact = np.empty(len(column), object)
    exact[present] = [known[number] for number in numbers[present].tolist()]
    return exact


def layer_info(path: str, layer: str | None = None) -> dict[str, Any]:
    """What a layer says of itself: its fields, its kind of shapes."""
    with _reading(path):
        return pyogrio.read_info(library_path(path), layer=layer)


@contextmanager
def _reading(path: str) -> Iterator[None]:
    """Tell the user of whatever the library makes of a damaged file."""
    try:
        yield
    except READ_ERRORS as error:
        raise _unreadable(path, first_line(error)) from error


def _unreadable(path: str, reason: str) -> UserError:
    return UserError(
        "labels.unreadable",
        # after the semicolon, pyogrio advises programmers
        f"The labels {path} cannot be read ({reason.partition(';')[0]}).",
        "Check that the file exists and opens in QGIS as a vector layer.",
    )


def _values_as_text(column: np.ndarray) -> tuple[list[str | None], bool]:
    """Values as texts, and whether they are whole numbers; missing ones are None."""
    if column.dtype.kind in "iu":
        return [str(int(value)) for value in column], True
    if column.dtype.kind == "O" and any(isinstance(value, int) for value in column):
        return [None if value is None else str(value) for value in column], True
    if column.dtype.kind == "f":
        present = np.isfinite(column)
        whole = bool((column[present] == np.round(column[present])).all())
        if whole and (np.abs(column[present]) >= MAX_EXACT_INTEGER).any():
            raise UserError(
                "labels.codes_too_large",
                f"The class field holds decimals beyond {MAX_EXACT_INTEGER:,}, where neighbouring "
                "codes are one and the same number.",
                "Save the codes as whole numbers or as texts.",
            )
        return [
            (str(int(value)) if whole else str(value)) if inside_projection else None
            for value, inside_projection in zip(column, present, strict=True)
        ], whole
    texts = [None if value is None else str(value).strip() for value in column]
    return [text or None for text in texts], False


def _repair(geometries: np.ndarray) -> tuple[np.ndarray, int]:
    """Shapes without crossing edges, and how many had some."""
    invalid = ~shapely.is_valid(geometries)
    if invalid.any():
        check_crossings(shapely.get_rings(geometries[invalid]))
        geometries = geometries.copy()
        try:
            # what of a polygon collapsed to lines is no area that anybody meant
            geometries[invalid] = shapely.make_valid(
                geometries[invalid], method="structure", keep_collapsed=False
            )
        except shapely.errors.GEOSException as error:
            raise too_many_crossings() from error
    return geometries, int(invalid.sum())


def _to_pixels(
    geometries: np.ndarray, source: CRS | None, grid: Grid
) -> tuple[np.ndarray, list[str]]:
    """The shapes in pixel coordinates of the grid, and what should be said of that."""
    notes = []
    transform = grid.transform
    if source is not None and grid.crs is None and grid.is_georeferenced:
        raise UserError(
            "scene.no_crs",
            "The image has no coordinate system, so nobody can say where the labels lie on it.",
            "Give it one with Raster ▸ Projections ▸ Assign projection in QGIS, or save the labels "
            "without one if their coordinates are the image's.",
        )
    if grid.crs is None:
        notes.append("Image and labels were laid over each other without a coordinate system.")
    elif source is None:
        notes.append("The labels have no coordinate system; the image's was taken.")
    if not grid.is_georeferenced and shapely.total_bounds(geometries)[1] < 0:
        transform = Affine.scale(1, -1)  # QGIS counts the rows of such an image downwards from 0
    convert = source is not None and grid.crs is not None and source != grid.crs
    inverse = ~transform

    def project(points: np.ndarray) -> np.ndarray:
        xs, ys = points[:, 0], points[:, 1]
        if convert:
            xs, ys = (
                np.asarray(axis) for axis in rasterio.warp.transform(source, grid.crs, xs, ys)
            )
        columns = inverse.a * xs + inverse.b * ys + inverse.c
        return np.column_stack([columns, inverse.d * xs + inverse.e * ys + inverse.f])

    try:
        pixels = shapely.transform(geometries, project)
    except _PROJECTION_ERRORS:
        pixels = np.array([_project_or_empty(shape, project) for shape in geometries], object)
    # what cannot be projected lies nowhere near the image
    inside_projection = np.isfinite(shapely.bounds(pixels)).all(axis=1)
    pixels[~inside_projection] = shapely.Point()
    return pixels, notes


def _project_or_empty(
    shape: shapely.Geometry, project: Callable[[np.ndarray], np.ndarray]
) -> shapely.Geometry:
    """A shape in other coordinates; an empty one where they are impossible."""
    try:
        return shapely.transform(shape, project)
    except _PROJECTION_ERRORS:
        return shapely.Point()


def _notes(rasterized: RasterizedLabels) -> list[str]:
    notes = []
    if rasterized.too_small:
        notes.append(
            "Shapes too small to hold a pixel's centre, each labelling the pixel it lies in: "
            f"{rasterized.too_small}."
        )
    if rasterized.outside_image:
        notes.append(f"Shapes beside the image: {rasterized.outside_image}.")
    return notes
