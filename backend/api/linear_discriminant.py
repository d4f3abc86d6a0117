"""Linear discriminant analysis with a shrunken covariance, as a scikit-learn classifier."""

from __future__ import annotations

from typing import Self

import numpy as np
from numpy.typing import ArrayLike
from sklearn.utils import check_array

from ..classifiers.discriminant import FEATURE_SCALE, NOISE_POWER, Discriminant
from ..classifiers.scene_noise import SceneNoise
from ..classifiers.training_data import Samples, Standardisation
from ..core.reporter import Reporter
from .estimators import FloatArray, PixelClassifier, check_groups, predict_in_batches
from .session import single_threaded


class LinearDiscriminant(PixelClassifier):
    """Linear discriminant analysis, its covariance shrunk after Ledoit and Wolf.

    It is fitted in closed form, and all classes are taken to be equally likely beforehand. For
    spectra give the logarithm of reflectance, in which illumination is an offset.

    Parameters
    ----------
    feature_scale : float, default=0.2
        How much `features` count beside the spectra. Spatial features vary less within the few
        labelled polygons than across the scene; the smaller the scale, the larger their variance
        is taken to be.
    noise_power : float, default=0.75
        With `noise`, the covariance is shrunk towards that of the noise to this power: 0 is the
        identity, 1 the noise itself. The default is that of the method `lda`.

    Attributes
    ----------
    classes_ : ndarray of shape (n_classes,)
    coef_ : ndarray of shape (n_classes, n_columns)
        Weights of the standardised columns: spectra, then features.
    intercept_ : ndarray of shape (n_classes,)
    n_features_in_ : int
        Columns of `X`.
    n_spatial_features_in_ : int
        Columns of `features`.
    """

    def __init__(self, feature_scale: float = FEATURE_SCALE, *, noise_power: float = NOISE_POWER):
        self.feature_scale = feature_scale
        self.noise_power = noise_power

    def fit(
        self,
        X: ArrayLike,
        y: ArrayLike,
        features: ArrayLike | None = None,
        noise: ArrayLike | None = None,
    ) -> Self:
        """Fit to spectra (samples, bands), their classes and, if wanted, spatial features.

        With `noise`, differences (pairs, bands) between spectra of neighbouring pixels, the
        covariance is shrunk towards a power of theirs rather than towards the identity. The largest
        ones count as edges and are left out.
        """
        if not self.feature_scale > 0:
            raise ValueError(f"feature_scale must be above 0, not {self.feature_scale!r}")
        if not 0 <= self.noise_power <= 1:
            raise ValueError(f"noise_power must be between 0 and 1, not {self.noise_power!r}")
        spectra, target, spatial = self._check_training(X, y, features)
        pairs = None
        if noise is not None:
            pairs = check_array(noise, dtype=np.float64, input_name="noise")
            if pairs.shape[1] != spectra.shape[1]:
                raise ValueError(
                    f"X has {spectra.shape[1]} columns, and noise has {pairs.shape[1]}"
                )
        self._spectra = Standardisation.of(spectra)
        self._features = Standardisation.of(spatial)
        standardised = self._spectra.apply(spectra)
        samples = Samples(
            standardised,
            self._features.apply(spatial),
            target,
            check_groups(None, len(target)),
            np.zeros((len(target), 2)),
            len(self.classes_),
            noise=None
            if pairs is None
            else SceneNoise.of(pairs / self._spectra.deviation, standardised),
        )
        discriminant = Discriminant(
            "linear discriminant",
            uses_features=spatial.shape[1] > 0,
            noise_power=self.noise_power,
            feature_scale=self.feature_scale,
        )
        with single_threaded():
            discriminant.fit(samples, Reporter(lambda event: None))
        self._discriminant = discriminant
        state = discriminant.state()
        self.coef_, self.intercept_ = state["weights"].T, state["intercepts"]
        return self

    def predict_proba(self, X: ArrayLike, features: ArrayLike | None = None) -> FloatArray:
        """Probabilities (samples, classes), classes in the order of `classes_`."""
        spectra, spatial = self._check_inputs(X, features)

        def predict(spectra: FloatArray, spatial: FloatArray) -> FloatArray:
            inputs = self._spectra.apply(spectra), self._features.apply(spatial)
            found: FloatArray = self._discriminant.predict_variants(*inputs, [0])[0]
            return found

        with single_threaded():
            return predict_in_batches(predict, spectra, spatial)

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "_discriminant")
