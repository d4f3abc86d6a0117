"""Spectra of a library at the bands of a scene: averaged, interpolated, or not covered."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from backend.labels.libraries.resampling import BandGrid, resample
from backend.labels.libraries.spectra import Spectrum, make_spectra
from backend.scene.bands import Band

pytestmark = pytest.mark.backend


def bands(centres: Sequence[float], width: float | None = 10.0) -> BandGrid:
    grid = BandGrid.of([Band(at, centre, width, False) for at, centre in enumerate(centres, 1)])
    assert grid is not None
    return grid


def library(
    values: np.ndarray, wavelengths: np.ndarray, widths: np.ndarray | None = None
) -> list[Spectrum]:
    return make_spectra(["a"] * len(values), values, wavelengths, "nm", widths=widths)


FINE = np.arange(400.0, 1001.0)


def test_a_band_averages_the_channels_under_its_response() -> None:
    line = np.zeros(len(FINE))
    line[FINE == 700] = 1.0
    (found,) = resample(library(line[None], FINE), bands([690, 700, 705, 760], 20.0))
    deviation = 20 / 2.354820045
    expected = np.exp(-0.5 * (np.array([10, 0, 5, 60]) / deviation) ** 2) / (
        deviation * np.sqrt(2 * np.pi)
    )
    expected[3] = 0.0
    np.testing.assert_allclose(found, expected, rtol=0.01, atol=1e-9)


def test_straight_spectra_stay_straight_whatever_the_spacing() -> None:
    for channels in (FINE, np.sort(np.r_[FINE[::3], FINE[::7] + 0.5])):
        slope = 0.1 + 0.0005 * channels
        centres = np.array([450.0, 555.5, 702.0, 950.0])
        (found,) = resample(library(slope[None], channels), bands(centres))
        np.testing.assert_allclose(found, 0.1 + 0.0005 * centres, rtol=1e-3)


def test_channels_of_a_scene_are_interpolated_and_those_of_the_same_scene_kept() -> None:
    centres = np.arange(400.0, 1000.0, 9.5)
    values = np.random.default_rng(0).random((3, len(centres)))
    np.testing.assert_array_equal(resample(library(values, centres), bands(centres)), values)
    (found,) = resample(library(values[:1], centres), bands([404.75, 500.0]))
    assert found[0] == pytest.approx(values[0, :2].mean())


def test_a_library_as_wide_as_the_bands_is_not_smoothed_again() -> None:
    values = np.sin(FINE / 5.0)[None]
    widths = np.full(len(FINE), 10.0)
    (found,) = resample(library(values, FINE, widths), bands([500.0, 600.25]))
    assert found[0] == pytest.approx(values[0, 100])
    assert found[1] == pytest.approx(0.75 * values[0, 200] + 0.25 * values[0, 201])


def test_bands_outside_of_the_library_and_in_gaps_are_missing() -> None:
    values = np.full((2, len(FINE)), 0.3)
    values[0, (FINE > 600) & (FINE < 700)] = np.nan  # wider than what is interpolated
    values[1, (FINE > 600) & (FINE < 650)] = np.nan
    found = resample(library(values, FINE), bands([390, 410, 625, 690, 995, 1005, 1040, 1075]))
    covered = np.isfinite(found)
    assert covered[0].tolist() == [True, True, False, False, True, True, False, False]
    assert covered[1].tolist() == [True, True, True, True, True, True, False, False]


def test_gaps_in_ranges_of_water_vapour_are_interpolated() -> None:
    channels = np.arange(1300.0, 1501.0)
    values = np.full((1, len(channels)), 0.3)
    values[0, (channels > 1345) & (channels < 1455)] = np.nan
    (found,) = resample(library(values, channels), bands([1320, 1400, 1480]))
    np.testing.assert_allclose(found, 0.3)


def test_without_widths_bands_are_as_wide_as_their_distance() -> None:
    grid = bands([500, 510, 530, 550], None)
    assert grid.widths.tolist() == [10, 15, 20, 20]
    assert BandGrid.of([Band(1, None, None, False), Band(2, 500, None, False)]) is None


def test_many_spectra_with_missing_channels_of_their_own_are_resampled() -> None:
    rng = np.random.default_rng(0)
    values = np.full((200, len(FINE)), 0.25)
    values[rng.random(values.shape) < 0.02] = np.nan
    found = resample(library(values, FINE), bands(np.arange(420, 980, 10)))
    np.testing.assert_allclose(found, 0.25)


def test_a_band_at_a_channel_is_covered_however_far_the_others_are() -> None:
    channels = np.array([450.0, 700.0, 1600.0])
    found = resample(library(np.array([[0.1, 0.2, 0.3]]), channels), bands([450, 702, 900, 1600]))
    assert np.isfinite(found).tolist() == [[True, True, False, True]]


def test_a_library_covers_the_bands_that_it_was_written_for_however_narrow_they_are() -> None:
    """Files round their wavelengths, by more than half the width of some bands."""
    centres = np.array([442.137, 531.046, 859.8321, 1240.9876, 2299.9004])
    values = np.arange(1.0, 6.0)[None] / 10
    for width in (0.01, 8.0):
        (found,) = resample(library(values, np.round(centres, 1)), bands(centres, width))
        np.testing.assert_allclose(found, values[0], atol=1e-3)
