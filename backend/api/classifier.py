"""GeoDiffNet and the other methods as a scikit-learn classifier."""

from __future__ import annotations

from typing import Any, Self

import numpy as np
from numpy.typing import ArrayLike

from ..classifiers.blending import Blend
from ..classifiers.catalogue import make_method
from ..classifiers.stacking import StackedClassifier
from ..classifiers.training_data import Samples, Standardisation
from ..classifiers.validation import Validation
from ..common.choices import AUTO, DEVICES
from ..common.methods import METHODS, METHODS_INFO
from ..compute.device import choose_device
from ..core.reporter import Reporter
from ..scene.statistics import log_reflectance
from .estimators import (
    FloatArray,
    PixelClassifier,
    check_coordinates,
    check_groups,
    predict_in_batches,
    seed_of,
)
from .session import single_threaded

#: With more values below zero than this, spectra are no reflectance.
MAX_NEGATIVE_SHARE = 0.01


class GeoDiffNetClassifier(PixelClassifier):
    """Classifies spectra, with spatial features beside them or without.

    `fit` cross-validates the base classifiers of the method with the samples of a group, and groups
    that lie close together, kept in one fold; blends them by their out-of-fold probabilities; and
    fits them to all samples.

    Parameters
    ----------
    method : str, default="geodiffnet-f"
        One of "geodiffnet-f", "geodiffnet", "geospecnet", "lda", "rf", "svm" and "auto", a blend of
        all. "geodiffnet" classifies spatial features alone. "geodiffnet-f" and "auto" use what
        there is: without features, their base classifiers of spectra.
    log_spectra : bool or "auto", default="auto"
        Whether to take the logarithm of the spectra, as for reflectance, in which illumination then
        is an offset. "auto" takes it where at most 1 % of the values are below zero.
    n_networks : int, default=8
        Networks of an ensemble, for the methods that have networks.
    training_steps : int, default=250
        Steps in which each network is trained.
    device : {"auto", "cpu", "cuda", "mps"}, default="auto"
        Where networks are computed.
    random_state : int, RandomState instance or None, default=0
        Same number, same classifier; None draws another one each time.

    Attributes
    ----------
    classes_ : ndarray of shape (n_classes,)
    validation_ : Validation
        What cross-validation found: `accuracy` (`overall`, `average`, `kappa`, `confusion`),
        `bases` with the weight of each base classifier, and `unknown`, the reason why the accuracy
        cannot be estimated from these groups, or None.
    log_spectra_ : bool
    n_features_in_ : int
        Columns of `X`.
    n_spatial_features_in_ : int
        Columns of `features`.
    feature_names_in_ : ndarray of shape (n_features_in_,)
        Names of the columns of `X`, where it is a data frame.
    """

    def __init__(
        self,
        method: str = "geodiffnet-f",
        *,
        log_spectra: bool | str = "auto",
        n_networks: int = 8,
        training_steps: int = 250,
        device: str = AUTO,
        random_state: int | np.random.RandomState | None = 0,
    ):
        self.method = method
        self.log_spectra = log_spectra
        self.n_networks = n_networks
        self.training_steps = training_steps
        self.device = device
        self.random_state = random_state

    def fit(
        self,
        X: ArrayLike,
        y: ArrayLike,
        groups: ArrayLike | None = None,
        features: ArrayLike | None = None,
        coordinates: ArrayLike | None = None,
    ) -> Self:
        """Fit to spectra (samples, bands) and their classes.

        `groups` are the polygons, or whatever else samples belong to; by default each sample is a
        group. `coordinates` are rows and columns of the samples in pixels, by which
        groups that lie close together share a fold. `features` are spatial features of the samples
        (samples, features), or those of the scene (height, width, features), such as
        `DiffusionFeatures` gives, of which each sample then takes those at its coordinates.
        """
        self._check_parameters()
        spectra, target, spatial = self._check_training(X, y, features, coordinates)
        info = METHODS_INFO[self.method]
        if self.method == "geodiffnet" and not spatial.shape[1]:
            raise ValueError(
                'The method "geodiffnet" classifies spatial features alone: give features'
            )
        group = check_groups(groups, len(target))
        position = check_coordinates(coordinates, group)
        self.log_spectra_ = (
            bool((spectra < 0).mean() <= MAX_NEGATIVE_SHARE)
            if self.log_spectra == "auto"
            else bool(self.log_spectra)
        )
        uses_features = spatial.shape[1] > 0 and (info.needs_features or self.method == "lda")
        self._spectra = Standardisation.of(self._scaled(spectra))
        self._features = Standardisation.of(spatial)
        self._uses_features = uses_features
        self._seed = seed_of(self.random_state)
        samples = Samples(
            self._spectra.apply(self._scaled(spectra)),
            self._spatial(spatial),
            target,
            group,
            position,
            len(self.classes_),
        )
        names = [str(name) for name in self.classes_]
        method = self._make_method()
        with single_threaded():
            self.validation_: Validation = method.fit(samples, names, Reporter(lambda event: None))
        self._method = method
        return self

    def predict_proba(self, X: ArrayLike, features: ArrayLike | None = None) -> FloatArray:
        """Probabilities (samples, classes), classes in the order of `classes_`.

        Features of a scene belong to its pixels row by row.
        """
        spectra, spatial = self._check_inputs(X, features)

        def predict(spectra: FloatArray, spatial: FloatArray) -> FloatArray:
            standardised = self._spectra.apply(self._scaled(spectra))
            return self._method.predict_proba(standardised, self._spatial(spatial))

        with single_threaded():
            return predict_in_batches(predict, spectra, spatial)

    def __sklearn_is_fitted__(self) -> bool:
        return hasattr(self, "_method")

    def _check_parameters(self) -> None:
        for name, allowed in (("method", METHODS), ("device", DEVICES)):
            value = getattr(self, name)
            if value not in allowed:
                raise ValueError(f"{name} must be one of {', '.join(allowed)}, not {value!r}")
        if not isinstance(self.log_spectra, bool) and self.log_spectra != "auto":
            raise ValueError(f'log_spectra must be True, False or "auto", not {self.log_spectra!r}')
        for name in ("n_networks", "training_steps"):
            value = getattr(self, name)
            if not isinstance(value, int | np.integer) or value < 1:
                raise ValueError(f"{name} must be a whole number above 0, not {value!r}")

    def _scaled(self, spectra: FloatArray) -> FloatArray:
        return log_reflectance(spectra) if self.log_spectra_ else spectra

    def _spatial(self, features: FloatArray) -> FloatArray:
        """Features as the method takes them: no columns where it uses none."""
        return self._features.apply(features)[:, : None if self._uses_features else 0]

    def _make_method(self) -> StackedClassifier:
        """The unfitted method for these parameters."""
        networks, device = None, None
        if METHODS_INFO[self.method].has_networks:
            from ..classifiers.ensemble_settings import EnsembleSettings

            networks = EnsembleSettings(
                members=int(self.n_networks), steps=int(self.training_steps)
            )
            device = choose_device(self.device)
        return make_method(
            self.method,
            self._seed,
            device,
            networks,
            with_features=self._uses_features,
            spectral_only=not self._uses_features,
        )

    def __getstate__(self) -> dict[str, Any]:
        """Fitted parts as plain arrays, which are the same on every device."""
        state = dict(super().__getstate__())
        method: StackedClassifier | None = state.pop("_method", None)
        if method is not None:
            state["_method_state"] = method.state(), method.blend.array()
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        state = dict(state)
        arrays = state.pop("_method_state", None)
        super().__setstate__(state)
        if arrays is not None:
            method_state, blend = arrays
            method = self._make_method()
            method.load_state(
                method_state,
                Blend.from_array(blend, len(method.variants)),
                self.n_features_in_,
                self.n_spatial_features_in_ if self._uses_features else 0,
                len(self.classes_),
            )
            self._method = method
