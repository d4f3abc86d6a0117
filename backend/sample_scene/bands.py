"""The bands of the simulated sensor."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WATER_VAPOUR = ((1350.0, 1420.0), (1800.0, 1950.0))


@dataclass(frozen=True)
class Bands:
    """Centre wavelengths and widths in nanometres; `good` is false in water vapour absorption."""

    wavelength: NDArray[np.float64]
    fwhm: NDArray[np.float64]
    good: NDArray[np.bool_]


def sensor_bands() -> Bands:
    """120 bands from 400 to 2450 nm, denser below 1000 nm, as of two detectors."""
    visible = np.linspace(400, 990, 52)
    infrared = np.linspace(1005, 2450, 68)
    wavelength = np.round(np.concatenate([visible, infrared]), 2)
    fwhm = np.round(np.interp(wavelength, [400, 990, 1005, 2450], [8.0, 9.5, 10.0, 12.0]), 2)
    bad = np.zeros(wavelength.size, dtype=bool)
    for low, high in WATER_VAPOUR:
        bad |= (wavelength >= low) & (wavelength <= high)
    return Bands(wavelength, fwhm, ~bad)
