"""Writes the sample scene's files; each appears under its name only when it is complete."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
import shapely
from affine import Affine
from numpy.typing import NDArray

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
    """Where the scene, its training polygons and its full truth were written."""

    scene: Path
    labels: Path
    truth: Path


def write_files(
    folder: Path, cube: Cube, bands: Bands, truth: NDArray[np.uint8], labels: list[Label]
) -> SampleFiles:
    """Write all three files, replacing earlier ones."""
    files = SampleFiles(folder / "scene.tif", folder / "train.gpkg", folder / "truth.tif")
    folder.mkdir(parents=True, exist_ok=True)
    with _completed(files.scene) as path:
        _write_scene(path, cube, bands)
    with _completed(files.labels) as path:
        _write_labels(path, labels)
    with _completed(files.truth.with_name("truth.tif.aux.xml")) as path:
        path.write_text(_category_names(), encoding="utf-8")
    with _completed(files.truth) as path:
        _write_truth(path, truth)
    return files


@contextmanager
def _completed(target: Path) -> Iterator[Path]:
    """A temporary name beside the target, which takes the target's place when all went well."""
    partial = target.with_name(f"partial-{target.name}")
    partial.unlink(missing_ok=True)
    try:
        yield partial
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


def _profile(size: int) -> dict:
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
    values = np.clip(np.rint(cube * SCALE), -5000, 20000).astype(np.int16)
    profile = _profile(size) | {"count": count, "dtype": "int16", "nodata": NODATA}
    with rasterio.open(path, "w", interleave="band", **profile) as scene:
        scene.update_tags(
            reflectance_scale_factor=SCALE, description="GeoDiffNet sample scene, generated"
        )
        for index in range(count):
            number, centre, width = index + 1, bands.wavelength[index], bands.fwhm[index]
            scene.write(values[..., index], number)
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
        raster.write_colormap(1, {int(cover): (*COLOURS[cover], 255) for cover in Cover})


def _category_names() -> str:
    """GeoTIFF has no place for class names; GDAL looks for them in this file beside it."""
    names = ["nodata", *(cover.label for cover in Cover)]
    categories = "\n".join(f"      <Category>{name}</Category>" for name in names)
    return (
        '<PAMDataset>\n  <PAMRasterBand band="1">\n    <CategoryNames>\n'
        f"{categories}\n    </CategoryNames>\n  </PAMRasterBand>\n</PAMDataset>\n"
    )


def _write_labels(path: Path, labels: list[Label]) -> None:
    outlines = [
        shapely.transform(
            label.outline, lambda xy: np.round(np.stack(TRANSFORM * xy.T, axis=1), 2)
        )
        for label in labels
    ]
    pyogrio.raw.write(
        path,
        geometry=np.array(shapely.to_wkb(outlines), dtype=object),
        field_data=[
            np.arange(1, len(labels) + 1, dtype=np.int32),
            np.array([label.cover.label for label in labels], dtype=object),
        ],
        fields=["id", "class"],
        layer="train",
        driver="GPKG",
        geometry_type="Polygon",
        crs=CRS,
    )
