"""Runs inside QGIS as `qgis --code tools_removal_driver.py`: takes away what the tools work on.

The scene, the training layer, its edit session, its field, the project and the plugin disappear
while a stroke is drawn. It checks nothing.
"""

import json
import os
import sys
import traceback
from pathlib import Path

from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.utils import unloadPlugin

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from pen import Pen
from window import run_driver, wait, wait_for

#: What is taken away, and during a stroke of which tool.
CASES = (
    ("scene", "brush"), ("scene", "wand"), ("layer", "lasso"), ("layer", "wand"),
    ("layer", "polygon"), ("session", "brush"), ("session", "eraser"), ("field", "brush"),
    ("field", "point"), ("field", "polygon"), ("project", "scribble"), ("project", "wand"),
    ("plugin", "brush"),
)  # fmt: skip


def drive(job):
    """Take things away during strokes; returns the errors, and the samples that are left."""
    errors = []
    sys.excepthook = lambda *found: errors.append("".join(traceback.format_exception(*found)))
    QTimer.singleShot(0, fail)  # to see that errors are caught
    pen = Pen(job)
    seen = {"errors": errors, "cases": {}}
    for what, name in CASES:
        prepare(pen)
        pen.choose(name)
        pen.press((30, 30))
        pen.move((40, 40))
        take_away(pen, what)
        wait(0.1)
        pen.move((50, 40))
        pen.release((50, 40))
        wait(0.3)
        if what in ("session", "field"):
            classes = [feature[0] for feature in pen.layer.getFeatures()]
            seen["cases"][f"{what} {name}"] = classes
        else:
            seen["cases"][f"{what} {name}"] = []
    wait(1)
    return seen


def fail():
    raise RuntimeError("raised on purpose")


def prepare(pen):
    """A scene, a layer with a class and a sample, and the panel, all of which may be gone."""
    project = QgsProject.instance()
    scenes = [layer for layer in project.mapLayers().values() if layer.name() == "Sample scene"]
    pen.scene = scenes[0] if scenes else QgsRasterLayer(pen.job["scene"], "Sample scene")
    if not scenes:
        project.addMapLayer(pen.scene)
    for layer in list(project.mapLayers().values()):
        if isinstance(layer, QgsVectorLayer):
            layer.rollBack()  # otherwise QGIS asks
            project.removeMapLayer(layer.id())
    pen.layer = QgsVectorLayer(pen.job["layer"], "training", "memory")
    project.addMapLayer(pen.layer)
    project.setCrs(pen.scene.crs())
    pen.dock.layers.scenes.setLayer(pen.scene)
    pen.dock.layers.layers.setLayer(pen.layer)
    pen.training = pen.dock._training
    pen.training.add_class("field")
    wait(0.1)
    wait_for(lambda: pen.action("point").isEnabled(), 30)
    pen.canvas.setExtent(pen.scene.extent())
    wait(0.2)


def take_away(pen, what):
    project = QgsProject.instance()
    if what in ("layer", "project"):
        pen.layer.rollBack()  # otherwise QGIS asks
    if what == "scene":
        project.removeMapLayer(pen.scene.id())
    elif what == "layer":
        project.removeMapLayer(pen.layer.id())
    elif what == "session":
        pen.layer.rollBack()
    elif what == "field":
        pen.layer.renameAttribute(0, "kind")
    elif what == "project":
        project.clear()
    else:
        unloadPlugin("geodiffnet")


run_driver(drive)
