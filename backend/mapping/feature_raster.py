"""Writes the features of a scene as a raster with named bands, on the scene's grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import RasterioError
from rasterio.io import DatasetWriter
from rasterio.windows import Window

from ..files.output_files import raster_output
from ..files.pending_files import PendingFiles, write_failure
from ..scene.grid import Grid
from .geotiff import checksum, tiled_profile

FEATURE_NODATA = -9999.0
#: Bands that are converted to single precision at once, to save memory.
BANDS_PER_BLOCK = 16


class FeatureWriter:
    """Writes a GeoTIFF with one band for each feature; a context manager.

    The file has a temporary name until all files of the job are published.
    """

    def __init__(
        self,
        files: PendingFiles,
        grid: Grid,
        target: Path,
        names: Sequence[str],
        tags: Mapping[str, str],
    ):
        self._grid, self._target = grid, target
        self._names, self._tags = names, tags
        files.declare(raster_output(target))
        self._partial = files.add(target)
        self._written: list[tuple[Window, list[int], int]] = []
        self._stack = ExitStack()
        self._dataset: DatasetWriter | None = None

    def __enter__(self) -> FeatureWriter:
        profile = tiled_profile(self._grid, "float32", len(self._names), FEATURE_NODATA)
        try:
            dataset = self._stack.enter_context(rasterio.open(self._partial, "w", **profile))
        except RasterioError as error:
            raise write_failure(self._target, error) from error
        dataset.update_tags(**self._tags)
        for number, name in enumerate(self._names, 1):
            dataset.set_band_description(number, name)
        self._dataset = dataset
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def write(self, window: Window, features: np.ndarray, valid: np.ndarray) -> None:
        """Write a block of features (bands, height, width); invalid pixels become no data."""
        if self._dataset is None:
            raise RuntimeError("the writer is not open")
        for start in range(0, len(features), BANDS_PER_BLOCK):
            values = features[start : start + BANDS_PER_BLOCK].astype(np.float32)
            values[:, ~valid] = FEATURE_NODATA
            bands = list(range(start + 1, start + 1 + len(values)))
            self._written.append((window, bands, checksum(values)))
            try:
                self._dataset.write(values, bands, window=window)
            except RasterioError as error:
                raise write_failure(self._target, error) from error

    def finish(self) -> None:
        """Close the raster and verify its content."""
        try:
            self._stack.close()
            with rasterio.open(self._partial) as dataset:
                for window, bands, written in self._written:
                    if checksum(dataset.read(bands, window=window)) != written:
                        raise OSError("the written values could not be read back")
        except (RasterioError, OSError) as error:
            raise write_failure(self._target, error) from error
