"""The small networks that are trained on labelled pixels, as ensembles computed together.

All networks of an ensemble are computed by the same matrix products: weights have a leading axis of
networks, so eight networks take little longer than one.
"""

from __future__ import annotations

import math
import platform
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import cast

import numpy as np
import torch
from torch import nn
from torch.nn import functional

#: What `Network.encode` computes from spectra.
Code = tuple[torch.Tensor, ...]
#: Index of the diffusion features in `NetworkShape.kinds`; context features come after them.
DIFFUSION = 0
#: Kernel size of the first convolution along the spectrum, and about how many outputs it has.
KERNEL_SIZE, POSITIONS = 9, 48


@dataclass(frozen=True)
class NetworkShape:
    """The sizes that determine the shapes of a network's weights."""

    members: int
    bands: int
    features: int
    classes: int
    width: int = 96
    dropout: float = 0.2
    kinds: tuple[int, ...] = ()  # number of features of each kind
    diffusion_only: bool = False  # context features are ignored


@cache
def _has_one_dnn() -> bool:
    available = torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
    return available and platform.machine().lower() in ("x86_64", "amd64")


class Linear(nn.Module):
    """A linear layer of every network: (members, pixels, inputs) → (members, pixels, outputs).

    On a CPU, predictions use oneDNN, which knows the widest registers of every CPU. The library
    that torch uses for batches of matrices (MKL) does not on those of AMD, and takes twice as long.
    """

    def __init__(self, members: int, inputs: int, outputs: int):
        super().__init__()
        bound = 1 / math.sqrt(max(inputs, 1))
        self.weight = nn.Parameter(torch.empty(members, inputs, outputs).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(members, 1, outputs).uniform_(-bound, bound))
        #: Weight and bias of each network in the layout of oneDNN, unless it is trained.
        self._packed: list[tuple[torch.Tensor, torch.Tensor]] = []

    def train(self, mode: bool = True) -> Linear:
        """Choose training or prediction, for which the present weights are copied."""
        super().train(mode)
        self._packed.clear()
        weight, bias = self.weight.detach(), self.bias.detach()
        if not mode and weight.device.type == "cpu" and weight.numel() and _has_one_dnn():
            for own, offset in zip(weight, bias, strict=True):
                self._packed.append((own.T.contiguous().to_mkldnn(), offset[0].to_mkldnn()))
        return self

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if not self.is_packed:
            return torch.baddbmm(self.bias, values, self.weight)
        return _by_member(self.of_member, values)

    @property
    def is_packed(self) -> bool:
        """Whether predictions use oneDNN."""
        return bool(self._packed)

    def of_member(self, member: int, values: torch.Tensor) -> torch.Tensor:
        """The layer of one network, given and giving tensors in the layout of oneDNN."""
        return functional.linear(values, *self._packed[member])


def _by_member(
    compute: Callable[[int, torch.Tensor], torch.Tensor], values: torch.Tensor
) -> torch.Tensor:
    """What is computed for each network from its values (members, …), with tensors of oneDNN."""
    outputs = [compute(member, own.to_mkldnn()).to_dense() for member, own in enumerate(values)]
    return outputs[0][None] if len(outputs) == 1 else torch.stack(outputs)


