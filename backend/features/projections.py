"""The fitted parameters of features (composites, projections, scaling), as plain arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..scene.composites import Composite
from .context import ContextScaling, context_width


@dataclass(frozen=True)
class Projection:
    """The linear reduction of one scale's activations: (values − mean) · axes."""

    mean: np.ndarray  # (channels,)
    axes: np.ndarray  # (channels, components)


@dataclass(frozen=True)
class FittedFeatures:
    """Composites, the projection of the activations of each scale, and the context scaling."""

    composites: tuple[Composite, ...]
    projections: dict[int, Projection]
    context_scaling: ContextScaling

    @property
    def kinds(self) -> tuple[int, int]:
        """The numbers of diffusion features and of context features."""
        diffusion = sum(projection.axes.shape[1] for projection in self.projections.values())
        return diffusion, context_width(self.composites)


def fitted_to_tensors(fitted: FittedFeatures) -> dict[str, np.ndarray]:
    """Named arrays for a safetensors file."""
    context_scaling = fitted.context_scaling
    tensors = {"context": np.stack([context_scaling.mean, context_scaling.deviation])}
    for index, composite in enumerate(fitted.composites):
        prefix = f"composite/{index}/{composite.name}"
        tone = [composite.gamma, float(composite.logarithmic)]
        tensors |= {
            f"{prefix}/weights": composite.weights,
            f"{prefix}/stretch": np.stack([composite.low, composite.high]),
            f"{prefix}/tone": np.array(tone, np.float32),
        }
    for scale, projection in fitted.projections.items():
        tensors |= {
            f"projection/{scale}/mean": projection.mean,
            f"projection/{scale}/axes": projection.axes,
        }
    return {name: np.ascontiguousarray(array) for name, array in tensors.items()}


def fitted_from_tensors(tensors: Mapping[str, np.ndarray], bands: int) -> FittedFeatures:
    """The fitted parameters from named arrays; KeyError or ValueError where they are invalid."""
    names = {tuple(key.split("/")[1:3]) for key in tensors if key.startswith("composite/")}
    scales = sorted({int(key.split("/")[1]) for key in tensors if key.startswith("projection/")})
    composites = []
    for index, name in sorted(names, key=lambda item: int(item[0])):
        prefix = f"composite/{index}/{name}"
        weights = tensors[f"{prefix}/weights"]
        if weights.shape != (3, bands):
            raise ValueError("a composite has another number of bands")
        low, high = tensors[f"{prefix}/stretch"]
        gamma, logarithmic = tensors[f"{prefix}/tone"]
        composites.append(Composite(name, weights, bool(logarithmic), low, high, float(gamma)))
    projections = {
        scale: Projection(tensors[f"projection/{scale}/mean"], tensors[f"projection/{scale}/axes"])
        for scale in scales
    }
    if not composites or not projections:
        raise ValueError("composites or projections are missing")
    for projection in projections.values():
        fits = projection.axes.ndim == 2 and projection.mean.shape == (len(projection.axes),)
        if not fits or not (
            np.isfinite(projection.mean).all() and np.isfinite(projection.axes).all()
        ):
            raise ValueError("a projection is damaged")
    context_scaling = ContextScaling(*tensors["context"])
    if (
        context_scaling.mean.shape != (context_width(composites),)
        or (context_scaling.deviation <= 0).any()
    ):
        raise ValueError("the context scaling does not fit the composites")
    if not (
        np.isfinite(context_scaling.mean).all() and np.isfinite(context_scaling.deviation).all()
    ):
        raise ValueError("the context scaling is damaged")
    return FittedFeatures(tuple(composites), projections, context_scaling)
