"""Absorption features and simple physical models of the reflectance of surfaces.

Widths and strengths are rounded literature values of pigments, liquid water, dry matter and
minerals; wavelengths are in nanometres. `materials.py` combines them to surfaces.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Spectrum = NDArray[np.float64]


def bump(wavelength: Spectrum, centre: float, width: float) -> Spectrum:
    """A Gaussian feature of height one."""
    return np.exp(-0.5 * ((wavelength - centre) / width) ** 2)


def step(wavelength: Spectrum, centre: float, width: float) -> Spectrum:
    """A smooth rise from zero to one."""
    return 1 / (1 + np.exp(-(wavelength - centre) / width))


def chlorophyll(wavelength: Spectrum) -> Spectrum:
    """Specific absorption of chlorophyll a and b, cm² per µg."""
    peaks = (  # centre, width, strength
        (430, 28, 0.045),
        (465, 22, 0.030),
        (582, 50, 0.021),
        (630, 28, 0.022),
        (675, 17, 0.055),
        (700, 14, 0.016),
    )
    floor = 0.004 * (1 - step(wavelength, 705, 8))
    return floor + sum(strength * bump(wavelength, at, wide) for at, wide, strength in peaks)


def carotenoids(wavelength: Spectrum) -> Spectrum:
    """Specific absorption of carotenoids, cm² per µg."""
    return 0.050 * bump(wavelength, 445, 22) + 0.045 * bump(wavelength, 480, 18)


def brown_pigments(wavelength: Spectrum) -> Spectrum:
    """Absorption of brown pigments in senescent leaves, per unit."""
    return 1.3 * np.exp(-(wavelength - 400) / 110)


def liquid_water(wavelength: Spectrum) -> Spectrum:
    """Absorption of the water in leaves and soils, per cm."""
    peaks = (
        (970, 28, 0.45),
        (1185, 45, 1.1),
        (1450, 45, 24),
        (1540, 90, 8),
        (1790, 70, 3.5),
        (1935, 40, 100),
        (2030, 75, 30),
        (2560, 160, 60),
    )
    rise = 4 * step(wavelength, 1400, 40) + 12 * step(wavelength, 1900, 40)
    return rise + sum(strength * bump(wavelength, at, wide) for at, wide, strength in peaks)


def dry_matter(wavelength: Spectrum) -> Spectrum:
    """Absorption of cellulose, lignin and protein, cm² per g."""
    peaks = ((1730, 30, 4), (2090, 60, 12), (2310, 60, 18))
    rise = 2 + 9 * step(wavelength, 1400, 100) + 10 * step(wavelength, 2350, 60)
    return rise + sum(strength * bump(wavelength, at, wide) for at, wide, strength in peaks)


def leaf_albedo(
    wavelength: Spectrum,
    chlorophyll_content: ArrayLike,
    water_cm: ArrayLike,
    dry: ArrayLike = 0.007,
    brown: ArrayLike = 0.0,
) -> Spectrum:
    """The single scattering albedo of leaves: reflectance plus transmittance."""
    green = np.asarray(chlorophyll_content)
    absorption = (
        green * chlorophyll(wavelength)
        + (0.18 * green + 1.5) * carotenoids(wavelength)
        + np.asarray(water_cm) * liquid_water(wavelength)
        + np.asarray(dry) * dry_matter(wavelength)
        + np.asarray(brown) * brown_pigments(wavelength)
    )
    # flavonoids of the epidermis reduce the specular reflection in the blue
    skin = 0.055 + 0.035 * step(wavelength, 530, 25)
    return np.asarray(skin + (0.91 - skin) * np.exp(-1.7 * absorption))


def canopy(
    albedo: Spectrum, leaf_area: ArrayLike, ground: Spectrum, extinction: float = 0.7
) -> Spectrum:
    """Two-stream reflectance of a leaf layer of the given leaf area index above the ground."""
    gamma = np.sqrt(1 - albedo)
    deep = (1 - gamma) / (1 + gamma)
    contrast = (deep - ground) / (deep * ground - 1)
    through = contrast * np.exp(-2 * extinction * gamma * np.asarray(leaf_area))
    return np.asarray((deep + through) / (1 + deep * through))


def mineral_soil(
    wavelength: Spectrum,
    brightness: ArrayLike,
    iron: ArrayLike,
    clay: ArrayLike,
    moisture: ArrayLike = 0.0,
    carbonate: ArrayLike = 0.0,
) -> Spectrum:
    """Soil or fired clay: a rising continuum with iron, clay and carbonate bands, and moisture."""
    iron, clay, moisture = np.asarray(iron), np.asarray(clay), np.asarray(moisture)
    continuum = 1 - np.exp(-(wavelength - 180) / 620)
    oxide = (
        0.75 * (1 - step(wavelength, 545, 30))
        + 0.35 * bump(wavelength, 500, 60)
        + 0.15 * bump(wavelength, 660, 45)
        + 0.28 * bump(wavelength, 880, 85)
    )
    bands = (
        clay * (0.16 * bump(wavelength, 2207, 20) + 0.10 * bump(wavelength, 1412, 22))
        + np.asarray(carbonate) * 0.16 * bump(wavelength, 2338, 28)
        + moisture * 0.012 * liquid_water(wavelength)
    )
    damping = np.exp(-iron * oxide - bands - 0.75 * moisture)
    return np.asarray(np.asarray(brightness) * continuum * damping)


def hydrocarbons(wavelength: Spectrum) -> Spectrum:
    """Absorption bands of fresh bitumen."""
    return bump(wavelength, 1725, 25) + 1.2 * bump(wavelength, 2310, 35)


def water_body(wavelength: Spectrum, sediment: ArrayLike, depth: ArrayLike) -> Spectrum:
    """Reflectance of shallow water with sediment in mg/l over a bed at a depth in metres."""
    at = (400, 500, 550, 600, 650, 700, 725, 750, 800, 850, 900, 950, 980, 1050, 1150, 1300, 2500)
    pure = (0.01, 0.02, 0.057, 0.22, 0.34, 0.62, 1.5, 2.6, 2.1, 4.3, 6.5, 25, 43, 15, 60, 150, 3000)
    sediment, depth = np.asarray(sediment), np.asarray(depth)
    humus = np.exp(-0.015 * (wavelength - 440))
    algae = 6.0 * chlorophyll(wavelength)
    absorbed = np.exp(np.interp(wavelength, at, np.log(pure))) + 0.7 * humus + algae
    scattered = 0.009 * sediment * (550 / wavelength) ** 0.6 + 0.001 * (550 / wavelength) ** 4.3
    volume = 0.18 * scattered / (absorbed + scattered)
    bed = 0.55 * mineral_soil(wavelength, 0.28, 0.2, 0.3)
    return np.asarray(volume + bed * np.exp(-2 * (absorbed + scattered) * depth))
