"""What is counted while a map is written."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass
class MapStatistics:
    """Pixels of each class, confidence, and pixels outside the area of applicability of a map."""

    counts: np.ndarray
    confidence: float = 0.0  # summed over the pixels whose probabilities are known
    confidence_count: int = 0  # their number
    outside_count: int | None = None  # pixels outside the area of applicability

    def add(
        self,
        probabilities: np.ndarray,
        dissimilarity: np.ndarray | None = None,
        known: np.ndarray | None = None,
    ) -> None:
        """Add the probabilities (pixels, classes) and dissimilarities of a block.

        Where only some of the probabilities are `known`, the others are mere scores.
        """
        if dissimilarity is not None:
            self.outside_count = (self.outside_count or 0) + int((dissimilarity > 1).sum())
        self.counts += np.bincount(probabilities.argmax(axis=1), minlength=len(self.counts))
        confidence = (probabilities if known is None else probabilities[known]).max(axis=1)
        self.confidence += float(confidence.sum(dtype=np.float64))
        self.confidence_count += len(confidence)

    def merge(self, other: MapStatistics) -> None:
        """Add the statistics of another part of the same map."""
        self.counts += other.counts
        self.confidence += other.confidence
        self.confidence_count += other.confidence_count
        if other.outside_count is not None:
            self.outside_count = (self.outside_count or 0) + other.outside_count

    @property
    def mean_confidence(self) -> float:
        """The mean confidence; NaN where the probabilities of no pixel are known."""
        count = self.confidence_count
        return self.confidence / count if count else float("nan")

    @property
    def outside(self) -> float | None:
        """The share of the map outside the area of applicability; None where it is unknown."""
        total = int(self.counts.sum())
        return self.outside_count / total if total and self.outside_count is not None else None
