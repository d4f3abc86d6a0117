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

from ..compute.memory import block_budget, memory_budget
from ..core.errors import UserError
from ..files.identity import identities
from .bands import Band, BandChoice, ranges
from .blocks import WORKING_BYTES, Cutter
from .external_references import check_reach
from .grid import Grid
from .input_files import input_files
from .opening import open_source
from .reflectance_scale import judge
from .sources import limit_cache

__all__ = ["SAMPLED_PIXELS", "Band", "BandChoice", "Grid", "Scene"]

FEWEST_BANDS = 3
SAMPLED_BLOCKS = 64
SAMPLED_PIXELS = 20_000
#: A band whose values do not differ, or are not above zero, holds no signal.
FEWEST_POSITIVE = 0.01


class Scene:
    """An open hyperspectral scene; use it as a context manager."""

    def __init__(
        self,
        path: str | Path,
        choice: BandChoice | None = None,
        memory: int | None = None,
        allow_external: bool = False,
    ):
        """Open a raster or product; `memory` is the number of bytes that the job may use."""
        # before anything is read: what changes afterwards is not taken for what was read
        check_reach(path, allow_external)
        identity = {} if os.path.isdir(path) else identities(input_files(path).contents)
        self._source = open_source(path, allow_external)
        self.path = self._source.path
        self.files = input_files(path, (self.path, *self._source.files))
        self.identity = identities(self.files.contents) | identity
        self.grid = self._source.grid
        self.choice = choice or BandChoice()
        whole = memory if memory is not None else memory_budget()
        limit_cache(whole)
        budget = block_budget(whole)
        source = self._source
        self._cutter = Cutter.of(
            self.grid.width,
            self.grid.height,
            source.block_shape,
            len(source.bands) * (source.value_bytes + WORKING_BYTES),
            budget,
        )
        try:
            self._learn_bands()
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
    def display(self) -> tuple[int, int, int] | None:
        """The places among the used bands of those that the user wants as red, green and blue."""
        places = {band.index: place for place, band in enumerate(self.used)}
        chosen = [places.get(number) for number in self.choice.display]
        if not chosen or any(place is None for place in chosen):
            return None
        return tuple(chosen)  # type: ignore[return-value]

    def blocks(self, size: int = 256) -> list[Window]:
        """Windows that cover the scene along the file's own tiles, as large as memory allows."""
        return self._cutter.blocks(size)

    @property
    def most_pixels(self) -> int:
        """How many pixels may be held at once with all their bands."""
        return self._cutter.most_pixels

    def parts(self, window: Window, size: int = 256) -> list[Window]:
        """A window in parts that memory allows; in one where it is small enough."""
        if window.width * window.height <= self._cutter.most_pixels:
            return [window]
        return self._cutter.cut(window, size)

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
        chosen = np.linspace(0, len(blocks) - 1, min(SAMPLED_BLOCKS, len(blocks)))
        yield from (blocks[round(index)] for index in chosen)

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
            notes.append(f"Bands left out, {reason}: {ranges(numbers)}.")
        notes += self._judged.notes
        warnings = list(self._judged.warnings)
        if wavelengths is None and self.display is None:
            warnings.append(
                "The scene has no wavelengths; composites use evenly spread bands. Better give "
                "the numbers of bands for red, green and blue."
            )
        if self.choice.display and self.display is None:
            warnings.append("A band chosen for red, green or blue is left out; others are used.")
        if self.grid.crs is None:
            warnings.append("The image has no coordinate system.")
        return notes, warnings

    def _learn_bands(self) -> None:
        """One pass over a sample: which bands hold data, how values become reflectance."""
        source = self._source
        bands = source.bands
        if len(bands) < FEWEST_BANDS:
            raise UserError(
                "scene.too_few_bands",
                f"The image {self.path} has {len(bands)} band(s); at least {FEWEST_BANDS} "
                "are needed.",
                "Choose the hyperspectral scene itself rather than a map or a single band of it.",
            )
        self.choice.check(max(band.index for band in bands))
        spectra = self._survey([band.index for band in bands])
        self.bands = self._judge(bands, spectra)
        used = [place for place, band in enumerate(self.bands) if not band.bad]
        # a network that looks along the spectrum needs it in order, whatever the detectors' is
        if all(bands[place].wavelength is not None for place in used):
            used.sort(key=lambda place: bands[place].wavelength or 0.0)
        spectra = spectra[:, used]
        spectra = spectra[np.isfinite(spectra).all(axis=1) & spectra.any(axis=1)]
        if len(used) < FEWEST_BANDS or len(spectra) == 0:
            raise UserError(
                "scene.empty",
                f"The image {self.path} holds no valid pixels in enough bands.",
                "Check its nodata value and bad-band list, or choose another scene.",
            )
        self.used = tuple(self.bands[place] for place in used)
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
        self._judged = judge(spectra, declared)
        self.factor = self._judged.factor
        known = self._judged.scaling
        self._scales = (known.scales * np.float32(self.factor)).astype(np.float32)
        self._offsets = (known.offsets * np.float32(self.factor)).astype(np.float32)
        #: Reflectance of valid pixels spread evenly over the scene, (pixels, used bands).
        self.sample = spectra * self._scales + self._offsets

    def _survey(self, indexes: list[int]) -> np.ndarray:
        """Stored spectra (pixels, bands) of pixels with data, spread evenly over the scene."""
        blocks = list(self.sample_blocks())
        share = max(1, SAMPLED_PIXELS // len(blocks))
        found = [self._spread(indexes, window, share) for window in blocks]
        if not any(len(spectra) for spectra in found):  # a few pixels somewhere in a large frame
            for window in self.blocks():
                found.append(self._spread(indexes, window, share))
                if len(found[-1]):
                    break
        return np.concatenate(found)

    def _spread(self, indexes: list[int], window: Window, most: int) -> np.ndarray:
        values = self._source.read(indexes, window)
        filled = np.flatnonzero((np.nan_to_num(values) != 0).any(axis=0))
        chosen = np.linspace(0, len(filled) - 1, min(most, len(filled)))
        places = filled[np.round(chosen).astype(int)]
        return values.reshape(len(indexes), -1)[:, places].T.copy()

    def _judge(self, bands: tuple[Band, ...], spectra: np.ndarray) -> tuple[Band, ...]:
        judged = []
        for place, band in enumerate(bands):
            column = spectra[:, place]
            present = column[np.isfinite(column)]
            if band.index in self.choice.leave_out:
                judged.append(band.rejected("as you asked"))
            elif not band.bad and not present.any():
                judged.append(band.rejected("empty"))
            elif self.choice.drop_weak and not band.bad and band.in_water_vapour:
                judged.append(band.rejected("in windows of water vapour"))
            elif self.choice.drop_weak and not band.bad and _without_signal(present):
                judged.append(band.rejected("without signal"))
            else:
                judged.append(band)
        return tuple(judged)


def _without_signal(values: np.ndarray) -> bool:
    low, high = np.percentile(values, (1, 99))
    return bool((values > 0).mean() < FEWEST_POSITIVE or math.isclose(low, high, rel_tol=1e-6))
