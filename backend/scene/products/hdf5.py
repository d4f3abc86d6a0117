"""Arrays of products in HDF5 files, and what comes out of a damaged one."""

from __future__ import annotations

import h5py
from rasterio.errors import RasterioError

#: What the libraries say of files whose content is not as it should be.
READ_ERRORS = (
    OSError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OverflowError,
    RuntimeError,
    SystemError,  # of h5py, where its lock is let go after an error
    RasterioError,
)


def array_of(group: h5py.Group, name: str, dimensions: int) -> h5py.Dataset:
    """An array of numbers with so many dimensions; ValueError if it is something else."""
    found = group[name]
    if not isinstance(found, h5py.Dataset) or found.ndim != dimensions:
        raise ValueError(f"{name} is no array of {dimensions} dimensions")
    if found.dtype.kind not in "iuf":
        raise ValueError(f"{name} holds no numbers")
    return found
