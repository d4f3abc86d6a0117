"""Converts the paper's two data sets, as published by their authors, to input files of jobs.

A folder holds `data_HS_LR.mat`, `TrainImage.mat` and `TestImage.mat`, each with one array: the cube
(rows, columns, bands) and two images of class codes, 0 for none.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio
from scipy.io import loadmat

CUBE, TRAIN, TEST = "data_HS_LR.mat", "TrainImage.mat", "TestImage.mat"
#: Spectral range of both sensors; the files hold no wavelengths.
FIRST_NANOMETRE, LAST_NANOMETRE = 400.0, 2500.0


@dataclass(frozen=True)
class Published:
    """A data set's shape, and overall accuracy, average accuracy and kappa by method."""

    rows: int
    columns: int
    bands: int
    classes: int
    figures: dict[str, tuple[float, float, float]]


#: Results from the repository of the paper's authors.
DATASETS = {
    "augsburg": Published(
        332, 485, 180, 7,
        {
            "geospecnet": (78.21, 60.64, 0.695),
            "geodiffnet": (90.98, 65.05, 0.868),
            "geodiffnet-f": (91.23, 68.17, 0.873),
        },
    ),
    "berlin": Published(
        797, 220, 244, 8,
        {
            "geospecnet": (59.89, 61.71, float("nan")),
            "geodiffnet": (72.15, 60.65, float("nan")),
            "geodiffnet-f": (77.42, 64.09, float("nan")),
        },
    ),
}  # fmt: skip


@dataclass(frozen=True)
class Files:
    """The data set as rasters, and the codes of the test pixels."""

    scene: Path
    labels: Path
    test: np.ndarray


def convert(folder: Path, target: Path) -> Files:
    """Write scene and training codes as GeoTIFF; ValueError where the files do not fit together."""
    cube, train, test = (read_array(folder / name) for name in (CUBE, TRAIN, TEST))
    if cube.ndim != 3 or train.shape != test.shape or train.shape != cube.shape[:2]:
        raise ValueError(
            f"{CUBE} is {cube.shape}, {TRAIN} {train.shape} and {TEST} {test.shape}: rows and "
            "columns must agree"
        )
    scene, labels = target / "scene.tif", target / "train.tif"
    profile = {"driver": "GTiff", "height": cube.shape[0], "width": cube.shape[1], "tiled": True}
    bands = np.moveaxis(cube, 2, 0).astype(np.float32)
    with rasterio.open(scene, "w", count=len(bands), dtype="float32", **profile) as dataset:
        dataset.write(bands)
        wavelengths = np.linspace(FIRST_NANOMETRE, LAST_NANOMETRE, len(bands))
        for band, wavelength in enumerate(wavelengths, 1):
            dataset.update_tags(band, wavelength=f"{wavelength:.2f}", wavelength_units="nm")
    with rasterio.open(labels, "w", count=1, dtype="uint8", nodata=0, **profile) as dataset:
        dataset.write(train.astype(np.uint8), 1)
    return Files(scene, labels, test.astype(np.uint8))


def read_array(path: Path) -> np.ndarray:
    """The one array of a `.mat` file."""
    arrays = {
        name: value
        for name, value in loadmat(path).items()
        if not name.startswith("__") and isinstance(value, np.ndarray) and value.ndim >= 2
    }
    if len(arrays) != 1:
        raise ValueError(f"{path.name} holds {len(arrays)} arrays instead of one")
    return next(iter(arrays.values()))
