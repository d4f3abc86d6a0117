"""What was learnt of a scene to read its features: composites and projections, as plain arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..scene.composites import Composite
from .context import Usual, surroundings_width
from .extraction import Projection


@dataclass(frozen=True)
class LearntFeatures:
    """Composites, for each scale the projection of the activations, and usual surroundings."""

    composites: tuple[Composite, ...]
    projections: dict[int, Projection]
    usual: Usual

    @property
    def kinds(self) -> tuple[int, int]:
        """How many features a pixel has from the network, and how many from its surroundings."""
        seen = sum(projection.axes.shape[1] for projection in self.projections.values())
        return seen, surroundings_width(self.composites)


def learnt_to_tensors(learnt: LearntFeatures) -> dict[str, np.ndarray]:
    """As named arrays for a safetensors file."""
    usual = learnt.usual
    tensors = {"surroundings": np.stack([usual.mean, usual.deviation])}
    for index, composite in enumerate(learnt.composites):
        prefix = f"composite/{index}/{composite.name}"
        tone = [composite.gamma, float(composite.logarithmic)]
        tensors |= {
            f"{prefix}/weights": composite.weights,
            f"{prefix}/stretch": np.stack([composite.low, composite.high]),
            f"{prefix}/tone": np.array(tone, np.float32),
        }
    for scale, projection in learnt.projections.items():
        tensors |= {
            f"projection/{scale}/mean": projection.mean,
            f"projection/{scale}/axes": projection.axes,
        }
    return {name: np.ascontiguousarray(array) for name, array in tensors.items()}


def learnt_from_tensors(tensors: Mapping[str, np.ndarray], bands: int) -> LearntFeatures:
    """From named arrays; KeyError or ValueError where they do not make sense."""
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
    usual = Usual(*tensors["surroundings"])
    if usual.mean.shape != (surroundings_width(composites),) or (usual.deviation <= 0).any():
        raise ValueError("surroundings do not fit the composites")
    if not (np.isfinite(usual.mean).all() and np.isfinite(usual.deviation).all()):
        raise ValueError("surroundings are damaged")
    return LearntFeatures(tuple(composites), projections, usual)
