"""PRISMA L2D and L2C (`.he5`): two cubes of lines × bands × samples with descending wavelengths.

GDAL alone reads their axes in the wrong order. Here the bands of both cubes are sorted by
wavelength, including those of the range that both detectors cover; bands without data are excluded.
L2D is georeferenced; L2C has location arrays.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.crs import CRS

from ...core.errors import UserError
from ..bands import Band, are_wavelengths
from ..grid import Grid
from ..reflectance_scale import DECLARED_BY_PRODUCT, product_scaling
from .geolocation import LocationArrays
from .hdf5 import array_of, layer_of, number, number_list
from .hdf5_source import FlagLayer, Hdf5Source, Layout

SWATHS = "HDFEOS/SWATHS"
L2D, L2C = "PRS_L2D_HCO", "PRS_L2C_HCO"
PIXEL_METRES = 30.0
MAX_STORED_VALUE = 65_535
_OTHER_LEVELS = ("PRS_L1_HRC", "PRS_L1_HCO", "PRS_L2B_HCO")
#: A pixel is excluded where a larger share of its bands is invalid or saturated; the atmospheric
#: correction leaves some bands of dark pixels negative, which is no reason.
MAX_FLAGGED_SHARE = 0.1
#: Error matrices and the values that mean invalid or saturated.
_ERROR_MATRICES = (("PIXEL_L2_ERR_MATRIX", (1, 3)), ("PIXEL_SAT_ERR_MATRIX", (1, 2, 4)))


def is_prisma(file: h5py.File) -> bool:
    """Whether an HDF5 file is a PRISMA L2 product; `UserError` for products of other levels."""
    if any(f"{SWATHS}/{level}" in file for level in (L2D, L2C)):
        return True
    other = next((name for name in _OTHER_LEVELS if f"{SWATHS}/{name}" in file), None)
    if other:
        raise UserError(
            "scene.not_rectified",
            f"The PRISMA product {file.filename} ({other}) holds no located reflectance.",
            "Order the scene as L2D, which is georeferenced, and choose that file.",
        )
    return False


def open_prisma(path: Path) -> Hdf5Source:
    """Open a PRISMA L2D or L2C product."""
    return Hdf5Source(path, "PRISMA", _describe)


@dataclass(frozen=True)
class _BandLocation:
    """Where a band is stored."""

    cube: int
    position: int
    wavelength: float
    width: float
    scale: float
    offset: float


@dataclass(frozen=True)
class _ErrorMatrices:
    """The quality of every band of every pixel, as one layer."""

    name: str
    matrices: tuple[h5py.Dataset, ...]
    #: The bands of each matrix that are considered.
    bands: tuple[npt.NDArray[np.intp], ...]
    excluding: tuple[int, ...]

    def read(self, rows: slice, columns: slice) -> npt.NDArray[np.bool_]:
        """Where too many bands are invalid or saturated."""
        flagged = np.zeros((rows.stop - rows.start, columns.stop - columns.start), np.int64)
        for matrix, bands in zip(self.matrices, self.bands, strict=True):
            if len(bands):
                values = matrix[rows, :, columns][:, bands]
                flagged += np.isin(values, self.excluding).sum(axis=1)
        exceeded: npt.NDArray[np.bool_] = flagged > MAX_FLAGGED_SHARE * sum(map(len, self.bands))
        return exceeded


def _describe(file: h5py.File) -> Layout:
    level = L2D if f"{SWATHS}/{L2D}" in file else L2C
    swath = file[f"{SWATHS}/{level}"]
    fields = swath["Data Fields"]
    cubes = tuple(array_of(fields, f"{name}_Cube", 3) for name in ("VNIR", "SWIR"))
    locations = sorted(
        (
            location
            for number_, (name, cube) in enumerate(zip(("Vnir", "Swir"), cubes, strict=True))
            for location in _band_locations(number_, name, cube, file.attrs)
        ),
        key=lambda location: location.wavelength,
    )
    bands = tuple(
        Band(index, location.wavelength, location.width or None, False)
        for index, location in enumerate(locations, 1)
    )
    geolocation = None
    if level == L2D:
        grid = _grid(cubes[0], file.attrs)
    else:
        places = swath["Geolocation Fields"]
        geolocation = LocationArrays(
            array_of(places, "Latitude", 2), array_of(places, "Longitude", 2)
        )
        if array_of(places, "Latitude", 2).shape != (cubes[0].shape[0], cubes[0].shape[2]):
            raise ValueError("its location arrays and its cubes differ in size")
        grid = geolocation.grid
    return Layout(
        cubes=cubes,
        band_axis=1,
        positions=tuple((location.cube, location.position) for location in locations),
        bands=bands,
        scaling=product_scaling(
            [location.scale for location in locations],
            [location.offset for location in locations],
            DECLARED_BY_PRODUCT,
        ),
        grid=grid,
        geolocation=geolocation,
        flags=_flags(fields, cubes, locations, bands),
    )


def _band_locations(
    cube_number: int, name: str, cube: h5py.Dataset, attributes: h5py.AttributeManager
) -> list[_BandLocation]:
    count = cube.shape[1]
    centres = number_list(attributes[f"List_Cw_{name}"], count)
    widths = number_list(attributes[f"List_Fwhm_{name}"], count)
    flags = number_list(attributes.get(f"List_Cw_{name}_Flags", np.ones(count)), count)
    low = number(attributes[f"L2Scale{name}Min"])
    high = number(attributes[f"L2Scale{name}Max"])
    scale = (high - low) / MAX_STORED_VALUE
    locations = [
        _BandLocation(cube_number, position, float(centre), float(width), scale, low)
        for position, (centre, width, flag) in enumerate(zip(centres, widths, flags, strict=True))
        if flag and not centre <= 0  # NaN is an error below
    ]
    if not are_wavelengths(location.wavelength for location in locations):
        raise ValueError(f"{name} has invalid wavelengths")
    return locations


def _flags(
    fields: h5py.Group,
    cubes: tuple[h5py.Dataset, ...],
    locations: list[_BandLocation],
    bands: tuple[Band, ...],
) -> tuple[FlagLayer, ...]:
    """The error matrices, whose names differ between levels, as one layer."""
    for ending, excluding in _ERROR_MATRICES:
        found = [
            layer_of(fields, f"{name}_{ending}", cube.shape)
            for name, cube in zip(("VNIR", "SWIR"), cubes, strict=True)
        ]
        matrices = tuple(matrix for matrix in found if matrix is not None)
        if len(matrices) < len(cubes):
            continue
        considered = tuple(
            np.array(
                [
                    location.position
                    for location, band in zip(locations, bands, strict=True)
                    if location.cube == cube and not band.in_water_vapour
                ],
                np.intp,
            )
            for cube in range(len(cubes))
        )
        return (_ErrorMatrices("invalid or saturated", matrices, considered, excluding),)
    return ()


def _grid(cube: h5py.Dataset, attributes: h5py.AttributeManager) -> Grid:
    """The grid; the corner coordinates of the product are the centres of its corner pixels."""
    west = number(attributes["Product_ULcorner_easting"])
    north = number(attributes["Product_ULcorner_northing"])
    half = PIXEL_METRES / 2
    transform = Affine(PIXEL_METRES, 0, west - half, 0, -PIXEL_METRES, north + half)
    code = int(number(attributes["Epsg_Code"]))
    return Grid(cube.shape[2], cube.shape[0], transform, CRS.from_epsg(code))
