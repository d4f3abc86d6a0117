"""A user of the live map inside QGIS: opens the panel, draws, and measures the time that it takes.

Tests and `benchmarks.live` share it; it checks nothing.
"""

import os
import time
from pathlib import Path

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget
from qgis.utils import iface
from window import open_scene, tidy_window, wait, wait_for

WATCH_MILLISECONDS = 5
COARSE = "coarse"  # what a large view shows before it is refined in every pixel


class LiveUser:
    """The actions of a user, and the moments at which the live map reaches its stages."""

    def __init__(self, job, window=(1320, 900)):
        self.job = job
        self.folder = Path(job["seen"]).parent
        tidy_window(window)
        self.scene = open_scene(job["scene"], job.get("true_colour", True))
        self.canvas = iface.mapCanvas()
        self.watch = EventLoopWatch()
        wait(0.5)

    def open_panel(self, panel_width=330):
        """Press the panel's button; the scene is chosen by itself."""
        window = iface.mainWindow()
        window.findChild(QAction, "GeoDiffNetLabellingAction").trigger()
        self.dock = window.findChild(QDockWidget, "GeoDiffNetLabelling")
        layers = window.findChild(QDockWidget, "Layers")
        window.resizeDocks([layers, self.dock], [235, panel_width], Qt.Orientation.Horizontal)
        wait_for(lambda: self.dock.layers.scenes.currentLayer() == self.scene)
        self.live = self.dock.live
        self.marks = Marks(self.live, self.canvas)

    def use_layer(self, path, classes, polygons):
        """Make a training layer with polygons, and choose it in the panel."""
        from geodiffnet.bridge.class_list import parse_classes
        from geodiffnet.bridge.training_layer import make_training_layer

        crs = self.scene.crs()
        make_training_layer(path, crs, parse_classes(classes), QgsCoordinateTransformContext())
        layer = QgsVectorLayer(path, "training", "ogr")
        features = []
        for name, wkt in polygons:
            feature = QgsFeature(layer.fields())
            geometry = QgsGeometry.fromWkt(wkt)
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
            feature.setAttribute("class", name)
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        project = QgsProject.instance()
        project.addMapLayer(layer, False)
        project.layerTreeRoot().insertLayer(0, layer)
        self.layer = layer
        self.dock.layers.layers.setLayer(layer)

    def draw(self, name, wkt):
        """Draw a polygon with the mouse; the marks begin at the click that finishes it."""
        self.choose_class(name)
        *corners, _ = QgsGeometry.fromWkt(wkt).asPolygon()[0]
        for corner in corners:
            self.click_map(corner)
        self.marks.begin()
        self.click_map(corners[-1], Qt.MouseButton.RightButton, still=True)

    def choose_class(self, name):
        names = [entry.name for entry in self.dock.classes.model._classes]
        QApplication.setActiveWindow(iface.mainWindow())
        self.canvas.setFocus()
        QTest.keyClick(self.canvas, str(names.index(name) + 1))
        wait(0.02)

    def undo(self):
        self.marks.begin()
        iface.mainWindow().findChild(QAction, "mActionUndo").trigger()

    def wait_for_stage(self, stage, seconds=600):
        """Wait until a stage of the current edit is on the canvas, or has arrived."""
        wait_for(lambda: self.marks.has(stage), seconds)

    def wait_until_idle(self, seconds=600):
        wait_for(lambda: not self.live.is_busy and not self.canvas.isDrawing(), seconds)
        wait(0.1)

    def zoom(self, extent):
        self.canvas.setExtent(extent)
        self.canvas.refresh()
        wait(0.3)

    def zoom_around(self, centre, pixels):
        """Show a number of the scene's pixels in height around a location."""
        side = pixels * self.scene.rasterUnitsPerPixelX()
        self.zoom(QgsRectangle.fromCenterAndSize(QgsPointXY(centre), side, side))

    def click(self, widget):
        wait(0.05)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def click_map(self, place, button=Qt.MouseButton.LeftButton, still=False):
        position = self.on_screen(place)
        if not still:
            QTest.mouseMove(self.canvas.viewport(), position)
            wait(0.02)
        QTest.mouseClick(self.canvas.viewport(), button, pos=position)

    def on_screen(self, place):
        there = self.canvas.getCoordinateTransform().transform(QgsPointXY(place))
        return QPoint(round(there.x()), round(there.y()))


