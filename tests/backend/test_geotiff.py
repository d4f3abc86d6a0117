"""The content of map files, as QGIS and gdalinfo read it."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from defusedxml import ElementTree
from rasterio.windows import Window

from backend import worker
from backend.common import protocol
from backend.core.errors import UserError
from backend.files.pending_files import PendingFiles
from backend.labels.classes import MapClass
from backend.mapping.geotiff import MapWriter
from backend.scene.grid import Grid
from tests.fixtures.cubes import Cube, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend

CLASSES = (
    MapClass(1, "w", "open water", "#2f7fd1"),
    MapClass(2, "t", 'tree <&"> ü', "#1b6e34"),
    MapClass(5, "r", "roof", "#d1453b"),
)
SIDE = 600


def write_map(
    folder: Path, classes: tuple[MapClass, ...] = CLASSES, grid: Grid | None = None
) -> dict[str, Path]:
    """A map with confidence and probabilities; its first row has no data."""
    place = Affine(10, 0, 500_000, 0, -10, 5_800_000)
    grid = grid or Grid(SIDE, SIDE, place, rasterio.CRS.from_epsg(32633))
    rng = np.random.default_rng(1)
    probabilities = rng.dirichlet(np.ones(len(classes)), (grid.height, grid.width))
    valid = np.ones((grid.height, grid.width), bool)
    valid[0] = False
    names = {name: folder / f"{name}.tif" for name in ("map", "confidence", "probabilities")}
    with PendingFiles() as files:
        with MapWriter(
            files, grid, classes, names["map"], names["confidence"], names["probabilities"],
            {"GEODIFFNET_METHOD": "rf"},
        ) as writer:  # fmt: skip
            for top in range(0, grid.height, 256):
                block = Window(0, top, grid.width, min(256, grid.height - top))
                rows = slice(top, top + block.height)
                writer.write(block, probabilities[rows][valid[rows]].astype("f4"), valid[rows])
            assert writer.finish() == names
        files.publish()
    return names


def test_map_confidence_and_probabilities_agree(tmp_path: Path) -> None:
    names = write_map(tmp_path)
    with rasterio.open(names["probabilities"]) as file:
        chances = file.read()
        assert file.descriptions == tuple(entry.name for entry in CLASSES)
        colours = [file.tags(number)["color"] for number in file.indexes]
        assert colours == [entry.colour for entry in CLASSES]
        assert file.nodata == -1
    with rasterio.open(names["map"]) as file:
        codes = file.read(1)
        assert file.dtypes == ("uint8",)
        assert file.nodata == 0
        assert (file.block_shapes, file.compression.name) == ([(256, 256)], "deflate")
        assert file.overviews(1) == [2, 4]
    with rasterio.open(names["confidence"]) as file:
        percent = file.read(1)
        assert file.nodata == 255
    assert (codes[0] == 0).all()
    assert (percent[0] == 255).all()
    assert (chances[:, 0] == -1).all()
    np.testing.assert_array_equal(codes[1:], np.array([1, 2, 5])[chances[:, 1:].argmax(axis=0)])
    np.testing.assert_array_equal(percent[1:], np.round(chances[:, 1:].max(axis=0) * 100))


def test_names_and_colours_are_in_the_file_and_its_sidecars(tmp_path: Path) -> None:
    names = write_map(tmp_path)
    with rasterio.open(names["map"]) as file:
        colours = file.colormap(1)
        assert [colours[entry.code][:3] for entry in CLASSES] == [entry.rgb for entry in CLASSES]
        assert colours[0][3] == 0
    band = ElementTree.parse(f"{names['map']}.aux.xml").getroot().find("PAMRasterBand")
    assert band is not None
    listed = [element.text or "" for element in band.findall("CategoryNames/Category")]
    assert {code: name for code, name in enumerate(listed) if name} == {
        entry.code: entry.name for entry in CLASSES
    }
    rows = [[field.text for field in row] for row in band.findall("GDALRasterAttributeTable/Row")]
    assert [(row[0], row[1]) for row in rows] == [(str(c.code), c.name) for c in CLASSES]
    style = ElementTree.parse(names["map"].with_suffix(".qml")).getroot()
    entries = [
        (entry.get("value"), entry.get("label"), entry.get("color"))
        for entry in style.iter("paletteEntry")
    ]
    assert entries == [(str(c.code), c.name, c.colour) for c in CLASSES]


@pytest.mark.skipif(shutil.which("gdalinfo") is None, reason="gdalinfo is not installed")
def test_gdalinfo_lists_names_colours_and_metadata(tmp_path: Path) -> None:
    names = write_map(tmp_path)
    done = subprocess.run(
        ["gdalinfo", "-json", str(names["map"])], check=True, capture_output=True, text=True
    )
    info = json.loads(done.stdout)
    (band,) = info["bands"]
    assert [band["colorTable"]["entries"][c.code][:3] for c in CLASSES] == [
        list(entry.rgb) for entry in CLASSES
    ]
    text = subprocess.run(
        ["gdalinfo", str(names["map"])], check=True, capture_output=True, text=True
    ).stdout
    assert "Categories:" in text
    assert "1: open water" in text
    assert "5: roof" in text
    assert "<GDALRasterAttributeTable" in text
    assert "GEODIFFNET_METHOD=rf" in text
    assert "GEODIFFNET_DATE=20" in text


def test_codes_above_255_are_kept(tmp_path: Path) -> None:
    classes = (
        MapClass(311, "311", "broadleaf", "#00aa00"),
        MapClass(4000, "4000", "sea", "#0000aa"),
    )
    names = write_map(tmp_path, classes)
    with rasterio.open(names["map"]) as file:
        assert file.dtypes == ("uint16",)
        assert set(np.unique(file.read(1)).tolist()) == {0, 311, 4000}
        assert file.colormap(1)[4000] == (0, 0, 170, 255)
    text = Path(f"{names['map']}.aux.xml").read_text()
    assert "sea" in text
    assert "<Category>" not in text  # 4000 lines, almost all of them empty


def test_map_files_do_not_depend_on_the_date(tmp_path: Path) -> None:
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    first, second = (write_map(folder) for folder in folders)
    for name in first:
        assert first[name].read_bytes() == second[name].read_bytes()
    assert "GEODIFFNET_DATE" in Path(f"{first['map']}.aux.xml").read_text()
    assert b"GEODIFFNET_DATE" not in first["map"].read_bytes()


@pytest.mark.parametrize(
    "place",
    [
        Affine.translation(390_000, 5_810_000) @ Affine.rotation(23) @ Affine.scale(30, -30),
        Affine.identity(),
    ],
    ids=["rotated", "without a place"],
)
def test_a_map_has_the_georeferencing_of_its_scene(tmp_path: Path, place: Affine) -> None:
    crs = None if place == Affine.identity() else rasterio.CRS.from_epsg(32633)
    names = write_map(tmp_path, grid=Grid(40, 30, place, crs))
    for name in names.values():
        with rasterio.open(name) as file:
            assert file.transform.almost_equals(place)
            assert file.crs == crs


def test_sidecars_of_a_replaced_map_are_removed(tmp_path: Path) -> None:
    """Files written by this software, and statistics that GDAL wrote later."""
    write_map(tmp_path, CLASSES[:2])
    old = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    noted = (
        '<PAMDataset><PAMRasterBand band="1"><Metadata><MDI key="STATISTICS_MEAN">1</MDI>'
        "</Metadata></PAMRasterBand></PAMDataset>"
    )
    (tmp_path / "confidence.tif.aux.xml").write_text(noted)
    write_map(tmp_path)
    assert not (tmp_path / "confidence.tif.aux.xml").exists()
    assert {path.name for path in tmp_path.iterdir()} == set(old)
    for name in ("map.qml", "map.tif.aux.xml"):
        assert (tmp_path / name).read_bytes() != old[name]


def test_a_second_job_with_the_same_output_is_refused_until_the_first_ends(tmp_path: Path) -> None:
    target = tmp_path / "map.tif"
    target.write_text("the old one")
    with PendingFiles() as first:
        first.reserve(target)
        with PendingFiles() as second, pytest.raises(UserError) as caught:
            second.reserve(target)
        assert caught.value.code == "output.busy"
        failure = classify(tmp_path, make_cube())[-1]
        assert isinstance(failure, protocol.Failure)
        assert failure.code == "output.busy"
    assert target.read_text() == "the old one"
    with PendingFiles() as third:
        third.reserve(target)
    assert not list(tmp_path.glob(".*"))


def classify(folder: Path, cube: Cube, **settings: object) -> list[protocol.Event]:
    """Run a job in this process, as the worker does."""
    scene = write_geotiff(folder / "scene.tif", cube)
    labels = write_labels(folder / "labels.gpkg", cube)
    given = {"image": str(scene), "labels": str(labels), "class_field": "class", "method": "rf"}
    job = protocol.Job("classify", {**given, "output": str(folder / "map.tif"), **settings})
    events: list[protocol.Event] = []
    worker.run_job(protocol.encode_job(job), events.append, threading.Event())
    return events


def test_the_map_does_not_depend_on_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.classifiers.classic.TREES", 8)
    cube = make_cube()
    maps = []
    for pixels in (10**6, 300):
        monkeypatch.setattr("backend.scene.raster.Scene.max_pixels", pixels)
        folder = tmp_path / str(pixels)
        folder.mkdir()
        if pixels == 300:
            monkeypatch.setattr("backend.scene.raster.block_budget", lambda whole: 1)
        unlike = folder / "unlike.tif"
        events = classify(folder, cube, memory_mb=2048, applicability=str(unlike))
        assert isinstance(events[-1], protocol.Result), events[-1]
        maps.append((folder / "map.tif").read_bytes() + unlike.read_bytes())
    assert maps[0] == maps[1]


def test_second_choice_and_margin_follow_from_the_probabilities(tmp_path: Path) -> None:
    grid = Grid(3, 2, Affine.identity(), None)
    probabilities = np.array(
        [[0.5, 0.3, 0.2], [0.1, 0.45, 0.45], [0.2, 0.2, 0.6], [0.0, 1.0, 0.0]], np.float32
    )
    valid = np.array([[True, True, False], [True, True, False]])
    targets = {kind: tmp_path / f"{kind}.tif" for kind in ("map", "second_choice", "margin")}
    with PendingFiles() as files:
        with MapWriter(
            files, grid, CLASSES[:3], targets["map"], second_choice=targets["second_choice"],
            margin=targets["margin"],
        ) as writer:  # fmt: skip
            writer.write(Window(0, 0, 3, 2), probabilities, valid)
            assert writer.finish() == targets
        files.publish()
    codes = [entry.code for entry in CLASSES[:3]]
    with rasterio.open(targets["second_choice"]) as file:
        assert file.read(1).tolist() == [[codes[1], codes[2], 0], [codes[0], codes[0], 0]]
        assert file.colormap(1)[codes[0]][:3] == CLASSES[0].rgb
    with rasterio.open(targets["margin"]) as file:
        assert file.read(1).tolist() == [[20, 0, 255], [40, 100, 255]]
        assert file.nodata == 255
    assert CLASSES[0].name in targets["second_choice"].with_suffix(".qml").read_text()
    assert "either class" in targets["margin"].with_suffix(".qml").read_text()
    assert (tmp_path / "second_choice.tif.aux.xml").is_file()
