"""What a worker does for one scene of a batch; everything it needs comes with the campaign.

A scene that fails says why and fails alone: nothing here raises but what ends the process.
"""

from __future__ import annotations

import os
import threading
import time
import traceback
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import rasterio
from distributed import Worker, WorkerPlugin, get_worker

from ..assessment.pictures import class_picture, decimated
from ..compute.atomic import PendingFiles
from ..compute.cluster_worker import compute_alone
from ..compute.device import choose_device
from ..errors import Cancelled, UserError, first_line
from ..failures import explain
from ..learning.model import Model, load_model
from ..protocol import Event, Log, Progress
from ..reporter import Reporter
from ..scene.grid import Grid
from .apply import STAGES
from .apply_settings import Settings as ApplySettings
from .batch_marker import Marker, read_marker, write_marker
from .batch_scenes import BatchScene
from .batch_settings import Settings
from .scene_settings import ReadingSettings

THUMBNAIL_SIDE = 160
SECONDS_BETWEEN_REPORTS = 1.0
SECONDS_BETWEEN_LOOKS = 0.5


@dataclass(frozen=True)
class SceneTask:
    """One scene to be mapped."""

    scene: BatchScene
    identity: dict[str, Any]


@dataclass(frozen=True)
class Outcome:
    """What became of a scene."""

    number: int
    status: str  # "mapped", "skipped", "failed"; "stopped" and "unfit" ask for another try
    seconds: float = 0.0
    figures: dict[str, Any] = field(default_factory=dict)
    thumbnail: str = ""
    code: str = ""
    message: str = ""
    hint: str = ""
    detail: str = ""  # for the log
    worker: str = ""
    warnings: tuple[str, ...] = ()


class Campaign(WorkerPlugin):
    """What all scenes of a batch share; every worker holds one, with the model loaded once.

    `lease` is a file that exists as long as the batch goes on.
    """

    def __init__(
        self, name: str, settings: Settings, lease: Path, threads: int, memory_mb: int | None
    ):
        self.name = name
        self.settings = settings
        self.lease = lease
        self.threads = threads
        self.memory_mb = memory_mb
        self._model: Model | None = None

    def setup(self, worker: Worker) -> None:
        """Called when a worker joins: before its first scene, it keeps to its share of cores."""
        self.alone = threading.Lock()
        compute_alone(self.threads)

    def model(self) -> Model:
        """The model, loaded at the first scene."""
        if self._model is None:
            self._model = load_model(self.settings.model, choose_device(self.settings.device))
        return self._model

    def apply_settings(self, scene: BatchScene) -> ApplySettings:
        """What `apply` would be told for one scene."""
        shared = {
            entry.name: getattr(self.settings, entry.name) for entry in fields(ReadingSettings)
        }
        outputs = {
            "output" if kind == "map" else kind: path for kind, path in scene.outputs.items()
        }
        return ApplySettings(
            **shared | {"memory_mb": self.memory_mb},
            model=self.settings.model,
            image=scene.image,
            **outputs,
        )


def map_one(campaign: str, task: SceneTask) -> Outcome:
    """Map a scene; called in a worker."""
    worker = get_worker()
    plugin = worker.plugins[campaign]
    with plugin.alone, _Watch(plugin.lease) as watch:  # a process computes one scene at a time
        started = time.monotonic()
        relay = _Relay(worker, campaign, task.scene.number)
        relay.tell(None)
        found = {"status": "unfit"}
        if watch.sees:
            found = _try(plugin, task, Reporter(relay, watch.gone))
    return Outcome(
        task.scene.number,
        **found,
        seconds=round(time.monotonic() - started, 3),
        worker=worker.address,
        warnings=tuple(relay.warnings),
    )


def _try(campaign: Campaign, task: SceneTask, reporter: Reporter) -> dict[str, Any]:
    """Status and what goes with it."""
    try:
        marker = _map(campaign, task, reporter)
    except Cancelled:
        return {"status": "stopped"}
    except UserError as error:
        return {
            "status": "failed", "code": error.code, "message": error.message, "hint": error.hint,
        }  # fmt: skip
    except Exception as error:  # the other scenes can do without this one
        failure = explain(error)
        return {
            "status": "failed",
            "code": failure.code,
            "message": f"{failure.message} {first_line(error)}",
            "hint": failure.hint,
            "detail": traceback.format_exc(),
        }
    return {"status": "mapped", "figures": marker.figures, "thumbnail": marker.thumbnail}


def _map(campaign: Campaign, task: SceneTask, reporter: Reporter) -> Marker:
    from .classification import apply_model, map_figures

    scene = task.scene
    # a worker that had finished may have died before it could say so
    done = read_marker(scene, task.identity)
    if done is not None and done.campaign == campaign.name:
        return done
    reporter.plan(STAGES)
    reporter.begin("start")
    model = campaign.model()
    settings = campaign.apply_settings(scene)
    with PendingFiles([scene.image, settings.model]) as files:
        _, tally = apply_model(model, settings, files, reporter)
        written = files.add(scene.map)
        with rasterio.open(written) as dataset:
            grid = Grid(dataset.width, dataset.height, dataset.transform, dataset.crs)
        figures = map_figures(model.info.classes, tally) | {
            "size": [grid.width, grid.height],
            "pixel_area": grid.pixel_area,
        }
        colours = {entry.code: entry.rgb for entry in model.info.classes}
        thumbnail, _, _ = class_picture(decimated(written, largest=THUMBNAIL_SIDE), colours)
        write_marker(files, scene, task.identity, figures, thumbnail, campaign.name)
        reporter.check()
        files.publish()
    reporter.finish()
    made = read_marker(scene, task.identity)
    if made is None:
        raise OSError("the map or its marker is not there any more")
    return made


class _Relay:
    """Takes a scene's events: progress goes to whoever started the batch, warnings are kept."""

    def __init__(self, worker: Worker, campaign: str, number: int):
        self._worker, self._campaign, self._number = worker, campaign, number
        self._last = 0.0
        self.warnings: list[str] = []

    def __call__(self, event: Event) -> None:
        if isinstance(event, Log) and event.level == "warning":
            self.warnings.append(event.message)
        elif isinstance(event, Progress):
            self.tell(event.fraction)

    def tell(self, fraction: float | None) -> None:
        """Send the progress, not too often; None says that the scene begins."""
        now = time.monotonic()
        if fraction is None or now - self._last >= SECONDS_BETWEEN_REPORTS:
            self._last = now
            self._worker.log_event(self._campaign, [self._number, fraction])


class _Watch:
    """Sets a flag when a file is gone, looking now and then; `sees` says that it was there."""

    def __init__(self, path: Path):
        self._path = path
        self.sees = os.path.exists(path)
        self._over = threading.Event()
        self.gone = threading.Event()

    def __enter__(self) -> _Watch:
        threading.Thread(target=self._look, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()

    def _look(self) -> None:
        while not self._over.wait(SECONDS_BETWEEN_LOOKS):
            if not os.path.exists(self._path):
                self.gone.set()
                return
