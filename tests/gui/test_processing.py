"""The algorithms in the dialogs of Processing: parameters, batch, history."""

import pytest
from gui_support import DRIVER, drive_qgis, make_sample


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    work = tmp_path_factory.mktemp("processing")
    make_sample(work / "sample", 96)
    maps = work / "maps"
    maps.mkdir()
    driver = DRIVER.with_name("processing_driver.py")
    observed = drive_qgis(
        work / "qgis", work / "sample", work / "pictures", driver=driver, folder=str(maps)
    )
    return observed | {"pictures": work / "pictures"}


def test_every_dialog_has_a_widget_for_each_parameter(seen):
    assert {"classify", "train", "apply", "assess", "suggest", "traininglayer"} <= set(
        seen["dialogs"]
    )
    for name, dialog in seen["dialogs"].items():
        assert set(dialog["parameters"]) <= set(dialog["widgets"]), name
        assert dialog["title"], name
        assert dialog["icon"], name
        assert dialog["messages"] == [], name
        assert (seen["pictures"] / f"dialog-{name}.png").stat().st_size > 5000


def test_every_dialog_shows_the_help_of_its_algorithm(seen):
    for name, dialog in seen["dialogs"].items():
        assert len(dialog["help"]) > 300, name


def test_lists_of_options_show_titles_and_give_identifiers(seen):
    choices = [
        (f"{name}.{parameter}", choice)
        for name, dialog in seen["dialogs"].items()
        for parameter, choice in dialog["choices"].items()
    ]
    assert len(choices) > 20
    for name, choice in choices:
        assert len(set(choice["titles"])) == len(choice["options"]), name
        assert not set(choice["titles"]) & set(choice["options"]), name
        if isinstance(choice["last"], list):
            assert choice["default"] == choice["options"], name
            assert choice["last"] == choice["options"][-1:], name
        else:
            assert choice["default"] == choice["options"][0], name
            assert choice["last"] == choice["options"][-1], name
        assert choice["shown"] == choice["titles"][-1:], name
    assert seen["dialogs"]["classify"]["choices"]["METHOD"]["titles"][0] == (
        "GeoDiffNet-F (recommended)"
    )


def test_the_model_designer_keeps_identifiers(seen):
    assert seen["model"]["METHODS"][0][:2] == ["geodiffnet-f", "geodiffnet"]
    assert seen["model"]["DEVICE"] == ["auto"]


def test_a_batch_writes_every_map(seen):
    assert {"map-1.tif", "map-2.tif"} <= set(seen["batch"]["maps"])


def test_a_training_layer_is_loaded_with_its_classes(seen):
    assert list(seen["layer"]) == ["water", "tree"]
    assert seen["layer"]["water"] == "#112233"


def test_the_history_contains_the_parameters_of_a_run(seen):
    assert ["geodiffnet:traininglayer", "water=#112233\ntree"] in seen["history"]
