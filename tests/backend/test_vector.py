"""Labels of any layer and reference system become labelled pixels, with notes on problems."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from shapely import Point, Polygon, box

from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.labels.classes import ClassStyle
from backend.labels.training_checks import collect_training_spectra
from backend.labels.vector import read_training_pixels
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


def square(left: int, top: int, right: int, bottom: int) -> set[tuple[int, int]]:
    return {(x, y) for x in range(left, right) for y in range(top, bottom)}


def test_labels_in_another_reference_system_label_the_same_pixels(
    tmp_path: Path, cube: Cube
) -> None:
    own = read_training_pixels(write_labels(tmp_path / "own.gpkg", cube), "class", grid_of(cube))
    for crs in ("EPSG:4326", "EPSG:3857", "EPSG:25832"):
        path = write_labels(tmp_path / f"{crs[5:]}.gpkg", cube, crs=crs)
        other = read_training_pixels(path, "class", grid_of(cube))
        for name in ("rows", "columns", "target", "group"):
            np.testing.assert_array_equal(getattr(own, name), getattr(other, name))


def test_labels_on_a_rotated_grid_label_the_right_pixels(tmp_path: Path) -> None:
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
    assert "Pixels with labels of more than one class, excluded: 4." in training_pixels.warnings
    kept = set(zip(training_pixels.columns.tolist(), training_pixels.rows.tolist(), strict=True))
    assert kept == (square(2, 2, 6, 6) ^ square(4, 4, 8, 8)) | square(20, 2, 24, 6)
    assert len(training_pixels) == len(kept)  # a pixel in two polygons of one class counts once


def test_integers_are_used_as_codes_and_styles_give_names(tmp_path: Path, cube: Cube) -> None:
    geometries = [box(1, 1, 4, 4), box(20, 1, 24, 4), box(30, 1, 34, 4)]
    path = write_labels(tmp_path / "l.gpkg", cube, geometries, [7, 300, 7])
    styles = [ClassStyle("300", "Meadow", "#00ff00")]
    training_pixels = read_training_pixels(path, "class", grid_of(cube), None, styles)
    assert [(c.code, c.name) for c in training_pixels.classes] == [(7, "7"), (300, "Meadow")]
    assert training_pixels.classes[1].colour == "#00ff00"


def test_polygons_with_self_intersections_are_repaired(tmp_path: Path, cube: Cube) -> None:
    bow_tie = Polygon([(2, 2), (8, 8), (8, 2), (2, 8)])
    path = write_labels(tmp_path / "l.gpkg", cube, [bow_tie, box(20, 2, 24, 6)], ["a", "b"])
    training_pixels = read_training_pixels(path, "class", grid_of(cube))
    assert any("repaired" in warning for warning in training_pixels.warnings)
    assert 12 <= (training_pixels.target == 0).sum() <= 24


def test_features_without_class_or_geometry_are_excluded_and_counted(
    tmp_path: Path, cube: Cube
) -> None:
    geometries = [box(1, 1, 4, 4), box(20, 1, 24, 4), Point(), box(30, 1, 34, 4)]
    path = write_labels(tmp_path / "l.gpkg", cube, geometries, ["a", "b", "a", None])
    training_pixels = read_training_pixels(path, "class", grid_of(cube))
    assert training_pixels.drawn == (1, 1)
    assert "Geometries without a class, excluded: 1." in training_pixels.warnings
    assert "Features without a geometry, excluded: 1." in training_pixels.warnings


def test_without_reference_systems_coordinates_are_compared_directly(tmp_path: Path) -> None:
    cube = make_cube(crs=None)
    path = write_labels(tmp_path / "l.gpkg", cube, crs=None)
    training_pixels = read_training_pixels(path, "class", grid_of(cube))
    assert len(training_pixels) == 9 * 16
    assert any(
        "without a coordinate reference system" in warning for warning in training_pixels.warnings
    )


def test_an_image_without_a_reference_system_is_refused_if_the_labels_have_one(
    tmp_path: Path,
) -> None:
    path = write_labels(tmp_path / "l.gpkg", make_cube())
    with pytest.raises(UserError) as caught:
        read_training_pixels(path, "class", grid_of(make_cube(crs=None)))
    assert caught.value.code == "scene.no_crs"


@pytest.mark.parametrize("up", [True, False], ids=["y upwards", "y downwards"])
def test_labels_on_an_image_that_is_not_georeferenced_have_pixel_coordinates(
    tmp_path: Path, up: bool
) -> None:
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
def test_labels_that_cannot_be_used_are_refused(
    tmp_path: Path, cube: Cube, change: dict, code: str
) -> None:
    geometries = change.get("geometries")
    path = write_labels(tmp_path / "l.gpkg", cube, geometries, geometries and ["a", "b"])
    with pytest.raises(UserError) as caught:
        read_training_pixels(
            tmp_path / change.get("path", path.name), change.get("field", "class"), grid_of(cube)
        )
    assert caught.value.code == code


def test_a_polygon_drawn_twice_with_the_same_class_counts_once(tmp_path: Path, cube: Cube) -> None:
    geometries, names = label_boxes(cube)
    # the same ring with another first vertex and in the other direction
    corners = list(geometries[0].exterior.coords)[:-1]
    again = Polygon((corners[2:] + corners[:2])[::-1])
    labels = write_labels(tmp_path / "l.gpkg", cube, [*geometries, again], [*names, names[0]])
    with Scene(write_geotiff(tmp_path / "scene.tif", cube)) as opened:
        training_pixels = read_training_pixels(labels, "class", opened.grid)
        found = collect_training_spectra(opened, training_pixels, Reporter(lambda event: None))
    assert (
        "Duplicate geometries of the same class, each counted once: 1." in training_pixels.warnings
    )
    assert len(found.training_pixels) == 9 * 16
