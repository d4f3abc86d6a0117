"""A hyperspectral scene on disk, read window by window as reflectance with a mask of valid pixels.

Nothing here holds the whole raster. A pixel is valid when every band that is used has a value and
not all of them are zero. What formats and products look like is the business of `sources`.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from rasterio.windows import Window

from ..common.choices import MIN_BANDS
from ..compute.memory import block_budget, memory_budget
from ..compute.subsampling import evenly_spaced
from ..core.errors import UserError
from ..files.identity import identities
from .bands import Band, BandSelection, format_ranges
from .blocks import WORKING_BYTES, BlockLayout
from .external_references import check_external_references
from .grid import Grid
from .input_files import input_files
from .opening import open_source
from .reflectance_scale import decide_scaling
from .sources import limit_cache

__all__ = ["SAMPLE_PIXELS", "Band", "BandSelection", "Grid", "Scene"]

SAMPLE_BLOCKS = 64
SAMPLE_PIXELS = 20_000
#: A band whose values do not differ, or are not above zero, holds no signal.
MIN_POSITIVE_SHARE = 0.01


class Scene:
    """An open hyperspectral scene; use it as a context manager."""

    def __init__(
        self,
        path: str | Path,
        selection: BandSelection | None = None,
        memory: int | None = None,
        allow_external: bool = False,
    ):
        """Open a raster or product; `memory` is the number of bytes that the job may use."""
        # before anything is read: what changes afterwards is not taken for what was read
        check_external_references(path, allow_external)
        identity = {} if os.path.isdir(path) else identities(input_files(path).contents)
        self._source = open_source(path, allow_external)
        self.path = self._source.path
        self.files = input_files(path, (self.path, *self._source.files))
        self.identity = identities(self.files.contents) | identity
        self.grid = self._source.grid
        self.selection = selection or BandSelection()
        total_memory = memory if memory is not None else memory_budget()
        limit_cache(total_memory)
        budget = block_budget(total_memory)
        source = self._source
        self._block_layout = BlockLayout.of(
            self.grid.width,
            self.grid.height,
            source.block_shape,
            len(source.bands) * (source.value_bytes + WORKING_BYTES),
            budget,
        )
        try:
            self._select_bands()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Scene:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._source.close()

    @property
    def wavelengths(self) -> np.ndarray | None:
        """Wavelengths of the used bands in nanometres, where the scene knows them."""
        values = [band.wavelength for band in self.used]
        return None if any(value is None for value in values) else np.array(values, np.float64)

    @property
    def rgb_bands(self) -> tuple[int, int, int] | None:
        """The places among the used bands of those that the user wants as red, green and blue."""
        positions = {band.index: position for position, band in enumerate(self.used)}
        chosen = [positions.get(number) for number in self.selection.rgb_bands]
        if not chosen or any(position is None for position in chosen):
            return None
        return tuple(chosen)  # type: ignore[return-value]

    def blocks(self, size: int = 256) -> list[Window]:
        """Windows that cover the scene along the file's own tiles, as large as memory allows."""
        return self._block_layout.blocks(size)

    @property
    def max_pixels(self) -> int:
        """How many pixels may be held at once with all their bands."""
        return self._block_layout.max_pixels

    def parts(self, window: Window, size: int = 256) -> list[Window]:
        """A window in parts that memory allows; in one where it is small enough."""
        if window.width * window.height <= self._block_layout.max_pixels:
            return [window]
        return self._block_layout.split(window, size)

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Reflectance (used bands, height, width) and the mask of valid pixels of a window."""
        values = self._source.read(self._indexes, window)
        valid = values.any(axis=0)
        with np.errstate(over="ignore"):
            values *= self._scales[:, None, None]
            values += self._offsets[:, None, None]
        # one missing value makes the sum over the bands one, and so does one that is out of bounds
        valid &= np.isfinite(values.sum(axis=0, dtype=np.float64))
        values[:, ~valid] = 0.0
        return values, valid

    def sample_blocks(self) -> Iterator[Window]:
        """A fixed choice of windows spread over the scene, for statistics of any scene size."""
        blocks = self.blocks(128)
        yield from (blocks[index] for index in evenly_spaced(len(blocks), SAMPLE_BLOCKS))

    def describe(self) -> tuple[list[str], list[str]]:
        """What the log should say of the scene, and what deserves a warning."""
        wavelengths = self.wavelengths
        spectrum = "wavelengths unknown"
        if wavelengths is not None:
            spectrum = f"{wavelengths.min():.0f} to {wavelengths.max():.0f} nm"
        notes = [
            f"Scene: {self.grid.width} × {self.grid.height} pixels, {len(self.used)} of "
            f"{len(self.bands)} bands used, {spectrum}."
        ]
        for reason in dict.fromkeys(band.reason for band in self.bands if band.bad):
            numbers = [band.index for band in self.bands if band.bad and band.reason == reason]
            notes.append(f"Bands left out, {reason}: {format_ranges(numbers)}.")
        notes += self._scaling_decision.notes
        warnings = list(self._scaling_decision.warnings)
        if wavelengths is None and self.rgb_bands is None:
            warnings.append(
                "The scene has no wavelengths; composites use evenly spread bands. Better give "
                "the numbers of bands for red, green and blue."
            )
        if self.selection.rgb_bands and self.rgb_bands is None:
            warnings.append("A band chosen for red, green or blue is left out; others are used.")
        if self.grid.crs is None:
            warnings.append("The image has no coordinate system.")
        return notes, warnings

    def _select_bands(self) -> None:
        """One pass over a sample: which bands hold data, how values become reflectance."""
        source = self._source
        bands = source.bands
        if len(bands) < MIN_BANDS:
            raise UserError(
                "scene.too_few_bands",
                f"The image {self.path} has {len(bands)} band(s); at least {MIN_BANDS} are needed.",
                "Choose the hyperspectral scene itself rather than a map or a single band of it.",
            )
        self.selection.check(max(band.index for band in bands))
        spectra = self._sample_spectra([band.index for band in bands])
        self.bands = self._flag_bands(bands, spectra)
        used = [position for position, band in enumerate(self.bands) if not band.bad]
        # a network that looks along the spectrum needs it in order, whatever the detectors' is
        if all(bands[position].wavelength is not None for position in used):
            used.sort(key=lambda position: bands[position].wavelength or 0.0)
        spectra = spectra[:, used]
        spectra = spectra[np.isfinite(spectra).all(axis=1) & spectra.any(axis=1)]
        if len(used) < MIN_BANDS or len(spectra) == 0:
            raise UserError(
                "scene.empty",
                f"The image {self.path} holds no valid pixels in enough bands.",
                "Check its nodata value and bad-band list, or choose another scene.",
            )
        self.used = tuple(self.bands[position] for position in used)
        self._indexes = [band.index for band in self.used]
        declared = replace(
            source.scaling,
            scales=source.scaling.scales[used],
            offsets=source.scaling.offsets[used],
        )
        with np.errstate(over="ignore"):
            stretched = spectra * declared.scales + declared.offsets
        if not np.isfinite(stretched).all():
            raise UserError(
                "scene.values_out_of_bounds",
                f"The values of the image {self.path} are too large to be reflectance, as they are "
                "or by the scale that its metadata give.",
                "Check its nodata value and its scale and offset, or choose another scene.",
            )
        self._scaling_decision = decide_scaling(spectra, declared)
        self.factor = self._scaling_decision.factor
        known = self._scaling_decision.scaling
        self._scales = (known.scales * np.float32(self.factor)).astype(np.float32)
        self._offsets = (known.offsets * np.float32(self.factor)).astype(np.float32)
        #: Reflectance of valid pixels spread evenly over the scene, (pixels, used bands).
        self.sample = spectra * self._scales + self._offsets

    def _sample_spectra(self, indexes: list[int]) -> np.ndarray:
        """Stored spectra (pixels, bands) of pixels with data, spread evenly over the scene."""
        blocks = list(self.sample_blocks())
        share = max(1, SAMPLE_PIXELS // len(blocks))
        found = [self._sample_window(indexes, window, share) for window in blocks]
        if not any(len(spectra) for spectra in found):  # a few pixels somewhere in a large frame
            for window in self.blocks():
                found.append(self._sample_window(indexes, window, share))
                if len(found[-1]):
                    break
        return np.concatenate(found)

    def _sample_window(self, indexes: list[int], window: Window, max_count: int) -> np.ndarray:
        values = self._source.read(indexes, window)
        filled = np.flatnonzero((np.nan_to_num(values) != 0).any(axis=0))
        positions = filled[evenly_spaced(len(filled), max_count)]
        return values.reshape(len(indexes), -1)[:, positions].T.copy()

    def _flag_bands(self, bands: tuple[Band, ...], spectra: np.ndarray) -> tuple[Band, ...]:
        flagged = []
        for position, band in enumerate(bands):
            column = spectra[:, position]
            present = column[np.isfinite(column)]
            if band.index in self.selection.excluded:
                flagged.append(band.excluded_because("as you asked"))
            elif not band.bad and not present.any():
                flagged.append(band.excluded_because("empty"))
            elif self.selection.exclude_weak and not band.bad and band.in_water_vapour:
                flagged.append(band.excluded_because("in windows of water vapour"))
            elif self.selection.exclude_weak and not band.bad and _without_signal(present):
                flagged.append(band.excluded_because("without signal"))
            else:
                flagged.append(band)
        return tuple(flagged)


def _without_signal(values: np.ndarray) -> bool:
    low, high = np.percentile(values, (1, 99))
    return bool((values > 0).mean() < MIN_POSITIVE_SHARE or math.isclose(low, high, rel_tol=1e-6))
