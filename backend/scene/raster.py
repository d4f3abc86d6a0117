"""A hyperspectral scene on disk, read window by window as reflectance with a mask of valid pixels.

The raster is never held in memory as a whole. A pixel is valid where every used band has a value
and not all of them are zero. File formats and products are handled by `sources` and `products`.
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..common.choices import AUTO, MIN_BANDS, NO_MASK
from ..compute.memory import block_budget, limit_heaps, memory_budget
from ..compute.subsampling import evenly_spaced
from ..core.errors import UserError
from ..files.identity import identities
from .bands import Band, BandSelection, format_ranges
from .blocks import (
    SAMPLE_BLOCK_SIZE,
    WORKING_BYTES,
    BlockLayout,
    adjacent_runs,
    sample_windows,
)
from .external_references import check_external_references
from .input_files import all_input_files, input_files
from .opening import check_references, open_source
from .quality import QualityMask, open_quality_mask
from .reflectance_scale import decide_scaling
from .sources import limit_cache

#: Pixels whose spectra are read when a scene is opened.
SAMPLE_PIXELS = 20_000
#: Pixels of adjacent windows that are read as one for that.
SAMPLE_RUN_PIXELS = 2**16
#: Width and height of parts of a window that does not fit into memory, where they do.
PART_SIZE = 256
#: A band with a smaller share of values above zero is without signal.
MIN_POSITIVE_SHARE = 0.01


class Scene:
    """An open hyperspectral scene, a `SceneLike` and a context manager."""

    def __init__(
        self,
        path: str | Path,
        selection: BandSelection | None = None,
        memory: int | None = None,
        allow_external: bool = False,
        quality_mask: str = AUTO,
    ):
        """Open a raster or product.

        `memory` is the memory budget of the job in bytes, `allow_external` whether the data may
        refer to files in other folders. `quality_mask` is `auto` for the quality layers of the
        product, `none`, or a raster that is not zero where pixels are excluded.
        """
        # taken before anything is read, so that later changes of the files are noticed
        check_references(path, allow_external)
        mask_path = "" if quality_mask in (AUTO, NO_MASK) else quality_mask
        if mask_path:
            check_external_references(mask_path, allow_external)
        named = all_input_files(
            name for name in (path, mask_path) if name and not os.path.isdir(name)
        )
        identity = identities(named.contents)
        self.quality_mask = quality_mask
        self._mask = QualityMask()
        self._source = open_source(path, allow_external)
        try:
            self._mask = open_quality_mask(quality_mask, self._source, allow_external)
        except BaseException:
            self.close()
            raise
        self.path = self._source.path
        self.files = input_files(path, (self.path, *self._source.files, *self._mask.files))
        self.identity = identities(self.files.contents) | identity
        self.grid = self._source.grid
        self.selection = selection or BandSelection()
        total_memory = memory if memory is not None else memory_budget()
        limit_cache(total_memory)
        limit_heaps()
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
        """Close the files."""
        self._mask.close()
        self._source.close()

    @property
    def band_count(self) -> int:
        """The number of used bands."""
        return len(self.used)

    @property
    def wavelengths(self) -> npt.NDArray[np.float64] | None:
        """Wavelengths of the used bands in nanometres; None where they are unknown."""
        values = [band.wavelength for band in self.used]
        return None if any(value is None for value in values) else np.array(values, np.float64)

    @property
    def masked_share(self) -> float | None:
        """The share of the pixels with data that the quality mask excludes; None without a mask."""
        return self._mask.share if self._mask.layers else None

    @property
    def scaling_summary(self) -> str:
        """How values are scaled to reflectance, and whether that is assumed."""
        decision = self._scaling_decision
        return " ".join((*decision.notes, *decision.warnings))

    @property
    def rgb_bands(self) -> tuple[int, int, int] | None:
        """Positions among the used bands of those selected as red, green and blue.

        None where none were selected, or one of them is not used.
        """
        positions = {band.index: position for position, band in enumerate(self.used)}
        chosen = self.selection.rgb_bands
        if len(chosen) != 3 or any(number not in positions for number in chosen):
            return None
        red, green, blue = (positions[number] for number in chosen)
        return red, green, blue

    def blocks(self, size: int = 256) -> list[Window]:
        """Windows of about `size` × `size` pixels along the tiles of the file."""
        return self._block_layout.blocks(size)

    @property
    def max_pixels(self) -> int:
        """The number of pixels whose bands fit into the memory of a block."""
        return self._block_layout.max_pixels

    def parts(self, window: Window, max_pixels: int | None = None) -> list[Window]:
        """A window, split along the tiles where it holds more pixels than allowed, or than fit."""
        allowed = min(max_pixels or self.max_pixels, self.max_pixels)
        if window.width * window.height <= allowed:
            return [window]
        return self._block_layout.split(window, math.isqrt(allowed) if max_pixels else PART_SIZE)

    def read(self, window: Window) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        """Reflectance (used bands, height, width) and the mask of valid pixels of a window."""
        values = self._source.read(self._indexes, window)
        valid = values.any(axis=0)
        with np.errstate(over="ignore"):
            values *= self._scales[:, None, None]
            values += self._offsets[:, None, None]
        # NaN or infinity in one band makes the sum over the bands NaN or infinity
        valid &= np.isfinite(values.sum(axis=0, dtype=np.float64))
        excluded = self._mask.read(window)
        if excluded is not None:
            valid &= ~excluded
        if not valid.all():
            values[:, ~valid] = 0.0
        return values, valid

    def sample_blocks(self) -> Iterator[Window]:
        """A fixed choice of windows spread over the scene, for statistics."""
        yield from sample_windows(self.blocks(SAMPLE_BLOCK_SIZE))

    def describe(self) -> tuple[list[str], list[str]]:
        """Messages for the log, and warnings."""
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
            notes.append(f"Excluded bands ({reason}): {format_ranges(numbers)}.")
        notes += self._source.notes
        mask_notes, mask_warnings = self._mask.describe(self._mask_is_sampled)
        notes += mask_notes
        notes += self._scaling_decision.notes
        warnings = [*mask_warnings, *self._scaling_decision.warnings]
        if wavelengths is None and self.rgb_bands is None:
            warnings.append(
                "The scene has no wavelengths, so composites use evenly spaced bands. Select the "
                "bands for red, green and blue to improve them."
            )
        if self.selection.rgb_bands and self.rgb_bands is None:
            warnings.append(
                "A band selected for red, green or blue is excluded; other bands are used."
            )
        if self.grid.crs is None:
            warnings.append("The image has no coordinate reference system.")
        return notes, warnings

    def _select_bands(self) -> None:
        """Read a sample of spectra, select the bands and determine the scaling to reflectance."""
        source = self._source
        bands = source.bands
        if len(bands) < MIN_BANDS:
            raise UserError(
                "scene.too_few_bands",
                f"The image {self.path} has {len(bands)} band(s); at least {MIN_BANDS} are needed.",
                "Choose the hyperspectral scene itself, not a map or a single band of it.",
            )
        self.selection.check(max(band.index for band in bands))
        spectra = self._sample_spectra([band.index for band in bands])
        self.bands = self._flag_bands(bands, spectra)
        used = [position for position, band in enumerate(self.bands) if not band.bad]
        # convolutions over the spectrum need ascending wavelengths
        if all(bands[position].wavelength is not None for position in used):
            used.sort(key=lambda position: bands[position].wavelength or 0.0)
        spectra = spectra[:, used]
        spectra = spectra[np.isfinite(spectra).all(axis=1) & spectra.any(axis=1)]
        if len(used) < MIN_BANDS or len(spectra) == 0:
            raise UserError(
                "scene.empty",
                f"The image {self.path} has no pixels with values in {MIN_BANDS} or more bands.",
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
            scaled = spectra * declared.scales + declared.offsets
        if not np.isfinite(scaled).all():
            raise UserError(
                "scene.values_out_of_bounds",
                f"The values of the image {self.path} are too large to be reflectance, with or "
                "without the scale in its metadata.",
                "Check its nodata value and its scale and offset, or choose another scene.",
            )
        self._scaling_decision = decide_scaling(spectra, declared)
        self.factor = self._scaling_decision.factor
        known = self._scaling_decision.scaling
        self._scales = (known.scales * np.float32(self.factor)).astype(np.float32)
        self._offsets = (known.offsets * np.float32(self.factor)).astype(np.float32)
        #: Reflectance of valid pixels evenly spaced over the scene, (pixels, used bands).
        self.sample: npt.NDArray[np.float32] = spectra * self._scales + self._offsets

    def _sample_spectra(self, indexes: list[int]) -> npt.NDArray[np.float32]:
        """Stored spectra (pixels, bands) of pixels with data, evenly spaced over the scene."""
        blocks = list(self.sample_blocks())
        self._mask_is_sampled = len(blocks) < len(self.blocks(SAMPLE_BLOCK_SIZE))
        share = max(1, SAMPLE_PIXELS // len(blocks))
        runs = adjacent_runs(blocks, min(self.max_pixels, SAMPLE_RUN_PIXELS))
        found = [self._sample_windows(indexes, run, share) for run in runs]
        if not any(len(spectra) for spectra in found):  # few valid pixels in a large raster
            for window in self.blocks():
                found.append(self._sample_windows(indexes, [window], share))
                if len(found[-1]):
                    break
        if self._mask.pixels and self._mask.excluded == self._mask.pixels:
            raise UserError(
                "scene.all_masked",
                f"The quality mask ({self._mask.origin}) excludes all pixels of {self.path}.",
                "Choose another mask, or none (--quality-mask none).",
            )
        return np.concatenate(found)

    def _sample_windows(
        self, indexes: list[int], windows: Sequence[Window], max_count: int
    ) -> npt.NDArray[np.float32]:
        """Stored spectra of at most `max_count` pixels with data of each of adjacent windows.

        The windows are read together: each reading costs time of its own, and waits for other
        threads that load libraries.
        """
        left, right = windows[0].col_off, windows[-1].col_off + windows[-1].width
        joined = Window(left, windows[0].row_off, right - left, windows[0].height)

        def choose(has_data: npt.NDArray[np.bool_]) -> npt.NDArray[np.intp]:
            excluded = self._mask.count(joined, has_data)
            if excluded is not None:
                has_data = has_data & ~excluded
            chosen = []
            for window in windows:
                first = window.col_off - left
                rows, columns = np.nonzero(has_data[:, first : first + window.width])
                kept = evenly_spaced(len(rows), max_count)
                chosen.append(rows[kept] * joined.width + columns[kept] + first)
            return np.concatenate(chosen)

        return self._source.read_spectra(indexes, joined, choose)

    def _flag_bands(
        self, bands: tuple[Band, ...], spectra: npt.NDArray[np.float32]
    ) -> tuple[Band, ...]:
        """The bands, with the reason where one is not used."""
        flagged = []
        for position, band in enumerate(bands):
            column = spectra[:, position]
            present = column[np.isfinite(column)]
            if band.index in self.selection.excluded:
                flagged.append(band.excluded_because("on request"))
            elif not band.bad and not present.any():
                flagged.append(band.excluded_because("empty"))
            elif self.selection.exclude_weak and not band.bad and band.in_water_vapour:
                flagged.append(band.excluded_because("water vapour absorption"))
            elif self.selection.exclude_weak and not band.bad and _without_signal(present):
                flagged.append(band.excluded_because("no signal"))
            else:
                flagged.append(band)
        return tuple(flagged)


def _without_signal(values: npt.NDArray[np.float32]) -> bool:
    low, high = np.percentile(values, (1, 99))
    return bool((values > 0).mean() < MIN_POSITIVE_SHARE or math.isclose(low, high, rel_tol=1e-6))
