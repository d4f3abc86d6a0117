"""An ensemble of small networks, trained on labelled pixels.

Networks may be trained on spectra whitened by the covariance within classes, which enlarges small
differences between similar spectra, or on the components that exceed the noise of the scene. Both
are folded into the first layer after training, so that predictions take no longer.
"""

from __future__ import annotations

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
from .balanced_sampler import BalancedSampler
from .base import BaseClassifier, Variant, padded
from .covariance import whitening
from .ensemble_settings import EnsembleSettings
from .networks import NETWORKS, Dropout, Network, NetworkShape
from .one_cycle import OneCycle
from .training_data import Samples

_BUILD_LOCK = threading.Lock()
#: Pixels per batch: few enough for the output of a layer to stay in the CPU's cache.
PREDICTION_BATCH = 1024
#: Networks that are trained together: each step of one network is too small to use a CPU.
NETWORKS_AT_ONCE = 12


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

    @property
    def copies_at_once(self) -> int:
        """So many copies that their networks are faster trained together than in turn."""
        return max(1, NETWORKS_AT_ONCE // self.settings.members)

    def build(self, bands: int, features: int, classes: int) -> Network:
        """Untrained networks for a number of bands, features and classes."""
        return self._build(bands, features, classes, 1)

    def _build(self, bands: int, features: int, classes: int, copies: int) -> Network:
        """The untrained networks of several copies, all with the same initial weights."""
        settings = self.settings
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
        # initial weights come from torch's global generator, whose state is restored
        with _BUILD_LOCK, torch.random.fork_rng(devices=[]):
            torch.manual_seed(settings.seed)
            network = NETWORKS[settings.network](shape)
            if copies > 1:
                one = network.state_dict()
                network = NETWORKS[settings.network](replace(shape, members=copies * shape.members))
                network.load_state_dict(
                    {name: torch.cat([value] * copies) for name, value in one.items()}
                )
        return network.to(self.device)

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Train the networks; all classes are drawn equally often."""
        self.fit_copies([self], [samples], reporter)

    @staticmethod
    def fit_copies(
        copies: Sequence[BaseClassifier], samples: Sequence[Samples], reporter: Reporter
    ) -> None:
        """Train copies together, each on its own samples; none depends on the others."""
        ensembles = [copy for copy in copies if isinstance(copy, Ensemble)]
        groups: dict[int, list[int]] = {}
        for number, own in enumerate(samples):
            # copies draw the same random numbers, which depend on how many classes are present
            groups.setdefault(len(np.unique(own.target)), []).append(number)
        for report, chosen in zip(reporter.shares(len(groups)), groups.values(), strict=True):
            ensembles[0]._train(
                [ensembles[number] for number in chosen],
                [samples[number] for number in chosen],
                report,
            )

    def _train(
        self, copies: Sequence[Ensemble], samples: Sequence[Samples], reporter: Reporter
    ) -> None:
        settings = self.settings
        transformations = self._transformations(samples)
        if transformations:
            samples = [
                replace(own, spectra=((own.spectra - centre) @ matrix).astype(np.float32))
                for own, (centre, matrix) in zip(samples, transformations, strict=True)
            ]
        torch.set_num_threads(1)
        sizes = samples[0].spectra.shape[1], samples[0].features.shape[1], samples[0].class_count
        network = self._build(*sizes, len(copies)).train()
        optimizer = OneCycle(
            network.parameters(),
            settings.rate,
            settings.steps,
            settings.weight_decay,
            len(copies),
        )
        draw = BalancedSampler(samples, settings, np.random.default_rng(settings.seed))
        generator = torch.Generator(self.device).manual_seed(settings.seed + 1)
        for module in network.modules():
            if isinstance(module, Dropout):
                module.generator, module.copies = generator, len(copies)
        for _ in reporter.follow(range(settings.steps)):
            inputs, features, target = (item.to(self.device) for item in draw())
            logits = network(inputs, features)
            loss = -(target * functional.log_softmax(logits, dim=-1)).sum(-1).mean(1).sum()
            optimizer.step(loss)
        for number, own in enumerate(copies):
            own.network = own.build(*sizes)
            own.network.load_state_dict(
                {
                    name: value.chunk(len(copies))[number]
                    for name, value in network.state_dict().items()
                }
            )
            if transformations:
                own.network.fold_into_first_layer(*transformations[number])
            own.network.eval()

    def _transformations(self, samples: Sequence[Samples]) -> list[tuple[np.ndarray, np.ndarray]]:
        """Centre and matrix by which the spectra of each copy are transformed; none for raw ones.

        Copies have the same scene, and thus the same number of components.
        """
        name = self.settings.transformation
        if name == "whitened":
            return [whitening(own.spectra, own.target) for own in samples]
        if name == "components" and samples[0].noise is not None:
            axes = samples[0].noise.scaled_axes(samples[0].class_count - 1)
            return [(np.zeros(len(axes)), axes)] * len(samples)
        return []

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
                # along columns, since torch computes the exponentials of short rows one by one
                columns = [one.mT.contiguous() for one in logits]
                means = [functional.softmax(one, dim=-2).mean(dim=0) for one in columns]
            found: np.ndarray = torch.stack(means).cpu().numpy()
            return found.swapaxes(1, 2)[:, : len(parts[0])]

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
