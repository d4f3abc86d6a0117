"""Pairs of classes that the cross-validation confuses, and the polygons in which it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from ..classifiers.training_data import Samples
from ..classifiers.validation import Validation
from ..scene.grid import Grid

#: Polygons listed for a pair, those with the most errors first.
MAX_POLYGONS = 12

IntArray = npt.NDArray[np.integer]


@dataclass(frozen=True)
class ConfusedPolygon:
    """A training polygon of which pixels are classified as another class."""

    reference: int  # index of its class
    predicted: int
    wrong: int  # pixels
    pixels: int  # validated ones, right or wrong
    extent: tuple[float, float, float, float]  # left, bottom, right, top in map coordinates


@dataclass(frozen=True)
class ConfusedPair:
    """Two classes of which pixels are classified as the other one."""

    classes: tuple[int, int]
    wrong: int  # pixels, in both directions
    share: float  # of the validated pixels of both classes
    polygons: tuple[ConfusedPolygon, ...]  # in the first scene

    def metrics(self, names: Sequence[str]) -> dict[str, Any]:
        """The pair as it is written to a result, with names of classes."""
        extents = np.array([polygon.extent for polygon in self.polygons])
        return {
            "classes": [names[index] for index in self.classes],
            "share": self.share,
            "pixels": self.wrong,
            "extent": [
                *extents[:, :2].min(axis=0).tolist(),
                *extents[:, 2:].max(axis=0).tolist(),
            ]
            if self.polygons
            else None,
            "polygons": [
                {
                    "class": names[polygon.reference],
                    "predicted": names[polygon.predicted],
                    "wrong": polygon.wrong,
                    "pixels": polygon.pixels,
                    "extent": list(polygon.extent),
                }
                for polygon in self.polygons
            ],
        }


def confused_pairs(
    validation: Validation, samples: Samples, positions: IntArray, grid: Grid
) -> tuple[ConfusedPair, ...]:
    """The pairs with an error in the cross-validation, the largest share first.

    `positions` are the rows and columns of the samples in their own scene; polygons of further
    scenes, and library spectra, have no location on `grid`. None where pixels were validated with
    pixels of their own polygon, since their errors would be too few.
    """
    if validation.folds.by_pixel:
        return ()
    reference = samples.target[validation.scored]
    predicted = validation.probabilities.argmax(axis=1)
    confusion = validation.accuracy.confusion
    totals = confusion.sum(axis=1)
    pairs = []
    for first in range(len(confusion)):
        for second in range(first + 1, len(confusion)):
            wrong = int(confusion[first, second] + confusion[second, first])
            if wrong == 0:
                continue
            in_pair = np.isin(reference, (first, second)) & np.isin(predicted, (first, second))
            in_error = validation.scored[in_pair & (reference != predicted)]
            pairs.append(
                ConfusedPair(
                    (first, second),
                    wrong,
                    wrong / int(totals[first] + totals[second]),
                    _polygons((first, second), in_error, validation, samples, positions, grid),
                )
            )
    return tuple(sorted(pairs, key=lambda pair: (-pair.share, -pair.wrong, pair.classes)))


def _polygons(
    classes: tuple[int, int],
    in_error: IntArray,
    validation: Validation,
    samples: Samples,
    positions: IntArray,
    grid: Grid,
) -> tuple[ConfusedPolygon, ...]:
    """The polygons on the grid that contain these samples, those with the most errors first."""
    rows, columns = positions.T
    on_grid = (rows >= 0) & (rows < grid.height) & (columns >= 0) & (columns < grid.width)
    if samples.scene is not None:
        on_grid &= samples.scene == 0
    in_error = in_error[on_grid[in_error]]
    scored = samples.group[validation.scored]
    found = []
    for group in np.unique(samples.group[in_error]):
        reference = int(samples.target[in_error[samples.group[in_error] == group][0]])
        found.append(
            ConfusedPolygon(
                reference,
                classes[1] if reference == classes[0] else classes[0],
                int((samples.group[in_error] == group).sum()),
                int((scored == group).sum()),
                _extent(positions[samples.group == group], grid),
            )
        )
    found.sort(key=lambda polygon: (-polygon.wrong, polygon.extent))
    return tuple(found[:MAX_POLYGONS])


def _extent(positions: IntArray, grid: Grid) -> tuple[float, float, float, float]:
    """The extent of pixels in map coordinates, also of a rotated grid."""
    (top, left), (bottom, right) = positions.min(axis=0), positions.max(axis=0) + 1
    corners = np.array(
        [
            grid.map_transform @ (float(column), float(row))
            for column in (left, right)
            for row in (top, bottom)
        ]
    )
    low, high = corners.min(axis=0), corners.max(axis=0)
    return float(low[0]), float(low[1]), float(high[0]), float(high[1])
