"""Quality masks: pixels that cannot be classified, such as clouds and saturated pixels.

Products bring quality layers of their own; a user may give a raster instead.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from rasterio._err import CPLE_BaseError
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ..common.choices import AUTO, NO_MASK
from ..core.errors import UserError, first_line
from .grid import Grid
from .nodata import equals_nodata
from .sources import QualityLayer, Source, damaged_error, open_dataset

BoolArray = npt.NDArray[np.bool_]
#: Above this share of masked pixels a warning asks whether the mask is right.
MAX_USUAL_SHARE = 0.5


class RasterLayer:
    """A quality layer in a raster; one on another grid is resampled to that of the scene."""

    def __init__(
        self,
        name: str,
        path: str,
        grid: Grid,
        is_excluded: Callable[[npt.NDArray[np.generic]], BoolArray],
        bands: Sequence[int] = (1,),
        allow_external: bool = False,
    ):
        """`is_excluded` gets the values (bands, height, width) of the bands that are numbered."""
        self.name = name
        self._is_excluded = is_excluded
        self._bands = list(bands)
        self._open = ExitStack()
        self._path = path
        with ExitStack() as on_error:
            on_error.callback(self._open.close)
            dataset = self._open.enter_context(_open_mask(path, allow_external))
            self.files = tuple(dataset.files)
            self.band_count = dataset.count
            if dataset.count < max(bands):
                raise invalid_mask_error(path, f"it has {dataset.count} band(s)")
            own_grid = Grid(dataset.width, dataset.height, dataset.transform, dataset.crs)
            self.is_resampled = not _has_same_pixels(own_grid, grid)
            self._dataset = dataset
            if self.is_resampled:
                if own_grid.crs is None or grid.crs is None:
                    raise invalid_mask_error(path, "it is neither georeferenced nor of equal size")
                self._dataset = self._open.enter_context(_warp(dataset, grid, path))
            on_error.pop_all()

    def read(self, window: Window) -> BoolArray:
        """Where pixels of a window of the scene are excluded; nodata excludes none."""
        try:
            values = self._dataset.read(self._bands, window=window)
        except (RasterioError, CPLE_BaseError) as error:
            raise damaged_error(self._path, first_line(error)) from error
        excluded = self._is_excluded(values)
        nodata = self._dataset.nodata
        if nodata is not None:
            excluded &= ~equals_nodata(values, nodata).all(axis=0)
        return excluded

    def close(self) -> None:
        """Close the file."""
        self._open.close()


@dataclass
class QualityMask:
    """The quality layers that are applied to a scene, and how many pixels they exclude."""

    layers: tuple[QualityLayer, ...] = ()
    origin: str = ""
    #: Pixels with data, those that any layer excludes, and those of each layer, as counted.
    pixels: int = 0
    excluded: int = 0
    per_layer: list[int] = field(default_factory=list)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that are read."""
        return tuple(file for layer in self.layers for file in layer.files)

    @property
    def share(self) -> float:
        """The share of the counted pixels that is excluded."""
        return self.excluded / self.pixels if self.pixels else 0.0

    def read(self, window: Window) -> BoolArray | None:
        """Where pixels are excluded; None without a mask."""
        found = None
        for layer in self.layers:
            excluded = layer.read(window)
            found = excluded if found is None else found | excluded
        return found

    def count(self, window: Window, with_data: BoolArray) -> BoolArray | None:
        """Where pixels are excluded; those with data are counted for the log."""
        if not self.layers:
            return None
        if not self.per_layer:
            self.per_layer = [0] * len(self.layers)
        found = np.zeros(with_data.shape, bool)
        for position, layer in enumerate(self.layers):
            excluded = layer.read(window)
            self.per_layer[position] += int((excluded & with_data).sum())
            found |= excluded
        self.pixels += int(with_data.sum())
        self.excluded += int((found & with_data).sum())
        return found

    def close(self) -> None:
        """Close the files of the layers."""
        for layer in self.layers:
            layer.close()

    def describe(self, is_estimate: bool) -> tuple[list[str], list[str]]:
        """Messages for the log, and warnings."""
        if not self.layers:
            return [], []
        about = "about " if is_estimate else ""
        parts = [
            f"{layer.name} {format_share(count / max(1, self.pixels))}"
            for layer, count in zip(self.layers, self.per_layer, strict=True)
        ]
        text = (
            f"Quality mask ({self.origin}): {about}{format_share(self.share)} of the pixels with "
            "data are excluded"
        )
        if len(parts) > 1:
            text += f" ({', '.join(parts)})"
        if self.share <= MAX_USUAL_SHARE:
            return [text + "."], []
        return [], [text + ". Use the quality mask “none” if they should be classified."]


def format_share(share: float) -> str:
    """A share in percent; a small one is not rounded to zero."""
    if 0 < share < 0.001:
        return "< 0.1 %"
    return f"{share:.1%}".replace("%", " %")


def open_quality_mask(choice: str, source: Source, allow_external: bool) -> QualityMask:
    """The mask that an option chooses: the product's, none, or a raster."""
    if choice == AUTO:
        return QualityMask(source.open_quality_layers(), "of the product")
    if choice == NO_MASK:
        return QualityMask()
    layer = RasterLayer("mask", choice, source.grid, _is_not_zero, allow_external=allow_external)
    with ExitStack() as on_error:
        on_error.callback(layer.close)
        if layer.band_count > 1:
            raise invalid_mask_error(choice, f"it has {layer.band_count} bands")
        on_error.pop_all()
    resampled = ", resampled to the grid of the scene" if layer.is_resampled else ""
    return QualityMask((layer,), os.path.basename(choice) + resampled)


def invalid_mask_error(path: str, reason: str) -> UserError:
    """The error for a raster that cannot serve as a mask."""
    return UserError(
        "scene.invalid_quality_mask",
        f"The quality mask {path} cannot be used ({reason}).",
        "Choose a raster with one band on the area of the scene, in which 0 marks the pixels to "
        "keep, or the quality mask auto or none.",
    )


def _open_mask(path: str, allow_external: bool) -> DatasetReader:
    try:
        return open_dataset(path, allow_external)
    except UserError as error:
        if error.code != "scene.unreadable":
            raise
        raise invalid_mask_error(path, error.message.rstrip(".")) from error


def _warp(dataset: DatasetReader, grid: Grid, path: str) -> WarpedVRT:
    """A raster as it is on another grid."""
    try:
        return WarpedVRT(
            dataset,
            crs=grid.crs,
            transform=grid.transform,
            width=grid.width,
            height=grid.height,
            resampling=Resampling.nearest,
        )
    except (RasterioError, CPLE_BaseError) as error:
        raise invalid_mask_error(path, first_line(error)) from error


def _is_not_zero(values: npt.NDArray[np.generic]) -> BoolArray:
    first = values[0]
    excluded: BoolArray = first != 0
    if first.dtype.kind == "f":
        excluded &= ~np.isnan(first)
    return excluded


def _has_same_pixels(grid: Grid, other: Grid) -> bool:
    """Whether two rasters have the same pixels; without a location, whether sizes are equal."""
    if not grid.is_georeferenced or not other.is_georeferenced:
        return (grid.width, grid.height) == (other.width, other.height)
    if grid.crs is not None and other.crs is not None and grid.crs != other.crs:
        return False
    return other.same_pixels(grid)
