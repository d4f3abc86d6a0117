"""Runs inside QGIS as `qgis --code driver.py`: draws polygons and measures the live map."""

import json
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["benchmark"])
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from control import blocks_of_qgis
from live_user import LiveUser, resident_megabytes
from qgis.utils import iface
from views import compare_views
from window import run_driver, save_screenshot, wait, wait_for

SECONDS = 3600  # for the features of a large scene
#: Edits after which memory is measured again.
WARM_EDITS = 50


def drive(job):
    """One scene with one number of polygons; returns the parts of each edit."""
    user = LiveUser(job)
    user.zoom_around(user.scene.extent().center(), job["view"])
    control = blocks_of_qgis(user, job["polygons"], job["edits"])
    started = time.monotonic()
    user.open_panel()
    wait_for(lambda: user.live._session.is_ready, SECONDS)
    seen = {"start": time.monotonic() - started, "edits": [], "control": control}
    user.use_layer(job["training"], job["classes"], job["polygons"])
    wait_for(lambda: user.live._scene_figures is not None, SECONDS)
    seen["open"] = user.live._scene_figures
    if not user.live.is_enabled:
        user.click(user.dock.live_section.toggle)
    user.zoom_around(user.scene.extent().center(), job["view"])
    if len({name for name, _ in job["polygons"]}) > 1:
        wait_for(lambda: user.live._request is not None, SECONDS)
    user.wait_until_idle(SECONDS)
    wait_for(lambda: user.live._features._cached >= 1, SECONDS)
    seen["ready"] = time.monotonic() - started
    seen["memory"] = {"at first": memory_of(user)}
    user.watch.start()
    for number, (name, wkt) in enumerate(job["edits"]):
        user.draw(name, wkt)
        user.wait_for_stage("first")
        if number < job["complete"]:
            user.wait_for_stage("refined")
            user.wait_for_stage("validated")
        seen["edits"].append(user.marks.parts())
        wait(0.2)
        if number + 1 == WARM_EDITS:
            seen["memory"][f"after {WARM_EDITS} edits"] = memory_of(user)
    user.watch.stop()
    seen["blocks"] = user.watch.worst()
    user.wait_until_idle(SECONDS)
    seen["memory"]["at the end"] = memory_of(user)
    if job["whole"]:
        seen["whole"] = map_whole_scene(user)
    save_screenshot(iface.mainWindow(), Path(job["pictures"]) / f"{job['name']}.png")
    seen["status"] = user.dock.live_section.status.text()
    if job["whole"]:
        seen["views"] = compare_views(user)
    return seen


def memory_of(user):
    """The resident memory of the backend and of QGIS in megabytes."""
    return {
        "backend": resident_megabytes(user.live._session.process_number),
        "qgis": resident_megabytes(os.getpid()),
    }


def map_whole_scene(user):
    """Seconds from the click on “Map whole scene” to the map on the canvas."""
    ends = []
    user.dock.map.job.ended.connect(ends.append)
    started = time.monotonic()
    user.click(user.dock.map.update_map)
    wait_for(lambda: ends, SECONDS)
    user.canvas.waitWhileRendering()
    return time.monotonic() - started


run_driver(drive)
