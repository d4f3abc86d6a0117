"""Runs inside QGIS as `qgis --code driver.py`: runs the dialog of the algorithm Classify.

Tests and `docs/screenshots.py` share it; it checks nothing.
"""

import json
import os
import sys
import time
from pathlib import Path

import processing
from qgis.core import (
    QgsAnnotationLayer,
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsMapThemeCollection,
    QgsProcessingContext,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDockWidget, QLabel, QProgressBar, QTextEdit
from qgis.utils import iface, plugins, unloadPlugin

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import (
    WINDOW,
    open_scene,
    run_driver,
    save_screenshot,
    tidy_window,
    unqueued_time,
    wait,
)

#: None of them is the conventional colour of the class.
COLOURS = {
    "field": "#e9d16c", "grass": "#a3d977", "road": "#6f7682", "roof": "#cf4a36",
    "shadow": "#2b2f45", "soil": "#b5804c", "tree": "#1f7a3d", "water": "#2e86d6",
}  # fmt: skip
LAYERS_WIDTH = 230
DIALOG = (1060, 790)
SECONDS_TO_RUN = 600


def drive(job):
    """Run the steps of the job; returns what was observed."""
    folder = Path(job["pictures"])
    tidy_window()
    scene, samples = open_layers(job["scene"], job["labels"])
    dialog = open_dialog(scene, samples, job.get("outputs", {}))
    save_screenshot(dialog, folder / "classify-dialog.png")
    seen = {"title": dialog.windowTitle(), "colours": COLOURS, "dialog": contents(dialog)}
    seen |= run(dialog, job.get("cancel", False))
    save_screenshot(dialog, folder / "classify-log.png")
    dialog.close()
    nodes = QgsProject.instance().layerTreeRoot().findLayers()
    seen["layers"] = [node.name() for node in nodes]
    seen["shown"] = [node.name() for node in nodes if node.itemVisibilityChecked()]
    maps = [layer for layer in QgsProject.instance().mapLayers().values() if is_class_map(layer)]
    if maps:
        seen["legend"] = legend_in_tree(maps[0])
        seen["path"] = maps[0].source()
        show_result(scene, samples)
        save_screenshot(iface.mainWindow(), folder / "classify-result.png")
    seen["torch"] = "torch" in sys.modules
    seen["unloaded"] = "geodiffnet" in plugins and unloadPlugin("geodiffnet")
    return seen


def open_layers(scene_path, labels_path):
    """Add the scene in true colour and the training samples in their class colours."""
    scene = open_scene(scene_path)
    samples = QgsVectorLayer(labels_path, "Training polygons")
    categories = []
    for name, colour in COLOURS.items():
        symbol = QgsFillSymbol.createSimple(
            {"color": colour, "outline_color": "#ffffff", "outline_width": "0.45"}
        )
        categories.append(QgsRendererCategory(name, symbol, name.capitalize()))
    samples.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    QgsProject.instance().addMapLayer(samples)
    iface.setActiveLayer(samples)
    wait(0.5)
    return scene, samples


def open_dialog(scene, samples, outputs):
    """The dialog of the algorithm, with parameters."""
    parameters = {"INPUT": scene.id(), "LABELS": samples.id()}
    dialog = processing.createAlgorithmDialog("geodiffnet:classify", parameters | outputs)
    dialog.show()
    dialog.resize(*DIALOG)
    dialog.move(100, 60)
    wait(1.0)
    return dialog


def contents(dialog):
    """The headings of the dialog, its labels, the class field, and that of another layer."""
    wrappers = dialog.mainWidget().wrappers
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    chosen = wrappers["CLASS_FIELD"].parameterValue()
    other = QgsVectorLayer("Point?field=note:string&field=species:string", "trees", "memory")
    notes = QgsAnnotationLayer("notes", QgsAnnotationLayer.LayerOptions(project_transforms()))
    QgsProject.instance().addMapLayers([other, notes], False)
    samples = wrappers["LABELS"].parameterValue()
    wrappers["LABELS"].setParameterValue(other.id(), QgsProcessingContext())
    species = wrappers["CLASS_FIELD"].parameterValue()
    offered = [
        box.itemText(index)
        for box in wrappers["LABELS"].wrappedWidget().findChildren(QComboBox)
        for index in range(box.count())
    ]
    wrappers["LABELS"].setParameterValue(samples, QgsProcessingContext())
    again = wrappers["CLASS_FIELD"].parameterValue()
    QgsProject.instance().removeMapLayers([other.id(), notes.id()])
    return {
        "sections": [
            label.text() for label in dialog.findChildren(QLabel) if label.objectName() == "section"
        ],
        "labels": labels,
        "fields": [chosen, species, again],
        "offered": offered,
        "widgets": sorted(wrappers),
    }


def project_transforms():
    return QgsProject.instance().transformContext()


def run(dialog, cancel):
    """Press Run, and Cancel if requested, and wait for the end."""
    ended = []
    dialog.algorithmFinished.connect(lambda ok, results: ended.append((ok, results)))
    longest_stall = 0.0
    started, last = time.monotonic(), unqueued_time()
    bar = dialog.findChild(QProgressBar)
    dialog.runButton().click()
    while not ended and time.monotonic() - started < SECONDS_TO_RUN:
        wait(0.05)
        longest_stall = max(longest_stall, unqueued_time() - last)
        last = unqueued_time()
        if cancel and bar.value() > 0 and dialog.cancelButton().isEnabled():
            dialog.cancelButton().click()
            cancel = False
    wait(1.0)
    ok, results = ended[0] if ended else (False, {})
    plain = {name: value for name, value in results.items() if isinstance(value, (str, float))}
    return {
        "ok": ok,
        "results": plain,
        "log": dialog.findChild(QTextEdit, "txtLog").toPlainText(),
        "longest_stall": longest_stall,
    }


def is_class_map(layer):
    return isinstance(layer, QgsRasterLayer) and layer.name() == "Class map"


def legend_in_tree(layer):
    """Name and colour of each legend entry of a layer."""
    model = iface.layerTreeView().layerTreeModel()
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    entries = {}
    for entry in model.layerLegendNodes(node):
        drawn = entry.data(Qt.ItemDataRole.DecorationRole)
        if hasattr(drawn, "pixmap"):  # an icon
            drawn = drawn.pixmap(16, 16)
        if hasattr(drawn, "toImage"):
            image = drawn.toImage()
            middle = image.pixelColor(image.width() // 2, image.height() // 2)
            entries[entry.data(Qt.ItemDataRole.DisplayRole)] = middle.name()
    return {"expanded": node.isExpanded(), "entries": entries}


def show_result(scene, samples):
    """Show the map beside the scene and the training samples."""
    project = QgsProject.instance()
    themes = project.mapThemeCollection()
    root, model = project.layerTreeRoot(), iface.layerTreeView().layerTreeModel()
    made = [layer for layer in project.mapLayers().values() if layer not in (scene, samples)]
    for layer in made:
        root.findLayer(layer.id()).setItemVisibilityChecked(False)
    themes.insert("scene", QgsMapThemeCollection.createThemeFromCurrentState(root, model))
    for layer in made:
        root.findLayer(layer.id()).setItemVisibilityChecked(is_class_map(layer))
    root.findLayer(samples.id()).setItemVisibilityChecked(False)
    root.findLayer(samples.id()).setExpanded(False)
    beside = iface.createNewMapCanvas("Sample scene and training polygons")
    beside.setTheme("scene")
    window = iface.mainWindow()
    dock = next(dock for dock in window.findChildren(QDockWidget) if dock.isAncestorOf(beside))
    layers = window.findChild(QDockWidget, "Layers")
    results = window.findChild(QDockWidget, "ResultsViewer")
    if results is not None:  # opened for the report
        results.hide()
    iface.messageBar().clearWidgets()
    window.resize(*WINDOW)
    wait(0.5)
    half = (window.width() - LAYERS_WIDTH) // 2
    window.resizeDocks([layers, dock], [LAYERS_WIDTH, half], Qt.Orientation.Horizontal)
    wait(0.5)
    for canvas in (iface.mapCanvas(), beside):
        extent = scene.extent()
        extent.scale(1.03)
        canvas.setExtent(extent)
        canvas.refresh()
    wait(2.0)


run_driver(drive)
