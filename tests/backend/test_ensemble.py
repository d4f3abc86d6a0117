"""Networks: whitening costs nothing to predict with, variants share what they can."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from classifiers_support import BANDS, CLASSES, CPU, FEATURES, QUICK, SILENT, make_samples

from backend.classifiers.base import Variant
from backend.classifiers.covariance import whitening
from backend.classifiers.ensemble import Ensemble, EnsembleSettings

pytestmark = pytest.mark.backend

SAMPLES, FRESH = make_samples(), make_samples(seed=1)
BOTH = Variant("with", True), Variant("without", False)


def fit(settings: EnsembleSettings, samples: object = SAMPLES) -> Ensemble:
    """An ensemble fitted to the samples."""
    own = Ensemble(settings, CPU, BOTH)
    own.fit(samples, SILENT)
    return own


def test_whitening_folded_into_the_first_layer_gives_what_whitened_spectra_give() -> None:
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


def test_a_network_without_a_linear_first_layer_refuses_to_be_whitened() -> None:
    settings = replace(QUICK, network="geospecnet", whiten=True, steps=1)
    with pytest.raises(TypeError, match="linear layer"):
        Ensemble(settings, CPU, [Variant("spectra", False)]).fit(SAMPLES, SILENT)


def test_without_features_is_as_if_they_were_zero_and_in_any_order() -> None:
    own = fit(QUICK)
    found = own.predict_variants(FRESH.spectra, FRESH.features, [0, 1])
    nothing = np.zeros_like(FRESH.features)
    zero = own.predict_variants(FRESH.spectra, nothing, [0])[0]
    assert np.allclose(found[1], zero, atol=1e-6)
    assert not np.allclose(found[0], zero, atol=0.1)
    turned = own.predict_variants(FRESH.spectra, FRESH.features, [1, 0])
    assert np.array_equal(turned, found[::-1])


def test_fitting_leaves_torchs_generator_alone() -> None:
    torch.manual_seed(7)
    expected = torch.rand(3)
    torch.manual_seed(7)
    fit(replace(QUICK, steps=2))
    assert torch.equal(torch.rand(3), expected)


def test_networks_that_were_not_fitted_say_so() -> None:
    own = Ensemble(QUICK, CPU, BOTH)
    with pytest.raises(RuntimeError, match="not trained"):
        own.predict_variants(FRESH.spectra, FRESH.features, [0])
    with pytest.raises(RuntimeError, match="not trained"):
        own.state()


def test_weights_of_another_width_are_refused() -> None:
    state = fit(replace(QUICK, steps=2)).state()
    with pytest.raises(ValueError, match="do not fit"):
        Ensemble(QUICK, CPU, BOTH).load_state(state, BANDS + 1, FEATURES, CLASSES)
