"""Standard errors of statistics of groups (polygons) by the jackknife within strata (classes).

The pixels of a polygon resemble each other, so polygons are left out, not pixels. Each stratum
keeps its weight, because its number of polygons was chosen and not drawn: where one of its n
polygons is left out, the others count n / (n − 1) times.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from .accuracy import FloatArray

LEVEL = 0.95
#: A smaller standard error is that of rounding, and all groups of a stratum agree.
ROUNDING = 1e-9
_MAX_ELEMENTS = 4_000_000


@dataclass(frozen=True)
class StandardErrors:
    """Standard errors of statistics, and the degrees of freedom of the variances."""

    error: FloatArray
    degrees_of_freedom: FloatArray

    @property
    def quantiles(self) -> FloatArray:
        """The quantiles of Student's t for 95 % intervals."""
        quantiles: FloatArray = stdtrit(self.degrees_of_freedom, (1 + LEVEL) / 2)
        return quantiles

    def times(self, factor: float) -> StandardErrors:
        """The standard errors of statistics that are multiplied by a factor."""
        return StandardErrors(self.error * factor, self.degrees_of_freedom)

    def with_at_most(self, degrees_of_freedom: float) -> StandardErrors:
        """The standard errors with limited degrees of freedom."""
        return StandardErrors(self.error, np.minimum(self.degrees_of_freedom, degrees_of_freedom))


def jackknife(
    groups: np.ndarray, strata: np.ndarray, statistics: Callable[[np.ndarray], FloatArray]
) -> StandardErrors:
    """Standard errors of the statistics of a sum over groups.

    `groups` has the groups on its first axis, `strata` the stratum of each. `statistics` maps sums
    (number of sums, …) to values (number of sums, number of statistics). A stratum with a single
    group adds no variance; errors are NaN where all strata have one.
    """
    total = groups.sum(axis=0).astype(np.float64)
    estimate = statistics(total[None])[0]
    variances, degrees = [], []
    for stratum in np.unique(strata):
        members = groups[strata == stratum]
        if len(members) == 1:
            continue
        own = members.sum(axis=0)
        scale = len(members) / (len(members) - 1)
        squares = np.zeros_like(estimate)
        step = max(1, _MAX_ELEMENTS // own.size)
        for start in range(0, len(members), step):
            left_out = total - own + (own - members[start : start + step]) * scale
            squares += ((statistics(left_out) - estimate) ** 2).sum(axis=0)
        variances.append(squares / scale)
        degrees.append(len(members) - 1)
    if not variances:
        unknown = np.full_like(estimate, np.nan)
        return StandardErrors(unknown, unknown)
    variance = np.array(variances)
    return StandardErrors(
        np.sqrt(variance.sum(axis=0)), _degrees_of_freedom(variance, np.array(degrees))
    )


def degrees_of_weighted_mean(weights: np.ndarray, counts: np.ndarray) -> float:
    """Degrees of freedom of a mean over strata with numbers of groups that all vary equally.

    An upper limit for those estimated from the groups: if the few groups of a stratum agree by
    chance, its variance seems to be unimportant, and the degrees are those of the other strata. NaN
    where all strata have a single group.
    """
    known = counts > 1
    if not known.any():
        return np.nan
    variances = weights[known] ** 2 / counts[known]
    return float(variances.sum() ** 2 / (variances**2 / (counts[known] - 1)).sum())


def _degrees_of_freedom(variance: FloatArray, degrees: np.ndarray) -> FloatArray:
    """Degrees of freedom of sums of variances (strata, statistics), after Satterthwaite.

    The terms 2 correct the bias of his formula where strata have few groups (Welch, 1947).
    """
    squares = (variance**2 / (degrees[:, None] + 2)).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        combined = variance.sum(axis=0) ** 2 / squares - 2
    usable = np.clip(combined, degrees.min(), degrees.sum())
    return np.asarray(np.where(squares > 0, usable, degrees.sum()), np.float64)
