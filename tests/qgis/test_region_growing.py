"""The region of the magic wand, and the pixel grid of the drawing tools."""

import math

import numpy as np
import pytest
from qgis_support import make_scene

ROWS, COLUMNS, BANDS = 30, 40, 8


@pytest.fixture
def make_cube(qgis, tmp_path):
    """A scene with one spectrum, another one where a mask is true, and none where one is."""
    from osgeo import gdal

    from geodiffnet.gui.cube import Cube

    def make(other, empty=None, brightness=None, bad=(), noise=0.0):
        path = make_scene(tmp_path / "scene.tif", BANDS, nodata=-1)
        rng = np.random.default_rng(0)
        dataset = gdal.Open(str(path), gdal.GA_Update)
        for index in range(BANDS):
            values = np.where(other, 100.0 * (BANDS - index), 100.0 * (index + 1))
            values = values * (1 if brightness is None else brightness)
            values += noise * rng.standard_normal(values.shape)
            if index + 1 in bad:
                values[...] = rng.random(values.shape) * 1e4
            if empty is not None:
                values[empty] = -1
            band = dataset.GetRasterBand(index + 1)
            band.WriteArray(values)
            band.SetMetadataItem("bbl", str(int(index + 1 not in bad)))
        del dataset
        return Cube(str(path))

    return make


def mask(*boxes):
    """True in boxes of first and last row and column."""
    found = np.zeros((ROWS, COLUMNS), bool)
    for top, bottom, left, right in boxes:
        found[top : bottom + 1, left : right + 1] = True
    return found


def region(cube, column, row, tolerance=3.0):
    """The region of a pixel as a mask of the scene."""
    from geodiffnet.gui.tools.region_growing import read_window, similar_region

    window = read_window(cube, column, row)
    found = np.zeros((cube.height, cube.width), bool)
    part = similar_region(window, column, row, tolerance)
    height, width = part.shape
    found[window.row : window.row + height, window.column : window.column + width] = part
    return found


def test_a_region_ends_where_the_spectra_change(make_cube):
    field = mask((5, 14, 10, 19))
    cube = make_cube(field, noise=5)
    assert (region(cube, 12, 8) == field).all()
    assert (region(cube, 0, 0) == ~field).all()


def test_pixels_that_touch_at_a_corner_are_not_connected(make_cube):
    cube = make_cube(mask((5, 9, 5, 9), (10, 14, 10, 14)))
    assert region(cube, 6, 6).sum() == 25


def test_brightness_separates_spectra_of_the_same_form(make_cube):
    bright = mask((5, 14, 10, 19))
    cube = make_cube(mask(), brightness=np.where(bright, 2.0, 1.0))
    assert (region(cube, 12, 8) == bright).all()
    assert region(cube, 12, 8, 45).all()


def test_a_larger_tolerance_never_gives_a_smaller_region(make_cube):
    rng = np.random.default_rng(1)
    cube = make_cube(mask(), brightness=1 + 0.2 * rng.random((ROWS, COLUMNS)))
    sizes = [region(cube, 20, 15, tolerance).sum() for tolerance in (0.5, 2, 4, 8, 45)]
    assert sizes == sorted(sizes)
    assert sizes[0] >= 1
    assert sizes[-1] == ROWS * COLUMNS


def test_bad_bands_are_not_compared(make_cube):
    field = mask((5, 14, 10, 19))
    cube = make_cube(field, bad=(2, 5))
    assert (region(cube, 12, 8) == field).all()


def test_pixels_without_data_belong_to_no_region(make_cube):
    empty = mask((0, 29, 20, 20))
    cube = make_cube(mask(), empty=empty)
    assert (region(cube, 3, 3) == mask((0, 29, 0, 19))).all()
    assert not region(cube, 20, 3).any()


def test_bands_without_data_are_not_compared(make_cube):
    from osgeo import gdal

    from geodiffnet.gui.cube import Cube

    field = mask((5, 14, 10, 19))
    path = make_cube(field)._dataset.GetDescription()
    dataset = gdal.Open(path, gdal.GA_Update)
    values = dataset.GetRasterBand(4).ReadAsArray()
    for number, empty in ((3, np.ones_like(field)), (4, mask((0, 29, 0, 20)))):
        dataset.GetRasterBand(number).WriteArray(np.where(empty, -1, values))
    del dataset
    assert (region(Cube(path), 12, 8) == field).all()


