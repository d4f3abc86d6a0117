"""The discriminant equals scikit-learn's where both are defined, and handles singular cases."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from classifiers_support import (
    BANDS,
    CLASSES,
    FEATURES,
    NAMES,
    SILENT,
    make_samples,
    plain_samples,
    quick_method,
)
from sklearn.covariance import ledoit_wolf_shrinkage
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

from backend.classifiers.covariance import MIN_NOISE, RIDGE, WithinClasses, whitening
from backend.classifiers.discriminant import BATCH, NOISE_POWER, TEMPERATURE, Discriminant
from backend.classifiers.scene_noise import MIN_RATIO, SceneNoise, without_edges
from backend.classifiers.training_data import Samples

pytestmark = pytest.mark.backend

SAMPLES, FRESH = make_samples(), make_samples(seed=1)


def fit(samples: Samples, *settings: object, **more: object) -> Discriminant:
    """A discriminant fitted to the samples."""
    own = Discriminant("d", *settings, **more)
    own.fit(samples, SILENT)
    return own


def predict(own: Discriminant, samples: Samples) -> np.ndarray:
    return own.predict_variants(samples.spectra, samples.features, [0])[0]


def blurred(samples: Samples, seed: int) -> Samples:
    """The same samples with noise, so that classes overlap."""
    rng = np.random.default_rng(seed)
    spectra, features = (
        (values + rng.normal(0, 1.2, values.shape)).astype(np.float32)
        for values in (samples.spectra, samples.features)
    )
    return replace(samples, spectra=spectra, features=features)


def residuals_of(values: np.ndarray, target: np.ndarray) -> np.ndarray:
    """Differences from class means."""
    means = np.array([values[target == k].mean(axis=0) for k in range(CLASSES)])
    return values - means[target]


@pytest.mark.parametrize("uses_features", [False, True])
def test_it_equals_scikit_learns_with_the_same_shrinkage(uses_features: bool) -> None:
    """scikit-learn's discriminant on standardised columns, with equal priors."""

    def inputs(samples: Samples) -> np.ndarray:
        parts = [samples.spectra, samples.features] if uses_features else [samples.spectra]
        return np.concatenate(parts, axis=1).astype(np.float64)

    samples, fresh = blurred(SAMPLES, 0), blurred(FRESH, 1)
    target = samples.target
    own = fit(samples, uses_features, feature_scale=1.0)
    deviation = residuals_of(inputs(samples), target).std(axis=0)
    standardised = inputs(samples) / deviation
    shrinkage = ledoit_wolf_shrinkage(residuals_of(standardised, target), assume_centered=True)
    reference = LinearDiscriminantAnalysis(
        "lsqr", shrinkage=shrinkage, priors=np.full(CLASSES, 1 / CLASSES)
    )
    reference.fit(standardised, target)
    theirs = reference.decision_function(inputs(fresh) / deviation)
    degrees_of_freedom = (len(samples) - CLASSES) / len(
        samples
    )  # scikit-learn divides by the number of pixels
    scores = theirs * degrees_of_freedom / TEMPERATURE
    expected = np.exp(scores - scores.max(axis=1, keepdims=True))
    expected /= expected.sum(axis=1, keepdims=True)
    assert expected.max(axis=1).min() < 0.7  # some pixels are uncertain
    assert np.allclose(predict(own, fresh), expected, atol=1e-3)


def test_features_count_less_with_a_smaller_scale() -> None:
    def gap(scale: float) -> float:
        own = fit(SAMPLES, True, feature_scale=scale)
        plain = predict(own, FRESH)
        nothing = replace(FRESH, features=np.zeros_like(FRESH.features))
        return float(np.abs(plain - predict(own, nothing)).mean())

    gaps = [gap(scale) for scale in (0.01, 0.2, 1.0)]
    assert gaps[0] < 0.5 * gaps[1]
    assert gaps[1] < gaps[2]


def test_features_are_ignored_by_a_spectral_discriminant() -> None:
    own = fit(SAMPLES)
    altered = replace(FRESH, features=FRESH.features + 100)
    assert np.array_equal(predict(own, FRESH), predict(own, altered))


