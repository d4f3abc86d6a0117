"""Accuracy and areas of a whole map estimated from a sample of it, with 95 % intervals.

The stratified estimators of Stehman (2014, Int. J. Remote Sens. 35, 4923–4939). Where the strata
are the map's own classes they are, term by term, those of Olofsson et al. (2014, Remote Sens.
Environ. 148, 42–57); with a single stratum they are those of a simple random sample. So there is
one function. Every figure is a ratio of two sums over the cells of the error matrix.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from . import accuracy
from .accuracy import Z


@dataclass(frozen=True)
class Estimate:
    """Values with their standard errors; NaN where the sample says nothing."""

    value: np.ndarray
    error: np.ndarray

    @property
    def margin(self) -> np.ndarray:
        """Half the width of the 95 % interval."""
        return Z * self.error

    @property
    def low(self) -> np.ndarray:
        """Lower end of the 95 % interval; a share cannot be below 0."""
        return np.maximum(self.value - self.margin, 0.0)

    @property
    def high(self) -> np.ndarray:
        """Upper end of the 95 % interval; a share cannot be above 1."""
        return np.minimum(self.value + self.margin, 1.0)


@dataclass(frozen=True)
class MapEstimates:
    """What a sample says of the whole map; areas are shares of it."""

    matrix: np.ndarray  # area shares, map in rows, reference in columns
    overall: Estimate
    users: Estimate
    producers: Estimate
    f1: Estimate
    iou: Estimate
    area: Estimate  # share of the map that each class truly covers
    average: np.ndarray
    kappa: np.ndarray


def estimate(counts: np.ndarray, sizes: np.ndarray, census: bool = False) -> MapEstimates:
    """Estimates from counts (…, strata, map classes, reference classes) and the strata's sizes.

    A stratum without any sample is left out, as if the map ended there; `unsampled` tells which.
    `census` says that a stratum whose every pixel was looked at leaves nothing to chance (the
    finite-population correction), which the two papers leave out.
    """
    counts = np.asarray(counts, np.float64)
    *lead, strata, classes, _ = counts.shape
    flat = counts.reshape(*lead, strata, classes * classes)
    drawn = flat.sum(axis=-1)
    size = np.where(drawn > 0, np.asarray(sizes, np.float64), 0.0)
    weight = size / size.sum(axis=-1, keepdims=True)
    remaining = np.where(size > 0, 1 - drawn / np.maximum(size, 1), 0.0).clip(0, 1)
    sample = _Sample(flat, drawn, weight, remaining if census else np.ones_like(weight))

    cells = np.eye(classes * classes).reshape(classes, classes, classes * classes)
    diagonal = cells[np.arange(classes), np.arange(classes)]
    mapped, seen = cells.sum(axis=1), cells.sum(axis=0)
    everything = np.ones((1, classes * classes))
    matrix = sample.means(np.eye(classes * classes)).reshape(*lead, classes, classes)
    plain = accuracy.accuracy_metrics(matrix)
    overall = sample.ratio(diagonal.sum(axis=0, keepdims=True), everything)
    return MapEstimates(
        matrix=matrix,
        overall=Estimate(overall.value[..., 0], overall.error[..., 0]),
        users=sample.ratio(diagonal, mapped),
        producers=sample.ratio(diagonal, seen),
        f1=sample.ratio(2 * diagonal, mapped + seen),
        iou=sample.ratio(diagonal, mapped + seen - diagonal),
        area=sample.ratio(seen, np.repeat(everything, classes, axis=0)),
        average=plain.average,
        kappa=plain.kappa,
    )


def by_map_class(matrix: np.ndarray) -> np.ndarray:
    """Counts (…, strata, map, reference) of a sample whose strata are the map's classes."""
    matrix = np.asarray(matrix)
    classes = matrix.shape[-1]
    counts = np.zeros((*matrix.shape[:-2], classes, classes, classes), matrix.dtype)
    index = np.arange(classes)
    counts[..., index, index, :] = matrix
    return counts


def unsampled(counts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Indexes of strata that exist but were not sampled."""
    return np.flatnonzero((np.asarray(counts).sum(axis=(1, 2)) == 0) & (np.asarray(sizes) > 0))


@dataclass(frozen=True)
class _Sample:
    counts: np.ndarray  # (…, strata, cells)
    drawn: np.ndarray  # (…, strata)
    weight: np.ndarray  # (…, strata)
    remaining: np.ndarray  # (…, strata)

    def means(self, values: np.ndarray) -> np.ndarray:
        """Population means of variables (variables, cells) that a unit's cell decides."""
        return (self.weight[..., None] * self._stratum_means(values)).sum(axis=-2)

    def ratio(self, above: np.ndarray, below: np.ndarray) -> Estimate:
        """Ratios of two population means, with the linearised standard error."""
        bottom = self.means(below)
        with np.errstate(divide="ignore", invalid="ignore"):
            value = self.means(above) / bottom
            # the residual of each cell, y − R·x, has the variance that the ratio needs
            ratio = value[..., None, :]
            y, x = self._stratum_means(above), self._stratum_means(below)
            yy, xx, xy = (
                self._stratum_means(product)
                for product in (above * above, below * below, above * below)
            )
            spread = (yy - 2 * ratio * xy + ratio**2 * xx) - (y - ratio * x) ** 2
            drawn = self.drawn[..., None]
            # one unit alone tells nothing of the spread: its stratum adds none, as in the papers
            factor = np.where(drawn > 1, 1 / np.maximum(drawn - 1, 1), 0.0)
            share = (self.weight**2 * self.remaining)[..., None]
            variance = (share * factor * np.maximum(spread, 0.0)).sum(axis=-2)
            error = np.sqrt(variance) / bottom
        return Estimate(value, error)

    def _stratum_means(self, values: np.ndarray) -> np.ndarray:
        """Means within each stratum, (…, strata, variables)."""
        return (self.counts @ values.T) / np.maximum(self.drawn, 1)[..., None]
