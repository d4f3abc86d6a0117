"""QGIS in German: the panel, the dialog and the toolbox are translated, the ids are not."""

from pathlib import Path

import pytest
from gui_support import drive_qgis, make_sample

DRIVER = Path(__file__).with_name("language_driver.py")


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    work = tmp_path_factory.mktemp("language")
    make_sample(work / "sample", 96)
    return drive_qgis(
        work / "qgis", work / "sample", work / "pictures", driver=DRIVER, locale="de_DE"
    )


def test_the_panel_is_german(seen):
    assert seen["title"] == "GeoDiffNet-Annotation"
    assert seen["buttons"] == ["Karte aktualisieren", "Ganze Szene"]


def test_the_german_panel_is_not_wider_than_the_english_one(seen):
    _, needed = seen["width"]
    assert needed <= 300


def test_the_dialog_is_german(seen):
    assert "HSI mit GeoDiffNet-F klassifizieren" in seen["dialog"]


def test_algorithms_are_german_and_keep_their_ids(seen):
    assert seen["algorithms"]["geodiffnet:classify"] == "HSI mit GeoDiffNet-F klassifizieren"
    assert seen["algorithms"]["geodiffnet:train"] == "Modell trainieren"
    assert "Train a model" not in seen["algorithms"].values()
