"""Reference classes are matched with map classes, whatever codes either of them uses."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from backend_support import run

from backend.common import protocol
from backend.metrics.class_matching import ReferenceClass, match_keys
from tests.fixtures.class_rasters import (
    CRS,
    NAME_FORMATS,
    TRANSFORM,
    write_categories,
    write_codes,
    write_style,
)

pytestmark = pytest.mark.backend

ROWS, COLUMNS = 24, 36
CLASSES = ["meadow", "road", "roof", "soil", "tree", "water"]
#: The codes of the reference's list, and those that a program counted in their place.
LISTED = {1: "roof", 2: "road", 3: "tree", 4: "meadow", 5: "soil", 6: "water"}
COUNTED = dict(enumerate(CLASSES, 1))
WRONG = 0.165


def truth() -> np.ndarray:
    """Indexes of classes, all in patches."""
    coarse = np.random.default_rng(0).integers(0, len(CLASSES), (ROWS // 4, COLUMNS // 4))
    return np.kron(coarse, np.ones((4, 4), int))


def prediction() -> np.ndarray:
    """The truth with a share of wrong pixels."""
    rng = np.random.default_rng(1)
    found = truth()
    wrong = rng.random(found.shape) < WRONG
    found[wrong] = (found[wrong] + rng.integers(1, len(CLASSES), wrong.sum())) % len(CLASSES)
    return found


RIGHT = float((prediction() == truth()).mean())


def coded(classes: np.ndarray, names: dict[int, str]) -> np.ndarray:
    codes = {name: code for code, name in names.items()}
    return np.array([codes[name] for name in CLASSES], np.uint8)[classes]


def write_points(path: Path, column: np.ndarray, classes: np.ndarray) -> Path:
    """A point in each pixel."""
    rows, columns = np.indices(classes.shape).reshape(2, -1)
    points = [
        shapely.Point(*(TRANSFORM @ (column + 0.5, row + 0.5)))
        for row, column in zip(rows, columns, strict=True)
    ]
    pyogrio.raw.write(
        path,
        shapely.to_wkb(np.array(points, object)),
        [column],
        ["class"],
        driver="GPKG",
        geometry_type="Point",
        crs=CRS,
    )
    return path


def assess(**settings: Any) -> float | str:
    """Plain overall accuracy, or the code of the refusal."""
    outcome = run("assess", **settings)
    if outcome.status != protocol.EXIT_DONE:
        return outcome.failure.code
    return outcome.result.figures["unadjusted"]["overall_accuracy"]


@pytest.mark.parametrize(("ours", "theirs"), list(itertools.product(NAME_FORMATS, NAME_FORMATS)))
def test_names_are_read_from_every_source_on_both_sides(
    tmp_path: Path, ours: str, theirs: str
) -> None:
    for name in ("map", "reference"):
        (tmp_path / name).mkdir()
    mapped = NAME_FORMATS[ours](tmp_path / "map", coded(prediction(), COUNTED), COUNTED)
    reference = NAME_FORMATS[theirs](tmp_path / "reference", coded(truth(), LISTED), LISTED)
    assert assess(map=mapped, reference=reference) == pytest.approx(RIGHT)


@pytest.mark.parametrize("way", NAME_FORMATS)
def test_names_in_a_field_match_the_names_of_a_map(tmp_path: Path, way: str) -> None:
    mapped = NAME_FORMATS[way](tmp_path, coded(prediction(), COUNTED), COUNTED)
    names = np.array(CLASSES, object)[truth().ravel()]
    reference = write_points(tmp_path / "r.gpkg", names, truth())
    assert assess(map=mapped, reference=reference) == pytest.approx(RIGHT)


@pytest.mark.parametrize("named", ["map", "reference"])
@pytest.mark.parametrize("kind", ["raster", "numbers", "texts"])
def test_codes_of_one_side_are_not_compared_with_names_of_the_other(
    tmp_path: Path, named: str, kind: str
) -> None:
    mapped = write_codes(tmp_path / "map.tif", coded(prediction(), COUNTED))
    codes = coded(truth(), LISTED)
    if kind == "raster":
        reference = write_codes(tmp_path / "reference.tif", codes)
    else:
        column = codes.ravel().astype(np.int32)
        column = column if kind == "numbers" else column.astype(str).astype(object)
        reference = write_points(tmp_path / "reference.gpkg", column, truth())
    given = {}
    if named == "map":
        write_style(mapped, COUNTED)
    else:
        given["reference_classes"] = [{"value": c, "name": n} for c, n in LISTED.items()]
    options = {"map": mapped, "reference": reference} | given
    assert assess(**options) == "assess.codes_unproven"
    # the names of the layer in QGIS, where the files have none
    ours = [{"value": code, "name": name} for code, name in COUNTED.items()]
    theirs = [{"value": code, "name": name} for code, name in LISTED.items()]
    found = assess(map=mapped, reference=reference, map_classes=ours, reference_classes=theirs)
    assert found == pytest.approx(RIGHT)
    # somebody who knows that the codes are the same says so, and is wrong here
    assert assess(**options, match="codes") < 0.5


def test_the_error_says_what_to_do(tmp_path: Path) -> None:
    mapped = write_codes(tmp_path / "map.tif", coded(prediction(), COUNTED))
    write_style(mapped, COUNTED)
    reference = write_codes(tmp_path / "reference.tif", coded(truth(), LISTED))
    failure = run("assess", map=mapped, reference=reference).failure
    assert "Only the map has class names" in failure.message
    assert ".qml" in failure.hint
    assert "--match codes" in failure.hint


def test_without_names_classes_are_matched_by_code_with_a_warning(tmp_path: Path) -> None:
    mapped = write_codes(tmp_path / "map.tif", coded(prediction(), LISTED))
    reference = write_codes(tmp_path / "reference.tif", coded(truth(), LISTED))
    outcome = run("assess", map=mapped, reference=reference)
    found = outcome.result.figures["unadjusted"]["overall_accuracy"]
    assert found == pytest.approx(RIGHT)
    assert any("Neither map nor reference has class names" in text for text in outcome.warnings)


def test_codes_with_wide_gaps_are_matched(tmp_path: Path) -> None:
    land_cover = dict(zip((112, 122, 231, 311, 512, 999), CLASSES, strict=True))
    codes = np.array(list(land_cover), np.uint16)
    mapped = write_codes(tmp_path / "map.tif", codes[prediction()])
    write_style(mapped, land_cover)
    reference = write_codes(tmp_path / "reference.tif", codes[truth()])
    outcome = run("assess", map=mapped, reference=reference)
    assert outcome.result.figures["unadjusted"]["overall_accuracy"] == pytest.approx(RIGHT)
    assert any("not consecutive numbers" in text for text in outcome.warnings)
    counted = write_codes(tmp_path / "counted.tif", truth().astype(np.uint8) + 1)
    assert assess(map=mapped, reference=counted) == "assess.codes_unproven"


def test_a_map_with_the_codes_of_its_labels_is_matched_by_code(tmp_path: Path) -> None:
    mapped = write_codes(tmp_path / "map.tif", coded(prediction(), LISTED))
    with rasterio.open(mapped, "r+") as raster:
        raster.update_tags(GEODIFFNET_CODES="labels", GEODIFFNET_CLASSES=json.dumps(LISTED))
    codes = coded(truth(), LISTED).ravel().astype(np.int32)
    reference = write_points(tmp_path / "r.gpkg", codes, truth())
    assert assess(map=mapped, reference=reference) == pytest.approx(RIGHT)


@pytest.mark.parametrize("numbers", [True, False])
def test_maps_record_whether_their_codes_are_those_of_the_labels(
    stripes: Any, tmp_path: Path, numbers: bool
) -> None:
    labels, output = stripes.labels, tmp_path / "map.tif"
    if numbers:
        meta, _, geometry, (values,) = pyogrio.raw.read(labels)
        codes = {"soil": 3, "tree": 1, "water": 2}
        labels = tmp_path / "numbers.gpkg"
        pyogrio.raw.write(
            labels,
            geometry,
            [np.array([codes[value] for value in values], np.int32)],
            ["class"],
            geometry_type=meta["geometry_type"],
            crs=meta["crs"],
        )
    names = [{"value": 1, "name": "Baum"}]
    options = stripes.job_settings(output, labels=labels, classes=names)
    assert run("classify", **options).status == protocol.EXIT_DONE
    with rasterio.open(output) as raster:
        assert raster.tags().get("GEODIFFNET_CODES") == ("labels" if numbers else None)


def test_two_spellings_of_a_reference_class_match_one_map_class(
    tmp_path: Path,
) -> None:
    mapped = write_codes(tmp_path / "map.tif", coded(prediction(), COUNTED))
    write_categories(mapped, COUNTED)
    names = np.array(CLASSES, object)[truth().ravel()]
    names[::2] = [name.capitalize() for name in names[::2]]
    reference = write_points(tmp_path / "r.gpkg", names, truth())
    outcome = run("assess", map=mapped, reference=reference)
    assert outcome.result.figures["unadjusted"]["overall_accuracy"] == pytest.approx(RIGHT)
    assert len(outcome.result.figures["classes"]) == len(CLASSES)
    assert any("“Meadow” with “meadow”" in text for text in outcome.warnings)


def matched(
    names: dict[int, str], reference: list[tuple[str, str]], how: str = "auto"
) -> dict[int, int]:
    listed = [ReferenceClass(key, value, name) for key, (value, name) in enumerate(reference)]
    return match_keys(names, listed, how)[0]


def test_an_exact_match_takes_precedence_over_other_capitals() -> None:
    names = {1: "Wald", 2: "wald", 3: "See"}
    assert matched(names, [("wald", "wald"), ("Wald", "Wald"), ("SEE", "SEE")]) == {
        0: 2,
        1: 1,
        2: 3,
    }


def test_an_ambiguous_spelling_is_not_matched() -> None:
    assert matched({1: "Wald", 2: "wald", 3: "See"}, [("WALD", "WALD"), ("See", "See")]) == {1: 3}


def test_a_code_without_a_name_on_either_side_matches_itself() -> None:
    assert matched({1: "water", 3: "3"}, [("7", "water"), ("3", "3")]) == {0: 1, 1: 3}


def test_matching_by_name_never_uses_codes() -> None:
    assert matched({1: "water", 2: "tree"}, [("1", "1"), ("2", "2")], "names") == {}
