"""Whether probabilities keep their word: of all pixels given 80 %, are eight in ten right?"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .accuracy import wilson

BINS = 10


@dataclass(frozen=True)
class Reliability:
    """Confidence against accuracy in bins of confidence; NaN in empty bins."""

    edges: np.ndarray
    count: np.ndarray
    confidence: np.ndarray  # mean confidence in the bin
    accuracy: np.ndarray
    low: np.ndarray  # Wilson's 95 % interval of the accuracy
    high: np.ndarray
    error: float  # expected calibration error: mean gap, weighted by count
    brier: float  # mean squared distance of the probabilities from the truth, 0 … 2

    @property
    def mean_confidence(self) -> float:
        """Mean over all pixels."""
        filled = self.count > 0
        return float((self.confidence[filled] * self.count[filled]).sum() / self.count.sum())


def reliability(probabilities: np.ndarray, truth: np.ndarray, bins: int = BINS) -> Reliability:
    """Compare probabilities (pixels, classes) with the true class indexes."""
    confidence = probabilities.max(axis=1).astype(np.float64)
    right = probabilities.argmax(axis=1) == truth
    edges = np.linspace(0, 1, bins + 1)
    position = np.clip((confidence * bins).astype(int), 0, bins - 1)
    count = np.bincount(position, minlength=bins)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.bincount(position, confidence, bins) / count
        accuracy = np.bincount(position, right, bins) / count
    likely = wilson(accuracy, count)
    gap = np.where(count > 0, np.abs(mean - accuracy), 0.0)
    one_hot = np.zeros_like(probabilities, dtype=np.float64)
    one_hot[np.arange(len(truth)), truth] = 1
    return Reliability(
        edges,
        count,
        mean,
        accuracy,
        likely.low,
        likely.high,
        float((gap * count).sum() / max(count.sum(), 1)),
        float(((probabilities - one_hot) ** 2).sum(axis=1).mean()),
    )
