"""Overlaps of polygons of different classes are found while they are drawn."""

import importlib
import itertools
import time

import pytest
from qgis_support import wait_until

LEFT, TOP, SIDE = 500000, 5400000, 2  # of a scene with pixels of 2 m


@pytest.fixture
def module(qgis):
    return importlib.import_module("geodiffnet.gui.overlaps")


@pytest.fixture
def utm(qgis):
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem("EPSG:32633")


@pytest.fixture
def to_pixels(qgis):
    from qgis.PyQt.QtGui import QTransform

    return QTransform(1 / SIDE, 0, 0, -1 / SIDE, -LEFT / SIDE, TOP / SIDE)


def box(column, row, width, height=None):
    """A rectangle in columns and rows of the scene, as WKB."""
    from qgis.core import QgsGeometry, QgsRectangle

    left, top = LEFT + SIDE * column, TOP - SIDE * row
    rectangle = QgsRectangle(left, top - SIDE * (height or width), left + SIDE * width, top)
    return bytes(QgsGeometry.fromRect(rectangle).asWkb())


def wkb(text):
    from qgis.core import QgsGeometry

    return bytes(QgsGeometry.fromWkt(text).asWkb())


def settle(finder):
    from qgis.core import QgsApplication

    def complete():
        QgsApplication.processEvents()
        return finder.is_complete

    wait_until(complete)


def find(module, polygons, crs, to_pixels=None):
    finder = module.OverlapFinder()
    finder.set_polygons(polygons, crs, to_pixels)
    settle(finder)
    return finder


def test_polygons_of_different_classes_overlap(module, utm, to_pixels):
    polygons = [
        (1, "water", box(0, 0, 4)),
        (2, "road", box(3, 3, 4)),
        (3, "water", box(6, 6, 4)),
        (4, "road", box(20, 20, 4)),
        (5, "road", box(5, 3, 4)),  # of the same class as the second
    ]
    finder = find(module, polygons, utm, to_pixels)
    assert [overlap.classes for overlap in finder.overlaps] == [("road", "water")] * 3
    assert finder.overlaps[0].geometry.area() == pytest.approx(SIDE**2)
    assert finder.partners("water") == {"road": 3}
    assert finder.partners("tree") == {}


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ((4, 0, 4), 0),  # a common border
        ((3.6, 0, 4), 0),  # a strip without a pixel centre
        ((3.4, 0, 4), 1),  # a strip with some
        ((1.1, 1.1, 0.2), 1),  # smaller than a pixel: it labels the pixel that it lies in
    ],
)
def test_an_overlap_has_a_common_pixel(module, utm, to_pixels, other, found):
    polygons = [(1, "water", box(0, 0, 4)), (2, "road", box(*other))]
    assert len(find(module, polygons, utm, to_pixels).overlaps) == found


def test_without_a_scene_any_common_area_counts(module, utm):
    polygons = [
        (1, "water", box(0, 0, 4)),
        (2, "road", box(3.6, 0, 4)),
        (3, "tree", box(7.6, 0, 4)),
    ]
    assert [pair.classes for pair in find(module, polygons, utm).overlaps] == [("road", "water")]


def test_a_common_border_beside_an_overlap_is_not_a_part_of_it(module, utm, to_pixels):
    """GEOS gives a collection of lines and polygons."""
    left, top = LEFT, TOP
    stepped = (
        f"Polygon(({left + 8} {top}, {left + 8} {top - 8}, {left + 4} {top - 8}, {left + 4} "
        f"{top - 12}, {left + 16} {top - 12}, {left + 16} {top}, {left + 8} {top}))"
    )
    polygons = [(1, "water", box(0, 0, 4, 6)), (2, "road", wkb(stepped))]
    (overlap,) = find(module, polygons, utm, to_pixels).overlaps
    assert overlap.geometry.type() == 2  # polygon
    assert overlap.geometry.area() == pytest.approx(16)


def test_points_and_lines_overlap_as_well(module, utm, to_pixels):
    polygons = [
        (1, "water", box(0, 0, 4)),
        (2, "road", wkb(f"Point({LEFT + 3} {TOP - 3})")),
        (3, "track", wkb(f"LineString({LEFT + 5} {TOP - 1}, {LEFT + 50} {TOP - 1})")),
    ]
    finder = find(module, polygons, utm, to_pixels)
    assert {overlap.classes for overlap in finder.overlaps} == {
        ("road", "water"),
        ("track", "water"),
    }


