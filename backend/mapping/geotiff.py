"""Writes the rasters of a classification: tiled, compressed GeoTIFFs on the scene's grid."""

from __future__ import annotations

import warnings
import zlib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning, RasterioError
from rasterio.io import DatasetWriter
from rasterio.windows import Window

from ..files.output_files import (
    auxiliary_path,
    map_output,
    raster_output,
    style_path,
    styled_output,
)
from ..files.pending_files import PendingFiles, write_failure
from ..labels.classes import MapClass
from ..scene.grid import Grid
from .palette import (
    auxiliary_xml,
    colour_table,
    dissimilarity_style,
    margin_style,
    qgis_style,
)

TILE = 256
#: Of confidence and margin, in percent.
CONFIDENCE_NODATA = 255
PROBABILITY_NODATA = -1.0
DISSIMILARITY_NODATA = -1.0
#: Upper limit and decimals of written dissimilarities.
MAX_DISSIMILARITY, DISSIMILARITY_DECIMALS = 100.0, 3
MIN_OVERVIEW_SIDE = 256
DATE_TAG = "GEODIFFNET_DATE"
VERSION_TAG = "GEODIFFNET_VERSION"
#: The files that belong to each kind of raster.
OUTPUTS = {
    "map": map_output,
    "confidence": raster_output,
    "probabilities": raster_output,
    "applicability": styled_output,
    "second_choice": map_output,
    "margin": styled_output,
}
#: The kinds that hold codes of classes.
_CLASS_KINDS = ("map", "second_choice")


