"""Simulates the sensor: reflectance of pixels from the illuminated land.

It includes shade, the point spread function of the optics, haze from the surroundings, the
variation of illumination across the swath and the noise of a pushbroom instrument.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, sparse

from .bands import Bands
from .ingredients import Spectrum, bump, step
from .land import CELLS_PER_PIXEL, Land
from .materials import LEVELS, library
from .texture import patches

BLUR = 1.35  # standard deviation of the optics' point spread, in cells
ROWS_PER_STRIP = 16
HAZE = 0.05  # share of blue light that comes from the surroundings, not from the pixel
HAZE_RADIUS = 12  # pixels

Cube = NDArray[np.float32]


def simulate_cube(
    land: Land, bands: Bands, rng: np.random.Generator, on_progress: Callable[[float], None]
) -> Cube:
    """Measured reflectance (rows, columns, bands)."""
    pixels = land.width // CELLS_PER_PIXEL
    cube = np.empty((pixels, pixels, bands.wavelength.size), np.float32)
    for first, rows in _blurred_rows(land, bands):
        cube[first : first + len(rows)] = rows
        on_progress(0.75 * (first + len(rows)) / pixels)
    _add_haze(cube, bands)
    cube *= _illumination(rng, bands, pixels)
    on_progress(0.85)
    _add_noise(cube, bands, rng)
    on_progress(1.0)
    return cube


def skylight(wavelength: Spectrum) -> Spectrum:
    """Light on shaded ground as a share of full daylight: from the sky and scattered by leaves."""
    sky = 0.55 * (0.03 + 0.30 * (400 / wavelength) ** 3.2)
    leaves = 0.030 * step(wavelength, 715, 12) * (1 - step(wavelength, 1350, 60))
    return sky + leaves + 0.012


def _blurred_rows(land: Land, bands: Bands) -> Iterator[tuple[int, Cube]]:
    """Reflectance after the blur of the optics, in strips of rows to limit the memory."""
    spectra = library(bands.wavelength).reshape(-1, bands.wavelength.size)
    shaded_loss = (1 - skylight(bands.wavelength)).astype(np.float32)
    spread = _point_spread(land.width)
    pixels = land.width // CELLS_PER_PIXEL
    for first in range(0, pixels, ROWS_PER_STRIP):
        weights = spread[first : min(first + ROWS_PER_STRIP, pixels)]
        used = np.unique(weights.indices)
        cells = slice(int(used[0]), int(used[-1]) + 1)
        fine = spectra[_spectrum_index(land, cells)]
        fine *= land.gain[cells, :, None]
        shade = land.shade[cells]
        dim = shade > 0.01
        fine[dim] *= 1 - shade[dim][:, None] * shaded_loss
        down = weights[:, cells] @ fine.reshape(fine.shape[0], -1)
        count = weights.shape[0]
        turned = down.reshape(count, land.width, -1).transpose(1, 0, 2).reshape(land.width, -1)
        across = (spread @ turned).reshape(pixels, count, -1)
        yield first, across.transpose(1, 0, 2)


def _spectrum_index(land: Land, cells: slice) -> NDArray[np.intp]:
    a, b = (
        np.rint(np.clip(axis[cells], 0, 1) * (LEVELS - 1)).astype(np.intp)
        for axis in (land.a, land.b)
    )
    return (land.material[cells].astype(np.intp) * LEVELS + a) * LEVELS + b


def _point_spread(cells: int) -> sparse.csr_matrix:
    """Weights of the cells of one axis in each pixel: a pixel wide, blurred by the optics."""
    centres = (np.arange(cells // CELLS_PER_PIXEL) + 0.5) * CELLS_PER_PIXEL
    distance = np.abs(np.arange(cells)[None, :] + 0.5 - centres[:, None])
    weights = np.exp(-0.5 * (distance / BLUR) ** 2) * (distance < 3 * BLUR)
    weights /= weights.sum(axis=1, keepdims=True)
    return sparse.csr_matrix(weights.astype(np.float32))


def _add_haze(cube: Cube, bands: Bands) -> None:
    """Mix every pixel with its neighbourhood, more strongly in the blue."""
    share = HAZE * (450 / bands.wavelength) ** 1.2
    for band, strength in enumerate(share):
        layer = cube[..., band]
        around = ndimage.gaussian_filter(layer, HAZE_RADIUS, mode="nearest", truncate=2.0)
        layer += np.float32(strength) * (around - layer)


def _illumination(rng: np.random.Generator, bands: Bands, pixels: int) -> Cube:
    """Factors of the illumination: a gradient by view angle and smooth variations."""
    axis = np.linspace(-1, 1, pixels, dtype=np.float32)
    angle = rng.uniform(0, 2 * np.pi)
    slope = axis[None, :] * np.cos(angle) + axis[:, None] * np.sin(angle)
    smooth = patches(rng, (pixels, pixels), pixels / 3)
    surface = patches(rng, (pixels, pixels), 2.0)
    level = 0.07 * slope + 0.02 * smooth + 0.04 * surface
    colour = 1 + 0.5 * (450 / bands.wavelength) ** 2
    return np.asarray(1 + level[..., None] * colour, np.float32)


def _add_noise(cube: Cube, bands: Bands, rng: np.random.Generator) -> None:
    """Add shot and read noise, stripes of unequal detectors, and loss of light in bad bands."""
    wavelength = bands.wavelength
    floor = 0.0018 + 0.0022 * step(wavelength, 1000, 15) + 0.0040 * step(wavelength, 1900, 150)
    floor += 0.0020 * bump(wavelength, 400, 30) + 0.0015 * bump(wavelength, 940, 18)
    floor += 0.0020 * bump(wavelength, 1130, 22)
    shot = 0.009 + 0.009 * step(wavelength, 1000, 15) + 0.010 * step(wavelength, 1900, 150)
    columns, count = cube.shape[1:]
    gain = (1 + 0.004 * rng.standard_normal((columns, count))).astype(np.float32)
    offset = (0.3 * floor * rng.standard_normal((columns, count))).astype(np.float32)
    lost = np.where(bands.good, 1.0, 0.15).astype(np.float32)
    scatter = np.where(bands.good, 0.0, 0.09).astype(np.float32)
    for row in cube:
        sigma = np.sqrt(floor**2 + shot**2 * 0.3 * np.maximum(row, 0)) + scatter
        noise = rng.standard_normal(row.shape, dtype=np.float32)
        row[:] = row * gain * lost + offset + sigma * noise
