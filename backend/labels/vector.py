"""Reads labels, a vector layer or a label raster, as labelled pixels of a scene."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import shapely

from ..core.errors import UserError
from ..scene.grid import Grid
from .classes import ClassStyle, make_classes
from .formats.reading import read_other_format
from .geometry_checks import check_crossings, too_many_crossings
from .label_raster import is_raster, read_label_raster
from .labelled_geometries import LabelledGeometries, read_labelled_geometries
from .pixel_selection import PixelSelection
from .projection import to_pixel_coordinates
from .rasterize import RasterizedLabels, rasterize_labels
from .similar_names import case_difference_notes, merged_name_notes, normalise_name, same_name_notes
from .training_pixels import TrainingPixels, drop_contested_pixels, geometry_name

__all__ = ["TrainingPixels", "read_training_pixels"]

_POINT_TYPES = (shapely.GeometryType.POINT, shapely.GeometryType.MULTIPOINT)


def read_training_pixels(
    path: str | Path,
    class_field: str | None,
    grid: Grid,
    layer: str | None = None,
    styles: Sequence[ClassStyle] = (),
    selection: PixelSelection | None = None,
    allow_external: bool = False,
) -> TrainingPixels:
    """The pixels of `grid` that the geometries of a layer, or the codes of a raster, label."""
    path = str(path)
    labelled = read_other_format(Path(path), class_field)
    if labelled is None:
        if is_raster(path, allow_external):
            return read_label_raster(path, grid, styles, allow_external)
        labelled = read_labelled_geometries(path, class_field, layer)
    return drop_contested_pixels(claimed_pixels(labelled, grid, styles, selection), grid.width)


def claimed_pixels(
    labelled: LabelledGeometries,
    grid: Grid,
    styles: Sequence[ClassStyle] = (),
    selection: PixelSelection | None = None,
) -> TrainingPixels:
    """The pixels of `grid` that geometries label, each once for every geometry that labels it."""
    warnings = []
    names = labelled.values
    if not labelled.numeric:
        warnings += merged_name_notes(name for name in names if name)
        names = [normalise_name(name) if name else None for name in names]
    named = np.array([bool(name) for name in names], np.bool_)
    if not named.all():
        warnings.append(f"Geometries without a class, excluded: {(~named).sum()}.")
    drawn = named & ~(
        shapely.is_missing(labelled.geometries) | shapely.is_empty(labelled.geometries)
    )
    if (named & ~drawn).any():
        warnings.append(f"Features without a geometry, excluded: {(named & ~drawn).sum()}.")
    geometries = shapely.force_2d(labelled.geometries[drawn])
    values = [name for name, kept in zip(names, drawn, strict=True) if kept and name]
    if not values:
        raise UserError(
            "labels.none",
            "The labels contain no geometries with a class.",
            "Draw some, or check the layer and the class field.",
        )
    # pixels of a region, which were drawn as a whole, are no points
    are_points = not labelled.in_pixels and bool(
        np.isin(shapely.get_type_id(geometries), _POINT_TYPES).all()
    )
    geometries, repaired = _repair(geometries)
    if repaired:
        warnings.append(f"Geometries with self-intersections, repaired: {repaired}.")
    warnings += _duplicate_notes(geometries, values)
    if labelled.in_pixels:
        _check_image_size(labelled, grid)
    else:
        geometries, notes = to_pixel_coordinates(geometries, labelled.crs, grid)
        warnings += notes
    classes = make_classes(values, labelled.numeric, [*labelled.styles, *styles])
    names_by_value = {entry.value: entry.name for entry in classes}
    warnings += same_name_notes(names_by_value)
    warnings += case_difference_notes(names_by_value.values())
    position = {entry.value: index for index, entry in enumerate(classes)}
    target = np.array([position[value] for value in values], np.int64)
    rasterized = rasterize_labels(
        geometries, grid.height, grid.width, selection or PixelSelection()
    )
    if len(rasterized.rows) == 0:
        raise no_overlap_error()
    warnings += _size_notes(rasterized)
    outside = rasterized.outside_image
    number = _order_by_location(rasterized, len(geometries), grid.width)
    features = np.array(labelled.fids, np.int64)[drawn]
    return TrainingPixels(
        rasterized.rows,
        rasterized.columns,
        target[rasterized.geometries],
        number[rasterized.geometries],
        classes,
        tuple(warnings),
        tuple(np.bincount(np.delete(target, outside), minlength=len(classes)).tolist()),
        features=tuple(features[np.argsort(number)].tolist()),
        outside=tuple(
            geometry_name(int(features[index]), classes[target[index]].name) for index in outside
        ),
        are_points=are_points,
        class_field=labelled.class_field,
    )


def _check_image_size(labelled: LabelledGeometries, grid: Grid) -> None:
    """Refuse columns and rows of an image of another size."""
    size = labelled.image_size
    if size is not None and size != (grid.width, grid.height):
        raise UserError(
            "labels.other_image",
            f"The labels are pixels of an image of {size[0]} × {size[1]} pixels, and this one has "
            f"{grid.width} × {grid.height}.",
            "Choose the image that they were drawn on, or export them with map coordinates.",
        )


def no_overlap_error() -> UserError:
    """The error for labels outside of the image."""
    return UserError(
        "labels.no_overlap",
        "None of the labels lies on the image.",
        "Check that both layers cover the same area and have the right coordinate reference "
        "systems.",
    )


def _order_by_location(
    rasterized: RasterizedLabels, count: int, width: int
) -> npt.NDArray[np.int64]:
    """A number for each geometry by the location of its pixels.

    So the order of features in a file does not affect the results.
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


def _duplicate_notes(geometries: npt.NDArray[np.object_], values: Sequence[str]) -> list[str]:
    """Notes on geometries that occur twice, whatever vertex they start at."""
    classes: dict[bytes, list[str]] = {}
    for geometry, value in zip(shapely.to_wkb(shapely.normalize(geometries)), values, strict=True):
        classes.setdefault(geometry, []).append(value)
    repeated = [found for found in classes.values() if len(found) > 1]
    same_class = sum(len(found) - len(set(found)) for found in repeated)
    other_class = sum(len(set(found)) - 1 for found in repeated)
    notes = []
    if same_class:
        notes.append(f"Duplicate geometries of the same class, each counted once: {same_class}.")
    if other_class:
        notes.append(
            f"Duplicate geometries of different classes, whose pixels are excluded: {other_class}."
        )
    return notes


def _repair(geometries: npt.NDArray[np.object_]) -> tuple[npt.NDArray[np.object_], int]:
    """The geometries without self-intersections, and the number of those that had some."""
    invalid = ~shapely.is_valid(geometries)
    if invalid.any():
        check_crossings(shapely.get_rings(geometries[invalid]))
        geometries = geometries.copy()
        try:
            # parts of a polygon that collapse to lines have no area and are dropped
            geometries[invalid] = shapely.make_valid(
                geometries[invalid], method="structure", keep_collapsed=False
            )
        except shapely.errors.GEOSException as error:
            raise too_many_crossings() from error
    return geometries, int(invalid.sum())


def _size_notes(rasterized: RasterizedLabels) -> list[str]:
    notes = []
    if rasterized.too_small:
        notes.append(
            "Geometries without a pixel centre, each labelling the pixel it lies in: "
            f"{rasterized.too_small}."
        )
    return notes
