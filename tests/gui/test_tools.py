"""The drawing tools in QGIS with a window: mouse, wheel and keys on the map."""

import math
import shutil
from collections import Counter
from pathlib import Path

import pytest
from gui_support import drive_qgis, make_sample
from osgeo import gdal

STROKES = (
    "scribble", "straight", "brush", "resized brush", "pixel", "erased pixel", "lasso", "wand",
    "immediate wand", "eraser", "erasing brush", "polygon",
)  # fmt: skip
#: A pixel in a field of the sample scene.
SIMILAR = (39, 35)
#: What a step on the screen may amount to, in pixels of the scene.
STEP = 0.2


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder, 128)
    return folder


@pytest.fixture(scope="module")
def rotated(sample, tmp_path_factory):
    """The sample scene, rotated by 30 degrees."""
    folder = tmp_path_factory.mktemp("rotated") / "sample"
    shutil.copytree(sample, folder)
    dataset = gdal.Open(str(folder / "scene.tif"), gdal.GA_Update)
    left, size, _, top, _, _ = dataset.GetGeoTransform()
    a, b = size * math.cos(math.radians(30)), size * math.sin(math.radians(30))
    dataset.SetGeoTransform((left, a, b, top, b, -a))
    del dataset
    return folder


def use_tools(sample, folder, layer, driver="tools_driver.py", **job):
    return drive_qgis(
        folder / "qgis",
        sample,
        folder / "pictures",
        driver=Path(__file__).with_name(driver),
        layer=layer,
        similar=SIMILAR,
        undo=True,
        wants_pictures=False,
        **job,
    )


@pytest.fixture(scope="module", params=["plain", "rotated"])
def seen(request, tmp_path_factory):
    """All tools; once with a rotated scene, and three coordinate reference systems."""
    folder = tmp_path_factory.mktemp("tools")
    if request.param == "plain":
        return use_tools(
            request.getfixturevalue("sample"),
            folder,
            "Polygon?crs=EPSG:32633&field=class:string(20)",
        )
    return use_tools(
        request.getfixturevalue("rotated"),
        folder,
        "MultiPolygon?crs=EPSG:4326&field=class:integer",
        crs="EPSG:3857",
        locale="de_DE",
        theme="Night Mapping",
        width=300,
    )


def drawn(seen, name):
    (sample,) = seen["samples"][name]["new"]
    assert sample["class"] in ("field", 1)
    assert sample["valid"]
    return sample


def test_each_button_is_checked_while_its_tool_is_used(seen):
    assert len(seen["checked"]) == 7
    assert all(checked == [name] for name, checked in seen["checked"].items())


def test_the_row_of_buttons_fits_the_narrowest_panel(seen):
    needed, width, _ = seen["bar"]
    assert needed <= 284
    assert width >= needed


def test_a_scribble_has_its_width(seen):
    for name, row in (("scribble", 20), ("straight", 25)):
        sample = drawn(seen, name)
        assert sample["area"] == pytest.approx(20 * 2 + math.pi, rel=0.05)
        assert sample["box"] == pytest.approx([19, row - 1, 41, row + 1], abs=STEP)


def test_the_brush_paints_one_polygon_with_a_hole(seen):
    sample = drawn(seen, "brush")
    assert sample["box"] == pytest.approx([17, 42, 33, 58], abs=STEP)
    # A square with round corners, without the 4 by 4 pixels in its middle.
    assert sample["area"] == pytest.approx(16**2 - (4 - math.pi) * 9 - 16, rel=0.03)


def test_the_wheel_changes_the_radius_of_the_brush(seen):
    assert seen["brush_size"] == 4
    assert drawn(seen, "resized brush")["area"] == pytest.approx(math.pi * 16, rel=0.03)


def test_a_click_labels_exactly_one_pixel_and_ctrl_erases_it(seen):
    sample = drawn(seen, "pixel")
    assert sample["box"] == pytest.approx([60, 40, 61, 41], abs=0.01)
    assert sample["area"] == pytest.approx(1, abs=0.01)
    assert seen["samples"]["erased pixel"]["gone"] == 1


def test_the_lasso_encloses_an_area(seen):
    sample = drawn(seen, "lasso")
    assert sample["area"] == pytest.approx(225, rel=0.03)
    assert sample["box"] == pytest.approx([55, 50, 70, 65], abs=STEP)


