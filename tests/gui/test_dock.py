"""The labelling panel in QGIS with a window: from an empty project to a second map."""

import re
import shutil
from pathlib import Path

import pytest
from gui_support import DOCK_DRIVER, ROOT, drive_qgis, make_sample
from osgeo import ogr

FAKE_WORKER = ROOT / "tests" / "qgis" / "fake_worker.py"
CLASSES = ("field", "water", "road")
POLYGONS = 3
ACCEPTED = 2


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder, 96)
    return folder


def outlines(path, polygons=POLYGONS):
    """Class and outline of some polygons of the sample, which are drawn again with the mouse."""
    dataset = ogr.Open(str(path))
    found = {name: [] for name in CLASSES}
    for feature in dataset.GetLayer(0):
        if feature["class"] in found:
            found[feature["class"]].append(feature.GetGeometryRef().ExportToWkt())
    return [(name, wkt) for name in CLASSES for wkt in found[name][:polygons]]


@pytest.fixture(scope="module")
def seen(sample, tmp_path_factory):
    """The results of the steps up to the second map."""
    work = tmp_path_factory.mktemp("dock")
    observed = drive_qgis(
        work / "qgis",
        sample,
        work / "pictures",
        driver=DOCK_DRIVER,
        classes="field\nwater\nroad=#aa1122",
        training=str(work / "training.gpkg"),
        polygons=outlines(sample / "train.gpkg"),
        method="lda",
        accept=ACCEPTED,
    )
    return observed | {"pictures": work / "pictures", "work": work}


def test_each_composite_button_shows_its_bands(seen):
    views = seen["views"]
    assert set(views) == {"true", "infrared", "swir", "components", "layers"}
    # Infrared shows near infrared as red, and what was red as green.
    assert views["infrared"][1:] == views["true"][:2]
    assert views["swir"][0] > views["infrared"][0]
    assert views["layers"] == [
        "training",
        "Principal components of Sample scene",
        "Sample scene",
    ]


def test_polygons_and_pixels_are_counted_while_drawing(seen):
    drawn = seen["drawn"]
    assert list(drawn) == list(CLASSES)
    assert [polygons for polygons, _ in drawn.values()] == [POLYGONS] * 3
    assert all(pixels >= POLYGONS for _, pixels in drawn.values())


def test_undo_removes_the_last_polygon(seen):
    last = CLASSES[-1]
    assert seen["after_undo"][last][0] == POLYGONS - 1
    assert seen["after_undo"][last][1] < seen["drawn"][last][1]
    assert {name: seen["after_undo"][name] for name in CLASSES[:-1]} == {
        name: seen["drawn"][name] for name in CLASSES[:-1]
    }


def test_the_map_has_the_class_colours_and_is_below_the_polygons(seen):
    first = seen["first"]
    assert first["messages"] == []
    accuracy = r"The map is up to date\. Cross-validated accuracy: \d+\u00a0%\. "
    few = "Unreliable, with too few polygons of field, road, water: draw at least 5 of each. "
    assert re.match(accuracy + few + "<a href=", first["status"])
    assert first["legend"] == {"field": "#e3c94f", "road": "#aa1122", "water": "#2f7fd1"}
    order = first["order"]
    assert order[0] == "training"
    assert order.index("Confidence (preview)") < order.index("Class map (preview)")
    assert order.index("Class map (preview)") < order.index("Sample scene")


def test_the_methods_have_titles_that_fit_into_their_box(seen):
    assert seen["methods"]["titles"] == {
        "geodiffnet-f": "GeoDiffNet-F (recommended)",
        "lda": "Linear discriminant analysis (fast)",
        "geospecnet": "GeoSpecNet (spectral network)",
        "rf": "Random forest",
    }
    width, needed = seen["methods"]["width"]
    assert width >= needed


def test_suggestions_are_labelled_with_a_number_key_and_skipped_with_space(seen):
    places = seen["places"]
    assert places["messages"] == []
    assert places["count"] > ACCEPTED
    for number, text in enumerate(places["texts"], 1):
        assert f"Location {number} of {places['count']}" in text
        assert re.search(r"Predicted: <b>\w+</b> \(\d+\u00a0%\); second choice: \w+", text)
    assert places["skipped"] == 1
    assert places["features_after_skip"] == 0
    assert sum(count for count, _ in seen["edited"]["before"].values()) == 3 * POLYGONS + ACCEPTED


def test_the_map_is_hidden_while_suggestions_are_labelled(seen):
    assert seen["places"]["map_hidden"]
    assert seen["places"]["map_shown_again"]
    assert seen["places"]["card_hidden"]


