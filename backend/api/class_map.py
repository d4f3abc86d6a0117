"""A class map in memory: the array, where its pixels lie, and what its codes mean."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning

from ..labels.classes import MapClass
from ..mapping.geotiff import CONFIDENCE_NODATA

if TYPE_CHECKING:
    from xarray import DataArray


@dataclass(frozen=True, eq=False)
class ClassMap:
    """Class codes of every pixel; 0 is a pixel without data."""

    #: Codes (height, width); `numpy.asarray` of the map gives it too.
    array: NDArray[np.integer[Any]]
    #: Probability (height, width) of each pixel's class, 0 to 1; not a number without data.
    confidence: NDArray[np.float32]
    #: Code, name and colour of each class.
    classes: tuple[MapClass, ...]
    #: From columns and rows of pixels to coordinates.
    transform: Affine
    #: Coordinate system; None where the scene has none.
    crs: rasterio.crs.CRS | None

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width."""
        height, width = self.array.shape
        return height, width

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> NDArray[Any]:
        return np.array(self.array, dtype, copy=copy)

    def names(self) -> NDArray[np.str_]:
        """The name of each pixel's class (height, width); empty without data."""
        names = np.zeros(max(entry.code for entry in self.classes) + 1, object)
        names[:] = ""
        for entry in self.classes:
            names[entry.code] = entry.name
        found: NDArray[np.str_] = names[self.array].astype(np.str_)
        return found

    def to_xarray(self) -> DataArray:
        """As a DataArray with coordinates of pixel centres; needs xarray.

        With rioxarray it carries the coordinate system too.
        """
        from xarray import DataArray

        height, width = self.shape
        coordinates: dict[str, Any] = {}
        if self.transform.is_rectilinear:
            columns, rows = np.arange(width) + 0.5, np.arange(height) + 0.5
            coordinates["x"] = self.transform.c + columns * self.transform.a
            coordinates["y"] = self.transform.f + rows * self.transform.e
        attributes = {
            "flag_values": [entry.code for entry in self.classes],
            "flag_meanings": [entry.name for entry in self.classes],
            "_FillValue": 0,
        }
        found = DataArray(self.array, coordinates, ("y", "x"), "class", attributes)
        try:
            import rioxarray  # noqa: F401 - gives arrays the accessor `rio`
        except ImportError:
            return found
        georeferenced: DataArray = found.rio.write_transform(self.transform)
        if self.crs is not None:
            georeferenced = georeferenced.rio.write_crs(self.crs)
        return georeferenced


def read_class_map(path: Path, confidence: Path, classes: Sequence[MapClass]) -> ClassMap:
    """From the rasters that a command has written."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path) as raster:
            codes = raster.read(1)
            transform, crs = raster.transform, raster.crs
        with rasterio.open(confidence) as raster:
            percent = raster.read(1)
    share = (percent / np.float32(100)).astype(np.float32)
    share[percent == CONFIDENCE_NODATA] = np.nan
    return ClassMap(codes, share, tuple(classes), transform, crs)
