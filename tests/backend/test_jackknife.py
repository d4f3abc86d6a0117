"""Standard errors by the jackknife within strata."""

from __future__ import annotations

import numpy as np
import pytest

from backend.metrics import jackknife as module
from backend.metrics.jackknife import jackknife

pytestmark = pytest.mark.backend


def means(sums: np.ndarray) -> np.ndarray:
    """The mean of (value, count) sums."""
    return np.asarray(sums[:, :1] / sums[:, 1:])


def counted(values: np.ndarray) -> np.ndarray:
    """Values of groups with their counts."""
    return np.column_stack([values, np.ones(len(values))])


def test_the_error_of_a_mean_is_that_of_the_textbook() -> None:
    values = np.random.default_rng(0).normal(0, 1, 12)
    found = jackknife(counted(values), np.zeros(12), means)
    assert found.error == pytest.approx(values.std(ddof=1) / np.sqrt(12))
    assert found.degrees_of_freedom == pytest.approx(11)


def test_strata_add_up_and_keep_their_weights() -> None:
    rng = np.random.default_rng(1)
    values, strata = rng.normal(0, 1, 10), np.repeat([0, 1], [2, 8])
    values[strata == 1] += 100  # the difference of strata is no error
    found = jackknife(counted(values), strata, means)
    variances = [
        (np.sum(strata == number) / 10) ** 2
        * values[strata == number].var(ddof=1)
        / np.sum(strata == number)
        for number in (0, 1)
    ]
    assert found.error == pytest.approx(np.sqrt(sum(variances)))


@pytest.mark.parametrize("strata", [2, 10, 50])
def test_strata_of_two_groups_have_one_degree_of_freedom_each(strata: int) -> None:
    number = np.repeat(np.arange(strata), 2)
    alike = jackknife(counted(np.tile([0.0, 1.0], strata)), number, means)
    assert 1 <= float(alike.degrees_of_freedom[0]) <= strata
    one = jackknife(counted(np.r_[np.zeros(2 * strata - 1), 1.0]), number, means)
    assert one.degrees_of_freedom == pytest.approx(1)
    assert one.quantiles == pytest.approx(12.706, abs=0.01)


def test_degrees_of_freedom_are_right_on_average() -> None:
    """Those of normally distributed values in ten strata of two groups are ten."""
    rng, number = np.random.default_rng(2), np.repeat(np.arange(10), 2)
    found = [
        float(jackknife(counted(rng.normal(0, 1, 20)), number, means).degrees_of_freedom[0])
        for _ in range(300)
    ]
    assert 6 < np.mean(found) <= 10


def test_groups_that_agree_have_no_error() -> None:
    found = jackknife(counted(np.full(6, 0.3)), np.repeat([0, 1], 3), means)
    assert float(found.error[0]) < module.ROUNDING
    assert found.degrees_of_freedom == pytest.approx(4)


def test_a_stratum_of_one_group_adds_no_variance() -> None:
    values = np.array([0.0, 1.0, 5.0])
    found = jackknife(counted(values), np.array([0, 0, 1]), means)
    assert found.error == pytest.approx(np.sqrt((2 / 3) ** 2 * 0.5 / 2))


def test_strata_of_one_group_only_have_no_error() -> None:
    found = jackknife(counted(np.arange(3.0)), np.arange(3), means)
    assert np.isnan(found.error).all()


def test_no_groups_have_no_error() -> None:
    with np.errstate(invalid="ignore"):
        found = jackknife(np.zeros((0, 2)), np.zeros(0), means)
    assert np.isnan(found.error).all()


def test_groups_in_parts_give_the_same_error(monkeypatch: pytest.MonkeyPatch) -> None:
    groups = counted(np.random.default_rng(3).normal(0, 1, 50))
    whole = jackknife(groups, np.arange(50) % 3, means)
    monkeypatch.setattr(module, "_MAX_ELEMENTS", 7)
    parts = jackknife(groups, np.arange(50) % 3, means)
    assert parts.error == pytest.approx(whole.error)
