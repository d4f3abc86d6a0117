"""Active learning: uncertain, frequent and novel pixels that are spread over the scene."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from sklearn.neighbors import KNeighborsClassifier

from backend.common.choices import (
    RARE_CLASS,
    SPREAD_OVER_SCENE,
    SUGGESTION_REASONS,
    TYPICAL_OF_REGION,
    UNCERTAIN,
    UNLIKE_SAMPLES,
)
from backend.sampling.active_learning import (
    MAX_CANDIDATES,
    MIN_UNCERTAINTY,
    SHARES,
    SKIPPED_RADIUS,
    Candidates,
    suggest,
    uncertainty,
)

pytestmark = pytest.mark.backend


def scene(number: int = 600, seed: int = 0) -> Candidates:
    """Candidates of three classes."""
    rng = np.random.default_rng(seed)
    return Candidates(
        rng.dirichlet([1, 1, 1], number),
        rng.normal(size=(number, 5)),
        rng.integers(0, 200, (number, 2)),
        rng.normal(size=(30, 5)),
    )


def test_uncertainty_is_one_minus_the_margin_of_the_first_class() -> None:
    found = uncertainty(np.array([[1, 0, 0], [0.5, 0.5, 0], [0.6, 0.1, 0.3]]))
    assert found == pytest.approx([0, 1, 0.7])


def test_the_requested_number_is_chosen_without_repetition() -> None:
    found = suggest(scene(), 25)
    assert len(set(found.chosen.tolist())) == 25
    assert len(suggest(scene(10), 25).chosen) == 10
    assert len(suggest(scene(1), 3).chosen) == 1


def test_no_candidates_give_no_suggestions() -> None:
    found = suggest(scene().subset(np.zeros(0, int)), 5)
    assert len(found.chosen) == 0
    assert found.reasons == ()
    assert len(suggest(scene(), 0).chosen) == 0


def test_uncertain_pixels_are_preferred() -> None:
    candidates = scene()
    found = suggest(candidates, 15)
    everywhere = uncertainty(candidates.probabilities)
    assert found.uncertainty.mean() > everywhere.mean()
    for_that = [reason == UNCERTAIN for reason in found.reasons]
    assert found.uncertainty[for_that].mean() > np.quantile(everywhere, 0.85)


def test_pixels_unlike_any_training_sample_are_preferred() -> None:
    candidates = scene()
    even, features = np.full((600, 3), 1 / 3), candidates.features
    features[300:, 0] += 8
    found = suggest(Candidates(even, features, candidates.positions, features[:100]), 12)
    assert (found.chosen >= 300).mean() > 0.7


def test_frequent_pixels_are_preferred_to_outliers() -> None:
    rng = np.random.default_rng(2)
    even = np.full((500, 3), 1 / 3)
    features = rng.normal(0, 0.3, (500, 4))
    features[:40] = rng.normal(0, 12, (40, 4))
    found = suggest(
        Candidates(even, features, rng.integers(0, 100, (500, 2)), np.zeros((0, 4))), 10
    )
    assert (found.chosen < 40).sum() <= 2


def test_suggestions_are_spread_over_the_scene() -> None:
    candidates = scene(2000)
    probabilities, positions = candidates.probabilities, candidates.positions
    # a corner with high uncertainty
    corner = (positions < 40).all(axis=1)
    probabilities[corner] = 1 / 3
    probabilities[~corner] = [0.7, 0.25, 0.05]
    found = suggest(candidates, 20)
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
    found = suggest(Candidates(even, features, rng.integers(0, 300, (800, 2)), np.zeros((0, 8))), 8)
    assert len(set(kinds[found.chosen].tolist())) >= 6


def test_the_two_most_probable_classes_are_returned() -> None:
    candidates = scene()
    found = suggest(candidates, 10)
    order = np.argsort(-candidates.probabilities[found.chosen], axis=1)
    assert found.first.tolist() == order[:, 0].tolist()
    assert found.second.tolist() == order[:, 1].tolist()


def test_suggestions_are_drawn_from_several_reasons() -> None:
    """A scene with a reason of each kind: each suggestion has its own, which applies to it."""
    rng = np.random.default_rng(5)
    kinds = np.repeat(np.arange(4), 250)
    features = np.eye(4)[kinds] * 8 + rng.normal(0, 0.3, (1000, 4))
    probabilities = np.full((1000, 3), [0.9, 0.06, 0.04])
    probabilities[kinds == 0] = [0.48, 0.46, 0.06]
    probabilities[kinds == 2] = [0.1, 0.05, 0.85]
    labelled = features[kinds < 3][::3]
    outside = np.zeros(1000, bool)
    outside[kinds == 1] = True
    candidates = Candidates(
        probabilities, features, rng.integers(0, 300, (1000, 2)), labelled, outside,
        np.array([40.0, 40.0, 4.0]),
    )  # fmt: skip
    found = suggest(candidates, 20)
    for index, reason in zip(found.chosen, found.reasons, strict=True):
        assert {
            UNCERTAIN: kinds[index] == 0,
            UNLIKE_SAMPLES: outside[index],
            TYPICAL_OF_REGION: kinds[index] == 3,
            RARE_CLASS: kinds[index] == 2,
        }[reason], reason
    counts = {reason: found.reasons.count(reason) for reason in SHARES}
    assert counts == {reason: round(20 * share) for reason, share in SHARES.items()}
    # the first few are a mixture as well
    assert len(set(found.reasons[:5])) >= 3


def test_a_reason_without_candidates_leaves_its_share_to_the_others() -> None:
    candidates = scene()
    sure = np.full((600, 3), [0.98, 0.01, 0.01])
    found = suggest(Candidates(sure, candidates.features, candidates.positions, sure[:0]), 12)
    assert UNCERTAIN not in found.reasons
    assert RARE_CLASS not in found.reasons
    assert len(found.chosen) == 12
    everywhere_similar = Candidates(
        sure, np.zeros((600, 5)), candidates.positions, np.zeros((1, 5)), np.zeros(600, bool)
    )
    assert set(suggest(everywhere_similar, 12).reasons) == {SPREAD_OVER_SCENE}


def test_reasons_are_known_to_the_panel() -> None:
    found = suggest(scene(), 20)
    assert set(found.reasons) <= set(SUGGESTION_REASONS)
    for reason, value in zip(found.reasons, found.uncertainty, strict=True):
        assert reason != UNCERTAIN or value >= MIN_UNCERTAINTY


def test_skipped_locations_are_not_suggested_again() -> None:
    candidates = scene()
    first = suggest(candidates, 10)
    skipped = candidates.positions[first.chosen]
    again = suggest(replace(candidates, skipped=skipped), 10)
    distance = np.abs(candidates.positions[again.chosen][:, None] - skipped[None]).max(axis=2)
    assert distance.min() > SKIPPED_RADIUS
    assert len(again.chosen) == 10
    all_skipped = suggest(replace(candidates, skipped=candidates.positions), 10)
    assert len(all_skipped.chosen) == 0


def test_the_same_seed_gives_the_same_suggestions() -> None:
    many = scene(MAX_CANDIDATES + 500)
    one, two = suggest(many, 10, seed=3), suggest(many, 10, seed=3)
    assert one.chosen.tolist() == two.chosen.tolist()
    assert one.reasons == two.reasons
    assert one.chosen.tolist() != suggest(many, 10, seed=4).chosen.tolist()


def test_suggested_labels_improve_accuracy_more_than_random_ones() -> None:
    """Uneven classes whose rare ones are similar, for which random samples are inefficient."""
    centres = np.array([[0, 0], [4, 0], [0, 4], [2, 5], [5, 2]])

    def accuracy(suggested: bool, seed: int) -> float:
        rng = np.random.default_rng(seed)
        truth = rng.choice(5, 1000, p=[0.8, 0.09, 0.09, 0.01, 0.01])
        features = centres[truth] + rng.normal(0, 0.6, (1000, 2))
        positions = rng.integers(0, 300, (1000, 2))
        known = [int(np.flatnonzero(truth == index)[0]) for index in range(5)]
        for _ in range(4):
            model = KNeighborsClassifier(3, weights="distance").fit(features[known], truth[known])
            rest = np.setdiff1d(np.arange(1000), known)
            picked = rng.choice(len(rest), 10, replace=False)
            if suggested:
                found = model.predict_proba(features[rest])
                candidates = Candidates(
                    found,
                    features[rest],
                    positions[rest],
                    features[known],
                    class_samples=np.bincount(truth[known], minlength=5).astype(float),
                )
                picked = suggest(candidates, 10, seed=seed).chosen
            known += rest[picked].tolist()
        model = KNeighborsClassifier(3, weights="distance").fit(features[known], truth[known])
        found = model.predict(features)
        return float(np.mean([(found[truth == k] == k).mean() for k in range(5)]))

    gains = [accuracy(True, seed) - accuracy(False, seed) for seed in range(12)]
    assert np.mean(gains) > 0.02
