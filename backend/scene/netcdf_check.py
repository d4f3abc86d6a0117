"""Checks the dimensions in an HDF5 file before GDAL opens it as netCDF.

The netCDF library frees memory twice, which ends the process, where an array refers to a dimension
that is not a dimension scale.
"""

from __future__ import annotations

import h5py

from ..core.errors import first_line
from .products.hdf5 import READ_ERRORS

_SCALE = (b"DIMENSION_SCALE", "DIMENSION_SCALE")


def find_dimension_damage(file: str) -> str | None:
    """A description of the first invalid dimension in a file; None where there is none."""

    def visit(name: str, entry: object) -> str | None:
        if isinstance(entry, h5py.Dataset) and "DIMENSION_LIST" in entry.attrs:
            for references in entry.attrs["DIMENSION_LIST"]:
                kinds = (entry.file[reference].attrs.get("CLASS") for reference in references)
                if any(kind not in _SCALE for kind in kinds):
                    return f"the array {name} has an invalid dimension"
        return None

    try:
        if not h5py.is_hdf5(file):
            return None
        with h5py.File(file, "r") as content:
            damage: str | None = content.visititems(visit)  # stops at the first result
            return damage
    except READ_ERRORS as error:
        return first_line(error)
