"""Columns rounded to quantiles: few levels, the same order, and rare classes apart from others."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from classifiers_support import SILENT, plain_samples

from backend.classifiers.classic import LEVELS, Forest
from backend.classifiers.quantile_rounding import MIN_ROWS_PER_LEVEL, round_to_quantiles

pytestmark = pytest.mark.backend

RNG = np.random.default_rng(3)
COUNT = 16
ROWS = 3 * COUNT * MIN_ROWS_PER_LEVEL
VALUES = RNG.normal(size=(ROWS, 5)).astype(np.float32)
EQUAL = np.ones(ROWS)


def rare_samples(rows: int, rare: int) -> tuple[np.ndarray, np.ndarray]:
    """One column of two classes; the rare one has the largest values."""
    target = (np.arange(rows) < rare).astype(int)
    column = np.where(target == 1, RNG.uniform(1.02, 1.03, rows), RNG.uniform(0, 1, rows))
    return column.astype(np.float32)[:, None], target


def test_each_column_has_up_to_so_many_of_its_own_values() -> None:
    found = round_to_quantiles(VALUES, EQUAL, COUNT)
    assert found.shape == VALUES.shape
    assert found.dtype == VALUES.dtype
    for column, original in zip(found.T, VALUES.T, strict=True):
        assert len(np.unique(column)) == COUNT
        assert np.isin(column, original).all()


def test_values_are_rounded_to_the_nearest_level() -> None:
    found = round_to_quantiles(VALUES, EQUAL, COUNT)
    for column, original in zip(found.T, VALUES.T, strict=True):
        distances = np.abs(original[:, None] - np.unique(column)[None])
        assert np.allclose(np.abs(original - column), distances.min(axis=1))


def test_a_split_between_levels_divides_the_values_as_it_divides_the_levels() -> None:
    found = round_to_quantiles(VALUES, EQUAL, COUNT)
    for column, original in zip(found.T, VALUES.T, strict=True):
        levels = np.unique(column).astype(np.float64)
        for low, high in pairwise(levels):
            split = low / 2 + high / 2
            assert ((column <= split) == (original <= split)).all()


def test_levels_divide_the_weights_of_the_rows_evenly() -> None:
    weights = np.where(VALUES[:, 0] > 1, 50.0, 1.0)
    above = weights @ (VALUES[:, 0] > 1) / weights.sum()
    levels = np.unique(round_to_quantiles(VALUES, weights, COUNT)[:, 0])
    assert (levels > 1).mean() == pytest.approx(above, abs=1 / COUNT)
    even = np.unique(round_to_quantiles(VALUES, EQUAL, COUNT)[:, 0])
    assert (even > 1).mean() < above / 2


def test_the_order_of_the_rows_does_not_matter() -> None:
    order = RNG.permutation(ROWS)
    weights = RNG.integers(1, 5, ROWS) / 4  # sums of which are exact
    found = round_to_quantiles(VALUES, weights, COUNT)
    assert np.array_equal(round_to_quantiles(VALUES[order], weights[order], COUNT), found[order])


def test_few_rows_are_not_rounded() -> None:
    few = COUNT * MIN_ROWS_PER_LEVEL - 1
    assert np.array_equal(round_to_quantiles(VALUES[:few], EQUAL[:few], COUNT), VALUES[:few])


@pytest.mark.parametrize("kinds", [1, 2, 7])
def test_columns_of_few_values_stay_as_they_are(kinds: int) -> None:
    values = (np.arange(ROWS * 2).reshape(ROWS, 2) % kinds).astype(np.float32)
    assert np.array_equal(round_to_quantiles(values, EQUAL, COUNT), values)


def test_values_that_are_given_are_not_changed() -> None:
    before = VALUES.copy()
    round_to_quantiles(VALUES, EQUAL, COUNT)
    assert np.array_equal(VALUES, before)


def test_the_splits_of_a_forest_lie_between_few_levels() -> None:
    rows = 8 * LEVELS * MIN_ROWS_PER_LEVEL
    spectra = RNG.normal(size=(rows, 1))
    samples = plain_samples(spectra, (spectra[:, 0] * 40).astype(int) % 2)
    forest = Forest(0, tree_fraction=0.02)
    forest.fit(samples, SILENT)
    state = forest.state()
    splits = np.unique(state["threshold"][state["feature"] >= 0])
    counts = np.searchsorted(np.sort(samples.spectra[:, 0]), splits)
    # values between two splits are those of whole levels
    assert len(splits) > LEVELS / 2
    assert np.median(np.diff(counts)) > rows / LEVELS / 4


def test_a_rare_class_among_many_pixels_of_another_one_is_found() -> None:
    spectra, target = rare_samples(8000, 12)
    forest = Forest(0, tree_fraction=0.1)
    forest.fit(plain_samples(spectra, target), SILENT)
    wanted, known = rare_samples(2000, 300)
    none = np.zeros((len(wanted), 0), np.float32)
    predicted = forest.predict_variants(wanted, none, [0])[0].argmax(axis=1)
    assert (predicted == known)[known == 1].mean() > 0.9
    assert (predicted == known)[known == 0].mean() > 0.995
