"""Pairs of confused classes, with the polygons in which the cross-validation is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from affine import Affine
from backend_support import run
from conftest import Stripes

from backend.classifiers.folds import Folds
from backend.classifiers.training_data import Samples
from backend.classifiers.validation import Validation
from backend.pipeline.confused_classes import ConfusedPair, confused_pairs
from backend.scene.grid import Grid
from tests.fixtures.cubes import CLASSES, label_boxes, write_labels

pytestmark = pytest.mark.backend

GRID = Grid(40, 30, Affine(2, 0, 500_000, 0, -2, 5_400_000), None)


def pairs(
    rows: list[tuple[int, int, int, int, int]],
    grid: Grid = GRID,
    scene: list[int] | None = None,
    by_pixel: bool = False,
) -> tuple[ConfusedPair, ...]:
    """The pairs of samples (reference, predicted, polygon, row, column)."""
    reference, predicted, group, *positions = np.array(rows).T
    empty = np.zeros((len(rows), 0))
    samples = Samples(
        empty, empty, reference, group, np.column_stack(positions), 4,
        None if scene is None else np.array(scene),
    )  # fmt: skip
    folds = Folds(np.zeros(len(rows), int), 2, 0, (), by_pixel=by_pixel)
    scored = np.arange(len(rows))
    validation = Validation.of(
        samples, scored, np.eye(4)[predicted], None, folds, np.zeros((0, len(rows), 4)), ()
    )
    return confused_pairs(validation, samples, np.column_stack(positions), grid)


def test_the_share_is_that_of_the_pixels_of_both_classes() -> None:
    # class 0 → 1 twice, 1 → 0 once; four pixels of 0 and two of 1; 2 → 3 once of two
    found = pairs(
        [(0, 1, 0, 1, 1), (0, 1, 0, 1, 2), (0, 0, 0, 1, 3), (0, 0, 1, 9, 9),
         (1, 0, 2, 5, 5), (1, 1, 2, 5, 6), (2, 3, 3, 7, 7), (2, 2, 3, 7, 8)]
    )  # fmt: skip
    assert [(pair.classes, pair.wrong, pair.share) for pair in found] == [
        ((0, 1), 3, 0.5),
        ((2, 3), 1, 0.5),
    ]


def test_polygons_with_the_most_errors_come_first_with_their_extent() -> None:
    (pair,) = pairs(
        [(0, 1, 7, 1, 1), (0, 0, 7, 3, 4), (1, 0, 8, 10, 20), (1, 0, 8, 11, 20), (0, 0, 9, 5, 5)]
    )
    assert [
        (polygon.reference, polygon.predicted, polygon.wrong, polygon.pixels)
        for polygon in pair.polygons
    ] == [(1, 0, 2, 2), (0, 1, 1, 2)]
    assert pair.polygons[0].extent == (500_040, 5_399_976, 500_042, 5_399_980)
    assert pair.polygons[1].extent == (500_002, 5_399_992, 500_010, 5_399_998)
    assert pair.metrics(["a", "b", "c", "d"])["extent"] == [500_002, 5_399_976, 500_042, 5_399_998]


def test_a_pixel_confused_with_a_third_class_is_of_another_pair() -> None:
    found = pairs([(0, 1, 0, 1, 1), (0, 2, 1, 2, 2)])
    assert {pair.classes: [polygon.predicted for polygon in pair.polygons] for pair in found} == {
        (0, 1): [1],
        (0, 2): [2],
    }


def test_the_extent_on_a_rotated_grid_contains_the_pixels() -> None:
    rotated = Grid(40, 30, Affine.rotation(30) @ Affine.scale(2, -2), None)
    (pair,) = pairs([(0, 1, 0, 3, 4)], rotated)
    left, bottom, right, top = pair.polygons[0].extent
    x, y = rotated.transform @ (4.5, 3.5)
    assert left < x < right
    assert bottom < y < top


def test_polygons_of_further_scenes_and_libraries_are_counted_without_location() -> None:
    rows = [(0, 1, 0, 1, 1), (0, 1, 1, 1, 1), (1, 0, 2, -1024, 0)]
    (pair,) = pairs(rows, scene=[0, 1, 0])
    assert pair.wrong == 3
    assert len(pair.polygons) == 1
    (elsewhere,) = pairs(rows[1:2], scene=[1])
    assert elsewhere.metrics(["a", "b", "c", "d"])["extent"] is None


def test_pixels_validated_with_their_own_polygon_say_nothing() -> None:
    assert pairs([(0, 1, 0, 1, 1), (1, 1, 1, 2, 2)], by_pixel=True) == ()


def figures_of(
    stripes: Stripes, folder: Path, chosen: Sequence[int], renamed: Mapping[int, str] = {}
) -> Any:
    """Figures of a map from some of the nine polygons, of which three in a row are of a class."""
    boxes, names = label_boxes(stripes.cube)
    labels = write_labels(
        folder / "labels.gpkg",
        stripes.cube,
        [boxes[number] for number in chosen],
        [renamed.get(number, names[number]) for number in chosen],
    )
    return run("classify", **stripes.job_settings(folder / "map.tif", labels=labels)).result.figures


def test_a_map_has_recall_precision_and_area_of_each_class(
    stripes: Stripes, tmp_path: Path
) -> None:
    figures = figures_of(stripes, tmp_path, range(9))
    assert [entry["name"] for entry in figures["classes"]] == sorted(CLASSES)
    for entry in figures["classes"]:
        assert 0.5 < entry["recall"] <= 1
        assert 0.5 < entry["precision"] <= 1
        # pixels of 30 m; the ground differs a little from the projection
        assert entry["area"] == pytest.approx(900 * entry["pixels"], rel=2e-3)
    assert np.sum(figures["confusion"]) == sum(row["pixels"] for row in figures["labels"])


def test_a_class_of_two_names_is_reported_as_confused(stripes: Stripes, tmp_path: Path) -> None:
    # of the three polygons of soil
    figures = figures_of(stripes, tmp_path, range(9), {1: "earth", 2: "earth"})
    first, *_ = figures["confused"]
    assert first["classes"] == ["earth", "soil"]
    assert first["share"] > 0.2
    assert {polygon["class"] for polygon in first["polygons"]} <= {"earth", "soil"}
    left, bottom, right, top = first["extent"]
    assert left < right
    assert bottom < top


def test_single_polygons_have_no_recall(stripes: Stripes, tmp_path: Path) -> None:
    """Pixels of the same polygon on both sides of the split would give 100 %."""
    figures = figures_of(stripes, tmp_path, [0, 3, 6])
    assert figures["accuracy_unknown"]
    assert [(entry["recall"], entry["precision"]) for entry in figures["classes"]] == [
        (None, None)
    ] * 3
    assert figures["confusion"] is None
    assert figures["confused"] == []


def test_no_precision_is_known_while_a_class_is_not_tested(
    stripes: Stripes, tmp_path: Path
) -> None:
    figures = figures_of(stripes, tmp_path, [0, 1, 3, 4, 6])
    *tested, single = figures["classes"]
    assert all(entry["recall"] is not None for entry in tested)
    assert single["recall"] is None
    assert all(entry["precision"] is None for entry in figures["classes"])
