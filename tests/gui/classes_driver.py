"""Runs inside QGIS as `qgis --code classes_driver.py`: the class list, overlaps, suggestions.

It checks nothing.
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRendererCategory,
    QgsSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QLabel
from qgis.utils import iface

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import (
    open_scene,
    run_driver,
    run_job,
    save_screenshot,
    tidy_window,
    wait,
    wait_for,
)

LAYERS_WIDTH = 220
SECONDS = 600


def drive(job):
    """Run the steps of the job; returns what was observed."""
    user = User(job)
    user.open_panel()
    seen = {"panel_width": user.dock.width(), "before": user.state("before")}
    seen["zoomed_to_overlap"] = user.show_overlap()
    seen["first"] = user.update_map("first-map")
    if job.get("first_map_only"):
        return seen
    seen["zoomed_to_confused"] = user.show_confused()
    user.remove_overlap()
    seen["second"] = user.update_map("second-map")
    seen["suggestions"] = user.label_suggestions()
    seen["live"] = user.follow_live()
    seen["without_scene"] = user.remove_scene()
    seen["stall"] = user.longest_stall
    return seen


class User:
    """Actions of a user."""

    def __init__(self, job):
        self.job = job
        self.longest_stall = 0.0
        tidy_window(job["window"])
        self.scene = open_scene(job["scene"])
        self.canvas = iface.mapCanvas()
        self.layer = QgsVectorLayer(job["training"], "training", "ogr")
        self.layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories(job["order"])))
        QgsProject.instance().addMapLayer(self.layer)

    def open_panel(self):
        QgsSettings().setValue("geodiffnet/panel/folded/spectra", True)
        window = iface.mainWindow()
        window.findChild(QAction, "GeoDiffNetLabellingAction").trigger()
        self.dock = window.findChild(QDockWidget, "GeoDiffNetLabelling")
        layers = window.findChild(QDockWidget, "Layers")
        widths = [LAYERS_WIDTH, self.job["width"]]
        window.resizeDocks([layers, self.dock], widths, Qt.Orientation.Horizontal)
        self.wait(lambda: self.dock.layers.scenes.currentLayer() == self.scene)
        self.dock.layers.layers.setLayer(self.layer)
        self.dock.live.set_enabled(False)  # which is tested elsewhere
        self.settle()

    def state(self, name):
        """What the list of classes and the notes below it show."""
        self.settle()
        save_screenshot(iface.mainWindow(), Path(self.job["pictures"]) / f"{name}.png")
        classes, review = self.dock.classes, self.dock.review
        model, table = classes.model, classes.table
        rows = range(model.rowCount())
        return {
            "columns": {
                column: [model.data(model.index(row, column)) for row in rows]
                for column in range(model.columnCount())
                if not table.isColumnHidden(column)
            },
            "name_width": table.columnWidth(2),
            "warnings": {
                entry.name: model.warnings(entry.name)
                for entry in (model.entry(row) for row in rows)
            },
            "overlaps": [list(overlap.classes) for overlap in self.dock.overlaps.overlaps],
            "overlap_note": not classes.overlap_note.isHidden(),
            "confused": [[*pair.classes, pair.text] for pair in review.section.pairs],
            "title": review.section.heading.text(),
            "height": [review.section.height(), review.section.minimumSizeHint().height()],
            "parts": [
                [part.y(), part.height(), needed_height(part)]
                for part in (table, classes.advice, classes.overlap_note)
                if not part.isHidden()
            ],
            "bar_messages": [item.text() for item in iface.messageBar().items()],
        }

    def show_overlap(self):
        """Click on the link below the list."""
        self.dock.classes.overlap_note.linkActivated.emit("next")
        return self.centre("overlap")

    def show_confused(self):
        """Click on the first pair of confused classes, twice."""
        section = self.dock.review.section
        section.set_folded(False)
        wait(0.2)
        tree, centres = section.list, []
        for number in range(2):
            item = tree.topLevelItem(0)
            QTest.mouseClick(
                tree.viewport(),
                Qt.MouseButton.LeftButton,
                pos=tree.visualItemRect(item).center(),
            )
            centres.append(self.centre(f"confused-{number}"))
        section.set_folded(True)
        return centres

    def centre(self, name):
        wait(0.3)
        save_screenshot(iface.mainWindow(), Path(self.job["pictures"]) / f"{name}.png")
        extent = self.canvas.extent()
        return [extent.center().x(), extent.center().y(), extent.height()]

    def update_map(self, name):
        box = self.dock.map.method
        box.setCurrentIndex(box.findData("lda"))
        self.run_job(self.dock.map.update_map)
        self.canvas.setExtent(self.scene.extent())
        self.canvas.refresh()
        map_layer = self.dock.map.map_layer
        seen = self.state(name)
        if map_layer is not None:
            seen["legend"] = [entry.label for entry in map_layer.renderer().classes()]
        return seen

    def remove_overlap(self):
        """Delete the polygon that was drawn across another one."""
        self.layer.startEditing()
        last = max(self.layer.allFeatureIds())
        self.layer.deleteFeature(last)
        self.settle()

    def label_suggestions(self):
        """Answer by a click on a class, and by a key; skip, and press a focused button."""
        self.cover_scene()
        self.run_job(self.dock.map.suggest)
        suggestions, card, seen = self.dock.suggestions, self.dock.card, {}
        seen["reasons"] = [entry.reason for entry in suggestions._suggestions]
        seen["covers"] = self.visible_covers()
        save_screenshot(iface.mainWindow(), Path(self.job["pictures"]) / "suggestion.png")
        seen["text"] = card.text.text()
        count = self.layer.featureCount()
        self.click_class(1)
        seen["by_click"] = [self.layer.featureCount() - count, suggestions.number]
        QApplication.setActiveWindow(iface.mainWindow())
        QTest.keyClick(self.canvas, Qt.Key.Key_Space)
        wait(0.2)
        seen["skipped"] = suggestions.number
        card.back.setFocus()
        wait(0.1)
        QTest.keyClick(card.back, Qt.Key.Key_Space)
        wait(0.2)
        seen["space_on_back"] = suggestions.number
        skipped = list(suggestions.skipped.of(self.scene.id()))
        QTest.mouseClick(card.end, Qt.MouseButton.LeftButton)
        wait(0.2)
        seen["covers_again"] = self.visible_covers()
        seen["drawing"] = self.layer.featureCount() - count
        self.run_job(self.dock.map.suggest)
        seen["skipped_locations"] = skipped
        seen["again"] = [
            [point.x(), point.y()]
            for point in (entry.geometry.centroid().asPoint() for entry in suggestions._suggestions)
        ]
        QTest.mouseClick(card.end, Qt.MouseButton.LeftButton)
        wait(0.2)
        return seen

    def cover_scene(self):
        """Add layers that hide the scene: another image, and districts."""
        image = QgsRasterLayer(self.job["scene"], "another image")
        districts = QgsVectorLayer("Polygon?crs=EPSG:32633", "districts", "memory")
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(self.scene.extent()))
        districts.dataProvider().addFeature(feature)
        self.covers = [image, districts]
        for layer in self.covers:
            QgsProject.instance().addMapLayer(layer)
        wait(0.3)

    def visible_covers(self):
        root = QgsProject.instance().layerTreeRoot()
        return [root.findLayer(layer.id()).isVisible() for layer in self.covers]

    def click_class(self, row):
        table = self.dock.classes.table
        index = self.dock.classes.model.index(row, 2)
        table.scrollTo(index)
        QTest.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center()
        )
        wait(0.2)

    def follow_live(self):
        """Switch the live map on, delete a polygon, and wait for the accuracy without it."""
        figures = []
        self.dock.live.validated.connect(figures.append)
        self.dock.live.set_enabled(True)
        self.wait(lambda: len(figures) == 1, SECONDS)
        self.layer.startEditing()
        self.layer.deleteFeature(min(self.layer.allFeatureIds()))
        self.wait(lambda: len(figures) == 2, SECONDS)
        seen = self.state("live")
        seen["figures"] = [
            {row["name"]: row["recall"] for row in found["classes"]} for found in figures
        ]
        self.dock.live.set_enabled(False)
        return seen

    def remove_scene(self):
        """Remove all images from the project."""
        for layer in list(QgsProject.instance().mapLayers().values()):
            if isinstance(layer, QgsRasterLayer):
                QgsProject.instance().removeMapLayer(layer.id())
        wait(0.5)
        return self.state("without-scene")

    def run_job(self, button):
        stall = run_job(
            self.dock.map, lambda: QTest.mouseClick(button, Qt.MouseButton.LeftButton), SECONDS
        )
        self.longest_stall = max(self.longest_stall, stall)
        wait(0.3)

    def settle(self):
        """Wait until changes have been counted and compared."""
        wait(0.5)
        self.wait(lambda: self.dock.statistics._task is None and self.dock.overlaps.is_complete)
        wait(0.4)
        self.wait(lambda: self.dock.review._task is None)
        wait(0.1)

    def wait(self, condition, seconds=120):
        self.longest_stall = max(self.longest_stall, wait_for(condition, seconds))


def categories(names):
    """A symbol for each class, in the order of the list."""
    return [
        QgsRendererCategory(
            name,
            QgsFillSymbol.createSimple(
                {"color": f"{20 * number},{200 - 12 * number},{255 - 20 * number},90"}
            ),
            name,
        )
        for number, name in enumerate(names)
    ]


def needed_height(part):
    """The height of the lines of a label; its own value is never less than its minimum height."""
    if not isinstance(part, QLabel) or not part.text():
        return 0
    copy = QLabel(part.text())
    copy.setFont(part.font())
    copy.setWordWrap(True)
    return copy.heightForWidth(part.width())


run_driver(drive)
