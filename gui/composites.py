"""Composites of a scene: true colour, infrared, short-wave infrared, principal components.

The first three change the style of the scene's layer. Principal components are computed as a raster
of their own. Both read the scene in the background.
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
from ..bridge.translation import tr
from .arrays import FloatArray
from .cube import Cube, CubeBand
from .derived_layer import DerivedRasterLayer

#: Wavelengths in nanometres of red, green and blue, and the tolerance of a band.
WAVELENGTHS = {
    "true": ((650, 40), (555, 40), (470, 40)),
    "infrared": ((860, 60), (650, 40), (555, 40)),
    "swir": ((2200, 120), (860, 60), (650, 40)),
}
COMPONENTS = "components"
#: Percentage of pixels that a stretch clips at either end.
STRETCH_PERCENTILE = 2
#: Side of the pixel sample from which stretches and components are computed.
SAMPLE_SIDE = 256
#: Maximum side of the raster of components in pixels.
MAX_SIDE = 2048
ROWS_PER_BLOCK = 64


@dataclass(frozen=True)
class Stretch:
    """Three bands and their minimum and maximum values."""

    numbers: tuple[int, int, int]
    limits: tuple[tuple[float, float], ...]


def bands_for(view: str, bands: list[CubeBand]) -> tuple[int, int, int] | None:
    """The bands nearest to the wavelengths of a composite; None where there are none."""
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
    red, green, blue = chosen
    return red, green, blue


def measure_stretch(source: str, numbers: tuple[int, int, int]) -> Stretch:
    """Compute the stretch of three bands from a subsample of the scene."""
    cube = Cube(source)
    values = _sample(cube, list(numbers))
    return Stretch(numbers, tuple(_limits(band) for band in values))


def show_bands(layer: QgsRasterLayer, stretch: Stretch) -> None:
    """Style a scene with three of its bands."""
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
    """Write a raster of the first three principal components, in blocks of rows."""
    cube = Cube(source)
    numbers = [band.number for band in cube.bands if not band.bad]
    values = _sample(cube, numbers)
    # With bands that are empty everywhere, no pixel would be complete.
    filled = ~np.isnan(values).all(axis=(1, 2))
    numbers = [number for index, number in enumerate(numbers) if filled[index]]
    spectra = values[filled].reshape(len(numbers), values[0].size).T
    spectra = spectra[~np.isnan(spectra).any(axis=1)]
    if len(spectra) < len(numbers) or len(numbers) < 3:
        raise BridgeError(
            "scene.empty",
            tr("The image has too few pixels with values in every band for principal components."),
            tr("Choose another composite."),
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
    """The raster of components as a layer; its values are stretched already."""
    layer = DerivedRasterLayer(str(path), name)
    stretch = Stretch((1, 2, 3), ((1, 255),) * 3)
    show_bands(layer, stretch)
    return layer


def _sample(cube: Cube, numbers: list[int]) -> FloatArray:
    step = max(1.0, max(cube.width, cube.height) / SAMPLE_SIDE)
    size = (max(1, round(cube.width / step)), max(1, round(cube.height / step)))
    return cube.read(numbers, (0, 0, cube.width, cube.height), size)


def _limits(values: FloatArray) -> tuple[float, float]:
    valid = values[~np.isnan(values)]
    if not valid.size:
        return 0.0, 1.0
    low, high = np.percentile(valid, (STRETCH_PERCENTILE, 100 - STRETCH_PERCENTILE))
    return float(low), float(max(high, low + 1e-6))


def _principal_axes(spectra: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The mean, and the first three principal axes of standardised spectra for raw ones."""
    mean, deviation = spectra.mean(axis=0), np.maximum(spectra.std(axis=0), 1e-9)
    _, _, axes = np.linalg.svd((spectra - mean) / deviation, full_matrices=False)
    axes = axes[:3]
    # The sign of an axis is arbitrary; it is fixed here.
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
            tr("The principal components could not be written to {}.").format(target),
            tr("Check that there is free disk space for temporary files."),
        )
    t = cube.transform
    wide, high = cube.width / width, cube.height / height
    image.SetGeoTransform((t[0], t[1] * wide, t[2] * high, t[3], t[4] * wide, t[5] * high))
    image.SetProjection(cube.projection)
    for band in range(1, 4):
        image.GetRasterBand(band).SetNoDataValue(0)
    return image
