"""Runs inside QGIS as `qgis --code appearance_driver.py`: the panel in a window of a given size.

`docs/screenshots.py` uses it for several sizes, themes and languages; it checks nothing.
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QScrollArea
from qgis.utils import iface

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import open_scene, run_driver, run_job, save_screenshot, wait, wait_for

SECONDS = 300


def drive(job):
    """Two maps, the live map, and a comparison; one picture of each."""
    window, folder = iface.mainWindow(), Path(job["pictures"])
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    window.showNormal()
    window.move(0, 0)
    window.resize(*job["size"])
    scene = open_scene(job["scene"])
    layer = QgsVectorLayer(job["labels"], "training")
    QgsProject.instance().addMapLayer(layer)
    window.findChild(QAction, "GeoDiffNetLabellingAction").trigger()
    panel = window.findChild(QDockWidget, "GeoDiffNetLabelling")
    docks = [window.findChild(QDockWidget, "Layers"), panel]
    window.resizeDocks(docks, job["widths"], Qt.Orientation.Horizontal)
    panel.layers.layers.setLayer(layer)
    wait(1.0)
    iface.mapCanvas().setExtent(scene.extent())
    wait_for(lambda: "%" in panel.live_section.status.text(), SECONDS)
    tidy_up(panel)
    save_screenshot(window, folder / "live.png")
    panel.live.set_enabled(False)
    for method in ("lda", "geodiffnet-f"):
        panel.map.method.setCurrentIndex(panel.map.method.findData(method))
        run_job(panel.map, panel.map.update_map.click)
        wait(0.5)
    tidy_up(panel)
    save_screenshot(window, folder / "maps.png")
    seen = {
        "size": [window.width(), window.height()],
        "panel": [panel.width(), panel.height()],
        "scrolling": [
            area.verticalScrollBar().maximum() for area in panel.findChildren(QScrollArea)
        ],
        "status": panel.map.status.text(),
    }
    panel.history.set_folded(False)
    panel.history.table.setCurrentItem(panel.history.table.topLevelItem(1))
    panel.history.swipe.click()
    wait(1.0)
    iface.mapCanvas().waitWhileRendering()
    QTest.mouseMove(iface.mapCanvas().viewport(), iface.mapCanvas().rect().center())
    wait(0.5)
    save_screenshot(window, folder / "swipe.png")
    panel.history.swipe.click()
    panel.history.set_folded(True)
    return seen


def tidy_up(panel):
    """Remove the messages, and select the first class."""
    iface.messageBar().clearWidgets()
    panel.classes.select_class(0)
    wait(0.5)


run_driver(drive)
