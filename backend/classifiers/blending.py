"""The blend of several base classifiers: weights and temperature from out-of-fold probabilities.

Weights maximise the likelihood of the labels (expectation-maximisation). Prior weights count for as
much as a fixed number of training polygons: with few labels, differences between classifiers are
mostly chance. A temperature calibrates the mixture; it has a prior too, since folds within a scene
are harder to classify than its map, and those of few polygons most of all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

#: Lower limit of probabilities in likelihoods, so that one pixel cannot dominate.
MIN_PROBABILITY = 1e-4
TEMPERATURES = np.exp(np.linspace(np.log(0.4), np.log(4.0), 25))
#: Strength of the priors of weights and temperature, as a number of training polygons.
PRIOR_POLYGONS, PRIOR_POLYGONS_OF_TEMPERATURE = 10.0, 40.0
#: Below 1, since a mean of several classifiers is less confident than each of them, and the more
#: so without the polygons of a fold.
PRIOR_TEMPERATURE = 0.6
#: With several scenes: pixels of a scene without labels are harder than others.
PRIOR_TEMPERATURE_OF_SCENES = 1.2
#: The same for one classifier by itself, which is overconfident there.
PRIOR_TEMPERATURE_OF_ONE_IN_SCENES = 3.0
ITERATIONS = 200
#: Base classifiers with less weight are left out: they take time and hardly change the result.
MIN_WEIGHT = 0.02


@dataclass(frozen=True)
class Blend:
    """Weights of the base classifiers, and the temperature of their mixture."""

    weights: np.ndarray
    temperature: float = 1.0

    @property
    def used(self) -> list[int]:
        """Indexes of the base classifiers with weight."""
        return [int(index) for index in np.flatnonzero(self.weights)]

    @property
    def used_weights(self) -> np.ndarray:
        """The weights of the used base classifiers, which add up to 1."""
        weights = self.weights[self.used]
        return np.asarray(weights / weights.sum())

    def combine(self, predictions: np.ndarray) -> np.ndarray:
        """Blend the probabilities (used, pixels, classes) of the used base classifiers."""
        weights = self.weights[self.used].astype(predictions.dtype)
        weights = weights / weights.sum()
        # not as a matrix product, in which the sum for a pixel may depend on how many there are
        mixture = weights[0] * predictions[0]
        for weight, own in zip(weights[1:], predictions[1:], strict=True):
            mixture += weight * own
        return apply_temperature(mixture, self.temperature)

    def array(self) -> np.ndarray:
        """The weights and the temperature as one array for a model file."""
        return np.array([*self.weights, self.temperature], np.float64)

    @classmethod
    def from_array(cls, values: np.ndarray, count: int) -> Blend:
        """From the array of a model file; ValueError where it is invalid."""
        valid = (
            values.shape == (count + 1,)
            and bool(np.isfinite(values).all())
            and bool((values >= 0).all())
            and abs(float(values[:-1].sum()) - 1) < 1e-6
            and TEMPERATURES[0] <= float(values[-1]) <= TEMPERATURES[-1]
        )
        if not valid:
            raise ValueError("the weights of its base classifiers are damaged")
        return cls(values[:-1], float(values[-1]))


def apply_temperature(probabilities: np.ndarray, temperature: float) -> np.ndarray:
    """Make probabilities (pixels, classes) less (above 1) or more (below 1) confident."""
    powered = probabilities
    if temperature != 1.0:
        powered = np.maximum(probabilities, MIN_PROBABILITY) ** (1 / temperature)
    return np.asarray(powered / powered.sum(axis=1, keepdims=True))


def fit_blend(
    predictions: np.ndarray,
    target: np.ndarray,
    group: np.ndarray,
    prior: np.ndarray,
    multiple_scenes: bool = False,
) -> Blend:
    """Fit a blend to out-of-fold probabilities (base classifiers, pixels, classes).

    `multiple_scenes` tells whether the pixels lie in more than one scene. Without any pixels it is
    the prior blend.
    """
    prior_temperature = _prior_temperature(int(np.count_nonzero(prior)), multiple_scenes)
    prior = prior / prior.sum()
    if len(target) == 0:
        return Blend(prior, prior_temperature)
    balance = class_balance(target)
    polygons = len(np.unique(group))
    weights = _fit_weights(predictions, target, balance, prior, polygons)
    mixed = np.tensordot(weights, predictions, axes=1)
    fitted = np.log(fit_temperature(mixed, target, balance))
    share = polygons / (polygons + PRIOR_POLYGONS_OF_TEMPERATURE)
    temperature = np.exp(share * fitted + (1 - share) * np.log(prior_temperature))
    return Blend(weights, float(temperature))


def likelihood(probabilities: np.ndarray, target: np.ndarray, balance: np.ndarray) -> float:
    """Weighted mean log-probability of the pixels' classes."""
    true = probabilities[np.arange(len(target)), target]
    return float(np.log(np.maximum(true, MIN_PROBABILITY)) @ balance)


def fit_temperature(probabilities: np.ndarray, target: np.ndarray, balance: np.ndarray) -> float:
    """The temperature that maximises the likelihood of the labels."""
    scores = [
        likelihood(apply_temperature(probabilities, t), target, balance) for t in TEMPERATURES
    ]
    return float(TEMPERATURES[int(np.argmax(scores))])


def class_balance(target: np.ndarray) -> np.ndarray:
    """Weights of pixels: the mean of equal weights of pixels and equal weights of classes."""
    counts = np.bincount(target)
    by_class = 1 / (counts[target] * np.count_nonzero(counts))
    return np.asarray(0.5 / len(target) + 0.5 * by_class)


def _prior_temperature(classifiers: int, multiple_scenes: bool) -> float:
    if not multiple_scenes:
        return PRIOR_TEMPERATURE
    return PRIOR_TEMPERATURE_OF_ONE_IN_SCENES if classifiers == 1 else PRIOR_TEMPERATURE_OF_SCENES


def _fit_weights(
    predictions: np.ndarray,
    target: np.ndarray,
    balance: np.ndarray,
    prior: np.ndarray,
    polygons: int,
) -> np.ndarray:
    strength = PRIOR_POLYGONS / polygons
    true = np.maximum(predictions[:, np.arange(len(target)), target], MIN_PROBABILITY)
    true = true.astype(np.float64)
    weights = prior.copy()
    for _ in range(ITERATIONS):
        # of a pixel, each classifier has the share weight * probability / mixture
        share = weights * (true @ (balance / (weights @ true)))
        weights = (share + strength * prior) / (1 + strength)
    weights = np.where(weights < MIN_WEIGHT, 0.0, weights)
    return np.asarray(weights / weights.sum())
