"""The small networks that are trained on labelled pixels, each as an ensemble computed in one go.

All members of an ensemble share every matrix product: weights carry a leading axis of members, so
eight networks cost little more than one.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch
from torch import nn
from torch.nn import functional

#: The first kind of features comes from the diffusion network, the second from plain context.
DIFFUSION = 0
#: Bands that a convolution along the spectrum sees at once, and about how many places it looks at.
WINDOW, POSITIONS = 9, 48


@dataclass(frozen=True)
class NetworkShape:
    """What decides the shapes of a network's weights."""

    members: int
    bands: int
    features: int
    classes: int
    width: int = 96
    dropout: float = 0.2
    kinds: tuple[int, ...] = ()  # how many of the features are of each kind
    alone: bool = False  # only those of the diffusion network are used


class Linear(nn.Module):
    """A linear layer for every member: (members, pixels, inputs) → (members, pixels, outputs)."""

    def __init__(self, members: int, inputs: int, outputs: int):
        super().__init__()
        bound = 1 / math.sqrt(max(inputs, 1))
        self.weight = nn.Parameter(torch.empty(members, inputs, outputs).uniform_(-bound, bound))
        self.bias = nn.Parameter(torch.empty(members, 1, outputs).uniform_(-bound, bound))

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        return torch.baddbmm(self.bias, values, self.weight)


class Dropout(nn.Module):
    """Sets a share of the values to zero while learning.

    It draws from its own generator: networks that learn side by side do not share random numbers.
    """

    def __init__(self, share: float):
        super().__init__()
        self.share = share
        self.generator: torch.Generator | None = None

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        if not self.training or self.share == 0:
            return values
        drawn = torch.rand(values.shape, generator=self.generator, device=values.device)
        return values * (drawn >= self.share) / (1 - self.share)


class Perceptron(nn.Sequential):
    """Linear layers with a smooth non-linearity and dropout between them."""

    def __init__(self, members: int, widths: tuple[int, ...], dropout: float = 0.0):
        layers: list[nn.Module] = []
        for inputs, outputs in pairwise(widths):
            layers += [Linear(members, inputs, outputs), nn.GELU(), Dropout(dropout)]
        super().__init__(*layers[:-2])


class SpectralConvolutions(nn.Module):
    """1-D convolutions along the spectrum, one stack for every member."""

    def __init__(self, members: int, bands: int, outputs: int, channels: int = 12):
        super().__init__()
        self.members = members
        # many narrow bands say little more than fewer wide ones, but cost as much each
        stride = min(max(2, bands // POSITIONS), WINDOW - 2)
        self.first = nn.Conv1d(
            members, members * channels, WINDOW, stride, WINDOW // 2, groups=members
        )
        self.second = nn.Conv1d(members * channels, members * channels * 2, 7, 3, 3, groups=members)
        length = math.ceil(math.ceil(bands / stride) / 3)
        self.last = Linear(members, channels * 2 * length, outputs)

    def forward(self, spectra: torch.Tensor) -> torch.Tensor:
        stacked = spectra.permute(1, 0, 2)  # (pixels, members, bands)
        hidden = functional.gelu(self.second(functional.gelu(self.first(stacked))))
        by_member = hidden.unflatten(1, (self.members, -1)).flatten(2)
        return self.last(by_member.transpose(0, 1))


class FeatureMask(nn.Module):
    """Sets all features but those of the diffusion network to zero."""

    def __init__(self, shape: NetworkShape, alone: bool):
        super().__init__()
        mask = torch.ones(shape.members, 1, shape.features)
        if alone:
            mask[..., shape.kinds[DIFFUSION] :] = 0.0
        self.register_buffer("mask", mask)

    def forward(self, features: torch.Tensor) -> torch.Tensor:
        return features * self.mask


class Network(nn.Module, ABC):
    """A network in two steps, so that predictions with and without features share the first."""

    @abstractmethod
    def encode(self, spectra: torch.Tensor) -> torch.Tensor:
        """What is computed of the spectra alone (members, pixels, …)."""

    @abstractmethod
    def decode(self, code: torch.Tensor, features: torch.Tensor | None) -> torch.Tensor:
        """Logits (members, pixels, classes); without features, as if they were all zero."""

    def forward(self, spectra: torch.Tensor, features: torch.Tensor) -> torch.Tensor:
        return self.decode(self.encode(spectra), features)

    def fold_into_first_layer(self, centre: np.ndarray, matrix: np.ndarray) -> None:
        """Make the network take spectra where it took `(spectra - centre) @ matrix`."""
        raise TypeError(f"{type(self).__name__} does not begin with a linear layer of the spectrum")


class FilmNetwork(Network):
    """GeoDiffNet-F: the spectrum scales and shifts each spatial feature (FiLM)."""

    def __init__(self, shape: NetworkShape):
        super().__init__()
        members, width = shape.members, shape.width
        self.mask = FeatureMask(shape, shape.alone)
        self.encoder = Perceptron(members, (shape.bands, 128, 64), shape.dropout)
        self.lift = Linear(members, shape.features, width)
        self.scale = Linear(members, 64, width)
        self.shift = Linear(members, 64, width)
        self.head = Perceptron(members, (width, 96, shape.classes), shape.dropout)

    def encode(self, spectra: torch.Tensor) -> torch.Tensor:
        return functional.gelu(self.encoder(spectra))

    def decode(self, code: torch.Tensor, features: torch.Tensor | None) -> torch.Tensor:
        lifted = self.lift.bias if features is None else self.lift(self.mask(features))
        return self.head(functional.gelu(lifted * (1 + self.scale(code)) + self.shift(code)))

    def fold_into_first_layer(self, centre: np.ndarray, matrix: np.ndarray) -> None:
        first = self.encoder[0]
        with torch.no_grad():
            folded = torch.from_numpy(matrix) @ first.weight.double().cpu()
            offset = torch.from_numpy(centre)[None, None] @ folded
            first.weight.copy_(folded)
            first.bias.copy_(first.bias.double().cpu() - offset)


class SpatialNetwork(Network):
    """GeoDiffNet: the diffusion features alone."""

    def __init__(self, shape: NetworkShape):
        super().__init__()
        self.mask = FeatureMask(shape, alone=True)
        self.head = Perceptron(
            shape.members, (shape.features, 128, 96, shape.classes), shape.dropout
        )

    def encode(self, spectra: torch.Tensor) -> torch.Tensor:
        return spectra

    def decode(self, code: torch.Tensor, features: torch.Tensor | None) -> torch.Tensor:
        if features is None:
            raise TypeError("without features there is nothing to classify")
        return self.head(self.mask(features))


class SpectralNetwork(Network):
    """GeoSpecNet: the spectrum alone."""

    def __init__(self, shape: NetworkShape):
        super().__init__()
        self.encoder = SpectralConvolutions(shape.members, shape.bands, 96)
        self.head = nn.Sequential(
            nn.GELU(), Dropout(shape.dropout), Linear(shape.members, 96, shape.classes)
        )

    def encode(self, spectra: torch.Tensor) -> torch.Tensor:
        return self.encoder(spectra)

    def decode(self, code: torch.Tensor, features: torch.Tensor | None) -> torch.Tensor:
        return self.head(code)


NETWORKS: dict[str, type[Network]] = {
    "geodiffnet-f": FilmNetwork,
    "geodiffnet": SpatialNetwork,
    "geospecnet": SpectralNetwork,
}
