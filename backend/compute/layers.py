"""Writes a layer of shapes as a GeoPackage, all of it; how to tell the library its name."""

from __future__ import annotations

import os
import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from ..errors import UserError, first_line
from .atomic import NotWrittenError

#: In any of its steps a write may find the disk full.
_FAILURES = (
    pyogrio.errors.DataSourceError,
    pyogrio.errors.DataLayerError,
    pyogrio.errors.FeatureError,
    OSError,
)


def for_library(path: Path | str) -> str:
    """The name under which the library opens exactly this file, whatever letters it is made of.

    It takes what follows a `;` for parameters of an address, and what follows a `!` for a file in
    an archive, which may be quite another file.
    """
    name = str(path)
    if not os.path.exists(name) and not os.path.isdir(os.path.dirname(os.path.abspath(name))):
        return name  # one of GDAL's own names
    name = os.path.abspath(name)
    if os.name == "nt":
        return name
    if "!" in name:
        raise UserError(
            "layer.exclamation_mark",
            f"Layers of shapes cannot be read or written with an exclamation mark in their path: "
            f"{name}.",
            "Rename the file, or the folder, or choose another one.",
        )
    return f"file://{name}" if ";" in name else name


def write_layer(
    path: Path,
    layer: str,
    geometry_type: str,
    shapes: Sequence[BaseGeometry] | np.ndarray,
    fields: Sequence[str],
    columns: Sequence[np.ndarray],
    crs: str | None,
) -> None:
    """Write it under its temporary name; NotWrittenError where that fails."""
    try:
        with warnings.catch_warnings():  # that the temporary name does not end in .gpkg
            warnings.simplefilter("ignore", RuntimeWarning)
            pyogrio.raw.write(
                for_library(path),
                np.array(shapely.to_wkb(shapes), object),
                list(columns),
                list(fields),
                layer=layer,
                driver="GPKG",
                # newer versions of the format make older programs warn
                dataset_options={"VERSION": "1.2"},
                geometry_type=geometry_type,
                crs=crs,
            )
            found = pyogrio.read_info(for_library(path), layer=layer)
    except _FAILURES as error:
        raise NotWrittenError(first_line(error)) from error
    # GDAL makes the spatial index when it closes the file, and says nothing when it cannot
    if found["features"] != len(shapes) or not found["capabilities"]["fast_spatial_filter"]:
        raise NotWrittenError("what was written could not be read back")
