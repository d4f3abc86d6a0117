"""Classes with too few pixels are left out with a warning, polygons without pixels are named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
import shapely
from shapely import box

from backend.common.protocol import Event, Log
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.labels.training_spectra import TrainingSpectra
from backend.options.label_options import LabelOptions
from backend.pipeline.training_data import read_labels
from backend.scene.raster import Scene
from tests.fixtures.cubes import Cube, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend

FIELD, GRASS = box(1, 1, 5, 5), box(1, 10, 5, 14)


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


def read(
    folder: Path, cube: Cube, geometries: Sequence[shapely.Geometry], values: Sequence[object]
) -> tuple[TrainingSpectra, list[str]]:
    """Training samples as a command reads them, and the messages in the log."""
    events: list[Event] = []
    labels = write_labels(folder / "labels.gpkg", cube, geometries, values)
    with Scene(write_geotiff(folder / "scene.tif", cube)) as scene:
        options = LabelOptions(labels=labels, class_field="class")
        found = read_labels(scene, options, False, Reporter(events.append))
    return found, [event.message for event in events if isinstance(event, Log)]


def test_classes_with_too_few_pixels_are_left_out_and_named(tmp_path: Path, cube: Cube) -> None:
    geometries = [FIELD, box(900, 900, 905, 905), GRASS, box(20, 1, 22, 2), box(30, 27, 34, 29)]
    found, messages = read(tmp_path, cube, geometries, ["field", "far", "grass", "lane", "masked"])
    assert [entry.name for entry in found.classes] == ["field", "grass"]
    assert [row.name for row in found.table] == ["field", "grass"]
    assert found.training_pixels.target.tolist() == [0] * 16 + [1] * 16
    assert len(found.spectra) == 32
    text = "\n".join(messages)
    assert 'Classes without a labelled pixel with data, left out: "far", "masked".' in text
    assert 'Classes with fewer than 3 pixels, left out: "lane" (2).' in text
    assert "Geometries outside of the image (1): feature 2 (far)." in text
    assert "Training polygons where the image has no data: feature 5 (masked)." in text


def test_codes_of_the_other_classes_do_not_depend_on_those_left_out(
    tmp_path: Path, cube: Cube
) -> None:
    geometries = [box(900, 900, 905, 905), FIELD, GRASS]
    found, _ = read(tmp_path, cube, geometries, ["bog", "field", "grass"])
    assert [(entry.code, entry.name) for entry in found.classes] == [(2, "field"), (3, "grass")]
    (tmp_path / "numbers").mkdir()
    found, _ = read(tmp_path / "numbers", cube, geometries, [7, 20, 11])
    assert [entry.code for entry in found.classes] == [11, 20]
    assert found.training_pixels.target.tolist() == [1] * 16 + [0] * 16


def test_two_classes_must_remain(tmp_path: Path, cube: Cube) -> None:
    with pytest.raises(UserError) as caught:
        read(tmp_path, cube, [FIELD, box(20, 1, 22, 2)], ["field", "lane"])
    assert caught.value.code == "labels.too_few"
    assert '"lane" (2)' in caught.value.message
    assert '"field"' not in caught.value.message


def test_a_long_list_of_missing_classes_is_shortened(tmp_path: Path, cube: Cube) -> None:
    far = [box(900, 900 + 2 * number, 901, 901 + 2 * number) for number in range(60)]
    names = [f"species {number:02}" for number in range(60)]
    found, messages = read(tmp_path, cube, [FIELD, GRASS, *far], ["field", "grass", *names])
    assert len(found.classes) == 2
    (message,) = (text for text in messages if text.startswith("Classes without"))
    assert '"species 39" and 20 more' in message
    (message,) = (text for text in messages if text.startswith("Geometries outside"))
    assert message.startswith("Geometries outside of the image (60): feature 3 (species 00), ")
    assert message.endswith("feature 7 (species 04) and 55 more.")
