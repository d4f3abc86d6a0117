"""The linear discriminant as a scikit-learn classifier."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.utils.estimator_checks import parametrize_with_checks

import backend as gd

pytestmark = pytest.mark.backend


@parametrize_with_checks([gd.LinearDiscriminant()])
def test_it_keeps_the_contract_of_scikit_learn(estimator, check) -> None:
    check(estimator)


@pytest.fixture
def spectra() -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    target = np.repeat([0, 1, 2], 200)
    mixing = rng.standard_normal((8, 8))
    values = rng.standard_normal((600, 8)) @ mixing + target[:, None] * rng.standard_normal(8)
    return values, np.array(["a", "b", "c"])[target]


def test_it_agrees_with_the_shrunken_discriminant_of_scikit_learn(spectra) -> None:
    values, labels = spectra
    own = gd.LinearDiscriminant().fit(values, labels)
    theirs = LinearDiscriminantAnalysis(solver="lsqr", shrinkage="auto").fit(values, labels)
    assert (own.predict(values) == theirs.predict(values)).mean() > 0.95
    assert own.coef_.shape == (3, 8)
    assert own.intercept_.shape == (3,)


def test_noise_between_neighbours_is_what_its_covariance_shrinks_to(spectra) -> None:
    values, labels = spectra
    noise = np.random.default_rng(1).standard_normal((200, 8)) * np.linspace(0.1, 3, 8)
    plain = gd.LinearDiscriminant().fit(values[::30], labels[::30])
    shrunk = gd.LinearDiscriminant().fit(values[::30], labels[::30], noise=noise)
    assert not np.allclose(plain.coef_, shrunk.coef_)
    identity = gd.LinearDiscriminant(noise_power=0).fit(values[::30], labels[::30], noise=noise)
    assert np.array_equal(plain.coef_, identity.coef_)
    with pytest.raises(ValueError, match="between 0 and 1"):
        gd.LinearDiscriminant(noise_power=1.5).fit(values, labels)
    with pytest.raises(ValueError, match="noise has 3"):
        gd.LinearDiscriminant().fit(values, labels, noise=noise[:, :3])


def test_features_count_less_the_smaller_their_scale(spectra) -> None:
    values, labels = spectra
    features = np.random.default_rng(2).standard_normal((600, 2))

    def weight(scale: float) -> float:
        fitted = gd.LinearDiscriminant(scale).fit(values, labels, features=features)
        return float(np.abs(fitted.coef_[:, 8:]).max())

    assert weight(0.05) < weight(0.5)
    with pytest.raises(ValueError, match="above 0"):
        gd.LinearDiscriminant(0).fit(values, labels)
