"""Runs inside QGIS with a window, as `qgis --code driver.py`: does what an analyst does, and looks.

The JSON file that GEODIFFNET_DRIVER names says what to open, where to put pictures, and where to
write what was seen. Tests and `docs/screenshots.py` share it; it judges nothing.
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

import processing
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsContrastEnhancement,
    QgsFillSymbol,
    QgsMapThemeCollection,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QProgressBar, QTextEdit, QToolBar
from qgis.utils import iface, plugins, unloadPlugin

#: What an analyst would choose; none of them is the backend's own idea of the class.
COLOURS = {
    "field": "#e9d16c", "grass": "#a3d977", "road": "#6f7682", "roof": "#cf4a36",
    "shadow": "#2b2f45", "soil": "#b5804c", "tree": "#1f7a3d", "water": "#2e86d6",
}  # fmt: skip
TRUE_COLOUR = (650, 560, 470)
WINDOW = (1160, 560)
LAYERS_WIDTH = 230
DIALOG = (1060, 790)
TOOLBARS_SHOWN = ("mFileToolBar", "mMapNavToolBar")
SECONDS_TO_RUN = 240


def drive(job):
    """Do the job step by step; gives what was seen."""
    folder = Path(job["pictures"])
    tidy_window()
    scene, examples = open_layers(job["scene"], job["labels"])
    dialog = open_dialog(scene, examples, job.get("outputs", {}))
    picture(dialog, folder / "classify-dialog.png")
    seen = {"title": dialog.windowTitle(), "colours": COLOURS}
    seen |= run(dialog, job.get("cancel", False))
    picture(dialog, folder / "classify-log.png")
    dialog.close()
    seen["layers"] = [layer.name() for layer in QgsProject.instance().layerTreeRoot().layerOrder()]
    maps = [layer for layer in QgsProject.instance().mapLayers().values() if is_class_map(layer)]
    if maps:
        seen["legend"] = legend_in_tree(maps[0])
        seen["path"] = maps[0].source()
        show_result(scene, examples)
        picture(iface.mainWindow(), folder / "classify-result.png")
    seen["torch"] = "torch" in sys.modules
    seen["unloaded"] = "geodiffnet" in plugins and unloadPlugin("geodiffnet")
    return seen


def tidy_window():
    """A plain window of layers and map, small enough for a page."""
    window = iface.mainWindow()
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    for bar in window.findChildren(QToolBar):
        if bar.parent() is window:
            bar.setVisible(bar.objectName() in TOOLBARS_SHOWN)
    window.statusBar().hide()
    window.showNormal()
    window.move(0, 0)
    window.resize(*WINDOW)
    iface.messageBar().clearWidgets()
    QgsProject.instance().setTitle("Sample scene")


def open_layers(scene_path, labels_path):
    """The scene in true colour and the examples in their class colours, zoomed to."""
    scene = QgsRasterLayer(scene_path, "Sample scene")
    renderer = QgsMultiBandColorRenderer(scene.dataProvider(), *true_colour_bands(scene))
    scene.setRenderer(renderer)
    scene.setContrastEnhancement(
        QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
        QgsRasterMinMaxOrigin.Limits.CumulativeCut,
    )
    examples = QgsVectorLayer(labels_path, "Training polygons")
    categories = []
    for name, colour in COLOURS.items():
        symbol = QgsFillSymbol.createSimple(
            {"color": colour, "outline_color": "#ffffff", "outline_width": "0.45"}
        )
        categories.append(QgsRendererCategory(name, symbol, name.capitalize()))
    examples.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    project = QgsProject.instance()
    project.setCrs(scene.crs())
    project.addMapLayer(scene)
    project.addMapLayer(examples)
    project.layerTreeRoot().findLayer(scene.id()).setExpanded(False)
    iface.setActiveLayer(examples)
    iface.mapCanvas().setExtent(scene.extent())
    iface.mapCanvas().refresh()
    wait(0.5)
    return scene, examples


def true_colour_bands(scene):
    """The bands next to red, green and blue, by the wavelengths in their names."""
    names = [scene.bandName(band) for band in range(1, scene.bandCount() + 1)]
    found = [float(name.partition(":")[2].split()[0]) for name in names]
    return [
        1 + min(range(len(found)), key=lambda band: abs(found[band] - wanted))
        for wanted in TRUE_COLOUR
    ]


def open_dialog(scene, examples, outputs):
    """The algorithm's own dialog, filled in."""
    parameters = {"INPUT": scene.id(), "LABELS": examples.id(), "CLASS_FIELD": "class"}
    dialog = processing.createAlgorithmDialog("geodiffnet:classify", parameters | outputs)
    dialog.show()
    dialog.resize(*DIALOG)
    dialog.move(100, 60)
    wait(1.0)
    return dialog


def run(dialog, cancel):
    """Press Run, perhaps Cancel, and wait for the end, as the dialog tells it."""
    ended = []
    dialog.algorithmFinished.connect(lambda ok, results: ended.append((ok, results)))
    longest_stall = 0.0
    started = last = time.monotonic()
    bar = dialog.findChild(QProgressBar)
    dialog.runButton().click()
    while not ended and time.monotonic() - started < SECONDS_TO_RUN:
        wait(0.05)
        longest_stall = max(longest_stall, time.monotonic() - last)
        last = time.monotonic()
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
    """Name and colour of each entry that the layer tree shows under a layer."""
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


def show_result(scene, examples):
    """The map beside what it was made from."""
    project = QgsProject.instance()
    themes = project.mapThemeCollection()
    root, model = project.layerTreeRoot(), iface.layerTreeView().layerTreeModel()
    made = [layer for layer in project.mapLayers().values() if layer not in (scene, examples)]
    for layer in made:
        root.findLayer(layer.id()).setItemVisibilityChecked(False)
    themes.insert("scene", QgsMapThemeCollection.createThemeFromCurrentState(root, model))
    for layer in made:
        root.findLayer(layer.id()).setItemVisibilityChecked(is_class_map(layer))
    root.findLayer(examples.id()).setItemVisibilityChecked(False)
    root.findLayer(examples.id()).setExpanded(False)
    beside = iface.createNewMapCanvas("Sample scene and training polygons")
    beside.setTheme("scene")
    window = iface.mainWindow()
    dock = next(dock for dock in window.findChildren(QDockWidget) if dock.isAncestorOf(beside))
    layers = window.findChild(QDockWidget, "Layers")
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


def picture(widget, path):
    """Save what a window shows, once it has been drawn."""
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.raise_()
    wait(0.5)
    for canvas in iface.mapCanvases():
        canvas.waitWhileRendering()
    wait(0.3)
    widget.grab().save(str(path))


def wait(seconds):
    """Let QGIS work for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        time.sleep(0.005)


def main():
    job = json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())
    try:
        seen = drive(job)
    except Exception:
        seen = {"error": traceback.format_exc()}
    Path(job["seen"]).write_text(json.dumps(seen, indent=1))
    QgsProject.instance().setDirty(False)
    # Leaving in the usual way may ask whether to save, with nobody there to answer.
    os._exit(0)


QTimer.singleShot(1500, main)
