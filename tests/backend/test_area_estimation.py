"""Accuracy and areas estimated from a sample: worked examples, and the truth in the long run."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pytest
from sklearn import metrics

from backend.metrics import accuracy
from backend.metrics.area_estimation import by_map_class, estimate, unsampled

pytestmark = pytest.mark.backend


class TestOlofsson2014:
    """Good practices for estimating area and assessing accuracy of land change, tables 8 and 9."""

    # deforestation, forest gain, stable forest, stable non-forest; map in rows
    counts = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
    pixels = np.array([200_000, 150_000, 3_200_000, 6_450_000])  # of 30 m
    found = estimate(by_map_class(counts), pixels)

    def test_area_shares_of_the_error_matrix(self) -> None:
        assert self.found.matrix.round(4).tolist() == [
            [0.0176, 0.0000, 0.0013, 0.0011],
            [0.0000, 0.0110, 0.0016, 0.0024],
            [0.0019, 0.0000, 0.2967, 0.0213],
            [0.0040, 0.0020, 0.0179, 0.6212],
        ]

    def test_areas_with_their_margins(self) -> None:
        hectares = self.pixels.sum() * 0.09
        areas = self.found.area.value * hectares
        assert areas.round().tolist() == [21_158, 11_686, 285_770, 581_386]
        margins = self.found.area.margin * hectares
        assert margins.round().tolist() == [6_158, 3_756, 15_510, 16_281]

    def test_deforestation_in_pixels(self) -> None:
        assert round(self.found.area.value[0] * self.pixels.sum()) == 235_086
        error = self.found.area.error[0] * self.pixels.sum()
        assert round(error) == 34_907
        # the paper multiplies by 1.96
        assert round(1.96 * error) == 68_418

    def test_overall_accuracy(self) -> None:
        assert round(float(self.found.overall.value), 2) == 0.95
        assert round(float(self.found.overall.margin), 2) == 0.02

    def test_users_accuracy(self) -> None:
        assert self.found.users.value.round(2).tolist() == [0.88, 0.73, 0.93, 0.96]
        assert self.found.users.margin.round(2).tolist() == [0.07, 0.10, 0.04, 0.02]

    def test_producers_accuracy(self) -> None:
        assert self.found.producers.value.round(2).tolist() == [0.75, 0.85, 0.93, 0.96]
        assert self.found.producers.margin.round(2).tolist() == [0.21, 0.25, 0.03, 0.02]


class TestOlofsson2013:
    """Making better use of accuracy data in land change studies."""

    def test_first_example(self) -> None:
        counts = np.array([[97, 0, 3], [3, 279, 18], [2, 1, 97]])
        pixels = np.array([22_353, 1_122_543, 610_228])
        found = estimate(by_map_class(counts), pixels)
        assert round(float(found.area.value[0]), 3) == 0.026
        assert round(float(found.area.value[0]) * pixels.sum()) == 45_112
        assert round(float(found.area.margin[0]) * pixels.sum()) == 21_072
        assert found.users.value.round(2).tolist() == [0.97, 0.93, 0.97]
        assert found.producers.value.round(2).tolist() == [0.48, 0.99, 0.90]
        assert round(float(found.overall.value), 2) == 0.94

    def test_second_example(self) -> None:
        counts = np.array([[127, 66, 54], [2, 322, 17], [0, 15, 540]])
        found = estimate(by_map_class(counts), np.array([0.007, 0.295, 0.698]))
        assert round(float(found.overall.value), 2) == 0.96
        assert round(float(found.overall.margin), 2) == 0.01
        assert found.users.value.round(2).tolist() == [0.51, 0.94, 0.97]
        assert found.users.margin.round(2).tolist() == [0.06, 0.02, 0.01]
        assert found.producers.value.round(2).tolist() == [0.68, 0.93, 0.98]
        assert found.producers.margin.round(2).tolist() == [0.30, 0.03, 0.01]


class TestStehman2014:
    """Strata that are not the map's classes: the numerical example, forty pixels in four strata."""

    mapped = "AAAAAAABBBABBBBBBBBBBBCCCCCCBBDDDDDDDDDD"
    reference = "AAAAACBABCABBBBBAABBCCCCCDDBBADDDDDDDCCB"
    pixels = np.array([40_000, 30_000, 20_000, 10_000])

    @pytest.fixture
    def found(self):
        counts = np.zeros((4, 4, 4))
        for number, (m, r) in enumerate(zip(self.mapped, self.reference, strict=True)):
            counts[number // 10, "ABCD".index(m), "ABCD".index(r)] += 1
        return estimate(counts, self.pixels)

    def test_areas(self, found) -> None:
        assert found.area.value.round(2).tolist() == [0.35, 0.34, 0.20, 0.11]
        assert found.area.error.round(3)[[0, 2]].tolist() == [0.082, 0.064]

    def test_overall_accuracy(self, found) -> None:
        assert round(float(found.overall.value), 2) == 0.63
        assert round(float(found.overall.error), 3) == 0.085

    def test_accuracies_of_class_b(self, found) -> None:
        assert round(float(found.users.value[1]), 3) == 0.574
        assert round(float(found.users.error[1]), 3) == 0.125
        assert round(float(found.producers.value[1]), 3) == 0.794

    def test_a_cell_of_the_error_matrix(self, found) -> None:
        assert found.matrix[1, 2] == pytest.approx(0.08)


# A map and what is truly there, in pixels: uneven classes, uneven errors.
POPULATION = np.array(
    [[52_000, 3_000, 1_500, 500], [2_500, 21_000, 1_000, 500], [700, 900, 9_000, 400],
     [300, 500, 200, 6_000]]
)  # fmt: skip
SIMULATIONS = 2_000


def truth_of(population: np.ndarray) -> dict[str, np.ndarray]:
    """What a sample is to estimate."""
    shares = population / population.sum()
    said = accuracy.accuracy_metrics(population)
    return {
        "overall": said.overall,
        "users": said.users,
        "producers": said.producers,
        "f1": said.f1,
        "iou": said.iou,
        "area": shares.sum(axis=0),
    }


def stratified_samples(drawn: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Matrices of samples drawn without replacement within each map class."""
    rows = [
        rng.multivariate_hypergeometric(POPULATION[index], number, SIMULATIONS)
        for index, number in enumerate(drawn)
    ]
    return np.stack(rows, axis=1)


def random_samples(number: int, rng: np.random.Generator) -> np.ndarray:
    """Matrices of simple random samples of the whole map."""
    flat = rng.multivariate_hypergeometric(POPULATION.ravel(), number, SIMULATIONS, "marginals")
    return flat.reshape(SIMULATIONS, *POPULATION.shape)


def designs() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Counts and strata sizes of many samples under each design."""
    rng = np.random.default_rng(7)
    sizes = POPULATION.sum(axis=1)
    simple = random_samples(800, rng)
    # strata that cut across the map's classes: two halves, one with more errors than the other
    worse = POPULATION // 2 + np.where(np.eye(4, dtype=bool), 0, POPULATION // 4)
    halves = np.stack([POPULATION - worse, worse])
    across = np.stack(
        [
            rng.multivariate_hypergeometric(half.ravel(), 400, SIMULATIONS, "marginals").reshape(
                -1, 4, 4
            )
            for half in halves
        ],
        axis=1,
    )
    return {
        "equal": (by_map_class(stratified_samples(np.full(4, 200), rng)), sizes),
        "proportional": (
            by_map_class(stratified_samples(np.array([456, 200, 88, 56]), rng)),
            sizes,
        ),
        "random": (simple[:, None], np.array([POPULATION.sum()])),
        "post-stratified": (by_map_class(simple), sizes),
        "other strata": (across, halves.sum(axis=(1, 2))),
    }


@pytest.mark.parametrize("design", list(designs()))
class TestLongRun:
    """Two thousand samples from a known map."""

    found: ClassVar = {name: estimate(*drawn) for name, drawn in designs().items()}
    expected = truth_of(POPULATION)

    @pytest.mark.parametrize("figure", ["overall", "area", "users", "producers", "f1", "iou"])
    def test_the_mean_estimate_is_the_truth(self, design: str, figure: str) -> None:
        item = getattr(self.found[design], figure)
        mean, wanted = item.value.mean(axis=0), self.expected[figure]
        # four standard errors of a mean of 2,000; ratios carry a bias far below one sample's error
        error = item.value.std(axis=0) / np.sqrt(SIMULATIONS)
        slack = 0 if figure in ("overall", "area") else 0.05 * item.value.std(axis=0)
        assert (np.abs(mean - wanted) < 4 * error + slack).all()

    @pytest.mark.parametrize("figure", ["overall", "area"])
    def test_95_percent_intervals_hold_the_truth_in_93_to_97_percent(
        self, design: str, figure: str
    ) -> None:
        item = getattr(self.found[design], figure)
        wanted = self.expected[figure]
        covered = ((item.low <= wanted) & (wanted <= item.high)).mean(axis=0)
        assert np.mean(covered) == pytest.approx(0.95, abs=0.02)
        assert (np.abs(covered - 0.95) <= 0.02).all(), covered

    @pytest.mark.parametrize("figure", ["users", "producers"])
    def test_errors_of_ratios_are_the_spread_of_the_estimates(
        self, design: str, figure: str
    ) -> None:
        item = getattr(self.found[design], figure)
        claimed = np.sqrt((item.error**2).mean(axis=0))
        assert claimed == pytest.approx(item.value.std(axis=0), rel=0.1)


def test_plain_figures_of_a_stratified_sample_are_biased_where_adjusted_ones_are_not() -> None:
    counts, sizes = designs()["equal"]
    plain = accuracy.accuracy_metrics(counts.sum(axis=-3)).overall.mean()
    adjusted = estimate(counts, sizes).overall.value.mean()
    wanted = truth_of(POPULATION)["overall"]
    assert abs(plain - wanted) > 0.01
    assert abs(adjusted - wanted) < 0.002


def test_a_stratum_without_samples_is_told_and_left_out() -> None:
    counts = by_map_class(np.array([[8, 2, 0], [1, 9, 0], [0, 0, 0]]))
    sizes = np.array([100, 100, 50])
    assert unsampled(counts, sizes).tolist() == [2]
    found = estimate(counts, sizes)
    assert float(found.overall.value) == pytest.approx(0.85)
    assert np.isnan(found.users.value[2])


def test_a_census_leaves_nothing_to_chance() -> None:
    found = estimate(by_map_class(POPULATION), POPULATION.sum(axis=1), census=True)
    assert float(found.overall.error) == 0
    assert found.area.error.tolist() == [0, 0, 0, 0]
    sampled = estimate(by_map_class(POPULATION), POPULATION.sum(axis=1) * 10, census=True)
    assert float(sampled.overall.error) > 0


class TestFigures:
    """Figures of a confusion matrix against scikit-learn's."""

    rng = np.random.default_rng(3)
    truth = rng.integers(0, 5, 400)
    mapped = np.where(rng.random(400) < 0.6, truth, rng.integers(0, 5, 400))
    matrix = accuracy.confusion_matrix(mapped, truth, 5)
    said = accuracy.accuracy_metrics(matrix)

    def test_the_matrix_has_the_map_in_its_rows(self) -> None:
        assert (self.matrix == metrics.confusion_matrix(self.truth, self.mapped).T).all()

    def test_figures_of_the_whole(self) -> None:
        assert float(self.said.overall) == pytest.approx(
            metrics.accuracy_score(self.truth, self.mapped)
        )
        assert float(self.said.kappa) == pytest.approx(
            metrics.cohen_kappa_score(self.truth, self.mapped)
        )
        assert float(self.said.average) == pytest.approx(
            metrics.balanced_accuracy_score(self.truth, self.mapped)
        )

    def test_figures_of_each_class(self) -> None:
        precision, recall, f1, _ = metrics.precision_recall_fscore_support(self.truth, self.mapped)
        assert self.said.users == pytest.approx(precision)
        assert self.said.producers == pytest.approx(recall)
        assert self.said.f1 == pytest.approx(f1)
        wanted = metrics.jaccard_score(self.truth, self.mapped, average=None)
        assert self.said.iou == pytest.approx(wanted)

    def test_classes_that_never_occur_are_no_number_and_count_in_no_mean(self) -> None:
        said = accuracy.accuracy_metrics(np.array([[5, 1, 0], [1, 3, 0], [0, 0, 0]]))
        assert np.isnan(said.producers[2])
        assert np.isnan(said.users[2])
        assert float(said.average) == pytest.approx((5 / 6 + 3 / 4) / 2)

    def test_perfect_agreement_of_a_single_class(self) -> None:
        assert float(accuracy.accuracy_metrics(np.array([[7, 0], [0, 0]])).kappa) == 1


class TestBootstrap:
    """Intervals by drawing whole groups again."""

    def grouped(self, size: int, seed: int = 0) -> tuple[np.ndarray, ...]:
        """Two classes in forty groups; a group is right or wrong as a whole."""
        rng = np.random.default_rng(seed)
        truth = np.repeat(np.arange(40) % 2, size)
        wrong = np.repeat(rng.random(40) < 0.3, size)
        return np.where(wrong, 1 - truth, truth), truth, np.repeat(np.arange(40), size)

    def test_group_matrices_add_up_to_the_whole(self) -> None:
        mapped, truth, groups = self.grouped(7)
        parts = accuracy.group_matrices(mapped, truth, groups, 2)
        assert parts.shape == (40, 2, 2)
        assert (parts.sum(axis=0) == accuracy.confusion_matrix(mapped, truth, 2)).all()

    def test_more_pixels_a_group_do_not_narrow_the_interval(self) -> None:
        def width(size: int) -> float:
            found = accuracy.bootstrap(accuracy.group_matrices(*self.grouped(size), 2))
            return float(found.overall.high - found.overall.low)

        assert width(100) == pytest.approx(width(1), abs=0.02)
        assert width(1) > 0.2

    def test_the_interval_holds_the_figure(self) -> None:
        parts = accuracy.group_matrices(*self.grouped(5), 2)
        found, said = accuracy.bootstrap(parts), accuracy.accuracy_metrics(parts.sum(axis=0))
        for name in ("overall", "average", "kappa", "users", "producers", "f1", "iou"):
            interval, value = getattr(found, name), getattr(said, name)
            assert (interval.low <= value).all(), name
            assert (value <= interval.high).all(), name

    def test_a_class_of_one_group_has_no_interval(self) -> None:
        parts = np.array([[[9, 0], [1, 0]], [[8, 0], [0, 0]], [[0, 2], [0, 5]]])
        found = accuracy.bootstrap(parts)
        assert np.isfinite(found.producers.low[0])
        assert np.isnan(found.producers.low[1])

    def test_all_right_is_not_certain(self) -> None:
        parts = np.zeros((10, 2, 2))
        parts[:5, 0, 0] = parts[5:, 1, 1] = 4
        found = accuracy.bootstrap(parts)
        assert found.producers.high.tolist() == [1, 1]
        assert (found.producers.low < 0.7).all()
        assert (found.producers.low > 0.4).all()

    def test_same_seed_same_intervals(self) -> None:
        parts = accuracy.group_matrices(*self.grouped(5), 2)
        assert accuracy.bootstrap(parts, 4).overall == accuracy.bootstrap(parts, 4).overall
        assert accuracy.bootstrap(parts, 4).overall != accuracy.bootstrap(parts, 5).overall