class Dropout(nn.Module):
    """Sets a share of the values to zero in training.

    Unlike torch's, it has a generator of its own, so that networks trained in parallel threads do
    not share a sequence of random numbers.
    """

    def __init__(self, share: float):
        super().__init__()
        self.share = share
        self.generator: torch.Generator | None = None
        #: Copies of an ensemble whose networks are trained together, with the same random numbers.
        self.copies = 1

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if not self.training or self.share == 0:
            return values
        by_copy = values.view(self.copies, len(values) // self.copies, *values.shape[1:])
        drawn = torch.rand(by_copy.shape[1:], generator=self.generator, device=values.device)
        return (by_copy * (drawn >= self.share) / (1 - self.share)).view(values.shape)


class Perceptron(nn.Sequential):
    """Linear layers with a smooth non-linearity and dropout between them."""

    def __init__(self, members: int, widths: tuple[int, ...], dropout: float = 0.0):
        layers: list[nn.Module] = []
        for inputs, outputs in pairwise(widths):
            layers += [Linear(members, inputs, outputs), nn.GELU(), Dropout(dropout)]
        super().__init__(*layers[:-2])

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if all(layer.is_packed for layer in self if isinstance(layer, Linear)):
            # copied into the layout of oneDNN and back once, not for every layer
            return _by_member(self._of_member, values)
        for layer in self:
            values = layer(values)
        return values

    def _of_member(self, member: int, values: torch.Tensor) -> torch.Tensor:
        for layer in self:
            values = layer.of_member(member, values) if isinstance(layer, Linear) else layer(values)
        return values

    @property
    def first(self) -> Linear:
        """The first layer."""
        return cast(Linear, self[0])


class SpectralConvolutions(nn.Module):
    """1-D convolutions along the spectrum, separate for every network."""

    def __init__(self, members: int, bands: int, outputs: int, channels: int = 12):
        super().__init__()
        self.members = members
        # the stride grows with the number of bands: many narrow bands hold little more information
        stride = min(max(2, bands // POSITIONS), KERNEL_SIZE - 2)
        self.first = nn.Conv1d(
            members, members * channels, KERNEL_SIZE, stride, KERNEL_SIZE // 2, groups=members
        )
        self.second = nn.Conv1d(members * channels, members * channels * 2, 7, 3, 3, groups=members)
        length = math.ceil(math.ceil(bands / stride) / 3)
        self.last = Linear(members, channels * 2 * length, outputs)

    def forward(self, spectra: torch.Tensor) -> torch.Tensor:
        stacked = spectra.permute(1, 0, 2)  # (pixels, members, bands)
        hidden = functional.gelu(self.second(functional.gelu(self.first(stacked))))
        width = hidden.shape[1] // self.members * hidden.shape[2]
        by_member = hidden.reshape(len(hidden), self.members, width)
        return cast(torch.Tensor, self.last(by_member.transpose(0, 1)))


class FeatureMask(nn.Module):
    """Sets context features to zero where only diffusion features are used."""

    mask: torch.Tensor

    def __init__(self, shape: NetworkShape, diffusion_only: bool):
        super().__init__()
        self._diffusion_only = diffusion_only
        mask = torch.ones(shape.members, 1, shape.features)
        if diffusion_only:
            mask[..., shape.kinds[DIFFUSION] :] = 0.0
        self.register_buffer("mask", mask)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return features * self.mask if self._diffusion_only else features


class Network(nn.Module, ABC):
    """A network in two steps, of which predictions with and without features share the first."""

    @abstractmethod
    def encode(self, spectra: torch.Tensor) -> Code:
        """Encode the spectra (members, pixels, bands): all that does not depend on features."""

    @abstractmethod
    def decode(self, code: Code, features: torch.Tensor | None) -> torch.Tensor:
        """Logits (members, pixels, classes) from encoded spectra and features.

        None for features counts as zeros.
        """

    def forward(self, spectra: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        return self.decode(self.encode(spectra), features)

    def fold_into_first_layer(self, centre: np.ndarray, matrix: np.ndarray) -> None:
        """Fold a transformation into the network, which then takes spectra as they are.

        In training its inputs were `(spectra - centre) @ matrix`.
        """
        raise TypeError(f"the first layer of {type(self).__name__} is not linear in the spectrum")


class FilmNetwork(Network):
    """GeoDiffNet-F: spatial features, scaled and shifted by functions of the spectrum (FiLM)."""

    def __init__(self, shape: NetworkShape):
        super().__init__()
        members, width = shape.members, shape.width
        self.mask = FeatureMask(shape, shape.diffusion_only)
        self.encoder = Perceptron(members, (shape.bands, 128, 64), shape.dropout)
        self.lift = Linear(members, shape.features, width)
        self.scale = Linear(members, 64, width)
        self.shift = Linear(members, 64, width)
        self.head = Perceptron(members, (width, 96, shape.classes), shape.dropout)

    def encode(self, spectra: torch.Tensor) -> Code:
        code = functional.gelu(self.encoder(spectra))
        return 1 + self.scale(code), self.shift(code)

    def decode(self, code: Code, features: torch.Tensor | None) -> torch.Tensor:
        scale, shift = code
        lifted = self.lift.bias if features is None else self.lift(self.mask(features))
        modulated = functional.gelu(lifted * scale + shift)
        return cast(torch.Tensor, self.head(modulated))

    def fold_into_first_layer(self, centre: np.ndarray, matrix: np.ndarray) -> None:
        first = self.encoder.first
        with torch.no_grad():
            folded = torch.from_numpy(matrix) @ first.weight.double().cpu()
            offset = torch.from_numpy(centre)[None, None] @ folded
            first.weight = torch.nn.Parameter(folded.to(first.weight))
            first.bias.copy_(first.bias.double().cpu() - offset)


class SpatialNetwork(Network):
    """GeoDiffNet: diffusion features only."""

    def __init__(self, shape: NetworkShape):
        super().__init__()
        self.mask = FeatureMask(shape, diffusion_only=True)
        self.head = Perceptron(
            shape.members, (shape.features, 128, 96, shape.classes), shape.dropout
        )

    def encode(self, spectra: torch.Tensor) -> Code:
        return (spectra,)

    def decode(self, code: Code, features: torch.Tensor | None) -> torch.Tensor:
        if features is None:
            raise TypeError("the network needs features")
        return cast(torch.Tensor, self.head(self.mask(features)))


class SpectralNetwork(Network):
    """GeoSpecNet: the spectrum only."""

    def __init__(self, shape: NetworkShape):
        super().__init__()
        self.encoder = SpectralConvolutions(shape.members, shape.bands, 96)
        self.head = nn.Sequential(
            nn.GELU(), Dropout(shape.dropout), Linear(shape.members, 96, shape.classes)
        )

    def encode(self, spectra: torch.Tensor) -> Code:
        return (self.encoder(spectra),)

    def decode(self, code: Code, features: torch.Tensor | None) -> torch.Tensor:
        return cast(torch.Tensor, self.head(code[0]))


NETWORKS: dict[str, type[Network]] = {
    "geodiffnet-f": FilmNetwork,
    "geodiffnet": SpatialNetwork,
    "geospecnet": SpectralNetwork,
}
