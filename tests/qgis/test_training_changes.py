"""The training layer of the panel: fields, geometries, styles, and changes that are undone."""

import pytest
from qgis_support import make_labels, save_layer, wait_until

UTM = "EPSG:32633"
BOW_TIE = (
    "Polygon((500000 5399990, 500010 5399980, 500010 5399990, 500000 5399980, 500000 5399990))"
)


@pytest.fixture
def utm(qgis):
    from qgis.core import QgsCoordinateReferenceSystem

    return QgsCoordinateReferenceSystem(UTM)


def make_training(layer, field=""):
    from geodiffnet.gui.training import TrainingLayer

    return TrainingLayer(layer, field)


def square(column, row, size=4):
    from qgis.core import QgsGeometry, QgsRectangle

    left, top = 500000 + 2 * column, 5400000 - 2 * row
    return QgsGeometry.fromRect(QgsRectangle(left, top - 2 * size, left + 2 * size, top))


def values_of(layer, field="class"):
    return sorted(feature[field] for feature in layer.getFeatures())


def names_drawn(training, crs):
    return sorted(name for _, name, _ in training.polygons(crs))


def names_of(training):
    return [entry.name for entry in training.classes]


def empty_layer(kind, field="class:string(20)"):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(f"{kind}?crs={UTM}&field={field}", "training", "memory")


def make_codes():
    """A layer of integer codes, one of which has a label."""
    from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

    layer = make_labels([(3, 2, 2), (7, 2, 12)], kind="integer")
    symbol = QgsFillSymbol.createSimple({"color": "#123456"})
    category = QgsRendererCategory(3, symbol, "meadow")
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", [category]))
    return layer


# Renamed, deleted and other class fields.


def test_a_renamed_class_field_is_followed(qgis, utm):
    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12)])
    training = make_training(layer)
    colours = training.classes
    training.start_editing()
    layer.renameAttribute(layer.fields().indexOf("class"), "kind")
    assert training.field == "kind"
    assert training.classes == colours
    assert layer.renderer().classAttribute() == "kind"
    training.draw("Water", square(9, 9), utm)
    training.rename("Trees", "Forest")
    assert values_of(layer, "kind") == ["Forest", "Water", "Water"]
    assert names_drawn(training, utm) == ["Forest", "Water", "Water"]


@pytest.mark.parametrize("saved", [False, True])
def test_the_backend_gets_the_new_name_of_a_field(qgis, scene, tmp_path, saved):
    from qgis.core import QgsRasterLayer, QgsVectorLayer

    from geodiffnet.gui.requests import request_map

    path = save_layer(make_labels([("Water", 2, 2), ("Trees", 2, 12)]), tmp_path / "t.gpkg")
    layer = QgsVectorLayer(str(path), "t", "ogr")
    training = make_training(layer)
    training.start_editing()
    layer.renameAttribute(layer.fields().indexOf("class"), "kind")
    if saved:
        training.save()
    settings = request_map(QgsRasterLayer(str(scene), "scene"), training, "rf").job.settings
    assert settings["class_field"] == "kind"
    exported = QgsVectorLayer(settings["labels"], "exported", "ogr")
    assert values_of(exported, "kind") == ["Trees", "Water"]


def test_the_list_of_fields_follows_the_layer(qgis):
    from geodiffnet.gui.class_field_box import ClassFieldBox

    box, needed, chosen = ClassFieldBox(), [], []
    box.needed.connect(needed.append)
    box.field_chosen.connect(lambda: chosen.append(box.field))
    layer = make_labels([("Water", 2, 2)])
    box.set_layer(layer)
    assert (box.field, box.currentText(), needed[-1]) == ("class", "class", True)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert chosen == ["note"]
    layer.startEditing()
    layer.renameAttribute(0, "remarks")
    assert (box.field, box.currentText()) == ("remarks", "remarks")
    box.set_layer(empty_layer("Polygon"))
    assert (box.field, needed[-1]) == ("class", False)
    box.set_layer(empty_layer("Polygon", "remarks:string"))
    assert (box.field, box.currentIndex(), needed[-1]) == ("", -1, True)
    box.set_layer(None)
    assert (box.field, box.count(), needed[-1]) == ("", 0, False)


def test_undoing_the_new_name_of_a_field_is_followed_too(qgis, utm):
    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12)])
    training = make_training(layer)
    training.start_editing()
    layer.renameAttribute(layer.fields().indexOf("class"), "kind")
    layer.undoStack().undo()
    assert training.field == "class"
    training.draw("Water", square(9, 9), utm)
    assert values_of(layer) == ["Trees", "Water", "Water"]


