"""Planet Tanager surface reflectance (HDF-EOS5): basic in sensor geometry, ortho on a map grid."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import h5py
import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.crs import CRS

from ...core.errors import UserError
from ..grid import Grid
from ..reflectance_scale import DECLARED_BY_PRODUCT, product_scaling
from .geolocation import LocationArrays
from .hdf5 import array_of, fill_value, layer_of, make_bands, number, number_list, text
from .hdf5_source import FlagArray, Hdf5Source, Layout

SWATH, GRID = "HDFEOS/SWATHS/HYP", "HDFEOS/GRIDS/HYP"
REFLECTANCE = "surface_reflectance"
DEFAULT_FILL = -9999.0
_STRUCTURE = "HDFEOS INFORMATION/StructMetadata.0"
_FRAMING = "Planet_Ortho_Framing"
_FLAGS = {"cloud": "beta_cloud_mask", "cirrus": "beta_cirrus_mask"}
_NUMBER = r"(-?\d{1,15}(?:\.\d{1,15})?(?:[eE][+-]?\d{1,3})?)"
_UPPER_LEFT = re.compile(rf"UpperLeftPointMtrs=\({_NUMBER},{_NUMBER}\)")
_LOWER_RIGHT = re.compile(rf"LowerRightMtrs=\({_NUMBER},{_NUMBER}\)")
_ZONE = re.compile(r"ZoneCode=(-?\d{1,2})\b")


def is_tanager(file: h5py.File) -> bool:
    """Whether an HDF5 file is a Tanager reflectance product; `UserError` for radiance."""
    root = next((name for name in (GRID, SWATH) if f"{name}/Data Fields" in file), None)
    if root is None:
        return False
    if f"{root}/Data Fields/{REFLECTANCE}" in file:
        return True
    if f"{root}/Data Fields/toa_radiance" in file:
        raise UserError(
            "scene.not_reflectance",
            f"The Tanager product {file.filename} holds radiance.",
            "Order the scene as surface reflectance (ortho_sr_hdf5 or basic_sr_hdf5).",
        )
    return False


def open_tanager(path: Path) -> Hdf5Source:
    """Open a Tanager product."""
    return Hdf5Source(path, "Tanager", _describe)


def _describe(file: h5py.File) -> Layout:
    root = GRID if f"{GRID}/Data Fields/{REFLECTANCE}" in file else SWATH
    fields = file[f"{root}/Data Fields"]
    cube = array_of(fields, REFLECTANCE, 3)
    count, rows, columns = cube.shape
    attributes = cube.attrs
    good = number_list(attributes.get("good_wavelengths", np.ones(count)), count)
    geolocation = None
    if root == GRID:
        grid = _framing(file, root) or _structure_grid(file, rows, columns)
    else:
        places = file[f"{root}/Geolocation Fields"]
        latitude = array_of(places, "Latitude", 2)
        if latitude.shape != (rows, columns):
            raise ValueError("its location arrays and its image differ in size")
        geolocation = LocationArrays(
            latitude, array_of(places, "Longitude", 2), _framing(file, root)
        )
        grid = geolocation.grid
    return Layout(
        cubes=(cube,),
        band_axis=0,
        positions=tuple((0, position) for position in range(count)),
        bands=make_bands(
            number_list(attributes["wavelengths"], count),
            number_list(attributes["fwhm"], count) if "fwhm" in attributes else None,
            text(attributes.get("wavelengths_units")),
            good == 0,
        ),
        scaling=product_scaling(np.ones(count), np.zeros(count), DECLARED_BY_PRODUCT),
        grid=grid,
        fill=fill_value(cube, ("_FillValue",), DEFAULT_FILL),
        geolocation=geolocation,
        no_data=layer_of(fields, "nodata_pixels", (rows, columns)),
        flags=tuple(
            FlagArray(name, array, _is_one)
            for name, field in _FLAGS.items()
            if (array := layer_of(fields, field, (rows, columns))) is not None
        ),
    )


def _framing(file: h5py.File, root: str) -> Grid | None:
    """The map grid that Planet gives as JSON; None where there is none."""
    for attributes in _attributes(file, root):
        if _FRAMING not in attributes:
            continue
        framing = json.loads(text(attributes[_FRAMING]))
        transform = Affine.from_gdal(*number_list(framing["geotransform"], 6))
        crs = CRS.from_epsg(int(framing["epsg_code"]))
        width, height = int(framing["cols"]), int(framing["rows"])
        if min(width, height) < 1:
            raise ValueError("its map grid is empty")
        return Grid(width, height, transform, crs)
    return None


def _attributes(file: h5py.File, root: str) -> Iterator[h5py.AttributeManager]:
    for name in (f"{root}/Geolocation Fields", root, f"{root}/Data Fields", "/"):
        if name in file:
            yield file[name].attrs


def _structure_grid(file: h5py.File, rows: int, columns: int) -> Grid:
    """The map grid by the outer corners in the HDF-EOS structure metadata."""
    structure = text(file[_STRUCTURE])
    upper_left, lower_right = _UPPER_LEFT.search(structure), _LOWER_RIGHT.search(structure)
    if upper_left is None or lower_right is None:
        raise ValueError("it is not georeferenced")
    west, north = map(float, upper_left.groups())
    east, south = map(float, lower_right.groups())
    transform = Affine((east - west) / columns, 0, west, 0, (south - north) / rows, north)
    return Grid(columns, rows, transform, _crs(file, structure))


def _crs(file: h5py.File, structure: str) -> CRS:
    attributes = file[GRID].attrs
    if "epsg_code" in attributes:
        code = re.sub(r"\D", "", text(attributes["epsg_code"])[:32])
        return CRS.from_epsg(int(code or number(attributes["epsg_code"])))
    zone = _ZONE.search(structure)
    if "GCTP_UTM" not in structure or zone is None or not 1 <= abs(int(zone[1])) <= 60:
        raise ValueError("its coordinate reference system is unknown")
    return CRS.from_epsg((32600 if int(zone[1]) > 0 else 32700) + abs(int(zone[1])))


def _is_one(values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    flagged: npt.NDArray[np.bool_] = values == 1
    return flagged
