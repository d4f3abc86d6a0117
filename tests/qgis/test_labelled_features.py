"""The class values and geometries of a layer, read again only where they have changed."""

import random

import pytest
from qgis_support import make_labels, save_layer

SQUARES = [(f"class {number % 3}", 6 * (number % 5), 6 * (number // 5)) for number in range(25)]
STEPS = 60


class NotingLayer:
    """A layer, with the ids of the features that are read from it."""

    def __init__(self, layer):
        self._layer = layer
        self.read = []

    def __getattr__(self, name):
        return getattr(self._layer, name)

    def getFeatures(self, request):  # noqa: N802
        for feature in self._layer.getFeatures(request):
            self.read.append(feature.id())
            yield feature


def watch(layer):
    """The labelled features of a layer, and the ids that they read from now on."""
    from geodiffnet.bridge.class_field import ClassField
    from geodiffnet.bridge.labelled_features import LabelledFeatures

    noting = NotingLayer(layer)
    features = LabelledFeatures(noting, ClassField(layer, "class"))
    features.labels()
    return features, noting.read


def labels_of(layer):
    """What is read without a memory."""
    return sorted(
        (feature.id(), feature["class"], bytes(feature.geometry().asWkb()))
        for feature in layer.getFeatures()
        if feature["class"] and not feature.geometry().isEmpty()
    )


def new_square(layer, name, left):
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle

    feature = QgsFeature(layer.fields())
    geometry = QgsGeometry.fromRect(QgsRectangle(500000 + left, 5399000, 500004 + left, 5399004))
    feature.setGeometry(geometry)
    feature["class"] = name
    return feature


@pytest.fixture(params=["memory", "GeoPackage"])
def layer(request, qgis, tmp_path):
    layer = make_labels(SQUARES)
    if request.param == "memory":
        return layer
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(str(save_layer(layer, tmp_path / "labels.gpkg")), "labels", "ogr")


def change(layer, generator):
    """A change of the layer, which may be of several features."""
    numbers = [feature.id() for feature in layer.getFeatures()]
    number = generator.choice(numbers) if numbers else None
    kinds = ["add", "undo", "redo", "save", "roll back", "several"]
    kind = generator.choice(kinds + 2 * ["move", "rename", "delete", "clear"] * bool(numbers))
    if not layer.isEditable():
        layer.startEditing()
    if kind == "add":
        layer.addFeature(new_square(layer, "class 1", generator.randint(1, 900)))
    elif kind == "several":
        layer.beginEditCommand("several")
        layer.addFeatures([new_square(layer, "class 2", 10 * left) for left in range(3)])
        for other in generator.sample(numbers, min(3, len(numbers))):
            layer.changeAttributeValue(other, layer.fields().indexOf("class"), "class 0")
        layer.endEditCommand()
    elif kind == "move":
        shape = new_square(layer, "", generator.randint(1, 900)).geometry()
        layer.changeGeometry(number, shape)
    elif kind in ("rename", "clear"):
        value = "class 9" if kind == "rename" else None
        layer.changeAttributeValue(number, layer.fields().indexOf("class"), value)
    elif kind == "delete":
        layer.deleteFeature(number)
    elif kind == "undo":
        layer.undoStack().undo()
    elif kind == "redo":
        layer.undoStack().redo()
    elif kind == "save":
        assert layer.commitChanges(generator.random() < 0.5), layer.commitErrors()
    else:
        layer.rollBack()
    return kind


@pytest.mark.parametrize("seed", range(4))
def test_labels_are_those_of_the_layer_after_any_changes(layer, seed):
    features, _ = watch(layer)
    generator = random.Random(seed)
    done = []
    for _ in range(STEPS):
        done.append(change(layer, generator))
        if generator.random() < 0.6:  # several changes may come together
            assert features.labels() == labels_of(layer), done
            assert features.values() == {value for _, value, _ in labels_of(layer)}, done


def test_only_changed_features_are_read(layer):
    features, read = watch(layer)
    layer.startEditing()
    features.labels()
    first, second, third = sorted(feature.id() for feature in layer.getFeatures())[:3]
    del read[:]
    layer.addFeature(new_square(layer, "class 1", 40))
    layer.changeGeometry(first, new_square(layer, "", 80).geometry())
    layer.changeAttributeValue(second, layer.fields().indexOf("class"), "class 7")
    layer.deleteFeature(third)
    found = features.labels()
    assert found == labels_of(layer)
    assert len(read) == 3  # a deleted one is not there
    assert {first, second} < set(read)
    del read[:]
    assert features.labels() == found
    assert features.values() == {"class 0", "class 1", "class 2", "class 7"}
    assert read == []


def test_features_that_came_without_a_signal_are_found(layer):
    """Another program, or a script that writes to the provider of the layer."""
    features, _ = watch(layer)
    layer.dataProvider().addFeatures([new_square(layer, "class 5", 40)])
    assert features.labels() == labels_of(layer)
    assert len(features.labels()) == len(SQUARES) + 1
    layer.dataProvider().truncate()
    assert features.labels() == []


def test_a_filter_and_the_fields_of_the_layer_are_followed(layer):
    features, _ = watch(layer)
    layer.setSubsetString("\"class\" = 'class 1'")
    assert features.values() == {"class 1"}
    assert features.labels() == labels_of(layer)
    layer.setSubsetString("")
    assert features.labels() == labels_of(layer)
    layer.startEditing()
    layer.renameAttribute(layer.fields().indexOf("class"), "kind")
    assert features.values() == {"class 0", "class 1", "class 2"}
    layer.deleteAttribute(layer.fields().indexOf("kind"))
    assert features.labels() == []
    layer.undoStack().undo()
    assert len(features.labels()) == len(SQUARES)
