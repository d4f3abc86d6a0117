"""Labels that spread from the labelled pixels of a scene over those without labels.

Pixels with similar spectra tend to be of one class, and those without labels show which spectra
are alike: a class may extend along a chain of similar pixels far beyond the labelled ones. The
method is that of Zhou et al. (2004, Advances in Neural Information Processing Systems 16, 321-328).
Its nodes are some pixels of the scene; a labelled pixel, or one that is to be classified, is
connected to those nearest to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
from scipy.linalg import solve

from ..compute.device import thread_count
from ..compute.parallel import run_parallel
from ..compute.subsampling import subsample_rows
from ..core.reporter import Reporter
from .base import BaseClassifier, Variant, padded
from .covariance import FloatArray
from .scene_noise import MAX_PIXELS
from .state_checks import check_label_spreading
from .training_data import Samples

#: How far labels spread: the share of what a node receives from its neighbours.
SPREADING = 0.9
#: Neighbours of a node, and the nodes to which any other pixel is connected.
NEIGHBOURS, CONNECTIONS = 12, 8
#: Lower limit of distances and weights, for equal spectra and for nodes far from any label.
SMALLEST = 1e-6
#: Least share of any class at a node, which decides only where no label reaches.
LEAST_SHARE = 1e-12
#: Pixels per matrix product.
BATCH = 1024


class LabelSpreading(BaseClassifier):
    """Label spreading over the components of the spectra that exceed the noise of the scene."""

    prediction_time = 5.0

    def __init__(self, name: str):
        self.variants = (Variant(name, False),)
        self._state: dict[str, np.ndarray] = {}
        self._class_count = 0

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Spread labels over pixels of the scene, or over the labelled ones if it is unknown."""
        reporter.check()
        if samples.noise is None:
            axes = np.eye(samples.spectra.shape[1])
            pixels = subsample_rows(samples.spectra, MAX_PIXELS)
        else:
            axes = samples.noise.leading_axes(samples.class_count - 1)
            pixels = samples.noise.pixels
        nodes = pixels.astype(np.float64) @ axes
        centre = nodes.mean(axis=0)
        nodes -= centre  # so that distances lose little by rounding
        bandwidths, spread = _spread(nodes)
        classes, index = np.unique(samples.target, return_inverse=True)
        self._class_count = samples.class_count
        self._state = {
            "axes": axes.astype(np.float32),
            "centre": centre.astype(np.float32),
            "nodes": nodes.astype(np.float32),
            "bandwidths": bandwidths.astype(np.float32),
            "shares": np.zeros((len(nodes), len(classes)), np.float32),
            "classes": classes.astype(np.int64),
        }
        # each class has the same weight, however many pixels are labelled
        seeds = np.zeros((len(nodes), len(classes)))
        share = 1 / np.bincount(index)[index]
        for start in range(0, len(samples), BATCH):
            rows = slice(start, start + BATCH)
            nearest, weights = self._connect(samples.spectra[rows])
            own = np.broadcast_to(index[rows, None], nearest.shape)
            np.add.at(seeds, (nearest, own), weights * share[rows, None])
        shares = np.maximum(solve(spread, seeds, assume_a="pos"), 0)
        shares = np.maximum(shares / shares.max(), LEAST_SHARE)
        self._state["shares"] = shares.astype(np.float32)
        reporter.advance(1.0)

    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        """The shares of the classes at the nodes nearest to each pixel."""
        result = np.zeros((1, len(spectra), self._class_count), np.float32)
        shares = self._state["shares"]

        def predict(start: int) -> None:
            nearest, weights = self._connect(spectra[start : start + BATCH])
            found = (shares[nearest] * weights[:, :, None]).sum(axis=1)
            found /= found.sum(axis=1, keepdims=True)
            result[0, start : start + BATCH, self._state["classes"]] = found.T

        for _ in run_parallel(predict, range(0, len(spectra), BATCH), thread_count()):
            pass
        return result

    def _connect(self, spectra: np.ndarray) -> tuple[npt.NDArray[np.intp], np.ndarray]:
        """The nodes nearest to each pixel of a batch, and their weights, which add up to 1."""
        state = self._state
        nodes = state["nodes"]
        values = padded(spectra, BATCH) @ state["axes"] - state["centre"]
        distances = (nodes**2).sum(axis=1) - 2 * (values @ nodes.T)
        distances = distances[: len(spectra)]
        count = min(CONNECTIONS, len(nodes))
        nearest = np.argpartition(distances, count - 1, axis=1)[:, :count]
        nearest.sort(axis=1)  # sums in an order that does not depend on how they were found
        difference = values[: len(spectra), None] - nodes[nearest]
        squared = (difference**2).sum(axis=2)
        width = np.sqrt(np.sort(squared, axis=1)[:, count // 2]) + np.float32(SMALLEST)
        weights = np.exp(-squared / (width[:, None] * state["bandwidths"][nearest]))
        weights += np.float32(LEAST_SHARE)
        weights /= weights.sum(axis=1, keepdims=True)
        return nearest, weights

    def state(self) -> dict[str, np.ndarray]:
        """The nodes, and the shares of the classes at each."""
        return dict(self._state)

    def load_state(
        self, state: Mapping[str, np.ndarray], bands: int, features: int, classes: int
    ) -> None:
        """Restore the arrays of `state`."""
        check_label_spreading(state, bands, classes)
        self._state, self._class_count = dict(state), classes


def _spread(nodes: FloatArray) -> tuple[FloatArray, FloatArray]:
    """The bandwidth of each node, and the matrix whose inverse spreads labels over the nodes."""
    count = len(nodes)
    size = (nodes**2).sum(axis=1)
    distances = np.maximum(size[:, None] + size - 2 * (nodes @ nodes.T), 0)
    np.fill_diagonal(distances, np.inf)  # a node is no neighbour of itself
    neighbours = min(NEIGHBOURS, count - 1)
    if neighbours == 0:
        return np.ones(count), np.eye(count)
    nearest = np.argpartition(distances, neighbours - 1, axis=1)[:, :neighbours]
    squared = np.take_along_axis(distances, nearest, axis=1)
    bandwidths = np.sqrt(np.sort(squared, axis=1)[:, neighbours // 2]) + SMALLEST
    links = np.zeros((count, count))
    np.put_along_axis(
        links, nearest, np.exp(-squared / (bandwidths[:, None] * bandwidths[nearest])), axis=1
    )
    links = np.maximum(links, links.T)
    degree = 1 / np.sqrt(np.maximum(links.sum(axis=1), SMALLEST))
    return bandwidths, np.eye(count) - SPREADING * degree[:, None] * links * degree
