"""Writes a layer of shapes as a GeoPackage, all of it; how to tell the library its name."""

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

#: In any of its steps a write may find the disk full.
_FAILURES = (
    pyogrio.errors.DataSourceError,
    pyogrio.errors.DataLayerError,
    pyogrio.errors.FeatureError,
    OSError,
)


def library_path(path: Path | str) -> str:
    """The name under which the library opens exactly this file, whatever letters it is made of.

    It reads a path as an address: what follows a `;` are parameters to it, what follows a `!` a
    file in an archive, a `?` at the end and line breaks are nothing. Each may lead to quite another
    file, so a name is given only where the library understands the very path by it.
    """
    name = str(path)
    if not os.path.exists(name) and not os.path.isdir(os.path.dirname(os.path.abspath(name))):
        if not name.isprintable() or name != name.strip():
            raise _unsupported_name(name)
        return name  # one of GDAL's own names
    name = os.path.abspath(name)
    if os.name == "nt":
        return name
    name = f"/{name.lstrip('/')}"  # two slashes would begin the name of another computer
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
        "Rename the file, or the folder, or choose another one.",
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
    """Write it under its temporary name; NotWrittenError where that fails."""
    try:
        with warnings.catch_warnings():  # that the temporary name does not end in .gpkg
            warnings.simplefilter("ignore", RuntimeWarning)
            pyogrio.raw.write(
                library_path(path),
                np.array(shapely.to_wkb(geometries), object),
                list(columns),
                list(fields),
                layer=layer,
                driver="GPKG",
                # newer versions of the format make older programs warn
                dataset_options={"VERSION": "1.2"},
                geometry_type=geometry_type,
                crs=crs,
            )
            found = pyogrio.read_info(library_path(path), layer=layer)
    except _FAILURES as error:
        raise NotWrittenError(first_line(error)) from error
    # GDAL makes the spatial index when it closes the file, and says nothing when it cannot
    if found["features"] != len(geometries) or not found["capabilities"]["fast_spatial_filter"]:
        raise NotWrittenError("what was written could not be read back")