def test_a_renamed_field_is_stored_in_the_style_of_the_file(qgis, utm, tmp_path):
    from qgis.core import QgsVectorLayer

    path = save_layer(make_labels([("Water", 2, 2), ("Trees", 2, 12)]), tmp_path / "t.gpkg")
    layer = QgsVectorLayer(str(path), "t", "ogr")
    training = make_training(layer)
    training.recolour("Water", "#010203")
    layer.renameAttribute(layer.fields().indexOf("class"), "kind")
    training.save()
    again = make_training(QgsVectorLayer(str(path), "t", "ogr"), "kind")
    assert {entry.name: entry.colour for entry in again.classes}["Water"] == "#010203"
    assert values_of(again.layer, "kind") == ["Trees", "Water"]


@pytest.mark.parametrize("position", [0, 1, 2])
def test_a_deleted_field_never_gives_a_polygon_without_class(qgis, utm, position):
    from geodiffnet.bridge.errors import BridgeError

    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12)])
    training = make_training(layer)
    training.start_editing()
    layer.deleteAttribute(position)
    if layer.fields().indexOf("class") < 0:
        for change in (
            lambda: training.draw("Water", square(9, 9), utm),
            lambda: training.rename("Water", "Lake"),
            lambda: training.erase(square(2, 2), utm),
        ):
            with pytest.raises(BridgeError) as caught:
                change()
            assert caught.value.code == "training.field_missing"
        assert training.polygons(utm) == []
        assert layer.featureCount() == 2
        layer.undoStack().undo()
    training.draw("Water", square(9, 9), utm)
    assert values_of(layer) == ["Trees", "Water", "Water"]


def test_a_field_in_the_place_of_the_deleted_one_is_not_used(qgis, utm):
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QMetaType

    from geodiffnet.bridge.errors import BridgeError

    layer = empty_layer("Polygon")
    training = make_training(layer)
    training.start_editing()
    layer.deleteAttribute(0)
    layer.addAttribute(QgsField("remarks", QMetaType.Type.QString))
    with pytest.raises(BridgeError):
        training.draw("Water", square(9, 9), utm)
    assert layer.featureCount() == 0


def test_other_fields_are_added_and_deleted_without_losing_the_class_field(qgis, utm):
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QMetaType

    layer = make_labels([("Water", 2, 2)])
    training = make_training(layer)
    training.start_editing()
    layer.deleteAttribute(0)
    layer.addAttribute(QgsField("surveyor", QMetaType.Type.QString))
    layer.renameAttribute(layer.fields().indexOf("class"), "kind")
    training.draw("Water", square(9, 9), utm)
    assert values_of(layer, "kind") == ["Water", "Water"]


def test_only_editable_text_and_integer_fields_are_offered(qgis, tmp_path):
    from qgis.core import QgsField, QgsVectorLayer
    from qgis.PyQt.QtCore import QMetaType

    from geodiffnet.bridge.class_field import suitable_fields
    from geodiffnet.bridge.errors import BridgeError

    path = save_layer(make_labels([("Water", 2, 2)]), tmp_path / "t.gpkg")
    layer = QgsVectorLayer(str(path), "t", "ogr")
    layer.addExpressionField("'a'", QgsField("virtual", QMetaType.Type.QString))
    assert suitable_fields(layer) == ["note", "class"]
    for field in ("weight", "fid", "virtual", "absent"):
        with pytest.raises(BridgeError) as caught:
            make_training(layer, field)
        assert caught.value.code == "training.unsuitable_field"


def test_a_chosen_field_is_used_instead_of_the_default_one(qgis):
    layer = make_labels([("Water", 2, 2)])
    assert names_of(make_training(layer, "note")) == ["drawn by hand"]


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ("field=note:string&field=class:string", "class"),
        ("field=note:string&field=Species:string", "Species"),
        ("field=note:string&field=code:integer", "code"),
        ("field=class:double&field=note:string", ""),
        ("field=note:string", ""),
    ],
)
def test_the_default_field_is_suitable_and_has_a_usual_name(qgis, fields, wanted):
    from qgis.core import QgsVectorLayer

    from geodiffnet.bridge.class_field import default_class_field

    layer = QgsVectorLayer(f"Polygon?crs={UTM}&{fields}", "training", "memory")
    assert default_class_field(layer) == wanted


