"""Blend weights and temperature follow the labels in proportion to their number."""

from __future__ import annotations

import numpy as np
import pytest
from classifiers_support import CLASSES

from backend.classifiers.blending import (
    MIN_PROBABILITY,
    PRIOR_TEMPERATURE,
    PRIOR_TEMPERATURE_OF_ONE_IN_SCENES,
    PRIOR_TEMPERATURE_OF_SCENES,
    TEMPERATURES,
    Blend,
    apply_temperature,
    class_balance,
    fit_blend,
    fit_temperature,
)

pytestmark = pytest.mark.backend

EVEN = np.full(2, 0.5)


def sure(truth: np.ndarray, probability: float) -> np.ndarray:
    """Probabilities with a given value for the true class."""
    found = np.full((len(truth), CLASSES), (1 - probability) / (CLASSES - 1))
    found[np.arange(len(truth)), truth] = probability
    return found


def weight_of_useless(polygons: int, prior: np.ndarray = EVEN) -> float:
    """The weight of a random classifier beside a correct one, with 5 pixels per polygon."""
    truth = np.repeat(np.arange(polygons) % CLASSES, 5)
    group = np.repeat(np.arange(polygons), 5)
    useless = sure(truth, 1 / CLASSES)
    found = fit_blend(np.stack([sure(truth, 0.8), useless]), truth, group, prior)
    return float(found.weights[1])


def test_a_useless_classifier_loses_weight_with_more_polygons() -> None:
    weights = [weight_of_useless(polygons) for polygons in (2, 5, 20, 100, 1000)]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0.4
    assert weights[-1] == 0.0


def test_evidence_counts_polygons_not_pixels() -> None:
    truth = np.zeros(1000, int)
    predictions = np.stack([sure(truth, 0.8), sure(truth, 0.6)])
    by_polygons = fit_blend(predictions, truth, np.arange(1000), EVEN)
    in_two = fit_blend(predictions, truth, np.arange(1000) % 2, EVEN)
    few = fit_blend(predictions[:, :4], truth[:4], np.arange(4) % 2, EVEN)
    assert by_polygons.weights[1] < 0.2 < 0.4 < in_two.weights[1]
    assert np.allclose(in_two.weights, few.weights)
    assert np.isclose(in_two.temperature, few.temperature)


def test_a_wrong_classifier_loses_all_weight() -> None:
    truth = np.arange(400) % CLASSES
    predictions = np.stack([sure(truth, 0.8), sure((truth + 1) % CLASSES, 0.8)])
    assert fit_blend(predictions, truth, np.arange(400), EVEN).used == [0]


def test_identical_classifiers_keep_their_prior_weights() -> None:
    truth = np.arange(300) % CLASSES
    prior = np.array([7.0, 3.0])
    found = fit_blend(np.stack([sure(truth, 0.6)] * 2), truth, np.arange(300), prior)
    assert np.allclose(found.weights, [0.7, 0.3])


def test_variants_that_are_not_allowed_get_no_weight() -> None:
    truth = np.arange(400) % CLASSES
    predictions = np.stack([sure(truth, 0.99), sure(truth, 0.4), sure(truth, 0.5)])
    found = fit_blend(predictions, truth, np.arange(400), np.array([0.0, 0.5, 0.5]))
    alone = fit_blend(predictions[1:], truth, np.arange(400), EVEN)
    assert found.weights[0] == 0
    assert np.allclose(found.weights[1:], alone.weights)
    assert np.isclose(found.temperature, alone.temperature)


def test_rare_classes_count_in_the_likelihood() -> None:
    """One predicts the frequent class only, the other one both, but the former less well."""
    truth = np.repeat([0, 1], [980, 20])
    first = np.concatenate([sure(truth[:980], 0.9), sure(truth[980:], 0.01)])
    second = sure(truth, 0.7)
    weights = fit_blend(np.stack([first, second]), truth, np.arange(1000), EVEN).weights
    assert weights[1] > 0.3
    balance = class_balance(truth)
    assert np.isclose(balance.sum(), 1)
    assert np.isclose(balance[980:].sum(), 0.25 + 0.01)


def test_the_temperature_corrects_over_and_underconfidence() -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(0, CLASSES, 3000)
    said = np.where(rng.uniform(size=3000) < 0.7, truth, (truth + 1) % CLASSES)
    for stated in (0.98, 0.55):
        predictions = sure(said, stated)[None]
        blend = fit_blend(predictions, truth, np.arange(3000), np.ones(1))
        assert abs(blend.combine(predictions).max(axis=1).mean() - 0.7) < 0.1
        assert (blend.temperature > 1) == (stated > 0.7)


