"""Methods learn, keep what they learnt as plain arrays, and are merged as validation teaches."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from sklearn.ensemble import RandomForestClassifier
from sklearn.svm import SVC

from backend.learning.classic import SUPPORT_VECTOR_COST, TREES, Forest, SupportVectors
from backend.learning.ensemble import EnsembleSettings
from backend.learning.folds import make_folds
from backend.learning.making import make_method
from backend.learning.merging import Tuning, learn_tuning, merge
from backend.learning.names import METHODS
from backend.learning.samples import Samples
from backend.reporter import Reporter

pytestmark = pytest.mark.backend

QUIET = Reporter(lambda event: None)
BANDS, FEATURES, CLASSES = 12, 8, 3
QUICK = EnsembleSettings(members=4, steps=60, kinds=(5, 3))


def make_samples(count: int = 150, seed: int = 0) -> Samples:
    """Three classes; the first two share their spectra and differ in the features only."""
    rng = np.random.default_rng(seed)
    target = np.arange(count) % CLASSES
    spectra = rng.normal(0, 0.4, (count, BANDS)).astype(np.float32)
    spectra[:, 0] += 3.0 * (target == 2)
    features = rng.normal(0, 0.4, (count, FEATURES)).astype(np.float32)
    features[:, [0, 5]] += 3.0 * (target == 1)[:, None]
    place = rng.integers(0, 200, (count, 2))
    return Samples(spectra, features, target, np.arange(count), place, CLASSES)


def trained(name: str):
    """A method of that name, trained on the made samples."""
    method = make_method(name, 0, torch.device("cpu"), QUICK)
    method.fit(make_samples(), QUIET)
    return method


@pytest.mark.parametrize("name", METHODS)
def test_a_method_finds_what_its_inputs_tell_apart(name: str) -> None:
    fresh = make_samples(seed=1)
    probabilities = trained(name).predict_proba(fresh.spectra, fresh.features)
    assert np.allclose(probabilities.sum(axis=1), 1, atol=1e-5)
    right = probabilities.argmax(axis=1) == fresh.target
    spectral = fresh.target == 2
    if name == "geodiffnet":
        assert right[fresh.target == 1].mean() > 0.9
    else:
        assert right[spectral].mean() > 0.9
    if name == "geodiffnet-f":
        assert right.mean() > 0.9


@pytest.mark.parametrize("name", METHODS)
def test_what_a_method_learnt_survives_as_plain_arrays(name: str) -> None:
    fresh = make_samples(seed=1)
    method = trained(name)
    again = make_method(name, 0, torch.device("cpu"), QUICK)
    again.load_state(method.state(), BANDS, CLASSES)
    expected = method.predict_proba(fresh.spectra, fresh.features)
    assert np.array_equal(expected, again.predict_proba(fresh.spectra, fresh.features))


def test_the_experts_of_geodiffnet_f_see_what_they_are_for() -> None:
    method, fresh = trained("geodiffnet-f"), make_samples(seed=1)
    nothing = np.zeros_like(fresh.features)
    around, spectrum, forest = method.opinions(fresh.spectra, fresh.features, (0, 1, 2))
    some = method.opinions(fresh.spectra, fresh.features, (2, 0))
    assert np.array_equal(some, np.stack([forest, around]))
    blind = method.opinions(fresh.spectra, nothing, (0, 1, 2))
    assert np.array_equal(blind[0], spectrum)
    assert np.array_equal(blind[1], spectrum)
    assert not np.allclose(around, spectrum, atol=0.1)
    # the forest sees surroundings, but not what the network saw
    altered = fresh.features.copy()
    altered[:, : QUICK.kinds[0]] = 0
    assert np.array_equal(method.opinions(fresh.spectra, altered, (2,))[0], forest)
    assert not np.allclose(blind[2], forest, atol=0.1)


@pytest.mark.parametrize("name", ["geodiffnet-f", "geodiffnet"])
def test_a_network_alone_sees_no_plain_surroundings(name: str) -> None:
    method = make_method(name, 0, torch.device("cpu"), replace(QUICK, alone=True))
    method.fit(make_samples(), QUIET)
    fresh = make_samples(seed=1)
    first = QUICK.kinds[0]
    for columns, matters in ((slice(first, None), False), (slice(0, first), True)):
        altered = fresh.features.copy()
        altered[:, columns] += 5
        same = np.array_equal(
            method.opinion(fresh.spectra, altered), method.opinion(fresh.spectra, fresh.features)
        )
        assert same != matters


@pytest.mark.parametrize("name", METHODS)
def test_the_same_seed_learns_the_same(name: str) -> None:
    first, second = trained(name).state(), trained(name).state()
    assert all(np.array_equal(first[key], second[key]) for key in first)


def test_the_forest_votes_as_scikit_learn_does() -> None:
    samples, fresh = make_samples(), make_samples(seed=1)
    own = Forest(0)
    own.fit(samples, QUIET)
    reference = RandomForestClassifier(TREES, class_weight="balanced", random_state=0)
    reference.fit(samples.spectra, samples.target)
    expected = reference.predict_proba(fresh.spectra)
    assert np.allclose(own.opinion(fresh.spectra, fresh.features), expected, atol=1e-6)


@pytest.mark.parametrize("classes", [2, 3])
def test_support_vectors_decide_as_scikit_learn_does(classes: int) -> None:
    samples, fresh = make_samples(), make_samples(seed=1)
    chosen = np.flatnonzero(samples.target >= CLASSES - classes)
    own = SupportVectors(0)
    own.fit(samples.take(chosen), QUIET)
    reference = SVC(C=SUPPORT_VECTOR_COST, gamma="scale", class_weight="balanced")
    reference.fit(samples.spectra[chosen], samples.target[chosen])
    scores = reference.decision_function(fresh.spectra)
    expected = reference.classes_[
        scores.argmax(axis=1) if classes > 2 else (scores > 0).astype(int)
    ]
    assert np.array_equal(own.opinion(fresh.spectra, fresh.features).argmax(axis=1), expected)


def test_a_forest_whose_links_lead_astray_is_refused() -> None:
    state = trained("rf").state()
    inner = np.flatnonzero(state["left_child"] >= 0)[0]
    state["left_child"] = state["left_child"].copy()
    state["left_child"][inner] = 10_000_000
    with pytest.raises(ValueError, match="damaged"):
        Forest(0).load_state(state, BANDS, CLASSES)


def test_an_expert_that_is_wrong_loses_its_weight() -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 3, 400)
    good = np.full((400, 3), 0.1)
    good[np.arange(400), truth] = 0.8
    bad = np.full((400, 3), 0.1)
    bad[np.arange(400), (truth + 1) % 3] = 0.8
    tuning = learn_tuning(np.stack([good, bad]), truth, np.arange(400), np.full(2, 0.5))
    assert tuning.weights.tolist() == [1.0, 0.0]


def test_experts_alike_keep_their_usual_weights() -> None:
    truth = np.arange(300) % 3
    same = np.full((300, 3), 0.2)
    same[np.arange(300), truth] = 0.6
    usual = np.array([0.7, 0.3])
    found = learn_tuning(np.stack([same, same]), truth, np.arange(300), usual)
    assert found.weights.tolist() == usual.tolist()


def test_a_difference_seen_in_one_shape_only_is_taken_for_chance() -> None:
    truth = np.zeros(100, int)
    good = np.tile([0.8, 0.1, 0.1], (100, 1))
    bad = np.tile([0.6, 0.2, 0.2], (100, 1))
    usual = np.array([0.5, 0.5])
    by_shapes = learn_tuning(np.stack([good, bad]), truth, np.arange(100), usual)
    in_one = learn_tuning(np.stack([good, bad]), truth, np.zeros(100, int), usual)
    assert by_shapes.weights.tolist() == [1.0, 0.0]
    assert in_one.weights.tolist() == [0.5, 0.5]


def test_probabilities_that_sound_too_sure_are_toned_down() -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 3, 3000)
    said = np.where(rng.uniform(size=3000) < 0.7, truth, (truth + 1) % 3)
    sure = np.full((1, 3000, 3), 0.01)
    sure[0, np.arange(3000), said] = 0.98
    calm = merge(sure, learn_tuning(sure, truth, np.arange(3000), np.ones(1)))
    assert abs(calm.max(axis=1).mean() - 0.7) < 0.1


def test_damaged_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="damaged"):
        Tuning.from_array(np.array([-1.0, 2.0, 1.0]), 2)


def blocks_of_shapes(samples_per_shape: int = 4) -> Samples:
    """Two classes; shapes stand in clusters of four that are far from each other."""
    place, group, target = [], [], []
    for cluster in range(6):
        for shape in range(4):
            for pixel in range(samples_per_shape):
                place.append((cluster * 300 + shape * 5, pixel))
                group.append(cluster * 4 + shape)
                target.append(shape % 2)
    count = len(place)
    return Samples(
        np.zeros((count, 2), np.float32),
        np.zeros((count, 0), np.float32),
        np.array(target),
        np.array(group),
        np.array(place),
        2,
    )


def test_shapes_that_lie_close_together_are_scored_together() -> None:
    samples = blocks_of_shapes()
    folds = make_folds(samples, ("a", "b"), 0)
    assert folds.square >= 32
    for cluster in range(6):
        mine = samples.group // 4 == cluster
        assert len(np.unique(folds.fold[mine])) == 1


def test_no_shape_is_on_both_sides_and_every_fold_holds_every_class() -> None:
    samples = blocks_of_shapes()
    folds = make_folds(samples, ("a", "b"), 3)
    assert folds.count >= 3
    for number in np.unique(samples.group):
        assert len(np.unique(folds.fold[samples.group == number])) == 1
    for fold in range(folds.count):
        assert set(samples.target[folds.fold == fold]) == {0, 1}


def test_a_class_drawn_once_only_trains_and_is_told() -> None:
    samples = blocks_of_shapes()
    lonely = samples.group == 0
    target = np.where(lonely, 2, samples.target)
    samples = Samples(samples.spectra, samples.features, target, samples.group, samples.place, 3)
    folds = make_folds(samples, ("a", "b", "once"), 0)
    assert (folds.fold[lonely] == -1).all()
    assert any("once" in note for note in folds.notes)