def test_a_name_that_the_field_would_cut_is_rejected(qgis, utm):
    from geodiffnet.bridge.errors import BridgeError

    layer = empty_layer("Polygon", "class:string(5)")
    training = make_training(layer)
    training.add_class("water")
    for change in (
        lambda: training.add_class("meadow"),
        lambda: training.rename("water", "waters"),
        lambda: training.draw("meadow", square(9, 9), utm),
    ):
        with pytest.raises(BridgeError) as caught:
            change()
        assert caught.value.code == "training.name_too_long"
    assert names_of(training) == ["water"]


# Integer fields.


def test_integer_codes_are_named_by_their_labels(qgis, utm):
    layer = make_codes()
    training = make_training(layer)
    assert [(entry.name, entry.code) for entry in training.classes] == [("meadow", 3), ("7", 7)]
    assert training.classes[0].colour == "#123456"
    assert names_drawn(training, utm) == ["7", "meadow"]
    training.draw("meadow", square(9, 9), utm)
    assert values_of(layer) == [3, 3, 7]


def test_a_renamed_code_keeps_its_value_and_a_new_class_gets_an_unused_one(qgis, utm):
    layer = make_codes()
    training = make_training(layer)
    training.rename("7", "road")
    training.add_class("roof")
    training.draw("roof", square(9, 9), utm)
    assert values_of(layer) == [3, 7, 8]
    assert names_of(training) == ["meadow", "road", "roof"]
    training.merge(["road", "roof"], "road")
    assert values_of(layer) == [3, 7, 7]
    for _ in range(4):
        layer.undoStack().undo()
    assert values_of(layer) == [3, 7]
    assert names_of(training) == ["meadow", "7"]
    training.remove_class("meadow")
    assert values_of(layer) == [7]


def test_the_backend_gets_the_names_that_the_panel_shows(qgis):
    training = make_training(make_codes())
    training.rename("7", "road")
    assert [(entry["value"], entry["name"]) for entry in training.class_styles()] == [
        (3, "meadow"),
        (7, "road"),
    ]


def test_two_codes_of_one_label_stay_two_classes(qgis, utm):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

    layer = make_labels([(1, 2, 2), (2, 2, 12)], kind="integer")
    categories = [
        QgsRendererCategory(code, QgsFillSymbol.createSimple({"color": colour}), "forest")
        for code, colour in ((1, "#008800"), (2, "#00cc00"))
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    training = make_training(layer)
    assert names_of(training) == ["forest", "forest (2)"]
    training.draw("forest (2)", square(9, 9), utm)
    assert values_of(layer) == [1, 2, 2]


def test_a_class_that_is_not_in_the_list_has_no_code(qgis, utm):
    from geodiffnet.bridge.errors import BridgeError

    layer = make_codes()
    with pytest.raises(BridgeError) as caught:
        make_training(layer).draw("unheard of", square(9, 9), utm)
    assert caught.value.code == "training.unknown_class"
    assert layer.featureCount() == 2


# Points and lines.


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [
        ("Polygon", "Polygon"),
        ("MultiPolygonZ", "MultiPolygonZ"),
        ("Point", "Point"),
        ("MultiPoint", "MultiPoint"),
        ("LineString", "LineString"),
        ("MultiLineStringM", "MultiLineStringM"),
    ],
)
def test_an_area_is_stored_in_the_type_of_the_layer(qgis, utm, kind, drawn):
    from qgis.core import QgsWkbTypes

    layer = empty_layer(kind)
    training = make_training(layer)
    training.draw("Water", square(4, 4, 1), utm)
    (feature,) = layer.getFeatures()
    assert QgsWkbTypes.displayString(feature.geometry().wkbType()).replace(" ", "") == drawn
    assert square(4, 4, 1).contains(feature.geometry())
    assert feature["class"] == "Water"
    assert names_drawn(training, utm) == ["Water"]


def test_several_parts_become_several_features_of_one_step(qgis, utm):
    from qgis.core import QgsGeometry

    layer = empty_layer("Polygon")
    both = QgsGeometry.collectGeometry([square(2, 2, 2), square(9, 9, 2)])
    make_training(layer).draw("Water", both, utm)
    assert values_of(layer) == ["Water", "Water"]
    layer.undoStack().undo()
    assert layer.featureCount() == 0


