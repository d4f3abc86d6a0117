"""The frame of the labelling panel in QGIS: button, layers, state of the map, history, project."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from gui_support import drive_qgis, make_sample
from osgeo import gdal

FRAME_DRIVER = Path(__file__).with_name("frame_driver.py")
UP_TO_DATE = "The map is up to date. "


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What was observed in one run of QGIS."""
    work = tmp_path_factory.mktemp("frame")
    sample, elsewhere = work / "sample", work / "elsewhere"
    make_sample(sample, 96)
    shutil.copytree(sample, elsewhere)
    training = work / "training.gpkg"
    shutil.copy(sample / "train.gpkg", training)
    photo = work / "photo.tif"
    gdal.Translate(str(photo), str(sample / "scene.tif"), bandList=[30, 20, 10])
    second = work / "second.tif"
    shutil.copy(sample / "scene.tif", second)
    (work / "virtual").mkdir()
    virtual = work / "virtual" / "scene.vrt"
    gdal.BuildVRT(str(virtual), [str(elsewhere / "scene.tif")])
    observed = drive_qgis(
        work / "qgis",
        sample,
        work / "pictures",
        driver=FRAME_DRIVER,
        project=str(work),
        training=str(training),
        photo=str(photo),
        second=str(second),
        virtual=str(virtual),
    )
    return observed | {"pictures": work / "pictures"}


def test_a_new_profile_shows_button_menu_and_hint(seen):
    profile = seen["profile"]
    assert profile["toolbars"] == [["mPluginToolBar", True]]
    assert profile["menus"] == ["GeoDiffNet"]
    assert "Plugins ▸ GeoDiffNet" in profile["hint"]
    assert profile["opened"] == [True, True]
    assert profile["hints_left"] == 0
    assert profile["said_once"]


def test_images_that_cannot_be_classified_are_listed_with_the_reason(seen):
    scenes = seen["scenes"]
    assert scenes["rows"] == {
        "Choose a scene": True,
        "Sample scene": True,
        "Missing (its file is missing)": False,
        "Photo (3 bands, at least 4 are needed)": False,
    }
    assert scenes["refused"]
    assert scenes["rows_left"] == ["Choose a scene", "Sample scene"]
    assert scenes["chosen"]


def test_a_training_layer_lies_above_scene_and_components(seen):
    order = seen["order"]
    assert order["created"][0] == "new"
    assert order["below"][-1] == "training"
    assert order["chosen"] == ["training", "Principal components of Sample scene", "Sample scene"]
    assert seen["map"]["order"][0] == "training"


def test_warnings_of_the_backend_are_listed_and_counted(seen):
    found = seen["map"]
    assert any("cannot be estimated yet" in warning for warning in found["warnings"])
    assert found["heading"] == f"Warnings ({len(found['warnings'])})"
    assert found["visible"]


def test_an_unknown_accuracy_is_not_a_percentage(seen):
    status = seen["map"]["status"]
    assert status.startswith(UP_TO_DATE + "Its accuracy cannot be estimated yet")
    assert "In one location only: road." in status
    assert "%" not in status


def test_the_panel_fits_into_a_small_window(seen):
    width, needed = seen["map"]["size"]
    assert needed <= 300
    assert width >= needed
    status, scrolling = seen["map"]["usual"]
    assert re.match(UP_TO_DATE + r"Cross-validated accuracy: \d\d\u00a0%\. <a href", status)
    assert scrolling == [0]


def test_the_status_says_what_was_changed_since_the_map(seen):
    edited = seen["edited"]
    assert "out of date; polygons since then: 1 removed." in edited["deleted"]
    assert edited["undone"].startswith(UP_TO_DATE)
    assert "out of date; polygons since then: 1 changed." in edited["moved"]
    assert "out of date" in edited["saved"]


def test_the_buttons_follow_the_layer_tree(seen):
    assert seen["tree"]["buttons"] == [
        [True, False],
        [False, True],
        [True, False],
        [True, False],
        [False, False],
        [True, False],
    ]
    assert seen["tree"]["removed"] is False


def test_earlier_maps_can_be_shown_again(seen):
    history = seen["history"]
    assert history["count"] == [2, 3]
    assert history["heading"] == "Maps (3)"
    assert [row[0] for row in history["rows"]] == ["Random forest", "Linear discriminant analysis"]
    newest, earlier, status = history["earlier"]
    assert earlier != newest
    assert status.startswith("Earlier map: ")
    assert "Linear discriminant analysis" in status
    assert history["back"][0] == newest
    assert history["back"][1].startswith(UP_TO_DATE)


