"""Runs inside QGIS as `qgis --code tools_driver.py`: uses each drawing tool with mouse and wheel.

Positions are pixels of the scene. It checks nothing.
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QDialogButtonBox,
)
from qgis.utils import iface

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from pen import CTRL, LEFT, RIGHT, SHIFT, Pen
from window import run_driver, wait


def drive(job):
    """Run the steps of the job; returns what was observed."""
    QgsApplication.setUITheme(job.get("theme", "default"))
    pen = Pen(job)
    steps = [step for step in STEPS if step.__name__ in job.get("steps", [])] or STEPS
    for step in steps:
        step(pen)
    if "undo" not in job:
        return pen.seen
    pen.seen["undone"] = pen.undo_all()
    return pen.seen


def scribble(pen):
    pen.choose("scribble")
    pen.set_size(2)
    pen.drag([(20, 20), (30, 20), (40, 20)], picture="scribble")
    pen.note("scribble")


def straight_scribble(pen):
    pen.drag([(20, 25), (30, 35), (40, 25)], SHIFT)
    pen.note("straight")


def brush(pen):
    pen.choose("brush")
    pen.set_size(3)
    pen.drag([(20, 45), (30, 45), (30, 55), (20, 55), (20, 46)], picture="brush")
    pen.note("brush")


def resized_brush(pen):
    pen.wheel((25, 30), 1, SHIFT)
    pen.seen["brush_size"] = pen.tool("brush").size
    pen.press((60, 25))
    pen.release((60, 25))
    pen.note("resized brush")


def pixel(pen):
    pen.choose("point")
    pen.click((60.3, 40.7), picture="pixel")
    pen.note("pixel")


def erase_pixel(pen):
    pen.press((60.3, 40.7), CTRL)
    pen.release((60.3, 40.7), CTRL)
    pen.note("erased pixel")


def lasso(pen):
    pen.choose("lasso")
    pen.drag([(55, 50), (70, 50), (70, 65), (55, 65), (55, 51)], picture="lasso")
    pen.note("lasso")


def wand(pen):
    pen.choose("wand")
    position = pen.job["similar"]
    pen.hover(position)
    pen.wait(lambda: pen.preview_area("wand") > 0)
    pen.seen["wand_preview"] = [pen.preview_area("wand")]
    for steps in (4, -8):
        pen.wheel(position, steps)
        pen.seen["wand_preview"].append(pen.preview_area("wand"))
    pen.set_size(3)
    pen.seen["wand_preview"].append(pen.preview_area("wand"))
    pen.seen["zoomed"] = pen.zoomed_by(lambda: pen.wheel(position, 1, CTRL))
    pen.hover(position)
    pen.picture("wand")
    pen.click(position)
    pen.note("wand")


def immediate_wand(pen):
    """A click that does not wait for the preview."""
    pen.choose("wand")
    pen.click(pen.job["similar"][::-1])
    pen.note("immediate wand")


def erase(pen):
    pen.choose("eraser")
    pen.set_size(1)
    pen.drag([(30, 10), (30, 20), (30, 60)], picture="eraser")
    pen.note("eraser")


def erase_with_ctrl(pen):
    pen.choose("brush")
    pen.set_size(2)
    pen.drag([(62, 52), (64, 54)], CTRL)
    pen.note("erasing brush")


def polygon(pen):
    pen.choose("polygon")
    for corner in ((75, 20), (80, 20), (80, 25), (75, 25)):
        pen.click(corner)
    pen.click((75, 25), RIGHT)
    pen.note("polygon")


def cancel(pen):
    """A stroke that the right button or Esc ends leaves nothing."""
    for name in ("scribble", "brush", "lasso", "eraser"):
        pen.choose(name)
        for way in ("button", "key"):
            pen.press((20, 20))
            pen.move((40, 50))
            pen.move((20, 50))
            if way == "button":
                QTest.mousePress(pen.viewport, RIGHT, pos=pen.on_screen((20, 50)))
                QTest.mouseRelease(pen.viewport, RIGHT, pos=pen.on_screen((20, 50)))
            else:
                QTest.keyClick(pen.canvas, Qt.Key.Key_Escape)
            pen.move((60, 50))
            pen.release((60, 50))
    pen.note("cancelled")


def lost_button(pen):
    """A stroke whose button was released elsewhere leaves nothing."""
    pen.choose("brush")
    pen.press((20, 20))
    pen.move((40, 50))
    pen.is_pressed = False
    pen.move((60, 50))
    pen.release((60, 50))
    pen.note("lost")


def outside(pen):
    """Clicks outside of the scene are explained."""
    for name in ("point", "wand"):
        pen.choose(name)
        pen.click((-4, 40))
    pen.seen["messages"] = [item.text() for item in iface.messageBar().items()]
    iface.messageBar().clearWidgets()
    pen.note("outside")


def dialogs(pen):
    """Export the samples, and import them again from another layer."""
    bar = pen.dock.tools.toolbar
    target = pen.folder / "samples.csv"
    bar.export_samples.trigger()
    dialog = pen.dialog()
    dialog.file.setFilePath(str(target))
    pen.picture("export", dialog)
    ok = QDialogButtonBox.StandardButton.Ok
    QTest.mouseClick(dialog.buttons.button(ok), LEFT)
    pen.wait(lambda: pen.dock.exchange._task is None and target.exists())
    pen.seen["exported"] = target.read_text(encoding="utf-8").splitlines()[:2]
    other = QgsVectorLayer(pen.job["layer"], "field survey", "memory")
    other.dataProvider().addFeatures(list(pen.layer.getFeatures()))
    QgsProject.instance().addMapLayer(other)
    pen.wait(lambda: pen.dock.layers.layers.currentLayer() == pen.layer)
    bar.import_samples.trigger()
    dialog = pen.dialog()
    dialog.layers.setLayer(other)
    pen.picture("import", dialog)
    QTest.mouseClick(dialog.buttons.button(ok), LEFT)
    wait(0.5)
    pen.picture("imported")
    pen.seen["reports"] = [item.text() for item in iface.messageBar().items()]
    iface.messageBar().clearWidgets()
    pen.note("imported")


def last_picture(pen):
    pen.picture("all")


STEPS = [
    scribble, straight_scribble, brush, resized_brush, pixel, erase_pixel, lasso, wand,
    immediate_wand, erase, erase_with_ctrl, polygon, cancel, lost_button, outside, dialogs,
    last_picture,
]  # fmt: skip


run_driver(drive)
