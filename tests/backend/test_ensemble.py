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

pytestmark = pytest.mark.backend

SAMPLES, FRESH = make_samples(), make_samples(seed=1)
BOTH = Variant("with", True), Variant("without", False)


def fit(settings: EnsembleSettings, samples: object = SAMPLES) -> Ensemble:
    """An ensemble fitted to the samples."""
    own = Ensemble(settings, CPU, BOTH)
    own.fit(samples, SILENT)
    return own


def test_folded_whitening_equals_whitened_inputs() -> None:
    folded = fit(replace(QUICK, whiten=True))
    centre, matrix = whitening(SAMPLES.spectra, SAMPLES.target)

    def white(spectra: np.ndarray) -> np.ndarray:
        return ((spectra - centre) @ matrix).astype(np.float32)

    explicit = fit(QUICK, replace(SAMPLES, spectra=white(SAMPLES.spectra)))
    found = folded.predict_variants(FRESH.spectra, FRESH.features, [0, 1])
    expected = explicit.predict_variants(white(FRESH.spectra), FRESH.features, [0, 1])
    raw = fit(QUICK).predict_variants(FRESH.spectra, FRESH.features, [0, 1])
    assert np.allclose(found, expected, atol=1e-5)
    assert not np.allclose(found, raw, atol=1e-2)


def test_whitening_needs_a_linear_first_layer() -> None:
    settings = replace(QUICK, network="geospecnet", whiten=True, steps=1)
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
