"""Degenerate training samples: singular covariances, empty folds, identical classes.

All tests run with warnings as errors, since users should see no warnings of numpy or scikit-learn.
The one exception is filtered by the module of the forest.
"""

from __future__ import annotations

import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
import pytest
from classifiers_support import CPU, SILENT, plain_samples

from backend.classifiers.applicability import fit_applicability
from backend.classifiers.catalogue import make_method
from backend.classifiers.classic import MANY_CLASSES_WARNING
from backend.classifiers.ensemble_settings import EnsembleSettings
from backend.classifiers.scene_noise import SceneNoise
from backend.classifiers.training_data import Samples
from backend.common.methods import METHODS

pytestmark = pytest.mark.backend

#: Networks with few steps, since their accuracy is not tested here.
TINY = EnsembleSettings(members=2, steps=4, width=8, kinds=(3, 1))
BANDS = 6


@pytest.fixture(autouse=True)
def warnings_as_errors(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr("backend.classifiers.classic.TREES", 6)
    with warnings.catch_warnings(), np.errstate(divide="raise", over="raise", invalid="raise"):
        warnings.simplefilter("error")
        warnings.filterwarnings("ignore", MANY_CLASSES_WARNING, UserWarning)
        yield


def drawn(target: np.ndarray, bands: int = BANDS, group: np.ndarray | None = None) -> Samples:
    """Random pixels of the given classes."""
    rng = np.random.default_rng(0)
    spectra = rng.normal(0, 1, (len(target), bands)) + 0.5 * np.asarray(target)[:, None]
    features, noise = rng.normal(0, 1, (len(target), 4)), rng.normal(0, 0.3, (90, bands))
    return plain_samples(spectra, target, group, features, noise)


def every(samples: Samples, values: Callable[[np.ndarray], np.ndarray]) -> Samples:
    """The samples with a function applied to all values."""
    numbers = {name: getattr(samples, name) for name in ("spectra", "features")}
    changed = {name: values(array).astype(np.float32) for name, array in numbers.items()}
    noise = SceneNoise(
        *(values(array) for array in (samples.noise.covariance, samples.noise.total)),
        values(samples.noise.pixels),
    )
    return replace(samples, **changed, noise=noise)


def constant_bands() -> Samples:
    samples = drawn(np.arange(36) % 3)
    samples.spectra[:, 1:4], samples.features[:, 2] = 1.5, 0.0
    for covariance in (samples.noise.covariance, samples.noise.total):
        covariance[1:4] = covariance[:, 1:4] = 0.0
    return samples


def with_noise(covariance: np.ndarray) -> Samples:
    """Samples in a scene whose noise has this covariance."""
    samples = drawn(np.arange(30) % 3)
    return replace(samples, noise=replace(samples.noise, covariance=covariance))


def identical_classes() -> Samples:
    samples = drawn(np.repeat([0, 1], 18))
    samples.spectra[18:], samples.features[18:] = samples.spectra[:18], samples.features[:18]
    return samples


CASES: dict[str, Callable[[], Samples]] = {
    "a class with one pixel": lambda: drawn(np.r_[np.repeat([0, 1], 15), 2]),
    "classes that are identical": identical_classes,
    "more bands than pixels": lambda: drawn(np.arange(12) % 3, bands=60),
    "constant bands": constant_bands,
    "all pixels the same": lambda: every(drawn(np.arange(20) % 2), np.ones_like),
    "no variation at all": lambda: every(drawn(np.arange(20) % 2), np.zeros_like),
    "200 classes": lambda: drawn(np.arange(400) % 200),
    "each class in one polygon": lambda: drawn(np.arange(30) // 10, group=np.arange(30) // 10),
    "a class in one polygon": lambda: drawn(
        np.arange(30) // 10, group=np.where(np.arange(30) < 10, 0, np.arange(30))
    ),
    "only one class in two polygons": lambda: drawn(np.array([0, 1, 1]), group=np.arange(3)),
    "two pixels": lambda: drawn(np.arange(2)),
    "two pixels, noise unknown": lambda: replace(drawn(np.arange(2)), noise=None),
    "noise in one band only": lambda: with_noise(np.diag(np.arange(BANDS) == 2).astype(float)),
    "noise along one axis only": lambda: with_noise(np.ones((BANDS, BANDS))),
    "noise without any signal": lambda: with_noise(1e6 * np.eye(BANDS)),
    "no noise": lambda: with_noise(np.zeros((BANDS, BANDS))),
    "duplicated pixels": lambda: drawn(np.arange(3)).take(np.arange(30) % 3),
    "one pixel for all classes": lambda: replace(
        drawn(np.zeros(1, int)).take(np.zeros(20, int)), target=np.arange(20) % 2, class_count=2
    ),
    "one band": lambda: drawn(np.arange(30) % 3, bands=1),
    "huge values": lambda: every(drawn(np.arange(30) % 3), lambda array: array * 1e6),
    "tiny values": lambda: every(drawn(np.arange(30) % 3), lambda array: array * 1e-12),
    "classes without pixels": lambda: replace(drawn(np.arange(30) % 3), class_count=6),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("name", [*METHODS, "lda with features"])
def test_the_method_fits_and_predicts_without_warnings(name: str, case: str) -> None:
    samples = CASES[case]()
    # copies of a pixel count as separate polygons
    if len(np.unique(samples.group)) == 1:
        samples = replace(samples, group=np.arange(len(samples)))
    name, _, with_features = name.partition(" with ")
    names = tuple(f"class {number}" for number in range(samples.class_count))
    method = make_method(name, 0, CPU, TINY, bool(with_features))
    validation = method.fit(samples, names, SILENT)
    found = method.predict_proba(samples.spectra, samples.features)
    assert found.shape == (len(samples), samples.class_count)
    assert np.isfinite(found).all()
    assert np.allclose(found.sum(axis=1), 1, atol=1e-4)
    assert np.isfinite(validation.probabilities).all()
    if len(validation.scored):
        assert np.isfinite([validation.accuracy.overall, validation.accuracy.kappa]).all()
    again = make_method(name, 0, CPU, TINY, bool(with_features))
    bands, features = samples.spectra.shape[1], samples.features.shape[1]
    again.load_state(method.state(), method.blend, bands, features, samples.class_count)
    assert np.array_equal(again.predict_proba(samples.spectra, samples.features), found)


def test_many_classes_of_few_pixels_are_fitted_without_output() -> None:
    program = (
        "import numpy as np; from backend.classifiers.classic import Forest, SupportVectors\n"
        "from tests.backend.classifiers_support import SILENT, plain_samples\n"
        "samples = plain_samples(np.random.default_rng(0).normal(0, 1, (40, 3)), np.arange(40))\n"
        "Forest(0).fit(samples, SILENT); SupportVectors(0).fit(samples, SILENT)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stderr == b""


@pytest.mark.parametrize("case", CASES)
def test_the_area_of_applicability_is_fitted_without_warnings(case: str) -> None:
    samples = CASES[case]()
    folds = np.arange(len(samples)) % 2
    known = fit_applicability(samples, folds, samples.spectra)
    if known is not None:
        assert np.isfinite(known.relative(samples.spectra)).all()
    assert fit_applicability(samples, np.full(len(samples), -1), samples.spectra) is None
