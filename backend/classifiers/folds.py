"""Folds of the cross-validation, grouped by polygon and by spatial block.

Neighbouring pixels are similar and their features overlap, so a polygon next to a training polygon
is no independent test. Polygons are therefore grouped by square blocks of the scene, as large as
the labels allow while every class still has blocks for training and for testing. With several
scenes, folds consist of all polygons of a scene if every class was drawn in two scenes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ..common.label_counts import RECOMMENDED_POLYGONS
from ..labels.similar_names import shorten_list
from .training_data import Samples

MAX_FOLDS = 5
MIN_FOLDS = 3
#: Sides of the blocks that are tried, in pixels, the largest first.
BLOCK_SIDES = (256, 192, 128, 96, 64, 48, 32, 24, 16, 8)


@dataclass(frozen=True)
class Folds:
    """The test fold of each sample; −1 for samples that are only used for training."""

    fold: npt.NDArray[np.intp]
    count: int
    block_side: int  # in pixels; 0 where samples are only grouped by polygon
    notes: tuple[str, ...]
    by_scene: bool = False  # folds consist of all polygons of a scene
    #: Why the accuracy is unknown, and what to draw; None where it can be estimated.
    unknown: str | None = None
    #: Each pixel counts as a polygon; metrics of such folds are too high and are not reported.
    by_pixel: bool = False
    #: Numbers of polygons of the classes that have too few for a useful estimate of the accuracy.
    few_polygons: Mapping[str, int] = field(default_factory=dict)


def make_folds(
    samples: Samples, names: Sequence[str], seed: int, max_folds: int = MAX_FOLDS
) -> Folds:
    """Assign polygons to folds so that each fold has its share of every class.

    A class drawn as a single polygon has no independent test pixels and is only used for training.
    Where no class has two polygons, each pixel counts as a polygon. In both cases the accuracy is
    unknown, and `unknown` says what to draw.
    """
    notes = []
    unknown = None
    by_pixel = False
    group: npt.NDArray[np.intp] = np.unique(samples.group, return_inverse=True)[1]
    polygons = _groups_per_class(samples, group)
    if polygons.max() < 2:
        unknown = (
            "The accuracy cannot be estimated yet: each class was drawn as a single polygon. Draw "
            "at least two polygons of each class, in different locations."
        )
        group = np.arange(len(samples))
        by_pixel = True
    scene = samples.scene
    if scene is not None and samples.multiple_scenes:
        scenes_per_class = _groups_per_class(samples, scene)
        single_scene = [names[index] for index in np.flatnonzero(scenes_per_class == 1).tolist()]
        if single_scene:
            scene = None
            notes.append(
                f"Drawn in one scene only: {', '.join(single_scene)}. Accuracy is therefore "
                "estimated within scenes, and may be lower in a scene without training samples."
            )
    else:
        scene = None
    side, block = _blocks(samples, group) if scene is None else (0, scene)
    fold, count = _assign_folds(samples.target, block, samples.class_count, seed, max_folds)
    training_only = []
    for index, name in enumerate(names):
        in_class = samples.target == index
        if in_class.any() and len(np.unique(fold[in_class])) < 2:
            fold[in_class] = -1
            training_only.append(name)
    if training_only:
        unknown = (
            "The accuracy cannot be estimated yet: drawn in one location only: "
            f"{', '.join(training_only)}. "
            "Draw at least one more polygon of each of them, in another location."
        )
    few = {}
    if unknown is None:
        numbers = zip(names, polygons.tolist(), strict=True)
        few = {name: number for name, number in numbers if 0 < number < RECOMMENDED_POLYGONS}
    if few:
        notes.append(_few_polygons_note(few))
    return Folds(fold, count, side, tuple(notes), scene is not None, unknown, by_pixel, few)


def _few_polygons_note(few: Mapping[str, int]) -> str:
    listed = shorten_list([f"{name} ({number})" for name, number in few.items()])
    return (
        f"Few polygons of {listed}: the estimated accuracy may differ from that of the map by 10 "
        f"percentage points or more. Draw at least {RECOMMENDED_POLYGONS} polygons of each class, "
        "in different locations."
    )


def _groups_per_class(samples: Samples, group: np.ndarray) -> npt.NDArray[np.intp]:
    """The number of groups (polygons, blocks or scenes) with pixels of each class."""
    pairs = np.unique(np.column_stack([samples.target, group]), axis=0)
    return np.bincount(pairs[:, 0], minlength=samples.class_count)


def _blocks(samples: Samples, group: np.ndarray) -> tuple[int, np.ndarray]:
    """The side of the blocks and the block of each sample, by the centre of its polygon."""
    size = np.bincount(group)
    centre = np.column_stack(
        [np.bincount(group, samples.position[:, axis]) / size for axis in (0, 1)]
    )

    def blocks_of(side: int) -> npt.NDArray[np.intp]:
        cell = np.floor(centre / side).astype(np.int64)
        index = np.unique(cell, axis=0, return_inverse=True)[1]
        return np.asarray(index.reshape(-1)[group])

    # neighbouring polygons may share even the smallest blocks; such classes need two
    polygons = _groups_per_class(samples, group)
    smallest = np.maximum(_groups_per_class(samples, blocks_of(BLOCK_SIDES[-1])), 2)
    min_blocks = np.minimum(polygons, np.minimum(smallest, MIN_FOLDS))
    for side in BLOCK_SIDES:
        block = blocks_of(side)
        if (_groups_per_class(samples, block) >= min_blocks).all():
            return side, block
    return 0, group


def _assign_folds(
    target: np.ndarray, block: np.ndarray, classes: int, seed: int, max_folds: int
) -> tuple[np.ndarray, int]:
    """Assign blocks to the least number of folds that separates the blocks of every class.

    Blocks may hold several classes, so two folds do not always suffice.
    """
    table = np.zeros((block.max() + 1, classes))
    np.add.at(table, (block, target), 1)
    blocks_per_class = (table > 0).sum(axis=0)
    for count in range(int(np.clip(blocks_per_class.max(), 2, max_folds)), max_folds + 1):
        fold_of = _assign_blocks(count, table, seed)
        folds_per_class = [len(np.unique(fold_of[table[:, index] > 0])) for index in range(classes)]
        if (np.array(folds_per_class) >= np.minimum(blocks_per_class, 2)).all():
            break
    used = np.unique(fold_of)
    return np.searchsorted(used, fold_of)[block], len(used)


def _assign_blocks(count: int, table: np.ndarray, seed: int) -> np.ndarray:
    """The fold of each block; blocks of rare classes are assigned first."""
    share = table / np.maximum(table.sum(axis=0), 1)
    order = np.lexsort((np.random.default_rng(seed).permutation(len(share)), -share.max(axis=1)))
    load = np.zeros((count, table.shape[1]))
    fold_of = np.zeros(len(share), np.int64)
    for number in order:
        # squared loads: a block is assigned to the fold with the least of its classes
        cost = ((load + share[number]) ** 2).sum(axis=1) - (load**2).sum(axis=1)
        cost += 1e-6 * load.sum(axis=1)
        fold_of[number] = int(np.argmin(cost))
        load[fold_of[number]] += share[number]
    return fold_of
