"""Writes a layer of shapes as a GeoPackage, and makes sure that all of it is there."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pyogrio
import shapely
from shapely.geometry.base import BaseGeometry

from ..errors import first_line
from .atomic import NotWrittenError

#: In any of its steps a write may find the disk full.
_FAILURES = (
    pyogrio.errors.DataSourceError,
    pyogrio.errors.DataLayerError,
    pyogrio.errors.FeatureError,
    OSError,
)


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
                path,
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
            found = pyogrio.read_info(path, layer=layer)
    except _FAILURES as error:
        raise NotWrittenError(first_line(error)) from error
    # GDAL makes the spatial index when it closes the file, and says nothing when it cannot
    if found["features"] != len(shapes) or not found["capabilities"]["fast_spatial_filter"]:
        raise NotWrittenError("what was written could not be read back")
