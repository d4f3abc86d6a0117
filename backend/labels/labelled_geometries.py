"""Reads the geometries and the class field of a vector layer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely
from rasterio.crs import CRS

from ..common.class_field_guess import guess_field
from ..core.errors import UserError, first_line
from ..files.vector_layers import library_path
from .classes import ClassStyle
from .label_raster import MAX_EXACT_INTEGER

#: Errors that pyogrio and shapely raise for damaged files; MemoryError is not among them.
READ_ERRORS = (
    RuntimeError,  # includes all errors of pyogrio
    OSError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    OverflowError,
    UnboundLocalError,
    shapely.errors.ShapelyError,
)


@dataclass(frozen=True)
class LabelledGeometries:
    """Geometries of a layer with the values of its class field as text."""

    geometries: npt.NDArray[np.object_]
    values: list[str | None]  # None where the field is empty
    numeric: bool  # whether the values are integers
    crs: CRS | None
    fids: list[int]  # the features' numbers in the layer
    #: Names and colours of the values, where the file has them.
    styles: tuple[ClassStyle, ...] = ()
    #: Whether coordinates are columns and rows of the image.
    in_pixels: bool = False
    #: Columns and rows of the image that they belong to, where that is known.
    image_size: tuple[int, int] | None = None
    #: The field of the values; empty where the file has no fields.
    class_field: str = ""

    def with_styles(self, styles: Iterable[ClassStyle]) -> LabelledGeometries:
        """The same with names and colours of its values."""
        return replace(self, styles=tuple(styles))


def layer_info(path: str, layer: str | None = None) -> dict[str, Any]:
    """The properties of a layer as pyogrio gives them, such as `fields` and `geometry_type`."""
    with _read_errors(path):
        info: dict[str, Any] = pyogrio.read_info(library_path(path), layer=layer)
    return info


def read_labelled_geometries(
    path: str, class_field: str | None, layer: str | None
) -> LabelledGeometries:
    """The geometries of a layer and the values of its class field, which is found if not named."""
    info = layer_info(path, layer)
    fields = list(info["fields"])
    field = class_field or guess_field(fields, _text_fields(info))
    if field not in fields:
        raise UserError(
            "labels.field_missing",
            f'The labels have no field "{field}".' if field else "The class field is not known.",
            f"Choose one of their fields: {', '.join(fields) or 'there is none'}.",
        )
    with _read_errors(path):
        meta, fids, geometry, columns = pyogrio.raw.read(
            library_path(path), layer=layer, columns=[field], return_fids=True
        )
    if len(columns) != 1:
        raise _unreadable(path, f'its field "{field}" cannot be read')
    column = columns[0]
    if column.dtype.kind == "f" and "int" in str(info["dtypes"][fields.index(field)]):
        column = _reread_exact_integers(column, fids, path, field, layer)
    if geometry is None or not meta.get("geometry_type"):
        raise UserError(
            "labels.no_geometry",
            f"The labels {path} are a table without geometries.",
            "Choose a layer of polygons, points or lines.",
        )
    with _read_errors(path):
        geometries = shapely.from_wkb(geometry, on_invalid="ignore")
        values, numeric = _values_as_text(column)
        crs = CRS.from_user_input(meta["crs"]) if meta.get("crs") else None
    return LabelledGeometries(geometries, values, numeric, crs, fids.tolist(), class_field=field)


def _text_fields(info: dict[str, Any]) -> set[str]:
    kinds = zip(info["fields"], info["ogr_types"], strict=True)
    return {name for name, kind in kinds if kind == "OFTString"}


def _reread_exact_integers(
    column: npt.NDArray[Any], fids: npt.NDArray[np.int64], path: str, field: str, layer: str | None
) -> npt.NDArray[Any]:
    """The exact values of an integer field, which pyogrio converts to floats if some are empty."""
    present = np.isfinite(column)
    if not (np.abs(column[present]) >= MAX_EXACT_INTEGER).any():
        return column
    with _read_errors(path):
        _, found, _, columns = pyogrio.raw.read(
            library_path(path),
            layer=layer,
            columns=[field],
            read_geometry=False,
            return_fids=True,
            fids=fids[present],
        )
    if len(columns) != 1 or columns[0].dtype.kind not in "iu" or len(found) != present.sum():
        raise _unreadable(path, f'its field "{field}" cannot be read exactly')
    known = dict(zip(found.tolist(), columns[0].tolist(), strict=True))
    exact = np.empty(len(column), object)
    exact[present] = [known[fid] for fid in fids[present].tolist()]
    return exact


@contextmanager
def _read_errors(path: str) -> Iterator[None]:
    """Turn errors of the libraries into a `UserError`."""
    try:
        yield
    except READ_ERRORS as error:
        raise _unreadable(path, first_line(error)) from error


def _unreadable(path: str, reason: str) -> UserError:
    return UserError(
        "labels.unreadable",
        # pyogrio adds advice for programmers after a semicolon
        f"The labels {path} cannot be read ({reason.partition(';')[0]}).",
        "Check that the file exists and opens in QGIS as a vector layer.",
    )


def _values_as_text(column: npt.NDArray[Any]) -> tuple[list[str | None], bool]:
    """Values as text (None where they are missing), and whether they are integers."""
    if column.dtype.kind in "iu":
        return [str(int(value)) for value in column], True
    if column.dtype.kind == "O" and any(isinstance(value, int) for value in column):
        return [None if value is None else str(value) for value in column], True
    if column.dtype.kind == "f":
        present = np.isfinite(column)
        integers = bool((column[present] == np.round(column[present])).all())
        if integers and (np.abs(column[present]) >= MAX_EXACT_INTEGER).any():
            raise UserError(
                "labels.codes_too_large",
                f"The class field contains decimals beyond {MAX_EXACT_INTEGER:,}, which do not "
                "store class codes exactly.",
                "Save the codes as integers or as text.",
            )
        return [
            (str(int(value)) if integers else str(value)) if is_present else None
            for value, is_present in zip(column, present, strict=True)
        ], integers
    texts = [None if value is None else str(value).strip() for value in column]
    return [text or None for text in texts], False
