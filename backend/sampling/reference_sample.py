"""Draws the sample of points that an honest assessment of a map needs.

Strata are the map's classes or those of another raster. Points are drawn at random within each, and
come in random order without the map's class, so that whoever interprets them is not led.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ..core.reporter import Reporter
from ..metrics.class_map import NO_CLASS, ClassRaster
from .point_layer import write_point_layer

#: What Olofsson et al. (2014, section 5.1.2) give to rare classes: 50 to 100 points each.
RARE_POINTS = (50, 100)
FIELD = "class"


def allocate(sizes: Mapping[int, int], count: int, rule: str = "olofsson") -> dict[int, int]:
    """How many of `count` points each stratum gets; never more than it has pixels.

    `olofsson`: a stratum whose proportional share is small gets a fixed number (50 to 100 where the
    sample allows it), the others share the rest by area.
    """
    strata = sorted(stratum for stratum, size in sizes.items() if size > 0)
    if not strata:
        return {}
    size = np.array([sizes[stratum] for stratum in strata], np.float64)
    share = size / size.sum()
    if rule == "equal":
        requested = np.full(len(strata), count / len(strata))
    elif rule == "proportional":
        requested = share * count
    else:
        requested = _olofsson(share, count)
    given = _round_allocation(requested, count)
    # a point or two in every stratum: without them it would have to be left out of the estimate
    given = np.maximum(given, min(2, count // len(strata)))
    while given.sum() > max(count, len(strata)):
        given[np.argmax(given)] -= 1
    limited = np.minimum(given, size.astype(int))
    return dict(zip(strata, limited.tolist(), strict=True))


def _olofsson(share: np.ndarray, count: int) -> np.ndarray:
    low, high = RARE_POINTS
    # 75 of 640 points, as in the paper's example, within what the paper recommends
    floor = float(np.clip(round(count * 75 / 640), low, high))
    floor = min(floor, count / (2 * len(share)))  # a small sample is not spent on the rare alone
    requested = share * count
    rare = np.zeros(len(share), bool)
    while True:
        grown = rare | (requested < floor)
        if grown.all() or (grown == rare).all():
            break
        rare = grown
        rest = share[~rare] / share[~rare].sum()
        requested[rare] = floor
        requested[~rare] = rest * (count - floor * rare.sum())
    return requested


def _round_allocation(requested: np.ndarray, count: int) -> np.ndarray:
    """Whole numbers that add up to `count`, the largest remainders rounded up."""
    given = np.floor(requested + 1e-9).astype(int)
    order = np.argsort(-(requested - given), kind="stable")
    given[order[: max(0, count - int(given.sum()))]] += 1
    return given


def draw(
    strata: ClassRaster,
    sizes: Mapping[int, int],
    requested: Mapping[int, int],
    seed: int,
    reporter: Reporter,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows, columns and strata of pixels drawn at random, without replacement, in random order."""
    rng = np.random.default_rng(seed)
    chosen = {
        stratum: np.sort(rng.choice(sizes[stratum], number, replace=False))
        for stratum, number in sorted(requested.items())
        if number > 0
    }
    passed = dict.fromkeys(chosen, 0)
    found = []
    for window in reporter.follow(strata.windows(), strata.count()):
        block = strata.read(window)
        present = np.bincount(block[block != NO_CLASS].ravel(), minlength=1)
        for stratum, ordinals in chosen.items():
            block_count = int(present[stratum]) if stratum < len(present) else 0
            first, last = np.searchsorted(
                ordinals, [passed[stratum], passed[stratum] + block_count]
            )
            if last > first:
                rows, columns = np.nonzero(block == stratum)
                picked = ordinals[first:last] - passed[stratum]
                found.append(
                    np.column_stack(
                        [
                            rows[picked] + window.row_off,
                            columns[picked] + window.col_off,
                            np.full(len(picked), stratum),
                        ]
                    )
                )
            passed[stratum] += block_count
    points = np.concatenate(found) if found else np.empty((0, 3), np.int64)
    points = points[rng.permutation(len(points))]
    return points[:, 0], points[:, 1], points[:, 2]


def write_points(path: Path, mapped: ClassRaster, rows: np.ndarray, columns: np.ndarray) -> None:
    """A GeoPackage of pixel centres with an empty field for the class that an interpreter sees."""
    write_point_layer(path, mapped.grid, rows, columns, FIELD, {"remark": [None] * len(rows)})
