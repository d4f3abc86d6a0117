"""Class-balanced, augmented batches of training pixels for the networks of an ensemble."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch

from .ensemble_settings import EnsembleSettings
from .training_data import Samples

#: Normal random numbers in the pool from which the noise of each batch is taken.
NOISE_POOL = 2**21


class BalancedSampler:
    """Draws batches for all networks of several copies of an ensemble.

    Copies have training pixels of their own, but share all random numbers. The same number of
    classes must be present in all of them.
    """

    def __init__(
        self, samples: Sequence[Samples], settings: EnsembleSettings, rng: np.random.Generator
    ):
        self._settings = settings
        self._rng = rng
        self._spectra = np.concatenate([own.spectra for own in samples])
        self._features = np.concatenate([own.features for own in samples])
        self._target = np.concatenate([own.target for own in samples])
        #: Pixels of all copies by class, with the first one and the number of each class.
        ends = np.cumsum([len(own) for own in samples])
        self._pixels = np.concatenate(
            [
                end - len(own) + np.argsort(own.target, kind="stable")
                for own, end in zip(samples, ends, strict=True)
            ]
        )
        sizes = [np.bincount(own.target) for own in samples]
        self._sizes = np.array([counts[counts > 0] for counts in sizes])
        self._starts = np.cumsum([0, *self._sizes.ravel()])[:-1].reshape(self._sizes.shape)
        class_count = samples[0].class_count
        smooth = settings.smoothing / class_count
        max_inputs = max(self._spectra.shape[1], self._features.shape[1])
        needed = settings.members * settings.batch * max_inputs
        self._noise = rng.standard_normal(max(NOISE_POOL, 4 * needed), dtype=np.float32)
        self._targets = np.full((class_count, class_count), smooth, np.float32)
        np.fill_diagonal(self._targets, 1 - settings.smoothing + smooth)

    def __call__(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Spectra, features and targets (copies * networks, pixels, …) of a batch."""
        settings, rng = self._settings, self._rng
        shape = (settings.members, settings.batch)
        chosen = self._choose(shape)
        spectra = self._spectra[chosen]
        features = self._features[chosen]
        target = self._targets[self._target[chosen]]
        spectra = spectra + settings.spectral_noise * self._normal(spectra.shape[1:])
        spectra += settings.illumination * self._normal((*shape, 1))
        features = features + settings.feature_noise * self._normal(features.shape[1:])
        if settings.mix_up:
            weight = rng.beta(settings.mix_up, settings.mix_up, (*shape, 1)).astype(np.float32)
            order = rng.permutation(settings.batch)
            spectra = weight * spectra + (1 - weight) * spectra[:, :, order]
            features = weight * features + (1 - weight) * features[:, :, order]
            target = weight * target + (1 - weight) * target[:, :, order]
        features *= rng.uniform(size=(*shape, 1)) >= settings.feature_dropout
        count, batch = len(chosen) * settings.members, settings.batch
        joined = (
            part.reshape(count, batch, part.shape[-1]) for part in (spectra, features, target)
        )
        own_spectra, own_features, own_target = map(torch.from_numpy, joined)
        return own_spectra, own_features, own_target

    def _choose(self, shape: tuple[int, int]) -> np.ndarray:
        """Pixels (copies, networks, pixels): classes and positions in them are shared."""
        classes = self._rng.integers(self._sizes.shape[1], size=shape)
        share = self._rng.uniform(size=shape)
        position = (share * self._sizes[:, classes]).astype(int)
        return np.asarray(self._pixels[self._starts[:, classes] + position])

    def _normal(self, shape: tuple[int, ...]) -> np.ndarray:
        size = math.prod(shape)
        start = int(self._rng.integers(len(self._noise) - size))
        return np.asarray(self._noise[start : start + size].reshape(shape))
