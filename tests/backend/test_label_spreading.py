"""Labels spread along chains of similar pixels of a scene."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from classifiers_support import BANDS, CLASSES, SILENT, make_samples, plain_samples

from backend.classifiers.label_spreading import BATCH, LEAST_SHARE, LabelSpreading
from backend.classifiers.scene_noise import MAX_PIXELS, SceneNoise
from backend.classifiers.training_data import Samples
from backend.compute.device import THREADS_VARIABLE

pytestmark = pytest.mark.backend

SAMPLES, FRESH = make_samples(), make_samples(seed=1)
NOISE = 0.05


def fit(samples: Samples) -> LabelSpreading:
    classifier = LabelSpreading("label spreading")
    classifier.fit(samples, SILENT)
    return classifier


def predict(classifier: LabelSpreading, spectra: np.ndarray) -> np.ndarray:
    return classifier.predict_variants(spectra, spectra[:, :0], [0])[0]


def two_arcs(count: int) -> tuple[np.ndarray, np.ndarray]:
    """Spectra (pixels, 3) along two arcs, each of which curls around an end of the other."""
    rng = np.random.default_rng(0)
    target = np.arange(count) % 2
    angle = np.pi * np.linspace(0, 1, count)
    spectra = np.column_stack([np.cos(angle), np.sin(angle), np.zeros(count)])
    spectra[target == 1] = [1, 0.45, 0] - spectra[target == 1]
    return (spectra + rng.normal(0, NOISE, (count, 3))).astype(np.float32), target


def arcs_with_labels(labelled: np.ndarray) -> tuple[Samples, np.ndarray, np.ndarray]:
    """Some pixels of two arcs as samples, and all of them with their classes."""
    spectra, target = two_arcs(600)
    pairs = np.random.default_rng(1).normal(0, NOISE, (900, 3))
    samples = plain_samples(spectra[labelled], target[labelled])
    noise = SceneNoise.of(pairs, spectra)
    return replace(samples, noise=noise), spectra, target


def test_labels_reach_the_far_end_of_a_chain_of_similar_pixels() -> None:
    ends = np.array([0, 1])  # one pixel of each class
    samples, spectra, target = arcs_with_labels(ends)
    found = predict(fit(samples), spectra).argmax(axis=1)
    distance = np.linalg.norm(spectra[:, None] - spectra[ends], axis=2)
    assert (distance.argmin(axis=1) == target).mean() < 0.3
    assert (found == target).mean() > 0.8


def test_the_number_of_labels_of_a_class_does_not_change_its_weight() -> None:
    """Nine tenths of the labels lie close together and count as much as the others."""
    many = np.r_[np.arange(0, 90, 2), [1, 599]]
    samples, spectra, target = arcs_with_labels(many)
    found = predict(fit(samples), spectra).argmax(axis=1)
    assert (found == target).mean() > 0.97


def test_without_a_known_scene_labels_spread_over_the_labelled_pixels() -> None:
    samples = replace(SAMPLES, noise=None)
    own = fit(samples)
    assert len(own.state()["nodes"]) == len(samples)
    found = predict(own, FRESH.spectra).argmax(axis=1)
    assert ((found == 2) == (FRESH.target == 2)).mean() > 0.95


def test_many_labelled_pixels_are_not_all_nodes() -> None:
    """A matrix of all pairs of them would not fit into memory."""
    many = SAMPLES.take(np.arange(40 * len(SAMPLES)) % len(SAMPLES))
    assert len(many) > 5 * MAX_PIXELS
    own = fit(replace(many, noise=None))
    assert len(own.state()["nodes"]) == MAX_PIXELS
    found = predict(own, FRESH.spectra).argmax(axis=1)
    assert ((found == 2) == (FRESH.target == 2)).mean() > 0.95


def test_no_more_pixels_of_a_scene_are_kept_than_needed() -> None:
    spectra = np.random.default_rng(0).normal(0, 1, (3 * MAX_PIXELS, BANDS))
    noise = SceneNoise.of(0.1 * spectra, spectra)
    assert len(noise.pixels) == MAX_PIXELS
    assert np.array_equal(noise.pixels[[0, -1]], spectra[[0, -1]])
    assert len(SceneNoise.of(0.1 * spectra, spectra[:7]).pixels) == 7


def test_probabilities_are_complete_and_no_class_without_pixels_is_predicted() -> None:
    chosen = np.flatnonzero(SAMPLES.target != 1)
    found = predict(fit(SAMPLES.take(chosen)), FRESH.spectra)
    assert found.shape == (len(FRESH), CLASSES)
    assert np.allclose(found.sum(axis=1), 1, atol=1e-6)
    assert not found[:, 1].any()


def test_where_no_label_reaches_all_classes_are_equally_likely() -> None:
    """An island of the scene that no path connects with any label."""
    samples, spectra, _ = arcs_with_labels(np.arange(20))
    island = spectra + np.float32(1000)
    noise = replace(samples.noise, pixels=np.concatenate([spectra, island]))
    found = predict(fit(replace(samples, noise=noise)), island)
    assert np.allclose(found, 0.5, atol=1e-3)
    assert LEAST_SHARE > 0


def test_the_prediction_of_a_pixel_does_not_depend_on_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = fit(SAMPLES)
    many = np.tile(FRESH.spectra, (2 * BATCH // len(FRESH) + 3, 1))
    found = []
    for threads in ("1", "3"):
        monkeypatch.setenv(THREADS_VARIABLE, threads)
        found.append(predict(own, many))
    assert np.array_equal(found[0], found[1])
    assert np.array_equal(found[0][: len(FRESH)], found[0][-len(FRESH) :])
    for rows in (slice(0, 1), slice(3, 50), slice(0, 0)):
        assert np.array_equal(predict(own, many[rows]), found[0][rows])


@pytest.mark.parametrize("count", [1, 2, 5])
def test_few_pixels_of_a_scene(count: int) -> None:
    noise = replace(SAMPLES.noise, pixels=SAMPLES.noise.pixels[:count])
    found = predict(fit(replace(SAMPLES, noise=noise)), FRESH.spectra)
    assert np.allclose(found.sum(axis=1), 1, atol=1e-6)


def test_pixels_that_are_all_equal() -> None:
    flat = replace(SAMPLES, spectra=np.ones_like(SAMPLES.spectra))
    for noise in (None, replace(SAMPLES.noise, pixels=np.ones((30, BANDS)))):
        found = predict(fit(replace(flat, noise=noise)), flat.spectra)
        assert np.allclose(found, 1 / CLASSES, atol=1e-3)


def test_the_state_is_restored_and_damaged_arrays_are_refused() -> None:
    own = fit(SAMPLES)
    state, other = own.state(), LabelSpreading("label spreading")
    other.load_state(state, BANDS, 0, CLASSES)
    assert np.array_equal(predict(other, FRESH.spectra), predict(own, FRESH.spectra))
    shares = state["shares"]
    for name, array in {
        "axes": state["axes"][1:],
        "centre": state["centre"][1:],
        "nodes": np.full_like(state["nodes"], np.nan),
        "bandwidths": 0 * state["bandwidths"],
        "shares": -shares,
        "classes": state["classes"] + CLASSES,
    }.items():
        with pytest.raises(ValueError, match=r"damaged|axes"):
            other.load_state({**state, name: array}, BANDS, 0, CLASSES)
    for name in ("nodes", "bandwidths", "shares"):
        with pytest.raises(ValueError, match="damaged"):
            other.load_state({**state, name: state[name][1:]}, BANDS, 0, CLASSES)
