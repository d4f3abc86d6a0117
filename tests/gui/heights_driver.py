"""Runs inside QGIS as `qgis --code heights_driver.py`: the panel in windows of several heights.

It checks nothing.
"""

import json
import os
import sys
from pathlib import Path
from types import SimpleNamespace

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtWidgets import QAction, QDockWidget, QLabel, QScrollArea, QWidget
from qgis.utils import iface

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import open_scene, run_driver, save_screenshot, tidy_window, wait, wait_for

WIDTHS = (200, 300)  # of the layers and of the labelling panel


def drive(job):
    """The panel with few and with all sections, in windows of all heights."""
    tidy_window(job["sizes"][0])
    user = User(job)
    user.open_panel()
    user.warn_of_classes()
    seen = {"usual": user.look_at_heights("usual")}
    user.fill_footer()
    seen["footer"] = user.look_at_heights("footer")
    user.unfold_sections()
    seen["unfolded"] = user.look_at_heights("unfolded")
    return seen


class User:
    """Actions of a user, and what the panel shows afterwards."""

    def __init__(self, job):
        self.job = job
        self.folder = Path(job["pictures"])
        self.window = iface.mainWindow()
        self.scene = open_scene(job["scene"])
        self.layer = QgsVectorLayer(job["training"], "training", "ogr")
        QgsProject.instance().addMapLayer(self.layer)

    def open_panel(self):
        self.window.findChild(QAction, "GeoDiffNetLabellingAction").trigger()
        self.dock = self.window.findChild(QDockWidget, "GeoDiffNetLabelling")
        layers = self.window.findChild(QDockWidget, "Layers")
        self.window.resizeDocks([layers, self.dock], list(WIDTHS), Qt.Orientation.Horizontal)
        wait_for(lambda: self.dock.layers.scenes.currentLayer() == self.scene)
        self.dock.live.set_enabled(False)  # which is tested elsewhere
        self.dock.layers.layers.setLayer(self.layer)
        wait(0.5)
        wait_for(lambda: self.dock.statistics._task is None and self.dock.overlaps.is_complete)
        wait_for(lambda: self.dock.views.buttons["true"].isEnabled())

    def warn_of_classes(self):
        """The figures of a map that is wrong, and whose classes are confused."""
        self.dock.review.show_metrics(self.job["figures"])
        self.dock.classes.select_class(self.dock.classes.model.row_of("field"))
        self.dock.warnings.set_warnings(["A warning of the backend, which is long. " * 4])
        wait(0.3)

    def fill_footer(self):
        """A map whose accuracy is unreliable, the same of the live map, and a suggestion."""
        from geodiffnet.gui.live import status
        from geodiffnet.gui.map_history import MapRecord

        figures = self.job["figures"]
        record = MapRecord(
            self.layer.id(),
            self.scene.id(),
            1,
            0.0,
            "geodiffnet-f",
            "",
            figures["overall_accuracy"],
            (),
            tuple(figures["few_polygons"]),
        )
        self.dock.map.history.add(record)
        self.dock.map.refresh()
        request = SimpleNamespace(method="geodiffnet-f")
        self.dock.live.status_changed.emit(status.after("validated", request, figures))
        self.dock.suggestions.load(Path(self.job["suggestions"]), self.scene.id())
        wait(0.3)

    def unfold_sections(self):
        from geodiffnet.gui.section import Section

        for section in self.dock.findChildren(Section):
            section.set_folded(False)
        wait(0.3)

    def look_at_heights(self, name):
        """What is cut off or squeezed at each size of the window."""
        seen = []
        for width, height in self.job["sizes"]:
            self.window.resize(width, height)
            wait(0.4)
            save_screenshot(self.window, self.folder / f"{name}-{height}.png")
            seen.append(self.state())
        return seen

    def state(self):
        labels = [
            part
            for part in self.dock.findChildren(QLabel)
            if part.isVisible() and part.wordWrap() and part.text()
        ]
        parts = [
            part
            for part in self.dock.widget().findChildren(QWidget)
            if part.isVisible() and part.layout() is not None
        ]
        return {
            "window": [self.window.width(), self.window.height()],
            "panel": [self.dock.width(), self.dock.height()],
            "labels": [[part.text(), part.height(), needed_height(part)] for part in labels],
            "squeezed": [
                [type(part).__name__, part.height(), part.layout().totalMinimumSize().height()]
                for part in parts
                if part.height() < part.layout().totalMinimumSize().height()
            ],
            "too_wide": [
                [type(part).__name__, part.geometry().right(), area.viewport().width()]
                for area in self.dock.findChildren(QScrollArea)
                for part in area.widget().children()
                if isinstance(part, QWidget)
                and part.isVisible()
                and part.geometry().right() >= area.viewport().width()
            ],
            "scrolling": [
                area.verticalScrollBar().maximum() for area in self.dock.findChildren(QScrollArea)
            ],
            "overlapping": [
                [label.text(), type(other).__name__]
                for label in labels
                for other in label.parentWidget().children()
                if isinstance(other, QWidget)
                and other is not label
                and other.isVisible()
                and label.geometry().intersects(other.geometry())
            ],
            "cut_off": [
                [label.text(), type(parent).__name__]
                for label in labels
                for parent in parents_of(label)
                if not parent.rect().contains(
                    QRect(label.mapTo(parent, QPoint(0, 0)), label.size())
                )
            ],
        }


def parents_of(label):
    """The widgets that must contain all of it: up to those that scroll, or the panel."""
    parent = label.parentWidget()
    while not isinstance(parent, (QScrollArea, QDockWidget)):
        if not isinstance(parent.parentWidget(), QScrollArea):
            yield parent
        parent = parent.parentWidget()


def needed_height(label):
    """The height of the lines of a label; its own value is never less than its minimum height."""
    copy = QLabel(label.text())
    copy.setFont(label.font())
    copy.setTextFormat(label.textFormat())
    copy.setWordWrap(True)
    return copy.heightForWidth(label.width())


run_driver(drive)
