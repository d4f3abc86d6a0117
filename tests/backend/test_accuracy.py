"""Intervals are the wider the fewer polygons there are, and never narrower than the bootstrap's."""

from __future__ import annotations

import numpy as np
import pytest

from backend.metrics.accuracy import _interval, accuracy_metrics, bootstrap, resampled

pytestmark = pytest.mark.backend

NAMES = ("overall", "average", "kappa", "users", "producers", "f1", "iou")


def matrices(polygons: int, right: float = 0.8, seed: int = 0) -> np.ndarray:
    """Of each of two classes so many polygons of 50 pixels; how much is right varies a little."""
    rng = np.random.default_rng(seed)
    found = np.zeros((2 * polygons, 2, 2), int)
    shares = np.clip(right + 0.1 * np.linspace(-1, 1, polygons), 0, 1)
    for number in range(2 * polygons):
        own = number % 2
        good = round(50 * shares[rng.permutation(polygons)[0] if polygons > 20 else number // 2])
        found[number, own, own], found[number, 1 - own, own] = good, 50 - good
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("right", [0.6, 0.8])
def test_fewer_polygons_mean_a_wider_interval(name: str, right: float) -> None:
    widths = []
    for polygons in (2, 5, 20):
        found = getattr(bootstrap(matrices(polygons, right)), name)
        widths.append(found.high - found.low)
    assert (widths[0] > widths[1]).all()
    assert (widths[1] > widths[2]).all()
    assert (widths[2] > 0).all()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "kappa"])
@pytest.mark.parametrize("right", [0.5, 1.0])
def test_agreement_of_few_polygons_is_less_certain_than_that_of_many(
    name: str, right: float
) -> None:
    widths = []
    for polygons in (2, 5, 20):
        same = matrices(polygons)
        good = round(50 * right)
        for number, matrix in enumerate(same):
            own = number % 2
            matrix[own, own], matrix[1 - own, own] = good, 50 - good
        found = getattr(bootstrap(same), name)
        widths.append(found.high - found.low)
    assert (widths[0] > widths[1]).all()
    assert (widths[1] > widths[2]).all()


@pytest.mark.parametrize("polygons", [2, 3, 5, 20, 200])
@pytest.mark.parametrize("right", [0.55, 0.8, 0.95])
def test_intervals_are_never_narrower_than_plain_resampling(polygons: int, right: float) -> None:
    found = matrices(polygons, right)
    samples = accuracy_metrics(resampled(found))
    intervals = bootstrap(found)
    for name in NAMES:
        plain = _interval(getattr(samples, name), 0.95, True)
        wide = getattr(intervals, name)
        assert (wide.low <= plain.low + 1e-12).all(), name
        assert (wide.high >= plain.high - 1e-12).all(), name
        lowest = -1 if name == "kappa" else 0
        assert ((wide.low >= lowest) & (wide.high <= 1)).all()
