"""Layers that belong to a class map lie below it, hidden, in a fixed order."""

import importlib
from itertools import permutations

import pytest
from qgis_support import make_scene

NAMES = ("map", "confidence", "applicability", "probabilities")


@pytest.fixture
def files(tmp_path):
    return {name: make_scene(tmp_path / f"{name}.tif", bands=1) for name in (*NAMES, "scene")}


@pytest.fixture
def project(qgis):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    yield project
    project.clear()


def load(project, file, name):
    from qgis.core import QgsRasterLayer

    layer = QgsRasterLayer(str(file), name)
    project.addMapLayer(layer)
    return layer


def place(project, layer, map_file, rank):
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback
    from qgis.PyQt.QtCore import QCoreApplication

    styling = importlib.import_module("geodiffnet.bridge.styling")
    context = QgsProcessingContext()
    context.setProject(project)
    style = styling.PlainStyle()
    style.map_file, style.rank = str(map_file), rank
    style.postProcessLayer(layer, context, QgsProcessingFeedback())
    # QGIS removes layers that no node shows when it handles events
    QCoreApplication.processEvents()
    assert layer.id() in project.mapLayers()


def order(project):
    return [
        (node.name(), node.itemVisibilityChecked()) for node in project.layerTreeRoot().findLayers()
    ]


@pytest.mark.parametrize("loaded", permutations(NAMES))
def test_the_order_does_not_depend_on_that_of_loading(project, files, loaded):
    load(project, files["scene"], "scene")
    layers = {name: load(project, files[name], name) for name in loaded}
    for name in sorted(loaded):
        if name != "map":
            place(project, layers[name], files["map"], NAMES.index(name))
    assert order(project) == [(name, name == "map") for name in NAMES] + [("scene", True)]


def test_layers_stay_in_the_group_of_the_map_and_those_of_an_earlier_run_below(project, files):
    group = project.layerTreeRoot().addGroup("results")
    earlier = load(project, files["scene"], "earlier")
    layer = load(project, files["map"], "map")
    for one in (earlier, layer):
        node = project.layerTreeRoot().findLayer(one.id())
        group.insertChildNode(0, node.clone())
        project.layerTreeRoot().removeChildNode(node)
    confidence = load(project, files["confidence"], "confidence")
    place(project, confidence, files["map"], 1)
    names = [node.name() for node in group.findLayers()]
    assert names == ["map", "confidence", "earlier"]
    assert project.layerTreeRoot().findLayer(confidence.id()).layer() is confidence


def test_without_its_map_a_layer_stays_where_it_is(project, files):
    load(project, files["scene"], "scene")
    layer = load(project, files["confidence"], "confidence")
    before = order(project)
    for map_file in ("", files["map"], files["confidence"]):
        place(project, layer, map_file, 1)
        assert order(project) == before