@pytest.mark.parametrize("stated", [1.0, 0.99, 0.5, 1 / CLASSES])
@pytest.mark.parametrize("right", [0.0, 1.0])
@pytest.mark.parametrize("polygons", [1, 2, 5000])
def test_the_temperature_is_within_its_limits(stated: float, right: float, polygons: int) -> None:
    truth = np.arange(90) % CLASSES
    said = truth if right else (truth + 1) % CLASSES
    group = np.arange(90) % polygons
    blend = fit_blend(sure(said, stated)[None], truth, group, np.ones(1))
    assert TEMPERATURES[0] <= blend.temperature <= TEMPERATURES[-1]
    found = blend.combine(sure(said, stated)[None])
    assert np.isfinite(found).all()
    assert np.allclose(found.sum(axis=1), 1)


def test_few_polygons_keep_the_temperature_near_the_prior() -> None:
    truth = np.arange(90) % CLASSES
    predictions = sure(np.roll(truth, 1), 0.95)[None]  # always wrong: the highest temperature
    temperatures = [
        fit_blend(predictions, truth, np.arange(90) % polygons, np.ones(1)).temperature
        for polygons in (1, 5, 20, 90)
    ]
    assert temperatures == sorted(temperatures)
    assert temperatures[0] < 1.1 * PRIOR_TEMPERATURE
    balance = class_balance(truth)
    assert temperatures[-1] < fit_temperature(predictions[0], truth, balance)


def test_multiple_scenes_have_another_prior_temperature() -> None:
    """Pixels of a scene without labels are harder, those of the labelled scene easier."""
    truth = np.arange(90) % CLASSES
    predictions = sure(truth, 0.8)[None]
    within, across = (
        fit_blend(predictions, truth, np.arange(90) % 6, np.ones(1), multiple_scenes)
        for multiple_scenes in (False, True)
    )
    share = np.log(across.temperature / within.temperature)
    assert 0 < share < np.log(PRIOR_TEMPERATURE_OF_ONE_IN_SCENES / PRIOR_TEMPERATURE)


def test_without_validated_pixels_the_blend_is_the_prior() -> None:
    nothing = np.zeros(0, int)
    prior = np.array([1.0, 3.0])
    found = fit_blend(np.zeros((2, 0, CLASSES)), nothing, nothing, prior)
    assert np.allclose(found.weights, [0.25, 0.75])
    assert found.temperature == PRIOR_TEMPERATURE


def test_in_several_scenes_a_mean_of_classifiers_is_expected_to_be_less_confident() -> None:
    nothing = np.zeros(0, int)
    one, one_of_two, mean = (
        fit_blend(np.zeros((len(prior), 0, CLASSES)), nothing, nothing, prior, multiple_scenes=True)
        for prior in (np.ones(1), np.array([0.0, 2.0]), np.ones(2))
    )
    assert one.temperature == one_of_two.temperature == PRIOR_TEMPERATURE_OF_ONE_IN_SCENES
    assert mean.temperature == PRIOR_TEMPERATURE_OF_SCENES < one.temperature


def test_only_classifiers_with_weight_are_blended() -> None:
    truth = np.arange(6) % CLASSES
    blend = Blend(np.array([0.0, 0.25, 0.0, 0.75]))
    assert blend.used == [1, 3]
    first, second = sure(truth, 0.9), sure(truth, 0.5)
    assert np.allclose(blend.combine(np.stack([first, second])), 0.25 * first + 0.75 * second)


def test_zero_probabilities_can_be_raised_by_the_temperature() -> None:
    certain = np.array([[1.0, 0.0, 0.0]])
    soft = apply_temperature(certain, 4.0)
    assert 0 < soft[0, 1] < 0.2
    assert soft[0, 1] == soft[0, 2] >= MIN_PROBABILITY


DAMAGED = {
    "negative": [-1.0, 2.0, 1.0],
    "no weight": [0.0, 0.0, 1.0],
    "not one together": [0.5, 0.6, 1.0],
    "overflowing": [1e300, 0.0, 1.0],
    "NaN": [np.nan, 1.0, 1.0],
    "too few": [1.0, 1.0],
    "too many": [0.5, 0.25, 0.25, 1.0],
    "no temperature": [0.5, 0.5, 0.0],
    "too hot": [0.5, 0.5, 1e30],
    "too cold": [0.5, 0.5, 1e-30],
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_blend_is_refused(kind: str) -> None:
    with pytest.raises(ValueError, match="damaged"):
        Blend.from_array(np.array(DAMAGED[kind]), 2)


def test_a_blend_is_restored_from_its_array() -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(0, CLASSES, 300)
    predictions = rng.dirichlet(np.ones(CLASSES), (5, 300))
    blend = fit_blend(predictions, truth, np.arange(300), np.ones(5))
    again = Blend.from_array(blend.array(), 5)
    assert np.array_equal(again.array(), blend.array())
    used = predictions[blend.used]
    assert np.array_equal(again.combine(used), blend.combine(used))
