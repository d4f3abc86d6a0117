"""The live map in QGIS with a window and the real backend: it follows each edit."""

import time
from pathlib import Path

import pytest
from gui_support import drive_qgis, make_sample
from test_dock import outlines

DRIVER = Path(__file__).with_name("live_driver.py")
CLASSES = ("field", "water", "road")
POLYGONS = 3
#: How many polygons more are drawn, and which share of memory may come with them.
EDITS, MEMORY_GROWTH = 12, 0.1
#: In which the worker ends after QGIS, even on a machine that is busy with other things.
SECONDS_TO_END = 120


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder, 96)
    return folder


@pytest.fixture(scope="module")
def seen(sample, tmp_path_factory):
    """What was observed from the first map until QGIS ended."""
    work = tmp_path_factory.mktemp("live")
    polygons = outlines(sample / "train.gpkg", 100)
    by_class = {name: [wkt for found, wkt in polygons if found == name] for name in CLASSES}
    first = [(name, wkt) for name in CLASSES for wkt in by_class[name][:POLYGONS]]
    more = [(name, wkt) for name in CLASSES for wkt in by_class[name][POLYGONS:]]
    observed = drive_qgis(
        work / "qgis",
        sample,
        work / "pictures",
        driver=DRIVER,
        classes="\n".join(CLASSES),
        training=str(work / "training.gpkg"),
        polygons=first,
        edits=more[: EDITS + 1],
        memory_growth=MEMORY_GROWTH,
    )
    return observed | {"drawn": len(more[: EDITS + 1]) - 1}


def test_the_live_map_comes_by_itself(seen):
    first = seen["first"]
    assert first["enabled"]
    assert first["order"] == ["training", "Live map", "Sample scene"]
    assert first["legend"] == list(CLASSES)
    assert first["status"].startswith("Live map: GeoDiffNet-F; accuracy ")
    assert first["errors"] == []


def test_a_polygon_drawn_with_the_mouse_changes_the_map_in_stages(seen):
    edit = seen["edit"]
    assert edit["pixels"] != seen["first"]["pixels"]
    parts = edit["parts"]
    assert parts["first"] < parts["refined"]
    assert parts["first"] < parts["validated"]
    assert edit["status"].startswith("Live map: GeoDiffNet-F; accuracy ")


def test_undo_gives_the_map_before_the_edit(seen):
    assert seen["undone"]["pixels"] == seen["first"]["pixels"]


def test_the_live_map_is_what_the_button_writes(seen):
    whole = seen["whole"]
    assert whole["outcome"] == [""]
    assert whole["map"] == whole["pixels"] == seen["undone"]["pixels"]
    # Both run in one process.
    assert whole["worker"] == seen["many"]["worker"][0]


def test_the_newer_one_of_map_and_live_map_is_on_top(seen):
    whole, many = seen["whole"]["order"], seen["many"]["order"]
    assert whole[0] == many[0] == "training"
    assert whole.index("Class map (preview)") < whole.index("Live map")
    assert many.index("Live map") < many.index("Class map (preview)")


def test_zooming_maps_what_is_in_view(seen):
    assert seen["zoomed"]["width"] < 96


def test_no_edit_is_lost_and_memory_stays(seen):
    many = seen["many"]
    assert many["samples"] == seen["drawn"]
    assert many["done"] == ["first", "refined", "validated"]
    assert many["worker"][0] == many["worker"][1]
    before, after = many["memory"]
    assert after < (1 + MEMORY_GROWTH) * before
    assert len({name.rpartition(".tif")[0] for name in many["files"]}) <= 6


def test_a_killed_worker_is_explained_and_the_next_edit_works(seen):
    killed = seen["killed"]
    assert len(killed["errors"]) == 1
    assert "memory ran out" in killed["errors"][0]
    assert "failed" in killed["status"]
    assert killed["workers"][0] != killed["workers"][1]
    assert killed["after"]["status"].startswith("Live map: GeoDiffNet-F; accuracy ")
    assert killed["after"]["errors"] == []


def test_the_project_is_saved_without_the_live_map(seen):
    saved = seen["saved"]
    assert saved["saved"]
    assert Path(saved["file"]).name not in saved["text"]
    assert "Live map" not in saved["text"]


def test_another_project_keeps_the_worker_and_nothing_else(seen):
    closed = seen["closed"]
    assert closed["layers"] == []
    assert closed["worker"][0] == closed["worker"][1]
    assert closed["status"] == ""


def test_no_process_remains(seen):
    assert seen["unloaded"] == {"done": True, "alive": False}
    # QGIS was left with a live map, without being asked about a temporary layer.
    end = time.monotonic() + SECONDS_TO_END
    while is_running(seen["left"]) and time.monotonic() < end:
        time.sleep(0.1)
    assert not is_running(seen["left"])


def is_running(process):
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"
