"""Layers as people have them, through PyQGIS and the real backend, on the sample scene.

The quickest method will do here: what matters is what becomes of the layer.
"""

import importlib

import pytest

COLOURS = {
    "field": "#e8d06a", "grass": "#99d15f", "road": "#7a7f87", "roof": "#c23b2e",
    "shadow": "#2d3142", "soil": "#a8713f", "tree": "#176b31", "water": "#2878c8",
}  # fmt: skip


@pytest.fixture(scope="module")
def samples(qgis, sample):
    """The labels of the sample as integer codes, in degrees, in memory, with names and colours."""
    from qgis.core import (
        QgsCategorizedSymbolRenderer,
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsCoordinateTransformContext,
        QgsFeature,
        QgsRendererCategory,
        QgsSymbol,
        QgsVectorLayer,
    )
    from qgis.PyQt.QtGui import QColor

    drawn = QgsVectorLayer(str(sample.labels), "drawn")
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(drawn.crs(), degrees, QgsCoordinateTransformContext())
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=code:integer", "samples", "memory")
    codes = {name: code for code, name in enumerate(COLOURS, 11)}
    features = []
    for original in drawn.getFeatures():
        feature = QgsFeature(layer.fields())
        geometry = original.geometry()
        geometry.transform(transform)
        feature.setGeometry(geometry)
        feature.setAttributes([codes[original["class"]]])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    categories = []
    for name, colour in COLOURS.items():
        symbol = QgsSymbol.defaultSymbol(layer.geometryType())
        symbol.setColor(QColor(colour))
        categories.append(QgsRendererCategory(codes[name], symbol, name.capitalize()))
    layer.setRenderer(QgsCategorizedSymbolRenderer("code", categories))
    return layer, codes


@pytest.fixture(scope="module")
def real_backend():
    """Use the real backend instead of the fake worker of other tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("GEODIFFNET_PYTHON", raising=False)
        yield


def classify(sample, labels, field, folder):
    processing = importlib.import_module("processing")
    parameters = {
        "INPUT": str(sample.scene),
        "LABELS": labels,
        "CLASS_FIELD": field,
        "METHOD": "rf",
        "OUTPUT": str(folder / "map.tif"),
    }
    return processing.run("geodiffnet:classify", parameters)["OUTPUT"]


@pytest.fixture(scope="module")
def class_map(samples, sample, real_backend, tmp_path_factory):
    layer, _ = samples
    return classify(sample, layer, "code", tmp_path_factory.mktemp("map"))


def legend(path):
    from qgis.core import QgsRasterLayer

    layer = QgsRasterLayer(path, "map")
    return {
        int(entry.value): (entry.label, entry.color.name()) for entry in layer.renderer().classes()
    }


def test_the_map_has_the_names_and_colours_of_the_layer(class_map, samples):
    _, codes = samples
    assert legend(class_map) == {
        codes[name]: (name.capitalize(), colour) for name, colour in COLOURS.items()
    }


def test_samples_in_degrees_label_the_right_pixels(class_map, sample):
    """A shift of one pixel would reduce the accuracy below the limit."""
    from osgeo import gdal
    from qgis.core import QgsRasterLayer, QgsVectorLayer

    codes = {name.lower(): code for code, (name, _) in legend(class_map).items()}
    layer, drawn = QgsRasterLayer(class_map, "map"), QgsVectorLayer(str(sample.labels), "drawn")
    found = []
    for feature in drawn.getFeatures():
        point = feature.geometry().poleOfInaccessibility(0.5)[0].asPoint()
        value, inside = layer.dataProvider().sample(point, 1)
        found.append(inside and value == codes[feature["class"]])
    assert sum(found) / len(found) > 0.95
    assert gdal.Open(class_map).ReadAsArray().min() == min(codes.values())


def test_only_selected_features_are_used_for_training(samples, sample, real_backend, tmp_path):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    layer, codes = samples
    wanted = ["field", "tree", "water"]
    layer.selectByExpression(f"code in ({', '.join(str(codes[name]) for name in wanted)})")
    QgsProject.instance().addMapLayer(layer, False)
    try:
        source = QgsProcessingFeatureSourceDefinition(layer.id(), True)
        path = classify(sample, source, "code", tmp_path)
    finally:
        QgsProject.instance().takeMapLayer(layer)
        layer.removeSelection()
    assert {name for name, _ in legend(path).values()} == {"Field", "Tree", "Water"}
