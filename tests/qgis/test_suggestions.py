"""Suggested locations in the panel: their reasons, their marks, and what is skipped."""

import importlib

import pytest
from qgis_support import make_labels, save_layer

LEFT, TOP, SIDE = 500000, 5400000, 2


@pytest.fixture
def choices(qgis):
    return importlib.import_module("geodiffnet.backend.common.choices")


@pytest.fixture
def places(qgis, choices, tmp_path):
    """A file of three suggestions, as the backend writes it, in the wrong order."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

    layer = QgsVectorLayer(
        "Polygon?crs=EPSG:32633&field=number:int&field=class:string&field=likeliest:string"
        "&field=second:string&field=confidence:double&field=reason:string",
        "places",
        "memory",
    )
    features = []
    for number, reason in ((2, choices.RARE_CLASS), (1, choices.UNCERTAIN), (3, "later reason")):
        feature = QgsFeature(layer.fields())
        left, top = LEFT + SIDE * 5 * number, TOP - SIDE * 4
        pixel = QgsRectangle(left, top - SIDE, left + SIDE, top)
        feature.setGeometry(QgsGeometry.fromRect(pixel))
        feature.setAttributes([number, None, "roof <flat>", "road", 52.4, reason])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return save_layer(layer, tmp_path / "places.gpkg")


@pytest.fixture
def canvas(qgis):
    from qgis.core import QgsCoordinateReferenceSystem
    from qgis.gui import QgsMapCanvas

    canvas = QgsMapCanvas()
    canvas.resize(300, 300)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32633"))
    return canvas


@pytest.fixture
def suggestions(canvas, places):
    made = importlib.import_module("geodiffnet.gui.suggestions").Suggestions(canvas)
    made.load(places, "scene")
    yield made
    made.remove_marks()


def test_the_card_says_the_reason_of_each_location(suggestions):
    card = importlib.import_module("geodiffnet.gui.suggestion_card").SuggestionCard(suggestions)
    suggestions.moved.emit()
    assert "Location 1 of 3" in card.text.text()
    assert "cannot decide between roof &lt;flat&gt; and road" in card.text.text()
    assert "(52\u00a0%)" in card.text.text()
    suggestions.next()
    assert "Mapped as roof &lt;flat&gt;, which has few training samples" in card.text.text()
    suggestions.next()
    assert "later reason" in card.text.text()


def test_every_reason_of_the_backend_has_a_sentence(choices):
    card = importlib.import_module("geodiffnet.gui.suggestion_card")
    assert set(card.REASONS) == set(choices.SUGGESTION_REASONS)


def test_a_location_is_zoomed_to_with_its_surroundings(suggestions, canvas):
    extent = canvas.extent()
    assert extent.center().x() == pytest.approx(LEFT + 11)
    assert min(extent.width(), extent.height()) == pytest.approx(48 * SIDE, rel=0.01)


def test_skipped_locations_are_kept_until_they_are_labelled(suggestions):
    skipped = suggestions.skipped
    suggestions.skip()
    suggestions.skip()
    assert skipped.of("scene") == [(LEFT + 11, TOP - 9), (LEFT + 21, TOP - 9)]
    assert skipped.setting("scene") == "500011.0,5399991.0 500021.0,5399991.0"
    assert skipped.setting("another scene") == ""
    suggestions.back()
    suggestions.next()  # after it was labelled
    assert skipped.of("scene") == [(LEFT + 11, TOP - 9)]
    suggestions.skip()
    suggestions.skip()  # at the end
    assert len(skipped.of("scene")) == 2


def test_skipped_locations_are_kept_in_the_project(suggestions):
    module = importlib.import_module("geodiffnet.gui.skipped_locations")
    suggestions.skip()
    again = module.SkippedLocations()
    again.read_text(suggestions.skipped.to_text())
    assert again.of("scene") == suggestions.skipped.of("scene")
    for damaged in (
        "",
        "{",
        "[1]",
        '{"s": 1}',
        '{"s": [[1], [1, "x"], [1, null], "ab"]}',
        "null",
        "[" * 100_000,
        f'{{"s": [[{10**400}, 1]]}}',
        '{"s": [[NaN, 1], [1, Infinity], [true, 1], [1e300, 1]]}',
    ):
        again.read_text(damaged)
        assert again.of("s") == []
    again.read_text('{"s": [[1, 2], [1]]}')
    assert again.of("s") == [(1.0, 2.0)]
    assert module.SkippedLocations().to_text() == ""


def test_skipped_locations_are_sent_to_the_backend(qgis, scene):
    from qgis.core import QgsRasterLayer

    requests = importlib.import_module("geodiffnet.gui.requests")
    training = importlib.import_module("geodiffnet.gui.training")
    request = requests.request_suggestions(
        QgsRasterLayer(str(scene), "scene"),
        training.TrainingLayer(make_labels([("Water", 2, 2), ("Trees", 2, 12)])),
        "rf",
        None,
        "1.5,2.5",
    )
    assert request.jobs[-1].settings["skip"] == "1.5,2.5"


def test_what_covers_the_scene_is_hidden_and_shown_again(qgis, scene):
    from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

    preview = importlib.import_module("geodiffnet.gui.preview")
    module = importlib.import_module("geodiffnet.gui.uncovered_scene")
    project = QgsProject.instance()
    project.clear()
    layers = {
        "below": QgsRasterLayer(str(scene), "below"),
        "scene": QgsRasterLayer(str(scene), "scene"),
        "components": QgsRasterLayer(str(scene), "components"),
        "another map": QgsRasterLayer(str(scene), "another map"),
        "hidden map": QgsRasterLayer(str(scene), "hidden map"),
        "districts": QgsVectorLayer("Polygon?crs=EPSG:32633", "districts", "memory"),
        "roads": QgsVectorLayer("LineString?crs=EPSG:32633", "roads", "memory"),
        "training": make_labels([("Water", 2, 2)]),
    }
    for layer in layers.values():  # each above the one before
        project.addMapLayer(layer)
    layers["components"].setCustomProperty(
        preview.PROPERTY, f"{preview.COMPONENTS} {layers['scene'].id()}"
    )
    for name in ("scene", "hidden map"):
        preview.set_visible(layers[name], False)

    def visible():
        return {name for name, layer in layers.items() if preview.is_visible(layer)}

    before = visible()
    uncovered = module.UncoveredScene()
    uncovered.uncover(layers["scene"], {layers["training"].id()})
    assert visible() == {"below", "scene", "components", "roads", "training"}
    uncovered.uncover(layers["scene"], {layers["training"].id()})  # of the next suggestions
    assert visible() == {"below", "scene", "components", "roads", "training"}
    project.removeMapLayer(layers.pop("districts").id())
    uncovered.restore()
    assert visible() == before - {"districts"}
    project.clear()


def test_a_legend_follows_the_order_of_the_keys(qgis, tmp_path):
    """The codes of a map are in alphabetical order, the list is as the user made it."""
    from osgeo import gdal
    from qgis.core import QgsPalettedRasterRenderer, QgsRasterLayer
    from qgis.PyQt.QtGui import QColor

    styling = importlib.import_module("geodiffnet.bridge.styling")
    path = str(tmp_path / "map.tif")
    gdal.GetDriverByName("GTiff").Create(path, 4, 4, 1, gdal.GDT_Byte).FlushCache()
    layer = QgsRasterLayer(path, "map")
    entries = [
        QgsPalettedRasterRenderer.Class(code, QColor("#123456"), name)
        for code, name in ((1, "field"), (2, "road"), (3, "water"), (4, "zone"))
    ]
    layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, entries))
    layer.renderer().setOpacity(0.5)
    styling.order_legend(layer, ["water", "field", "unused", "road"])
    shown = layer.renderer().classes()
    assert [(entry.label, entry.value) for entry in shown] == [
        ("water", 3), ("field", 1), ("road", 2), ("zone", 4),
    ]  # fmt: skip
    assert layer.renderer().opacity() == 0.5
