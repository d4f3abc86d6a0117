"""EMIT L2A reflectance (netCDF): pixels as they were recorded, with a table that places them.

For every pixel of the map grid the geolocation table (GLT) names the line and sample, from 1, that
belongs there, or zero; so a map window is read as the smallest piece of the recording around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import h5py
import numpy as np
from affine import Affine
from rasterio.crs import CRS
from rasterio.windows import Window

from ...core.errors import first_line
from ..bands import Band
from ..grid import Grid
from ..nodata import equals_nodata
from ..reflectance_scale import DECLARED_BY_PRODUCT, scaling
from ..sources import damaged_error, unreadable_error
from .hdf5 import READ_ERRORS, array_of

#: Rows of the map that are read at once; the recording may lie aslant.
STRIP = 64
BLOCK = (128, 128)
DEFAULT_FILL = -9999.0


def is_emit(file: h5py.File) -> bool:
    """Whether a netCDF file is an EMIT reflectance product."""
    return all(
        name in file
        for name in ("reflectance", "location/glt_x", "location/glt_y", "sensor_band_parameters")
    )


class EmitSource:
    """An open EMIT L2A reflectance product."""

    value_bytes = 8  # twice its own four: a window is held as recorded and as placed

    def __init__(self, path: Path):
        self.path = str(path)
        self.files = (self.path,)
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
        """Let go of the file."""
        self._file.close()

    def read(self, indexes: Sequence[int], window: Window) -> np.ndarray:
        """Values (bands, height, width) on the map grid."""
        values = np.full((len(indexes), window.height, window.width), np.nan, np.float32)
        bands = np.array(indexes) - 1
        for start in range(0, window.height, STRIP):
            height = min(STRIP, window.height - start)
            strip = Window(window.col_off, window.row_off + start, window.width, height)
            try:
                self._orthorectify(values[:, start : start + height], bands, strip)
            except READ_ERRORS as error:
                raise damaged_error(self.path, first_line(error)) from error
        return values

    def _orthorectify(self, values: np.ndarray, bands: np.ndarray, window: Window) -> None:
        rows = slice(window.row_off, window.row_off + window.height)
        columns = slice(window.col_off, window.col_off + window.width)
        # the table marks pixels filled from their neighbours by a minus
        samples = np.abs(self._glt_x[rows, columns].astype(np.int64))
        lines = np.abs(self._glt_y[rows, columns].astype(np.int64))
        count, width, _ = self._cube.shape
        has_source = (samples > 0) & (lines > 0) & (samples <= width) & (lines <= count)
        if not has_source.any():
            return
        lines, samples = lines[has_source] - 1, samples[has_source] - 1
        top, left = int(lines.min()), int(samples.min())
        piece = self._cube[top : int(lines.max()) + 1, left : int(samples.max()) + 1, :]
        spectra = piece[lines - top, samples - left][:, bands].astype(np.float32)
        spectra[equals_nodata(spectra, self._fill)] = np.nan
        values[:, has_source] = spectra.T

    def _describe(self) -> None:
        file = self._file
        self._cube = array_of(file, "reflectance", 3)
        self._glt_x = array_of(file, "location/glt_x", 2)
        self._glt_y = array_of(file, "location/glt_y", 2)
        if self._glt_x.shape != self._glt_y.shape or not self._glt_x.size:
            raise ValueError("its two tables of places differ in size")
        self._fill = float(np.ravel(self._cube.attrs.get("_FillValue", DEFAULT_FILL))[0])
        parameters = file["sensor_band_parameters"]
        centres = np.asarray(parameters["wavelengths"][:], np.float64)
        widths = np.asarray(parameters["fwhm"][:], np.float64)
        good = np.ones(len(centres))
        if "good_wavelengths" in parameters:
            good = np.asarray(parameters["good_wavelengths"][:], np.float64)
        if not len(centres) == len(widths) == len(good) == self._cube.shape[2]:
            raise ValueError(f"{self._cube.shape[2]} bands and {len(centres)} wavelengths")
        self.bands = tuple(
            Band(number, float(centre), float(width), flag == 0, _reason(flag))
            for number, (centre, width, flag) in enumerate(
                zip(centres, widths, good, strict=True), 1
            )
        )
        self.scaling = scaling(np.ones(len(centres)), np.zeros(len(centres)), DECLARED_BY_PRODUCT)
        geotransform = [float(value) for value in np.ravel(file.attrs["geotransform"])]
        height, width = self._glt_x.shape
        reference = file.attrs["spatial_ref"]
        text = reference.decode() if isinstance(reference, bytes) else str(reference)
        self.grid = Grid(width, height, Affine.from_gdal(*geotransform), CRS.from_wkt(text))
        if not np.isfinite(geotransform).all() or self.grid.transform.is_degenerate:
            raise ValueError("it does not say where it lies")
        self.block_shape = BLOCK


def _reason(flag: float) -> str:
    return "marked bad in its metadata" if flag == 0 else ""