class EventLoopWatch:
    """Measures how long the event loop of QGIS does not run, by a timer."""

    def __init__(self):
        self.blocks = []  # seconds, and those of the CPU among them
        self._last = self._last_cpu = 0.0
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self):
        self.blocks = []
        self._last, self._last_cpu = time.monotonic(), time.thread_time()
        self._timer.start(WATCH_MILLISECONDS)

    def stop(self):
        self._timer.stop()

    def worst(self, count=5):
        """The longest blocks: seconds, and those of the CPU, without those of other processes."""
        return sorted(self.blocks, reverse=True)[:count]

    @property
    def longest_cpu(self):
        """The longest time of the CPU in a block."""
        return max((cpu for _, cpu in self.blocks), default=0.0)

    def _tick(self):
        now, cpu = time.monotonic(), time.thread_time()
        block = now - self._last - WATCH_MILLISECONDS / 1000
        if block > WATCH_MILLISECONDS / 1000:
            self.blocks.append((block, cpu - self._last_cpu))
        self._last, self._last_cpu = now, cpu


class Marks:
    """The moments of an edit: from the mouse to the repainted canvas, by stage."""

    def __init__(self, live, canvas):
        self._live, self._canvas = live, canvas
        self._moments = {}
        self._worker_seconds = {}
        self._showing = []  # the stages that the next repaint shows
        self._painting = []
        self._wrap(live, "refresh", "changed")
        self._wrap(live, "_submit", "exported")
        submit = live._session.submit

        def submit_and_note(job):
            handle = submit(job)
            if job.name == "live_map":
                self._note("sent")
                handle.update.connect(self._arrived)
            return handle

        live._session.submit = submit_and_note
        live.updated.connect(self._updated)
        canvas.renderStarting.connect(self._paint_begins)
        canvas.mapCanvasRefreshed.connect(self._painted)

    def begin(self):
        self._moments = {"begin": time.monotonic()}
        self._worker_seconds = {}
        self._showing, self._painting = [], []

    def has(self, stage):
        done = "arrived" if stage == "validated" else "painted"
        return f"{done} {stage}" in self._moments

    def parts(self):
        """Seconds of each part of the first map, and from the edit to each stage."""
        m = self._moments
        found = {
            "settle": m["changed"] - m["begin"],
            "export": m["exported"] - m["changed"],
            "send": m["sent"] - m["exported"],
            "worker": m["arrived first"] - m["sent"],
            "layer": m["shown first"] - m["arrived first"],
            "repaint": m["painted first"] - m["shown first"],
        }
        for stage in ("first", COARSE, "refined"):
            if self.has(stage):
                found[stage] = m[f"painted {stage}"] - m["begin"]
                found[f"{stage}_cpu"] = self._worker_cpu(stage)
        if self.has("validated"):
            found["validated"] = m["arrived validated"] - m["begin"]
            found["validated_cpu"] = self._worker_cpu("validated")
        return found

    def _note(self, name):
        if "begin" in self._moments and name not in self._moments:
            self._moments[name] = time.monotonic()
            self._worker_seconds[name] = cpu_seconds(self._live._session.process_number)

    def _worker_cpu(self, stage):
        """The CPU time of the worker from the request to a stage: other processes do not count."""
        return self._worker_seconds[f"arrived {stage}"] - self._worker_seconds["sent"]

    def _wrap(self, live, method, name):
        """Note the moment at which a method is called; signals call the original ones."""
        original = getattr(type(live), method)

        def noted(this, *arguments):
            self._note(name)
            return original(this, *arguments)

        setattr(type(live), method, noted)

    def _arrived(self, event):
        self._note(f"arrived {stage_of(event.stage, event.figures)}")

    def _updated(self, stage, figures, _):
        self._note(f"shown {stage_of(stage, figures)}")
        self._showing.append(stage_of(stage, figures))

    def _paint_begins(self):
        self._painting += self._showing
        self._showing = []

    def _painted(self):
        for stage in self._painting:
            self._note(f"painted {stage}")
        self._painting = []


def cpu_seconds(process):
    """The CPU time of a process."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:  # it has ended
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def resident_megabytes(process):
    """The resident memory of a process."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def stage_of(stage, figures):
    """The name of a stage; a large view is refined coarsely first."""
    return stage if figures.get("is_complete", True) else COARSE
