"""The interface that a scene, a scene with matched bands and a stack of scenes share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..files.identity import Identity
from .grid import Grid
from .input_files import InputFiles


class SceneLike(Protocol):
    """Reflectance that is read by windows, with a mask of valid pixels.

    Implemented by `Scene`, `MatchedScene` and `SceneStack`.
    """

    @property
    def path(self) -> str:
        """The path that was opened; of a stack, those of all its scenes."""

    @property
    def files(self) -> InputFiles:
        """All files that the data are read from."""

    @property
    def identity(self) -> Mapping[str, Identity]:
        """The identity of each file, by its path."""

    @property
    def grid(self) -> Grid:
        """Size, location and coordinate system."""

    @property
    def band_count(self) -> int:
        """The number of bands that `read` returns."""

    @property
    def wavelengths(self) -> npt.NDArray[np.float64] | None:
        """Wavelengths of these bands in nanometres; None where they are unknown."""

    @property
    def rgb_bands(self) -> tuple[int, int, int] | None:
        """Positions among these bands of those chosen as red, green and blue, if any were."""

    @property
    def quality_mask(self) -> str:
        """The quality mask: auto, none or the path of a raster."""

    @property
    def sample(self) -> npt.NDArray[np.float32]:
        """Reflectance of valid pixels evenly spaced over the scene, (pixels, bands)."""

    @property
    def max_pixels(self) -> int:
        """The number of pixels whose bands fit into the memory of a block."""

    def blocks(self, size: int = 256) -> list[Window]:
        """Windows of about `size` × `size` pixels that cover the data."""

    def sample_blocks(self) -> Iterator[Window]:
        """A fixed choice of windows for statistics."""

    def parts(self, window: Window, max_pixels: int | None = None) -> list[Window]:
        """A window, split along the tiles where it holds more pixels than allowed, or than fit."""

    def read(self, window: Window) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        """Reflectance (bands, height, width) and the mask of valid pixels of a window."""
