"""Runs inside QGIS as `qgis --code dock_driver.py`: uses the labelling panel with mouse and keys.

Tests and `docs/screenshots.py` share it; it checks nothing.
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QDockWidget,
    QPushButton,
    QShortcut,
)
from qgis.utils import iface, plugins, unloadPlugin

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import open_scene, run_driver, save_screenshot, tidy_window, wait, wait_for

WINDOW = (1320, 900)
WIDTHS = (235, 350)  # of the layers and of the labelling panel
SECONDS = 900
#: How much wider than a polygon the map is while it is drawn.
ZOOM_FACTOR = 6


def drive(job):
    """Run the steps of the job; returns what was observed."""
    analyst = Analyst(job)
    if job.get("failure_modes"):
        return check_failures(analyst)
    return make_one_map(analyst, job) if job.get("one_map") else make_maps(analyst, job)


def check_failures(analyst):
    """Use the polygons of another layer, cancel a slow backend, then have no backend."""
    seen = {}
    layer = QgsVectorLayer(analyst.job["labels"], "Training polygons")
    QgsProject.instance().addMapLayer(layer)
    analyst.open_panel()
    dock = analyst.dock
    dock.layers.layers.setLayer(layer)
    analyst.layer = layer
    analyst.settle()
    seen["tallies"] = analyst.class_statistics()
    analyst.click(dock.map.update_map)
    analyst.wait(lambda: dock.map.progress.value() > 0)
    seen["free_while_running"] = [dock.classes.table.isEnabled(), dock.map.cancel.isVisible()]
    analyst.click(dock.map.cancel)
    analyst.wait(lambda: not dock.map.is_busy)
    seen["stopped"] = dock.map.status.text()
    seen["layers"] = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    os.environ["GEODIFFNET_PYTHON"] = "/nonsense/python"
    analyst.click(dock.map.update_map)
    analyst.wait(lambda: not dock.map.is_busy)
    wait(0.3)
    save_screenshot(iface.mainWindow(), analyst.folder / "no-backend.png")
    seen["missing"] = [dock.map.status.text(), *analyst.messages()]
    seen["buttons"] = [
        button.text()
        for item in iface.messageBar().items()
        for button in item.findChildren(QPushButton)
    ]
    iface.messageBar().clearWidgets()
    QgsProject.instance().removeMapLayer(layer.id())
    wait(0.5)
    seen["without_layer"] = [dock.map.update_map.isEnabled(), dock.map.status.text()]
    QgsProject.instance().removeMapLayer(analyst.scene.id())
    wait(0.5)
    seen["without_scene"] = dock.map.status.text()
    plain = QgsVectorLayer("Polygon?crs=EPSG:32633&field=name:string", "Districts", "memory")
    QgsProject.instance().addMapLayer(plain)
    dock.layers.layers.setLayer(plain)
    wait(0.3)
    seen["unsuitable"] = [*analyst.messages(), type(plain.renderer()).__name__]
    seen["unloaded"] = unloadPlugin("geodiffnet")
    return seen


def make_one_map(analyst, job):
    """Draw in a new layer and update the map once."""
    analyst.open_panel()
    analyst.make_layer(job["classes"])
    analyst.draw_polygons(job["polygons"])
    methods = analyst.methods()
    return {"map": analyst.update_map(job["method"], "map"), "methods": methods}


def make_maps(analyst, job):
    """From an empty project to a second map."""
    seen = {"before": children_of_window()}
    analyst.open_panel()
    analyst.make_layer(job["classes"])
    seen["views"] = analyst.switch_views()
    seen["drawn"] = analyst.draw_polygons(job["polygons"])
    seen["after_undo"] = analyst.undo_and_redo()
    seen["methods"] = analyst.methods()
    seen["first"] = analyst.update_map(job["method"], "first-map")
    seen["places"] = analyst.label_suggestions(job["accept"])
    analyst.draw_polygons(job.get("more", []), "more-polygons")
    seen["second"] = analyst.update_map(job["method"], "second-map")
    seen["confidence"] = analyst.show_confidence()
    seen["edited"] = analyst.edit_classes()
    seen["layer"] = analyst.save()
    seen["during"] = children_of_window()
    seen["stall"] = analyst.longest_stall
    seen["torch"] = "torch" in sys.modules
    seen["unloaded"] = "geodiffnet" in plugins and unloadPlugin("geodiffnet")
    wait(0.5)
    # What is to be deleted later would wait until this script has ended.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    seen["after"] = children_of_window()
    # which remove files of earlier maps
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    seen["tasks"] = QgsApplication.taskManager().countActiveTasks()
    return seen


def children_of_window():
    """The docks, actions and shortcuts that plugins may leave in the window of QGIS."""
    window = iface.mainWindow()
    names = [dock.objectName() for dock in window.findChildren(QDockWidget)]
    names += [action.objectName() for action in window.findChildren(QAction)]
    ours = sorted(name for name in names if "GeoDiffNet" in name)
    # QGIS itself has no shortcuts of a single digit or the space key.
    keys = [key.key().toString() for key in window.findChildren(QShortcut)]
    return ours + sorted(key for key in keys if key.isdigit() or key == "Space")


class Analyst:
    """Actions of a user."""

    def __init__(self, job):
        self.job = job
        self.folder = Path(job["pictures"])
        self.longest_stall = 0.0
        self.jobs = []  # those that have been started
        tidy_window(WINDOW)
        self.scene = open_scene(job["scene"], true_colour=False)
        self.canvas = iface.mapCanvas()
        wait(0.5)

    def open_panel(self):
        """Press the panel's button."""
        window = iface.mainWindow()
        window.findChild(QAction, "GeoDiffNetLabellingAction").trigger()
        self.dock = window.findChild(QDockWidget, "GeoDiffNetLabelling")
        # A quick job is over before anyone could see that the panel is busy.
        self.dock.map.job_started.connect(lambda: self.jobs.append(True))
        layers = window.findChild(QDockWidget, "Layers")
        window.resizeDocks([layers, self.dock], list(WIDTHS), Qt.Orientation.Horizontal)
        self.wait(lambda: self.dock.layers.scenes.currentLayer() == self.scene)
        self.wait(lambda: self.dock.views.buttons["true"].isEnabled())
        self.zoom(self.scene.extent())

    def make_layer(self, classes):
        """Create a training layer in the panel's dialog."""
        self.click(self.dock.layers.new)
        dialog = self.wait_for_dialog()
        dialog.classes.setPlainText(classes)
        dialog.file.setFilePath(self.job["training"])
        save_screenshot(dialog, self.folder / "new-layer.png")
        buttons = dialog.findChild(QDialogButtonBox)
        self.click(buttons.button(QDialogButtonBox.StandardButton.Ok))
        self.wait(lambda: self.dock.layers.layers.currentLayer() is not None)
        self.layer = self.dock.layers.layers.currentLayer()
        wait(0.5)

    def switch_views(self):
        """Show each composite of the scene; returns its bands, and the layers of the project."""
        seen = {}
        for name in ("components", "swir", "infrared", "true"):
            button = self.dock.views.buttons[name]
            if not button.isEnabled():
                continue
            before = self.scene.renderer()
            self.click(button)
            if name == "components":
                self.wait(lambda: len(QgsProject.instance().mapLayers()) == 3)
                self.wait(lambda: not self.dock.map.is_busy)
            else:
                self.wait(lambda old=before: self.scene.renderer() is not old)
            wait(0.3)
            self.hover(self.scene.extent().center())
            save_screenshot(iface.mainWindow(), self.folder / f"view-{name}.png")
            seen[name] = self.scene.renderer().usesBands()
        seen["layers"] = [
            layer.name() for layer in QgsProject.instance().layerTreeRoot().layerOrder()
        ]
        return seen

    def draw_polygons(self, polygons, name="drawing"):
        """Draw polygons with the mouse, each after pressing the number of its class."""
        names = [entry.name for entry in self.dock.classes.model._classes]
        for position, (class_name, wkt) in enumerate(polygons):
            self.press(str(names.index(class_name) + 1))
            shape = QgsGeometry.fromWkt(wkt)
            box = shape.boundingBox()
            side = max(box.width(), box.height()) * ZOOM_FACTOR
            self.zoom(QgsRectangle.fromCenterAndSize(box.center(), side, side))
            *corners, _ = shape.asPolygon()[0]
            for corner in corners:
                self.click_map(corner)
            if position == len(polygons) // 2:
                self.hover(corners[-1])
                save_screenshot(iface.mainWindow(), self.folder / f"{name}.png")
            before = self.layer.featureCount()
            self.click_map(corners[-1], Qt.MouseButton.RightButton)
            self.wait(lambda count=before: self.layer.featureCount() == count + 1)
        self.zoom(self.scene.extent())
        self.settle()
        if polygons:
            self.hover(self.scene.extent().center())
            save_screenshot(iface.mainWindow(), self.folder / f"{name}-done.png")
        return self.class_statistics()

    def undo_and_redo(self):
        """Undo and redo the last polygon with the buttons of QGIS."""
        count = self.layer.featureCount()
        iface.mainWindow().findChild(QAction, "mActionUndo").trigger()
        self.wait(lambda: self.layer.featureCount() == count - 1)
        self.settle()
        counts = self.class_statistics()
        iface.mainWindow().findChild(QAction, "mActionRedo").trigger()
        self.wait(lambda: self.layer.featureCount() == count)
        self.settle()
        return counts

    def methods(self):
        """Titles of the methods by identifier, and the actual and preferred width of their box."""
        box = self.dock.map.method
        return {
            "titles": {box.itemData(row): box.itemText(row) for row in range(box.count())},
            "width": [box.width(), box.sizeHint().width()],
        }

    def update_map(self, method, name):
        """Press “Update map” and wait for the map."""
        box = self.dock.map.method
        box.setCurrentIndex(box.findData(method))
        before = len(self.jobs)
        self.click(self.dock.map.update_map)
        self.wait(lambda: len(self.jobs) > before or self.messages())
        save_screenshot(iface.mainWindow(), self.folder / f"{name}-running.png")
        self.wait_for_job()
        self.zoom(self.scene.extent())
        self.wait_for_composite(name)
        found = {
            layer.name(): layer
            for layer in QgsProject.instance().mapLayers().values()
            if layer.name() == "Class map (preview)"
        }
        order = QgsProject.instance().layerTreeRoot().layerOrder()
        seen = {
            "status": self.dock.map.status.text(),
            "messages": self.messages(),
            "order": [layer.name() for layer in order],
        }
        for layer in found.values():
            entries = layer.renderer().classes()
            seen["legend"] = {entry.label: entry.color.name() for entry in entries}
            seen["file"] = layer.source()
            if self.job.get("truth"):
                seen["right"] = observed_accuracy(layer.source(), self.job["truth"])
            seen["id"] = layer.id()
        return seen

    def label_suggestions(self, count):
        """Press “Suggest locations”, label some of them, and skip one."""
        before = len(self.jobs)
        self.click(self.dock.map.suggest)
        self.wait(lambda: len(self.jobs) > before)
        self.wait_for_job()
        seen = {"count": self.dock.suggestions.count, "messages": self.messages(), "texts": []}
        save_screenshot(iface.mainWindow(), self.folder / "suggestion.png")
        names = [entry.name for entry in self.dock.classes.model._classes]
        features = self.layer.featureCount()
        for _ in range(count):
            place = self.dock.suggestions.current
            seen["texts"].append(self.dock.card.text.text())
            self.press(str(names.index(self.true_class(place)) + 1))
            features += 1
            self.wait(lambda wanted=features: self.layer.featureCount() == wanted)
        before = self.dock.suggestions.number
        self.press(Qt.Key.Key_Space)
        seen["skipped"] = self.dock.suggestions.number - before
        seen["features_after_skip"] = self.layer.featureCount() - features
        seen["map_hidden"] = not self.is_shown("Class map (preview)")
        self.click(self.dock.card.end)
        seen["map_shown_again"] = self.is_shown("Class map (preview)")
        seen["card_hidden"] = self.dock.card.isHidden()
        self.zoom(self.scene.extent())
        self.settle()
        return seen

    def true_class(self, place):
        """The true class of a location where it is known, otherwise the predicted one."""
        truth = self.job.get("truth")
        return place.predicted if truth is None else class_on(truth, place.geometry)

    def show_confidence(self):
        """Press “Confidence” twice: the layer is shown and hidden."""
        name = "Confidence (preview)"
        shown = [self.is_shown(name)]
        self.click(self.dock.map.confidence)
        shown.append(self.is_shown(name))
        self.wait_for_composite("confidence")
        self.click(self.dock.map.confidence)
        return [*shown, self.is_shown(name)]

    def is_shown(self, name):
        nodes = QgsProject.instance().layerTreeRoot().findLayers()
        return next(node for node in nodes if node.name() == name).isVisible()

    def edit_classes(self):
        """Rename a class, merge it into another one, and undo both."""
        names = [entry.name for entry in self.dock.classes.model._classes]
        first, second = names[:2]
        before = self.class_statistics()
        self.dock.classes.model.setData(self.dock.classes.model.index(0, 2), "renamed")
        self.settle()
        renamed = self.class_statistics()
        self.dock.classes.merge_into(["renamed", second], second)
        self.settle()
        merged = self.class_statistics()
        for _ in range(2):
            iface.mainWindow().findChild(QAction, "mActionUndo").trigger()
            self.settle()
        return {
            "before": before,
            "renamed": renamed,
            "merged": merged,
            "undone": self.class_statistics(),
            "first": first,
            "second": second,
        }

    def save(self):
        """Press “Save polygons”; returns the contents of the file."""
        self.dock.classes.save.trigger()
        self.settle()
        kept = QgsVectorLayer(self.job["training"], "kept", "ogr")
        classes = [feature["class"] for feature in kept.getFeatures()]
        return {
            "counts": {name: classes.count(name) for name in sorted(set(classes))},
            "style": [category.value() for category in kept.renderer().categories()],
            "editable": self.layer.isEditable(),
        }

    def class_statistics(self):
        """Polygons and pixels of each class, as the table shows them."""
        model = self.dock.classes.model
        rows = {}
        for row in range(model.rowCount()):
            texts = [str(model.data(model.index(row, column))) for column in (2, 3, 4)]
            rows[texts[0]] = [int("".join(filter(str.isdigit, text))) for text in texts[1:]]
        return rows

    def messages(self):
        bar = iface.messageBar()
        return [item.text() for item in bar.items()]

    def wait_for_job(self):
        """Wait for the end of the job; a message is an error."""
        self.wait(lambda: not self.dock.map.is_busy, SECONDS)
        wait(0.5)
        if self.messages():
            raise RuntimeError("\n".join(self.messages()))

    def settle(self):
        """Wait until changes have been counted."""
        wait(0.4)
        self.wait(lambda: self.dock.statistics._task is None)
        wait(0.1)

    def wait(self, condition, seconds=120):
        self.longest_stall = max(self.longest_stall, wait_for(condition, seconds))

    def wait_for_dialog(self):
        found = []

        def look():
            found[:] = self.dock.findChildren(QDialog)
            return bool(found) and found[0].isVisible()

        self.wait(look)
        return found[0]

    def wait_for_composite(self, name):
        self.hover(self.scene.extent().center())
        save_screenshot(iface.mainWindow(), self.folder / f"{name}.png")

    def zoom(self, extent):
        self.canvas.setExtent(extent)
        self.canvas.refresh()
        wait(0.2)

    def click(self, widget):
        wait(0.1)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        wait(0.1)

    def click_map(self, place, button=Qt.MouseButton.LeftButton):
        self.hover(place)
        QTest.mouseClick(self.canvas.viewport(), button, pos=self.on_screen(place))
        wait(0.03)

    def hover(self, place):
        QTest.mouseMove(self.canvas.viewport(), self.on_screen(place))
        wait(0.06)

    def on_screen(self, place):
        there = self.canvas.getCoordinateTransform().transform(QgsPointXY(place))
        return QPoint(round(there.x()), round(there.y()))

    def press(self, key):
        """Press a key while the map has the focus."""
        QApplication.setActiveWindow(iface.mainWindow())
        self.canvas.setFocus()
        wait(0.05)
        QTest.keyClick(self.canvas, key)
        wait(0.1)


