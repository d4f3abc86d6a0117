"""What a method learns from: labelled pixels with spectra, features and their shape."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Samples:
    """Labelled pixels; `group` is the drawn shape, `target` the index of the class."""

    spectra: np.ndarray  # (pixels, bands) log-reflectance, standardised over the scene
    features: np.ndarray  # (pixels, features); no columns where a method needs none
    target: np.ndarray
    group: np.ndarray
    place: np.ndarray  # (pixels, 2) row and column
    class_count: int
    scene: np.ndarray | None = None  # number of the scene, where there are several

    def __len__(self) -> int:
        return len(self.target)

    def take(self, chosen: np.ndarray) -> Samples:
        """The chosen pixels only."""
        return Samples(
            self.spectra[chosen],
            self.features[chosen],
            self.target[chosen],
            self.group[chosen],
            self.place[chosen],
            self.class_count,
            None if self.scene is None else self.scene[chosen],
        )


@dataclass(frozen=True)
class Standardisation:
    """Mean and deviation of each column, learnt from unlabelled pixels of the scene."""

    mean: np.ndarray
    deviation: np.ndarray

    @classmethod
    def of(cls, values: np.ndarray) -> Standardisation:
        """Learn from rows of values."""
        deviation = values.std(axis=0)
        return cls(
            values.mean(axis=0).astype(np.float32), np.maximum(deviation, 1e-4).astype(np.float32)
        )

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Standardised rows."""
        return ((values - self.mean) / self.deviation).astype(np.float32)
