"""The export of labels as the user sees them."""

import importlib

import pytest
from qgis_support import make_labels


@pytest.fixture
def exported(qgis, fake, scene, tmp_path):
    """Run classify with a layer; returns the exported labels as a layer."""
    from qgis.core import QgsProcessingFeedback, QgsVectorLayer

    feedback = QgsProcessingFeedback(False)

    def run(labels, class_field="class", **parameters):
        given = {
            "INPUT": str(scene),
            "LABELS": labels,
            "CLASS_FIELD": class_field,
            "OUTPUT": str(tmp_path / "map.tif"),
        }
        processing = importlib.import_module("processing")
        processing.run("geodiffnet:classify", given | parameters, feedback=feedback)
        settings = fake.settings
        file = fake.kept(settings["labels"])
        layer = QgsVectorLayer(f"{file}|layername={settings['labels_layer']}", "l")
        assert layer.isValid()
        run.log = feedback.textLog()
        return layer

    return run


def values(layer, name="class"):
    return [feature[name] for feature in layer.getFeatures()]


def test_a_memory_layer_is_exported_with_its_class_field_only(exported, labels):
    layer = exported(labels)
    assert values(layer) == ["Water", "Water", "Trees", "Trees"]
    names = [field.name() for field in layer.fields()]
    assert names == ["geodiffnet_feature", "class"]
    assert layer.crs().authid() == "EPSG:32633"


def test_selected_features_are_exported_in_a_fixed_order(exported, qgis):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    labels = make_labels([(number, number, 2) for number in range(30)], kind="integer")
    QgsProject.instance().addMapLayer(labels, False)
    labels.selectByExpression("class >= 10")
    try:
        layer = exported(QgsProcessingFeatureSourceDefinition(labels.id(), True))
    finally:
        QgsProject.instance().takeMapLayer(labels)
    assert values(layer) == list(range(10, 30))


def test_the_filter_of_a_layer_is_respected(exported, labels):
    labels.setSubsetString("\"class\" = 'Trees'")
    assert values(exported(labels)) == ["Trees", "Trees"]


def test_a_joined_field_can_be_the_class(exported, labels):
    from qgis.core import QgsFeature, QgsProject, QgsVectorLayer, QgsVectorLayerJoinInfo

    table = QgsVectorLayer("None?field=class:string&field=cover:string", "names", "memory")
    for row in (["Water", "lake"], ["Trees", "forest"]):
        feature = QgsFeature(table.fields())
        feature.setAttributes(row)
        table.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(table, False)
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("class")
    join.setTargetFieldName("class")
    join.setUsingMemoryCache(True)
    labels.addJoin(join)
    try:
        layer = exported(labels, "names_cover")
    finally:
        QgsProject.instance().removeMapLayer(table.id())
    assert values(layer, "names_cover") == ["lake", "lake", "forest", "forest"]


def test_the_coordinate_system_of_the_layer_is_kept(exported, qgis, labels, tmp_path):
    processing = importlib.import_module("processing")
    degrees = processing.run(
        "native:reprojectlayer",
        {"INPUT": labels, "TARGET_CRS": "EPSG:4326", "OUTPUT": "TEMPORARY_OUTPUT"},
    )["OUTPUT"]
    layer = exported(degrees)
    assert layer.crs().authid() == "EPSG:4326"
    assert layer.extent().xMaximum() < 180


def test_a_layer_without_crs_gets_that_of_the_image(exported, labels):
    from qgis.core import QgsCoordinateReferenceSystem

    labels.setCrs(QgsCoordinateReferenceSystem())
    layer = exported(labels)
    assert layer.crs().authid() == "EPSG:32633"
    assert "no coordinate reference system" in exported.log


def test_integer_classes_stay_integers(exported, qgis):
    layer = exported(make_labels([(1, 2, 2), (2, 8, 2)], kind="integer"))
    assert values(layer) == [1, 2]


@pytest.mark.parametrize("name", ["fid", "FID", "geom", "ogc_fid"])
def test_a_class_field_may_have_the_name_of_a_geopackage_column(exported, labels, name):
    labels.dataProvider().renameAttributes({labels.fields().lookupField("class"): name})
    labels.updateFields()
    assert values(exported(labels, name), name) == ["Water", "Water", "Trees", "Trees"]


