"""EMIT L2A reflectance (netCDF): pixels in sensor geometry with a geolocation lookup table.

For every pixel of the map grid the geolocation lookup table (GLT) gives the line and the sample of
the sensor, counted from 1, or zero. A window of the map is read as the smallest block in sensor
geometry that contains its pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import h5py
import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from ...core.errors import first_line
from ..bands import MARKED_BAD, Band, are_wavelengths
from ..grid import Grid
from ..nodata import equals_nodata
from ..reflectance_scale import DECLARED_BY_PRODUCT, product_scaling
from ..sources import damaged_error, unreadable_error
from .hdf5 import READ_ERRORS, array_of

#: Rows of the map that are read at once, since the swath may be rotated against the map.
ROWS_PER_STRIP = 64
BLOCK_SHAPE = (128, 128)
DEFAULT_FILL = -9999.0


def is_emit(file: h5py.File) -> bool:
    """Whether a netCDF file is an EMIT reflectance product."""
    return all(
        name in file
        for name in ("reflectance", "location/glt_x", "location/glt_y", "sensor_band_parameters")
    )


class EmitSource:
    """An open EMIT L2A reflectance product."""

    value_bytes = 8  # twice four: a window is held in sensor geometry and on the map grid

    def __init__(self, path: Path):
        self.path = str(path)
        self.files: tuple[str, ...] = (self.path,)
        self._file = h5py.File(path, "r")
        try:
            self._describe()
        except READ_ERRORS as error:
            self.close()
            raise unreadable_error(
                self.path, f"an unusual EMIT product: {first_line(error)}"
            ) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def read(self, indexes: Sequence[int], window: Window) -> npt.NDArray[np.float32]:
        """Values (bands, height, width) on the map grid; NaN where there are none."""
        values = np.full((len(indexes), window.height, window.width), np.nan, np.float32)
        bands = np.array(indexes) - 1
        for start in range(0, window.height, ROWS_PER_STRIP):
            height = min(ROWS_PER_STRIP, window.height - start)
            strip = Window(window.col_off, window.row_off + start, window.width, height)
            try:
                self._orthorectify(values[:, start : start + height], bands, strip)
            except READ_ERRORS as error:
                raise damaged_error(self.path, first_line(error)) from error
        return values

    def _orthorectify(
        self, values: npt.NDArray[np.float32], bands: npt.NDArray[np.intp], window: Window
    ) -> None:
        """Fill `values` with the pixels of a window of the map."""
        rows = slice(window.row_off, window.row_off + window.height)
        columns = slice(window.col_off, window.col_off + window.width)
        # negative entries mark pixels that were filled from their neighbours
        samples = np.abs(self._glt_x[rows, columns].astype(np.int64))
        lines = np.abs(self._glt_y[rows, columns].astype(np.int64))
        count, width, _ = self._cube.shape
        has_source = (samples > 0) & (lines > 0) & (samples <= width) & (lines <= count)
        if not has_source.any():
            return
        lines, samples = lines[has_source] - 1, samples[has_source] - 1
        top, left = int(lines.min()), int(samples.min())
        block = self._cube[top : int(lines.max()) + 1, left : int(samples.max()) + 1, :]
        spectra = block[lines - top, samples - left][:, bands].astype(np.float32)
        spectra[equals_nodata(spectra, self._fill)] = np.nan
        values[:, has_source] = spectra.T

    def _describe(self) -> None:
        file = self._file
        self._cube = array_of(file, "reflectance", 3)
        self._glt_x = array_of(file, "location/glt_x", 2)
        self._glt_y = array_of(file, "location/glt_y", 2)
        if self._glt_x.shape != self._glt_y.shape or not self._glt_x.size:
            raise ValueError("the two layers of its lookup table differ in size")
        self._fill = float(np.ravel(self._cube.attrs.get("_FillValue", DEFAULT_FILL))[0])
        parameters = file["sensor_band_parameters"]
        centres = np.asarray(parameters["wavelengths"][:], np.float64)
        widths = np.asarray(parameters["fwhm"][:], np.float64)
        good = np.ones(len(centres))
        if "good_wavelengths" in parameters:
            good = np.asarray(parameters["good_wavelengths"][:], np.float64)
        if not len(centres) == len(widths) == len(good) == self._cube.shape[2]:
            raise ValueError(f"{self._cube.shape[2]} bands and {len(centres)} wavelengths")
        if not are_wavelengths(centres):
            raise ValueError("it has invalid wavelengths")
        self.bands = tuple(
            Band(number, float(centre), float(width), flag == 0, _reason(flag))
            for number, (centre, width, flag) in enumerate(
                zip(centres, widths, good, strict=True), 1
            )
        )
        self.scaling = product_scaling(
            np.ones(len(centres)), np.zeros(len(centres)), DECLARED_BY_PRODUCT
        )
        geotransform = [float(value) for value in np.ravel(file.attrs["geotransform"])]
        height, width = self._glt_x.shape
        reference = file.attrs["spatial_ref"]
        text = reference.decode() if isinstance(reference, bytes) else str(reference)
        self.grid = Grid(width, height, Affine.from_gdal(*geotransform), CRS.from_wkt(text))
        if not np.isfinite(geotransform).all() or self.grid.transform.is_degenerate:
            raise ValueError("it is not georeferenced")
        self.block_shape = BLOCK_SHAPE


def _reason(flag: float) -> str:
    return MARKED_BAD if flag == 0 else ""
