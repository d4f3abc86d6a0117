"""The stacked classifier: blended by out-of-fold results, fitted in parallel, and tested fairly."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import numpy as np
import pytest
from backend_support import TIMEOUT
from classifiers_support import (
    BANDS,
    CLASSES,
    FEATURES,
    NAMES,
    SILENT,
    Stateless,
    fitted,
    make_samples,
    quick_method,
)

from backend.classifiers import stacking
from backend.classifiers.base import BaseClassifier, Variant
from backend.classifiers.blending import Blend, fit_blend
from backend.classifiers.stacking import StackedClassifier
from backend.classifiers.training_data import Samples
from backend.classifiers.validation import cross_fitted
from backend.common.choices import AUTO
from backend.common.protocol import Progress
from backend.compute.device import THREADS_VARIABLE
from backend.core.errors import Cancelled
from backend.core.reporter import Reporter

pytestmark = pytest.mark.backend

SAMPLES = make_samples(90)


class Called(Stateless):
    """A base classifier whose fit is a function."""

    def __init__(self, fit: Callable[[Samples, Reporter], None] = lambda *_: None):
        self._fit = fit

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        self._fit(samples, reporter)


class Oracle(Stateless):
    """Predicts the class from the first feature, except for samples with altered labels."""

    variants = (Variant("oracle", True),)

    def __init__(self, sure: float = 0.9, computed: list[str] | None = None):
        self._sure, self._computed = sure, computed

    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        if self._computed is not None:
            self._computed.append("oracle")
        found = np.full((1, len(features), CLASSES), (1 - self._sure) / (CLASSES - 1), np.float32)
        found[0, np.arange(len(features)), features[:, 0].astype(int)] = self._sure
        return found

    def state(self) -> dict[str, np.ndarray]:
        return {"sure": np.array([self._sure])}


class Wrong(Oracle):
    """Predicts the next class instead of the true one."""

    variants = (Variant("wrong", False),)

    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        if self._computed is not None:
            self._computed.append("wrong")
        return np.roll(super().predict_variants(spectra, features, variant_numbers), 1, axis=2)


def stack(**makers: Callable[[], BaseClassifier]) -> StackedClassifier:
    """Base classifiers with the same prior weight for every variant."""
    members = {name: (make, (1.0,) * len(make().variants)) for name, make in makers.items()}
    return StackedClassifier(members, 0)


def revealing(samples: Samples) -> Samples:
    """Samples whose first feature is their class."""
    features = samples.features.copy()
    features[:, 0] = samples.target
    return replace(samples, features=features)


def test_many_training_pixels_of_a_fold_are_subsampled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stacking, "MAX_FOLD_PIXELS", 60)
    lock, counts = threading.Lock(), []

    def fit(samples: Samples, _: Reporter) -> None:
        with lock:
            counts.append(np.bincount(samples.target).tolist())

    stack(a=lambda: Called(fit)).fit(SAMPLES, NAMES, SILENT)
    everything = np.bincount(SAMPLES.target).tolist()
    counts.remove(everything)
    assert len(counts) == 5
    assert all(50 < sum(own) <= 60 and min(own) > 15 for own in counts)


def test_lighter_classifiers_are_fitted_in_the_folds_only() -> None:
    lock, fitted_kinds = threading.Lock(), []

    class Heavy(Called):
        """A base classifier with a lighter one for the folds."""

        kind = "heavy"

        def for_folds(self) -> BaseClassifier:
            lighter = Heavy()
            lighter.kind = "light"
            return lighter

        def fit(self, samples: Samples, reporter: Reporter) -> None:
            with lock:
                fitted_kinds.append((len(samples) == len(SAMPLES), self.kind))

    method = stack(a=Heavy)
    method.fit(SAMPLES, NAMES, SILENT)
    assert sorted(fitted_kinds) == [(False, "light")] * 5 + [(True, "heavy")]
    assert method.bases["a"].kind == "heavy"  # type: ignore[attr-defined]


def test_base_classifiers_are_not_fitted_to_the_fold_that_they_predict() -> None:
    lock, seen = threading.Lock(), []

    def fit(samples: Samples, _: Reporter) -> None:
        with lock:
            seen.append(frozenset(samples.group.tolist()))

    validation = stack(a=lambda: Called(fit)).fit(SAMPLES, NAMES, SILENT)
    everything = frozenset(SAMPLES.group.tolist())
    folds = validation.folds
    expected = {everything - set(SAMPLES.group[folds.fold == k].tolist()) for k in range(5)}
    assert folds.count == 5
    assert len(seen) == 6
    assert set(seen) == expected | {everything}


def test_cross_validate_does_not_fit_to_all_samples() -> None:
    counts: list[int] = []
    method = stack(a=lambda: Called(lambda samples, _: counts.append(len(samples))))
    method.cross_validate(SAMPLES, NAMES, SILENT)
    assert len(counts) == 5
    assert max(counts) < len(SAMPLES)


def test_a_classifier_without_weight_is_neither_computed_nor_stored() -> None:
    computed: list[str] = []
    method = stack(oracle=lambda: Oracle(0.9, computed), wrong=lambda: Wrong(0.9, computed))
    samples = revealing(make_samples(600))
    validation = method.fit(samples, NAMES, SILENT)
    assert method.blend.used == [0]
    assert [base.weight for base in validation.bases] == [1.0, 0.0]
    assert [base.accuracy.overall for base in validation.bases] == [1.0, 0.0]
    assert validation.without_features.overall == 0.0
    assert validation.accuracy.overall == 1.0
    assert set(method.state()) == {"oracle/sure"}
    computed.clear()
    found = method.predict_proba(samples.spectra, samples.features)
    assert (found.argmax(axis=1) == samples.target).all()
    assert computed == ["oracle"]
    assert method.predict_all(samples.spectra, samples.features).shape[0] == 2


def test_only_variants_with_weight_are_computed() -> None:
    wanted_of: list[list[int]] = []

    class Both(Stateless):
        variants = (Variant("right", False), Variant("useless", False))

        def predict_variants(
            self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
        ) -> np.ndarray:
            wanted_of.append(list(variant_numbers))
            right = Oracle(0.99).predict_variants(spectra, features, [0])[0]
            return np.stack([right, np.full_like(right, 1 / CLASSES)])[list(variant_numbers)]

    method = stack(both=Both)
    samples = revealing(make_samples(900))
    method.fit(samples, NAMES, SILENT)
    assert method.blend.used == [0]
    wanted_of.clear()
    method.predict_proba(samples.spectra, samples.features)
    assert wanted_of == [[0]]


def test_with_few_polygons_a_bad_classifier_keeps_prior_weight() -> None:
    weights = []
    for count in (9, 30, 600):
        method = stack(oracle=Oracle, wrong=Wrong)
        method.fit(revealing(make_samples(count)), NAMES, SILENT)
        weights.append(method.blend.weights[1])
    assert weights[0] > weights[1] > weights[2] == 0


def test_the_blend_of_a_fold_does_not_use_its_labels() -> None:
    """With altered labels of one fold, only the probabilities of the other folds change."""
    rng = np.random.default_rng(0)
    count = 200
    predictions = rng.dirichlet(np.ones(CLASSES), (4, count)).astype(np.float32)
    target, group = rng.integers(0, CLASSES, count), np.arange(count)
    fold = np.arange(count) % 5
    method = StackedClassifier({str(n): (Called, (1.0,)) for n in range(4)}, 0)
    clean = cross_fitted(method.fit_blend, predictions, target, group, fold)
    for number in range(5):
        own = fold == number
        poisoned = np.where(own, predictions[0].argmin(axis=1), target)
        found = cross_fitted(method.fit_blend, predictions, poisoned, group, fold)
        assert np.array_equal(found[own], clean[own])
        assert not np.allclose(found[~own], clean[~own])


def test_validation_probabilities_are_cross_fitted() -> None:
    samples = make_samples(60)
    method = quick_method("lda")
    validation = method.fit(samples, NAMES, SILENT)
    scored = validation.scored
    for number in range(validation.folds.count):
        own = validation.folds.fold[scored] == number
        blend = method.fit_blend(
            validation.base_probabilities[:, ~own],
            samples.target[scored][~own],
            samples.group[scored][~own],
        )
        expected = blend.combine(validation.base_probabilities[blend.used][:, own])
        assert np.allclose(validation.probabilities[own], expected)


def test_the_blend_of_a_subset_equals_that_of_a_method_of_the_subset() -> None:
    """The default method among the base classifiers of `auto`."""
    rng = np.random.default_rng(0)
    default, auto = quick_method("geodiffnet-f"), quick_method(AUTO)
    count, of_default = len(auto.variants), len(default.variants)
    predictions = rng.dirichlet(np.ones(CLASSES), (count, 150))
    target, group = rng.integers(0, CLASSES, 150), np.arange(150) // 3
    allowed = [number < of_default for number in range(count)]
    found = auto.fit_blend(predictions, target, group, allowed)
    expected = default.fit_blend(predictions[:of_default], target, group)
    assert np.allclose(found.weights[:of_default], expected.weights)
    assert (found.weights[of_default:] == 0).all()
    assert np.isclose(found.temperature, expected.temperature)


@pytest.mark.parametrize("labelled", ["one scene", "several scenes", "a class in one scene"])
def test_the_temperature_is_that_of_one_or_of_multiple_scenes(labelled: str) -> None:
    samples = make_samples(60)
    scene = None if labelled == "one scene" else samples.group // CLASSES % 3
    if labelled == "a class in one scene":
        scene = np.where(samples.target == 0, 0, scene)
    method = quick_method("lda")
    validation = method.fit(replace(samples, scene=scene), NAMES, SILENT)
    assert validation.folds.by_scene == (labelled == "several scenes")
    scored = validation.scored
    one, several = (
        fit_blend(
            validation.base_probabilities,
            samples.target[scored],
            samples.group[scored],
            np.ones(len(method.variants)),
            multiple_scenes,
        ).temperature
        for multiple_scenes in (False, True)
    )
    assert one < 0.9 * several
    assert np.isclose(method.blend.temperature, one if labelled == "one scene" else several)


def test_the_accuracy_without_features_uses_spectral_variants() -> None:
    """The first two classes differ in features only."""
    validation = quick_method("lda").fit(make_samples(), NAMES, SILENT)
    assert validation.accuracy.overall > 0.95
    assert 0.5 < validation.without_features.overall < 0.8
    alone = quick_method("lda", with_features=False).fit(make_samples(), NAMES, SILENT)
    assert alone.without_features is None


@pytest.mark.slow
def test_base_classifiers_without_weight_have_no_arrays() -> None:
    method = fitted(AUTO)
    weights = method.blend.weights.copy()
    svm = [variant.name.startswith("support") for variant in method.variants].index(True)
    weights[svm] = 0
    blend = replace(method.blend, weights=weights / weights.sum())
    state = {key: value for key, value in method.state().items() if not key.startswith("svm/")}
    again = quick_method(AUTO)
    again.load_state(state, blend, BANDS, FEATURES, CLASSES)
    found = again.predict_proba(SAMPLES.spectra, SAMPLES.features)
    assert np.isfinite(found).all()
    if weights.any() and method.blend.weights[svm] > 0:
        with pytest.raises(KeyError):
            quick_method(AUTO).load_state(state, method.blend, BANDS, FEATURES, CLASSES)


def test_base_classifiers_are_fitted_in_parallel_threads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "2")
    both = threading.Barrier(2, timeout=TIMEOUT)
    wait = partial(Called, lambda *_: both.wait())
    stack(a=wait, b=wait).fit(SAMPLES, NAMES, SILENT)


@pytest.mark.slow
def test_copies_are_freed_once_they_have_predicted() -> None:
    """Five folds of large forests do not fit into memory at once."""
    alive: list[weakref.ref] = []
    counts: list[int] = []

    class Counted(Called):
        def __init__(self) -> None:
            super().__init__()
            alive.append(weakref.ref(self))

        def predict_variants(self, *arguments: object) -> np.ndarray:
            gc.collect()
            counts.append(sum(reference() is not None for reference in alive))
            return super().predict_variants(*arguments)

    stack(a=Counted).cross_validate(SAMPLES, NAMES, SILENT)
    assert counts == [6, 5, 4, 3, 2]  # one of them is the method's own


def test_the_blend_is_fitted_while_base_classifiers_are_fitted_to_all_samples(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "2")
    is_blended = threading.Event()
    known: list[bool] = []

    def fit(samples: Samples, _: Reporter) -> None:
        if len(samples) == len(SAMPLES):
            known.append(is_blended.wait(timeout=TIMEOUT))

    method = stack(a=lambda: Called(fit))
    fit_to_predictions = method.fit_blend

    def fit_blend(*arguments: object, **options: object) -> Blend:
        blend = fit_to_predictions(*arguments, **options)  # type: ignore[arg-type]
        is_blended.set()
        return blend

    monkeypatch.setattr(method, "fit_blend", fit_blend)
    method.fit(SAMPLES, NAMES, SILENT)
    assert known == [True]


@pytest.mark.parametrize("threads", ["1", "2"])
def test_after_an_error_in_a_fold_nothing_is_fitted_any_more(
    monkeypatch: pytest.MonkeyPatch, threads: str
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, threads)
    running: list[threading.Thread] = []

    class Failing(Called):
        def predict_variants(self, *_: object) -> np.ndarray:
            raise ValueError("no probabilities")

    make = partial(Failing, lambda *_: running.append(threading.current_thread()))
    with pytest.raises(ValueError, match="no probabilities"):
        stack(a=make).fit(SAMPLES, NAMES, SILENT)
    here = threading.current_thread()
    assert running
    assert not any(thread.is_alive() for thread in running if thread is not here)


def test_cancelling_stops_base_classifiers_while_they_are_fitted() -> None:
    cancelled = threading.Event()

    def fit(_: Samples, reporter: Reporter) -> None:
        cancelled.set()
        for _ in reporter.follow(range(3)):
            pass

    make = partial(Called, fit)
    with pytest.raises(Cancelled):
        stack(a=make, b=make).fit(SAMPLES, NAMES, Reporter(lambda event: None, cancelled))


def test_base_classifiers_that_lacked_memory_are_fitted_again_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "2")
    here, tries = threading.current_thread(), []

    def fit(*_: object) -> None:
        tries.append(threading.current_thread())
        if threading.current_thread() is not here:
            raise MemoryError

    stack(a=lambda: Called(fit), b=Called).fit(SAMPLES, NAMES, SILENT)
    assert tries[-1] is here


def test_progress_never_decreases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.core.reporter.SECONDS_BETWEEN_REPORTS", 0)
    monkeypatch.setenv(THREADS_VARIABLE, "3")
    events: list[Progress] = []
    whole = Reporter(events.append)
    whole.plan([("work", 1.0)])
    whole.begin("work")

    def fit(_: Samples, reporter: Reporter) -> None:
        for number in range(20):
            reporter.advance(number / 20)

    stack(a=partial(Called, fit), b=partial(Called, fit)).fit(SAMPLES, NAMES, whole)
    fractions = [event.fraction for event in events]
    assert len(fractions) > 20
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


@pytest.mark.slow
def test_a_state_without_any_of_its_arrays_is_refused() -> None:
    method = fitted("geodiffnet-f")
    state: Mapping[str, np.ndarray] = method.state()
    for key in list(state)[:: max(1, len(state) // 12)]:
        kept = {name: value for name, value in state.items() if name != key}
        with pytest.raises((KeyError, ValueError)):
            quick_method("geodiffnet-f").load_state(kept, method.blend, BANDS, FEATURES, CLASSES)
