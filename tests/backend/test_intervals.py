"""Intervals widen as polygons become fewer and are never narrower than the plain bootstrap."""

from __future__ import annotations

import numpy as np
import pytest

from backend.metrics.accuracy import (
    AccuracyMetrics,
    confusion_matrix,
    grouped_confusion_matrices,
)
from backend.metrics.intervals import _quantile_interval, bootstrap_intervals, resampled_matrices

pytestmark = pytest.mark.backend

NAMES = ("overall", "average", "kappa", "precision", "recall", "f1", "iou")


def matrices(polygons: int, right: float = 0.8, seed: int = 0) -> np.ndarray:
    """Polygons of 50 pixels, this many in each of two classes, with slightly varying accuracy."""
    rng = np.random.default_rng(seed)
    found = np.zeros((2 * polygons, 2, 2), int)
    shares = np.clip(right + 0.1 * np.linspace(-1, 1, polygons), 0, 1)
    for number in range(2 * polygons):
        own = number % 2
        good = round(50 * shares[rng.permutation(polygons)[0] if polygons > 20 else number // 2])
        found[number, own, own], found[number, own, 1 - own] = good, 50 - good
    return found


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("right", [0.6, 0.8])
def test_fewer_polygons_give_a_wider_interval(name: str, right: float) -> None:
    widths = []
    for polygons in (2, 5, 20):
        found = getattr(bootstrap_intervals(matrices(polygons, right)), name)
        widths.append(found.high - found.low)
    assert (widths[0] > widths[1]).all()
    assert (widths[1] > widths[2]).all()
    assert (widths[2] > 0).all()


@pytest.mark.parametrize("name", [name for name in NAMES if name != "kappa"])
@pytest.mark.parametrize("right", [0.5, 1.0])
def test_equal_polygons_give_a_wider_interval_where_they_are_few(name: str, right: float) -> None:
    widths = []
    for polygons in (2, 5, 20):
        same = matrices(polygons)
        good = round(50 * right)
        for number, matrix in enumerate(same):
            own = number % 2
            matrix[own, own], matrix[own, 1 - own] = good, 50 - good
        found = getattr(bootstrap_intervals(same), name)
        widths.append(found.high - found.low)
    assert (widths[0] > widths[1]).all()
    assert (widths[1] > widths[2]).all()


@pytest.mark.parametrize("polygons", [2, 3, 5, 20, 200])
@pytest.mark.parametrize("right", [0.55, 0.8, 0.95])
def test_intervals_are_never_narrower_than_the_plain_bootstrap(polygons: int, right: float) -> None:
    found = matrices(polygons, right)
    samples = AccuracyMetrics.from_confusion(resampled_matrices(found))
    intervals = bootstrap_intervals(found)
    for name in NAMES:
        quantiles = _quantile_interval(getattr(samples, name), 0.95, np.array(True))
        interval = getattr(intervals, name)
        assert (interval.low <= quantiles.low + 1e-12).all(), name
        assert (interval.high >= quantiles.high - 1e-12).all(), name
        lowest = -1 if name == "kappa" else 0
        assert ((interval.low >= lowest) & (interval.high <= 1)).all()


class TestBootstrap:
    """Bootstrap over groups."""

    def grouped(self, size: int, seed: int = 0) -> tuple[np.ndarray, ...]:
        """Two classes in forty groups; all pixels of a group are correct or none is."""
        rng = np.random.default_rng(seed)
        reference = np.repeat(np.arange(40) % 2, size)
        wrong = np.repeat(rng.random(40) < 0.3, size)
        predicted = np.where(wrong, 1 - reference, reference)
        return reference, predicted, np.repeat(np.arange(40), size)

    def test_matrices_of_groups_add_up_to_the_total(self) -> None:
        reference, predicted, groups = self.grouped(7)
        parts = grouped_confusion_matrices(reference, predicted, groups, 2)
        assert parts.shape == (40, 2, 2)
        assert (parts.sum(axis=0) == confusion_matrix(reference, predicted, 2)).all()

    def test_more_pixels_per_group_do_not_narrow_the_interval(self) -> None:
        def width(size: int) -> float:
            found = bootstrap_intervals(grouped_confusion_matrices(*self.grouped(size), 2))
            return float(found.overall.high - found.overall.low)

        assert width(100) == pytest.approx(width(1), abs=0.02)
        assert width(1) > 0.2

    def test_the_interval_contains_the_metric(self) -> None:
        parts = grouped_confusion_matrices(*self.grouped(5), 2)
        found, metrics = (
            bootstrap_intervals(parts),
            AccuracyMetrics.from_confusion(parts.sum(axis=0)),
        )
        for name in ("overall", "average", "kappa", "precision", "recall", "f1", "iou"):
            interval, value = getattr(found, name), getattr(metrics, name)
            assert (interval.low <= value).all(), name
            assert (value <= interval.high).all(), name

    def test_a_class_of_one_group_has_no_interval(self) -> None:
        parts = np.array([[[9, 1], [0, 0]], [[8, 0], [0, 0]], [[0, 0], [2, 5]]])
        found = bootstrap_intervals(parts)
        assert np.isfinite(found.recall.low[0])
        assert np.isnan(found.recall.low[1])

    def test_the_interval_of_a_perfect_sample_has_a_width(self) -> None:
        parts = np.zeros((10, 2, 2))
        parts[:5, 0, 0] = parts[5:, 1, 1] = 4
        found = bootstrap_intervals(parts)
        assert found.recall.high.tolist() == [1, 1]
        assert (found.recall.low < 0.7).all()
        assert (found.recall.low > 0.4).all()

    def test_same_seed_same_intervals(self) -> None:
        parts = grouped_confusion_matrices(*self.grouped(5), 2)
        assert bootstrap_intervals(parts, 4).overall == bootstrap_intervals(parts, 4).overall
        assert bootstrap_intervals(parts, 4).overall != bootstrap_intervals(parts, 5).overall
