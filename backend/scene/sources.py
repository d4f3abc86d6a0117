"""Sources of stored pixel values: rasters that GDAL reads, and the interface of product readers.

A source handles files and formats; `raster.Scene` turns stored values into reflectance.
"""

from __future__ import annotations

import logging
import os
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import rasterio
from affine import Affine
from rasterio.enums import ColorInterp, MaskFlags
from rasterio.env import set_gdal_config
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import DatasetReader
from rasterio.windows import Window

from ..core.errors import UserError, first_line
from .bands import Band
from .dataset_names import file_in
from .external_references import (
    check_external_files,
    check_external_links,
    check_external_references,
)
from .grid import Grid
from .netcdf_check import find_dimension_damage
from .nodata import MAX_VALUE, equals_nodata
from .reflectance_scale import DECLARED_BY_PRODUCT, Scaling, product_scaling, read_scaling
from .wavelengths import read_bands

#: Enough for what is read or written at once, which follows the tiles of a file. Tiles are rarely
#: read twice: with twice as much, a cold run takes a hundredth less time.
MAX_CACHE_BYTES = 64 * 2**20


class QualityLayer(Protocol):
    """One reason for which pixels are excluded, such as clouds."""

    @property
    def name(self) -> str:
        """What is excluded."""

    @property
    def files(self) -> tuple[str, ...]:
        """The files that it is read from."""

    def read(self, window: Window) -> npt.NDArray[np.bool_]:
        """Where pixels of a window of the scene are excluded."""

    def close(self) -> None:
        """Close the file."""


#: Opens the quality layers of a product on the grid of its image.
OpenLayers = Callable[[Grid], tuple[QualityLayer, ...]]
#: Chooses pixels of a window, as indexes of the flattened window, by the mask of those with data.
ChoosePixels = Callable[[npt.NDArray[np.bool_]], npt.NDArray[np.intp]]


class Source(Protocol):
    """An open file with pixels; bands are read by their number, counted from 1."""

    path: str
    #: The files that it is read from, as its library lists them.
    files: tuple[str, ...]
    grid: Grid
    bands: tuple[Band, ...]
    block_shape: tuple[int, int]
    value_bytes: int
    scaling: Scaling
    #: What the log should say of how the pixels are read.
    notes: tuple[str, ...]

    def open_quality_layers(self) -> tuple[QualityLayer, ...]:
        """The quality layers of the product that exclude pixels; the caller closes them."""

    def read(self, indexes: Sequence[int], window: Window) -> npt.NDArray[np.float32]:
        """Stored values (bands, height, width); NaN where there are none."""

    def read_spectra(
        self, indexes: Sequence[int], window: Window, choose: ChoosePixels
    ) -> npt.NDArray[np.float32]:
        """Stored spectra (pixels, bands) of some pixels of a window; NaN where there are none."""

    def close(self) -> None:
        """Close the file."""


@dataclass(frozen=True)
class BandTable:
    """The bands of a product by its own metadata, in the order of the bands of its image."""

    wavelengths: tuple[float, ...]
    widths: tuple[float, ...]
    scales: tuple[float, ...]
    offsets: tuple[float, ...]
    nodata: float | None = None