def test_a_line_is_rejected_by_a_layer_of_points(qgis, utm):
    from qgis.core import QgsGeometry

    from geodiffnet.bridge.errors import BridgeError

    layer = empty_layer("Point")
    line = QgsGeometry.fromWkt("LineString(500000 5399990, 500010 5399990)")
    with pytest.raises(BridgeError) as caught:
        make_training(layer).draw("Water", line, utm)
    assert caught.value.code == "training.geometry_type"
    assert layer.featureCount() == 0


def test_invalid_polygons_are_repaired_before_they_are_counted(qgis, utm):
    from qgis.core import QgsFeature, QgsGeometry

    layer = empty_layer("Polygon")
    feature = QgsFeature(layer.fields())
    bow = (
        "Polygon((500000 5399990, 500010 5399980, 500010 5399990, 500000 5399980, 500000 5399990))"
    )
    feature.setGeometry(QgsGeometry.fromWkt(bow))
    feature.setAttributes(["Water"])
    layer.dataProvider().addFeature(feature)
    ((_, _, wkb),) = make_training(layer).polygons(utm)
    repaired = QgsGeometry()
    repaired.fromWkb(wkb)
    assert repaired.isGeosValid()
    assert repaired.area() == pytest.approx(50)


# Style.


def hatched_layer(renderer_of):
    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12)])
    layer.setRenderer(renderer_of())
    return layer


def single():
    from qgis.core import QgsFillSymbol, QgsSingleSymbolRenderer

    symbol = QgsFillSymbol.createSimple({"color": "#123456", "style": "b_diagonal"})
    return QgsSingleSymbolRenderer(symbol)


def by_rules():
    from qgis.core import QgsFillSymbol, QgsRuleBasedRenderer

    return QgsRuleBasedRenderer(QgsFillSymbol.createSimple({"color": "#123456"}))


def by_another_field():
    from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

    symbol = QgsFillSymbol.createSimple({"color": "#123456"})
    category = QgsRendererCategory("drawn by hand", symbol, "mine")
    return QgsCategorizedSymbolRenderer("note", [category])


def renderer_xml(layer):
    from qgis.core import QgsReadWriteContext
    from qgis.PyQt.QtXml import QDomDocument

    document = QDomDocument()
    document.appendChild(layer.renderer().save(document, QgsReadWriteContext()))
    return document.toString()


@pytest.mark.parametrize("renderer_of", [single, by_rules, by_another_field])
def test_the_style_of_a_chosen_layer_is_kept_beside_that_of_the_classes(qgis, renderer_of):
    layer = hatched_layer(renderer_of)
    before, form = renderer_xml(layer), layer.editorWidgetSetup(1).type()
    training = make_training(layer, "class")
    assert sorted(names_of(training)) == ["Trees", "Water"]
    assert layer.renderer().classAttribute() == "class"
    assert training.former_style in layer.styleManager().styles()
    layer.styleManager().setCurrentStyle(training.former_style)
    assert renderer_xml(layer) == before
    assert layer.editorWidgetSetup(1).type() == form


def test_a_layer_that_is_styled_by_its_classes_keeps_its_only_style(qgis):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12)])
    water, other = (QgsFillSymbol.createSimple({"color": c}) for c in ("#123456", "#aaaaaa"))
    categories = [
        QgsRendererCategory("Water", water, "Lakes", False),
        QgsRendererCategory("Trees", water.clone(), "Forest"),
        QgsRendererCategory("", other, "everything else"),
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    before = renderer_xml(layer)
    training = make_training(layer)
    assert training.former_style == ""
    assert renderer_xml(layer) == before
    assert layer.styleManager().styles() == ["default"]
    training.add_class("Roof")
    shown = layer.renderer().categories()
    assert [category.label() for category in shown] == [
        "Lakes",
        "Forest",
        "Roof",
        "everything else",
    ]
    assert not shown[0].renderState()


def test_a_style_that_is_changed_later_is_left_alone_until_a_class_is_changed(qgis, utm):
    from qgis.core import QgsApplication

    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12)])
    training = make_training(layer)
    colours = training.classes
    layer.setRenderer(single())
    layer.emitStyleChanged()
    before = renderer_xml(layer)
    training.draw("Water", square(9, 9), utm)
    settled = []
    training.changed.connect(lambda: settled.append(True))

    def has_settled():
        QgsApplication.processEvents()
        return settled

    wait_until(has_settled)
    assert renderer_xml(layer) == before
    assert training.classes == colours
    training.recolour("Water", "#010203")
    assert {entry.name: entry.colour for entry in training.classes}["Water"] == "#010203"
    changed = layer.styleManager().currentStyle()
    assert any(
        layer.styleManager().setCurrentStyle(name) and renderer_xml(layer) == before
        for name in layer.styleManager().styles()
        if name != changed
    )