def test_two_maps_are_compared_along_a_line(seen):
    swipe = seen["history"]["swipe"]
    assert swipe["checked"]
    assert swipe["differ"] < 0.99
    assert swipe["left_half"] > 0.995
    assert swipe["right_half"] > 0.995
    assert seen["history"]["swipe_ended"] == [True, False]


def test_two_maps_are_shown_in_turn_while_the_panel_is_open(seen):
    assert seen["history"]["blink"] == [False, True]
    assert seen["history"]["closed"] is None


def test_the_live_map_covers_no_result_that_was_asked_for(seen):
    """It is on top after each edit, since it is newer then."""
    live, map_layer, confidence = "Live map", "Class map (preview)", "Confidence (preview)"
    orders = seen["live"]
    assert orders["started"] == ["training", live, map_layer]
    assert orders["confidence"] == ["training", confidence, map_layer, live]
    assert orders["edited"] == ["training", live, map_layer]
    assert orders["earlier"] == ["training", map_layer, live]


def test_a_second_scene_has_a_map_of_its_own(seen):
    second = seen["second_scene"]
    assert second["before"] == ["", False]
    assert second["hidden"] == [False, True]
    assert second["own_layer"]
    assert second["above_scene"]
    assert second["below_labels"]
    assert second["files"] == [True, True]
    assert second["names"] == ["Class map (preview)", "Class map (preview) – Second scene"]
    assert second["first_again"]
    assert second["maps"] == 3


def test_no_text_of_a_job_remains_after_switching_layers(seen):
    for status in seen["switched"].values():
        assert status.startswith(UP_TO_DATE)
        assert not re.search(r"left\)|…$", status)


def test_principal_components_are_not_stored_and_computed_again(seen):
    components = seen["components"]
    assert components["kept"]
    # QGIS empties its temporary folder when it ends.
    assert "qgis/temporary" not in components["text"]
    assert "components.tif" not in components["text"]
    assert components["valid"]
    assert components["after"] == components["before"]
    assert components["shown"] == "components"


def test_a_reopened_project_has_the_same_choices_and_the_report(seen):
    project = seen["project"]
    assert project["after"] == project["before"]
    assert project["before"]["scene"] == "Sample scene"
    assert project["before"]["method"] == "rf"
    assert project["before"]["view"] == "infrared"
    assert len(project["before"]["maps"]) == 4
    assert project["before"]["field"] == "class"
    assert project["before"]["live"] is False
    assert project["before"]["status"].startswith(UP_TO_DATE)
    for status in (project["after"]["status"], project["no_map"]):
        assert '<a href="report">Report</a>' in status
    assert project["empty"]["maps"] == []
    assert project["empty"]["scene"] is None
    assert project["empty"]["method"] == "geodiffnet-f"


def test_impossible_values_in_a_project_are_ignored(seen):
    hostile = seen["hostile"]
    for method, maps, messages in hostile["seen"]:
        assert method in ("geodiffnet-f", "rf")
        assert maps == []
        assert messages == []
    assert hostile["again"]["maps"] == seen["project"]["before"]["maps"]


def test_shortcuts_work_while_the_panel_is_visible_and_can_be_changed(seen):
    shortcuts = seen["shortcuts"]
    assert shortcuts["registered"]
    assert shortcuts["taken"] == []
    assert {"GeoDiffNetUpdateMap", "GeoDiffNetSuggest", "GeoDiffNetNextClass"} <= set(
        shortcuts["names"]
    )
    assert shortcuts["update"] == 1
    first, last = shortcuts["previous"], shortcuts["wraps"]
    assert len({first, shortcuts["next"], last}) == 3
    assert shortcuts["old_key"] == last
    assert shortcuts["new_key"] == first
    assert shortcuts["hidden"] == 0


@pytest.mark.parametrize("theme", ["default", "Night Mapping"])
def test_checked_buttons_differ_from_others_in_every_theme(seen, theme):
    assert min(seen["themes"][theme]) > 20


def test_files_elsewhere_lead_to_the_options_of_the_plugin(seen):
    elsewhere = seen["elsewhere"]
    assert any("Options ▸ GeoDiffNet" in text for text in elsewhere["messages"])
    assert not any("advanced parameter" in text for text in elsewhere["messages"])
    assert "Options…" in elsewhere["buttons"]


def test_unloading_removes_everything(seen):
    assert seen["unloaded"]
    assert seen["left_over"] == []
