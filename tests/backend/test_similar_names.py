"""Class names that look the same are the same class; names that differ in case are not."""

from __future__ import annotations

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

from backend.labels.classes import ClassStyle, make_classes
from backend.labels.similar_names import case_difference_notes, normalise_name
from backend.labels.vector import read_training_pixels
from backend.scene.grid import Grid
from tests.fixtures.class_rasters import (
    CRS,
    TRANSFORM,
)

pytestmark = pytest.mark.backend


GRID = Grid(4, 2, TRANSFORM, rasterio.CRS.from_user_input(CRS))


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


def write_labels(path: Path, values: list[str]) -> Path:
    """A layer of points with these classes, one in each pixel of the grid."""
    points = [shapely.Point(*(TRANSFORM @ (n % 4 + 0.5, n // 4 + 0.5))) for n in range(len(values))]
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
def test_spellings_of_a_name_are_one_class_with_a_note(tmp_path: Path, other: str) -> None:
    path = write_labels(tmp_path / "l.gpkg", ["Gebüsch", other, "Wald"])
    training_pixels = read_training_pixels(path, "class", GRID)
    assert [entry.name for entry in training_pixels.classes] == ["Gebüsch", "Wald"]
    notes = [warning for warning in training_pixels.warnings if "look the same" in warning]
    assert bool(notes) == (other.strip() != "Gebüsch")
    assert all("“Gebüsch” (2)" in warning for warning in notes)


def test_names_that_differ_in_case_are_separate_classes_with_a_warning(tmp_path: Path) -> None:
    path = write_labels(tmp_path / "l.gpkg", ["Wald", "wald", "See", "WALD"])
    training_pixels = read_training_pixels(path, "class", GRID)
    assert len(training_pixels.classes) == 4
    (warning,) = [text for text in training_pixels.warnings if "in case only" in text]
    assert all(f"“{name}”" in warning for name in ("Wald", "wald", "WALD"))
    assert "See" not in warning


def test_similar_letters_are_not_merged() -> None:
    names = ["ﬁeld", "field", "Straße", "Strasse", "a", "а", "m²", "m2"]
    assert len({normalise_name(name) for name in names}) == len(names)


@pytest.mark.parametrize("name", ["جنگل‌ها", "क्‍ष", "👩‍🌾 field", "森林", "İstanbul", "ǅ"])
def test_joiners_are_kept_where_scripts_need_them(name: str) -> None:
    assert normalise_name(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("name", SAME)
def test_normalised_names_are_equal(name: str) -> None:
    assert normalise_name(name) == "Gebüsch"


@settings(max_examples=300)
@given(st.text())
def test_normalising_is_idempotent_and_independent_of_the_unicode_form(text: str) -> None:
    plain = normalise_name(text)
    assert normalise_name(plain) == plain
    assert normalise_name(unicodedata.normalize("NFD", text)) == plain
    assert normalise_name(f" {text}\ufeff") == plain
    assert plain.strip() == plain


def test_the_turkish_dotless_i_is_not_a_difference_in_case() -> None:
    assert not case_difference_notes(["ışık", "işik"])
    assert case_difference_notes(["GRASS", "grass"])


def test_styles_are_matched_in_any_unicode_form() -> None:
    given_ = [ClassStyle("Gebu\u0308sch\u200b", "Bu\u0308sche", "#010203")]
    (entry,) = make_classes([normalise_name("Gebüsch")], False, given_)
    assert (entry.name, entry.colour) == ("Büsche", "#010203")
