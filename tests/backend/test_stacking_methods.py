"""All methods: they separate classes, are stored as plain arrays, and are reproducible."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from classifiers_support import (
    BANDS,
    CLASSES,
    CPU,
    FEATURES,
    NAMES,
    QUICK,
    SILENT,
    fitted,
    make_samples,
    quick_method,
)

from backend.classifiers.catalogue import make_method
from backend.classifiers.stacking import StackedClassifier
from backend.common.choices import AUTO
from backend.common.methods import METHODS, METHODS_INFO
from backend.compute.device import THREADS_VARIABLE

pytestmark = pytest.mark.backend

FRESH = make_samples(seed=1)


@functools.cache
def once(name: str) -> StackedClassifier:
    """A method fitted to the generated samples, once for all tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 40)
        return fitted(name)


def same(first: Mapping[str, np.ndarray], second: Mapping[str, np.ndarray]) -> bool:
    """Whether two methods have the same arrays."""
    return first.keys() == second.keys() and all(
        np.array_equal(first[key], second[key]) for key in first
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", METHODS)
def test_a_method_separates_the_classes_that_its_inputs_separate(name: str) -> None:
    probabilities = once(name).predict_proba(FRESH.spectra, FRESH.features)
    assert np.allclose(probabilities.sum(axis=1), 1, atol=1e-5)
    right = probabilities.argmax(axis=1) == FRESH.target
    if name == "geodiffnet":
        assert right[FRESH.target == 1].mean() > 0.9
    else:
        assert right[FRESH.target == 2].mean() > 0.9
    if name in ("geodiffnet-f", "lda", AUTO):
        assert right.mean() > 0.9


@pytest.mark.parametrize("name", METHODS)
def test_a_method_is_restored_from_plain_arrays(name: str) -> None:
    method = once(name)
    again = quick_method(name)
    again.load_state(method.state(), method.blend, BANDS, FEATURES, CLASSES)
    expected = method.predict_proba(FRESH.spectra, FRESH.features)
    assert np.array_equal(expected, again.predict_proba(FRESH.spectra, FRESH.features))
    assert same(method.state(), again.state())


@pytest.mark.parametrize("name", METHODS)
def test_fits_depend_on_the_seed_and_not_on_threads(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.classifiers.classic.TREES", 12)
    found: list[StackedClassifier] = []
    probabilities = []
    for threads in ("1", "2"):
        monkeypatch.setenv(THREADS_VARIABLE, threads)
        found.append(make_method(name, 0, CPU, replace(QUICK, steps=10), with_features=True))
        found[-1].fit(make_samples(60), NAMES, SILENT)
        probabilities.append(found[-1].predict_proba(FRESH.spectra, FRESH.features))
    assert same(found[0].state(), found[1].state())
    assert np.array_equal(found[0].blend.array(), found[1].blend.array())
    assert np.array_equal(*probabilities)


@pytest.mark.parametrize("name", METHODS)
def test_predictions_do_not_depend_on_the_parts_of_a_scene(name: str) -> None:
    method = once(name)
    at_once = method.predict_proba(FRESH.spectra, FRESH.features)
    for size, count in ((1, 3), (40, len(FRESH))):
        parts = [
            method.predict_proba(FRESH.spectra[i : i + size], FRESH.features[i : i + size])
            for i in range(0, count, size)
        ]
        assert np.allclose(np.concatenate(parts), at_once[:count], atol=1e-5)


@pytest.mark.parametrize("name", METHODS)
def test_no_pixels_give_an_empty_array(name: str) -> None:
    found = once(name).predict_proba(FRESH.spectra[:0], FRESH.features[:0])
    assert found.shape == (0, CLASSES)


@pytest.mark.parametrize(
    "name", [name for name, info in METHODS_INFO.items() if not info.needs_features]
)
def test_methods_without_features_ignore_them(name: str) -> None:
    samples = make_samples()
    method = make_method(name, 0, CPU, QUICK)
    nothing = replace(samples, features=samples.features[:, :0])
    method.fit(nothing, NAMES, SILENT)
    expected = method.predict_proba(FRESH.spectra, FRESH.features[:, :0])
    assert np.array_equal(expected, method.predict_proba(FRESH.spectra, FRESH.features))


@pytest.mark.parametrize("name", ["geodiffnet-f", "geodiffnet"])
def test_networks_only_ignores_context_features(name: str) -> None:
    method = make_method(name, 0, CPU, replace(QUICK, networks_only=True))
    method.fit(make_samples(), NAMES, SILENT)
    assert len(method.variants) == 1
    first = QUICK.kinds[0]
    for columns, matters in ((slice(first, None), False), (slice(0, first), True)):
        altered = FRESH.features.copy()
        altered[:, columns] += 5
        unchanged = np.array_equal(
            method.predict_proba(FRESH.spectra, altered),
            method.predict_proba(FRESH.spectra, FRESH.features),
        )
        assert unchanged != matters
