"""Where pixels come from: a raster that GDAL opens, or a product that only its own reader can.

A source knows files and formats and nothing of reflectance; `raster.Scene` makes sense of values.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.env import set_gdal_config
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import DatasetReader
from rasterio.windows import Window

from ..core.errors import UserError, first_line
from .bands import Band
from .external_references import (
    check_external_files,
    check_external_links,
    check_external_references,
    file_in,
)
from .grid import Grid
from .netcdf_check import find_dimension_damage
from .nodata import MAX_VALUE, equals_nodata
from .reflectance_scale import DECLARED_BY_PRODUCT, Scaling, read_scaling, scaling
from .wavelengths import read_bands

#: More than a row of tiles of input and output need is of no use.
MAX_CACHE_BYTES = 256 * 2**20


class Source(Protocol):
    """An open file with pixels; bands are asked for by their number, from 1."""

    path: str
    #: What it is read from, as far as its library says.
    files: tuple[str, ...]
    grid: Grid
    bands: tuple[Band, ...]
    block_shape: tuple[int, int]
    value_bytes: int
    scaling: Scaling

    def read(self, indexes: Sequence[int], window: Window) -> np.ndarray:
        """Stored values (bands, height, width) as float32; not a number where there are none."""

    def close(self) -> None:
        """Let go of the file."""


@dataclass(frozen=True)
class BandTable:
    """What a product's own metadata say of its bands, in the order of the image's bands."""

    wavelengths: tuple[float, ...]
    widths: tuple[float, ...]
    scales: tuple[float, ...]
    offsets: tuple[float, ...]
    nodata: float | None = None


def limit_cache(budget: int) -> None:
    """Keep GDAL's cache of tiles, a twentieth of all memory by default, within a job's budget."""
    set_gdal_config("GDAL_CACHEMAX", min(MAX_CACHE_BYTES, budget // 8))


def unreadable_error(path: str, error: Exception | str) -> UserError:
    """The error for a scene that cannot be opened."""
    return UserError(
        "scene.unreadable",
        f"The image {path} cannot be read ({error}).",
        "Check that the file exists and opens in QGIS as a raster layer.",
    )


def damaged_error(path: str, error: Exception | str) -> UserError:
    """The error for a scene that could be opened but not be read to its end."""
    return UserError(
        "scene.unreadable",
        f"The image {path} could not be read to its end ({error}).",
        "The file may be damaged or its disk gone; copy it again and retry.",
    )


class _Listener(logging.Handler):
    """Hears what GDAL only mumbles: that it left out what lies behind the end of a file.

    A GeoTIFF that was cut off may still have all its pixels, but no wavelengths any more.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._log = logging.getLogger("rasterio._env")
        self.heard = ""

    def __enter__(self) -> _Listener:
        self._log.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._log.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Remember the last complaint of that kind."""
        if "IO error during reading" in record.getMessage():
            self.heard = record.getMessage()


def open_dataset(path: str, allow_external: bool = False) -> DatasetReader:
    """A raster opened by GDAL, or the error that says why not."""
    check_external_references(path, allow_external)
    file = file_in(path)
    if file and (damage := find_dimension_damage(file)):
        raise unreadable_error(path, damage)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with _Listener() as listener:
            try:
                # a file's whole path is never taken for an address
                dataset = rasterio.open(os.path.abspath(path) if os.path.exists(path) else path)
            except (RasterioError, UnicodeDecodeError) as error:  # or what it says is no text
                raise unreadable_error(path, first_line(error)) from error
    try:
        if listener.heard:
            raise damaged_error(path, listener.heard)
        check_external_files(path, dataset.files, allow_external)
        check_external_links(path, allow_external)
    except BaseException:
        dataset.close()
        raise
    return dataset


class GdalSource:
    """A raster that GDAL reads as it lies."""

    def __init__(self, path: str, table: BandTable | None = None, allow_external: bool = False):
        self.path = path
        self._dataset = open_dataset(path, allow_external)
        self.files = tuple(self._dataset.files)
        try:
            self._describe(table)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._dataset.close()

    def read(self, indexes: Sequence[int], window: Window) -> np.ndarray:
        """Stored values; not a number where nodata, mask or alpha say that there are none."""
        try:
            raw = self._dataset.read(list(indexes), window=window)
            hidden = self._mask_of_bands(indexes, window)
        except RasterioError as error:
            raise damaged_error(self.path, error) from error
        with np.errstate(over="ignore"):  # what is too large counts as missing
            values = raw.astype(np.float32, copy=False)
        for position, index in enumerate(indexes):
            nodata = self._nodata[index - 1]
            if nodata is not None:
                values[position][equals_nodata(raw[position], nodata)] = np.nan
        if raw.dtype.kind == "f":
            values[np.abs(values) > MAX_VALUE] = np.nan
        if hidden is not None:
            values[np.broadcast_to(hidden, values.shape)] = np.nan
        return values

    def _describe(self, table: BandTable | None) -> None:
        dataset = self._dataset
        if dataset.count == 0:
            raise unreadable_error(self.path, "it holds no image of its own")
        self.grid = Grid(dataset.width, dataset.height, dataset.transform, dataset.crs)
        refuse_control_points(dataset, self.grid)
        indexes = [
            index
            for index, meaning in zip(dataset.indexes, dataset.colorinterp, strict=True)
            if meaning != ColorInterp.alpha
        ]
        # GDAL itself heeds alpha in pictures of two or four bands only
        self._alpha = [index for index in dataset.indexes if index not in indexes]
        if np.dtype(dataset.dtypes[0]).kind == "c":
            raise unreadable_error(self.path, "its values are complex numbers")
        self.block_shape = dataset.block_shapes[0]
        self.value_bytes = max(np.dtype(kind).itemsize for kind in dataset.dtypes)
        self._masked = "" if self._alpha else _masking(dataset)
        self._nodata = [
            None if self._masked == "band" and MaskFlags.nodata in flags else nodata
            for nodata, flags in zip(dataset.nodatavals, dataset.mask_flag_enums, strict=True)
        ]
        self.scaling = read_scaling(dataset, indexes)
        self.bands = read_bands(dataset, indexes)
        if table is not None:
            self._apply_table(table)

    def _apply_table(self, table: BandTable) -> None:
        if len(table.wavelengths) != len(self.bands):
            raise UserError(
                "scene.product_incomplete",
                f"The metadata beside {self.path} describe {len(table.wavelengths)} bands, the "
                f"image has {len(self.bands)}.",
                "Metadata and image must belong to one product; unpack it again.",
            )
        self.bands = tuple(
            Band(band.index, wavelength, width or None, band.bad, band.reason)
            for band, wavelength, width in zip(
                self.bands, table.wavelengths, table.widths, strict=True
            )
        )
        if set(table.scales) != {1.0} or any(table.offsets):  # else it says nothing of them
            self.scaling = scaling(table.scales, table.offsets, DECLARED_BY_PRODUCT)
        if table.nodata is not None:
            self._nodata = [
                table.nodata if declared is None else known
                for declared, known in zip(self._dataset.nodatavals, self._nodata, strict=True)
            ]

    def _mask_of_bands(self, indexes: Sequence[int], window: Window) -> np.ndarray | None:
        """Where masks hide pixels, for all bands at once or for each."""
        if self._alpha:
            return self._dataset.read(self._alpha[0], window=window) == 0
        if self._masked == "file":
            return self._dataset.read_masks(1, window=window) == 0
        if self._masked == "band":
            return self._dataset.read_masks(list(indexes), window=window) == 0
        return None


def refuse_control_points(dataset: DatasetReader, grid: Grid) -> None:
    """Refuse a raster that only says where some of its points lie."""
    points = len(dataset.gcps[0])
    if grid.transform == Affine.identity() and (points or dataset.rpcs is not None):
        kind = "ground control points" if points else "a camera model (RPC)"
        raise UserError(
            "scene.not_rectified",
            f"The image {dataset.name} is not rectified: it only carries {kind}.",
            "Rectify it first with Raster ▸ Projections ▸ Warp in QGIS (gdalwarp), then classify "
            "the result.",
        )


def _masking(dataset: DatasetReader) -> str:
    """Whether GDAL's masks are asked for: one for the whole `file`, one a `band`, or none (``).

    Beside masks that a file holds, these are the masks of nodata values that stored numbers only
    come close to, or that are too large to be handed over exactly; others are compared here, which
    is quicker.
    """
    flags = [set(entry) for entry in dataset.mask_flag_enums]
    if any(MaskFlags.per_dataset in entry for entry in flags):
        return "file"
    kinds = [np.dtype(dtype) for dtype in dataset.dtypes]
    if any(
        not entry or (MaskFlags.nodata in entry and (kind.kind == "f" or kind.itemsize == 8))
        for entry, kind in zip(flags, kinds, strict=True)
    ):
        return "band"
    return ""
