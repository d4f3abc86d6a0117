"""The class list, overlaps, confused classes and suggestions in QGIS with a window."""

import itertools
import math
from pathlib import Path

import pytest
from gui_support import drive_qgis, make_sample
from osgeo import ogr

DRIVER = Path(__file__).with_name("classes_driver.py")
#: Two names for the polygons of each class of the sample: they cannot be told apart.
NAMES = {
    "field": ("Ackerland, unbestellt (Winter)", "Ackerland, bestellt (Sommer)"),
    "grass": ("Grünland", "Wiese, extensiv genutzt"),
    "road": ("Straße, asphaltiert", "Straße, sonstige"),
    "roof": ("Dachfläche, Ziegel rot", "Dachfläche, sonstige"),
    "tree": ("Nadelwald, dicht", "Laubwald"),
    "water": ("Gewässer (stehend)", "Gewässer (fließend)"),
}
#: In an order that is not that of the alphabet.
ORDER = [name for names in reversed(NAMES.values()) for name in names]


def make_labels(sample, path):
    """Twelve classes with long names, drawn twice or more, one across another."""
    driver = ogr.GetDriverByName("GPKG")
    source = ogr.Open(str(sample / "train.gpkg"))
    target = driver.CreateDataSource(str(path))
    layer = target.CreateLayer("training", source.GetLayer(0).GetSpatialRef(), ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("class", ogr.OFTString))
    counts, drawn = dict.fromkeys(NAMES, 0), []
    for feature in source.GetLayer(0):
        kind = feature["class"]
        if kind in NAMES:
            drawn.append((NAMES[kind][counts[kind] % 2], feature.GetGeometryRef().Clone()))
            counts[kind] += 1
    other = next(name for name, _ in drawn if name != drawn[0][0])
    drawn.append((other, drawn[0][1].Clone()))
    for name, geometry in drawn:
        new = ogr.Feature(layer.GetLayerDefn())
        new["class"] = name
        new.SetGeometry(ogr.ForceToMultiPolygon(geometry))
        layer.CreateFeature(new)
    del layer, target
    box = drawn[0][1].GetEnvelope()
    return {
        "overlap": sorted((drawn[0][0], other)),
        "centre": [(box[0] + box[1]) / 2, (box[2] + box[3]) / 2],
    }


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    make_sample(folder, 128)
    return folder


def use_panel(sample, work, **job):
    labels = work / "training.gpkg"
    made = make_labels(sample, labels)
    observed = drive_qgis(
        work / "qgis",
        sample,
        work / "pictures",
        driver=DRIVER,
        training=str(labels),
        order=ORDER,
        **job,
    )
    return observed | made


@pytest.fixture(scope="module")
def seen(sample, tmp_path_factory):
    return use_panel(sample, tmp_path_factory.mktemp("classes"), window=[1366, 768], width=300)


def test_classes_are_counted_and_names_are_legible(seen):
    before = seen["before"]
    assert before["bar_messages"] == []
    assert before["columns"]["2"] == ORDER
    assert all(int(count) > 1 for count in before["columns"]["3"])
    assert "5" not in before["columns"]  # no recall yet
    assert seen["panel_width"] <= 320
    assert before["name_width"] >= 100


def test_nothing_is_cut_off_or_covered(seen):
    for name in ("before", "first", "second", "without_scene"):
        parts = seen[name]["parts"]
        assert all(height >= needed for _, height, needed in parts), name
        # no more than their lines, since the table needs the rest
        assert all(height <= needed + 2 for _, height, needed in parts[1:]), name
        for (top, height, _), (below, *_) in itertools.pairwise(parts):
            assert top + height <= below, name
        height, needed = seen[name]["height"]
        assert height <= needed + 2 or not seen[name]["confused"], name


