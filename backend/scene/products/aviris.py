"""AVIRIS-3, AVIRIS-5 and AVIRIS-NG L2A reflectance (netCDF): bands × lines × samples in a group.

Orthorectified products lie on a map grid. In others, a geolocation lookup table or arrays of
latitude and longitude locate the pixels.
"""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
from affine import Affine
from rasterio.crs import CRS

from ..grid import Grid
from ..reflectance_scale import DECLARED_BY_PRODUCT, product_scaling
from .geolocation import LocationArrays, LookupTable
from .hdf5 import array_of, fill_value, layer_of, make_bands, number_list, text
from .hdf5_source import Geolocation, Hdf5Source, Layout

DEFAULT_FILL = -9999.0
_GROUP, _DATA = "reflectance", "reflectance"
_TABLE = "geolocation_lookup_table"
#: Groups that may hold the location arrays, and the names of these.
_LOCATIONS = ("", "location", "geolocation", "reflectance")
_LATITUDES, _LONGITUDES = ("lat", "latitude", "Latitude"), ("lon", "longitude", "Longitude")
#: Largest difference of the distances between coordinates of a regular grid, in pixels.
_GRID_TOLERANCE = 0.05


def is_aviris(file: h5py.File) -> bool:
    """Whether a netCDF file is an AVIRIS reflectance product."""
    return (
        isinstance(file.get(_GROUP), h5py.Group)
        and f"{_GROUP}/{_DATA}" in file
        and f"{_GROUP}/wavelength" in file
    )


def open_aviris(path: Path) -> Hdf5Source:
    """Open an AVIRIS product."""
    return Hdf5Source(path, "AVIRIS", _describe)


def _describe(file: h5py.File) -> Layout:
    group = file[_GROUP]
    cube = array_of(group, _DATA, 3)
    count, lines, samples = cube.shape
    wavelengths = group["wavelength"]
    good = np.ones(count)
    if "good_wavelengths" in group:
        good = number_list(group["good_wavelengths"], count)
    grid, geolocation = _locate(file, lines, samples)
    return Layout(
        cubes=(cube,),
        band_axis=0,
        positions=tuple((0, position) for position in range(count)),
        bands=make_bands(
            number_list(wavelengths, count),
            number_list(group["fwhm"], count) if "fwhm" in group else None,
            text(wavelengths.attrs.get("units")),
            good == 0,
        ),
        scaling=product_scaling(np.ones(count), np.zeros(count), DECLARED_BY_PRODUCT),
        grid=grid,
        fill=fill_value(cube, ("_FillValue",), DEFAULT_FILL),
        geolocation=geolocation,
    )


def _locate(file: h5py.File, lines: int, samples: int) -> tuple[Grid, Geolocation | None]:
    """The map grid, and how pixels in sensor geometry are located on it."""
    if _TABLE in file:
        table = file[_TABLE]
        line, sample = array_of(table, "line", 2), array_of(table, "sample", 2)
        if line.shape != sample.shape or not line.size:
            raise ValueError("the two layers of its lookup table differ in size")
        fill = fill_value(line, ("_FillValue",), None)
        grid = _map_grid(file, table, *line.shape)
        return grid, LookupTable(line, sample, (lines, samples), fill)
    if "easting" in file and "northing" in file:
        return _map_grid(file, file, lines, samples), None
    for name in _LOCATIONS:
        place = file[name] if name and name in file else file
        shape = (lines, samples)
        latitude = _first_layer(place, _LATITUDES, shape)
        longitude = _first_layer(place, _LONGITUDES, shape)
        if latitude is not None and longitude is not None:
            arrays = LocationArrays(latitude, longitude)
            return arrays.grid, arrays
    raise ValueError("it is not georeferenced")


def _first_layer(
    group: h5py.Group, names: tuple[str, ...], shape: tuple[int, int]
) -> h5py.Dataset | None:
    found = (layer_of(group, name, shape) for name in names)
    return next((array for array in found if array is not None), None)


def _map_grid(file: h5py.File, axes: h5py.Group, rows: int, columns: int) -> Grid:
    """The grid by the geotransform of the grid mapping, or by the coordinates of pixel centres."""
    mapping = _grid_mapping(file)
    crs = CRS.from_wkt(text(mapping.get("spatial_ref") or mapping.get("crs_wkt")))
    geotransform = text(mapping.get("GeoTransform")).split()
    if len(geotransform) == 6:
        transform = Affine.from_gdal(*map(float, geotransform))
    else:
        west, width = _axis(axes, "easting", columns)
        north, height = _axis(axes, "northing", rows)
        transform = Affine(width, 0, west, 0, height, north)
    return Grid(columns, rows, transform, crs)


def _grid_mapping(file: h5py.File) -> h5py.AttributeManager:
    for name in ("transverse_mercator", "crs", "spatial_ref", "polar_stereographic"):
        if name in file and {"spatial_ref", "crs_wkt"} & set(file[name].attrs):
            return file[name].attrs
    raise ValueError("its coordinate reference system is unknown")


def _axis(group: h5py.Group, name: str, count: int) -> tuple[float, float]:
    """The outer edge of the first pixel and the pixel size along an axis."""
    centres = number_list(group[name], count)
    steps = np.diff(centres)
    if not len(steps) or not np.isfinite(centres).all():
        raise ValueError(f"its axis {name} is unusable")
    size = (centres[-1] - centres[0]) / len(steps)
    if not size or np.abs(steps / size - 1).max() > _GRID_TOLERANCE:
        raise ValueError(f"its axis {name} is not regular")
    return float(centres[0] - size / 2), float(size)
