"""Centring within groups (`classifiers.covariance`)."""

from __future__ import annotations

import numpy as np
import pytest
from classifiers_support import plain_samples

from backend.classifiers.applicability import discriminating_axes
from backend.classifiers.covariance import (
    CentredGroups,
    WithinClasses,
    shrinkage_intensity,
    shrunk_covariance,
)

pytestmark = pytest.mark.backend


def test_rows_are_centred_by_group_in_double_precision() -> None:
    values = np.array([[1.0, 10.0], [3.0, 20.0], [7.0, 5.0]], np.float32)
    centred = CentredGroups.of(values, np.array([4, 4, 2]))
    assert centred.labels.tolist() == [2, 4]
    assert centred.index.tolist() == [1, 1, 0]
    assert centred.sizes.tolist() == [1, 2]
    assert centred.means.tolist() == [[7, 5], [2, 15]]
    assert centred.residuals.tolist() == [[-1, -5], [1, 5], [0, 0]]
    assert centred.residuals.dtype == np.float64


def test_residuals_of_classes_have_the_pooled_variance() -> None:
    rng = np.random.default_rng(0)
    target = np.repeat([0, 3], [5, 9])
    values = rng.normal(0, 2, (14, 4))
    within = WithinClasses.of(values, target)
    squares = sum(
        ((values[target == label] - values[target == label].mean(axis=0)) ** 2).sum(axis=0)
        for label in (0, 3)
    )
    assert within.classes.tolist() == [0, 3]
    assert (within.residuals**2).mean(axis=0) == pytest.approx(squares / (14 - 2))


def test_polygons_of_one_pixel_do_not_change_the_axes_of_applicability() -> None:
    rng = np.random.default_rng(1)
    spectra = rng.normal(0, 1, (120, 5)) + np.repeat(rng.normal(0, 4, (12, 5)), 10, axis=0)
    samples = plain_samples(spectra, np.arange(120) % 2, np.repeat(np.arange(12), 10))
    single = plain_samples(
        np.concatenate([spectra, 50 + spectra[:1]]), np.r_[np.arange(120) % 2, 0],
        np.r_[np.repeat(np.arange(12), 10), 99],
    )  # fmt: skip
    scene = samples.spectra
    assert np.array_equal(discriminating_axes(samples, scene), discriminating_axes(single, scene))


@pytest.mark.parametrize("shape", [(40, 1), (2, 6), (3, 6), (400, 6), (50, 200)])
@pytest.mark.parametrize("scale", [1e-3, 1.0, 1e3])
def test_the_shrinkage_is_that_of_scikit_learn_to_the_last_bit(
    shape: tuple[int, int], scale: float
) -> None:
    from sklearn.covariance import ledoit_wolf

    values = scale * np.random.default_rng(2).normal(0, np.arange(1, shape[1] + 1), shape)
    expected, intensity = ledoit_wolf(values, assume_centered=True)
    assert shrinkage_intensity(values, values.T @ values) == intensity
    assert shrunk_covariance(values) == pytest.approx(expected, rel=1e-15, abs=0)


def test_equal_directions_need_no_shrinkage() -> None:
    values = np.array([[1.0, 0.0], [0.0, 1.0], [-1.0, 0.0], [0.0, -1.0]])
    assert shrinkage_intensity(values, values.T @ values) == 0
