"""Writes vector layers as GeoPackages, and passes file names to the library safely."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from pyogrio.util import vsi_path
from shapely.geometry.base import BaseGeometry

from ..core.errors import UserError, first_line
from .pending_files import NotWrittenError

#: Errors of a write on a full disk, in any of its steps.
_FAILURES = (
    pyogrio.errors.DataSourceError,
    pyogrio.errors.DataLayerError,
    pyogrio.errors.FeatureError,
    OSError,
)


def library_path(path: Path | str) -> str:
    """The name under which the library opens exactly this file.

    The library parses paths as addresses: parameters after a `;`, a file in an archive after a `!`,
    and it ignores a `?` at the end and line breaks. Each could open another file, so a name is
    returned only if the library resolves it to the given path.
    """
    name = str(path)
    if not os.path.exists(name) and not os.path.isdir(os.path.dirname(os.path.abspath(name))):
        if not name.isprintable() or name != name.strip():
            raise _unsupported_name(name)
        return name  # a GDAL dataset name
    name = os.path.abspath(name)
    if os.name == "nt":
        return name
    name = f"/{name.lstrip('/')}"  # two slashes would begin the name of a host
    for candidate in (name, f"file://{name}"):
        if vsi_path(candidate) in (name, f"/vsizip/{name}"):
            return candidate
    raise _unsupported_name(name)


def _unsupported_name(name: str) -> UserError:
    letters = sorted({letter for letter in name if letter in "!?" or not letter.isprintable()})
    listed_letters = " or ".join(repr(letter) for letter in letters)
    return UserError(
        "layer.unsupported_name",
        "Vector layers cannot be read or written with "
        f"{listed_letters or 'such letters'} in their path: "
        f"{name!r}.",
        "Rename the file or its folder, or choose another one.",
    )


def write_layer(
    path: Path,
    layer: str,
    geometry_type: str,
    geometries: Sequence[BaseGeometry] | np.ndarray,
    fields: Sequence[str],
    columns: Sequence[np.ndarray],
    crs: str | None,
) -> None:
    """Write a layer to a temporary path; NotWrittenError if that fails."""
    try:
        with warnings.catch_warnings():  # about a temporary name that does not end in .gpkg
            warnings.simplefilter("ignore", RuntimeWarning)
            pyogrio.raw.write(
                library_path(path),
                np.array(shapely.to_wkb(geometries), object),
                list(columns),
                list(fields),
                layer=layer,
                driver="GPKG",
                # older programs warn about newer versions of the format
                dataset_options={"VERSION": "1.2"},
                geometry_type=geometry_type,
                crs=crs,
            )
            info = pyogrio.read_info(library_path(path), layer=layer)
    except _FAILURES as error:
        raise NotWrittenError(first_line(error)) from error
    # GDAL creates the spatial index when it closes the file, without reporting a failure
    if info["features"] != len(geometries) or not info["capabilities"]["fast_spatial_filter"]:
        raise NotWrittenError("the layer could not be read back")
