"""NEON AOP reflectance (HDF5): `SITE/Reflectance/Reflectance_Data`, lines × samples × bands."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import h5py
import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.crs import CRS

from ..grid import Grid
from ..reflectance_scale import DECLARED_BY_PRODUCT, product_scaling
from .hdf5 import array_of, fill_value, layer_of, make_bands, number, number_list, text
from .hdf5_source import FlagArray, Hdf5Source, Layout

DEFAULT_FILL = -9999.0
DEFAULT_SCALE = 10_000.0
_GROUP, _DATA = "Reflectance", "Reflectance_Data"
#: Attributes with the first and last wavelength of a range without signal.
_BAD_WINDOW = re.compile(r"Band_Window_\d{1,3}_Nanometers", re.IGNORECASE)
_MAX_GROUPS = 100
#: The classification of the atmospheric correction (ATCOR), and its classes that exclude a pixel:
#: clouds, medium and thick cirrus. Its shadows and haze are not used, since many are canopies.
_CLASSES = "Metadata/Ancillary_Imagery/Haze_Cloud_Water_Map"
_FLAGGED = {
    "cloud": (15, 16),
    "cirrus": (3, 4, 9, 10, 18, 19),
    "saturated": (6,),
    "snow": (7,),
}


def is_neon(file: h5py.File) -> bool:
    """Whether an HDF5 file is a NEON reflectance product."""
    return _site(file) is not None


def open_neon(path: Path) -> Hdf5Source:
    """Open a NEON product."""
    return Hdf5Source(path, "NEON", _describe)


def _site(file: h5py.File) -> str | None:
    """The group of the site, which has the name of the site."""
    names = list(file)[:_MAX_GROUPS]
    return next((name for name in names if f"{name}/{_GROUP}/{_DATA}" in file), None)


def _describe(file: h5py.File) -> Layout:
    group = file[f"{_site(file)}/{_GROUP}"]
    cube = array_of(group, _DATA, 3)
    rows, columns, count = cube.shape
    spectral = group["Metadata/Spectral_Data"]
    wavelengths = spectral["Wavelength"]
    centres = number_list(wavelengths, count)
    widths = number_list(spectral["FWHM"], count) if "FWHM" in spectral else None
    unit = text(wavelengths.attrs.get("Units") or wavelengths.attrs.get("units"))
    factor = number(cube.attrs.get("Scale_Factor", DEFAULT_SCALE))
    if factor <= 0:
        raise ValueError("its scale factor is not positive")
    scale = 1 / factor if factor > 1 else factor
    bands = make_bands(centres, widths, unit, np.zeros(count, bool))
    bad = _bad_bands(group, np.array([band.wavelength for band in bands], np.float64))
    return Layout(
        cubes=(cube,),
        band_axis=2,
        positions=tuple((0, position) for position in range(count)),
        bands=make_bands(centres, widths, unit, bad),
        scaling=product_scaling([scale] * count, [0.0] * count, DECLARED_BY_PRODUCT),
        grid=_grid(group["Metadata/Coordinate_System"], rows, columns),
        fill=fill_value(cube, ("Data_Ignore_Value", "_FillValue"), DEFAULT_FILL),
        flags=_flags(group, (rows, columns)),
    )


def _bad_bands(group: h5py.Group, centres: npt.NDArray[np.float64]) -> npt.NDArray[np.bool_]:
    """The bands in the ranges that the product names as noisy."""
    bad = np.zeros(len(centres), bool)
    for name in list(group.attrs)[:_MAX_GROUPS]:
        if _BAD_WINDOW.fullmatch(name):
            low, high = number_list(group.attrs[name], 2)
            bad |= (centres >= low) & (centres <= high)
    return bad


def _flags(group: h5py.Group, shape: tuple[int, int]) -> tuple[FlagArray, ...]:
    classes = layer_of(group, _CLASSES, shape)
    if classes is None:
        return ()
    return tuple(
        FlagArray(name, classes, partial(np.isin, test_elements=codes))
        for name, codes in _FLAGGED.items()
    )


def _grid(system: h5py.Group, rows: int, columns: int) -> Grid:
    """The grid by ENVI's map info, whose reference pixel 1, 1 is the corner of the first pixel."""
    info = [part.strip() for part in text(system["Map_Info"]).strip("{} ").split(",")]
    if len(info) < 7:
        raise ValueError("its map info is incomplete")
    column, row, east, north, width, height = (float(part) for part in info[1:7])
    rotations = [part.partition("=")[2] for part in info if part.lower().startswith("rotation")]
    if any(float(angle or 0) for angle in rotations):
        raise ValueError("its map grid is rotated")
    transform = Affine(
        width, 0, east - (column - 1) * width, 0, -height, north + (row - 1) * height
    )
    return Grid(columns, rows, transform, _crs(system))


def _crs(system: h5py.Group) -> CRS:
    code = text(system["EPSG Code"]) if "EPSG Code" in system else ""
    if code.strip().isdecimal():
        return CRS.from_epsg(int(code))
    return CRS.from_wkt(text(system["Coordinate_System_String"]))
