"""How far each expert of a method is trusted, and how sure the result may sound.

Both are learnt from out-of-fold probabilities, where no expert saw the pixel or its shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

STEPS = 4
SMALLEST = 1e-4
#: How much worse, in mean log-likelihood, a more even choice may be and still be taken; with few
#: labels differences are chance, so the second grows as their number falls.
TOLERANCE = 0.01
TOLERANCE_OF_ONE_PIXEL = 3.0
TEMPERATURES = np.exp(np.linspace(np.log(0.4), np.log(2.5), 23))


@dataclass(frozen=True)
class Tuning:
    """Weights of the experts, and the temperature that makes probabilities honest."""

    weights: np.ndarray
    temperature: float = 1.0

    @classmethod
    def even(cls, experts: int) -> Tuning:
        """All experts alike."""
        return cls(np.full(experts, 1 / experts))

    def only(self, experts: Sequence[int]) -> Tuning:
        """The tuning when no other experts are asked."""
        return Tuning(self.weights[list(experts)], self.temperature)

    def array(self) -> np.ndarray:
        """As one array for a model file."""
        return np.array([*self.weights, self.temperature], np.float64)

    @classmethod
    def from_array(cls, values: np.ndarray, experts: int) -> Tuning:
        """From a model file; ValueError where it makes no sense."""
        weights, temperature = values[:-1], float(values[-1])
        if len(weights) != experts or not np.isfinite(values).all():
            raise ValueError("the weights of its experts are damaged")
        if weights.min() < 0 or weights.sum() <= 0 or temperature <= 0:
            raise ValueError("the weights of its experts are damaged")
        return cls(weights, temperature)


def merge(opinions: np.ndarray, tuning: Tuning) -> np.ndarray:
    """One probability for each pixel and class from (experts, pixels, classes)."""
    weights = (tuning.weights / tuning.weights.sum()).astype(opinions.dtype)
    mixed = np.tensordot(weights, opinions, axes=1)
    if tuning.temperature != 1.0:
        mixed = np.maximum(mixed, SMALLEST) ** (1 / tuning.temperature)
    return mixed / mixed.sum(axis=1, keepdims=True)


def learn_tuning(opinions: np.ndarray, truth: np.ndarray) -> Tuning:
    """The weights and temperature that make the truth likeliest, the evenest among equals."""
    balance = _class_balance(truth)
    candidates = [
        np.array(parts) / STEPS
        for parts in product(range(STEPS + 1), repeat=len(opinions))
        if sum(parts) == STEPS
    ]
    found = []
    for weights in candidates:
        mixed = merge(opinions, Tuning(weights))
        temperature, likelihood = _best_temperature(mixed, truth, balance)
        found.append((likelihood, weights, temperature))
    best = max(likelihood for likelihood, _, _ in found)
    tolerance = TOLERANCE + TOLERANCE_OF_ONE_PIXEL / len(truth)
    good = [item for item in found if item[0] >= best - tolerance]
    _, weights, temperature = max(good, key=lambda item: (-(item[1] ** 2).sum(), item[0]))
    return Tuning(weights, temperature)


def _class_balance(truth: np.ndarray) -> np.ndarray:
    """Weights of pixels, half by number and half by class, so that rare classes count too."""
    counts = np.bincount(truth)
    by_class = 1 / (counts[truth] * np.count_nonzero(counts))
    return 0.5 / len(truth) + 0.5 * by_class


def _best_temperature(
    mixed: np.ndarray, truth: np.ndarray, balance: np.ndarray
) -> tuple[float, float]:
    logs = np.log(np.maximum(mixed, SMALLEST))
    scores = []
    for temperature in TEMPERATURES:
        scaled = logs / temperature
        scaled -= scaled.max(axis=1, keepdims=True)
        right = scaled[np.arange(len(truth)), truth] - np.log(np.exp(scaled).sum(axis=1))
        scores.append(float((right * balance).sum()))
    best = int(np.argmax(scores))
    return float(TEMPERATURES[best]), scores[best]
