"""Scenes of any size, number of bands and layout, made of mirrored copies of the sample scene."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from rasterio.windows import Window

from backend.features.tiling import mirrored
from backend.sample_scene import SampleFiles

#: GDAL driver and creation options by name.
LAYOUTS = {
    "tiled": {"driver": "GTiff", "tiled": True, "blockxsize": 256, "blockysize": 256},
    "interleaved": {"driver": "ENVI", "interleave": "bil"},
    "sequential": {"driver": "ENVI", "interleave": "bsq"},
}
ROWS_AT_ONCE = 256


@dataclass(frozen=True)
class SceneKind:
    """Size, number of bands and layout of a scene."""

    megapixels: float
    bands: int
    layout: str

    @property
    def side(self) -> int:
        """Width and height in pixels."""
        return round(1000 * self.megapixels**0.5)

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"scene-{self.side}-{self.bands}-{self.layout}"


@dataclass(frozen=True)
class MeasuredScene:
    """A scene on disk."""

    path: Path
    megapixels: float
    bands: int
    layout: str

    @classmethod
    def of(cls, path: Path, layout: str) -> MeasuredScene:
        """A scene with the size and number of bands of its file."""
        with rasterio.open(path) as scene:
            return cls(path, scene.width * scene.height / 1e6, scene.count, layout)


def write_scene(target: Path, sample: SampleFiles, kind: SceneKind) -> None:
    """Write a scene; its upper left corner is the sample scene, for which there are labels."""
    with rasterio.open(sample.scene) as source:
        cube = source.read()
        wavelengths = np.array([float(source.tags(band)["wavelength"]) for band in source.indexes])
        good = np.array([source.tags(band)["bbl"] == "1" for band in source.indexes])
        profile = {"crs": source.crs, "transform": source.transform, "nodata": source.nodata}
    wanted = np.linspace(wavelengths[0], wavelengths[-1], kind.bands)
    upper = np.clip(np.searchsorted(wavelengths, wanted), 1, len(wavelengths) - 1)
    share = (wanted - wavelengths[upper - 1]) / (wavelengths[upper] - wavelengths[upper - 1])
    lower = cube[upper - 1] * (1 - share)[:, None, None]
    cube = np.rint(lower + cube[upper] * share[:, None, None]).astype(np.int16)
    columns = mirrored(0, kind.side, cube.shape[2])
    profile |= {"count": kind.bands, "dtype": "int16", "width": kind.side, "height": kind.side}
    with rasterio.open(target, "w", **profile, **LAYOUTS[kind.layout]) as scene:
        scene.update_tags(reflectance_scale_factor=10000)
        for band, (centre, position) in enumerate(zip(wanted, upper, strict=True), 1):
            flag = str(int(good[position] and good[position - 1]))
            scene.update_tags(band, wavelength=centre, wavelength_units="nm", bbl=flag)
        for top in range(0, kind.side, ROWS_AT_ONCE):
            height = min(ROWS_AT_ONCE, kind.side - top)
            rows = mirrored(top, top + height, cube.shape[1])
            scene.write(cube[:, rows][:, :, columns], window=Window(0, top, kind.side, height))