def test_the_second_map_replaces_the_first_in_the_same_layer(seen):
    first, second = seen["first"], seen["second"]
    assert second["messages"] == []
    assert second["id"] == first["id"]
    assert second["order"] == first["order"]
    assert second["file"] != first["file"]
    assert Path(second["file"]).exists()
    # It can be shown again from the history.
    assert Path(first["file"]).exists()
    folder = seen["work"] / "training_geodiffnet"
    assert Path(second["file"]).parent == folder
    # Each map has its model, and suggestions left none behind.
    maps = [path.stem.partition("-")[2] for path in sorted(folder.glob("map-*.tif"))]
    models = [path.stem.partition("-")[2] for path in sorted(folder.glob("model-*.safetensors"))]
    assert len(maps) == 2
    assert models == maps


def test_the_confidence_button_toggles_the_layer(seen):
    assert seen["confidence"] == [False, True, False]


def test_renaming_and_merging_classes_can_be_undone(seen):
    edited = seen["edited"]
    before, first, second = edited["before"], edited["first"], edited["second"]
    assert edited["renamed"]["renamed"] == before[first]
    assert first not in edited["renamed"]
    assert edited["merged"][second][0] == before[first][0] + before[second][0]
    assert "renamed" not in edited["merged"]
    assert edited["undone"] == before
    assert list(edited["undone"]) == list(before)


def test_saving_writes_polygons_and_style_to_the_file(seen):
    layer = seen["layer"]
    assert sum(layer["counts"].values()) == 3 * POLYGONS + ACCEPTED
    assert layer["style"] == list(CLASSES)
    assert layer["editable"]


def test_qgis_stays_responsive_and_unloading_removes_everything(seen):
    assert seen["stall"] < 2
    assert not seen["torch"]
    assert seen["unloaded"]
    assert seen["before"] == ["GeoDiffNetLabellingAction"]
    assert "GeoDiffNetUpdateMap" in seen["during"]
    assert set("123456789") < set(seen["during"])
    assert "Space" in seen["during"]
    assert seen["after"] == []
    assert seen["tasks"] == 0


def test_the_panel_states_what_is_needed_to_estimate_the_accuracy(sample, tmp_path):
    """A single polygon of each class, in QGIS in German."""
    observed = drive_qgis(
        tmp_path / "qgis",
        sample,
        tmp_path / "pictures",
        driver=DOCK_DRIVER,
        locale="de_DE",
        one_map=True,
        classes="\n".join(CLASSES),
        training=str(tmp_path / "training.gpkg"),
        polygons=outlines(sample / "train.gpkg", 1),
        method="lda",
    )
    assert observed["map"]["messages"] == []
    assert observed["map"]["status"].startswith(
        "Die Karte ist aktuell. Ihre Genauigkeit kann noch nicht geschätzt werden: "
    )
    assert observed["methods"]["titles"]["lda"] == "Lineare Diskriminanzanalyse (schnell)"
    width, needed = observed["methods"]["width"]
    assert width >= needed


@pytest.fixture(scope="module")
def failure_modes(sample, tmp_path_factory):
    """The messages for a cancelled job, a missing backend and removed layers."""
    work = tmp_path_factory.mktemp("failure_modes")
    copy = work / "sample"
    shutil.copytree(sample, copy)
    slow = {"GEODIFFNET_PYTHON": str(FAKE_WORKER), "GEODIFFNET_FAKE": "slow"}
    return drive_qgis(
        work / "qgis", copy, work / "pictures", slow, driver=DOCK_DRIVER, failure_modes=True
    )


def test_a_layer_without_style_gets_its_classes_from_its_polygons(failure_modes):
    assert {"field", "water", "road", "tree"} <= set(failure_modes["tallies"])
    assert all(polygons > 0 for polygons, _ in failure_modes["tallies"].values())


def test_a_job_can_be_cancelled_and_the_panel_stays_usable(failure_modes):
    assert failure_modes["free_while_running"] == [True, True]
    assert "nothing was changed" in failure_modes["stopped"]
    assert {"Sample scene", "Training polygons"} <= set(failure_modes["layers"])
    assert not any("Class map" in name for name in failure_modes["layers"])


def test_a_missing_backend_is_reported(failure_modes):
    assert any("/nonsense/python" in text for text in failure_modes["missing"])


def test_layers_can_be_removed_at_any_time(failure_modes):
    assert failure_modes["without_layer"] == [
        False,
        "Choose a polygon layer, or create a new one.",
    ]
    assert "scene" in failure_modes["without_scene"]
    assert failure_modes["unloaded"]


def test_a_layer_without_class_field_is_rejected_and_keeps_its_style(failure_modes):
    *messages, renderer = failure_modes["unsuitable"]
    assert any("no field" in text for text in messages)
    assert renderer == "QgsSingleSymbolRenderer"
