"""Training samples of other tools label the pixels that polygons label; others are refused."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
from backend_support import run

from backend.common import protocol
from backend.core.errors import UserError
from backend.labels.training_pixels import TrainingPixels
from backend.labels.vector import read_training_pixels
from backend.scene.grid import Grid
from tests.fixtures.cubes import CLASSES, Cube, label_boxes, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff
from tests.fixtures.tool_labels import (
    COLOURS,
    WRITERS,
    Writer,
    write_dataset,
    write_point_table,
    write_roi_text,
    write_roi_xml,
    write_scpx,
)

pytestmark = pytest.mark.backend

CUBE = make_cube()
BOXES, NAMES = label_boxes(CUBE)


def grid_of(cube: Cube) -> Grid:
    _, height, width = cube.reflectance.shape
    return Grid(width, height, cube.place, rasterio.crs.CRS.from_user_input(cube.crs))


def labelled(pixels: TrainingPixels) -> set[tuple[int, int, str]]:
    names = [pixels.classes[index].name for index in pixels.target]
    return set(zip(pixels.rows.tolist(), pixels.columns.tolist(), names, strict=True))


def read(path: Path, class_field: str | None = None) -> TrainingPixels:
    return read_training_pixels(path, class_field, grid_of(CUBE))


@pytest.mark.parametrize("tool", WRITERS)
def test_the_same_pixels_are_labelled_as_by_polygons(tmp_path: Path, tool: str) -> None:
    expected = read(write_labels(tmp_path / "l.gpkg", CUBE), "class")
    found = read(WRITERS[tool](tmp_path, CUBE, BOXES, NAMES))
    assert labelled(found) == labelled(expected)
    assert len(np.unique(found.group)) == (144 if tool in ("CSV", "EnMAP-Box") else 9)
    if tool in ("ENVI XML", "ENVI text", "EnMAP-Box"):
        colours = {entry.name: entry.rgb for entry in found.classes}
        assert colours == COLOURS


def test_a_map_is_trained_on_files_of_other_tools(tmp_path: Path) -> None:
    image = write_geotiff(tmp_path / "scene.tif", CUBE)
    for tool, write in WRITERS.items():
        (tmp_path / tool).mkdir()
        output = tmp_path / f"{tool}.tif"
        labels = write(tmp_path / tool, CUBE, BOXES, NAMES)
        outcome = run("classify", image=image, labels=labels, method="lda", output=output)
        assert outcome.status == protocol.EXIT_DONE, (tool, outcome.events[-1])
        with rasterio.open(output) as dataset:
            found = dataset.read(1)
        assert (found == CUBE.truth)[CUBE.truth > 0].mean() > 0.95, tool


@pytest.mark.parametrize("tool", WRITERS)
def test_a_map_is_assessed_with_files_of_other_tools(tmp_path: Path, tool: str) -> None:
    image = write_geotiff(tmp_path / "scene.tif", CUBE)
    polygons = write_labels(tmp_path / "l.gpkg", CUBE)
    output = tmp_path / "map.tif"
    run("classify", image=image, labels=polygons, class_field="class", method="lda", output=output)
    file = WRITERS[tool](tmp_path, CUBE, BOXES, NAMES)
    report = tmp_path / "report.html"
    outcome = run("assess", map=output, reference=file, report=report)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    assert outcome.result.figures["samples"] == 144
    assert outcome.result.figures["overall_accuracy"] > 0.95
    design = "stratified" if tool in ("CSV", "EnMAP-Box") else "purposive"
    assert json.loads(report.with_suffix(".json").read_text())["design"] == design
    # as training samples, whatever their class field, they leave no reference outside of them
    for field in ("class", None):
        given = {"reference": polygons, "training": file, "class_field": field}
        outcome = run("assess", map=output, **{key: v for key, v in given.items() if v})
        assert outcome.failure.code == "assess.no_samples", outcome.events[-1]


def test_pixels_are_suggested_away_from_samples_of_other_tools(tmp_path: Path) -> None:
    image = write_geotiff(tmp_path / "scene.tif", CUBE)
    polygons, model = write_labels(tmp_path / "l.gpkg", CUBE), tmp_path / "m.safetensors"
    run("train", image=image, labels=polygons, class_field="class", method="lda", model=model)
    given = {"image": image, "model": model, "count": 4}
    found = []
    for number, labels in enumerate((polygons, *(w(tmp_path, CUBE, BOXES, NAMES)
                                                 for w in WRITERS.values()))):  # fmt: skip
        output = tmp_path / f"places{number}.gpkg"
        outcome = run("suggest", labels=labels, output=output, **given)
        assert outcome.status == protocol.EXIT_DONE, (labels, outcome.events[-1])
        meta, _, geometry, _ = pyogrio.raw.read(output)
        assert meta["fields"][1] == "class"
        found.append(sorted(geometry.tolist()))
    assert all(one == found[0] for one in found)


def test_names_of_a_class_raster_may_stand_in_its_style_only(tmp_path: Path) -> None:
    """As classifications of the EnMAP-Box have them."""
    path = tmp_path / "map.tif"
    with rasterio.open(
        path, "w", driver="GTiff", dtype="uint8", nodata=0, **CUBE.profile | {"count": 1}
    ) as file:
        file.write(CUBE.truth, 1)
    entries = "".join(
        f'<paletteEntry value="{code}" label="{name}" color="#00ff0{code}" alpha="255"/>'
        for code, name in enumerate(CLASSES, 1)
    )
    path.with_suffix(".qml").write_text(
        '<qgis><pipe><rasterrenderer type="paletted" band="1"><colorPalette>'
        f"{entries}</colorPalette></rasterrenderer></pipe></qgis>"
    )
    assert [entry.name for entry in read(path).classes] == list(CLASSES)


def test_another_field_of_scp_may_hold_the_class(tmp_path: Path) -> None:
    path = write_scpx(tmp_path, CUBE, BOXES, NAMES)
    assert [entry.code for entry in read(path).classes] == [1, 2, 3]
    found = read(path, "macroclass_name")
    assert [entry.value for entry in found.classes] == list(CLASSES)


def test_degrees_and_decimal_commas_in_a_table(tmp_path: Path) -> None:
    from rasterio.warp import transform

    points = [CUBE.place @ (column + 0.5, 4.5) for column in (5, 6, 20, 21)]
    longitude, latitude = transform(CUBE.crs, "EPSG:4326", *zip(*points, strict=True))
    rows = ["Klasse;Lon;Lat"]
    for number, (x, y) in enumerate(zip(longitude, latitude, strict=True)):
        rows.append(f"{number // 2};{x:.8f};{y:.8f}".replace(".", ","))
    rows.append("1;;")
    path = tmp_path / "points.csv"
    path.write_text("\n".join(rows))
    found = read(path, "klasse")
    assert labelled(found) == {(4, 5, "0"), (4, 6, "0"), (4, 20, "1"), (4, 21, "1")}
    assert "Features without a geometry, excluded: 1." in found.warnings


def test_map_coordinates_of_regions_in_text_are_used(tmp_path: Path) -> None:
    x, y = CUBE.place @ (7.5, 3.5)
    path = tmp_path / "r.txt"
    path.write_text(
        "; ENVI Output of ROIs (5.6)\n; Number of ROIs: 1\n; File Dimension: 9999 x 9999\n;\n"
        "; ROI name: a\n; ROI rgb value: {1, 2, 3}\n; ROI npts: 1\n"
        f";   ID    X    Y     Map X      Map Y  B1\n 1 5000 5000 {x} {y} 0.5\n"
    )
    assert labelled(read(path)) == {(3, 7, "a")}


def change(write: Writer, old: str, new: str) -> Callable[[Path], Path]:
    def changed(folder: Path) -> Path:
        path = write(folder, CUBE, BOXES, NAMES)
        content = path.read_text()
        assert old in content
        path.write_text(content.replace(old, new, 1))
        return path

    return changed


def archive(content: bytes, name: str = "geometry.gpkg") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / "l.scpx"
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as file:
            file.writestr(name, content)
        path.write_bytes(packed.getvalue())
        return path

    return write


def file(name: str, content: bytes) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    return write


DEEP = b'{"categories": ' + b"[" * 100_000
WRONG: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a classifier": (file("c.skops", b"PK"), "labels.no_samples"),
    "a pickle": (file("c.pkl", b"\x80"), "labels.no_samples"),
    "a project": (file("c.qgz", b"PK"), "labels.no_samples"),
    "a library": (file("c.sli", b"1234"), "labels.no_samples"),
    "an archive of something else": (archive(b"", "x.txt"), "labels.unreadable"),
    "an archive of a damaged layer": (archive(b"SQLite format 3\0"), "labels.unreadable"),
    "no archive": (file("l.scpx", b"PK\x03\x04 damaged"), "labels.unreadable"),
    "cut XML": (file("l.xml", b"<RegionsOfInterest><Region"), "labels.unreadable"),
    "XML with entities": (
        file("l.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><RegionsOfInterest>&b;</RegionsOfInterest>'),
        "labels.unreadable",
    ),
    "XML without regions": (file("l.xml", b"<RegionsOfInterest/>"), "labels.none"),
    "an unknown coordinate system": (
        change(write_roi_xml, "PROJCS", "NOTHING"), "labels.unreadable"
    ),
    "a coordinate that is missing": (
        change(write_roi_xml, "<Coordinates>", "<Coordinates>1 "), "labels.unreadable"
    ),
    "a coordinate that is infinite": (
        change(write_roi_xml, "<Coordinates>", "<Coordinates>inf inf "), "labels.unreadable"
    ),
    "pixels of another image": (change(write_roi_text, "42 x 30", "43 x 30"), "labels.other_image"),
    "more pixels than there are": (
        change(write_roi_text, "npts: 48", "npts: 480000"), "labels.unreadable"
    ),
    "a negative number of pixels": (
        change(write_roi_text, "npts: 48", "npts: -48"), "labels.unreadable"
    ),
    "titles that are missing": (change(write_roi_text, ";   ID", ";   No"), "labels.unreadable"),
    "a class column that is missing": (
        change(write_point_table, "class", "x2"), "labels.unreadable"
    ),
    "JSON that is cut": (change(write_dataset, '"crs"', '"crs'), "labels.unreadable"),
    "JSON without locations": (change(write_dataset, '"locations"', '"x"'), "labels.unreadable"),
    "fewer locations than samples": (change(write_dataset, "[[1], ", "["), "labels.unreadable"),
    "deep JSON": (file("l.json", DEEP), "labels.unreadable"),
}  # fmt: skip


@pytest.mark.parametrize(("write", "code"), WRONG.values(), ids=WRONG)
def test_what_is_damaged_or_no_training_samples_is_refused(
    tmp_path: Path, write: Callable[[Path], Path], code: str
) -> None:
    with pytest.raises(UserError) as caught:
        read(write(tmp_path))
    assert caught.value.code == code, caught.value
    assert caught.value.hint


@pytest.mark.parametrize("tool", WRITERS)
def test_damage_ends_in_training_samples_or_in_an_error(tmp_path: Path, tool: str) -> None:
    rng = np.random.default_rng(2)
    path = WRITERS[tool](tmp_path, CUBE, BOXES, NAMES)
    content = path.read_bytes()
    outcomes: set[Any] = set()
    for _ in range(40):
        damaged = bytearray(content)
        for position in rng.integers(0, len(damaged), rng.integers(1, 5)):
            damaged[position] = rng.integers(0, 256)
        path.write_bytes(damaged[: rng.integers(1, len(damaged) + 1)])
        try:
            outcomes.add(len(read(path, "class" if tool == "CSV" else None)) > 0)
        except UserError as error:
            outcomes.add(error.code)
    assert outcomes


def test_a_table_of_geometries_is_still_read_as_a_layer(tmp_path: Path) -> None:
    x, y = CUBE.place @ (7.5, 3.5)
    path = tmp_path / "l.csv"
    path.write_text(f'WKT,class,x,y\n"POINT ({x} {y})",a,0,0\n')
    assert labelled(read(path, "class")) == {(3, 7, "a")}


def test_geojson_is_still_read_as_a_layer(tmp_path: Path) -> None:
    path = write_labels(tmp_path / "l.json", CUBE, field_name="categories")
    assert len(read(path, "categories")) == 144
    path = write_labels(tmp_path / "l.json", CUBE)
    assert json.loads(path.read_text())["type"] == "FeatureCollection"
    assert len(read(path, "class")) == 144


@pytest.mark.parametrize("code", ["--5", "9" * 40, "٣", "5-", "1.0", "0x1"])
def test_what_only_looks_like_a_code_is_a_name(tmp_path: Path, code: str) -> None:
    first, second = (CUBE.place @ (column + 0.5, 4.5) for column in (5, 20))
    path = tmp_path / "points.csv"
    rows = [f"{code},{first[0]},{first[1]}", f"2,{second[0]},{second[1]}"]
    path.write_text("\n".join(["class,x,y", *rows]))
    assert {entry.value for entry in read(path).classes} == {code, "2"}
    data = {
        "categories": [],
        "y": [[code], ["2"]],
        "locations": [first, second],
        "crs": CUBE.crs,
    }
    path = tmp_path / "points.json"
    path.write_text(json.dumps(data))
    assert {entry.value for entry in read(path).classes} == {code, "2"}
