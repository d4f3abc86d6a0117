"""Intervals widen as polygons become fewer, and contain what they estimate."""

from __future__ import annotations

import numpy as np
import pytest

from backend.metrics.accuracy import (
    AccuracyMetrics,
    confusion_matrix,
    grouped_confusion_matrices,
)
from backend.metrics.intervals import METRICS, Intervals, group_intervals

pytestmark = pytest.mark.backend


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


@pytest.mark.parametrize("name", METRICS)
@pytest.mark.parametrize("right", [0.6, 0.8])
def test_fewer_polygons_give_a_wider_interval(name: str, right: float) -> None:
    widths = []
    for polygons in (2, 5, 20):
        found = getattr(group_intervals(matrices(polygons, right)), name)
        widths.append(found.high - found.low)
    assert (widths[0] > widths[1]).all()
    assert (widths[1] > widths[2]).all()
    assert (widths[2] > 0).all()


@pytest.mark.parametrize("name", METRICS)
@pytest.mark.parametrize("right", [0.5, 1.0])
def test_equal_polygons_give_a_wider_interval_where_they_are_few(name: str, right: float) -> None:
    widths = []
    for polygons in (2, 5, 20):
        same = matrices(polygons)
        good = round(50 * right)
        for number, matrix in enumerate(same):
            own = number % 2
            matrix[own, own], matrix[own, 1 - own] = good, 50 - good
        found = getattr(group_intervals(same), name)
        widths.append(found.high - found.low)
    assert (widths[0] > widths[1]).all()
    assert (widths[1] > widths[2]).all()


#: Mean accuracies of the classes, and the correlation of the pixels of a polygon.
LANDSCAPES = {
    "classes alike": ([0.8] * 10, 0.4),
    "most classes easy": ([0.98] * 7 + [0.6, 0.5, 0.4], 0.4),
    "few classes": ([0.95, 0.9, 0.8, 0.6], 0.4),
    "all classes easy": ([0.99, 0.98, 0.97], 0.4),
    "independent pixels": ([0.9, 0.7], 0.1),
}


def drawn(
    rng: np.random.Generator, counts: list[int], right: list[float], rho: float
) -> np.ndarray:
    """Polygons of 3 to 16 pixels; their accuracies vary around that of their class."""
    classes = len(right)
    found = np.zeros((sum(counts), classes, classes), int)
    for number, own in enumerate(np.repeat(np.arange(classes), counts)):
        pixels = rng.integers(3, 17)
        share = rng.beta(right[own] * (1 / rho - 1), (1 - right[own]) * (1 / rho - 1))
        good = rng.binomial(pixels, share)
        found[number, own, own] = good
        found[number, own, (own + 1 + rng.integers(classes - 1)) % classes] += pixels - good
    return found


def truth(right: list[float]) -> AccuracyMetrics:
    """The metrics of infinitely many polygons."""
    classes = len(right)
    expected = np.tile(((1 - np.array(right)) / (classes - 1))[:, None], classes)
    np.fill_diagonal(expected, right)
    return AccuracyMetrics.from_confusion(expected)


def coverage(counts: list[int], right: list[float], rho: float, draws: int) -> dict[str, float]:
    """The share of the intervals of each metric that contain the truth."""
    rng, true = np.random.default_rng(5), truth(right)
    inside: dict[str, list[bool]] = {name: [] for name in METRICS}
    for _ in range(draws):
        intervals = group_intervals(drawn(rng, counts, right, rho))
        for name in METRICS:
            interval = getattr(intervals, name)
            known = np.isfinite(interval.low)
            contains = (interval.low <= getattr(true, name)) & (
                getattr(true, name) <= interval.high
            )
            inside[name] += np.atleast_1d(contains)[np.atleast_1d(known)].tolist()
    return {name: float(np.mean(values)) for name, values in inside.items()}


@pytest.mark.parametrize("polygons", [2, 3, 5, 10])
@pytest.mark.parametrize("landscape", LANDSCAPES)
def test_the_intervals_contain_the_truth(polygons: int, landscape: str) -> None:
    right, rho = LANDSCAPES[landscape]
    found = coverage([polygons] * len(right), right, rho, draws=200)
    # 95 % less four standard errors of a share of 200
    assert min(found[name] for name in ("overall", "average", "kappa")) >= 0.89, found
    assert min(found.values()) >= 0.88, found


def test_the_intervals_contain_the_truth_where_classes_differ_in_polygons() -> None:
    right, rho = LANDSCAPES["few classes"]
    for counts in ([2, 10, 10, 2], [10, 5, 3, 2], [20, 20, 20, 2]):
        found = coverage(counts, right, rho, draws=200)
        assert found["average"] >= 0.89, (counts, found)


