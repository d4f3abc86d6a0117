"""Forest and support vectors, kept as plain arrays, predict like scikit-learn's classifiers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from classifiers_support import BANDS, CLASSES, FEATURES, SILENT, make_samples
from scipy.spatial.distance import cdist
from sklearn.ensemble import RandomForestClassifier
from sklearn.svm import SVC

from backend.classifiers import classic
from backend.classifiers.classic import SUPPORT_VECTOR_COST, TREES, Forest, SupportVectors
from backend.compute.device import THREADS_VARIABLE

pytestmark = pytest.mark.backend

SAMPLES, FRESH = make_samples(), make_samples(seed=1)


@pytest.mark.parametrize("on_components", [False, True])
def test_the_forest_predicts_like_scikit_learn(on_components: bool) -> None:
    axes = SAMPLES.noise.leading_axes(CLASSES - 1) if on_components else np.eye(BANDS)
    own = Forest(0, on_components=on_components)
    own.fit(SAMPLES, SILENT)
    reference = RandomForestClassifier(TREES, class_weight="balanced", random_state=0)
    reference.fit(SAMPLES.spectra @ axes, SAMPLES.target)
    expected = reference.predict_proba(FRESH.spectra @ axes)
    found = own.predict_variants(FRESH.spectra, FRESH.features, [0])[0]
    assert np.allclose(found, expected, atol=1e-6)


def test_half_a_forest_has_half_the_trees() -> None:
    own = Forest(0, tree_fraction=0.5)
    own.fit(SAMPLES, SILENT)
    assert len(own.state()["sizes"]) == TREES // 2


@pytest.mark.parametrize("classes", [2, 3])
def test_support_vectors_predict_like_scikit_learn(classes: int) -> None:
    chosen = np.flatnonzero(SAMPLES.target >= CLASSES - classes)
    own = SupportVectors(0)
    own.fit(SAMPLES.take(chosen), SILENT)
    reference = SVC(C=SUPPORT_VECTOR_COST, gamma="scale", class_weight="balanced")
    reference.fit(SAMPLES.spectra[chosen], SAMPLES.target[chosen])
    scores = reference.decision_function(FRESH.spectra)
    expected = reference.classes_[
        scores.argmax(axis=1) if classes > 2 else (scores > 0).astype(int)
    ]
    found = own.predict_variants(FRESH.spectra, FRESH.features, [0])[0]
    assert np.array_equal(found.argmax(axis=1), expected)


def test_a_forest_with_invalid_links_is_refused() -> None:
    forest = Forest(0)
    forest.fit(SAMPLES, SILENT)
    state = forest.state()
    inner = np.flatnonzero(state["children_left"] >= 0)[0]
    state["children_left"] = state["children_left"].copy()
    state["children_left"][inner] = 10_000_000
    with pytest.raises(ValueError, match="damaged"):
        Forest(0).load_state(state, BANDS, FEATURES, CLASSES)


def test_a_forest_of_other_bands_is_refused() -> None:
    forest = Forest(0)
    forest.fit(SAMPLES, SILENT)
    last = int(forest.state()["feature"].max())
    with pytest.raises(ValueError, match="damaged"):
        Forest(0).load_state(forest.state(), last, FEATURES, CLASSES)


def test_a_forest_on_components_is_restored_with_its_axes() -> None:
    forest = Forest(0, on_components=True)
    forest.fit(SAMPLES, SILENT)
    state, other = forest.state(), Forest(0, on_components=True)
    other.load_state(state, BANDS, FEATURES, CLASSES)
    assert np.array_equal(predict(other), predict(forest))
    for axes in (state["axes"][1:], state["axes"][:, :0], state["axes"] * np.inf):
        with pytest.raises(ValueError, match="axes"):
            other.load_state({**state, "axes": axes}, BANDS, FEATURES, CLASSES)
    with pytest.raises(ValueError, match="damaged"):
        other.load_state({**state, "axes": state["axes"][:, :1]}, BANDS, FEATURES, CLASSES)


def test_without_known_noise_a_forest_on_components_is_one_on_spectra() -> None:
    unknown = replace(SAMPLES, noise=None)
    forests = Forest(0), Forest(0, on_components=True)
    for forest in forests:
        forest.fit(unknown, SILENT)
    plain, other = map(predict, forests)
    assert np.array_equal(plain, other)
    assert "axes" not in forests[1].state()


def predict(forest: Forest) -> np.ndarray:
    return forest.predict_variants(FRESH.spectra, FRESH.features, [0])[0]


def test_a_forest_does_not_depend_on_the_number_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for threads in ("1", "3"):
        monkeypatch.setenv(THREADS_VARIABLE, threads)
        forest = Forest(0)
        forest.fit(SAMPLES, SILENT)
        found.append(forest.predict_variants(FRESH.spectra, FRESH.features, [0]))
    assert np.array_equal(*found)


def test_a_forest_for_the_folds_has_a_fraction_of_the_trees() -> None:
    own = Forest(3, tree_fraction=0.5, fold_fraction=0.2)
    lighter = own.for_folds()
    lighter.fit(SAMPLES, SILENT)
    assert len(lighter.state()["sizes"]) == TREES // 10
    assert lighter.variants == own.variants
    whole = Forest(3)
    assert whole.for_folds().variants == whole.variants
    # the first trees of both are the same
    own.fit(SAMPLES, SILENT)
    count = int(lighter.state()["sizes"].sum())
    assert np.array_equal(own.state()["threshold"][:count], lighter.state()["threshold"])


@pytest.mark.parametrize("count", [0, 1, 63, 64, 65, 150])
def test_the_kernel_is_computed_for_few_pixels_at_once(
    monkeypatch: pytest.MonkeyPatch, count: int
) -> None:
    own = SupportVectors(0)
    own.fit(SAMPLES, SILENT)
    spectra, features = FRESH.spectra[:count], FRESH.features[:count]
    together = own.predict_variants(spectra, features, [0])
    sizes: list[int] = []

    def recorded(first: np.ndarray, second: np.ndarray, metric: str) -> np.ndarray:
        sizes.append(len(first))
        return np.asarray(cdist(first, second, metric))

    monkeypatch.setattr(classic, "cdist", recorded)
    monkeypatch.setattr(classic, "KERNEL_BATCH", 64)
    in_batches = own.predict_variants(spectra, features, [0])
    assert sum(sizes) == count
    assert max(sizes, default=0) <= 64
    assert in_batches.shape == (1, count, CLASSES)
    assert np.allclose(in_batches, together, rtol=1e-6)