def test_invalid_polygons_are_repaired(exported, labels):
    from qgis.core import QgsGeometry

    bow_tie = QgsGeometry.fromWkt(
        "Polygon((500010 5399990, 500020 5399980, 500020 5399990, 500010 5399980, 500010 5399990))"
    )
    labels.dataProvider().changeGeometryValues({1: bow_tie})
    layer = exported(labels)
    geometries = [feature.geometry() for feature in layer.getFeatures()]
    assert all(geometry.isGeosValid() for geometry in geometries)
    assert geometries[0].area() == pytest.approx(50)
    assert "Training samples: 1 invalid geometries were repaired" in exported.log


def test_curves_are_segmentized(exported, qgis):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("CurvePolygon?crs=EPSG:32633&field=class:string", "circles", "memory")
    for value, left in (("Water", 500010), ("Trees", 500030)):
        feature = QgsFeature(layer.fields())
        right, y = left + 10, 5399970
        arc = f"CurvePolygon(CircularString({left} {y}, {right} {y}, {left} {y}))"
        feature.setGeometry(QgsGeometry.fromWkt(arc))
        feature.setAttributes([value])
        layer.dataProvider().addFeature(feature)
    arrived = exported(layer)
    geometries = [feature.geometry() for feature in arrived.getFeatures()]
    assert not any("Circular" in geometry.asWkt() for geometry in geometries)
    assert [geometry.area() for geometry in geometries] == pytest.approx([78.54, 78.54], rel=1e-3)


def test_empty_geometries_are_skipped_and_an_empty_layer_is_rejected(exported, labels):
    from qgis.core import QgsGeometry, QgsProcessingException

    labels.dataProvider().changeGeometryValues({1: QgsGeometry()})
    assert len(values(exported(labels))) == 3
    labels.dataProvider().truncate()
    with pytest.raises(QgsProcessingException, match=r"contains no features\.\nDraw"):
        exported(labels)


def categorise(layer, field, categories):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsRendererCategory, QgsSymbol
    from qgis.PyQt.QtGui import QColor

    entries = []
    for value, colour, label in categories:
        symbol = QgsSymbol.defaultSymbol(layer.geometryType())
        symbol.setColor(QColor(colour))
        entries.append(QgsRendererCategory(value, symbol, label))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, entries))
    return layer


def test_names_and_colours_of_a_categorized_layer_are_sent(exported, fake, qgis):
    layer = make_labels([(1, 2, 2), (2, 8, 2), (7, 2, 12), (8, 8, 12)], kind="integer")
    categories = [
        (1, "#0000ff", "Lake"),
        ("2", "#00FF00", "Forest"),
        ([7, 8], "#ff0000", "Town"),
        (None, "#888888", "everything else"),
    ]
    exported(categorise(layer, "class", categories))
    assert fake.settings["classes"] == [
        {"value": 1, "name": "Lake", "colour": "#0000ff"},
        {"value": 2, "name": "Forest", "colour": "#00ff00"},
        {"value": 7, "name": "Town", "colour": "#ff0000"},
        {"value": 8, "name": "Town", "colour": "#ff0000"},
    ]


def test_a_selection_keeps_names_and_colours(exported, fake, labels):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    categorise(labels, "class", [("Water", "#0000ff", "Lake")])
    QgsProject.instance().addMapLayer(labels, False)
    labels.selectAll()
    try:
        exported(QgsProcessingFeatureSourceDefinition(labels.id(), True))
    finally:
        QgsProject.instance().takeMapLayer(labels)
    assert fake.settings["classes"] == [{"value": "Water", "name": "Lake", "colour": "#0000ff"}]


def test_categories_of_another_field_are_ignored(exported, fake, labels):
    exported(categorise(labels, "note", [("drawn by hand", "#ff0000", "mine")]))
    assert "classes" not in fake.settings


def test_pixel_and_band_settings_are_sent_only_where_they_are_set(exported, labels, fake):
    rules = {"pixel_rule", "min_coverage", "point_radius", "line_width"}
    bands = {"bad_bands", "rgb_bands", "drop_weak_bands"}
    exported(labels)
    assert not (rules | bands) & fake.settings.keys()
    exported(
        labels,
        PIXEL_RULE="coverage",
        MIN_COVERAGE=0.25,
        POINT_RADIUS=0.5,
        LINE_WIDTH=3,
        BAD_BANDS=" 1-2 ",
        RGB_BANDS="3, 2, 1",
        DROP_WEAK_BANDS=True,
    )
    assert {name: fake.settings[name] for name in rules | bands} == {
        "pixel_rule": "coverage",
        "min_coverage": 0.25,
        "point_radius": 0.5,
        "line_width": 3.0,
        "bad_bands": "1-2",
        "rgb_bands": "3, 2, 1",
        "drop_weak_bands": True,
    }
