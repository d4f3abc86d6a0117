"""The session of the fake worker: job after job over the protocol, without computing.

What a job does is its name: commands of the backend succeed with made-up files and metrics, others
misbehave (`crash`, `deaf`, `fault`, `slow`, …).
"""

import json
import os
import queue
import signal
import sys
import threading
import time
from pathlib import Path

METRICS = {"overall_accuracy": 0.91, "classes": [], "accuracy_unknown": None}
CANCEL_SECONDS = 1.0


class FakeSession:
    """Reads requests in a thread, and runs them in their order."""

    def __init__(self, write_map, write_confidence):
        self.write_map, self.write_confidence = write_map, write_confidence
        self.requests = queue.Queue()
        self.cancelled = {}
        self.record = os.environ.get("GEODIFFNET_FAKE_RECORD")
        self.version = os.environ.get("GEODIFFNET_FAKE_VERSION", "0.1.0")
        self.held = os.environ.get("GEODIFFNET_FAKE_HELD", "")  # a folder of names of jobs

    def run(self):
        if os.environ.get("GEODIFFNET_FAKE") == "traceback":
            raise ModuleNotFoundError("No module named 'torch'")
        if os.environ.get("GEODIFFNET_FAKE") == "unusable":
            self.send(event="error", code="backend.broken", message="No torch.", hint="Repair it.")
            sys.exit(1)
        threading.Thread(target=self.read, daemon=True).start()
        self.send(event="ready", protocol=1, version=self.version)
        while (request := self.requests.get()) is not None:
            self.run_job(request)

    def read(self):
        for line in sys.stdin:
            content = json.loads(line)
            number = content.get("cancel")
            if number is True:
                break
            if number is None:
                self.cancelled[content["id"]] = threading.Event()
                self.note(content)
                self.requests.put(content)
            else:
                self.cancelled[number].set()
        for event in self.cancelled.values():
            event.set()
        self.requests.put(None)

    def note(self, request):
        """Append a request to the record, with the process that received it."""
        if self.record:
            with open(self.record, "a") as file:
                file.write(json.dumps({"process": os.getpid(), **request}) + "\n")

    def run_job(self, request):
        number, name, settings = request["id"], request["job"], request["settings"]
        if self.cancelled[number].is_set():
            self.send(event="cancelled", id=number)
            return
        work = getattr(self, name, None) or self.command
        if work(number, settings) == "cancelled":
            self.send(event="cancelled", id=number)

    def send(self, **event):
        sys.stdout.write(json.dumps(event) + "\n")
        sys.stdout.flush()

    def result(self, number, outputs=None, figures=None):
        self.send(event="result", id=number, outputs=outputs or {}, figures=figures or {})

    def command(self, number, settings):
        """A command of the backend."""
        if os.environ.get("GEODIFFNET_FAKE") == "slow":
            self.partial(settings)
            if self.progress_until_cancelled(number, 30):
                return "cancelled"
        if "output" in settings:
            self.write_map({"settings": settings})
        if "confidence" in settings:
            self.write_confidence({"settings": settings})
        self.send(
            event="progress", id=number, fraction=0.5, stage="Mapping", message="", seconds_left=9
        )
        self.result(number, {"map": settings.get("output", "")}, METRICS)
        return None

    def progress_until_cancelled(self, number, seconds):
        """Report progress for a time; returns whether the job was cancelled."""
        steps = round(seconds / 0.05)
        for step in range(steps):
            self.progress(number, step / steps)
            if self.cancelled[number].wait(0.05):
                return True
        return False

    def progress(self, number, fraction):
        self.send(
            event="progress",
            id=number,
            fraction=fraction,
            stage="Training",
            message="",
            seconds_left=None,
        )

    def cancelled_while_held(self, number, name):
        """Wait as long as a test holds the jobs of this name; returns whether it was cancelled."""
        while not self.cancelled[number].wait(0.05):
            if not (self.held and os.path.exists(os.path.join(self.held, name))):
                return False
        return True

    def live_open(self, number, settings):
        quick = os.environ.get("GEODIFFNET_FAKE_QUICK", "1") == "1"
        figures = {"width": 40, "height": 30, "bands": 8, "quick": quick}
        self.result(number, figures={**figures, "features_cached": self.features()})

    def features(self):
        return float(os.environ.get("GEODIFFNET_FAKE_FEATURES", "1"))

    def live_features(self, number, settings):
        self.progress(number, 0.05)
        if self.cancelled_while_held(number, "live_features"):
            return "cancelled"
        self.result(number, figures={"features_cached": 1.0})
        return None

    def live_map(self, number, settings):
        for stage in settings["stages"]:
            if self.cancelled_while_held(number, "live_map"):
                return "cancelled"
            outputs, figures = {}, METRICS
            if stage != "validated":
                path = Path(settings["folder"]) / f"live-{settings['number']}-{stage}.tif"
                self.write_map({"settings": {**settings, "output": str(path)}})
                outputs, figures = {"map": str(path)}, {"with_features": True, "conflicts": 0}
            self.send(event="update", id=number, stage=stage, outputs=outputs, figures=figures)
        self.result(number)
        return None

    def warn(self, number, settings):
        self.send(event="log", id=number, message="Watch out.", level="warning")
        self.result(number)

    def noise(self, number, settings):
        print("Downloading: 12%")
        print('{"event": "surprise"}')
        print('{"event": "result", "id": "seven"}')
        print('{"event": "result", "id": 999999}')
        print("[1, 2]")
        self.result(number)

    def fault(self, number, settings):
        self.send(
            event="error", id=number, code="labels.too_few", message="Too few.", hint="Draw more."
        )

    def slow(self, number, settings):
        self.partial(settings)
        if self.cancelled[number].wait(30):
            return "cancelled"
        self.result(number)
        return None

    def stuck(self, number, settings):
        """Ends the process a second after its cancel, as the backend does."""
        self.partial(settings)
        self.cancelled[number].wait()
        time.sleep(CANCEL_SECONDS)
        os._exit(130)

    def deaf(self, number, settings):
        self.partial(settings)
        time.sleep(60)

    live_deaf = deaf

    def crash(self, number, settings):
        self.partial(settings)
        os.kill(os.getpid(), signal.SIGSEGV)

    def killed(self, number, settings):
        os.kill(os.getpid(), signal.SIGKILL)

    def partial(self, settings):
        """An unfinished file, as a job that is not at its end has it."""
        if "output" in settings:
            folder, name = os.path.split(settings["output"])
            unfinished = f".{name}.{os.getpid()}-0123456789abcdef.partial"
            Path(folder, unfinished).write_text("half a map")