def test_only_changed_polygons_are_compared_again(module, utm, to_pixels, monkeypatch):
    polygons = [(n, f"class {n % 3}", box(5 * n, 0, 4)) for n in range(20)]
    finder = find(module, polygons, utm, to_pixels)
    compared = []
    real = finder._compare
    monkeypatch.setattr(finder, "_compare", lambda number: (compared.append(number), real(number)))
    polygons[3] = (3, "class 0", box(21, 0, 4))  # on the fourth
    polygons.append((20, "class 0", box(50, 0, 4)))  # on the tenth, of class 1
    finder.set_polygons(polygons, utm, to_pixels)
    settle(finder)
    assert sorted(compared) == [3, 20]
    assert [overlap.classes for overlap in finder.overlaps] == [("class 0", "class 1")] * 2


def test_an_overlap_ends_when_a_polygon_is_moved_renamed_or_removed(module, utm, to_pixels):
    polygons = [(1, "water", box(0, 0, 4)), (2, "road", box(3, 3, 4))]
    for changed in (
        [polygons[0], (2, "road", box(9, 9, 4))],
        [polygons[0], (2, "water", box(3, 3, 4))],
        [polygons[0]],
        [],
    ):
        finder = find(module, polygons, utm, to_pixels)
        assert len(finder.overlaps) == 1
        seen = []
        finder.changed.connect(lambda seen=seen, finder=finder: seen.append(len(finder.overlaps)))
        finder.set_polygons(changed, utm, to_pixels)
        settle(finder)
        assert seen == [0]


def test_the_result_does_not_depend_on_the_order_of_drawing(module, utm, to_pixels):
    polygons = [(1, "a", box(0, 0, 4)), (2, "b", box(2, 2, 4)), (3, "c", box(3, 0, 4))]
    results = set()
    for order in itertools.permutations(polygons):
        finder = module.OverlapFinder()
        for count in range(1, 4):
            finder.set_polygons(list(order[:count]), utm, to_pixels)
            settle(finder)
        results.add(tuple(overlap.classes for overlap in finder.overlaps))
    assert results == {(("a", "b"), ("a", "c"), ("b", "c"))}


def test_many_polygons_are_compared_in_short_steps(module, utm, to_pixels, monkeypatch):
    """Each step ends soon after its time; the number of polygons in it does not matter."""
    polygons = [(n, f"class {n % 7}", box(n % 60 * 3, n // 60 * 3, 4)) for n in range(1200)]
    finder = module.OverlapFinder()
    steps = []
    real_work, real_compare, clock = finder._work, finder._compare, [0.0]

    def work():
        before = len(finder._drawn)
        real_work()
        steps.append(len(finder._drawn) - before)

    def compare(number):
        clock[0] += 0.004  # as if each took 4 ms
        real_compare(number)

    monkeypatch.setattr(finder, "_compare", compare)
    monkeypatch.setattr(module.time, "monotonic", lambda: clock[0])
    finder._timer.timeout.disconnect()
    finder._timer.timeout.connect(work)
    finder.set_polygons(polygons, utm, to_pixels)
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    from qgis.core import QgsApplication

    while not finder.is_complete:
        QgsApplication.processEvents()
    assert max(steps) <= module.STEP_SECONDS / 0.004 + 1
    assert sum(steps) == 1200
    assert len(finder.overlaps) > 1000


def test_marks_are_shown_and_zoomed_to_one_after_the_other(module, utm, to_pixels):
    from qgis.gui import QgsMapCanvas

    marks_module = importlib.import_module("geodiffnet.gui.overlap_marks")
    canvas = QgsMapCanvas()
    canvas.resize(300, 300)
    canvas.setDestinationCrs(utm)
    finder = module.OverlapFinder()
    marks = marks_module.OverlapMarks(canvas, finder)
    polygons = [
        (1, "water", box(0, 0, 4)),
        (2, "road", box(3, 3, 4)),
        (3, "water", box(30, 20, 4)),
        (4, "road", box(32, 22, 4)),
    ]
    finder.set_polygons(polygons, utm, to_pixels)
    settle(finder)
    assert marks._points.numberOfVertices() == 2
    centres = []
    for _ in range(3):
        marks.zoom_to_next()
        centre = canvas.extent().center()
        centres.append((round(centre.x() - LEFT), round(TOP - centre.y())))
    assert centres == [(7, 7), (66, 46), (7, 7)]
    finder.set_polygons(polygons[:1], utm, to_pixels)
    settle(finder)
    assert marks._points.numberOfVertices() == 0
    marks.remove()