def test_the_default_style_of_a_file_is_not_replaced(qgis, tmp_path):
    from qgis.core import QgsVectorLayer

    path = save_layer(make_labels([("Water", 2, 2), ("Trees", 2, 12)]), tmp_path / "t.gpkg")
    layer = QgsVectorLayer(str(path), "t", "ogr")
    layer.setRenderer(single())
    layer.saveStyleToDatabase("mine", "", True, "")
    before = renderer_xml(layer)
    training = make_training(layer)
    training.recolour("Water", "#010203")
    training.save()
    layer.commitChanges()
    again = QgsVectorLayer(str(path), "t", "ogr")
    assert again.renderer().type() == "singleSymbol"
    assert renderer_xml(again) == before
    # The classes are found again beside it.
    colours = {entry.name: entry.colour for entry in make_training(again).classes}
    assert colours["Water"] == "#010203"


# Erasing.


def test_the_eraser_cuts_splits_and_deletes_in_one_step(qgis, utm):
    from qgis.core import QgsGeometry, QgsRectangle

    layer = make_labels([("Water", 2, 2), ("Trees", 12, 2), ("Roof", 2, 20)])
    training = make_training(layer)
    # A strip through the middle of both squares, then all of the first.
    strip = QgsGeometry.fromRect(QgsRectangle(499990, 5399990, 500100, 5399994))
    assert training.erase(strip, utm) == 2
    assert values_of(layer) == ["Roof", "Trees", "Trees", "Water", "Water"]
    assert sum(feature.geometry().area() for feature in layer.getFeatures()) == pytest.approx(128)
    assert {feature["note"] for feature in layer.getFeatures()} == {"drawn by hand"}
    layer.undoStack().undo()
    assert layer.featureCount() == 3
    assert sum(feature.geometry().area() for feature in layer.getFeatures()) == pytest.approx(192)


def test_the_eraser_deletes_what_it_covers_and_leaves_what_it_touches(qgis, utm):
    layer = make_labels([("Water", 2, 2), ("Trees", 6, 2)])
    training = make_training(layer)
    assert training.erase(square(2, 2), utm) == 1
    assert values_of(layer) == ["Trees"]
    (left,) = layer.getFeatures()
    assert left.geometry().area() == pytest.approx(64)


def test_only_one_class_is_erased_where_that_is_wanted(qgis, utm):
    layer = make_labels([("Water", 2, 2), ("Trees", 3, 3)])
    training = make_training(layer)
    assert training.erase(square(0, 0, 20), utm, "Trees") == 1
    assert values_of(layer) == ["Water"]


def test_erasing_nothing_adds_no_step(qgis, utm):
    layer = make_labels([("Water", 2, 2)])
    assert make_training(layer).erase(square(20, 20), utm) == 0
    assert not layer.isEditable()
    assert layer.undoStack().count() == 0


def test_points_lines_and_invalid_polygons_are_erased(qgis, utm):
    from qgis.core import QgsFeature, QgsGeometry

    cases = (
        ("MultiPoint", "MultiPoint(500001 5399999, 500031 5399999)", 1),
        ("Point", "Point(500001 5399999)", 0),
        ("LineString", "LineString(500001 5399999, 500031 5399999)", 1),
        ("Polygon", BOW_TIE, 2),
    )
    for kind, wkt, left in cases:
        layer = empty_layer(kind)
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes(["Water"])
        layer.dataProvider().addFeature(feature)
        eraser = square(0, 4, 3) if kind == "Polygon" else square(0, 0, 4)
        assert make_training(layer).erase(eraser, utm) == 1, kind
        assert layer.featureCount() == left, kind


def test_a_location_outside_the_system_of_the_layer_is_an_error(qgis):
    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

    from geodiffnet.bridge.errors import BridgeError

    layer = empty_layer("Polygon")
    pole = QgsGeometry.fromWkt("Polygon((0 100, 1 100, 1 120, 0 100))")
    with pytest.raises(BridgeError) as caught:
        make_training(layer).draw("Water", pole, QgsCoordinateReferenceSystem("EPSG:4326"))
    assert caught.value.code == "training.outside"
    assert layer.featureCount() == 0


