"""A hyperspectral raster on disk, read window by window as reflectance with a mask of valid pixels.

Nothing here holds the whole raster. A pixel is valid when every band that is used has a value.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.windows import Window

from ..errors import UserError
from .wavelengths import Band, read_bands

FEWEST_BANDS = 3
SAMPLED_BLOCKS = 64
SAMPLED_PIXELS = 20_000
#: Stored integers above this are reflectance times 10,000, as every space agency delivers it.
LARGEST_PLAIN_REFLECTANCE = 50.0


@dataclass(frozen=True)
class Grid:
    """Where a raster's pixels lie."""

    width: int
    height: int
    transform: rasterio.Affine
    crs: rasterio.crs.CRS | None

    @property
    def extent(self) -> Window:
        """The window of the whole raster."""
        return Window(0, 0, self.width, self.height)


class Scene:
    """An open hyperspectral raster; use it as a context manager."""

    def __init__(self, path: str | Path):
        self.path = str(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            try:
                self._dataset = rasterio.open(self.path)
            except RasterioError as error:
                raise UserError(
                    "scene.unreadable",
                    f"The image {self.path} cannot be read ({error}).",
                    "Check that the file exists and opens in QGIS as a raster layer.",
                ) from error
        dataset = self._dataset
        self.grid = Grid(dataset.width, dataset.height, dataset.transform, dataset.crs)
        if dataset.count < FEWEST_BANDS:
            self.close()
            raise UserError(
                "scene.too_few_bands",
                f"The image {self.path} has {dataset.count} band(s); at least {FEWEST_BANDS} "
                "are needed.",
                "Choose the hyperspectral scene itself rather than a map or a single band of it.",
            )
        self._nodata = dataset.nodata
        self.bands = self._find_empty_bands(read_bands(dataset))
        self.used = tuple(band for band in self.bands if not band.bad)
        if len(self.used) < FEWEST_BANDS:
            self.close()
            raise UserError(
                "scene.empty",
                f"The image {self.path} holds no valid pixels in enough bands.",
                "Check its nodata value and bad-band list, or choose another scene.",
            )
        self._indexes = [band.index for band in self.used]

    def __enter__(self) -> Scene:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._dataset.close()

    @property
    def wavelengths(self) -> np.ndarray | None:
        """Wavelengths of the used bands in nanometres, where the scene knows them."""
        values = [band.wavelength for band in self.used]
        return None if any(value is None for value in values) else np.array(values, np.float64)

    def blocks(self, size: int = 256) -> list[Window]:
        """Windows that cover the scene, whole multiples of the file's own blocks where sensible."""
        tall, wide = self._dataset.block_shapes[0]
        height = max(1, round(size / tall)) * tall if tall <= size else size
        width = max(1, round(size / wide)) * wide if wide <= size else size
        return [
            Window(left, top, min(width, self.grid.width - left), min(height, self.grid.height - top))
            for top in range(0, self.grid.height, height)
            for left in range(0, self.grid.width, width)
        ]

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Reflectance (used bands, height, width) and the mask of valid pixels of a window."""
        values, present = self._read_raw(window, self._indexes)
        valid = present.all(axis=0) & (values != 0).any(axis=0)
        reflectance = values * self._scales[:, None, None] + self._offsets[:, None, None]
        reflectance[:, ~valid] = 0.0
        return reflectance, valid

    def sample_blocks(self) -> Iterator[Window]:
        """A fixed choice of windows spread over the scene, for statistics of any scene size."""
        blocks = self.blocks(128)
        chosen = np.linspace(0, len(blocks) - 1, min(SAMPLED_BLOCKS, len(blocks)))
        yield from (blocks[int(round(index))] for index in chosen)

    def _read_raw(self, window: Window, indexes: list[int]) -> tuple[np.ndarray, np.ndarray]:
        try:
            raw = self._dataset.read(indexes, window=window)
        except RasterioError as error:
            raise UserError(
                "scene.unreadable",
                f"The image {self.path} could not be read to its end ({error}).",
                "The file may be damaged or its disk gone; copy it again and retry.",
            ) from error
        present = np.isfinite(raw) if raw.dtype.kind == "f" else np.ones(raw.shape, bool)
        if self._nodata is not None and math.isfinite(self._nodata):
            present &= raw != self._nodata
        values = raw.astype(np.float32)
        values[~present] = 0.0
        return values, present

    def _find_empty_bands(self, bands: tuple[Band, ...]) -> tuple[Band, ...]:
        """Mark bands without any value as bad and learn how stored numbers become reflectance."""
        indexes = [band.index for band in bands]
        filled = np.zeros(len(bands), bool)
        magnitudes = []
        for window in self.sample_blocks():
            values, present = self._read_raw(window, indexes)
            somewhere = present.any(axis=0) & (values != 0).any(axis=0)
            filled |= (present & somewhere).any(axis=(1, 2))
            if somewhere.any():
                stride = max(1, int(somewhere.sum()) * SAMPLED_BLOCKS // SAMPLED_PIXELS)
                magnitudes.append(np.median(values[:, somewhere][:, ::stride], axis=0))
        self._set_scale(bands, filled, magnitudes)
        return tuple(
            Band(band.index, band.wavelength, band.width, band.bad or not filled[position])
            for position, band in enumerate(bands)
        )

    def _set_scale(
        self, bands: tuple[Band, ...], filled: np.ndarray, magnitudes: list[np.ndarray]
    ) -> None:
        used = [
            position for position, band in enumerate(bands) if filled[position] and not band.bad
        ]
        scales = np.array(self._dataset.scales, np.float32)[used]
        offsets = np.array(self._dataset.offsets, np.float32)[used]
        declared = bool((scales != 1).any() or (offsets != 0).any())
        typical = float(np.percentile(np.concatenate(magnitudes), 95)) if magnitudes else 0.0
        if not declared and typical > LARGEST_PLAIN_REFLECTANCE:
            scales = scales / np.float32(10_000)
        self._scales, self._offsets = scales, offsets
