"""Generated training samples, and small methods that are fitted quickly."""

from __future__ import annotations

import numpy as np
import torch

from backend.classifiers.base import BaseClassifier, Variant
from backend.classifiers.catalogue import make_method
from backend.classifiers.ensemble_settings import EnsembleSettings
from backend.classifiers.scene_noise import SceneNoise
from backend.classifiers.stacking import StackedClassifier
from backend.classifiers.training_data import Samples
from backend.core.reporter import Reporter

SILENT = Reporter(lambda event: None)
CPU = torch.device("cpu")
BANDS, FEATURES, CLASSES = 12, 8, 3
NAMES = ("wheat", "forest", "water")
QUICK = EnsembleSettings(members=2, steps=60, kinds=(5, 3))


def make_samples(count: int = 150, seed: int = 0, per_group: int = 1) -> Samples:
    """Three classes; the first two share their spectra and differ in the features only."""
    rng = np.random.default_rng(seed)
    group = np.arange(count) // per_group
    target = group % CLASSES
    spectra = rng.normal(0, 0.4, (count, BANDS)).astype(np.float32)
    spectra[:, 0] += 3.0 * (target == 2)
    features = rng.normal(0, 0.4, (count, FEATURES)).astype(np.float32)
    features[:, [0, 5]] += 3.0 * (target == 1)[:, None]
    position = np.column_stack([300 * group, np.arange(count) % per_group])
    noise = SceneNoise.of(rng.normal(0, 0.3, (400, BANDS)), spectra)
    return Samples(spectra, features, target, group, position, CLASSES, noise=noise)


def plain_samples(
    spectra: np.ndarray,
    target: np.ndarray,
    group: np.ndarray | None = None,
    features: np.ndarray | None = None,
    noise: np.ndarray | None = None,
) -> Samples:
    """Samples far from each other, each a polygon of its own by default."""
    count = len(target)
    group = np.arange(count) if group is None else group
    return Samples(
        spectra.astype(np.float32),
        np.zeros((count, 0), np.float32) if features is None else features.astype(np.float32),
        np.asarray(target, np.int64),
        np.asarray(group, np.int64),
        np.column_stack([300 * np.asarray(group, np.int64), np.arange(count)]),
        int(np.max(target)) + 1,
        noise=None if noise is None else SceneNoise.of(noise, spectra),
    )


def quick_method(name: str, seed: int = 0, with_features: bool = True) -> StackedClassifier:
    """A method with few networks and training steps."""
    return make_method(name, seed, CPU, QUICK, with_features)


def fitted(name: str, samples: Samples | None = None, seed: int = 0) -> StackedClassifier:
    """A method fitted to the generated samples."""
    method = quick_method(name, seed)
    method.fit(samples or make_samples(), NAMES, SILENT)
    return method


class Stateless(BaseClassifier):
    """A base classifier without function, of which tests override methods."""

    variants = (Variant("nothing", False),)

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Does nothing."""

    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: object
    ) -> np.ndarray:
        """All classes equally likely."""
        return np.full((1, len(spectra), CLASSES), 1 / CLASSES, np.float32)

    def state(self) -> dict[str, np.ndarray]:
        """No arrays."""
        return {}

    def load_state(self, *_: object) -> None:
        """Does nothing."""