@pytest.mark.parametrize("row", [0, 1, 2])
def test_the_dialog_makes_layers_of_polygons_lines_and_points(qgis, utm, tmp_path, row):
    from qgis.core import Qgis
    from qgis.PyQt.QtWidgets import QWidget

    from geodiffnet.gui.new_layer_dialog import NewLayerDialog

    window = QWidget()
    dialog = NewLayerDialog(utm, tmp_path, window)
    dialog.classes.setPlainText("water=#112233\ntree")
    dialog.geometry_type.setCurrentIndex(row)
    dialog.accept()
    assert dialog.error_label.text() == ""
    kinds = (Qgis.GeometryType.Polygon, Qgis.GeometryType.Line, Qgis.GeometryType.Point)
    assert dialog.layer.geometryType() == kinds[row]
    training = make_training(dialog.layer)
    assert (training.classes[0].name, training.classes[0].colour) == ("water", "#112233")
    training.draw("tree", square(4, 4, 1), utm)
    training.save()
    assert training.former_style == ""
    assert len(training.polygons(utm)) == 1


def test_unchanged_geometries_are_transformed_once(qgis, utm, monkeypatch):
    from qgis.core import QgsCoordinateReferenceSystem

    from geodiffnet.bridge import transformed_geometries

    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12)])
    training = make_training(layer)
    other = QgsCoordinateReferenceSystem("EPSG:3857")
    before = {crs.authid(): training.polygons(crs) for crs in (utm, other)}
    counted = []
    real = transformed_geometries.transformed

    def count(*arguments):
        counted.append(arguments)
        return real(*arguments)

    monkeypatch.setattr(transformed_geometries, "transformed", count)
    assert training.polygons(utm) == before[UTM]
    assert training.polygons(other) == before["EPSG:3857"]
    assert counted == []
    training.draw("Water", square(9, 9), utm)
    training.start_editing()
    moved = square(20, 20)
    layer.changeGeometry(1, moved)
    found = {number: wkb for number, _, wkb in training.polygons(utm)}
    assert found[1] == bytes(moved.asWkb())
    assert len(found) == 3
    assert len(counted) == 2
    layer.setCrs(other)
    training.polygons(utm)
    assert len(counted) == 2 + 3


def test_a_layer_or_field_that_is_too_large_is_rejected_and_keeps_its_style(qgis, monkeypatch):
    from geodiffnet.bridge import class_field
    from geodiffnet.bridge.errors import BridgeError

    layer = make_labels([("a", 2, 2), ("b", 8, 2), ("c", 2, 12)])
    before = renderer_xml(layer)
    for name, limit, code in (
        ("MAX_SAMPLES", 2, "training.too_many_samples"),
        ("MAX_CLASSES", 2, "training.too_many_classes"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(class_field, name, limit)
            with pytest.raises(BridgeError) as caught:
                make_training(layer)
        assert caught.value.code == code
        assert renderer_xml(layer) == before
        assert layer.styleManager().styles() == ["default"]
    assert len(make_training(layer).classes) == 3


def test_a_layer_that_is_deleted_right_after_a_change_is_left_alone(qgis, errors_in_slots):
    from qgis.PyQt import sip
    from qgis.PyQt.QtCore import QCoreApplication

    layer = make_labels([("meadow", 2, 2), ("soil", 2, 12)])
    training = make_training(layer)
    changes = []
    training.changed.connect(lambda: changes.append(True))
    layer.dataChanged.emit()
    sip.delete(layer)
    timer = training._timer
    wait_until(lambda: QCoreApplication.processEvents() or not timer.isActive())
    assert not changes
    assert not errors_in_slots


def test_what_is_not_urgent_follows_a_change_in_a_later_turn_of_the_event_loop(qgis, utm):
    from qgis.PyQt.QtCore import QCoreApplication

    training = make_training(make_labels([("meadow", 2, 2), ("soil", 2, 12)]))
    turns, seen = [0], []
    training.changed.connect(lambda: seen.append(("changed", turns[0])))
    training.changed_later.connect(lambda: seen.append(("later", turns[0])))
    training.draw("soil", square(20, 20), utm)

    def run_until(count):
        def check():
            QCoreApplication.processEvents()
            turns[0] += 1
            return len(seen) == count

        wait_until(check)

    run_until(2)
    assert [name for name, _ in seen] == ["changed", "later"]
    assert seen[0][1] < seen[1][1]
    training.draw("soil", square(30, 20), utm)
    run_until(3)
    training.release()  # as when another layer is chosen
    assert not training._later_timer.isActive()
