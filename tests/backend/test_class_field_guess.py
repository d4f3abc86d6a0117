"""The class field of training samples is found where it is not named, and logged."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from backend_support import Outcome, run
from conftest import Stripes

from backend.common import protocol
from backend.common.class_field_guess import guess_field
from backend.core.errors import UserError
from backend.labels.formats.reading import read_other_format
from backend.labels.labelled_geometries import read_labelled_geometries
from tests.fixtures.cubes import CLASSES, write_labels

pytestmark = pytest.mark.backend

COLUMNS = {
    "text": np.array(["Water"], object),
    "integer": np.array([1], np.int32),
    "double": np.array([1.5]),
    "flag": np.array([True]),
    "date": np.array(["2026-01-01"], "datetime64[ms]"),
}


def layer_of(path: Path, fields: dict[str, str]) -> Path:
    pyogrio.raw.write(
        path,
        geometry=np.array([shapely.to_wkb(shapely.Point(0, 0))], object),
        field_data=[COLUMNS[kind] for kind in fields.values()],
        fields=list(fields),
        geometry_type="Point",
        crs="EPSG:32633",
    )
    return path


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"Class": "text", "note": "text"}, "Class"),
        ({"note": "text", "species": "text", "label": "text"}, "label"),
        ({"a": "text", "Class Name": "text", "type": "text"}, "Class Name"),
        ({"number": "integer", "MC_ID": "integer", "C_ID": "integer"}, "MC_ID"),
        ({"number": "integer", "taxon": "text", "height": "double", "is_old": "flag"}, "taxon"),
        ({"drawn": "date", "taxon": "text"}, "taxon"),
        ({"number": "integer", "klasse": "integer", "note": "text"}, "klasse"),
    ],
)
def test_a_field_is_found_by_its_name_or_as_the_only_text(
    tmp_path: Path, fields: dict[str, str], expected: str
) -> None:
    path = layer_of(tmp_path / "layer.gpkg", fields)
    assert read_labelled_geometries(str(path), None, None).class_field == expected
    named = next(iter(fields))
    if fields[named] != "date":
        assert read_labelled_geometries(str(path), named, None).class_field == named


@pytest.mark.parametrize(
    "fields",
    [
        {"number": "integer", "taxon": "text", "note": "text"},
        {"number": "integer", "height": "double"},
        {"drawn": "date"},
        {},
    ],
)
def test_a_field_that_cannot_be_found_is_asked_for(tmp_path: Path, fields: dict[str, str]) -> None:
    path = layer_of(tmp_path / "layer.gpkg", fields)
    with pytest.raises(UserError, match="The class field is not known") as caught:
        read_labelled_geometries(str(path), None, None)
    assert caught.value.code == "labels.field_missing"
    assert (", ".join(fields) or "there is none") in caught.value.hint


def test_no_field_is_found_among_none() -> None:
    assert guess_field([], []) == ""


def logged(outcome: Outcome) -> list[str]:
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    messages = [event.message for event in outcome.events if isinstance(event, protocol.Log)]
    return [text for text in messages if "class field" in text]


@pytest.fixture
def species(stripes: Stripes, tmp_path: Path) -> Path:
    return write_labels(tmp_path / "plots.gpkg", stripes.cube, field_name="Species")


def test_classify_logs_and_reports_the_field(
    stripes: Stripes, species: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    asked = stripes.job_settings(
        tmp_path / "map.tif", labels=species, class_field=None, method="lda", report=report
    )
    outcome = run("classify", **{name: value for name, value in asked.items() if value})
    assert logged(outcome) == ["plots.gpkg: “Species” is used as the class field."]
    assert [row["name"] for row in outcome.result.figures["classes"]] == list(CLASSES)
    assert "plots.gpkg, field “Species”" in report.read_text()
    named = run("classify", **asked | {"class_field": "Species"})
    assert logged(named) == []


def test_one_layer_of_several_scenes_is_logged_once(
    stripes: Stripes, species: Path, tmp_path: Path
) -> None:
    outcome = run(
        "train", image=stripes.scene, more_images=[stripes.scene], labels=species, method="lda",
        model=tmp_path / "m.safetensors",
    )  # fmt: skip
    assert len(logged(outcome)) == 1


def test_assess_finds_the_field_of_the_reference(
    stripes: Stripes, species: Path, tmp_path: Path
) -> None:
    mapped, report = tmp_path / "map.tif", tmp_path / "assessment.html"
    assert run("classify", **stripes.job_settings(mapped, method="lda")).status == 0
    outcome = run("assess", map=mapped, reference=species, report=report)
    assert logged(outcome) == ["plots.gpkg: “Species” is used as the class field."]
    assert "Species" in report.read_text()


def test_suggestions_get_the_field_of_the_samples(
    stripes: Stripes, species: Path, tmp_path: Path
) -> None:
    model, places = tmp_path / "m.safetensors", tmp_path / "places.gpkg"
    trained = run("train", image=stripes.scene, labels=species, method="lda", model=model)
    assert trained.status == protocol.EXIT_DONE
    outcome = run("suggest", image=stripes.scene, model=model, labels=species, output=places)
    assert logged(outcome) == ["plots.gpkg: “Species” is used as the class field."]
    assert "Species" in pyogrio.read_info(places)["fields"]


def test_a_table_of_points_has_a_column_of_classes(stripes: Stripes, tmp_path: Path) -> None:
    points = [stripes.cube.place @ (column + 0.5, row + 0.5) for column, row in [(2, 2), (2, 5)]]
    table = tmp_path / "plots.csv"
    rows = [f"{number},{x},{y},wood" for number, (x, y) in enumerate(points)]
    table.write_text("\n".join(["number,x,y,Baumart", *rows]))
    found = read_other_format(table, None)
    assert found is not None
    assert (found.class_field, found.values) == ("baumart", ["wood", "wood"])