def observed_accuracy(path, truth):
    """The fraction of a map that agrees with the truth, by class names."""
    from osgeo import gdal

    datasets = gdal.Open(path), gdal.Open(truth)  # bands need them to live
    names, reference_names = (names_in(dataset) for dataset in datasets)
    found, real = (dataset.GetRasterBand(1) for dataset in datasets)
    codes = [reference_names.index(name) if name in reference_names else -1 for name in names]
    right = known = 0
    for row in range(found.YSize):
        pairs = zip(
            found.ReadAsArray(0, row, found.XSize, 1)[0],
            real.ReadAsArray(0, row, found.XSize, 1)[0],
            strict=True,
        )
        for code, wanted in pairs:
            known += bool(wanted)
            right += bool(wanted) and codes[code] == wanted
    return right / known


def class_on(truth, geometry):
    """The class name of a class map at a location."""
    from osgeo import gdal

    dataset = gdal.Open(truth)
    left, width, _, top, _, height = dataset.GetGeoTransform()
    middle = geometry.centroid().asPoint()
    column, row = int((middle.x() - left) / width), int((middle.y() - top) / height)
    band = dataset.GetRasterBand(1)
    return names_in(dataset)[band.ReadAsArray(column, row, 1, 1)[0, 0]]


def names_in(dataset):
    """The names of a map's classes by their codes."""
    dataset.GetMetadata()  # GDAL reads the file beside a GeoTIFF only when asked for this
    return dataset.GetRasterBand(1).GetCategoryNames()


run_driver(drive)
