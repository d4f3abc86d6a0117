"""Codes have their names from wherever a program keeps them; names that look alike are one."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import rasterio.shutil
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.core.errors import UserError
from backend.labels.classes import ClassStyle, make_classes
from backend.labels.label_raster import read_label_raster
from backend.labels.raster_class_names import read_raster_class_names
from backend.labels.similar_names import case_difference_notes, normalise_name
from backend.labels.vector import read_training_pixels
from backend.metrics.class_map import NO_CLASS, ClassRaster
from backend.pipeline.multiple_scenes import _merge_classes
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
    with open_dataset(str(path)) as dataset:
        return dict(read_raster_class_names(dataset).names)


class TestSources:
    """Where names come from."""

    @pytest.mark.parametrize("way", NAME_FORMATS)
    def test_maps_and_label_rasters_have_the_names_of_their_file(
        self, tmp_path: Path, way: str
    ) -> None:
        names = {1: "water", 2: "forêt", 4: "road"}
        path = NAME_FORMATS[way](tmp_path, CODES, names)
        with ClassRaster(str(path)) as raster:
            assert [raster.name(code) for code in (1, 2, 3, 4)] == ["water", "forêt", "3", "road"]
        classes = read_label_raster(str(path), GRID).classes
        assert [entry.name for entry in classes] == ["water", "forêt", "3", "road"]

    def test_a_virtual_raster_has_the_names_of_what_it_shows(self, tmp_path: Path) -> None:
        path = NAME_FORMATS["category names"](tmp_path, CODES, {1: "water", 2: "forest"})
        rasterio.shutil.copy(path, tmp_path / "v.vrt", driver="VRT")
        assert names_of(tmp_path / "v.vrt") == {1: "water", 2: "forest"}

    def test_each_code_has_the_name_of_the_first_source_that_has_one(self, tmp_path: Path) -> None:
        path = write_codes(tmp_path / "c.tif", CODES)
        write_categories(path, {1: "from list", 2: "from list", 3: "from list"})
        write_style(path, {1: "from style", 2: "2", 4: ""})
        with rasterio.open(path, "r+") as raster:
            raster.update_tags(GEODIFFNET_CLASSES='{"4": "from tag", "3": "from tag"}')
        found = {1: "from style", 2: "from list", 3: "from list", 4: "from tag"}
        assert names_of(path) == found

    def test_sources_that_contradict_each_other_are_said(self, tmp_path: Path) -> None:
        path = write_codes(tmp_path / "c.tif", CODES)
        write_table(path, {1: "water", 2: "forest"})
        write_style(path, {1: "forest", 2: "water"})
        with ClassRaster(str(path)) as raster:
            assert raster.name(1) == "forest"
            (note,) = raster.notes
        assert "“forest”, “water”" in note

    def test_colours_of_the_style_are_used(self, tmp_path: Path) -> None:
        path = write_codes(tmp_path / "c.tif", CODES)
        write_style(path, NAMES)
        with ClassRaster(str(path)) as raster:
            assert raster.styles([1, 2]) == {
                1: ("water", "#112233"),
                2: ("forêt & <wood>", "#122233"),
            }

    def test_names_that_somebody_gives_go_first(self, tmp_path: Path) -> None:
        path = write_codes(tmp_path / "c.tif", CODES)
        write_style(path, NAMES)
        styles = [ClassStyle("1", "lake", "#010203"), ClassStyle("2", "")]
        with ClassRaster(str(path), styles=styles) as raster:
            assert [raster.name(code) for code in (1, 2)] == ["lake", "forêt & <wood>"]
        classes = read_label_raster(str(path), GRID, styles).classes
        assert [entry.name for entry in classes] == ["lake", "forêt & <wood>", "3", "road"]
        assert classes[0].colour == "#010203"

    @pytest.mark.parametrize(
        ("kind", "band"), [("DISCRETE", 1), ("INTERPOLATED", 1), ("paletted", 2)]
    )
    def test_styles_that_do_not_draw_by_the_codes_name_nothing(
        self, tmp_path: Path, kind: str, band: int
    ) -> None:
        path = write_codes(tmp_path / "c.tif", CODES)
        write_style(path, NAMES, kind, band)
        assert names_of(path) == {}

    def test_an_erdas_table_has_a_row_for_each_code(self, tmp_path: Path) -> None:
        """The driver itself cannot write one, but PAM keeps what it would say."""
        path = write_codes(tmp_path / "c.tif", CODES)
        Path(f"{path}.aux.xml").write_text(
            '<PAMDataset><PAMRasterBand band="1"><GDALRasterAttributeTable row0Min="0" binSize="1">'
            '<FieldDefn index="0"><Name>Histogram</Name><Type>1</Type><Usage>1</Usage></FieldDefn>'
            '<FieldDefn index="1"><Name>Class_Names</Name><Type>2</Type><Usage>2</Usage>'
            '</FieldDefn><Row index="0"><F>0</F><F>Unclassified</F></Row><Row index="1"><F>7</F>'
            "<F>Heath</F></Row></GDALRasterAttributeTable></PAMRasterBand></PAMDataset>"
        )
        assert names_of(path) == {0: "Unclassified", 1: "Heath"}

    def test_a_style_that_is_damaged_huge_or_no_file_is_as_good_as_none(
        self, tmp_path: Path
    ) -> None:
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

    def test_a_pipe_in_the_place_of_a_style_is_refused(self, tmp_path: Path) -> None:
        path = write_codes(tmp_path / "c.tif", CODES)
        os.mkfifo(path.with_suffix(".qml"))
        with pytest.raises(UserError, match="is a pipe or a device"):
            names_of(path)

    @pytest.mark.parametrize(
        "value", ["1e3", "1.5", "nan", "-", "9" * 30, "0x1", "²", "٣", "1 2", "", " "]
    )
    def test_values_that_are_no_codes_name_nothing(self, tmp_path: Path, value: str) -> None:
        path = write_codes(tmp_path / "c.tif", CODES)
        style = write_style(path, {1: "water"})
        style.write_text(style.read_text().replace('value="1"', f'value="{value}"'))
        assert names_of(path) == {}


class TestSameNames:
    """What looks the same is one class."""

    def test_codes_of_one_name_are_one_class_of_a_map(self, tmp_path: Path) -> None:
        path = write_codes(tmp_path / "c.tif", CODES)
        write_style(path, {1: "forest", 2: "water", 4: "forest\u200b"})
        with ClassRaster(str(path)) as raster:
            found = raster.read(raster.grid.extent)
            assert set(raster.names.values()) == {"forest", "water"}
            (note,) = raster.notes
        np.testing.assert_array_equal(found, [[1, 2, 1, 1], [1, 1, 2, 3]])
        assert "“forest” (1, 4)" in note

    def test_codes_of_one_name_stay_strata_of_their_own(self, tmp_path: Path) -> None:
        path = write_codes(tmp_path / "c.tif", CODES)
        write_style(path, {1: "rest", 2: "rest"})
        with ClassRaster(str(path), strata=True) as raster:
            np.testing.assert_array_equal(raster.read(raster.grid.extent), CODES)

    def test_pixels_without_a_class_stay_without_one(self, tmp_path: Path) -> None:
        codes = CODES.copy()
        codes[0, 0] = 0
        path = write_codes(tmp_path / "c.tif", codes)
        write_style(path, {0: "Unclassified", 1: "forest", 4: "forest"})
        with ClassRaster(str(path)) as raster:
            assert raster.read(raster.grid.extent)[0, 0] == NO_CLASS

    @pytest.mark.parametrize(
        "kind", ["category names", "QGIS style"], ids=lambda kind: kind.replace(" ", "-")
    )
    def test_a_label_raster_with_a_name_twice_is_told(self, tmp_path: Path, kind: str) -> None:
        path = NAME_FORMATS[kind](tmp_path, CODES, {1: "forest", 2: "Forest", 4: "forest"})
        warnings = read_label_raster(str(path), GRID).warnings
        assert any("same name: “forest” (1, 4)" in warning for warning in warnings)
        assert any("“forest” and “Forest”" in warning for warning in warnings)


SAME = [
    "Gebüsch",
    unicodedata.normalize("NFD", "Gebüsch"),
    "Gebu\u0308sch",
    "Geb\u200büsch",
    "\ufeffGebüsch",
    "Gebüsch\u200e",
    "Geb\u00adüsch",
    "Gebu\u200b\u0308sch",
    "Gebüsch\ufe0f",
    "Geb\u200düsch",
    " Gebüsch\u00a0",
    "Gebüsch\x00",
]


class TestSpelling:
    """Names in labels."""

    def labels(self, path: Path, values: list[str]) -> Path:
        points = [
            shapely.Point(*(TRANSFORM @ (n % 4 + 0.5, n // 4 + 0.5))) for n in range(len(values))
        ]
        pyogrio.raw.write(
            path,
            shapely.to_wkb(np.array(points, object)),
            [np.array(values, object)],
            ["class"],
            driver="GPKG",
            geometry_type="Point",
            crs=CRS,
        )
        return path

    @pytest.mark.parametrize("other", SAME[:-1])
    def test_forms_of_a_name_are_one_class_and_that_is_said(
        self, tmp_path: Path, other: str
    ) -> None:
        path = self.labels(tmp_path / "l.gpkg", ["Gebüsch", other, "Wald"])
        training_pixels = read_training_pixels(path, "class", GRID)
        assert [entry.name for entry in training_pixels.classes] == ["Gebüsch", "Wald"]
        told = [warning for warning in training_pixels.warnings if "look the same" in warning]
        assert bool(told) == (other.strip() != "Gebüsch")
        assert all("“Gebüsch” (2)" in warning for warning in told)

    def test_capital_letters_make_classes_of_their_own_and_a_warning_names_both(
        self, tmp_path: Path
    ) -> None:
        path = self.labels(tmp_path / "l.gpkg", ["Wald", "wald", "See", "WALD"])
        training_pixels = read_training_pixels(path, "class", GRID)
        assert len(training_pixels.classes) == 4
        (warning,) = [text for text in training_pixels.warnings if "capital letters" in text]
        assert all(f"“{name}”" in warning for name in ("Wald", "wald", "WALD"))
        assert "See" not in warning

    def test_letters_that_only_resemble_each_other_stay_apart(self) -> None:
        names = ["ﬁeld", "field", "Straße", "Strasse", "a", "а", "m²", "m2"]
        assert len({normalise_name(name) for name in names}) == len(names)

    @pytest.mark.parametrize("name", ["جنگل‌ها", "क्‍ष", "👩‍🌾 field", "森林", "İstanbul", "ǅ"])
    def test_letters_that_need_invisible_characters_keep_them(self, name: str) -> None:
        assert normalise_name(name) == unicodedata.normalize("NFC", name)

    @pytest.mark.parametrize("name", SAME)
    def test_plain_names_are_equal(self, name: str) -> None:
        assert normalise_name(name) == "Gebüsch"

    @settings(deadline=None, max_examples=300)
    @given(st.text())
    def test_a_plain_name_is_plain_in_any_form(self, text: str) -> None:
        plain = normalise_name(text)
        assert normalise_name(plain) == plain
        assert normalise_name(unicodedata.normalize("NFD", text)) == plain
        assert normalise_name(f" {text}\ufeff") == plain
        assert plain.strip() == plain

    def test_the_dotless_i_of_turkish_is_no_other_case(self) -> None:
        assert not case_difference_notes(["ışık", "işik"])
        assert case_difference_notes(["GRASS", "grass"])

    def test_styles_find_their_values_in_any_form(self) -> None:
        given_ = [ClassStyle("Gebu\u0308sch\u200b", "Bu\u0308sche", "#010203")]
        (entry,) = make_classes([normalise_name("Gebüsch")], False, given_)
        assert (entry.name, entry.colour) == ("Büsche", "#010203")


class _Pixels:
    """As much of labelled pixels as it takes to find the classes of several scenes."""

    def __init__(self, names: dict[int, str]):
        styles = [ClassStyle(str(code), name) for code, name in names.items()]
        self.classes = make_classes([str(code) for code in names], True, styles)


class TestSeveralScenes:
    """Codes of several label rasters are those of one list, or it is refused."""

    def test_the_same_list_gives_its_classes(self) -> None:
        scenes = [_Pixels({1: "water", 2: "tree"}), _Pixels({2: "tree", 3: "road"})]
        assert [entry.name for entry in _merge_classes(scenes)] == ["water", "tree", "road"]

    def test_a_name_that_is_missing_in_one_is_no_contradiction(self) -> None:
        scenes = [_Pixels({1: "water", 2: "tree"}), _Pixels({1: "", 2: "tree"})]
        assert [entry.name for entry in _merge_classes(scenes)] == ["water", "tree"]

    @pytest.mark.parametrize(
        "other", [{1: "tree", 2: "water"}, {2: "water"}, {1: "tree"}, {1: "Water", 2: "tree"}]
    )
    def test_another_list_is_refused(self, other: dict[int, str]) -> None:
        with pytest.raises(UserError) as caught:
            _merge_classes([_Pixels({1: "water", 2: "tree"}), _Pixels(other)])
        assert caught.value.code == "labels.conflicting_codes"
