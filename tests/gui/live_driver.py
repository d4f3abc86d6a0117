"""Runs inside QGIS as `qgis --code live_driver.py`: draws while the live map follows.

`test_live` and `docs/screenshots.py` share it; it checks nothing.
"""

import json
import os
import signal
import sys
import time
from pathlib import Path

from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.utils import iface, loadPlugin, startPlugin, unloadPlugin

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from live_user import LiveUser
from window import leave_qgis, run_driver, save_screenshot, wait, wait_for

SECONDS = 300
#: How often edits are undone and made again while memory is above its limit.
ROUNDS = 4


def drive(job):
    """Run the steps of the job; returns what was observed."""
    user = LiveUser(job)
    user.open_panel()
    user.use_layer(job["training"], job["classes"], job["polygons"])
    user.zoom(user.scene.extent())
    seen = {"first": wait_for_map(user)}
    picture(user, "live")
    seen["edit"] = draw_one(user)
    picture(user, "live-edited")
    if job.get("pictures_only"):
        return seen
    seen["undone"] = undo(user)
    seen["whole"] = map_whole_scene(user)
    seen["zoomed"] = zoom_in(user)
    seen["many"] = draw_many(user)
    seen["killed"] = kill_worker(user)
    seen["saved"] = save_project(user)
    seen["closed"] = close_project(user)
    seen["unloaded"] = unload(user)
    seen["left"] = start_again(user)
    return seen


def wait_for_map(user):
    """Wait until the live map and its accuracy are there."""
    wait_for(lambda: user.live.layer is not None, SECONDS)
    settle(user)
    return state(user)


def settle(user):
    """Wait until nothing is computed or drawn."""
    wait(0.5)
    wait_for(lambda: not user.live.is_busy and not user.live._session.open_jobs, SECONDS)
    user.canvas.waitWhileRendering()
    wait(0.2)


def state(user):
    """What a user sees of the live map."""
    layer = user.live.layer
    root = QgsProject.instance().layerTreeRoot()
    return {
        "status": user.dock.live_section.status.text(),
        "enabled": user.dock.live_section.toggle.isChecked(),
        "order": [found.name() for found in root.layerOrder()],
        "legend": [entry.label for entry in layer.renderer().classes()] if layer else None,
        "pixels": pixels_of(layer.source()) if layer else None,
        "errors": [item.text() for item in iface.messageBar().items()],
    }


def draw_one(user):
    """Draw a polygon with the mouse; the map follows in its stages."""
    user.watch.start()
    name, wkt = user.job["edits"][0]
    user.draw(name, wkt)
    for stage in ("first", "refined", "validated"):
        user.wait_for_stage(stage, SECONDS)
    user.watch.stop()
    settle(user)
    return state(user) | {"parts": user.marks.parts(), "cpu_block": user.watch.longest_cpu}


def undo(user):
    user.undo()
    user.wait_for_stage("refined", SECONDS)
    settle(user)
    return state(user)


def map_whole_scene(user):
    """The map that the button writes, beside the live map of the whole scene."""
    ends = []
    user.dock.map.job.ended.connect(ends.append)
    user.click(user.dock.map.update_map)
    wait_for(lambda: ends, SECONDS)
    settle(user)
    return state(user) | {
        "outcome": ends,
        "map": pixels_of(user.dock.map.map_layer.source()),
        "worker": user.live._session.process_number,
    }


def zoom_in(user):
    number = user.live._number
    user.zoom_around(user.scene.extent().center(), 20)
    wait_for(lambda: user.live._number > number, SECONDS)
    settle(user)
    extent = user.live.layer.extent()
    user.zoom(user.scene.extent())
    settle(user)
    return {"width": extent.width() / user.scene.rasterUnitsPerPixelX()}


def draw_many(user):
    """Edits in a row, some while the map of the one before is computed."""
    from geodiffnet.bridge import tasks

    worker = user.live._session.process_number
    before, memory = len(user.live._request.samples.entries), memory_of(worker)
    for name, wkt in user.job["edits"][1:]:
        user.dock._training.draw(name, QgsGeometry.fromWkt(wkt), user.scene.crs())
        wait(0.25)
    settle(user)
    wait_for(lambda: not tasks._running_tasks, SECONDS)  # which remove files of earlier maps
    request = user.live._request
    seen = state(user) | {
        "samples": len(request.samples.entries) - before,
        "done": sorted(request.done),
        "files": sorted(path.name for path in user.live._layer.folder.iterdir()),
    }
    return seen | {
        "memory": [memory, memory_after_edits(user, worker, memory)],
        "worker": [worker, user.live._session.process_number],
    }


def memory_after_edits(user, worker, before):
    """The memory of the worker, once it is as small as before.

    It differs by what is computed at the same time; what is never freed grows with each edit.
    """
    stack, edits = user.layer.undoStack(), len(user.job["edits"]) - 1
    for _ in range(ROUNDS):
        if memory_of(worker) < (1 + user.job["memory_growth"]) * before:
            break
        for step in (stack.undo, stack.redo):
            for _ in range(edits):
                step()
                wait(0.25)
        settle(user)
    return memory_of(worker)


def kill_worker(user):
    """Kill the backend while it computes; the next edit starts another."""
    session = user.live._session
    worker = session.process_number
    user.undo()
    wait_for(lambda: session.open_jobs, SECONDS)
    os.kill(worker, signal.SIGKILL)
    wait_for(lambda: iface.messageBar().items(), SECONDS)
    errors = [item.text() for item in iface.messageBar().items()]
    status = user.dock.live_section.status.text()
    iface.messageBar().clearWidgets()
    started = time.monotonic()
    user.undo()
    user.wait_for_stage("first", SECONDS)
    seconds = time.monotonic() - started
    settle(user)
    return {
        "errors": errors,
        "status": status,
        "seconds": seconds,
        "workers": [worker, session.process_number],
        "after": state(user),
    }


def save_project(user):
    path = user.folder / "project.qgs"
    user.dock._training.save()
    saved = QgsProject.instance().write(str(path))
    wait(0.2)
    return {"saved": saved, "text": path.read_text(), "file": user.live.layer.source()}


def close_project(user):
    worker = user.live._session.process_number
    iface.newProject(False)
    settle(user)
    layers = [layer.name() for layer in QgsProject.instance().mapLayers().values()]
    return {
        "layers": layers,
        "worker": [worker, user.live._session.process_number],
        "status": user.dock.live_section.status.text(),
    }


def unload(user):
    worker = user.live._session.process_number
    done = unloadPlugin("geodiffnet")
    wait(0.5)
    # What is to be deleted later would wait until this script has ended.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return {"done": done, "alive": is_running(worker)}


def start_again(user):
    """Load the plugin again, and leave QGIS while its worker computes a live map."""
    loadPlugin("geodiffnet")
    startPlugin("geodiffnet")
    again = LiveUser(user.job)
    again.open_panel()
    layer = QgsVectorLayer(user.job["training"], "training", "ogr")
    QgsProject.instance().addMapLayer(layer)
    again.dock.layers.layers.setLayer(layer)
    wait_for(lambda: again.live.layer is not None, SECONDS)
    return again.live._session.process_number


def picture(user, name):
    save_screenshot(iface.mainWindow(), Path(user.job["pictures"]) / f"{name}.png")


def pixels_of(path):
    """The class codes of a map, row by row."""
    from osgeo import gdal

    dataset = gdal.Open(path)
    return dataset.ReadAsArray().tolist()


def memory_of(process):
    """The resident memory of a process in bytes."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def is_running(process):
    try:
        status = Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


run_driver(drive, leave_qgis)
