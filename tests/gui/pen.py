"""The mouse of a user who draws in the labelling panel; positions are pixels of the scene."""

import itertools
from pathlib import Path

from osgeo import gdal
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent, QTransform, QWheelEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDialog, QDockWidget, QToolButton
from qgis.utils import iface
from window import open_scene, save_screenshot, tidy_window, wait, wait_for

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NO_KEY = Qt.KeyboardModifier.NoModifier


class Pen:
    """The mouse of a user."""

    def __init__(self, job):
        self.job, self.folder = job, Path(job["pictures"])
        self.folder.mkdir(parents=True, exist_ok=True)
        self.seen = {"samples": {}}
        self.is_pressed, self.keys = False, NO_KEY
        tidy_window(job.get("window", (1100, 800)))
        self.scene = open_scene(job["scene"], true_colour=True)
        self.crs = QgsCoordinateReferenceSystem(self.scene.crs())
        dataset = gdal.Open(job["scene"])
        left, xx, xy, top, yx, yy = dataset.GetGeoTransform()
        self.to_map = QTransform(xx, yx, xy, yy, left, top)
        self.canvas = iface.mapCanvas()
        self.viewport = self.canvas.viewport()
        self.layer = QgsVectorLayer(job["layer"], "training", "memory")
        QgsProject.instance().addMapLayer(self.layer)
        window = iface.mainWindow()
        window.findChild(QAction, "GeoDiffNetLabellingAction").trigger()
        self.dock = window.findChild(QDockWidget, "GeoDiffNetLabelling")
        layers = window.findChild(QDockWidget, "Layers")
        widths = [170, job.get("width", 330)]
        window.resizeDocks([layers, self.dock], widths, Qt.Orientation.Horizontal)
        wait_for(lambda: self.dock.layers.scenes.currentLayer() == self.scene)
        self.dock.layers.layers.setLayer(self.layer)
        if "field" in job:
            box = self.dock.layers.fields
            box.setCurrentIndex(box.findText(job["field"]))
            box.activated.emit(box.currentIndex())
        self.training = self.dock._training
        for name in ("field", "water"):
            self.training.add_class(name)
        wait(0.4)
        wait_for(lambda: self.action("point").isEnabled())
        if "crs" in job:  # QGIS itself takes that of the first layer
            QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(job["crs"]))
            wait(0.2)
        corners = [self.on_map((x, y)) for x in (13, 83) for y in (13, 83)]
        box = QgsGeometry.fromMultiPointXY(corners).boundingBox()
        self.canvas.setExtent(box)
        self.canvas.refresh()
        wait(0.5)
        iface.messageBar().clearWidgets()
        self.seen["crs"] = self.canvas.mapSettings().destinationCrs().authid()
        self.seen["bar"] = [
            self.dock.tools.toolbar.sizeHint().width(),
            self.dock.tools.toolbar.width(),
            self.dock.width(),
        ]
        self.previous = self.fingerprints()

    def tool(self, name):
        return self.dock.tools.pixel_tools[name]

    def action(self, name):
        return self.dock.tools.toolbar.actions_by_name[name]

    def choose(self, name):
        """Press the button of a tool."""
        action = self.action(name)
        (button,) = [
            button
            for button in self.dock.findChildren(QToolButton)
            if button.defaultAction() is action
        ]
        if not action.isChecked():
            QTest.mouseClick(button, LEFT)
        wait(0.1)
        self.seen.setdefault("checked", {})[name] = [
            other
            for other in self.dock.tools.toolbar.actions_by_name
            if self.action(other).isChecked()
        ]

    def set_size(self, size):
        self.dock.tools.toolbar.size.setValue(size)
        wait(0.05)

    def drag(self, positions, keys=NO_KEY, picture=""):
        self.press(positions[0], keys)
        for start, end in itertools.pairwise(positions):
            for step in range(1, 6):
                share = step / 5
                self.move([a + share * (b - a) for a, b in zip(start, end, strict=True)])
        if picture:
            self.picture(picture)
        self.release(positions[-1], keys)

    def press(self, position, keys=NO_KEY):
        self.move(position)
        QTest.mousePress(self.viewport, LEFT, keys, self.on_screen(position))
        self.is_pressed, self.keys = True, keys
        wait(0.03)

    def release(self, position, keys=NO_KEY):
        QTest.mouseRelease(self.viewport, LEFT, keys, self.on_screen(position))
        self.is_pressed, self.keys = False, NO_KEY
        wait(0.05)

    def move(self, position):
        """Move the mouse; QTest would do so without the pressed button."""
        point = QPointF(self.on_screen(position))
        everywhere = QPointF(self.viewport.mapToGlobal(point.toPoint()))
        none = Qt.MouseButton.NoButton
        pressed = LEFT if self.is_pressed else none
        event = QMouseEvent(QEvent.Type.MouseMove, point, everywhere, none, pressed, self.keys)
        QApplication.sendEvent(self.viewport, event)
        wait(0.02)

    def hover(self, position):
        self.move((position[0] + 0.3, position[1] + 0.3))
        self.move(position)
        wait(0.3)

    def click(self, position, button=LEFT, picture=""):
        self.move(position)
        if picture:
            self.picture(picture)
        QTest.mouseClick(self.viewport, button, pos=self.on_screen(position))
        wait(0.05)

    def wheel(self, position, steps, keys=NO_KEY):
        point = QPointF(self.on_screen(position))
        everywhere = QPointF(self.viewport.mapToGlobal(point.toPoint()))
        event = QWheelEvent(
            point, everywhere, QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, keys,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.viewport, event)
        wait(0.1)

    def zoomed_by(self, action):
        """Whether an action changes the extent of the map, which is restored."""
        before = self.canvas.extent()
        action()
        after = self.canvas.extent()
        self.canvas.setExtent(before)
        wait(0.3)
        return after.width() / before.width() if before.width() else 1

    def preview_area(self, name):
        geometry = self.tool(name)._band.asGeometry()
        return 0 if geometry.isEmpty() else geometry.area()

    def wait(self, condition):
        wait_for(condition, 30)

    def dialog(self):
        """The dialog that has just been opened."""
        self.wait(lambda: any(found.isVisible() for found in self.dock.findChildren(QDialog)))
        return next(found for found in self.dock.findChildren(QDialog) if found.isVisible())

    def picture(self, name, widget=None):
        """Save a screenshot where the job wants them."""
        if self.job.get("wants_pictures", True):
            save_screenshot(widget or iface.mainWindow(), self.folder / f"{name}.png")

    def on_map(self, position):
        """A pixel position in the coordinate reference system of the map."""
        x, y = self.to_map.map(*map(float, position))
        target = self.canvas.mapSettings().destinationCrs()
        transform = QgsCoordinateTransform(self.crs, target, QgsProject.instance())
        return transform.transform(QgsPointXY(x, y))

    def on_screen(self, position):
        there = self.canvas.getCoordinateTransform().transform(self.on_map(position))
        return QPoint(round(there.x()), round(there.y()))

    def fingerprints(self):
        return {f.id(): f.geometry().asWkt(3) for f in self.layer.getFeatures()}

    def note(self, name):
        """Note what has changed: classes, area and box in pixels of new samples; steps of undo."""
        wait(0.1)
        wait_for(lambda: not self.tool("wand")._is_pending, 30)
        wait(0.1)
        now = self.fingerprints()
        self.seen["samples"][name] = {
            "new": [
                self.describe(feature)
                for feature in self.layer.getFeatures()
                if self.previous.get(feature.id()) != now[feature.id()]
            ],
            "gone": len(set(self.previous) - set(now)),
            "count": len(now),
            "steps": self.layer.undoStack().index(),
        }
        self.previous = now

    def describe(self, feature):
        geometry = QgsGeometry(feature.geometry())
        transform = QgsCoordinateTransform(self.layer.crs(), self.crs, QgsProject.instance())
        geometry.transform(transform)
        geometry.transform(self.to_map.inverted()[0])
        box = geometry.boundingBox()
        return {
            "class": feature[self.training.field],
            "area": geometry.area(),
            "length": geometry.length(),
            "box": [box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()],
            "valid": geometry.isGeosValid(),
        }

    def undo_all(self):
        """Undo all strokes; returns the number of samples after each step."""
        counts = []
        iface.setActiveLayer(self.layer)
        for _ in range(self.layer.undoStack().index() - 2):  # the classes
            iface.mainWindow().findChild(QAction, "mActionUndo").trigger()
            wait(0.1)
            counts.append(self.layer.featureCount())
        return counts
