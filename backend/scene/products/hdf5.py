"""Reads arrays and attributes of products in HDF5 files, and lists errors of damaged files."""

from __future__ import annotations

from collections.abc import Sequence

import h5py
import numpy as np
import numpy.typing as npt
from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError

from ..bands import MARKED_BAD, Band
from ..wavelengths import to_nanometres, widths_to_nanometres

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
    CPLE_BaseError,  # raised by rasterio for coordinate reference systems that PROJ cannot convert
)
#: Far more than the bands of any sensor.
MAX_LIST_LENGTH = 100_000
_MAX_TEXT_LENGTH = 2**20


def array_of(group: h5py.Group, name: str, dimensions: int) -> h5py.Dataset:
    """A numeric array with this number of dimensions; `ValueError` for anything else."""
    found = group[name]
    if not isinstance(found, h5py.Dataset) or found.ndim != dimensions:
        raise ValueError(f"{name} is not an array of {dimensions} dimensions")
    if found.dtype.kind not in "iuf":
        raise ValueError(f"{name} is not numeric")
    return found


def layer_of(group: h5py.Group, name: str, shape: tuple[int, ...]) -> h5py.Dataset | None:
    """A numeric array of this shape, such as a mask; None where there is none."""
    found = group.get(name)
    if not isinstance(found, h5py.Dataset) or found.shape != shape:
        return None
    return found if found.dtype.kind in "iub" or found.dtype.kind == "f" else None


def number_list(values: object, count: int | None = None) -> npt.NDArray[np.float64]:
    """A list of numbers in an attribute or an array; `ValueError` for another count."""
    if isinstance(values, h5py.Dataset):
        if values.size is None or values.size > MAX_LIST_LENGTH:
            raise ValueError(f"{values.name} has {values.size} values")
        values = values[()]
    numbers = np.ravel(np.asarray(values, np.float64))
    if count is not None and len(numbers) != count:
        raise ValueError(f"{count} bands and {len(numbers)} values for them")
    return numbers


def number(value: object) -> float:
    """The first number of an attribute or an array; `ValueError` where it is not finite."""
    first = float(number_list(value)[0])
    if not np.isfinite(first):
        raise ValueError(f"{first} instead of a number")
    return first


def text(value: object) -> str:
    """The text of an attribute or a scalar array; empty for None."""
    if isinstance(value, h5py.Dataset):
        value = value[()]
    if isinstance(value, np.ndarray):
        value = value.ravel()[0] if value.size else ""
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return "" if value is None else str(value)[:_MAX_TEXT_LENGTH]


def fill_value(array: h5py.Dataset, names: Sequence[str], default: float | None) -> float | None:
    """The number that stands for no data, from the first of these attributes."""
    for name in names:
        if name in array.attrs:
            return float(number_list(array.attrs[name])[0])
    return default


def make_bands(
    centres: npt.NDArray[np.float64],
    widths: npt.NDArray[np.float64] | None,
    unit: str,
    bad: npt.NDArray[np.bool_],
) -> tuple[Band, ...]:
    """The bands of a product in the order of its image; `ValueError` without wavelengths."""
    wavelengths = to_nanometres([float(value) for value in centres], unit)
    if not wavelengths:
        raise ValueError("its wavelengths are not usable")
    known = [] if widths is None else widths_to_nanometres([float(w) for w in widths], unit)
    return tuple(
        Band(
            position + 1,
            wavelength,
            known[position] if known else None,
            bool(bad[position]),
            MARKED_BAD if bad[position] else "",
        )
        for position, wavelength in enumerate(wavelengths)
    )
