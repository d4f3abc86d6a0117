"""Accuracy and class areas of a whole map estimated from a sample of it, with 95 % intervals.

The stratified estimators of Stehman (2014, Int. J. Remote Sens. 35, 4923–4939). Where the strata
are the classes of the map they equal, term by term, those of Olofsson et al. (2014, Remote Sens.
Environ. 148, 42–57); with a single stratum they equal those of a simple random sample. Every
estimate is a ratio of two sums over the cells of the confusion matrix, so one function serves all.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .accuracy import AccuracyMetrics, FloatArray
from .intervals import Interval, Intervals, Z


@dataclass(frozen=True)
class Estimate:
    """Estimates with their standard errors; NaN where the sample holds no information."""

    value: FloatArray
    error: FloatArray

    @property
    def margin(self) -> FloatArray:
        """Half the width of the 95 % interval."""
        return Z * self.error

    @property
    def interval(self) -> Interval:
        """The 95 % interval, limited to the range of proportions."""
        low = np.maximum(self.value - self.margin, 0.0)
        return Interval(low, np.minimum(self.value + self.margin, 1.0))


@dataclass(frozen=True)
class MapEstimates:
    """Estimates for the whole map; areas are proportions of it."""

    matrix: FloatArray  # area proportions, (…, reference classes, map classes)
    overall: Estimate
    precision: Estimate
    recall: Estimate
    f1: Estimate
    iou: Estimate
    area: Estimate  # proportion of the map that each class covers in reality
    metrics: AccuracyMetrics  # of the area proportions

    @property
    def intervals(self) -> Intervals:
        """The intervals of all metrics; average accuracy and kappa have none."""
        return Intervals(
            overall=self.overall.interval,
            average=Interval.unknown(self.metrics.average),
            kappa=Interval.unknown(self.metrics.kappa),
            recall=self.recall.interval,
            precision=self.precision.interval,
            f1=self.f1.interval,
            iou=self.iou.interval,
        )


def estimate(counts: np.ndarray, sizes: np.ndarray, census: bool = False) -> MapEstimates:
    """Estimates from counts (…, strata, reference classes, map classes) and the strata's sizes.

    A stratum without any sample is left out, as if it were no part of the map; `unsampled` returns
    which these are. `census` applies the finite-population correction, which the two papers leave
    out: a stratum of which every pixel was compared has no sampling error.
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
    correct = cells[np.arange(classes), np.arange(classes)]
    reference, mapped = cells.sum(axis=1), cells.sum(axis=0)
    everything = np.ones((1, classes * classes))
    matrix = sample.means(np.eye(classes * classes)).reshape(*lead, classes, classes)
    overall = sample.ratio(correct.sum(axis=0, keepdims=True), everything)
    return MapEstimates(
        matrix=matrix,
        overall=Estimate(overall.value[..., 0], overall.error[..., 0]),
        precision=sample.ratio(correct, mapped),
        recall=sample.ratio(correct, reference),
        f1=sample.ratio(2 * correct, mapped + reference),
        iou=sample.ratio(correct, mapped + reference - correct),
        area=sample.ratio(reference, np.repeat(everything, classes, axis=0)),
        metrics=AccuracyMetrics.from_confusion(matrix),
    )


def stratify_by_map_class(matrix: np.ndarray) -> np.ndarray:
    """Counts (…, strata, reference, map) of a sample whose strata are the classes of the map."""
    matrix = np.asarray(matrix)
    classes = matrix.shape[-1]
    counts = np.zeros((*matrix.shape[:-2], classes, classes, classes), matrix.dtype)
    for index in range(classes):
        counts[..., index, :, index] = matrix[..., :, index]
    return counts


def unsampled(counts: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Indexes of strata that have an area but no sample."""
    return np.flatnonzero((np.asarray(counts).sum(axis=(1, 2)) == 0) & (np.asarray(sizes) > 0))


@dataclass(frozen=True)
class _Sample:
    counts: FloatArray  # (…, strata, cells)
    drawn: FloatArray  # (…, strata)
    weight: FloatArray  # (…, strata)
    remaining: FloatArray  # (…, strata)

    def means(self, values: FloatArray) -> FloatArray:
        """Population means of variables (variables, cells) whose value depends on the cell."""
        means: FloatArray = (self.weight[..., None] * self._stratum_means(values)).sum(axis=-2)
        return means

    def ratio(self, numerator: FloatArray, denominator: FloatArray) -> Estimate:
        """Ratios of two population means, with the linearised standard error."""
        mean_denominator = self.means(denominator)
        with np.errstate(divide="ignore", invalid="ignore"):
            value = self.means(numerator) / mean_denominator
            # the variance of a ratio R is that of the residuals y − R·x
            ratio = value[..., None, :]
            y, x = self._stratum_means(numerator), self._stratum_means(denominator)
            yy, xx, xy = (
                self._stratum_means(product)
                for product in (
                    numerator * numerator,
                    denominator * denominator,
                    numerator * denominator,
                )
            )
            residual = (yy - 2 * ratio * xy + ratio**2 * xx) - (y - ratio * x) ** 2
            drawn = self.drawn[..., None]
            # a stratum with a single unit adds no variance, as in the papers
            factor = np.where(drawn > 1, 1 / np.maximum(drawn - 1, 1), 0.0)
            share = (self.weight**2 * self.remaining)[..., None]
            variance = (share * factor * np.maximum(residual, 0.0)).sum(axis=-2)
            error = np.sqrt(variance) / mean_denominator
        return Estimate(value, error)

    def _stratum_means(self, values: FloatArray) -> FloatArray:
        """Means within each stratum, (…, strata, variables)."""
        means: FloatArray = (self.counts @ values.T) / np.maximum(self.drawn, 1)[..., None]
        return means