def test_the_number_of_other_polygons_does_not_narrow_the_interval_of_a_class() -> None:
    rng = np.random.default_rng(0)
    few, many = (drawn(rng, [count, 2], [0.8, 0.7], 0.1) for count in (2, 60))
    many[-2:] = few[-2:]
    widths = []
    for found in (few, many):
        interval = group_intervals(found).recall
        widths.append(float(interval.high[1] - interval.low[1]))
    assert widths[0] == pytest.approx(widths[1])


def test_a_class_of_few_polygons_is_not_outweighed_by_the_polygons_of_others() -> None:
    """Its variance dominates that of the average, and has one degree of freedom."""
    few = np.array([[[10, 0], [0, 0]]] * 60 + [[[0, 0], [1, 9]], [[0, 0], [7, 3]]])
    interval = group_intervals(few).average
    # twice the half difference of the two polygons, in one of two classes
    assert float(interval.high - interval.low) > 0.3


class TestSingleGroups:
    """A class with a single polygon."""

    ONE = np.array([[[9, 1], [0, 0]], [[6, 4], [0, 0]], [[0, 0], [2, 5]]])

    def test_it_has_no_interval(self) -> None:
        found = group_intervals(self.ONE)
        for name in ("recall", "precision", "f1", "iou"):
            limits = getattr(found, name)
            assert np.isfinite([limits.low[0], limits.high[0]]).all(), name
            assert np.isnan([limits.low[1], limits.high[1]]).all(), name

    def test_it_widens_the_intervals_of_all_classes(self) -> None:
        """It varies as the others do, not less."""
        found = group_intervals(self.ONE)
        without = group_intervals(self.ONE[:2])
        assert np.isfinite([found.overall.low, found.overall.high]).all()
        width = float(found.overall.high - found.overall.low)
        assert width > 0.5 * float(without.overall.high - without.overall.low)

    def test_classes_of_one_group_only_have_no_intervals_at_all(self) -> None:
        found = group_intervals(self.ONE[1:])
        for name in METRICS:
            limits = getattr(found, name)
            assert np.isnan(limits.low).all(), name
            assert np.isnan(limits.high).all(), name


class TestModelsWithAllGroups:
    """Models that are tested have fewer polygons than the one that makes the map."""

    def raised(self, share: float) -> tuple[Intervals, Intervals]:
        plain = group_intervals(matrices(5))
        return plain, plain.of_models_with_all_groups(np.full(2, share))

    @pytest.mark.parametrize("name", METRICS)
    def test_only_upper_limits_are_raised(self, name: str) -> None:
        for share in (0.5, 0.8):
            plain, raised = (getattr(intervals, name) for intervals in self.raised(share))
            assert (raised.low == plain.low).all()
            assert np.allclose(1 - raised.high, share * (1 - plain.high))

    def test_the_fewer_polygons_they_have_the_higher(self) -> None:
        half, most = (self.raised(share)[1].overall.high for share in (0.5, 0.8))
        assert half > most

    def test_a_class_that_was_not_tested_has_no_share(self) -> None:
        plain = group_intervals(matrices(5))
        raised = plain.of_models_with_all_groups(np.array([0.6, np.nan]))
        assert float(1 - raised.overall.high) == pytest.approx(0.6 * float(1 - plain.overall.high))


class TestGroups:
    """Pixels in groups."""

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
            found = group_intervals(grouped_confusion_matrices(*self.grouped(size), 2))
            return float(found.overall.high - found.overall.low)

        assert width(100) == pytest.approx(width(1), abs=0.02)
        assert width(1) > 0.2

    def test_the_interval_contains_the_metric(self) -> None:
        parts = grouped_confusion_matrices(*self.grouped(5), 2)
        found, metrics = (
            group_intervals(parts),
            AccuracyMetrics.from_confusion(parts.sum(axis=0)),
        )
        for name in METRICS:
            interval, value = getattr(found, name), getattr(metrics, name)
            assert (interval.low <= value).all(), name
            assert (value <= interval.high).all(), name

    def test_the_interval_of_a_perfect_sample_has_a_width(self) -> None:
        parts = np.zeros((10, 2, 2))
        parts[:5, 0, 0] = parts[5:, 1, 1] = 4
        found = group_intervals(parts)
        assert found.recall.high.tolist() == [1, 1]
        assert (found.recall.low < 0.7).all()
        assert (found.recall.low > 0.4).all()