def limit_cache(budget: int) -> None:
    """Limit the block cache of GDAL, 5 % of the memory by default, to a share of a job's budget."""
    set_gdal_config("GDAL_CACHEMAX", min(MAX_CACHE_BYTES, budget // 8))


def pixels_with_data(bands: Iterable[npt.NDArray[np.float32]]) -> npt.NDArray[np.bool_]:
    """Where at least one of the bands of a window has a value other than zero."""
    found = np.zeros((), np.bool_)
    for band in bands:  # most pixels have a value in the first
        found = found | ((band != 0) & ~np.isnan(band))
        if found.all():
            break
    return found


def unreadable_error(path: str, error: Exception | str) -> UserError:
    """The error for an image that cannot be opened."""
    return UserError(
        "scene.unreadable",
        f"The image {path} cannot be read ({error}).",
        "Check that the file exists and opens in QGIS as a raster layer.",
    )


def damaged_error(path: str, error: Exception | str) -> UserError:
    """The error for an image that was opened but cannot be read completely."""
    return UserError(
        "scene.unreadable",
        f"The image {path} could not be read completely ({error}).",
        "The file may be damaged or its disk disconnected; copy it again and retry.",
    )


class _TruncationHandler(logging.Handler):
    """Collects the warning by which GDAL reports that a file is truncated.

    A truncated GeoTIFF may still have all its pixels, but no wavelengths.
    """

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._log = logging.getLogger("rasterio._env")
        self.message = ""

    def __enter__(self) -> _TruncationHandler:
        self._log.addHandler(self)
        return self

    def __exit__(self, *_: object) -> None:
        self._log.removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the last message of that kind."""
        if "IO error during reading" in record.getMessage():
            self.message = record.getMessage()


def open_dataset(path: str, allow_external: bool = False) -> DatasetReader:
    """Open a raster with GDAL; `UserError` where that is impossible or not allowed."""
    check_external_references(path, allow_external)
    file = file_in(path)
    if file and (damage := find_dimension_damage(file)):
        raise unreadable_error(path, damage)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with _TruncationHandler() as truncation:
            try:
                # the absolute path of a file is never mistaken for an address
                dataset = rasterio.open(os.path.abspath(path) if os.path.exists(path) else path)
            except (RasterioError, UnicodeDecodeError) as error:  # metadata may be no UTF-8
                raise unreadable_error(path, first_line(error)) from error
    try:
        if truncation.message:
            raise damaged_error(path, truncation.message)
        check_external_files(path, dataset.files, allow_external)
        check_external_links(path, allow_external)
    except BaseException:
        dataset.close()
        raise
    return dataset


class GdalSource:
    """A raster that GDAL reads."""

    notes: tuple[str, ...] = ()

    def __init__(
        self,
        path: str,
        table: BandTable | None = None,
        allow_external: bool = False,
        companions: tuple[str, ...] = (),
        open_layers: OpenLayers | None = None,
    ):
        """`companions` are further files that describe the image."""
        self.path = path
        self._open_layers = open_layers
        self._dataset = open_dataset(path, allow_external)
        self.files: tuple[str, ...] = (*self._dataset.files, *companions)
        try:
            self._describe(table)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._dataset.close()

    def open_quality_layers(self) -> tuple[QualityLayer, ...]:
        """The quality layers of the product that the image belongs to."""
        return self._open_layers(self.grid) if self._open_layers else ()

    def read(self, indexes: Sequence[int], window: Window) -> npt.NDArray[np.float32]:
        """Stored values (bands, height, width); NaN by nodata value, mask or alpha band."""
        return self._values(indexes, *self._read_raw(indexes, window))

    def read_spectra(
        self, indexes: Sequence[int], window: Window, choose: ChoosePixels
    ) -> npt.NDArray[np.float32]:
        """Stored spectra (pixels, bands) of some pixels, of which only those are converted."""
        raw, hidden = self._read_raw(indexes, window)

        def converted(bands: slice, *pixels: npt.NDArray[np.intp]) -> npt.NDArray[np.float32]:
            part: tuple[Any, ...] = (bands, *pixels)
            own_hidden = None if hidden is None else hidden[part]
            return self._values(indexes[bands], raw[part], own_hidden)

        bands = (converted(slice(number, number + 1))[0] for number in range(len(indexes)))
        chosen = np.unravel_index(choose(pixels_with_data(bands)), raw.shape[1:])
        return np.ascontiguousarray(converted(slice(None), *chosen).T)

    def _read_raw(
        self, indexes: Sequence[int], window: Window
    ) -> tuple[npt.NDArray[Any], npt.NDArray[np.bool_] | None]:
        """Values (bands, height, width) as GDAL reads them, and where a mask hides them."""
        try:
            raw = self._dataset.read(list(indexes), window=window)
            hidden = self._mask_of_bands(indexes, window)
        except RasterioError as error:
            raise damaged_error(self.path, error) from error
        return raw, None if hidden is None else np.broadcast_to(hidden, raw.shape)

    def _values(
        self,
        indexes: Sequence[int],
        raw: npt.NDArray[Any],
        hidden: npt.NDArray[np.bool_] | None,
    ) -> npt.NDArray[np.float32]:
        """The values (bands, …) of bands; NaN by nodata value or mask."""
        with np.errstate(over="ignore"):  # values that are too large become missing
            values: npt.NDArray[np.float32] = raw.astype(np.float32, copy=False)
        declared = [self._nodata[index - 1] for index in indexes]
        parts = [slice(number, number + 1) for number in range(len(indexes))]
        if raw.dtype.kind != "f" and len(set(declared)) == 1:
            parts = [slice(None)]  # all bands at once; floats need more memory for it
        for part in parts:
            nodata = declared[part][0]
            if nodata is not None:
                missing = equals_nodata(raw[part], nodata)
                np.copyto(values[part], np.nan, where=missing)
        if raw.dtype.kind == "f":
            values[np.abs(values) > MAX_VALUE] = np.nan
        if hidden is not None:
            values[hidden] = np.nan
        return values

    def _describe(self, table: BandTable | None) -> None:
        dataset = self._dataset
        if dataset.count == 0:
            raise unreadable_error(self.path, "it has no bands")
        self.grid = Grid(dataset.width, dataset.height, dataset.transform, dataset.crs)
        refuse_control_points(dataset, self.grid)
        indexes = [
            index
            for index, meaning in zip(dataset.indexes, dataset.colorinterp, strict=True)
            if meaning != ColorInterp.alpha
        ]
        # GDAL itself applies alpha bands in images of two or four bands only
        self._alpha = [index for index in dataset.indexes if index not in indexes]
        if np.dtype(dataset.dtypes[0]).kind == "c":
            raise unreadable_error(self.path, "its values are complex numbers")
        self.block_shape: tuple[int, int] = dataset.block_shapes[0]
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
                "Unpack the product again, so that metadata and image belong together.",
            )
        self.bands = tuple(
            Band(band.index, wavelength, width or None, band.bad, band.reason)
            for band, wavelength, width in zip(
                self.bands, table.wavelengths, table.widths, strict=True
            )
        )
        if set(table.scales) != {1.0} or any(table.offsets):  # the defaults declare nothing
            self.scaling = product_scaling(table.scales, table.offsets, DECLARED_BY_PRODUCT)
        if table.nodata is not None:
            self._nodata = [
                table.nodata if declared is None else known
                for declared, known in zip(self._dataset.nodatavals, self._nodata, strict=True)
            ]

    def _mask_of_bands(
        self, indexes: Sequence[int], window: Window
    ) -> npt.NDArray[np.bool_] | None:
        """Where pixels are masked, in all bands together or in each; None without a mask."""
        if self._alpha:
            mask = self._dataset.read(self._alpha[0], window=window)
        elif self._masked == "file":
            mask = self._dataset.read_masks(1, window=window)
        elif self._masked == "band":
            mask = self._dataset.read_masks(list(indexes), window=window)
        else:
            return None
        masked: npt.NDArray[np.bool_] = mask == 0
        return masked


def refuse_control_points(dataset: DatasetReader, grid: Grid) -> None:
    """Raise `UserError` for a raster that has control points or RPCs in place of a geotransform."""
    points = len(dataset.gcps[0])
    if grid.transform == Affine.identity() and (points or dataset.rpcs is not None):
        kind = "ground control points" if points else "a camera model (RPC)"
        raise UserError(
            "scene.not_rectified",
            f"The image {dataset.name} is not rectified: it only carries {kind}.",
            "Rectify it with Raster ▸ Projections ▸ Warp in QGIS (gdalwarp), then classify the "
            "result.",
        )


def _masking(dataset: DatasetReader) -> str:
    """Which masks of GDAL are read: one per `file`, one per `band`, or none (empty).

    Besides the masks of a file, GDAL gives masks of nodata values. They are read where values are
    rounded or nodata values are too large for a float; otherwise comparing here is faster.
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
