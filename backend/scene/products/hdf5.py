"""Reads arrays from products in HDF5 files, and lists the errors of damaged files."""

from __future__ import annotations

import h5py
from rasterio.errors import RasterioError

#: Errors that h5py and rasterio raise for files with unexpected content.
READ_ERRORS = (
    OSError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OverflowError,
    RuntimeError,
    SystemError,  # raised by h5py where it releases its lock after an error
    RasterioError,
)


def array_of(group: h5py.Group, name: str, dimensions: int) -> h5py.Dataset:
    """A numeric array with this number of dimensions; `ValueError` for anything else."""
    found = group[name]
    if not isinstance(found, h5py.Dataset) or found.ndim != dimensions:
        raise ValueError(f"{name} is not an array of {dimensions} dimensions")
    if found.dtype.kind not in "iuf":
        raise ValueError(f"{name} is not numeric")
    return found