def test_the_wand_grows_with_its_tolerance_and_labels_what_it_shows(seen):
    first, larger, smaller, again = seen["wand_preview"]
    assert smaller < first < larger
    assert again == pytest.approx(first)
    sample = drawn(seen, "wand")
    assert sample["area"] > 20
    left, top, right, bottom = sample["box"]
    assert left <= SIMILAR[0] < right
    assert top <= SIMILAR[1] < bottom
    # Along the edges of pixels.
    assert all(abs(edge - round(edge)) < 0.01 for edge in sample["box"])


def test_with_ctrl_the_wheel_zooms_while_the_wand_is_used(seen):
    assert seen["zoomed"] != 1


def test_a_click_of_the_wand_is_not_lost_where_the_spectra_are_not_read_yet(seen):
    assert drawn(seen, "immediate wand")["area"] > 0.99


def test_the_eraser_cuts_what_lies_under_it(seen):
    step = seen["samples"]["eraser"]
    assert len(step["new"]) + step["gone"] >= 3
    assert all(not 29.5 < sum(sample["box"][::2]) / 2 < 30.5 or sample["box"][0] < 29
               for sample in step["new"])  # fmt: skip
    cut = drawn(seen, "erasing brush")
    assert cut["area"] == pytest.approx(225 - (math.pi * 4 + 4 * math.hypot(2, 2)), rel=0.03)


def test_polygons_are_drawn_as_before(seen):
    assert drawn(seen, "polygon")["area"] == pytest.approx(25, rel=0.03)


def test_a_cancelled_stroke_leaves_nothing(seen):
    for name in ("cancelled", "lost", "outside"):
        step = seen["samples"][name]
        assert step["new"] == []
        assert step["gone"] == 0
        assert step["steps"] == seen["samples"]["polygon"]["steps"]


def test_clicks_outside_of_the_scene_are_explained(seen):
    ((_, count),) = Counter(seen["messages"]).most_common(1)
    assert count == 2


def test_samples_are_exported_and_imported_by_the_dialogs(seen):
    header, first = seen["exported"]
    assert header.startswith("class,polygon,row,column,x,y,b1_400nm,")
    assert len(first.split(",")) == 6 + 120
    before, after = (seen["samples"][name]["count"] for name in ("outside", "imported"))
    assert after == 2 * before
    assert any(str(before) in text for text in seen["reports"])


def test_each_stroke_is_one_step_that_is_undone(seen):
    classes = 2
    steps = [seen["samples"][name]["steps"] for name in (*STROKES, "imported")]
    assert steps == list(range(classes + 1, classes + 2 + len(STROKES)))
    counts = [seen["samples"][name]["count"] for name in (*STROKES, "imported")]
    assert seen["undone"] == [*counts[-2::-1], 0]


def test_lines_are_drawn_in_layers_of_lines(sample, tmp_path):
    steps = ["scribble", "straight_scribble", "pixel", "erase", "polygon", "last_picture"]
    seen = use_tools(
        sample, tmp_path, "LineString?crs=EPSG:32633&field=class:string(20)", steps=steps
    )
    assert drawn(seen, "scribble")["length"] == pytest.approx(20, abs=STEP)
    assert drawn(seen, "polygon")["length"] == pytest.approx(15, abs=STEP)
    assert seen["samples"]["eraser"]["count"] == 5  # two lines are cut, that of a pixel is not
    assert seen["undone"][-1] == 0


def test_points_are_drawn_in_layers_of_points_by_a_chosen_field(sample, tmp_path):
    seen = use_tools(
        sample,
        tmp_path,
        "Point?crs=EPSG:32633&field=note:string(20)&field=class:integer",
        field="class",
        steps=["pixel", "erase_pixel", "last_picture"],
    )
    assert drawn(seen, "pixel")["box"] == pytest.approx([60.5, 40.5, 60.5, 40.5], abs=0.01)
    assert seen["samples"]["erased pixel"]["count"] == 0


def test_whatever_is_taken_away_during_a_stroke_the_panel_goes_on(sample, tmp_path):
    seen = use_tools(
        sample,
        tmp_path,
        "Polygon?crs=EPSG:32633&field=class:string(20)",
        driver="tools_removal_driver.py",
    )
    only, *others = seen["errors"]
    assert "raised on purpose" in only
    assert others == []
    assert len(seen["cases"]) == 13
    # A renamed field is followed, and nothing is saved without a class.
    assert seen["cases"]["field brush"] == ["field"]
    assert seen["cases"]["field point"] == ["field"]
    assert seen["cases"]["session brush"] == []
