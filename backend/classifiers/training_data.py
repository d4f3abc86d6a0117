"""Training samples: labelled pixels with spectra, features, and the polygon of each."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .scene_noise import SceneNoise


@dataclass(frozen=True)
class Samples:
    """Labelled pixels; `group` is the polygon, `target` the index of the class."""

    spectra: np.ndarray  # (pixels, bands) log-reflectance, standardised over the scene
    features: np.ndarray  # (pixels, features); no columns for methods without features
    target: np.ndarray
    group: np.ndarray
    position: np.ndarray  # (pixels, 2) row and column
    class_count: int
    scene: np.ndarray | None = None  # number of the scene; None with a single scene
    noise: SceneNoise | None = None  # None where it is unknown

    def __len__(self) -> int:
        return len(self.target)

    @property
    def multiple_scenes(self) -> bool:
        """Whether the pixels lie in more than one scene."""
        return self.scene is not None and len(np.unique(self.scene)) > 1

    def take(self, chosen: np.ndarray) -> Samples:
        """A subset of the pixels."""
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
    """Mean and standard deviation of each column over the scene."""

    mean: np.ndarray
    deviation: np.ndarray

    @classmethod
    def of(cls, values: np.ndarray) -> Standardisation:
        """Fit to rows of values."""
        # double precision, so that results do not depend on the order of the rows in memory
        mean = values.mean(axis=0, dtype=np.float64)
        deviation = np.maximum(values.std(axis=0, dtype=np.float64), 1e-4)
        return cls(mean.astype(np.float32), deviation.astype(np.float32))

    def apply(self, values: np.ndarray) -> np.ndarray:
        """Standardise rows of values."""
        return np.asarray((values - self.mean) / self.deviation, np.float32)
