"""The algorithms in the windows that Processing makes for them: dialogs, batch, history."""

import pytest
from gui_support import DRIVER, drive_qgis, make_sample


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    work = tmp_path_factory.mktemp("processing")
    make_sample(work / "sample", 96)
    maps = work / "maps"
    maps.mkdir()
    driver = DRIVER.with_name("processing_driver.py")
    told = drive_qgis(
        work / "qgis", work / "sample", work / "pictures", driver=driver, folder=str(maps)
    )
    return told | {"pictures": work / "pictures"}


def test_every_algorithm_opens_with_a_widget_for_each_parameter(seen):
    assert {"classify", "train", "apply", "assess", "suggest", "traininglayer"} <= set(
        seen["dialogs"]
    )
    for name, dialog in seen["dialogs"].items():
        assert set(dialog["parameters"]) <= set(dialog["widgets"]), name
        assert dialog["title"], name
        assert dialog["icon"], name
        assert dialog["messages"] == [], name
        assert (seen["pictures"] / f"dialog-{name}.png").stat().st_size > 5000


def test_every_dialog_explains_its_algorithm(seen):
    for name, dialog in seen["dialogs"].items():
        assert len(dialog["help"]) > 300, name


def test_a_batch_makes_every_map(seen):
    assert {"map-1.tif", "map-2.tif"} <= set(seen["batch"]["maps"])


def test_a_training_layer_comes_into_the_project_with_its_classes(seen):
    assert list(seen["layer"]) == ["water", "tree"]
    assert seen["layer"]["water"] == "#112233"


def test_runs_are_found_in_the_history_with_what_was_chosen(seen):
    assert ["geodiffnet:traininglayer", "water=#112233\ntree"] in seen["history"]
