"""An ensemble of small networks, trained on labelled pixels.

Networks may be trained on spectra whitened by the covariance within classes, which enlarges small
differences between similar spectra. The whitening is folded into the first layer after training, so
that predictions take no longer.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import torch
from torch.nn import functional

from ..compute.device import thread_count
from ..compute.parallel import run_parallel
from ..compute.tensors import section
from ..core.reporter import Reporter
from .base import BaseClassifier, Variant, padded
from .covariance import whitening
from .ensemble_settings import EnsembleSettings
from .networks import NETWORKS, Dropout, Network, NetworkShape
from .one_cycle import OneCycle
from .training_data import Samples

_BUILD_LOCK = threading.Lock()
#: Pixels per batch: few enough for the output of a layer to stay in the CPU's cache.
PREDICTION_BATCH = 1024
#: Normal random numbers in the pool from which the noise of each batch is taken.
NOISE_POOL = 2**21


class Ensemble(BaseClassifier):
    """Several networks of one kind, trained together."""

    def __init__(
        self,
        settings: EnsembleSettings,
        device: torch.device | None = None,
        variants: Sequence[Variant] = (),
    ):
        self.settings = settings
        self.variants = tuple(variants) or (Variant(settings.network, True),)
        self.device = device or torch.device("cpu")
        self.network: Network | None = None

    def build(self, bands: int, features: int, classes: int) -> Network:
        """Untrained networks for a number of bands, features and classes."""
        settings = self.settings
        # initial weights come from torch's global generator, whose state is restored
        with _BUILD_LOCK, torch.random.fork_rng(devices=[]):
            torch.manual_seed(settings.seed)
            shape = NetworkShape(
                settings.members,
                bands,
                features,
                classes,
                settings.width,
                settings.dropout,
                settings.kinds or (features,),
                settings.networks_only,
            )
            network = NETWORKS[settings.network](shape)
        return network.to(self.device)

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Train the networks; all classes are drawn equally often."""
        settings = self.settings
        centre, matrix = None, None
        if settings.whiten:
            centre, matrix = whitening(samples.spectra, samples.target)
            spectra = ((samples.spectra - centre) @ matrix).astype(np.float32)
            samples = replace(samples, spectra=spectra)
        torch.set_num_threads(1)
        rng = np.random.default_rng(settings.seed)
        network = self.build(
            samples.spectra.shape[1], samples.features.shape[1], samples.class_count
        ).train()
        optimizer = OneCycle(
            network.parameters(), settings.rate, settings.steps, settings.weight_decay
        )
        draw = _BalancedSampler(samples, settings, rng)
        generator = torch.Generator(self.device).manual_seed(settings.seed + 1)
        for module in network.modules():
            if isinstance(module, Dropout):
                module.generator = generator
        for _ in reporter.follow(range(settings.steps)):
            inputs, features, target = (item.to(self.device) for item in draw())
            logits = network(inputs, features)
            loss = -(target * functional.log_softmax(logits, dim=-1)).sum(-1).mean(1).sum()
            optimizer.step(loss)
        if centre is not None and matrix is not None:
            network.fold_into_first_layer(centre, matrix)
        self.network = network.eval()

    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        """Mean probabilities over all networks; what variants share is computed once."""
        if self.network is None:
            raise RuntimeError("the ensemble is not trained")
        torch.set_num_threads(1)
        network, members = self.network, self.settings.members
        with_features = [self.variants[number].uses_features for number in variant_numbers]

        def predict(start: int) -> np.ndarray:
            parts = [item[start : start + PREDICTION_BATCH] for item in (spectra, features)]
            own_spectra, own_features = (
                torch.from_numpy(padded(part, PREDICTION_BATCH))
                .to(self.device)
                .expand(members, -1, -1)
                for part in parts
            )
            with torch.inference_mode():
                code = network.encode(own_spectra)
                logits = [
                    network.decode(code, own_features if used else None) for used in with_features
                ]
                means = [functional.softmax(one, dim=-1).mean(dim=0) for one in logits]
            found: np.ndarray = torch.stack(means).cpu().numpy()
            return found[:, : len(parts[0])]

        threads = thread_count() if self.device.type == "cpu" else 1
        # without pixels there is one empty batch, so that the result has its shape
        starts = range(0, max(len(spectra), 1), PREDICTION_BATCH)
        return np.concatenate(list(run_parallel(predict, starts, threads)), axis=1)

    def state(self) -> dict[str, np.ndarray]:
        """The weights of all networks."""
        if self.network is None:
            raise RuntimeError("the ensemble is not trained")
        return {
            f"network/{name}": value.cpu().numpy()
            for name, value in self.network.state_dict().items()
        }

    def load_state(
        self, state: Mapping[str, np.ndarray], bands: int, features: int, classes: int
    ) -> None:
        """Restore the weights of `state`."""
        weights = {
            name: torch.from_numpy(np.array(value))
            for name, value in section(state, "network/").items()
        }
        network = self.build(bands, features, classes)
        try:
            network.load_state_dict(weights)
        except RuntimeError as error:
            raise ValueError("the weights of its networks do not fit together") from error
        self.network = network.eval()


class _BalancedSampler:
    """Draws class-balanced, augmented batches for all networks."""

    def __init__(self, samples: Samples, settings: EnsembleSettings, rng: np.random.Generator):
        self._samples = samples
        self._settings = settings
        self._rng = rng
        self._by_class = [
            np.flatnonzero(samples.target == index)
            for index in range(samples.class_count)
            if (samples.target == index).any()
        ]
        smooth = settings.smoothing / samples.class_count
        max_inputs = max(samples.spectra.shape[1], samples.features.shape[1])
        needed = settings.members * settings.batch * max_inputs
        self._noise = rng.standard_normal(max(NOISE_POOL, 4 * needed), dtype=np.float32)
        self._targets = np.full((samples.class_count,) * 2, smooth, np.float32)
        np.fill_diagonal(self._targets, 1 - settings.smoothing + smooth)

    def __call__(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        settings, rng = self._settings, self._rng
        shape = (settings.members, settings.batch)
        chosen = self._choose(shape)
        spectra = self._samples.spectra[chosen]
        features = self._samples.features[chosen]
        target = self._targets[self._samples.target[chosen]]
        spectra = spectra + settings.spectral_noise * self._normal(spectra.shape)
        spectra += settings.illumination * self._normal((*shape, 1))
        features = features + settings.feature_noise * self._normal(features.shape)
        if settings.mix_up:
            weight = rng.beta(settings.mix_up, settings.mix_up, (*shape, 1)).astype(np.float32)
            order = rng.permutation(settings.batch)
            spectra = weight * spectra + (1 - weight) * spectra[:, order]
            features = weight * features + (1 - weight) * features[:, order]
            target = weight * target + (1 - weight) * target[:, order]
        features *= rng.uniform(size=(*shape, 1)) >= settings.feature_dropout
        return torch.from_numpy(spectra), torch.from_numpy(features), torch.from_numpy(target)

    def _choose(self, shape: tuple[int, int]) -> np.ndarray:
        classes = self._rng.integers(len(self._by_class), size=shape)
        share = self._rng.uniform(size=shape)
        sizes = np.array([len(pixels) for pixels in self._by_class])
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        pixels = np.concatenate(self._by_class)
        return np.asarray(pixels[starts[classes] + (share * sizes[classes]).astype(int)])

    def _normal(self, shape: tuple[int, ...]) -> np.ndarray:
        size = math.prod(shape)
        start = int(self._rng.integers(len(self._noise) - size))
        return np.asarray(self._noise[start : start + size].reshape(shape))