class MapWriter:
    """Writes the class map and the optional rasters beside it; a context manager.

    All files have temporary names until the files of the job are published.
    """

    def __init__(
        self,
        files: PendingFiles,
        grid: Grid,
        classes: Sequence[MapClass],
        target: Path,
        confidence: Path | None = None,
        probabilities: Path | None = None,
        tags: Mapping[str, str] | None = None,
        applicability: Path | None = None,
        threshold: float = 1.0,
        second_choice: Path | None = None,
        margin: Path | None = None,
    ):
        """Declare the files; `threshold` is the dissimilarity index that is written as 1.

        `second_choice` is the map of the second most probable class, `margin` the difference
        between the probabilities of both.
        """
        self._files, self._grid, self._classes = files, grid, classes
        optional = {
            "confidence": confidence,
            "probabilities": probabilities,
            "applicability": applicability,
            "second_choice": second_choice,
            "margin": margin,
        }
        self._targets = {"map": target} | {kind: path for kind, path in optional.items() if path}
        for kind, path in self._targets.items():
            files.declare(OUTPUTS[kind](path))
        self._threshold = threshold
        self._tags = dict(tags or {})
        self._partials: dict[str, Path] = {}
        self._open: dict[str, DatasetWriter] = {}
        self._written: list[tuple[str, Window, int]] = []
        self._stack = ExitStack()
        self._codes = np.array([0, *(entry.code for entry in classes)])

    def __enter__(self) -> MapWriter:
        codes = "uint16" if int(self._codes.max()) > 255 else "uint8"
        try:
            self._create("map", codes, 1, 0)
            if "confidence" in self._targets:
                self._create("confidence", "uint8", 1, CONFIDENCE_NODATA)
            if "probabilities" in self._targets:
                self._create("probabilities", "float32", len(self._classes), PROBABILITY_NODATA)
            if "applicability" in self._targets:
                self._create("applicability", "float32", 1, DISSIMILARITY_NODATA)
            if "second_choice" in self._targets:
                self._create("second_choice", codes, 1, 0)
            if "margin" in self._targets:
                self._create("margin", "uint8", 1, CONFIDENCE_NODATA)
        except BaseException:
            self._stack.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def write(
        self,
        window: Window,
        probabilities: np.ndarray,
        valid: np.ndarray,
        dissimilarity: np.ndarray | None = None,
    ) -> None:
        """Write a block: probabilities (valid pixels, classes) in row-major order.

        `dissimilarity` (valid pixels) is written to the raster of applicability.
        """
        first = probabilities.argmax(axis=1)
        self._write_classes("map", first, valid, window)
        if "confidence" in self._open:
            self._write_percent("confidence", probabilities.max(axis=1), valid, window)
        if "second_choice" in self._open or "margin" in self._open:
            others = probabilities.copy()
            np.put_along_axis(others, first[:, None], -1.0, axis=1)
            if "second_choice" in self._open:
                self._write_classes("second_choice", others.argmax(axis=1), valid, window)
            if "margin" in self._open:
                margin = probabilities.max(axis=1) - others.max(axis=1)
                self._write_percent("margin", margin, valid, window)
        if "probabilities" in self._open:
            values = np.full((len(self._classes), *valid.shape), PROBABILITY_NODATA, np.float32)
            values[:, valid] = probabilities.T
            self._write("probabilities", values, window)
        if "applicability" in self._open and dissimilarity is not None:
            values = np.full(valid.shape, DISSIMILARITY_NODATA, np.float32)
            shown = np.minimum(dissimilarity, MAX_DISSIMILARITY)
            values[valid] = np.round(shown, DISSIMILARITY_DECIMALS)
            self._write("applicability", values[None], window)

    def _write_classes(
        self, kind: str, indexes: np.ndarray, valid: np.ndarray, window: Window
    ) -> None:
        """Write the codes of classes (valid pixels) given by their indexes."""
        positions = np.zeros(valid.shape, np.int64)
        positions[valid] = indexes + 1
        codes = self._codes[positions].astype(self._open[kind].dtypes[0])
        self._write(kind, codes[None], window)

    def _write_percent(
        self, kind: str, proportions: np.ndarray, valid: np.ndarray, window: Window
    ) -> None:
        """Write proportions (valid pixels) as whole percent."""
        values = np.full(valid.shape, CONFIDENCE_NODATA, np.uint8)
        values[valid] = np.round(proportions * 100)
        self._write(kind, values[None], window)

    def finish(self) -> dict[str, Path]:
        """Close and verify the rasters, write the files beside them; returns the final paths."""
        try:
            self._stack.close()
            self._build_overviews()
            self._verify()
            self._write_sidecars()
        except (RasterioError, OSError) as error:
            raise write_failure(self._targets["map"], error) from error
        return dict(self._targets)

    def _write_sidecars(self) -> None:
        """Write names, colours and styles of the rasters.

        The date is written here and not in the map, whose bytes are reproducible.
        """
        written = datetime.now(UTC).isoformat(timespec="seconds")
        metadata = auxiliary_xml(self._classes, {**self._tags, DATE_TAG: written})
        for kind in _CLASS_KINDS:
            if target := self._targets.get(kind):
                self._files.add(auxiliary_path(target)).write_bytes(metadata)
                self._files.add(style_path(target)).write_bytes(qgis_style(self._classes, target))
        if margin := self._targets.get("margin"):
            self._files.add(style_path(margin)).write_bytes(margin_style(margin))
        if applicability := self._targets.get("applicability"):
            style = dissimilarity_style(applicability)
            self._files.add(style_path(applicability)).write_bytes(style)

    def _create(self, kind: str, dtype: str, bands: int, nodata: float) -> None:
        partial = self._files.add(self._targets[kind])
        self._partials[kind] = partial
        profile = tiled_profile(self._grid, dtype, bands, nodata)
        try:
            dataset = self._stack.enter_context(rasterio.open(partial, "w", **profile))
        except RasterioError as error:
            raise write_failure(self._targets[kind], error) from error
        self._open[kind] = dataset
        dataset.update_tags(**self._tags)
        if kind in _CLASS_KINDS:
            dataset.set_band_description(1, kind.replace("_", " ") if kind != "map" else "class")
            dataset.write_colormap(1, colour_table(self._classes))
        elif kind == "confidence":
            dataset.set_band_description(1, "confidence (%)")
        elif kind == "margin":
            dataset.set_band_description(1, "margin to the second choice (%)")
        elif kind == "applicability":
            dataset.set_band_description(1, "dissimilarity (above 1: outside)")
            dataset.update_tags(1, DISSIMILARITY_THRESHOLD=f"{self._threshold:.6g}")
        else:
            for index, entry in enumerate(self._classes, 1):
                dataset.set_band_description(index, entry.name)
                dataset.update_tags(index, color=entry.colour)  # read by the EnMAP-Box

    def _write(self, kind: str, values: np.ndarray, window: Window) -> None:
        self._written.append((kind, window, checksum(values)))
        try:
            self._open[kind].write(values, window=window)
        except RasterioError as error:
            raise write_failure(self._targets[kind], error) from error

    def _verify(self) -> None:
        """Read everything back: GDAL closes a file without an error when the disk is full."""
        for kind, partial in self._partials.items():
            with rasterio.open(partial) as dataset:
                for _, window, written in (item for item in self._written if item[0] == kind):
                    if checksum(dataset.read(window=window)) != written:
                        raise OSError("the written values could not be read back")
                levels = len(dataset.overviews(1))
            for level in range(levels):
                with rasterio.open(partial, overview_level=level) as overview:
                    for _, window in overview.block_windows(1):
                        overview.read(window=window)

    def _build_overviews(self) -> None:
        factors: list[int] = []
        size = max(self._grid.width, self._grid.height)
        while size > MIN_OVERVIEW_SIDE:
            factors.append(2 ** (len(factors) + 1))
            size //= 2
        for kind, partial in self._partials.items():
            if not factors:
                continue
            averaged = kind in ("probabilities", "applicability")
            method = Resampling.average if averaged else Resampling.nearest
            with rasterio.open(partial, "r+") as dataset:
                dataset.build_overviews(factors, method)


def is_own_raster(path: Path) -> bool:
    """Whether a file is a GeoTIFF that was written by this software, from its tags."""
    tags = _tags_of(path)
    return tags is not None and VERSION_TAG in tags


def is_readable(path: Path) -> bool:
    """Whether a file is a readable GeoTIFF."""
    return _tags_of(path) is not None


def _tags_of(path: Path) -> dict[str, str] | None:
    if path.is_symlink() or not path.is_file():
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(path, driver="GTiff") as dataset:
                return dict(dataset.tags())
    except (RasterioError, UnicodeDecodeError):
        return None


def tiled_profile(grid: Grid, dtype: str, bands: int, nodata: float) -> dict[str, Any]:
    """The profile for rasterio of a tiled, compressed GeoTIFF on a grid."""
    return {
        "driver": "GTiff",
        "width": grid.width,
        "height": grid.height,
        "count": bands,
        "dtype": dtype,
        "crs": grid.crs,
        "transform": grid.transform if grid.is_georeferenced else None,
        "nodata": nodata,
        "tiled": True,
        "blockxsize": TILE,
        "blockysize": TILE,
        "compress": "deflate",
        "predictor": 3 if dtype == "float32" else 2,
        "interleave": "band",
        "bigtiff": "IF_SAFER",
    }


def checksum(values: np.ndarray) -> int:
    """The checksum of an array, for comparing written with read values."""
    return zlib.crc32(np.ascontiguousarray(values).data)
