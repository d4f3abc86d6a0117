"""Ensembles of networks: whitening is folded into weights, and variants share computations."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from classifiers_support import BANDS, CLASSES, CPU, FEATURES, QUICK, SILENT, make_samples

from backend.classifiers.base import Variant
from backend.classifiers.covariance import whitening
from backend.classifiers.ensemble import Ensemble
from backend.classifiers.ensemble_settings import EnsembleSettings
from backend.classifiers.networks import NETWORKS
from backend.classifiers.training_data import Samples
from backend.core.reporter import Reporter

pytestmark = pytest.mark.backend

SAMPLES, FRESH = make_samples(), make_samples(seed=1)
BOTH = Variant("with", True), Variant("without", False)


def fit(settings: EnsembleSettings, samples: object = SAMPLES) -> Ensemble:
    """An ensemble fitted to the samples."""
    own = Ensemble(settings, CPU, BOTH)
    own.fit(samples, SILENT)
    return own


@pytest.mark.parametrize("name", ["whitened", "components"])
def test_a_folded_transformation_equals_transformed_inputs(name: str) -> None:
    folded = fit(replace(QUICK, transformation=name))
    if name == "whitened":
        centre, matrix = whitening(SAMPLES.spectra, SAMPLES.target)
    else:
        centre, matrix = np.zeros(BANDS), SAMPLES.noise.scaled_axes(CLASSES - 1)
        assert matrix.shape[1] < BANDS

    def transformed(spectra: np.ndarray) -> np.ndarray:
        return ((spectra - centre) @ matrix).astype(np.float32)

    explicit = fit(QUICK, replace(SAMPLES, spectra=transformed(SAMPLES.spectra)))
    found = folded.predict_variants(FRESH.spectra, FRESH.features, [0, 1])
    expected = explicit.predict_variants(transformed(FRESH.spectra), FRESH.features, [0, 1])
    again = Ensemble(folded.settings, CPU, BOTH)
    again.load_state(folded.state(), BANDS, FEATURES, CLASSES)
    restored = again.predict_variants(FRESH.spectra, FRESH.features, [0, 1])
    assert np.array_equal(restored, found)
    raw = fit(QUICK).predict_variants(FRESH.spectra, FRESH.features, [0, 1])
    assert np.allclose(found, expected, atol=1e-5)
    assert not np.allclose(found, raw, atol=1e-2)


def test_components_of_unknown_noise_are_the_spectra() -> None:
    unknown = replace(SAMPLES, noise=None)
    found = fit(replace(QUICK, transformation="components"), unknown).state()
    for name, value in fit(QUICK, unknown).state().items():
        assert np.array_equal(found[name], value), name


@pytest.mark.parametrize("name", ["whitened", "components"])
def test_a_transformation_needs_a_linear_first_layer(name: str) -> None:
    settings = replace(QUICK, network="geospecnet", transformation=name, steps=1)
    with pytest.raises(TypeError, match="not linear"):
        Ensemble(settings, CPU, [Variant("spectra", False)]).fit(SAMPLES, SILENT)


def test_missing_features_equal_zeros_and_variants_have_any_order() -> None:
    own = fit(QUICK)
    found = own.predict_variants(FRESH.spectra, FRESH.features, [0, 1])
    nothing = np.zeros_like(FRESH.features)
    zero = own.predict_variants(FRESH.spectra, nothing, [0])[0]
    assert np.allclose(found[1], zero, atol=1e-6)
    assert not np.allclose(found[0], zero, atol=0.1)
    turned = own.predict_variants(FRESH.spectra, FRESH.features, [1, 0])
    assert np.array_equal(turned, found[::-1])


@pytest.mark.parametrize("network", NETWORKS)
@pytest.mark.parametrize("members", [1, 3])
def test_networks_predict_like_those_in_training(network: str, members: int) -> None:
    own = fit(replace(QUICK, network=network, members=members, steps=5, dropout=0.0))
    assert own.network is not None
    inputs = [
        torch.from_numpy(values).expand(members, -1, -1)
        for values in (FRESH.spectra, FRESH.features)
    ]
    expected = torch.softmax(own.network.train()(*inputs), dim=-1).mean(dim=0).detach().numpy()
    own.network.eval()
    found = own.predict_variants(FRESH.spectra, FRESH.features, [0])[0]
    assert np.allclose(found, expected, atol=1e-6)


def test_networks_predict_the_same_without_one_dnn(monkeypatch: pytest.MonkeyPatch) -> None:
    own = fit(QUICK)
    expected = own.predict_variants(FRESH.spectra, FRESH.features, [0, 1])
    monkeypatch.setattr("backend.classifiers.networks._has_one_dnn", lambda: False)
    without = Ensemble(QUICK, CPU, BOTH)
    without.load_state(own.state(), BANDS, FEATURES, CLASSES)
    found = without.predict_variants(FRESH.spectra, FRESH.features, [0, 1])
    assert np.allclose(found, expected, atol=1e-6)


def test_weights_that_change_after_training_are_used() -> None:
    first, second = fit(QUICK), fit(replace(QUICK, seed=1))
    sizes = BANDS, FEATURES, CLASSES
    expected = second.predict_variants(FRESH.spectra, FRESH.features, [0])
    assert not np.allclose(first.predict_variants(FRESH.spectra, FRESH.features, [0]), expected)
    first.load_state(second.state(), *sizes)
    found = first.predict_variants(FRESH.spectra, FRESH.features, [0])
    assert np.array_equal(found, expected)


def test_fitting_does_not_change_torchs_global_generator() -> None:
    torch.manual_seed(7)
    expected = torch.rand(3)
    torch.manual_seed(7)
    fit(replace(QUICK, steps=2))
    assert torch.equal(torch.rand(3), expected)


def test_unfitted_networks_raise_an_error() -> None:
    own = Ensemble(QUICK, CPU, BOTH)
    with pytest.raises(RuntimeError, match="not trained"):
        own.predict_variants(FRESH.spectra, FRESH.features, [0])
    with pytest.raises(RuntimeError, match="not trained"):
        own.state()


def test_weights_of_another_shape_are_refused() -> None:
    state = fit(replace(QUICK, steps=2)).state()
    with pytest.raises(ValueError, match="do not fit"):
        Ensemble(QUICK, CPU, BOTH).load_state(state, BANDS + 1, FEATURES, CLASSES)


def subsets(*, without_a_class: bool = False) -> list[Samples]:
    """Training pixels of three copies; in the last one, a class may be missing."""
    chosen = [np.arange(len(SAMPLES)), np.arange(0, len(SAMPLES), 2), np.arange(7, len(SAMPLES))]
    if without_a_class:
        chosen[2] = np.flatnonzero(SAMPLES.target != 0)
    return [SAMPLES.take(own) for own in chosen]


@pytest.mark.parametrize("network", ["geodiffnet-f", "geodiffnet", "geospecnet"])
@pytest.mark.parametrize("without_a_class", [False, True])
def test_copies_trained_together_equal_copies_trained_in_turn(
    network: str, without_a_class: bool
) -> None:
    transformation = "whitened" if network == "geodiffnet-f" else ""
    settings = replace(QUICK, network=network, members=2, transformation=transformation)
    samples = subsets(without_a_class=without_a_class)
    together = [Ensemble(settings, CPU, BOTH) for _ in samples]
    together[0].fit_copies(together, samples, SILENT)
    for joint, own in zip(together, samples, strict=True):
        expected = fit(settings, own).state()
        found = joint.state()
        assert found.keys() == expected.keys()
        for name, value in expected.items():
            assert found[name] == pytest.approx(value, abs=2e-5), name


def test_copies_are_trained_together_while_their_networks_are_few() -> None:
    assert Ensemble(replace(QUICK, members=1), CPU, BOTH).copies_at_once > 1
    assert Ensemble(replace(QUICK, members=50), CPU, BOTH).copies_at_once == 1


def test_progress_of_copies_rises_to_the_end() -> None:
    reports: list[float] = []
    reporter = Reporter(lambda event: reports.append(event.fraction))
    reporter.plan([("fit", 1)])
    reporter.begin("fit")
    samples = subsets(without_a_class=True)
    Ensemble(QUICK, CPU, BOTH).fit_copies(
        [Ensemble(QUICK, CPU, BOTH) for _ in samples], samples, reporter
    )
    reporter.finish()
    assert reports == sorted(reports)
    assert reports[-1] == 1
