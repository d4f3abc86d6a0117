"""Training data: labelled pixels with spectra, features, and the polygon each belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

#: Of pairs of neighbouring pixels, how many are taken to lie across an edge.
EDGE_SHARE = 0.2


@dataclass(frozen=True)
class Samples:
    """Labelled pixels; `group` is the drawn polygon, `target` the index of the class."""

    spectra: np.ndarray  # (pixels, bands) log-reflectance, standardised over the scene
    features: np.ndarray  # (pixels, features); no columns where a method needs none
    target: np.ndarray
    group: np.ndarray
    position: np.ndarray  # (pixels, 2) row and column
    class_count: int
    scene: np.ndarray | None = None  # number of the scene, where there are several
    #: Differences (pairs, bands) of the spectra of neighbouring pixels anywhere in the scene.
    noise: np.ndarray | None = None

    def __len__(self) -> int:
        return len(self.target)

    def take(self, chosen: np.ndarray) -> Samples:
        """The chosen pixels only."""
        return replace(
            self,
            spectra=self.spectra[chosen],
            features=self.features[chosen],
            target=self.target[chosen],
            group=self.group[chosen],
            position=self.position[chosen],
            scene=None if self.scene is None else self.scene[chosen],
        )


@dataclass(frozen=True)
class Standardisation:
    """Mean and deviation of each column, learnt from unlabelled pixels of the scene."""

    mean: np.ndarray
    deviation: np.ndarray

    @classmethod
    def of(cls, values: np.ndarray) -> Standardisation:
        """Learn from rows of values."""
        # in double precision, so that the order of the rows, which memory decides, does not count
        mean = values.mean(axis=0, dtype=np.float64)
        deviation = np.maximum(values.std(axis=0, dtype=np.float64), 1e-4)
        return cls(mean.astype(np.float32), deviation.astype(np.float32))

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Standardised rows."""
        return ((values - self.mean) / self.deviation).astype(np.float32)


def without_edges(differences: np.ndarray) -> np.ndarray:
    """Differences between neighbouring pixels, without the largest: they lie across an edge."""
    size = (differences**2).mean(axis=1)
    inside = (size > 0) & (size <= np.quantile(size, 1 - EDGE_SHARE)) if len(size) else size > 0
    return differences[inside]
