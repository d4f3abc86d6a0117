"""Active learning: uncertain, frequent and novel pixels that are spread over the scene."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.neighbors import KNeighborsClassifier

from backend.sampling.active_learning import MAX_CANDIDATES, suggest, uncertainty

pytestmark = pytest.mark.backend


def scene(number: int = 600, seed: int = 0) -> tuple[np.ndarray, ...]:
    """Candidates: probabilities of three classes, features, positions, labelled features."""
    rng = np.random.default_rng(seed)
    probabilities = rng.dirichlet([1, 1, 1], number)
    features = rng.normal(size=(number, 5))
    positions = rng.integers(0, 200, (number, 2))
    return probabilities, features, positions, rng.normal(size=(30, 5))


def test_uncertainty_is_one_minus_the_margin_of_the_first_class() -> None:
    found = uncertainty(np.array([[1, 0, 0], [0.5, 0.5, 0], [0.6, 0.1, 0.3]]))
    assert found == pytest.approx([0, 1, 0.7])


def test_the_requested_number_is_chosen_without_repetition() -> None:
    found = suggest(*scene(), count=25)
    assert len(set(found.chosen.tolist())) == 25
    assert len(suggest(*scene(10), count=25).chosen) == 10
    assert len(suggest(*scene(1), count=3).chosen) == 1


def test_no_candidates_give_no_suggestions() -> None:
    probabilities, features, positions, labelled = scene()
    found = suggest(probabilities[:0], features[:0], positions[:0], labelled, 5)
    assert len(found.chosen) == 0
    assert len(suggest(probabilities, features, positions, labelled, 0).chosen) == 0


def test_uncertain_pixels_are_preferred() -> None:
    probabilities, features, positions, labelled = scene()
    found = suggest(probabilities, features, positions, labelled, 15)
    assert found.uncertainty.mean() > np.quantile(uncertainty(probabilities), 0.7)


def test_pixels_unlike_any_training_sample_are_preferred() -> None:
    _, features, positions, _ = scene()
    even = np.full((600, 3), 1 / 3)
    features[300:, 0] += 8
    found = suggest(even, features, positions, features[:100], 12)
    assert (found.chosen >= 300).mean() > 0.7


def test_frequent_pixels_are_preferred_to_outliers() -> None:
    rng = np.random.default_rng(2)
    even = np.full((500, 3), 1 / 3)
    features = rng.normal(0, 0.3, (500, 4))
    features[:40] = rng.normal(0, 12, (40, 4))
    found = suggest(even, features, rng.integers(0, 100, (500, 2)), np.zeros((0, 4)), 10)
    assert (found.chosen < 40).sum() <= 2


def test_suggestions_are_spread_over_the_scene() -> None:
    probabilities, features, positions, labelled = scene(2000)
    # a corner with high uncertainty
    corner = (positions < 40).all(axis=1)
    probabilities[corner] = 1 / 3
    probabilities[~corner] = [0.7, 0.25, 0.05]
    found = suggest(probabilities, features, positions, labelled, 20)
    assert corner[found.chosen].mean() < 0.5
    chosen = positions[found.chosen]
    gaps = np.hypot(*(chosen[:, None] - chosen[None]).transpose(2, 0, 1))
    assert gaps[np.triu_indices(20, 1)].min() > 4


def test_suggestions_are_spread_over_feature_space() -> None:
    rng = np.random.default_rng(3)
    kinds = np.arange(800) % 8
    features = np.eye(8)[kinds] * 6 + rng.normal(0, 0.2, (800, 8))
    even = np.full((800, 3), 1 / 3)
    even[kinds == 0] = [0.42, 0.33, 0.25]  # one kind is slightly less uncertain than the others
    found = suggest(even, features, rng.integers(0, 300, (800, 2)), np.zeros((0, 8)), 8)
    assert len(set(kinds[found.chosen].tolist())) >= 6


def test_the_two_most_probable_classes_are_returned() -> None:
    probabilities, features, positions, labelled = scene()
    found = suggest(probabilities, features, positions, labelled, 10)
    order = np.argsort(-probabilities[found.chosen], axis=1)
    assert found.first.tolist() == order[:, 0].tolist()
    assert found.second.tolist() == order[:, 1].tolist()


def test_every_suggestion_has_a_reason() -> None:
    found = suggest(*scene(), count=20)
    reasons = [found.reason(position) for position in range(20)]
    assert all(reasons)
    assert any("low confidence" in reason for reason in reasons)
    for position, reason in enumerate(reasons):
        assert ("low confidence" in reason) == (found.uncertainty[position] > 0.5)


def test_the_same_seed_gives_the_same_suggestions() -> None:
    many = scene(MAX_CANDIDATES + 500)
    one, two = suggest(*many, count=10, seed=3), suggest(*many, count=10, seed=3)
    assert one.chosen.tolist() == two.chosen.tolist()
    assert one.chosen.tolist() != suggest(*many, count=10, seed=4).chosen.tolist()


def test_suggested_labels_improve_accuracy_more_than_random_ones() -> None:
    """Uneven classes whose rare ones are similar, for which random samples are inefficient."""
    centres = np.array([[0, 0], [4, 0], [0, 4], [2, 5], [5, 2]])

    def accuracy(suggested: bool, seed: int) -> float:
        rng = np.random.default_rng(seed)
        truth = rng.choice(5, 1000, p=[0.7, 0.12, 0.12, 0.03, 0.03])
        features = centres[truth] + rng.normal(0, 0.6, (1000, 2))
        positions = rng.integers(0, 300, (1000, 2))
        known = [int(np.flatnonzero(truth == index)[0]) for index in range(5)]
        for _ in range(2):
            model = KNeighborsClassifier(3, weights="distance").fit(features[known], truth[known])
            rest = np.setdiff1d(np.arange(1000), known)
            picked = rng.choice(len(rest), 10, replace=False)
            if suggested:
                found = model.predict_proba(features[rest])
                picked = suggest(
                    found, features[rest], positions[rest], features[known], 10, seed=seed
                ).chosen
            known += rest[picked].tolist()
        model = KNeighborsClassifier(3, weights="distance").fit(features[known], truth[known])
        found = model.predict(features)
        return float(np.mean([(found[truth == k] == k).mean() for k in range(5)]))

    gains = [accuracy(True, seed) - accuracy(False, seed) for seed in range(12)]
    assert np.mean(gains) > 0.01
