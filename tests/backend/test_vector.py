"""Which pixels drawn shapes label, in any coordinate system, and what is told about it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from affine import Affine
from shapely import LineString, MultiPoint, MultiPolygon, Point, Polygon, box

from backend.common.protocol import Event, Log
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.labels.classes import ClassStyle
from backend.labels.pixel_selection import PixelSelection
from backend.labels.rasterize import rasterize_labels
from backend.labels.training_spectra import collect_training_spectra
from backend.labels.vector import TrainingPixels, read_training_pixels
from backend.scene.grid import Grid
from backend.scene.raster import Scene
from tests.fixtures.cubes import COLUMNS, ROWS, Cube, label_boxes, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


def grid_of(cube: Cube) -> Grid:
    crs = rasterio.CRS.from_user_input(cube.crs) if cube.crs else None
    return Grid(COLUMNS, ROWS, cube.place, crs)


def pixels(shape: shapely.Geometry, **rules: object) -> set[tuple[int, int]]:
    """Column and row of each pixel that a shape labels."""
    rasterized = rasterize_labels(np.array([shape]), ROWS, COLUMNS, PixelSelection(**rules))  # type: ignore[arg-type]
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


def test_a_hole_is_no_part_of_a_polygon() -> None:
    ring = Polygon(box(1, 1, 8, 8).exterior, [box(3, 3, 6, 6).exterior])
    for rule in ("centre", "coverage"):
        assert pixels(ring, polygons=rule) == square(1, 1, 8, 8) - square(3, 3, 6, 6)


def test_a_point_labels_its_pixel_and_those_within_its_radius() -> None:
    assert pixels(Point(4.9, 7.1)) == {(4, 7)}
    assert pixels(Point(4.5, 7.5), point_radius=1) == {(4, 7), (3, 7), (5, 7), (4, 6), (4, 8)}
    assert pixels(Point(4.5, 7.5), point_radius=1.5) == square(3, 6, 6, 9)
    # its own pixel counts even where its centre is farther away than the radius
    assert pixels(Point(4.05, 7.05), point_radius=0.1) == {(4, 7)}


def test_a_line_labels_what_it_touches_or_its_width() -> None:
    line = LineString([(2.3, 5.5), (8.7, 5.5)])
    assert pixels(line) == square(2, 5, 9, 6)
    assert pixels(line, line_width=3) == square(2, 4, 9, 7)


def test_parts_of_a_shape_belong_together() -> None:
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
        assert (rasterized.too_small, rasterized.outside_image) == (1, 1)


def test_what_hangs_over_the_edge_is_cut_off() -> None:
    assert pixels(box(-5, -5, 2, 2)) == square(0, 0, 2, 2)
    assert pixels(box(COLUMNS - 1, ROWS - 1, COLUMNS + 9, ROWS + 9)) == {(COLUMNS - 1, ROWS - 1)}
    assert pixels(Point(COLUMNS + 0.5, 1.5)) == set()


def test_labels_in_another_coordinate_system_label_the_same_pixels(
    tmp_path: Path, cube: Cube
) -> None:
    own = read_training_pixels(write_labels(tmp_path / "own.gpkg", cube), "class", grid_of(cube))
    for crs in ("EPSG:4326", "EPSG:3857", "EPSG:25832"):
        path = write_labels(tmp_path / f"{crs[5:]}.gpkg", cube, crs=crs)
        other = read_training_pixels(path, "class", grid_of(cube))
        for name in ("rows", "columns", "target", "group"):
            np.testing.assert_array_equal(getattr(own, name), getattr(other, name))


def test_labels_on_a_rotated_grid_fall_on_their_pixels(tmp_path: Path) -> None:
    place = Affine.translation(390_000, 5_810_000) @ Affine.rotation(31) @ Affine.scale(20, -30)
    cube = make_cube(place=place)
    path = write_labels(tmp_path / "l.gpkg", cube, [box(4, 5, 7, 9), box(20, 2, 22, 4)], ["a", "b"])
    training_pixels = read_training_pixels(path, "class", grid_of(cube))
    first = training_pixels.target == 0
    found = set(
        zip(
            training_pixels.columns[first].tolist(),
            training_pixels.rows[first].tolist(),
            strict=True,
        )
    )
    assert found == square(4, 5, 7, 9)


def test_contested_pixels_are_dropped_and_counted(tmp_path: Path, cube: Cube) -> None:
    geometries = [box(2, 2, 6, 6), box(4, 4, 8, 8), box(3, 3, 5, 5), box(20, 2, 24, 6)]
    path = write_labels(tmp_path / "l.gpkg", cube, geometries, ["a", "b", "a", "b"])
    training_pixels = read_training_pixels(path, "class", grid_of(cube))
    assert training_pixels.contested == (4, 4)
    assert training_pixels.drawn == (2, 2)
    assert "4 pixels are claimed by two classes and left out." in training_pixels.warnings
    taken = set(zip(training_pixels.columns.tolist(), training_pixels.rows.tolist(), strict=True))
    assert taken == (square(2, 2, 6, 6) ^ square(4, 4, 8, 8)) | square(20, 2, 24, 6)
    assert len(training_pixels) == len(taken)  # two shapes of one class claim a pixel once


def told(function: object, *arguments: object) -> tuple[object, list[str]]:
    """A result, and the sentences that were logged on the way."""
    events: list[Event] = []
    result = function(*arguments, Reporter(events.append))  # type: ignore[operator]
    return result, [event.message for event in events if isinstance(event, Log)]


def test_the_table_tells_what_was_read_and_warns_where_it_is_little(
    tmp_path: Path, cube: Cube
) -> None:
    geometries = [
        box(1, 1, 5, 5), box(8, 20, 12, 28), box(30, 1, 32, 3), box(20, 1, 21, 3),
        box(24, 1, 25, 4),
    ]  # fmt: skip
    values = ["field", "field", "road", "lane", "lane"]
    path = write_labels(tmp_path / "l.gpkg", cube, geometries, values)
    with Scene(write_geotiff(tmp_path / "s.tif", cube)) as scene:
        training_pixels = read_training_pixels(path, "class", scene.grid)
        found, messages = told(
            lambda reporter: collect_training_spectra(scene, training_pixels, reporter)
        )
    rows = {row.name: row for row in found.table}  # type: ignore[attr-defined]
    assert (rows["field"].geometries, rows["field"].pixels, rows["field"].masked) == (2, 40, 8)
    assert str(rows["field"]) == "field: 40 pixels in 2 shapes (8 without data)"
    text = "\n".join(messages)
    assert "8 labelled pixels left out: the image has no data there." in text
    assert 'Class "road" has 4 pixels in 1 shape: its accuracy cannot be estimated.' in text
    assert 'Class "lane" has 5 pixels in 2 shapes: few to learn from.' in text
    assert "field" not in text
    np.testing.assert_allclose(
        found.spectra,  # type: ignore[attr-defined]
        cube.reflectance[:, found.training_pixels.rows, found.training_pixels.columns].T,  # type: ignore[attr-defined]
        atol=1e-4,
    )


def test_whole_numbers_keep_their_value_as_code_and_styles_give_names(
    tmp_path: Path, cube: Cube
) -> None:
    geometries = [box(1, 1, 4, 4), box(20, 1, 24, 4), box(30, 1, 34, 4)]
    path = write_labels(tmp_path / "l.gpkg", cube, geometries, [7, 300, 7])
    styles = [ClassStyle("300", "Meadow", "#00ff00")]
    training_pixels = read_training_pixels(path, "class", grid_of(cube), None, styles)
    assert [(c.code, c.name) for c in training_pixels.classes] == [(7, "7"), (300, "Meadow")]
    assert training_pixels.classes[1].colour == "#00ff00"


def test_crossing_edges_are_repaired(tmp_path: Path, cube: Cube) -> None:
    bow = Polygon([(2, 2), (8, 8), (8, 2), (2, 8)])
    path = write_labels(tmp_path / "l.gpkg", cube, [bow, box(20, 2, 24, 6)], ["a", "b"])
    training_pixels = read_training_pixels(path, "class", grid_of(cube))
    assert any("repaired" in warning for warning in training_pixels.warnings)
    assert 12 <= (training_pixels.target == 0).sum() <= 24


def test_entries_without_class_or_shape_are_left_out_and_counted(
    tmp_path: Path, cube: Cube
) -> None:
    geometries = [box(1, 1, 4, 4), box(20, 1, 24, 4), Point(), box(30, 1, 34, 4)]
    path = write_labels(tmp_path / "l.gpkg", cube, geometries, ["a", "b", "a", None])
    training_pixels = read_training_pixels(path, "class", grid_of(cube))
    assert training_pixels.drawn == (1, 1)
    assert "Shapes without a class, left out: 1." in training_pixels.warnings
    assert "Entries without a shape, left out: 1." in training_pixels.warnings


def test_without_any_coordinate_system_labels_lie_as_they_are(tmp_path: Path) -> None:
    cube = make_cube(crs=None)
    path = write_labels(tmp_path / "l.gpkg", cube, crs=None)
    training_pixels = read_training_pixels(path, "class", grid_of(cube))
    assert len(training_pixels) == 9 * 16
    assert any("without a coordinate system" in warning for warning in training_pixels.warnings)


def test_an_image_without_a_coordinate_system_under_labels_with_one_is_refused(
    tmp_path: Path,
) -> None:
    path = write_labels(tmp_path / "l.gpkg", make_cube())
    with pytest.raises(UserError) as caught:
        read_training_pixels(path, "class", grid_of(make_cube(crs=None)))
    assert caught.value.code == "scene.no_crs"


@pytest.mark.parametrize("up", [True, False], ids=["as QGIS draws", "rows downwards"])
def test_labels_on_an_image_without_any_place_count_its_pixels(tmp_path: Path, up: bool) -> None:
    place = Affine.scale(1, -1) if up else Affine.identity()
    path = write_labels(tmp_path / "l.gpkg", make_cube(crs=None, place=place))
    grid = Grid(COLUMNS, ROWS, Affine.identity(), None)
    training_pixels = read_training_pixels(path, "class", grid)
    assert len(training_pixels) == 9 * 16
    assert set(training_pixels.rows.tolist()) == {*range(2, 6), *range(10, 14), *range(18, 22)}


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"field": "nothing"}, "labels.field_missing"),
        ({"geometries": [box(900, 900, 910, 910)] * 2}, "labels.no_overlap"),
        ({"path": "missing.gpkg"}, "labels.unreadable"),
    ],
)
def test_what_cannot_be_learnt_from_is_refused(
    tmp_path: Path, cube: Cube, change: dict, code: str
) -> None:
    geometries = change.get("geometries")
    path = write_labels(tmp_path / "l.gpkg", cube, geometries, geometries and ["a", "b"])
    with pytest.raises(UserError) as caught:
        read_training_pixels(
            tmp_path / change.get("path", path.name), change.get("field", "class"), grid_of(cube)
        )
    assert caught.value.code == code


def test_too_many_pixels_are_thinned_by_class_and_shape(
    tmp_path: Path, cube: Cube, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.labels.training_spectra.MAX_PIXELS", 60)
    geometries = [box(0, 0, 14, 20), box(20, 0, 22, 4), box(30, 0, 40, 18), box(30, 19, 34, 20)]
    path = write_labels(
        tmp_path / "l.gpkg", cube, geometries, ["many", "rare", "many too", "many too"]
    )
    with Scene(write_geotiff(tmp_path / "s.tif", cube)) as scene:
        training_pixels: TrainingPixels = read_training_pixels(path, "class", scene.grid)
        found, messages = told(
            lambda reporter: collect_training_spectra(scene, training_pixels, reporter)
        )
    counts = {row.name: row.pixels for row in found.table}  # type: ignore[attr-defined]
    assert counts == {"many": 26, "rare": 8, "many too": 26}
    left = found.training_pixels  # type: ignore[attr-defined]
    _, sizes = np.unique(left.group, return_counts=True)
    assert sorted(sizes) == [4, 8, 22, 26]
    whole = left.rows[left.target == 0]  # from all over the shape
    assert whole.min() < 2
    assert whole.max() > 17
    assert any("are learnt from: at most 26 of a class" in message for message in messages)


def test_places_drawn_twice_with_different_classes_are_told_as_such(
    tmp_path: Path, cube: Cube
) -> None:
    """Not as labels that lie where the image has no data."""
    geometries, names = label_boxes(cube)
    other = names[3:] + names[:3]
    scene = write_geotiff(tmp_path / "scene.tif", cube)
    labels = write_labels(tmp_path / "l.gpkg", cube, geometries * 2, names + other)
    with Scene(scene) as opened:
        training_pixels = read_training_pixels(labels, "class", opened.grid)
        told = "Duplicate shapes with different classes, whose pixels are left out: 9."
        assert told in training_pixels.warnings
        with pytest.raises(UserError) as caught:
            collect_training_spectra(opened, training_pixels, Reporter(lambda event: None))
    assert caught.value.code == "labels.contested"
    assert "drawn twice" in caught.value.message


def test_a_class_that_lost_its_pixels_to_duplicates_is_told_how_many(
    tmp_path: Path, cube: Cube
) -> None:
    geometries, names = label_boxes(cube)
    scene = write_geotiff(tmp_path / "scene.tif", cube)
    labels = write_labels(tmp_path / "l.gpkg", cube, [*geometries, geometries[0]], [*names, "twin"])
    with Scene(scene) as opened:
        training_pixels = read_training_pixels(labels, "class", opened.grid)
        with pytest.raises(UserError) as caught:
            collect_training_spectra(opened, training_pixels, Reporter(lambda event: None))
    assert caught.value.code == "labels.too_few"
    assert '"twin" (0; 16 more are claimed by another class, too)' in caught.value.message


def test_a_shape_drawn_twice_in_its_class_counts_once(tmp_path: Path, cube: Cube) -> None:
    geometries, names = label_boxes(cube)
    # the same ring, begun at another corner and run through the other way
    corners = list(geometries[0].exterior.coords)[:-1]
    again = Polygon((corners[2:] + corners[:2])[::-1])
    labels = write_labels(tmp_path / "l.gpkg", cube, [*geometries, again], [*names, names[0]])
    with Scene(write_geotiff(tmp_path / "scene.tif", cube)) as opened:
        training_pixels = read_training_pixels(labels, "class", opened.grid)
        found = collect_training_spectra(opened, training_pixels, Reporter(lambda event: None))
    assert "Duplicate shapes of the same class, each counted once: 1." in training_pixels.warnings
    assert len(found.training_pixels) == 9 * 16