def test_the_covariance_is_shrunk_towards_that_of_the_noise() -> None:
    """With identical pixels of a class, the covariance is the shrinkage target."""
    rng = np.random.default_rng(0)
    values = rng.normal(0, 1, (8, BANDS))
    within = WithinClasses.of(values, np.arange(8) % 2)
    own = np.diag(np.linspace(1, 5, BANDS) ** 2)
    scale = np.ones(BANDS)
    residuals = within.residuals
    intensity = ledoit_wolf_shrinkage(residuals, assume_centered=True)
    raw = residuals.T @ residuals / len(residuals)
    level = np.trace(raw) / BANDS
    ridge = RIDGE * level * np.eye(BANDS)
    assert 0.2 < intensity <= 1
    for found, target in (
        (within.covariance(scale), np.eye(BANDS)),
        (within.covariance(scale, own), own),
        (within.covariance(scale, own, 0.5), np.sqrt(own)),
    ):
        target = target * level * BANDS / np.trace(target)
        assert np.allclose(found, (1 - intensity) * raw + intensity * target + ridge)


def test_the_noise_target_leaves_features_unchanged() -> None:
    rng = np.random.default_rng(0)
    values = rng.normal(0, 1, (30, BANDS + 4))
    within = WithinClasses.of(values, np.arange(30) % 2)
    noise = np.cov(rng.normal(0, 1, (300, BANDS)).T)
    scale = np.ones(BANDS + 4)
    found, plain = within.covariance(scale, noise), within.covariance(scale)
    assert np.array_equal(found[BANDS:], plain[BANDS:])
    assert not np.allclose(found[:BANDS, :BANDS], plain[:BANDS, :BANDS])


def test_the_noise_target_separates_classes_in_directions_with_little_noise() -> None:
    """Neighbouring pixels show the effect of brightness, which few training pixels do not."""
    rng = np.random.default_rng(0)

    def noise(count: int) -> np.ndarray:
        return rng.normal(0, 2, (count, 1)) + rng.normal(0, 0.3, (count, BANDS))

    def drawn(count: int) -> Samples:
        target = np.arange(count) % 2
        spectra = noise(count)
        spectra[:, -1] += 0.8 * target
        return plain_samples(spectra, target, noise=noise(2000))

    right = np.zeros((20, 2))
    many = drawn(600)
    for number in range(len(right)):
        few = drawn(6)
        for column, power in enumerate((0.0, 1.0)):
            found = predict(fit(few, False, power), many).argmax(axis=1)
            right[number, column] = (found == many.target).mean()
    without, with_noise = right.mean(axis=0)
    assert with_noise > without + 0.05


def test_axes_without_noise_do_not_decide_alone() -> None:
    """Of smoothed spectra and few neighbours, the noise is known along some axes only."""
    rng = np.random.default_rng(0)
    values = rng.normal(0, 1, (6, BANDS))
    within = WithinClasses.of(values, np.arange(6) % 2)
    one_axis = np.ones((BANDS, BANDS))
    found = within.covariance(np.ones(BANDS), one_axis, 0.5)
    variance = np.linalg.eigvalsh(found)
    least = np.sqrt(MIN_NOISE / BANDS)  # of that along the axis, before the pixels are added
    assert variance[0] > 0.1 * least * variance[-1]


def test_without_known_noise_the_target_is_the_identity() -> None:
    samples = replace(SAMPLES, noise=None)
    expected = predict(fit(samples, False, 0.0), FRESH)
    nothing = np.zeros((BANDS, BANDS))
    for noise in (None, SceneNoise(nothing, nothing, samples.spectra)):
        found = predict(fit(replace(samples, noise=noise), False, 0.75), FRESH)
        assert np.array_equal(found, expected)


def test_pairs_across_an_edge_are_not_counted_as_noise() -> None:
    rng = np.random.default_rng(0)
    inside, edges = rng.normal(0, 0.1, (900, BANDS)), rng.normal(5, 0.1, (100, BANDS))
    kept = without_edges(np.concatenate([inside, edges, np.zeros((50, BANDS))]))
    assert np.abs(kept).max() < 1
    assert 700 < len(kept) <= 900
    for nothing in (np.zeros((0, BANDS)), np.zeros((9, BANDS))):
        assert len(without_edges(nothing)) == 0
        assert SceneNoise.of(nothing, np.ones((4, BANDS))) is None


