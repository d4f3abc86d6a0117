"""Runs inside QGIS as `qgis --code soak_driver.py`: edits in a row, of all kinds.

An edit is lost if no map follows that was made from the samples which the layer has then.
"""

import json
import os
import signal
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["benchmark"])
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from live_user import LiveUser, cpu_seconds, resident_megabytes
from polygon_edits import PolygonEdits
from qgis.utils import iface
from window import leave_qgis, run_driver, wait, wait_for

SECONDS = 600
#: Time in which the map of an edit must be there, also on a busy machine.
LOST_SECONDS = 60
#: Of so many edits, the last ones do not wait for the map of the one before.
ROUND, QUICK = 10, 4
QUICK_SECONDS = 0.1
WARM_EDITS = 50


def drive(job):
    """Edits in a row with a backend that is killed among them, then another project."""
    user = LiveUser(job)
    user.open_panel()
    user.use_layer(job["training"], job["classes"], job["polygons"])
    user.zoom(user.scene.extent())
    wait_for(lambda: user.live._request is not None, SECONDS)
    user.wait_until_idle(SECONDS)
    soak = Soak(user, PolygonEdits(user, job["more"]))
    if not job["count"]:
        return leave_while_computing(soak)
    seen = soak.run(job["count"])
    seen["project"] = open_another_project(user)
    return seen


class Soak:
    """Makes edits, and checks the map of each."""

    def __init__(self, user, edits):
        self.user, self.edits = user, edits
        self.lost, self.seconds, self.kinds = [], [], Counter()
        self.pixels = {}  # of the newest map, by class
        self.user.live.updated.connect(self._updated)

    def run(self, count):
        """Some edits with a killed backend in the middle; returns what was observed."""
        user = self.user
        seen = {"edits": count, "memory": {"at first": memory_of(user)}}
        for number in range(count):
            if number == count // 2:
                user.wait_until_idle(SECONDS)
                seen["memory"]["before it is killed"] = memory_of(user)
                seen["killed"] = self.kill_worker(number)
                continue
            is_quick = number % ROUND >= ROUND - QUICK
            self.edit(number, waits=not is_quick or number % ROUND == ROUND - 1)
            if number + 1 == WARM_EDITS:
                seen["memory"][f"after {WARM_EDITS}"] = memory_of(user)
        user.wait_until_idle(SECONDS)
        seen["memory"]["at the end"] = memory_of(user)
        return seen | {"lost": self.lost, "seconds": self.seconds, "kinds": dict(self.kinds)}

    def edit(self, number, waits=True):
        """Make an edit, and wait for its map unless the next one follows at once."""
        self.kinds[self.edits.make(number)] += 1
        if not waits:
            wait(QUICK_SECONDS)
            return
        try:
            wait_for(self.is_mapped, LOST_SECONDS)
        except RuntimeError:
            self.lost.append(number)
            return
        if self.user.marks.has("first"):  # two edits at once may have left the samples as they were
            self.seconds.append(self.user.marks.parts()["first"])

    def kill_worker(self, number):
        """Kill the backend while it computes; the seconds from the next edit to its map."""
        user = self.user
        worker = user.live._session.process_number
        self.edit(number, waits=False)
        wait_for(lambda: user.live._session.open_jobs, SECONDS)
        os.kill(worker, signal.SIGKILL)
        wait_for(lambda: user.live._session.process_number != worker, SECONDS)
        wait(0.2)
        messages = [item.text() for item in iface.messageBar().items()]
        iface.messageBar().clearWidgets()
        self.edit(number + 1)
        wait_for(lambda: user.marks.has("first"), SECONDS)
        cpu = cpu_seconds(user.live._session.process_number)
        seconds = user.marks.parts()["first"]
        return {"after": number, "seconds": seconds, "cpu": cpu, "messages": messages}

    def is_mapped(self):
        """Whether the map on the canvas is that of the samples in the layer."""
        request = self.user.live._request
        return (
            request is not None
            and "first" in request.done
            and Counter(request.samples.entries) == self.edits.samples()
            and self.pixels == self.edits.pixels_by_class()
            and not self.user.canvas.isDrawing()
        )

    def _updated(self, stage, figures, _):
        self.pixels = {row["name"]: row["pixels"] for row in figures["labels"] if row["pixels"]}


def leave_while_computing(soak):
    """Make an edit, and return while the backend computes its map."""
    soak.edits.make(0)
    wait_for(lambda: soak.user.live._session.open_jobs, SECONDS)
    return {"worker": soak.user.live._session.process_number}


def open_another_project(user):
    """The backend's processes before and after the project is closed for another one."""
    before = user.live._session.process_number
    iface.newProject(False)
    wait(1)
    wait_for(lambda: not user.live._session.open_jobs, SECONDS)
    return [before, user.live._session.process_number]


def memory_of(user):
    """The resident memory of the backend and of QGIS in megabytes."""
    return {
        "backend": resident_megabytes(user.live._session.process_number),
        "qgis": resident_megabytes(os.getpid()),
    }


def end_qgis(job):
    """End QGIS like a user who leaves it, or like a user who kills it."""
    if job["end"] == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    for layer in iface.editableLayers():
        layer.rollBack()  # or QGIS asks whether to save
    leave_qgis(job)


run_driver(drive, end_qgis)
