"""Area estimation: the worked examples of three papers, and simulated samples of a known map."""

from __future__ import annotations

from typing import ClassVar

import numpy as np
import pytest

from backend.metrics.accuracy import AccuracyMetrics
from backend.metrics.area_estimation import estimate, stratify_by_map_class, unsampled

pytestmark = pytest.mark.backend


class TestOlofsson2014:
    """Good practices for estimating area and assessing accuracy of land change, tables 8 and 9."""

    # deforestation, forest gain, stable forest, stable non-forest; map in rows, as in the paper
    counts = np.array([[66, 0, 5, 4], [0, 55, 8, 12], [1, 0, 153, 11], [2, 1, 9, 313]])
    pixels = np.array([200_000, 150_000, 3_200_000, 6_450_000])  # of 30 m
    found = estimate(stratify_by_map_class(counts.T), pixels)

    def test_area_shares_of_the_error_matrix(self) -> None:
        assert self.found.matrix.T.round(4).tolist() == [
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
        assert self.found.precision.value.round(2).tolist() == [0.88, 0.73, 0.93, 0.96]
        assert self.found.precision.margin.round(2).tolist() == [0.07, 0.10, 0.04, 0.02]

    def test_producers_accuracy(self) -> None:
        assert self.found.recall.value.round(2).tolist() == [0.75, 0.85, 0.93, 0.96]
        assert self.found.recall.margin.round(2).tolist() == [0.21, 0.25, 0.03, 0.02]


class TestOlofsson2013:
    """Making better use of accuracy data in land change studies."""

    def test_first_example(self) -> None:
        counts = np.array([[97, 0, 3], [3, 279, 18], [2, 1, 97]])
        pixels = np.array([22_353, 1_122_543, 610_228])
        found = estimate(stratify_by_map_class(counts.T), pixels)
        assert round(float(found.area.value[0]), 3) == 0.026
        assert round(float(found.area.value[0]) * pixels.sum()) == 45_112
        assert round(float(found.area.margin[0]) * pixels.sum()) == 21_072
        assert found.precision.value.round(2).tolist() == [0.97, 0.93, 0.97]
        assert found.recall.value.round(2).tolist() == [0.48, 0.99, 0.90]
        assert round(float(found.overall.value), 2) == 0.94

    def test_second_example(self) -> None:
        counts = np.array([[127, 66, 54], [2, 322, 17], [0, 15, 540]])
        found = estimate(stratify_by_map_class(counts.T), np.array([0.007, 0.295, 0.698]))
        assert round(float(found.overall.value), 2) == 0.96
        assert round(float(found.overall.margin), 2) == 0.01
        assert found.precision.value.round(2).tolist() == [0.51, 0.94, 0.97]
        assert found.precision.margin.round(2).tolist() == [0.06, 0.02, 0.01]
        assert found.recall.value.round(2).tolist() == [0.68, 0.93, 0.98]
        assert found.recall.margin.round(2).tolist() == [0.30, 0.03, 0.01]


class TestStehman2014:
    """Strata that are not the map's classes: the numerical example, forty pixels in four strata."""

    mapped = "AAAAAAABBBABBBBBBBBBBBCCCCCCBBDDDDDDDDDD"
    reference = "AAAAACBABCABBBBBAABBCCCCCDDBBADDDDDDDCCB"
    pixels = np.array([40_000, 30_000, 20_000, 10_000])

    @pytest.fixture
    def found(self):
        counts = np.zeros((4, 4, 4))
        for number, (m, r) in enumerate(zip(self.mapped, self.reference, strict=True)):
            counts[number // 10, "ABCD".index(r), "ABCD".index(m)] += 1
        return estimate(counts, self.pixels)

    def test_areas(self, found) -> None:
        assert found.area.value.round(2).tolist() == [0.35, 0.34, 0.20, 0.11]
        assert found.area.error.round(3)[[0, 2]].tolist() == [0.082, 0.064]

    def test_overall_accuracy(self, found) -> None:
        assert round(float(found.overall.value), 2) == 0.63
        assert round(float(found.overall.error), 3) == 0.085

    def test_accuracies_of_class_b(self, found) -> None:
        assert round(float(found.precision.value[1]), 3) == 0.574
        assert round(float(found.precision.error[1]), 3) == 0.125
        assert round(float(found.recall.value[1]), 3) == 0.794

    def test_a_cell_of_the_error_matrix(self, found) -> None:
        assert found.matrix[2, 1] == pytest.approx(0.08)


# The pixels of a map with uneven classes and uneven errors; reference in rows, map in columns.
POPULATION = np.array(
    [[52_000, 2_500, 700, 300], [3_000, 21_000, 900, 500], [1_500, 1_000, 9_000, 200],
     [500, 500, 400, 6_000]]
)  # fmt: skip
SIMULATIONS = 2_000


def truth_of(population: np.ndarray) -> dict[str, np.ndarray]:
    """The values that a sample is to estimate."""
    shares = population / population.sum()
    metrics = AccuracyMetrics.from_confusion(population)
    return {
        "overall": metrics.overall,
        "precision": metrics.precision,
        "recall": metrics.recall,
        "f1": metrics.f1,
        "iou": metrics.iou,
        "area": shares.sum(axis=1),
    }


def stratified_samples(drawn: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Matrices of samples drawn without replacement within each map class."""
    columns = [
        rng.multivariate_hypergeometric(POPULATION[:, index], number, SIMULATIONS)
        for index, number in enumerate(drawn)
    ]
    return np.stack(columns, axis=2)


def random_samples(number: int, rng: np.random.Generator) -> np.ndarray:
    """Matrices of simple random samples of the whole map."""
    flat = rng.multivariate_hypergeometric(POPULATION.ravel(), number, SIMULATIONS, "marginals")
    return flat.reshape(SIMULATIONS, *POPULATION.shape)


def designs() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Counts and strata sizes of many samples under each design."""
    rng = np.random.default_rng(7)
    sizes = POPULATION.sum(axis=0)
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
        "equal": (stratify_by_map_class(stratified_samples(np.full(4, 200), rng)), sizes),
        "proportional": (
            stratify_by_map_class(stratified_samples(np.array([456, 200, 88, 56]), rng)),
            sizes,
        ),
        "random": (simple[:, None], np.array([POPULATION.sum()])),
        "post-stratified": (stratify_by_map_class(simple), sizes),
        "other strata": (across, halves.sum(axis=(1, 2))),
    }


@pytest.mark.parametrize("design", list(designs()))
class TestSimulatedSamples:
    """Two thousand samples of a known map."""

    found: ClassVar = {name: estimate(*drawn) for name, drawn in designs().items()}
    expected = truth_of(POPULATION)

    @pytest.mark.parametrize("metric", ["overall", "area", "precision", "recall", "f1", "iou"])
    def test_the_mean_estimate_is_the_true_value(self, design: str, metric: str) -> None:
        item = getattr(self.found[design], metric)
        mean, wanted = item.value.mean(axis=0), self.expected[metric]
        # four standard errors of a mean of 2,000; ratios carry a bias far below one sample's error
        error = item.value.std(axis=0) / np.sqrt(SIMULATIONS)
        slack = 0 if metric in ("overall", "area") else 0.05 * item.value.std(axis=0)
        assert (np.abs(mean - wanted) < 4 * error + slack).all()

    @pytest.mark.parametrize("metric", ["overall", "area"])
    def test_95_percent_intervals_contain_the_true_value_in_95_percent_of_samples(
        self, design: str, metric: str
    ) -> None:
        item = getattr(self.found[design], metric)
        wanted = self.expected[metric]
        covered = ((item.interval.low <= wanted) & (wanted <= item.interval.high)).mean(axis=0)
        assert np.mean(covered) == pytest.approx(0.95, abs=0.02)
        # the rarest class is missed in a large stratum about once per sample, where the normal
        # approximation covers less: 91 to 93 % in the design with equal allocation
        assert ((covered >= 0.9) & (covered <= 0.97)).all(), covered

    @pytest.mark.parametrize("metric", ["precision", "recall"])
    def test_standard_errors_of_ratios_equal_the_standard_deviation_of_the_estimates(
        self, design: str, metric: str
    ) -> None:
        item = getattr(self.found[design], metric)
        claimed = np.sqrt((item.error**2).mean(axis=0))
        assert claimed == pytest.approx(item.value.std(axis=0), rel=0.1)


def test_unadjusted_metrics_of_a_stratified_sample_are_biased_and_adjusted_ones_are_not() -> None:
    counts, sizes = designs()["equal"]
    unadjusted = AccuracyMetrics.from_confusion(counts.sum(axis=-3)).overall.mean()
    adjusted = estimate(counts, sizes).overall.value.mean()
    wanted = truth_of(POPULATION)["overall"]
    assert abs(unadjusted - wanted) > 0.01
    assert abs(adjusted - wanted) < 0.002


def test_a_stratum_without_samples_is_left_out() -> None:
    counts = stratify_by_map_class(np.array([[8, 1, 0], [2, 9, 0], [0, 0, 0]]))
    sizes = np.array([100, 100, 50])
    assert unsampled(counts, sizes).tolist() == [2]
    found = estimate(counts, sizes)
    assert float(found.overall.value) == pytest.approx(0.85)
    assert np.isnan(found.precision.value[2])


def test_a_census_has_no_sampling_error() -> None:
    found = estimate(stratify_by_map_class(POPULATION), POPULATION.sum(axis=0), census=True)
    assert float(found.overall.error) == 0
    assert found.area.error.tolist() == [0, 0, 0, 0]
    sampled = estimate(stratify_by_map_class(POPULATION), POPULATION.sum(axis=0) * 10, census=True)
    assert float(sampled.overall.error) > 0