def test_an_overlap_is_reported_marked_and_zoomed_to(seen):
    assert seen["before"]["overlaps"] == [seen["overlap"]]
    assert seen["before"]["overlap_note"]
    first, second = seen["overlap"]
    assert any(second in text for text in seen["before"]["warnings"][first])
    assert seen["zoomed_to_overlap"][:2] == pytest.approx(seen["centre"], abs=30)
    assert seen["zoomed_to_overlap"][2] < 1000
    assert seen["second"]["overlaps"] == []
    assert not seen["second"]["overlap_note"]


def test_similar_classes_are_listed_before_and_confused_ones_after_a_map(seen):
    pairs = {frozenset(names) for names in NAMES.values()}
    before, first = seen["before"]["confused"], seen["first"]["confused"]
    assert seen["before"]["title"].startswith("Similar classes")
    assert frozenset(before[0][:2]) in pairs
    assert 0 <= float(before[0][2]) < 1.9
    assert seen["first"]["title"].startswith("Confused classes")
    assert frozenset(first[0][:2]) in pairs
    assert first[0][2].endswith("%")


def test_a_click_zooms_to_polygons_with_errors_one_after_the_other(seen):
    one, other = seen["zoomed_to_confused"]
    assert max(one[2], other[2]) < 1500
    assert math.dist(one[:2], other[:2]) > 5


def test_recall_and_precision_are_shown_with_their_change(seen):
    first, second = seen["first"]["columns"], seen["second"]["columns"]
    for column in ("5", "6"):
        assert all(text.isdigit() or text == "–" for text in first[column])
        assert len(second[column]) == 12
    assert any(text.endswith(("▲", "▼")) for text in (*second["5"], *second["6"]))
    assert seen["first"]["name_width"] >= 80


def test_the_list_follows_the_live_map(seen):
    before, after = seen["live"]["figures"]
    assert before != after
    shown = dict(zip(ORDER, seen["live"]["columns"]["5"], strict=True))
    for name, recall in after.items():
        number = shown[name].rstrip("▲▼")
        assert number == "–" if recall is None else abs(int(number) - 100 * recall) <= 1
    changed = {name for name in after if shown[name].endswith(("▲", "▼"))}
    assert changed <= {name for name in after if after[name] != before[name]}


def test_the_legend_has_the_order_of_the_keys(seen):
    assert seen["first"]["legend"] == ORDER


def test_suggestions_are_visible_and_answered_by_a_click(seen):
    suggestions = seen["suggestions"]
    assert len(set(suggestions["reasons"])) >= 2
    assert suggestions["covers"] == [False, False]
    assert suggestions["covers_again"] == [True, True]
    assert suggestions["by_click"] == [1, 2]
    assert suggestions["drawing"] == 1


def test_space_skips_on_the_map_and_presses_a_focused_button(seen):
    assert seen["suggestions"]["skipped"] == 3
    assert seen["suggestions"]["space_on_back"] == 2


def test_skipped_locations_do_not_return(seen):
    (skipped,) = seen["suggestions"]["skipped_locations"]
    again = seen["suggestions"]["again"]
    assert again
    assert min(math.dist(skipped, location) for location in again) > 3


def test_polygons_are_still_counted_without_a_scene(seen):
    before, after = seen["second"]["columns"], seen["without_scene"]["columns"]
    # one suggestion was labelled, and one polygon deleted
    assert sum(map(int, after["3"])) == sum(map(int, before["3"]))
    assert "4" not in after


@pytest.mark.parametrize(
    ("locale", "theme", "width"), [("de_DE", "Night Mapping", 300), ("en_US", "default", 420)]
)
def test_the_list_in_german_in_a_dark_theme_and_in_a_wide_panel(
    sample, tmp_path, locale, theme, width
):
    observed = use_panel(
        sample,
        tmp_path,
        window=[1600, 1000],
        width=width,
        theme=theme,
        locale=locale,
        first_map_only=True,
    )
    assert observed["first"]["bar_messages"] == []
    assert observed["first"]["name_width"] >= 70
    assert "5" in observed["first"]["columns"]
    assert ("7" in observed["first"]["columns"]) == (width > 400)
