"""Resamples spectra of a library to the bands of a scene, by wavelength and width.

A band averages the channels of the library under a Gaussian response of its full width at half
maximum. Where channels are wider, or farther apart, than that, it is interpolated between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ...scene.bands import Band
from .spectra import Spectrum, Values

#: The widest gap between channels, in nanometres, across which a band is interpolated; in ranges
#: of water vapour, where libraries often have none, it may be wider.
MAX_GAP = 60.0
#: Wavelengths that differ by less, in nanometres, are the same: libraries round theirs.
SAME_WAVELENGTH = 0.5
#: How far beyond the first and last channel a band may lie: in band spacings of the scene, and in
#: nanometres.
MAX_EXTRAPOLATION_STEPS, MAX_EXTRAPOLATION = 1.5, 20.0
#: Full width at half maximum of a Gaussian in standard deviations.
_FWHM_PER_DEVIATION = 2.354820045
#: A response reaches this far, in standard deviations.
_RESPONSE_LIMIT = 3.0
#: Channels this many times closer than the width of a band describe its response.
_MIN_CHANNELS = 2.0


@dataclass(frozen=True)
class BandGrid:
    """Centres and widths of the bands of a scene in nanometres."""

    centres: Values
    widths: Values
    in_water_vapour: np.typing.NDArray[np.bool_]

    @classmethod
    def of(cls, bands: Sequence[Band]) -> BandGrid | None:
        """Those of some bands; None where wavelengths are unknown.

        Unknown widths are taken to be the distance between bands.
        """
        centres = np.array([band.wavelength or np.nan for band in bands], np.float64)
        if not np.isfinite(centres).all() or len(centres) < 2:
            return None
        widths = np.array([band.width or np.nan for band in bands], np.float64)
        return cls(
            centres,
            np.where(np.isfinite(widths), widths, np.abs(_spacing(centres))),
            np.array([band.in_water_vapour for band in bands], np.bool_),
        )


def resample(spectra: Sequence[Spectrum], bands: BandGrid) -> Values:
    """Values (spectra, bands); NaN in bands that a spectrum does not cover."""
    resampled = np.full((len(spectra), len(bands.centres)), np.nan)
    alike: dict[tuple[bytes, bytes, bytes], list[int]] = {}
    for number, spectrum in enumerate(spectra):
        own_widths = b"" if spectrum.widths is None else spectrum.widths.tobytes()
        pattern = np.packbits(np.isfinite(spectrum.values)).tobytes()
        alike.setdefault((spectrum.wavelengths.tobytes(), own_widths, pattern), []).append(number)
    for numbers in alike.values():
        first = spectra[numbers[0]]
        valid = np.isfinite(first.values)
        if valid.sum() < 2:
            continue
        widths = None if first.widths is None else first.widths[valid]
        weights, covered = _weights(first.wavelengths[valid], widths, bands)
        values = np.stack([spectra[number].values[valid] for number in numbers]) @ weights.T
        resampled[numbers] = np.where(covered, values, np.nan)
    return resampled


def _weights(
    channels: Values, widths: Values | None, bands: BandGrid
) -> tuple[Values, np.typing.NDArray[np.bool_]]:
    """Weights (bands, channels), and the bands that the channels cover."""
    centres = bands.centres
    upper = np.clip(np.searchsorted(channels, centres), 1, len(channels) - 1)
    lower = upper - 1
    gap = channels[upper] - channels[lower]
    steps = np.abs(_spacing(centres))
    tolerance = np.minimum(MAX_EXTRAPOLATION_STEPS * steps, MAX_EXTRAPOLATION)
    covered = (centres >= channels[0] - tolerance) & (centres <= channels[-1] + tolerance)
    nearest = np.minimum(np.abs(centres - channels[lower]), np.abs(channels[upper] - centres))
    is_measured = (nearest <= bands.widths / 2) | (nearest <= SAME_WAVELENGTH)
    covered &= (gap <= MAX_GAP) | bands.in_water_vapour | is_measured
    share = np.clip((centres - channels[lower]) / gap, 0.0, 1.0)
    weights = np.zeros((len(centres), len(channels)))
    rows = np.arange(len(centres))
    weights[rows, lower] = 1 - share
    weights[rows, upper] += share
    own = np.zeros(len(centres)) if widths is None else np.interp(centres, channels, widths)
    response = np.sqrt(np.maximum(bands.widths**2 - own**2, 0.0))
    inside = (centres >= channels[0]) & (centres <= channels[-1])
    averaged = np.flatnonzero(inside & covered & (response >= _MIN_CHANNELS * gap))
    deviation = response[averaged, None] / _FWHM_PER_DEVIATION
    distance = (channels - centres[averaged, None]) / deviation
    gaussian = np.exp(-0.5 * distance**2) * (np.abs(distance) <= _RESPONSE_LIMIT)
    gaussian *= _spacing(channels)
    weights[averaged] = gaussian / gaussian.sum(axis=1, keepdims=True)
    return weights, covered


def _spacing(positions: Values) -> Values:
    """The distance between neighbours at each position."""
    return np.gradient(positions)