def test_a_region_has_a_largest_size_around_its_pixel(make_cube, monkeypatch):
    from geodiffnet.gui.tools import region_growing

    monkeypatch.setattr(region_growing, "MAX_PIXELS", 100)
    found = region(make_cube(mask()), 20, 15)
    rows, columns = np.nonzero(found)
    assert found.sum() == 100
    assert max(abs(rows - 15) + abs(columns - 20)) <= 8


@pytest.mark.parametrize(
    ("column", "row", "inside"),
    [(20, 15, True), (14, 15, True), (13, 15, False), (39, 15, False), (20, 2, False)],
)
def test_a_window_is_read_again_near_its_edges_inside_the_scene(
    make_cube, monkeypatch, column, row, inside
):
    from geodiffnet.gui.tools import region_growing

    monkeypatch.setattr(region_growing, "REACH", 8)
    monkeypatch.setattr(region_growing, "MARGIN", 2)
    window = region_growing.read_window(make_cube(mask()), 20, 12)
    assert window.log_lengths.shape == (17, 17)
    assert window.contains(column, row) is inside


def test_near_the_edge_of_the_scene_there_is_no_margin(make_cube, monkeypatch):
    from geodiffnet.gui.tools import region_growing

    monkeypatch.setattr(region_growing, "REACH", 8)
    monkeypatch.setattr(region_growing, "MARGIN", 2)
    window = region_growing.read_window(make_cube(mask()), 39, 0)
    assert window.contains(39, 0)
    assert region(make_cube(mask()), 39, 29)[29, 39]


@pytest.mark.parametrize("position", [(-1, 3), (3, -1), (COLUMNS, 3), (3, ROWS)])
def test_there_is_no_window_outside_of_the_scene(make_cube, position):
    from geodiffnet.bridge.errors import BridgeError
    from geodiffnet.gui.tools.region_growing import read_window

    with pytest.raises(BridgeError) as caught:
        read_window(make_cube(mask()), *position)
    assert caught.value.code == "scene.outside"


def test_the_outline_follows_the_pixels_and_has_no_tiny_holes(qgis):
    from geodiffnet.gui.tools.region_growing import outline

    found = np.ones((12, 12), bool)
    found[2, 2] = False
    found[5:8, 5:8] = False
    polygon = outline(found, 100, 200)
    assert polygon.area() == 12 * 12 - 9
    box = polygon.boundingBox()
    assert (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()) == (100, 200, 112, 212)
    assert outline(np.zeros((3, 3), bool), 0, 0).isEmpty()


@pytest.mark.parametrize("angle", [0, 30, 90, 200])
def test_positions_in_a_rotated_grid_are_found_again(qgis, angle):
    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY

    from geodiffnet.gui.tools.scene_grid import SceneGrid

    a, b = 2 * math.cos(math.radians(angle)), 2 * math.sin(math.radians(angle))
    utm = QgsCoordinateReferenceSystem("EPSG:32633")
    grid = SceneGrid("", utm, (500000, a, b, 5400000, b, -a), 40, 30, 8)
    on_map = grid.on_map(QgsGeometry.fromPointXY(QgsPointXY(7.25, 3.5))).asPoint()
    assert on_map.x() == pytest.approx(500000 + 7.25 * a + 3.5 * b)
    found = grid.pixel_at(on_map, utm)
    assert (found.x(), found.y()) == pytest.approx((7.25, 3.5))
    assert grid.pixel_outline(found).boundingBox().xMaximum() == 8
    assert grid.on_map(grid.pixel_outline(found)).area() == pytest.approx(4)


def test_a_location_without_coordinates_in_the_scene_is_no_pixel(qgis):
    from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY

    from geodiffnet.gui.tools.scene_grid import SceneGrid

    utm = QgsCoordinateReferenceSystem("EPSG:32633")
    grid = SceneGrid("", utm, (500000, 2, 0, 5400000, 0, -2), 40, 30, 8)
    pixel = grid.pixel_at(QgsPointXY(0, 120), QgsCoordinateReferenceSystem("EPSG:4326"))
    assert pixel is None or not grid.contains(pixel)


@pytest.mark.parametrize(
    ("wkt", "pixels"),
    [
        ("LineString(500001 5399999, 500013 5399999)", 7),
        ("LineString(500001 5399999, 500013 5399987)", 7),
        ("Point(500007 5399993)", 1),
        ("MultiPoint(500007 5399993, 500021 5399993)", 2),
    ],
)
def test_lines_and_points_are_counted_by_the_pixels_that_they_touch(make_cube, wkt, pixels):
    from qgis.core import QgsGeometry

    found = make_cube(mask()).polygon_sample(bytes(QgsGeometry.fromWkt(wkt).asWkb()))
    assert found.pixels == pixels
    assert found.spectrum is not None
