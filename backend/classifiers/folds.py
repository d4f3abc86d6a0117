"""Which labelled pixels are scored together: whole shapes, and shapes that lie close together.

A pixel's neighbours look like it and its features see them, so a shape next to a training shape is
no test of how the map fares elsewhere. Shapes are therefore grouped by squares of the scene, as
large as the labels allow while every class can still be both learnt and scored. Where several
scenes were labelled, whole scenes are scored together, if every class was drawn in two of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from .training_data import Samples

MAX_FOLDS = 5
MIN_FOLDS = 3
#: Sides of the squares that are tried, in pixels, the largest first.
SQUARE_SIDES = (256, 192, 128, 96, 64, 48, 32, 24, 16, 8)


@dataclass(frozen=True)
class Folds:
    """For each sample the fold it is scored in, −1 where it only ever trains."""

    fold: np.ndarray
    count: int
    square: int  # side of the squares in pixels; 0 where shapes are only kept whole
    notes: tuple[str, ...]
    by_scene: bool = False  # whole scenes are scored together
    #: Why the folds do not tell the accuracy, and what to draw; None where they do.
    unknown: str | None = None


def make_folds(
    samples: Samples, names: Sequence[str], seed: int, max_folds: int = MAX_FOLDS
) -> Folds:
    """Spread shapes over the folds so that each fold has its share of every class.

    A class drawn as a single shape has nothing to be scored on without flattering itself: it only
    trains. Where no class has two shapes, pixels are taken for shapes. In both cases `unknown` says
    that accuracy is not known, and what to draw.
    """
    notes = []
    unknown = None
    group = np.unique(samples.group, return_inverse=True)[1]
    if _polygons_per_class(samples, group).max() < 2:
        unknown = (
            "The accuracy cannot be estimated yet: each class was drawn as a single polygon. Draw "
            "at least two polygons of each class, in different places."
        )
        group = np.arange(len(samples))
    by_scene = samples.scene is not None and len(np.unique(samples.scene)) > 1
    if by_scene:
        units_per_class = _polygons_per_class(samples, samples.scene)
        single_scene = [names[index] for index in np.flatnonzero(units_per_class == 1)]
        if single_scene:
            by_scene = False
            notes.append(
                f"Drawn in one scene only: {', '.join(single_scene)}. Accuracy is therefore "
                "estimated "
                "within scenes, and says less of a scene without labels."
            )
    square, block = (0, samples.scene) if by_scene else _squares(samples, group)
    fold, count = _assign_folds(samples.target, block, samples.class_count, seed, max_folds)
    unscorable = []
    for index, name in enumerate(names):
        in_class = samples.target == index
        if in_class.any() and len(np.unique(fold[in_class])) < 2:
            fold[in_class] = -1
            unscorable.append(name)
    if unscorable:
        unknown = (
            "The accuracy cannot be estimated yet: drawn in one place only: "
            f"{', '.join(unscorable)}. "
            "Draw at least one more polygon of each of them, in another place."
        )
    return Folds(fold, count, square, tuple(notes), by_scene, unknown)


def _polygons_per_class(samples: Samples, group: np.ndarray) -> np.ndarray:
    """How many shapes each class has."""
    pairs = np.unique(np.column_stack([samples.target, group]), axis=0)
    return np.bincount(pairs[:, 0], minlength=samples.class_count)


def _squares(samples: Samples, group: np.ndarray) -> tuple[int, np.ndarray]:
    """The side of the squares and the square of each sample, by the middle of its shape."""
    size = np.bincount(group)
    middle = np.column_stack(
        [np.bincount(group, samples.position[:, axis]) / size for axis in (0, 1)]
    )

    def blocks_of(side: int) -> np.ndarray:
        cell = np.floor(middle / side).astype(np.int64)
        return np.unique(cell, axis=0, return_inverse=True)[1].reshape(-1)[group]

    # neighbouring polygons may share even the smallest squares; two are enough for them
    polygons = _polygons_per_class(samples, group)
    cells = np.maximum(_polygons_per_class(samples, blocks_of(SQUARE_SIDES[-1])), 2)
    min_blocks = np.minimum(polygons, np.minimum(cells, MIN_FOLDS))
    for side in SQUARE_SIDES:
        block = blocks_of(side)
        if (_polygons_per_class(samples, block) >= min_blocks).all():
            return side, block
    return 0, group


def _assign_folds(
    target: np.ndarray, block: np.ndarray, classes: int, seed: int, max_folds: int
) -> tuple[np.ndarray, int]:
    """Give blocks to as few folds as keep every class that has several blocks in several folds.

    Blocks of one class may share theirs with others in a way that two folds cannot separate.
    """
    table = np.zeros((block.max() + 1, classes))
    np.add.at(table, (block, target), 1)
    units_per_class = (table > 0).sum(axis=0)
    for count in range(int(np.clip(units_per_class.max(), 2, max_folds)), max_folds + 1):
        fold_of = _assign_blocks(count, table, seed)
        folds_per_class = [len(np.unique(fold_of[table[:, index] > 0])) for index in range(classes)]
        if (np.array(folds_per_class) >= np.minimum(units_per_class, 2)).all():
            break
    used = np.unique(fold_of)
    return np.searchsorted(used, fold_of)[block], len(used)


def _assign_blocks(count: int, table: np.ndarray, seed: int) -> np.ndarray:
    """The fold of each block, the rarest classes' first, each to where it is missed the most."""
    share = table / np.maximum(table.sum(axis=0), 1)
    order = np.lexsort((np.random.default_rng(seed).permutation(len(share)), -share.max(axis=1)))
    load = np.zeros((count, table.shape[1]))
    fold_of = np.zeros(len(share), np.int64)
    for number in order:
        # the cost of a fold's load grows with its square: blocks go where their classes are rare
        cost = ((load + share[number]) ** 2).sum(axis=1) - (load**2).sum(axis=1)
        cost += 1e-6 * load.sum(axis=1)
        fold_of[number] = int(np.argmin(cost))
        load[fold_of[number]] += share[number]
    return fold_of
