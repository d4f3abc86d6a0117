"""Spectra of labelled pixels are counted per class, subsampled and checked."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from shapely import box

from backend.common.protocol import Event, Log
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.labels.training_checks import collect_training_spectra
from backend.labels.training_spectra import TrainingSpectra
from backend.labels.vector import TrainingPixels, read_training_pixels
from backend.scene.raster import Scene
from tests.fixtures.cubes import CLASSES, Cube, label_boxes, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


def collect(scene: Scene, training_pixels: TrainingPixels) -> tuple[TrainingSpectra, list[str]]:
    """The spectra of labelled pixels, and the messages in the log."""
    events: list[Event] = []
    found = collect_training_spectra(scene, training_pixels, Reporter(events.append))
    return found, [event.message for event in events if isinstance(event, Log)]


def test_counts_per_class_are_logged_with_warnings_about_small_classes(
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
        found, messages = collect(scene, training_pixels)
    rows = {row.name: row for row in found.table}
    assert (rows["field"].geometries, rows["field"].pixels, rows["field"].masked) == (2, 40, 8)
    assert str(rows["field"]) == "field: 40 pixels in 2 polygons (excluded: 8 without data)"
    text = "\n".join(messages)
    assert "Labelled pixels without data in the image, excluded: 8." in text
    assert 'Class "road" has 4 pixels in 1 polygon: draw another one' in text
    assert 'Class "lane" has 5 pixels in 2 polygons: draw more of them.' in text
    assert "field" not in text
    np.testing.assert_allclose(
        found.spectra,
        cube.reflectance[:, found.training_pixels.rows, found.training_pixels.columns].T,
        atol=1e-4,
    )


def test_many_pixels_are_subsampled_by_class_and_polygon(
    tmp_path: Path, cube: Cube, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.labels.training_spectra.MAX_PIXELS", 60)
    geometries = [box(0, 0, 14, 20), box(20, 0, 22, 4), box(30, 0, 40, 18), box(30, 19, 34, 20)]
    path = write_labels(
        tmp_path / "l.gpkg", cube, geometries, ["many", "rare", "many too", "many too"]
    )
    with Scene(write_geotiff(tmp_path / "s.tif", cube)) as scene:
        training_pixels = read_training_pixels(path, "class", scene.grid)
        found, messages = collect(scene, training_pixels)
    counts = {row.name: row.pixels for row in found.table}
    assert counts == {"many": 26, "rare": 8, "many too": 26}
    kept = found.training_pixels
    _, sizes = np.unique(kept.group, return_counts=True)
    assert sorted(sizes) == [4, 8, 22, 26]
    rows = kept.rows[kept.target == 0]  # from all parts of the polygon
    assert rows.min() < 2
    assert rows.max() > 17
    assert any("are used: at most 26 per class" in message for message in messages)


def test_polygons_drawn_twice_with_different_classes_are_reported(
    tmp_path: Path, cube: Cube
) -> None:
    """They are not reported as labels in areas without data."""
    geometries, names = label_boxes(cube)
    other = names[3:] + names[:3]
    scene = write_geotiff(tmp_path / "scene.tif", cube)
    labels = write_labels(tmp_path / "l.gpkg", cube, geometries * 2, names + other)
    with Scene(scene) as opened:
        training_pixels = read_training_pixels(labels, "class", opened.grid)
        note = "Duplicate geometries of different classes, whose pixels are excluded: 9."
        assert note in training_pixels.warnings
        with pytest.raises(UserError) as caught:
            collect_training_spectra(opened, training_pixels, Reporter(lambda event: None))
    assert caught.value.code == "labels.contested"
    assert "more than one class" in caught.value.message


def test_the_warning_for_a_class_left_out_counts_its_pixels_with_several_classes(
    tmp_path: Path, cube: Cube
) -> None:
    geometries, names = label_boxes(cube)
    scene = write_geotiff(tmp_path / "scene.tif", cube)
    labels = write_labels(tmp_path / "l.gpkg", cube, [*geometries, geometries[0]], [*names, "twin"])
    with Scene(scene) as opened:
        training_pixels = read_training_pixels(labels, "class", opened.grid)
        found, messages = collect(opened, training_pixels)
    assert [entry.name for entry in found.classes] == list(CLASSES)
    assert (
        "Classes without a labelled pixel with data, left out: "
        '"twin" (16 pixels of other classes as well).'
    ) in messages
