"""Draws a stratified random sample of points for the assessment of a map.

Strata are the classes of the map or of another raster. Points are drawn at random within each
stratum and written in random order without the class of the map, so that their interpretation is
independent of the map.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from ..core.reporter import Reporter
from ..metrics.class_map import NO_CLASS, ClassRaster
from .point_layer import write_point_layer

#: The points for each rare class that Olofsson et al. (2014, section 5.1.2) recommend.
RARE_POINTS = (50, 100)
FIELD = "class"


def allocate(sizes: Mapping[int, int], count: int, rule: str = "olofsson") -> dict[int, int]:
    """The number of points in each stratum, `count` in total and at most its number of pixels.

    `olofsson`: a stratum with a small proportional share gets a fixed number (50 to 100 where the
    sample is large enough), the remaining points are allocated to the others by area.
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
    allocated = _round_allocation(requested, count)
    # a stratum without a point would have to be left out of the estimate
    allocated = np.maximum(allocated, min(2, count // len(strata)))
    while allocated.sum() > max(count, len(strata)):
        allocated[np.argmax(allocated)] -= 1
    limited = np.minimum(allocated, size.astype(int))
    return dict(zip(strata, limited.tolist(), strict=True))


def _olofsson(share: np.ndarray, count: int) -> np.ndarray:
    low, high = RARE_POINTS
    # 75 of 640 points, as in the example of the paper, within the recommended range
    floor = float(np.clip(round(count * 75 / 640), low, high))
    floor = min(floor, count / (2 * len(share)))  # rare classes get at most half of a small sample
    requested = share * count
    rare = np.zeros(len(share), bool)
    while True:
        more_rare = rare | (requested < floor)
        if more_rare.all() or (more_rare == rare).all():
            break
        rare = more_rare
        share_of_others = share[~rare] / share[~rare].sum()
        requested[rare] = floor
        requested[~rare] = share_of_others * (count - floor * rare.sum())
    return requested


def _round_allocation(requested: np.ndarray, count: int) -> np.ndarray:
    """Whole numbers that add up to `count`; the largest remainders are rounded up."""
    allocated = np.floor(requested + 1e-9).astype(int)
    order = np.argsort(-(requested - allocated), kind="stable")
    allocated[order[: max(0, count - int(allocated.sum()))]] += 1
    return allocated


def draw(
    strata: ClassRaster,
    sizes: Mapping[int, int],
    requested: Mapping[int, int],
    seed: int,
    reporter: Reporter,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows, columns and strata of pixels drawn without replacement, in random order."""
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
    """Write a GeoPackage of pixel centres with an empty field for the interpreted class."""
    write_point_layer(path, mapped.grid, rows, columns, FIELD, {"remark": [None] * len(rows)})
