"""Calibration of probabilities: the confidence of predictions against their observed accuracy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .accuracy import FloatArray
from .intervals import wilson_interval

BINS = 10


@dataclass(frozen=True)
class Reliability:
    """Confidence and observed accuracy in bins of confidence; NaN in empty bins."""

    edges: FloatArray
    count: np.ndarray  # pixels in the bin
    confidence: FloatArray  # mean confidence in the bin
    accuracy: FloatArray
    low: FloatArray  # Wilson's 95 % interval of the accuracy
    high: FloatArray
    error: float  # expected calibration error: mean absolute difference, weighted by count
    brier: float  # mean squared distance of the probabilities from the reference, 0 … 2

    @property
    def mean_confidence(self) -> float:
        """Mean confidence of all pixels."""
        filled = self.count > 0
        return float((self.confidence[filled] * self.count[filled]).sum() / self.count.sum())


def reliability(probabilities: np.ndarray, reference: np.ndarray, bins: int = BINS) -> Reliability:
    """Compare probabilities (pixels, classes) with the class indexes of the reference."""
    confidence = probabilities.max(axis=1).astype(np.float64)
    correct = probabilities.argmax(axis=1) == reference
    edges = np.linspace(0, 1, bins + 1)
    bin_index = np.clip((confidence * bins).astype(int), 0, bins - 1)
    count = np.bincount(bin_index, minlength=bins)
    with np.errstate(divide="ignore", invalid="ignore"):
        mean = np.bincount(bin_index, confidence, bins) / count
        accuracy = np.bincount(bin_index, correct, bins) / count
    interval = wilson_interval(accuracy, count)
    difference = np.where(count > 0, np.abs(mean - accuracy), 0.0)
    one_hot = np.zeros_like(probabilities, dtype=np.float64)
    one_hot[np.arange(len(reference)), reference] = 1
    return Reliability(
        edges,
        count,
        mean,
        accuracy,
        interval.low,
        interval.high,
        float((difference * count).sum() / max(count.sum(), 1)),
        float(((probabilities - one_hot) ** 2).sum(axis=1).mean()),
    )
