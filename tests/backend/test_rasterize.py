"""Polygons, points and lines label the pixels that the selection rule gives."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from shapely import LineString, MultiPoint, MultiPolygon, Point, Polygon, box

from backend.labels import rasterize
from backend.labels.pixel_selection import PixelSelection
from backend.labels.rasterize import distinct_cells, rasterize_labels
from tests.fixtures.cubes import COLUMNS, ROWS

pytestmark = pytest.mark.backend


def pixels(geometry: shapely.Geometry, **rules: object) -> set[tuple[int, int]]:
    """Column and row of each pixel that a geometry labels."""
    rasterized = rasterize_labels(np.array([geometry]), ROWS, COLUMNS, PixelSelection(**rules))  # type: ignore[arg-type]
    return set(zip(rasterized.columns.tolist(), rasterized.rows.tolist(), strict=True))


def square(left: int, top: int, right: int, bottom: int) -> set[tuple[int, int]]:
    return {(x, y) for x in range(left, right) for y in range(top, bottom)}


def test_a_polygon_labels_pixels_by_centre_touch_or_coverage() -> None:
    shape = box(2.4, 2.4, 5.7, 4.6)  # covers 0.6 of column 2, 0.7 of column 5, 0.6 of rows 2 and 4
    assert pixels(shape) == square(2, 2, 6, 5)
    assert pixels(box(2.6, 2.6, 5.4, 4.4)) == square(3, 3, 5, 4)
    assert pixels(box(2.6, 2.6, 5.4, 4.4), polygons="touched") == square(2, 2, 6, 5)
    assert pixels(shape, polygons="coverage", minimum_coverage=0.65) == square(3, 3, 6, 4)
    assert pixels(shape, polygons="coverage", minimum_coverage=0.3) == square(2, 2, 6, 5)
    assert pixels(box(3, 3, 6, 7), polygons="coverage", minimum_coverage=1) == square(3, 3, 6, 7)


def test_the_holes_of_a_polygon_are_not_labelled() -> None:
    ring = Polygon(box(1, 1, 8, 8).exterior, [box(3, 3, 6, 6).exterior])
    for rule in ("centre", "coverage"):
        assert pixels(ring, polygons=rule) == square(1, 1, 8, 8) - square(3, 3, 6, 6)


def test_a_point_labels_its_pixel_and_those_within_its_radius() -> None:
    assert pixels(Point(4.9, 7.1)) == {(4, 7)}
    assert pixels(Point(4.5, 7.5), point_radius=1) == {(4, 7), (3, 7), (5, 7), (4, 6), (4, 8)}
    assert pixels(Point(4.5, 7.5), point_radius=1.5) == square(3, 6, 6, 9)
    # the pixel of the point is labelled even if its centre is farther than the radius
    assert pixels(Point(4.05, 7.05), point_radius=0.1) == {(4, 7)}


def test_a_line_labels_the_pixels_it_touches_or_those_within_its_width() -> None:
    line = LineString([(2.3, 5.5), (8.7, 5.5)])
    assert pixels(line) == square(2, 5, 9, 6)
    assert pixels(line, line_width=3) == square(2, 4, 9, 7)


def test_the_parts_of_a_geometry_have_its_index() -> None:
    geometries = np.array(
        [
            MultiPolygon([box(1, 1, 3, 3), box(10, 10, 12, 12)]),
            MultiPoint([(20.5, 1.5), (22.5, 1.5)]),
            shapely.GeometryCollection([box(30, 1, 31, 2), Point(33.5, 1.5)]),
        ]
    )
    rasterized = rasterize_labels(geometries, ROWS, COLUMNS, PixelSelection())
    assert np.bincount(rasterized.geometries).tolist() == [8, 2, 2]


def test_a_tiny_polygon_labels_the_pixel_it_lies_in() -> None:
    geometries = np.array([box(5.1, 6.1, 5.2, 6.2), box(0, 0, 2, 2), box(-9, -9, -8, -8)])
    for rule in ("centre", "coverage"):
        rasterized = rasterize_labels(geometries, ROWS, COLUMNS, PixelSelection(polygons=rule))
        assert (rasterized.columns[0], rasterized.rows[0]) == (5, 6)
        assert (rasterized.too_small, len(rasterized.outside_image)) == (1, 1)


def test_pixels_outside_the_image_are_dropped() -> None:
    assert pixels(box(-5, -5, 2, 2)) == square(0, 0, 2, 2)
    assert pixels(box(COLUMNS - 1, ROWS - 1, COLUMNS + 9, ROWS + 9)) == {(COLUMNS - 1, ROWS - 1)}
    assert pixels(Point(COLUMNS + 0.5, 1.5)) == set()


@pytest.mark.parametrize("count", [0, 1, 400])
def test_cells_are_distinct_and_sorted_for_rasters_of_any_size(count: int) -> None:
    rng = np.random.default_rng(count)
    cells = rng.integers((0, 0, 0), (4, 9, 7), (count, 3))
    expected = np.unique(cells, axis=0)
    assert np.array_equal(distinct_cells(cells, 9, 7), expected)
    huge = distinct_cells(cells, 2**31 - 1, 2**31 - 1)  # products of the sizes exceed 64 bits
    assert np.array_equal(huge, expected)


@pytest.mark.parametrize("rule", ["centre", "touched", "coverage"])
@pytest.mark.parametrize("limit", [0, 100])
def test_a_mask_is_kept_and_valid_for_its_geometry_only(
    rule: str, limit: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Geometries that follow each other, as when one of many is moved, redrawn or undone."""
    moved = [box(2.4 + step, 2.4, 5.7 + step, 4.6) for step in (0, 1, 0, 1.2, 0)]
    monkeypatch.setattr(rasterize, "MAX_KEPT_MASK", 0)
    expected = [pixels(one, polygons=rule) for one in moved]
    monkeypatch.setattr(rasterize, "MAX_KEPT_MASK", limit)
    rasterize._mask.cache_clear()
    assert [pixels(one, polygons=rule) for one in moved] == expected
    assert rasterize._mask.cache_info().currsize == (3 if limit else 0)
    assert rasterize._mask.cache_info().hits == (2 if limit else 0)
