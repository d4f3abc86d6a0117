"""PRISMA L2D (`.he5`): two cubes of lines × bands × samples with descending wavelengths.

GDAL alone reads their axes in the wrong order. Here the bands of both cubes are sorted by
wavelength, including those of the range that both detectors cover; bands without data are excluded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from ...core.errors import UserError, first_line
from ..bands import Band, are_wavelengths
from ..grid import Grid
from ..reflectance_scale import DECLARED_BY_PRODUCT, product_scaling
from ..sources import damaged_error, unreadable_error
from .hdf5 import READ_ERRORS, array_of

SWATH = "HDFEOS/SWATHS/PRS_L2D_HCO"
PIXEL_METRES = 30.0
MAX_STORED_VALUE = 65_535
_OTHER_LEVELS = ("PRS_L1_HRC", "PRS_L1_HCO", "PRS_L2B_HCO", "PRS_L2C_HCO")


def is_prisma(file: h5py.File) -> bool:
    """Whether an HDF5 file is a PRISMA L2D product; `UserError` for products of other levels."""
    other = next((name for name in _OTHER_LEVELS if f"HDFEOS/SWATHS/{name}" in file), None)
    if other and SWATH not in file:
        raise UserError(
            "scene.not_rectified",
            f"The PRISMA product {file.filename} ({other}) is not rectified.",
            "Order the scene as L2D, which is georeferenced, and choose that file.",
        )
    return SWATH in file


@dataclass(frozen=True)
class _BandLocation:
    """Where a band is stored."""

    cube: str
    position: int
    wavelength: float
    width: float
    scale: float
    offset: float


class PrismaSource:
    """An open PRISMA L2D product."""

    value_bytes = 2

    def __init__(self, path: Path):
        self.path = str(path)
        self.files: tuple[str, ...] = (self.path,)
        self._file = h5py.File(path, "r")
        try:
            self._describe()
        except READ_ERRORS as error:
            self.close()
            reason = f"an unusual PRISMA product: {first_line(error)}"
            raise unreadable_error(self.path, reason) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def read(self, indexes: Sequence[int], window: Window) -> npt.NDArray[np.float32]:
        """Stored values (bands, height, width); zero in all bands outside the swath."""
        rows = slice(window.row_off, window.row_off + window.height)
        columns = slice(window.col_off, window.col_off + window.width)
        values = np.empty((len(indexes), window.height, window.width), np.float32)
        requested = [self._band_locations[index - 1] for index in indexes]
        for name, cube in self._cubes.items():
            positions = [
                (number, location.position)
                for number, location in enumerate(requested)
                if location.cube == name
            ]
            if not positions:
                continue
            try:
                slab = cube[rows, :, columns]
            except READ_ERRORS as error:
                raise damaged_error(self.path, first_line(error)) from error
            for number, position in positions:
                values[number] = slab[:, position, :]
        return values

    def _describe(self) -> None:
        attributes = self._file.attrs
        fields = self._file[f"{SWATH}/Data Fields"]
        self._cubes = {
            name: array_of(fields, f"{name.upper()}_Cube", 3) for name in ("Vnir", "Swir")
        }
        (rows, _, columns), (others, _, across) = (cube.shape for cube in self._cubes.values())
        if (rows, columns) != (others, across) or not rows * columns:
            raise ValueError("its two cubes differ in size")
        locations = [
            location
            for name, cube in self._cubes.items()
            for location in _band_locations(name, cube, attributes)
        ]
        self._band_locations = sorted(locations, key=lambda location: location.wavelength)
        self.bands = tuple(
            Band(number, location.wavelength, location.width or None, False)
            for number, location in enumerate(self._band_locations, 1)
        )
        self.scaling = product_scaling(
            [location.scale for location in self._band_locations],
            [location.offset for location in self._band_locations],
            DECLARED_BY_PRODUCT,
        )
        self.grid = _grid(self._cubes["Vnir"], attributes)
        chunk = self._cubes["Vnir"].chunks  # all bands of a chunk are read together
        self.block_shape: tuple[int, int] = (chunk[0], chunk[2]) if chunk else (1, self.grid.width)


def _band_locations(
    name: str, cube: h5py.Dataset, attributes: h5py.AttributeManager
) -> list[_BandLocation]:
    centres = np.ravel(attributes[f"List_Cw_{name}"])
    widths = np.ravel(attributes[f"List_Fwhm_{name}"])
    flags = np.ravel(attributes.get(f"List_Cw_{name}_Flags", np.ones(len(centres))))
    low = float(np.ravel(attributes[f"L2Scale{name}Min"])[0])
    high = float(np.ravel(attributes[f"L2Scale{name}Max"])[0])
    if not len(centres) == len(widths) == len(flags) == cube.shape[1]:
        raise ValueError(f"{name} has {cube.shape[1]} bands and {len(centres)} wavelengths")
    scale = (high - low) / MAX_STORED_VALUE
    locations = [
        _BandLocation(name, position, float(centre), float(width), scale, low)
        for position, (centre, width, flag) in enumerate(zip(centres, widths, flags, strict=True))
        if flag and not centre <= 0  # NaN is an error below
    ]
    if not are_wavelengths(location.wavelength for location in locations):
        raise ValueError(f"{name} has invalid wavelengths")
    return locations


def _grid(cube: h5py.Dataset, attributes: h5py.AttributeManager) -> Grid:
    """The grid; the corner coordinates of the product are the centres of its corner pixels."""
    west = float(np.ravel(attributes["Product_ULcorner_easting"])[0])
    north = float(np.ravel(attributes["Product_ULcorner_northing"])[0])
    half = PIXEL_METRES / 2
    transform = Affine(PIXEL_METRES, 0, west - half, 0, -PIXEL_METRES, north + half)
    code = int(np.ravel(attributes["Epsg_Code"])[0])
    return Grid(cube.shape[2], cube.shape[0], transform, CRS.from_epsg(code))
