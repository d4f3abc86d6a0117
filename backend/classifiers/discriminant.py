"""Linear discriminant analysis with shrinkage, fitted in closed form.

Spatial features vary less within the few labelled locations than across the scene, so their
variance within classes is underestimated. `FEATURE_SCALE` corrects for that: the smaller it is, the
larger their assumed variance, and the more weight the spectrum gets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.linalg import solve

from ..core.reporter import Reporter
from .base import BaseClassifier, Variant, padded, softmax
from .covariance import WithinClasses
from .state_checks import check_discriminant
from .training_data import Samples

FEATURE_SCALE = 0.2
#: `lda` shrinks towards the noise of the scene to this power. A smaller one makes less of axes with
#: little noise, a larger one makes too little of those along which spectra vary.
NOISE_POWER = 0.75
#: Above 1, since densities with one covariance in so many dimensions are overconfident.
TEMPERATURE = 2.0
#: Pixels per matrix product.
BATCH = 1024


class Discriminant(BaseClassifier):
    """Linear discriminant analysis of spectra, optionally with spatial features."""

    prediction_time = 0.2

    def __init__(
        self,
        name: str,
        uses_features: bool = False,
        noise_power: float = 0.0,
        feature_scale: float = FEATURE_SCALE,
        leading_axes: bool = False,
    ):
        """Shrunk towards the scene's noise to a power; with 0, towards the identity.

        With `leading_axes`, it uses only the axes along which spectra vary clearly more than noise.
        """
        self.variants = (Variant(name, uses_features),)
        self._noise_power = noise_power
        self._feature_scale = feature_scale
        self._leading_axes = leading_axes
        self._state: dict[str, np.ndarray] = {}
        self._class_count = 0

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Fit the weights of each class."""
        reporter.check()
        spectra, noise, axes = samples.spectra, None, None
        if samples.noise is not None and self._leading_axes:
            axes = samples.noise.leading_axes(samples.class_count - 1)
            spectra = spectra @ axes
            noise = np.eye(axes.shape[1])
        elif samples.noise is not None and self._noise_power:
            noise = samples.noise.covariance
        values = self._join(spectra, samples.features)
        within = WithinClasses.of(values, samples.target)
        scale = within.deviation.copy()
        scale[spectra.shape[1] :] /= self._feature_scale
        covariance = within.covariance(scale, noise, self._noise_power)
        means = within.means / scale
        weights = solve(covariance, means.T, assume_a="pos")
        intercepts = -0.5 * (means.T * weights).sum(axis=0)
        weights /= scale[:, None]
        if axes is not None:
            count = axes.shape[1]
            weights = np.concatenate([axes @ weights[:count], weights[count:]])
        self._class_count = samples.class_count
        self._state = {
            "weights": weights.astype(np.float32),
            "intercepts": intercepts.astype(np.float32),
            "classes": within.classes.astype(np.int64),
        }
        reporter.advance(1.0)

    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        """Class probabilities under normal distributions and equal priors."""
        values = self._join(spectra, features)
        result = np.zeros((1, len(values), self._class_count), np.float32)
        for start in range(0, len(values), BATCH):
            part = values[start : start + BATCH]
            scores = padded(part, BATCH) @ self._state["weights"] + self._state["intercepts"]
            found = softmax(scores[: len(part)] / TEMPERATURE)
            result[0, start : start + BATCH, self._state["classes"]] = found.T
        return result

    def _join(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """The inputs (pixels, inputs): spectra, or spectra and features."""
        if self.variants[0].uses_features:
            spectra = np.concatenate([spectra, features], axis=1)
        return np.ascontiguousarray(spectra, np.float32)

    def state(self) -> dict[str, np.ndarray]:
        """Weights and intercepts of the classes with training pixels."""
        return dict(self._state)

    def load_state(
        self, state: Mapping[str, np.ndarray], bands: int, features: int, classes: int
    ) -> None:
        """Restore the arrays of `state`."""
        inputs = bands + (features if self.variants[0].uses_features else 0)
        check_discriminant(state, inputs, classes)
        self._state, self._class_count = dict(state), classes
