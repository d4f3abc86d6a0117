"""What the drivers inside QGIS share: window layout, waiting, screenshots.

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
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMessageBox, QToolBar
from qgis.utils import iface

TRUE_COLOUR = (650, 560, 470)
WINDOW = (1160, 560)
TOOLBARS_SHOWN = ("mFileToolBar", "mMapNavToolBar")


#: Time in which QGIS ends unless it asks something.
END_MILLISECONDS = 10_000


def exit_at_once(_):
    """End the process; a regular exit may ask whether to save."""
    os._exit(0)


def leave_qgis(job):
    """Leave QGIS as a user does; if it asks something, the question is noted as the result."""
    QTimer.singleShot(END_MILLISECONDS, lambda: _note_question(Path(job["seen"])))
    iface.actionExit().trigger()


def _note_question(path):
    question = QApplication.activeModalWidget()
    if isinstance(question, QMessageBox):
        path.write_text(json.dumps({"error": f"QGIS asked: {question.text()}"}))
        os._exit(0)


def run_driver(drive, end=exit_at_once):
    """Run the driver when QGIS has started, write its result, and end QGIS."""
    QTimer.singleShot(1500, lambda: _run_driver(drive, end))


def _run_driver(drive, end):
    job = json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())
    try:
        seen = drive(job)
    except Exception:
        seen, end = {"error": traceback.format_exc()}, exit_at_once
    Path(job["seen"]).write_text(json.dumps(seen, indent=1))
    QgsProject.instance().setDirty(False)
    end(job)


def tidy_window(size=WINDOW, toolbars=TOOLBARS_SHOWN):
    """Show only the layers and the map, in a window of a size for documentation."""
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
    """Add the scene to the project and zoom to it."""
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
    """The bands nearest to red, green and blue, by the wavelengths in their names."""
    names = [scene.bandName(band) for band in range(1, scene.bandCount() + 1)]
    found = [float(name.partition(":")[2].split()[0]) for name in names]
    return [
        1 + min(range(len(found)), key=lambda band: abs(found[band] - wanted))
        for wanted in TRUE_COLOUR
    ]


def save_screenshot(widget, path):
    """Save a screenshot of a window after it has been drawn."""
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.raise_()
    wait(0.5)
    for canvas in iface.mapCanvases():
        canvas.waitWhileRendering()
    wait(0.3)
    widget.grab().save(str(path), "PNG", 0)  # as small as it gets


def unqueued_time():
    """A clock that stands still while this thread is ready, but other programs have the CPUs."""
    try:
        queued = int(Path("/proc/thread-self/schedstat").read_text().split()[1])
    except (OSError, IndexError):  # a system that does not tell it
        queued = 0
    return time.monotonic() - queued / 1e9


def wait(seconds):
    """Process events for a while, by `unqueued_time`; returns the longest time without.

    What QGIS does by itself is done then, however busy the machine is. For what other threads and
    processes do, use `wait_for`.
    """
    last = unqueued_time()
    end, longest = last + seconds, 0.0
    while True:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        now = unqueued_time()
        longest, last = max(longest, now - last), now
        if now >= end:
            return longest
        time.sleep(0.005)


def wait_for(condition, seconds=120):
    """Process events until a condition is true; raises RuntimeError after a time limit."""
    end = time.monotonic() + seconds
    longest = 0.0
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"a condition was not met within {seconds} s")
        longest = max(longest, wait(0.05))
    return longest


def run_job(section, start, seconds=600):
    """Start a job of the panel and wait for its end; returns the longest time without events.

    A quick job is over before anyone could see that the panel is busy.
    """
    ended = []

    def note(*_):
        ended.append(True)

    section.job.ended.connect(note)
    try:
        start()
        return wait_for(lambda: ended, seconds)
    finally:
        section.job.ended.disconnect(note)
