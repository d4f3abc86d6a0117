"""Runs inside QGIS as `qgis --code language_driver.py`: opens panel and dialog in its language."""

import json
import os
import sys
from pathlib import Path

import processing
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QDockWidget
from qgis.utils import iface

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import open_scene, run_driver, save_screenshot, tidy_window, wait

WINDOW = (1320, 900)
WIDTHS = (235, 350)  # of the layers and of the labelling panel
DIALOG = (900, 700)


def drive(job):
    """The texts of the panel, of an algorithm's dialog and of the toolbox."""
    tidy_window(WINDOW)
    scene = open_scene(job["scene"])
    window = iface.mainWindow()
    window.findChild(QAction, "GeoDiffNetLabellingAction").trigger()
    dock = window.findChild(QDockWidget, "GeoDiffNetLabelling")
    layers = window.findChild(QDockWidget, "Layers")
    window.resizeDocks([layers, dock], list(WIDTHS), Qt.Orientation.Horizontal)
    wait(1.0)
    save_screenshot(window, Path(job["pictures"]) / "panel.png")
    dialog = processing.createAlgorithmDialog("geodiffnet:classify", {"INPUT": scene.id()})
    dialog.resize(*DIALOG)
    dialog.show()
    wait(1.0)
    save_screenshot(dialog, Path(job["pictures"]) / "dialog.png")
    texts = []
    for enabled in (False, True):
        dock.live.set_enabled(enabled)
        texts.append(dock.map.update_map.text())
    provider = QgsApplication.processingRegistry().providerById("geodiffnet")
    return {
        "width": [dock.width(), dock.minimumSizeHint().width()],
        "title": dock.windowTitle(),
        "buttons": texts,
        "dialog": dialog.windowTitle(),
        "algorithms": {entry.id(): entry.displayName() for entry in provider.algorithms()},
    }


run_driver(drive)
