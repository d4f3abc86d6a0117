"""What the drivers share that work inside QGIS with a window: a tidy window, waiting, pictures.

A driver is run as `qgis --code FILE`; the JSON file that GEODIFFNET_DRIVER names says what to open,
where to put pictures, and where to write what was seen.
"""

import json
import os
import time
import traceback
from pathlib import Path

from qgis.core import (
    QgsContrastEnhancement,
    QgsMultiBandColorRenderer,
    QgsProject,
    QgsRasterLayer,
    QgsRasterMinMaxOrigin,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QToolBar
from qgis.utils import iface

TRUE_COLOUR = (650, 560, 470)
WINDOW = (1160, 560)
TOOLBARS_SHOWN = ("mFileToolBar", "mMapNavToolBar")


def run_driver(drive):
    """Once QGIS is up, do what the driver does, write what it saw, and leave."""
    QTimer.singleShot(1500, lambda: _run_driver(drive))


def _run_driver(drive):
    job = json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())
    try:
        seen = drive(job)
    except Exception:
        seen = {"error": traceback.format_exc()}
    Path(job["seen"]).write_text(json.dumps(seen, indent=1))
    QgsProject.instance().setDirty(False)
    # Leaving in the usual way may ask whether to save, with nobody there to answer.
    os._exit(0)


def tidy_window(size=WINDOW, toolbars=TOOLBARS_SHOWN):
    """A plain window of layers and map, small enough for a page."""
    window = iface.mainWindow()
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    for bar in window.findChildren(QToolBar):
        if bar.parent() is window:
            bar.setVisible(bar.objectName() in toolbars)
    window.statusBar().hide()
    window.showNormal()
    window.move(0, 0)
    window.resize(*size)
    iface.messageBar().clearWidgets()
    QgsProject.instance().setTitle("Sample scene")


def open_scene(path, true_colour=True):
    """The scene in the project, zoomed to."""
    scene = QgsRasterLayer(path, "Sample scene")
    if true_colour:
        renderer = QgsMultiBandColorRenderer(scene.dataProvider(), *true_colour_bands(scene))
        scene.setRenderer(renderer)
        scene.setContrastEnhancement(
            QgsContrastEnhancement.ContrastEnhancementAlgorithm.StretchToMinimumMaximum,
            QgsRasterMinMaxOrigin.Limits.CumulativeCut,
        )
    project = QgsProject.instance()
    project.setCrs(scene.crs())
    project.addMapLayer(scene)
    project.layerTreeRoot().findLayer(scene.id()).setExpanded(False)
    iface.mapCanvas().setExtent(scene.extent())
    iface.mapCanvas().refresh()
    return scene


def true_colour_bands(scene):
    """The bands next to red, green and blue, by the wavelengths in their names."""
    names = [scene.bandName(band) for band in range(1, scene.bandCount() + 1)]
    found = [float(name.partition(":")[2].split()[0]) for name in names]
    return [
        1 + min(range(len(found)), key=lambda band: abs(found[band] - wanted))
        for wanted in TRUE_COLOUR
    ]


def save_screenshot(widget, path):
    """Save what a window shows, once it has been drawn."""
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.raise_()
    wait(0.5)
    for canvas in iface.mapCanvases():
        canvas.waitWhileRendering()
    wait(0.3)
    widget.grab().save(str(path), "PNG", 0)  # as small as it gets


def wait(seconds):
    """Let QGIS work for a while; gives the longest time it did not answer."""
    end = last = time.monotonic()
    end += seconds
    longest = 0.0
    while time.monotonic() < end:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        longest, last = max(longest, time.monotonic() - last), time.monotonic()
        time.sleep(0.005)
    return longest


def wait_for(condition, seconds=120):
    """Let QGIS work until something is true; fails when it does not come true."""
    end = time.monotonic() + seconds
    longest = 0.0
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"waited {seconds} s in vain")
        longest = max(longest, wait(0.05))
    return longest