def test_leading_axes_are_those_along_which_spectra_exceed_the_noise() -> None:
    rng = np.random.default_rng(0)
    mixing = rng.normal(0, 1, (BANDS, BANDS))
    noise = rng.normal(0, 1, (4000, BANDS)) @ mixing
    signal = np.zeros((4000, BANDS))
    signal[:, 2], signal[:, 7] = rng.normal(0, 3, 4000), rng.normal(0, 5, 4000)
    spectra = (rng.normal(0, 1, (4000, BANDS)) + signal) @ mixing
    found = SceneNoise.of(noise, spectra)
    axes = found.leading_axes(1)
    assert axes.shape == (BANDS, 2)
    for own, variances in ((noise, (1, 1)), (spectra, (26, 10))):
        along = np.cov((own @ axes).T)
        assert np.allclose(np.diag(along), variances, rtol=0.3)
        assert abs(along[0, 1]) < 1.5
    assert found.leading_axes(5).shape == (BANDS, 5)
    assert np.array_equal(found.leading_axes(5)[:, :2], axes)
    assert found.leading_axes(BANDS + 9).shape == (BANDS, BANDS)
    scaled = np.cov((spectra @ found.scaled_axes(1)).T)
    assert np.allclose(np.diag(scaled), np.sqrt([26, 10]) / np.sqrt([26, 10]).mean(), rtol=0.2)
    only_noise = SceneNoise.of(noise, noise)
    assert only_noise.leading_axes(0).shape == (BANDS, 1)
    assert MIN_RATIO > 1


def test_with_many_bands_the_components_above_noise_need_fewer_labels() -> None:
    """Classes differ in two of many bands, and not along most of the axes."""
    rng, bands = np.random.default_rng(0), 150
    mixing = np.linalg.qr(rng.normal(0, 1, (bands, bands)))[0]

    def drawn(count: int) -> tuple[np.ndarray, np.ndarray]:
        target = np.arange(count) % 3
        values = rng.normal(0, 1, (count, bands))
        values[:, 0] += 4 * (target == 1)
        values[:, 1] += 4 * (target == 2)
        return (values @ mixing).astype(np.float32), target

    pairs = rng.normal(0, 1, (1500, bands)) @ mixing
    sample, _ = drawn(1500)
    many, target = drawn(900)
    noise = SceneNoise.of(pairs, sample)
    right = []
    for leading_axes in (False, True):
        spectra, known = drawn(9)
        few = replace(plain_samples(spectra, known), noise=noise)
        own = fit(few, False, 1.0, leading_axes=leading_axes)
        found = own.predict_variants(many, many[:, :0], [0])[0]
        right.append((found.argmax(axis=1) == target).mean())
        assert own.state()["weights"].shape == (bands, 3)
    assert right[1] > right[0] + 0.1


@pytest.mark.parametrize("uses_features", [False, True])
def test_weights_of_leading_axes_are_those_of_the_spectra(uses_features: bool) -> None:
    """Predicting spectra equals projecting them first, and features keep their weights."""
    samples = blurred(SAMPLES, 0)
    axes = samples.noise.leading_axes(CLASSES - 1)
    assert axes.shape[1] < BANDS
    own = fit(samples, uses_features, 1.0, leading_axes=True)
    projected = replace(
        samples,
        spectra=(samples.spectra @ axes).astype(np.float32),
        noise=SceneNoise(*[np.eye(axes.shape[1])] * 3),
    )
    other = fit(projected, uses_features, 1.0)
    fresh = replace(FRESH, spectra=(FRESH.spectra @ axes).astype(np.float32))
    assert np.allclose(predict(own, FRESH), predict(other, fresh), atol=1e-4)
    if uses_features:
        weights, others = own.state()["weights"], other.state()["weights"]
        assert np.allclose(weights[BANDS:], others[axes.shape[1] :], atol=1e-5)


