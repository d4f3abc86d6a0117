"""Writes the files of the sample scene, all together or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio import Affine
from rasterio.errors import RasterioError
from rasterio.io import DatasetWriter
from rasterio.windows import Window
from shapely.affinity import affine_transform, translate

from ..files.output_files import (
    OutputFiles,
    auxiliary_path,
    layer_output,
    named_raster_output,
    never_own,
    raster_output,
)
from ..files.pending_files import PendingFiles, require_disk_space, write_failure
from ..files.vector_layers import write_layer
from .bands import Bands
from .cover import COLOURS, Cover
from .digitise import Label
from .land import PIXEL_METRES
from .sensor import Cube

CRS = "EPSG:32633"
NODATA = -32768
SCALE = 10000
TRANSFORM = Affine(PIXEL_METRES, 0, 398400, 0, -PIXEL_METRES, 5652000)
_PROFILE = {
    "driver": "GTiff",
    "crs": CRS,
    "transform": TRANSFORM,
    "tiled": True,
    "blockxsize": 128,
    "blockysize": 128,
    "compress": "deflate",
}
_TRUTH_PROFILE = _PROFILE | {"count": 1, "dtype": "uint8", "nodata": 0}


@dataclass(frozen=True)
class SampleFiles:
    """Paths of the scene, the training polygons and the complete reference raster."""

    scene: Path
    labels: Path
    truth: Path


class SampleWriter:
    """Writes the files of a sample window by window; a context manager.

    The files have temporary names until `finish`. With `overwrite`, existing ones are replaced.
    """

    def __init__(self, folder: Path, size: int, bands: Bands, overwrite: bool = False):
        self._files, self._size, self._bands = sample_files(folder), size, bands
        self._pending = PendingFiles(replace_all=overwrite)
        self._labels: list[Label] = []
        self._is_tagged = False
        self._stack = ExitStack()
        self._rasters = ExitStack()

    def __enter__(self) -> SampleWriter:
        self._files.scene.parent.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            stack.enter_context(self._pending)
            for output in sample_outputs(self._files):
                self._pending.reserve(output)
            stack.enter_context(self._rasters)
            with _write_failures(self._files.scene):
                self._scene = self._create(self._files.scene, _scene_profile(self._bands))
                self._truth = self._create(self._files.truth, _TRUTH_PROFILE)
                self._describe_scene()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *error: Any) -> None:
        self._stack.__exit__(*error)

    def write(
        self, window: Window, cube: Cube, truth: NDArray[np.uint8], labels: Sequence[Label]
    ) -> None:
        """Write a window; `labels` are in its pixel coordinates."""
        with _write_failures(self._files.scene):
            for index in range(self._bands.wavelength.size):
                values = np.clip(np.rint(cube[..., index] * SCALE), -5000, 20000)
                self._scene.write(values.astype(np.int16), index + 1, window=window)
                if not self._is_tagged:
                    self._tag_band(index)
            self._is_tagged = True
            self._truth.write(truth, 1, window=window)
        self._labels += [
            Label(label.cover, translate(label.outline, window.col_off, window.row_off))
            for label in labels
        ]

    def finish(self) -> SampleFiles:
        """Publish the files."""
        with _write_failures(self._files.scene):
            self._truth.set_band_description(1, "class")
            colours = {int(cover): (*COLOURS[cover], 255) for cover in Cover}
            self._truth.write_colormap(1, {0: (0, 0, 0, 0)} | colours)
            self._rasters.close()
            _write_labels(self._pending.add(self._files.labels), self._labels)
        names = self._pending.add(auxiliary_path(self._files.truth))
        names.write_text(_category_names(), encoding="utf-8")
        require_disk_space(self._files.scene)
        self._pending.publish()
        return self._files

    def _create(self, target: Path, profile: Mapping[str, Any]) -> DatasetWriter:
        partial = self._pending.add(target)
        return self._rasters.enter_context(
            rasterio.open(partial, "w", width=self._size, height=self._size, **profile)
        )

    def _describe_scene(self) -> None:
        self._scene.update_tags(
            reflectance_scale_factor=SCALE, description="GeoDiffNet sample scene, generated"
        )

    def _tag_band(self, index: int) -> None:
        bands, number = self._bands, index + 1
        centre, width = bands.wavelength[index], bands.fwhm[index]
        self._scene.set_band_description(number, f"{centre:.2f} nm")
        self._scene.update_tags(
            number,
            wavelength=f"{centre:.2f}",
            wavelength_units="nm",
            fwhm=f"{width:.2f}",
            bbl=str(int(bands.good[index])),
        )
        self._scene.update_tags(
            number,
            ns="IMAGERY",
            CENTRAL_WAVELENGTH_UM=f"{centre / 1000:.5f}",
            FWHM_UM=f"{width / 1000:.5f}",
        )


@contextmanager
def _write_failures(target: Path) -> Iterator[None]:
    try:
        yield
    except RasterioError as error:
        raise write_failure(target, error) from error


def sample_files(folder: Path) -> SampleFiles:
    """The paths of the files of a sample in its folder."""
    return SampleFiles(folder / "scene.tif", folder / "train.gpkg", folder / "truth.tif")


def sample_outputs(files: SampleFiles) -> tuple[OutputFiles, ...]:
    """All files of a sample; none is replaced silently, since users may have edited them."""
    return (
        raster_output(files.scene, never_own),
        layer_output(files.labels, never_own),
        named_raster_output(files.truth, never_own),
    )


def _scene_profile(bands: Bands) -> dict[str, Any]:
    kind = {"count": bands.wavelength.size, "dtype": "int16", "nodata": NODATA}
    return _PROFILE | {"predictor": 2, "interleave": "band", "BIGTIFF": "IF_SAFER"} | kind


def check_sample(folder: Path, overwrite: bool) -> None:
    """Raise `UserError` for a folder in which a sample would replace other files."""
    if folder.is_dir():
        with PendingFiles(replace_all=overwrite) as pending:
            for output in sample_outputs(sample_files(folder)):
                pending.reserve(output)


def _category_names() -> str:
    """The `.aux.xml` file with class names, which a GeoTIFF itself cannot store."""
    names = ["", *(cover.label for cover in Cover)]
    categories = "\n".join(f"      <Category>{name}</Category>" for name in names)
    return (
        '<PAMDataset>\n  <PAMRasterBand band="1">\n    <CategoryNames>\n'
        f"{categories}\n    </CategoryNames>\n  </PAMRasterBand>\n</PAMDataset>\n"
    )


def _write_labels(path: Path, labels: list[Label]) -> None:
    outlines = [
        shapely.transform(affine_transform(label.outline, TRANSFORM.to_shapely()), _centimetres)
        for label in labels
    ]
    numbers = np.arange(1, len(labels) + 1, dtype=np.int32)
    names = np.array([label.cover.label for label in labels], dtype=object)
    write_layer(path, "train", "Polygon", outlines, ("id", "class"), (numbers, names), CRS)


def _centimetres(coordinates: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.round(coordinates, 2)
