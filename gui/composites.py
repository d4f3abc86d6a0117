"""Looking at a scene in other bands: true colour, infrared, short-wave infrared, components.

The first three change how the scene's own layer is drawn. Principal components are computed into a
picture of their own. Both read the scene in the background.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal
from qgis.core import (
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsRasterLayer,
)

from ..bridge.errors import BridgeError, JobCancelled
from ..bridge.tasks import BackgroundTask
from .cube import Cube, CubeBand
from .translation import tr

#: Wavelengths in nanometres that are shown as red, green and blue, and how far a band may be off.
WAVELENGTHS = {
    "true": ((650, 40), (555, 40), (470, 40)),
    "infrared": ((860, 60), (650, 40), (555, 40)),
    "swir": ((2200, 120), (860, 60), (650, 40)),
}
COMPONENTS = "components"
#: Percent of the pixels that a stretch leaves out at either end.
STRETCH_PERCENTILE = 2
#: Pixels a side of the sample that stretches and components are learnt from.
SAMPLE_SIDE = 256
#: Pixels a side of the largest picture of components.
MAX_SIDE = 2048
ROWS_PER_BLOCK = 64


@dataclass(frozen=True)
class Stretch:
    """Three bands and the values that are shown as dark and bright."""

    numbers: tuple[int, int, int]
    limits: tuple[tuple[float, float], ...]


def bands_for(view: str, bands: list[CubeBand]) -> tuple[int, int, int] | None:
    """The bands next to a view's wavelengths; None for a scene that has none near enough."""
    chosen = []
    for centre, tolerance in WAVELENGTHS[view]:
        near = [
            (abs(band.wavelength - centre), band.number)
            for band in bands
            if band.wavelength is not None and not band.bad
        ]
        if not near or min(near)[0] > tolerance:
            return None
        chosen.append(min(near)[1])
    return tuple(chosen)


def measure_stretch(source: str, numbers: tuple[int, int, int]) -> Stretch:
    """What is dark and what is bright in three bands; reads a thinned-out scene."""
    cube = Cube(source)
    values = _sample(cube, list(numbers))
    return Stretch(numbers, tuple(_limits(band) for band in values))


def show_bands(layer: QgsRasterLayer, stretch: Stretch) -> None:
    """Draw a scene by three of its bands."""
    provider = layer.dataProvider()
    renderer = QgsMultiBandColorRenderer(provider, *stretch.numbers)
    setters = (
        renderer.setRedContrastEnhancement,
        renderer.setGreenContrastEnhancement,
        renderer.setBlueContrastEnhancement,
    )
    for index, setter in enumerate(setters):
        number, (low, high) = stretch.numbers[index], stretch.limits[index]
        enhancement = QgsContrastEnhancement(provider.dataType(number))
        enhancement.setMinimumValue(low)
        enhancement.setMaximumValue(high)
        enhancement.setContrastEnhancementAlgorithm(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum
        )
        setter(enhancement)
    layer.setRenderer(renderer)
    layer.triggerRepaint()
    layer.emitStyleChanged()


def compute_components(source: str, target: Path, task: BackgroundTask) -> Path:
    """Write a picture of the first three principal components, row by row."""
    cube = Cube(source)
    numbers = [band.number for band in cube.bands if not band.bad]
    values = _sample(cube, numbers)
    # Bands that are empty everywhere say nothing, and would leave no pixel complete.
    filled = ~np.isnan(values).all(axis=(1, 2))
    numbers = [number for index, number in enumerate(numbers) if filled[index]]
    spectra = values[filled].reshape(len(numbers), values[0].size).T
    spectra = spectra[~np.isnan(spectra).any(axis=1)]
    if len(spectra) < len(numbers) or len(numbers) < 3:
        raise BridgeError(
            "scene.empty",
            tr("The image has too few pixels with values in every band for components."),
            tr("Look at it in other bands."),
        )
    mean, axes = _principal_axes(spectra)
    low, high = np.percentile(
        (spectra - mean) @ axes, (STRETCH_PERCENTILE, 100 - STRETCH_PERCENTILE), axis=0
    )
    step = max(1.0, max(cube.width, cube.height) / MAX_SIDE)
    width, height = round(cube.width / step), round(cube.height / step)
    image = _create(target, cube, width, height)
    for row in range(0, height, ROWS_PER_BLOCK):
        if task.isCanceled():
            raise JobCancelled
        rows = min(ROWS_PER_BLOCK, height - row)
        top, bottom = round(row * step), min(round((row + rows) * step), cube.height)
        part = cube.read(numbers, (0, top, cube.width, bottom - top), (width, rows))
        projected = (part.reshape(len(numbers), part[0].size).T - mean) @ axes
        stretched = 1 + np.clip((projected - low) / np.maximum(high - low, 1e-12), 0, 1) * 254
        stretched[np.isnan(projected)] = 0
        for band in range(3):
            image.GetRasterBand(band + 1).WriteArray(
                stretched[:, band].reshape(rows, width).astype(np.uint8), 0, row
            )
        task.setProgress(100 * (row + rows) / height)
    image.FlushCache()
    return target


def open_components(path: Path, name: str) -> QgsRasterLayer:
    """The picture of components as a layer; its values are stretched already."""
    layer = QgsRasterLayer(str(path), name)
    stretch = Stretch((1, 2, 3), ((1, 255),) * 3)
    show_bands(layer, stretch)
    return layer


def _sample(cube: Cube, numbers: list[int]) -> np.ndarray:
    step = max(1.0, max(cube.width, cube.height) / SAMPLE_SIDE)
    size = (max(1, round(cube.width / step)), max(1, round(cube.height / step)))
    return cube.read(numbers, (0, 0, cube.width, cube.height), size)


def _limits(values: np.ndarray) -> tuple[float, float]:
    valid = values[~np.isnan(values)]
    if not valid.size:
        return 0.0, 1.0
    low, high = np.percentile(valid, (STRETCH_PERCENTILE, 100 - STRETCH_PERCENTILE))
    return float(low), float(max(high, low + 1e-6))


def _principal_axes(spectra: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The mean and the first three axes of standardised spectra, applied to raw ones."""
    mean, deviation = spectra.mean(axis=0), np.maximum(spectra.std(axis=0), 1e-9)
    _, _, axes = np.linalg.svd((spectra - mean) / deviation, full_matrices=False)
    axes = axes[:3]
    # An axis may point either way; this one is the same each time.
    signs = np.sign(axes[np.arange(3), np.abs(axes).argmax(axis=1)])
    return mean, (axes * signs[:, None] / deviation).T


def _create(target: Path, cube: Cube, width: int, height: int) -> gdal.Dataset:
    driver = gdal.GetDriverByName("GTiff")
    image = driver.Create(
        str(target), width, height, 3, gdal.GDT_Byte, ["COMPRESS=DEFLATE", "TILED=YES"]
    )
    if image is None:
        raise BridgeError(
            "output.not_writable",
            tr("The picture of components could not be written to {}.").format(target),
            tr("Check that the disk of the temporary folder has space left."),
        )
    t = cube.transform
    wide, high = cube.width / width, cube.height / height
    image.SetGeoTransform((t[0], t[1] * wide, t[2] * high, t[3], t[4] * wide, t[5] * high))
    image.SetProjection(cube.projection)
    for band in range(1, 4):
        image.GetRasterBand(band).SetNoDataValue(0)
    return image
