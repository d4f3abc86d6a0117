"""Class names and colours are read from all the places where programs store them."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
import rasterio
import rasterio.shutil

from backend.core.errors import UserError
from backend.labels.classes import ClassStyle
from backend.labels.label_raster import read_label_raster
from backend.labels.raster_class_names import read_raster_class_names
from backend.metrics.class_map import NO_CLASS, ClassRaster
from backend.scene.grid import Grid
from backend.scene.sources import open_dataset
from tests.fixtures.class_rasters import (
    CRS,
    NAME_FORMATS,
    TRANSFORM,
    write_categories,
    write_codes,
    write_style,
    write_table,
)

pytestmark = pytest.mark.backend


NAMES = {1: "water", 2: "forêt & <wood>", 4: "road"}


CODES = np.array([[1, 2, 4, 4], [1, 1, 2, 3]], np.uint8)


GRID = Grid(4, 2, TRANSFORM, rasterio.CRS.from_user_input(CRS))


def names_of(path: Path | str) -> dict[int, str]:
    """The class names of a raster by code."""
    with open_dataset(str(path)) as dataset:
        return dict(read_raster_class_names(dataset).names)


@pytest.mark.parametrize("kind", NAME_FORMATS)
def test_class_maps_and_label_rasters_have_the_names_in_their_file(
    tmp_path: Path, kind: str
) -> None:
    names = {1: "water", 2: "forêt", 4: "road"}
    path = NAME_FORMATS[kind](tmp_path, CODES, names)
    with ClassRaster(str(path)) as raster:
        assert [raster.name(code) for code in (1, 2, 3, 4)] == ["water", "forêt", "3", "road"]
    classes = read_label_raster(str(path), GRID).classes
    assert [entry.name for entry in classes] == ["water", "forêt", "3", "road"]


def test_a_virtual_raster_has_the_names_of_its_source(tmp_path: Path) -> None:
    path = NAME_FORMATS["category names"](tmp_path, CODES, {1: "water", 2: "forest"})
    rasterio.shutil.copy(path, tmp_path / "v.vrt", driver="VRT")
    assert names_of(tmp_path / "v.vrt") == {1: "water", 2: "forest"}


def test_names_are_taken_from_the_source_with_the_highest_priority(tmp_path: Path) -> None:
    path = write_codes(tmp_path / "c.tif", CODES)
    write_categories(path, {1: "from list", 2: "from list", 3: "from list"})
    write_style(path, {1: "from style", 2: "2", 4: ""})
    with rasterio.open(path, "r+") as raster:
        raster.update_tags(GEODIFFNET_CLASSES='{"4": "from tag", "3": "from tag"}')
    found = {1: "from style", 2: "from list", 3: "from list", 4: "from tag"}
    assert names_of(path) == found


def test_contradicting_sources_are_reported(tmp_path: Path) -> None:
    path = write_codes(tmp_path / "c.tif", CODES)
    write_table(path, {1: "water", 2: "forest"})
    write_style(path, {1: "forest", 2: "water"})
    with ClassRaster(str(path)) as raster:
        assert raster.name(1) == "forest"
        (note,) = raster.notes
    assert "“forest”, “water”" in note


def test_colours_of_the_style_are_used(tmp_path: Path) -> None:
    path = write_codes(tmp_path / "c.tif", CODES)
    write_style(path, NAMES)
    with ClassRaster(str(path)) as raster:
        assert raster.styles([1, 2]) == {
            1: ("water", "#112233"),
            2: ("forêt & <wood>", "#122233"),
        }


def test_styles_of_the_user_have_priority(tmp_path: Path) -> None:
    path = write_codes(tmp_path / "c.tif", CODES)
    write_style(path, NAMES)
    styles = [ClassStyle("1", "lake", "#010203"), ClassStyle("2", "")]
    with ClassRaster(str(path), styles=styles) as raster:
        assert [raster.name(code) for code in (1, 2)] == ["lake", "forêt & <wood>"]
    classes = read_label_raster(str(path), GRID, styles).classes
    assert [entry.name for entry in classes] == ["lake", "forêt & <wood>", "3", "road"]
    assert classes[0].colour == "#010203"


@pytest.mark.parametrize(("kind", "band"), [("DISCRETE", 1), ("INTERPOLATED", 1), ("paletted", 2)])
def test_styles_that_do_not_assign_single_codes_have_no_names(
    tmp_path: Path, kind: str, band: int
) -> None:
    path = write_codes(tmp_path / "c.tif", CODES)
    write_style(path, NAMES, kind, band)
    assert names_of(path) == {}


def test_an_erdas_table_has_a_row_for_each_code(tmp_path: Path) -> None:
    """The driver cannot write one, but the `.aux.xml` file can hold it."""
    path = write_codes(tmp_path / "c.tif", CODES)
    Path(f"{path}.aux.xml").write_text(
        '<PAMDataset><PAMRasterBand band="1"><GDALRasterAttributeTable row0Min="0" binSize="1">'
        '<FieldDefn index="0"><Name>Histogram</Name><Type>1</Type><Usage>1</Usage></FieldDefn>'
        '<FieldDefn index="1"><Name>Class_Names</Name><Type>2</Type><Usage>2</Usage>'
        '</FieldDefn><Row index="0"><F>0</F><F>Unclassified</F></Row><Row index="1"><F>7</F>'
        "<F>Heath</F></Row></GDALRasterAttributeTable></PAMRasterBand></PAMDataset>"
    )
    assert names_of(path) == {0: "Unclassified", 1: "Heath"}


def test_a_style_that_is_damaged_or_too_large_or_a_folder_is_ignored(tmp_path: Path) -> None:
    path = write_codes(tmp_path / "c.tif", CODES)
    style = path.with_suffix(".qml")
    bomb = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><qgis>&c;</qgis>'
    for content in ("", "<qgis>", bomb, "\0" * 10, "<qgis/>", "<a>" * 100_000):
        style.write_text(content)
        assert names_of(path) == {}
    style.write_bytes(b"<qgis>" + b" " * (33 * 2**20) + b"</qgis>")
    assert names_of(path) == {}
    style.unlink()
    style.mkdir()
    assert names_of(path) == {}


def test_a_pipe_named_like_a_style_is_refused(tmp_path: Path) -> None:
    path = write_codes(tmp_path / "c.tif", CODES)
    os.mkfifo(path.with_suffix(".qml"))
    with pytest.raises(UserError, match="is a pipe or a device"):
        names_of(path)


@pytest.mark.parametrize(
    "value", ["1e3", "1.5", "nan", "-", "9" * 30, "0x1", "²", "٣", "1 2", "", " "]
)
def test_values_that_are_not_integers_are_ignored(tmp_path: Path, value: str) -> None:
    path = write_codes(tmp_path / "c.tif", CODES)
    style = write_style(path, {1: "water"})
    style.write_text(style.read_text().replace('value="1"', f'value="{value}"'))
    assert names_of(path) == {}


def test_codes_with_the_same_name_are_merged_in_a_class_map(tmp_path: Path) -> None:
    path = write_codes(tmp_path / "c.tif", CODES)
    write_style(path, {1: "forest", 2: "water", 4: "forest\u200b"})
    with ClassRaster(str(path)) as raster:
        found = raster.read(raster.grid.extent)
        assert set(raster.names.values()) == {"forest", "water"}
        (note,) = raster.notes
    np.testing.assert_array_equal(found, [[1, 2, 1, 1], [1, 1, 2, 3]])
    assert "“forest” (1, 4)" in note


def test_strata_with_the_same_name_are_not_merged(tmp_path: Path) -> None:
    path = write_codes(tmp_path / "c.tif", CODES)
    write_style(path, {1: "rest", 2: "rest"})
    with ClassRaster(str(path), strata=True) as raster:
        np.testing.assert_array_equal(raster.read(raster.grid.extent), CODES)


def test_code_0_is_not_merged_with_a_class(tmp_path: Path) -> None:
    codes = CODES.copy()
    codes[0, 0] = 0
    path = write_codes(tmp_path / "c.tif", codes)
    write_style(path, {0: "Unclassified", 1: "forest", 4: "forest"})
    with ClassRaster(str(path)) as raster:
        assert raster.read(raster.grid.extent)[0, 0] == NO_CLASS


@pytest.mark.parametrize(
    "kind", ["category names", "QGIS style"], ids=lambda kind: kind.replace(" ", "-")
)
def test_a_label_raster_with_a_repeated_name_gets_a_warning(tmp_path: Path, kind: str) -> None:
    path = NAME_FORMATS[kind](tmp_path, CODES, {1: "forest", 2: "Forest", 4: "forest"})
    warnings = read_label_raster(str(path), GRID).warnings
    assert any("same name: “forest” (1, 4)" in warning for warning in warnings)
    assert any("“forest” and “Forest”" in warning for warning in warnings)