@pytest.mark.parametrize("bands", [1, 2, 7])
def test_leading_axes_without_known_noise_and_of_few_bands(bands: int) -> None:
    samples = replace(SAMPLES, spectra=SAMPLES.spectra[:, :bands])
    plain = predict(fit(replace(samples, noise=None)), samples)
    unknown = fit(replace(samples, noise=None), False, 1.0, leading_axes=True)
    assert np.array_equal(predict(unknown, samples), plain)
    rng = np.random.default_rng(0)
    flat = np.zeros((300, bands))
    flat[:, 0] = rng.normal(0, 0.1, 300)
    noise = SceneNoise.of(flat, samples.spectra)
    found = predict(fit(replace(samples, noise=noise), False, 1.0, leading_axes=True), samples)
    assert np.isfinite(found).all()


def test_predictions_do_not_depend_on_batches() -> None:
    own = fit(SAMPLES)
    many = np.tile(FRESH.spectra, (BATCH // len(FRESH) + 3, 1))
    found = own.predict_variants(many, many[:, :0], [0])[0]
    assert np.allclose(found[: len(FRESH)], found[-len(FRESH) :], atol=1e-6)
    assert np.allclose(found[: len(FRESH)], predict(own, FRESH), atol=1e-6)


def test_a_class_without_pixels_is_never_predicted() -> None:
    chosen = np.flatnonzero(SAMPLES.target != 1)
    found = predict(fit(SAMPLES.take(chosen)), FRESH)
    assert found.shape == (len(FRESH), CLASSES)
    assert (found[:, 1] == 0).all()
    assert np.allclose(found.sum(axis=1), 1, atol=1e-6)


DAMAGE = {
    "no weights": lambda state: state.pop("weights"),
    "fewer bands": lambda state: state.update(weights=state["weights"][1:]),
    "fewer classes": lambda state: state.update(intercepts=state["intercepts"][1:]),
    "not finite": lambda state: state.update(weights=state["weights"] * np.inf),
    "too large": lambda state: state.update(weights=np.full_like(state["weights"], 1e37)),
    "no numbers": lambda state: state.update(intercepts=state["intercepts"].astype(np.int32)),
    "foreign classes": lambda state: state.update(classes=state["classes"] + 1),
    "a class twice": lambda state: state.update(classes=state["classes"] * 0),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_discriminant_is_refused(damage: str) -> None:
    state = fit(SAMPLES).state()
    with np.errstate(invalid="ignore"):
        DAMAGE[damage](state)
    with pytest.raises((ValueError, KeyError)):
        Discriminant("d").load_state(state, BANDS, FEATURES, CLASSES)


def test_whitened_pixels_have_equal_variances_within_classes() -> None:
    rng = np.random.default_rng(0)
    mixing = rng.normal(0, 1, (BANDS, BANDS))
    target = np.arange(3000) % CLASSES
    values = rng.normal(0, 1, (3000, BANDS)) @ mixing + 5 * target[:, None]
    centre, matrix = whitening(values, target)
    white = (values - centre) @ matrix
    assert np.isclose((white**2).mean(), 1)
    inside = np.cov(residuals_of(white, target), rowvar=False)
    before = residuals_of(values, target)
    assert np.linalg.cond(inside) < 0.05 * np.linalg.cond(np.cov(before, rowvar=False))


@pytest.mark.parametrize("with_features", [False, True])
def test_the_method_lda_is_shrunk_to_the_noise_of_the_scene(with_features: bool) -> None:
    samples = blurred(SAMPLES, 0).take(np.arange(0, len(SAMPLES), 5))
    spread = np.diag(np.linspace(0.1, 3, BANDS))
    uneven = replace(samples.noise, covariance=spread, total=np.eye(BANDS))
    found = []
    for noise in (None, uneven):
        method = quick_method("lda", with_features=with_features)
        method.fit(replace(samples, noise=noise), NAMES, SILENT)
        found.append(method.predict_proba(FRESH.spectra, FRESH.features))
    assert np.abs(found[0] - found[1]).max() > 0.05
    own = predict(fit(replace(samples, noise=uneven), False, NOISE_POWER), FRESH)
    if not with_features:  # the temperature of the method changes no order
        assert np.array_equal(own.argmax(axis=1), found[1].argmax(axis=1))
