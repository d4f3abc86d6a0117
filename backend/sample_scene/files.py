"""Writes the files of the sample scene, all together or none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio import Affine
from rasterio.errors import RasterioError
from shapely.affinity import affine_transform

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


@dataclass(frozen=True)
class SampleFiles:
    """Paths of the scene, the training polygons and the complete reference raster."""

    scene: Path
    labels: Path
    truth: Path


def write_files(
    folder: Path,
    cube: Cube,
    bands: Bands,
    truth: NDArray[np.uint8],
    labels: list[Label],
    overwrite: bool = False,
) -> SampleFiles:
    """Write all files; with `overwrite`, existing ones are replaced."""
    files = sample_files(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with PendingFiles(replace_all=overwrite) as pending:
        for output in sample_outputs(files):
            pending.reserve(output)
        try:
            _write_scene(pending.add(files.scene), cube, bands)
            _write_labels(pending.add(files.labels), labels)
            _write_truth(pending.add(files.truth), truth)
        except RasterioError as error:
            raise write_failure(files.scene, error) from error
        names = pending.add(auxiliary_path(files.truth))
        names.write_text(_category_names(), encoding="utf-8")
        require_disk_space(files.scene)
        pending.publish()
    return files


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


def check_sample(folder: Path, overwrite: bool) -> None:
    """Raise `UserError` for a folder in which a sample would replace other files."""
    if folder.is_dir():
        with PendingFiles(replace_all=overwrite) as pending:
            for output in sample_outputs(sample_files(folder)):
                pending.reserve(output)


def _profile(size: int) -> dict[str, Any]:
    return {
        "driver": "GTiff",
        "width": size,
        "height": size,
        "crs": CRS,
        "transform": TRANSFORM,
        "tiled": True,
        "blockxsize": 128,
        "blockysize": 128,
        "compress": "deflate",
        "predictor": 2,
    }


def _write_scene(path: Path, cube: Cube, bands: Bands) -> None:
    size, count = cube.shape[0], bands.wavelength.size
    profile = _profile(size) | {"count": count, "dtype": "int16", "nodata": NODATA}
    with rasterio.open(path, "w", interleave="band", **profile) as scene:
        scene.update_tags(
            reflectance_scale_factor=SCALE, description="GeoDiffNet sample scene, generated"
        )
        for index in range(count):
            number, centre, width = index + 1, bands.wavelength[index], bands.fwhm[index]
            values = np.clip(np.rint(cube[..., index] * SCALE), -5000, 20000)
            scene.write(values.astype(np.int16), number)
            scene.set_band_description(number, f"{centre:.2f} nm")
            scene.update_tags(
                number,
                wavelength=f"{centre:.2f}",
                wavelength_units="nm",
                fwhm=f"{width:.2f}",
                bbl=str(int(bands.good[index])),
            )
            scene.update_tags(
                number,
                ns="IMAGERY",
                CENTRAL_WAVELENGTH_UM=f"{centre / 1000:.5f}",
                FWHM_UM=f"{width / 1000:.5f}",
            )


def _write_truth(path: Path, truth: NDArray[np.uint8]) -> None:
    profile = _profile(truth.shape[0]) | {"count": 1, "dtype": "uint8", "nodata": 0}
    del profile["predictor"]
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(truth, 1)
        raster.set_band_description(1, "class")
        colours = {int(cover): (*COLOURS[cover], 255) for cover in Cover}
        raster.write_colormap(1, {0: (0, 0, 0, 0)} | colours)


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
