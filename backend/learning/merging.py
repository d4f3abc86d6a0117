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
#: How many standard errors of the difference a mixture may be worse than the best one and still
#: pass for as good.
TOLERATED_ERRORS = 2.0
TEMPERATURES = np.exp(np.linspace(np.log(0.4), np.log(2.5), 23))


@dataclass(frozen=True)
class Tuning:
    """Weights of the experts, and the temperature that makes probabilities honest."""

    weights: np.ndarray
    temperature: float = 1.0

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


def learn_tuning(
    opinions: np.ndarray, truth: np.ndarray, group: np.ndarray, usual: np.ndarray
) -> Tuning:
    """Weights and temperature that make the truth likely, near the usual ones among equals.

    With few labels differences between mixtures are chance. Those that are not worse than the best
    by more than the standard error of the difference, in which a drawn shape counts as one
    observation, pass for equals; of them the one nearest to the usual weights is taken.
    """
    balance = class_balance(truth)
    shape = np.unique(group, return_inverse=True)[1]
    candidates = [usual, *_grid(len(opinions))] if len(opinions) > 1 else [usual]
    fitted = [fit_temperature(opinions, weights, truth, balance) for weights in candidates]
    shares = np.stack([np.bincount(shape, likelihood) for _, likelihood in fitted])
    best = int(shares.sum(axis=1).argmax())
    behind = shares[best] - shares
    error = np.sqrt((behind**2).sum(axis=1))
    good = np.flatnonzero(behind.sum(axis=1) <= TOLERATED_ERRORS * error)
    distance = [float(((candidates[index] - usual) ** 2).sum()) for index in good]
    chosen = good[int(np.argmin(distance))]
    return Tuning(candidates[chosen], fitted[chosen][0])


def _grid(experts: int) -> list[np.ndarray]:
    """All mixtures in steps of a quarter."""
    return [
        np.array(parts) / STEPS
        for parts in product(range(STEPS + 1), repeat=experts)
        if sum(parts) == STEPS
    ]


def class_balance(truth: np.ndarray) -> np.ndarray:
    """Weights of pixels, half by number and half by class, so that rare classes count too."""
    counts = np.bincount(truth)
    by_class = 1 / (counts[truth] * np.count_nonzero(counts))
    return 0.5 / len(truth) + 0.5 * by_class


def fit_temperature(
    opinions: np.ndarray, weights: np.ndarray, truth: np.ndarray, balance: np.ndarray
) -> tuple[float, np.ndarray]:
    """The best temperature of a mixture, and with it each pixel's share of the log-likelihood."""
    mixed = merge(opinions, Tuning(weights))
    logs = np.log(np.maximum(mixed, SMALLEST))
    best: tuple[float, np.ndarray] | None = None
    for temperature in TEMPERATURES:
        scaled = logs / temperature
        scaled -= scaled.max(axis=1, keepdims=True)
        right = scaled[np.arange(len(truth)), truth] - np.log(np.exp(scaled).sum(axis=1))
        share = right * balance
        if best is None or share.sum() > best[1].sum():
            best = float(temperature), share
    if best is None:
        raise RuntimeError("there are no temperatures to choose from")
    return best
