"""What must be in order in an HDF5 file before GDAL opens it as netCDF.

The library that GDAL reads netCDF with frees memory twice, and the process ends, where an array
names as its dimension what is none.
"""

from __future__ import annotations

import h5py

from ..core.errors import first_line
from .products.hdf5 import READ_ERRORS

_SCALE = (b"DIMENSION_SCALE", "DIMENSION_SCALE")


def find_dimension_damage(file: str) -> str | None:
    """What is wrong with the dimensions of the arrays in a file; None where nothing is."""

    def visit(name: str, entry: object) -> str | None:
        if isinstance(entry, h5py.Dataset) and "DIMENSION_LIST" in entry.attrs:
            for references in entry.attrs["DIMENSION_LIST"]:
                kinds = (entry.file[reference].attrs.get("CLASS") for reference in references)
                if any(kind not in _SCALE for kind in kinds):
                    return f"the array {name} names a dimension that is none"
        return None

    try:
        if not h5py.is_hdf5(file):
            return None
        with h5py.File(file, "r") as content:
            return content.visititems(visit)  # ends at the first that is told
    except READ_ERRORS as error:
        return first_line(error)
