"""No text of the labelling panel is cut off, however low the window is."""

from pathlib import Path

import pytest
from gui_support import drive_qgis, make_sample
from osgeo import ogr

DRIVER = Path(__file__).with_name("heights_driver.py")
SIZES = [[1366, height] for height in (1000, 768, 660)]
#: With the classes only, with long texts in the footer, and with all sections unfolded.
STATES = ("usual", "footer", "unfolded")
CLASSES = ("field", "grass", "road", "roof", "tree", "water")
FIGURES = {
    "overall_accuracy": 0.61,
    "few_polygons": dict.fromkeys(CLASSES, 2),
    "classes": [
        {"name": name, "recall": 0.52, "precision": 0.48, "pixels": 900, "area": 3600.0}
        for name in CLASSES
    ],
    "confused": [
        {"classes": ["field", "grass"], "share": 0.25, "extent": None, "polygons": []},
        {"classes": ["roof", "road"], "share": 0.1, "extent": None, "polygons": []},
    ],
}


def make_labels(sample, path):
    """The first two polygons of each class of the sample, and one of another class across."""
    source = ogr.Open(str(sample / "train.gpkg"))
    target = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = target.CreateLayer("training", source.GetLayer(0).GetSpatialRef(), ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("class", ogr.OFTString))
    drawn, counts = [], dict.fromkeys(CLASSES, 0)
    for feature in source.GetLayer(0):
        name = feature["class"]
        if counts.get(name, 2) < 2:
            counts[name] += 1
            drawn.append((name, feature.GetGeometryRef().Clone()))
    field = next(geometry for name, geometry in drawn if name == "field")
    for name, geometry in [*drawn, ("water", field)]:
        new = ogr.Feature(layer.GetLayerDefn())
        new["class"] = name
        new.SetGeometry(ogr.ForceToMultiPolygon(geometry.Clone()))
        layer.CreateFeature(new)


def make_suggestion(labels, path):
    """A suggested location."""
    source = ogr.Open(str(labels))
    target = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = target.CreateLayer("places", source.GetLayer(0).GetSpatialRef(), ogr.wkbMultiPolygon)
    values = {
        "number": 1,
        "likeliest": "field",
        "second": "water",
        "confidence": 52.0,
        "reason": "unlike any training sample",
    }
    kinds = {int: ogr.OFTInteger, float: ogr.OFTReal, str: ogr.OFTString}
    for name, value in values.items():
        layer.CreateField(ogr.FieldDefn(name, kinds[type(value)]))
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in values.items():
        feature[name] = value
    located = source.GetLayer(0).GetFeature(1)
    feature.SetGeometry(located.GetGeometryRef().Clone())
    layer.CreateFeature(feature)


@pytest.fixture(scope="module", params=["de_DE", "fr_FR"])
def seen(request, tmp_path_factory):
    """What the panel shows in a language of long texts, at its smallest width."""
    work = tmp_path_factory.mktemp(request.param)
    make_sample(work / "sample", 96)
    labels, suggestions = work / "training.gpkg", work / "suggestions.gpkg"
    make_labels(work / "sample", labels)
    make_suggestion(labels, suggestions)
    return drive_qgis(
        work / "qgis",
        work / "sample",
        work / "pictures",
        driver=DRIVER,
        locale=request.param,
        sizes=SIZES,
        figures=FIGURES,
        training=str(labels),
        suggestions=str(suggestions),
    )


def views(seen):
    """Each state of the panel at each size, with a name for messages."""
    return [(f"{state} in {view['window']}", view) for state in STATES for view in seen[state]]


def test_every_text_is_shown_and_the_lowest_panels_scroll(seen):
    """Otherwise the other tests would check nothing."""
    for view in seen["usual"]:
        assert len(view["labels"]) == 2
    for view in (*seen["footer"], *seen["unfolded"]):
        assert len(view["labels"]) == 5
    for state in STATES:
        heights = [view["panel"][1] for view in seen[state]]
        assert heights == sorted(heights, reverse=True)
        assert heights[0] > 1.5 * heights[-1]
        assert seen[state][-1]["scrolling"][0] > 0
    assert seen["usual"][0]["scrolling"] == [0]


def test_every_label_is_as_high_as_its_lines(seen):
    for name, view in views(seen):
        assert all(height >= needed for _, height, needed in view["labels"]), name


def test_no_section_is_squeezed(seen):
    for name, view in views(seen):
        assert view["squeezed"] == [], name


def test_no_label_is_cut_off_or_covered(seen):
    for name, view in views(seen):
        assert view["cut_off"] == [], name
        assert view["overlapping"] == [], name


def test_no_section_lies_behind_the_scroll_bar(seen):
    for name, view in views(seen):
        assert view["too_wide"] == [], name
