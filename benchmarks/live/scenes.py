"""The scenes of the benchmark with their true classes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data"
#: The classes of the generated scene by their codes.
SAMPLE_CLASSES = dict(
    enumerate(["field", "water", "road", "roof", "tree", "shadow", "soil", "grass"], start=1)
)
SAMPLE_SIZE = 256
LARGE_SIDE, LARGE_BANDS = 2000, 200
#: The panel chooses classes by the keys 1 to 9.
MAX_CLASSES = 9


@dataclass(frozen=True)
class LabelledScene:
    """A folder with `scene.tif` and its true classes, in `truth.tif`."""

    name: str
    folder: Path
    classes: dict[int, str]  # by code in the truth
    has_band_names: bool = True  # with wavelengths

    @property
    def truth(self) -> Path:
        """The raster of the true classes."""
        return self.folder / "truth.tif"

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        with rasterio.open(self.truth) as raster:
            return raster.width, raster.height


def load_scene(name: str, work: Path, data: Path) -> LabelledScene:
    """A scene in a folder of `work`; one that is there from an earlier run is used again."""
    work.mkdir(parents=True, exist_ok=True)
    if name == "sample":
        folder = _once(work / name, _make_sample)
        return LabelledScene(name, folder, SAMPLE_CLASSES)
    if name == "large":
        sample = _once(work / "sample", _make_sample)
        folder = _once(work / name, lambda target: _enlarge(sample, target))
        return LabelledScene(name, folder, SAMPLE_CLASSES)
    if name == "houston":
        source = data / "houston2018_crop"
        if not source.is_dir():
            sys.exit(f"There is no folder {source}; name that of the real scenes with --data.")
        folder = _once(work / name, lambda target: _copy(source, target))
        return LabelledScene(name, folder, _frequent_classes(folder), has_band_names=False)
    sys.exit(f"There is no scene {name}; the scenes are sample, large and houston.")


def _once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Make a folder completely, unless it exists."""
    if not folder.is_dir():
        with tempfile.TemporaryDirectory(dir=folder.parent) as name:
            make(Path(name, folder.name))
            os.rename(Path(name, folder.name), folder)
    return folder


def _make_sample(target: Path) -> None:
    command = ["-m", "backend", "sample", "--folder", str(target), "--size", str(SAMPLE_SIZE)]
    subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True)


def _copy(source: Path, target: Path) -> None:
    """Copy a real scene, since QGIS writes statistics beside it."""
    target.mkdir()
    shutil.copyfile(source / "scene.tif", target / "scene.tif")
    shutil.copyfile(source / "reference.tif", target / "truth.tif")


def _frequent_classes(folder: Path) -> dict[int, str]:
    with rasterio.open(folder / "truth.tif") as raster:
        counts = np.bincount(raster.read(1).ravel())
    counts[0] = 0
    codes = sorted(np.argsort(counts)[::-1][:MAX_CLASSES].tolist())
    return {code: f"class {code}" for code in codes if counts[code]}


def _enlarge(sample: Path, target: Path) -> None:
    """A scene of 2000 x 2000 x 200 of copies of the sample scene, with its truth."""
    target.mkdir()
    with rasterio.open(sample / "scene.tif") as source:
        profile = source.profile | {
            "width": LARGE_SIDE,
            "height": LARGE_SIDE,
            "count": LARGE_BANDS,
            "compress": None,
            "bigtiff": "yes",
        }
        bands = np.linspace(0, source.count - 1, LARGE_BANDS).round().astype(int) + 1
        low, high = (float(source.tags(band)["wavelength"]) for band in (1, source.count))
        waves = np.linspace(low, high, LARGE_BANDS)
        with rasterio.open(target / "scene.tif", "w", **profile) as large:
            large.update_tags(**source.tags())
            for number, band in enumerate(bands, 1):
                large.write(_tiled(source.read(int(band))), number)
                large.update_tags(
                    number, wavelength=f"{waves[number - 1]:.2f}", wavelength_units="nm"
                )
                large.set_band_description(number, f"{waves[number - 1]:.2f} nm")
    with rasterio.open(sample / "truth.tif") as source:
        profile = source.profile | {"width": LARGE_SIDE, "height": LARGE_SIDE}
        with rasterio.open(target / "truth.tif", "w", **profile) as truth:
            truth.write(_tiled(source.read(1)), 1)


def _tiled(values: np.ndarray) -> np.ndarray:
    """Mirrored copies of an image, without seams."""
    mirrored = np.block([[values, values[:, ::-1]], [values[::-1], values[::-1, ::-1]]])
    times = -(-LARGE_SIDE // mirrored.shape[0])
    return np.tile(mirrored, (times, times))[:LARGE_SIDE, :LARGE_SIDE]
