"""The task of a worker: maps one scene of a batch, or a part of it.

The failure of a scene is returned as its outcome, so that the other scenes go on.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
import traceback
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from distributed import Worker, WorkerPlugin, get_worker
from distributed.utils import sync

from ..charts.images import class_image, decimated
from ..common.choices import AUTO
from ..common.protocol import Event, Log, Progress
from ..core.errors import Cancelled, UserError, first_line
from ..core.failures import explain, is_device_lost
from ..core.reporter import Reporter
from ..features.cache import FeatureCache, NoCache
from ..files.pending_files import PendingFiles
from ..mapping.class_areas import class_areas
from ..mapping.map_statistics import MapStatistics
from ..options.campaign_options import CampaignOptions
from ..options.compute_options import ComputeOptions
from ..options.declaration import replace_option
from ..options.map_outputs import MapOutputs
from ..pipeline.map_writing import (
    LoadedModel,
    PreparedScene,
    map_metrics,
    map_writer,
    prepare_scene,
)
from ..pipeline.outputs import pending_files, protect
from ..scene.grid import Grid
from ..scene.opening import open_source
from .completion import (
    Marker,
    read_marker,
    scene_digests,
    scene_identity,
    scene_outputs,
    write_marker,
)
from .scene_parts import PartWriter, join_parts
from .scenes import BatchScene
from .worker_check import limit_threads, select_gpu

#: Stages of mapping a scene, with their shares of the time. Features are extracted block by block
#: while these are mapped.
SCENE_STAGES = (("start", 3), ("features", 1), ("mapping", 6))
THUMBNAIL_SIDE = 160
SECONDS_BETWEEN_REPORTS = 1.0
SECONDS_BETWEEN_CHECKS = 0.5
SECONDS_TO_ACKNOWLEDGE = 30.0


@dataclass(frozen=True)
class SceneTask:
    """A scene to map; a large one is split into `parts`, which are joined at the end."""

    scene: BatchScene
    identity: dict[str, Any]
    parts: int = 0
    part: int | None = None

    @property
    def key(self) -> str:
        """The unique name of the task within the batch."""
        step = "" if not self.parts else "-joined" if self.part is None else f"-{self.part}"
        return f"{self.scene.number}{step}"


@dataclass(frozen=True)
class Outcome:
    """The outcome of a scene, or of a task for it."""

    number: int
    #: "mapped", "skipped" or "failed"; of a task also "split" and "part", and "stopped" and
    #: "unfit", after which the task is tried again
    status: str
    seconds: float = 0.0
    figures: dict[str, Any] = field(default_factory=dict)
    thumbnail: str = ""
    code: str = ""
    message: str = ""
    hint: str = ""
    detail: str = ""  # for the log
    parts: int = 0
    worker: str = ""
    warnings: tuple[str, ...] = ()


class Campaign(WorkerPlugin):
    """The settings and the model that all scenes of a batch share, one instance per worker.

    `lease` is a file that exists while the batch runs.
    """

    def __init__(
        self,
        name: str,
        options: CampaignOptions,
        lease: Path,
        threads: int,
        memory_mb: int | None,
        model_digest: str = "",
    ):
        self.name = name
        self.options = options
        self.lease = lease
        self.threads = threads
        self.memory_mb = memory_mb
        self.model_digest = model_digest
        self._loaded_model: LoadedModel | None = None

    def setup(self, worker: Worker) -> None:
        """Limit the threads of a worker when it joins."""
        self.scene_lock = threading.Lock()
        limit_threads(self.threads)

    def loaded_model(self) -> LoadedModel:
        """The model; it is loaded at the first scene."""
        if self._loaded_model is None:
            options, cache_folder = self.options, self.options.compute.cache
            # each scene is read once, so features are only cached on request
            cache = FeatureCache(cache_folder) if cache_folder else NoCache()
            self._loaded_model = LoadedModel.load(
                options.model.model,
                options.compute.device,
                cache,
                self.model_digest,
                options.model.backbone,
            )
        return self._loaded_model

    def switch_to_cpu(self) -> bool:
        """Use the CPU from now on; returns False if a GPU was explicitly requested."""
        if self.options.compute.device != AUTO:
            return False
        self.options = replace_option(self.options, "device", "cpu")
        self._loaded_model = None
        return True

    @property
    def compute(self) -> ComputeOptions:
        """Device and memory of one worker."""
        return replace(self.options.compute, memory_mb=self.memory_mb)

    def open_scene(
        self, scene: BatchScene, reporter: Reporter
    ) -> AbstractContextManager[PreparedScene]:
        """A scene with the model, ready to be classified."""
        options = self.options
        return prepare_scene(
            self.loaded_model(), scene.image, options.bands, self.compute, reporter
        )

    def parts_folder(self, scene: BatchScene) -> Path:
        """The folder of the parts of a large scene."""
        return parts_folder(self.lease) / str(scene.number)


def parts_folder(lease: Path) -> Path:
    """The folder of the parts of all large scenes of a batch."""
    return lease.with_name(f"{lease.name}.parts")


def map_scene_task(campaign: str, task: SceneTask) -> Outcome:
    """Run a task in a worker."""
    worker = get_worker()
    plugin = cast(Campaign, worker.plugins[campaign])
    with (
        plugin.scene_lock,
        _LeaseWatcher(plugin.lease) as watch,
    ):  # a process computes one scene at a time
        started = time.monotonic()
        select_gpu(worker.name)
        relay = Relay(worker, campaign, task.key)
        relay.begin()
        result: dict[str, Any] = {"status": "unfit"}
        if watch.existed:
            result = _run_task(plugin, task, Reporter(relay, watch.disappeared))
    return Outcome(
        task.scene.number,
        **result,
        seconds=round(time.monotonic() - started, 3),
        worker=worker.address,
        warnings=tuple(relay.warnings),
    )


def _run_task(campaign: Campaign, task: SceneTask, reporter: Reporter) -> dict[str, Any]:
    """The status of the task and further fields of its outcome."""
    reporter.plan(SCENE_STAGES)
    reporter.begin("start")
    try:
        if task.part is not None:
            return _map_part(campaign, task, reporter)
        if task.parts:
            return _join(campaign, task, reporter)
        return _map(campaign, task, reporter)
    except Cancelled:
        return {"status": "stopped"}
    except Exception as error:  # the other scenes go on
        if is_device_lost(error) and campaign.switch_to_cpu():
            reporter.warn("The GPU stopped working; the worker continues on the CPU.")
            return _run_task(campaign, task, reporter)
        failure = explain(error)
        if isinstance(error, UserError):
            reported = {"code": failure.code, "message": failure.message, "hint": failure.hint}
            return {"status": "failed", **reported}
        return {
            "status": "failed",
            "code": failure.code,
            "message": f"{failure.message} {first_line(error)}",
            "hint": failure.hint,
            "detail": traceback.format_exc(),
        }


def _map(campaign: Campaign, task: SceneTask, reporter: Reporter) -> dict[str, Any]:
    """Map a scene, or return the number of parts into which it must be split."""
    # a worker may have died after it had finished the scene
    done = read_marker(task.scene, task.identity)
    if done is not None and done.campaign == campaign.name:
        return _mapped_result(done)
    before = _identity(task)
    with _pending(campaign, task) as files:
        with campaign.open_scene(task.scene, reporter) as scene:
            protect(files, scene.scene.files)
            parts = -(-len(scene.blocks) // campaign.options.task_blocks)
            if parts > 1:
                return {"status": "split", "parts": parts}
            _, map_statistics = scene.write_map(_rasters(task.scene), files, reporter)
            grid = scene.scene.grid
        return _publish(campaign, task, before, files, grid, map_statistics, reporter)


def _identity(task: SceneTask) -> dict[str, Any]:
    """The identity of the scene before it is read, as seen by this worker."""
    campaign = {name: value for name, value in task.identity.items() if name != "files"}
    return scene_identity(task.scene.image, campaign)


def _pending(campaign: Campaign, task: SceneTask) -> PendingFiles:
    """The reserved outputs of a scene."""
    options = campaign.options
    model = options.model.model
    files = pending_files(task.scene.image, model, replace_all=options.overwrite)
    try:
        for output in scene_outputs(task.scene):
            files.reserve(output)
    except BaseException:
        files.close()
        raise
    return files


def _rasters(scene: BatchScene) -> MapOutputs:
    """The rasters that are written for a scene."""
    outputs = {"output" if kind == "map" else kind: path for kind, path in scene.outputs.items()}
    return MapOutputs(**outputs)


def _map_part(campaign: Campaign, task: SceneTask, reporter: Reporter) -> dict[str, Any]:
    """Classify some blocks of a large scene; their predictions and statistics are stored."""
    folder = campaign.parts_folder(task.scene)
    folder.mkdir(parents=True, exist_ok=True)
    with campaign.open_scene(task.scene, reporter) as scene:
        reporter.begin("mapping")
        part_blocks = _blocks_of_part(scene, task)
        with PartWriter(folder / str(task.part)) as writer:
            class_only = _rasters(task.scene).class_only
            writer.finish(scene.classify(part_blocks, writer, reporter, class_only))
    return {"status": "part"}


def _blocks_of_part(scene: PreparedScene, task: SceneTask) -> list[Any]:
    """The blocks of one part; they are adjacent, so that they share tiles of the file."""
    blocks = scene.blocks
    bounds = [len(blocks) * part // task.parts for part in range(task.parts + 1)]
    return blocks[bounds[task.part or 0] : bounds[(task.part or 0) + 1]]


def _join(campaign: Campaign, task: SceneTask, reporter: Reporter) -> dict[str, Any]:
    """Write the rasters of a large scene from its parts, in the order of the blocks."""
    model = campaign.loaded_model().model
    source = open_source(task.scene.image, campaign.options.compute.allow_external)
    source.close()
    reporter.begin("mapping")
    before = task.identity
    with _pending(campaign, task) as files:
        with map_writer(model, source.grid, _rasters(task.scene), files) as writer:
            map_statistics = join_parts(
                [campaign.parts_folder(task.scene) / str(part) for part in range(task.parts)],
                writer,
                len(model.info.classes),
                reporter,
            )
            writer.finish()
        return _publish(campaign, task, before, files, source.grid, map_statistics, reporter)


def _publish(
    campaign: Campaign,
    task: SceneTask,
    identity: dict[str, Any],
    files: PendingFiles,
    grid: Grid,
    map_statistics: MapStatistics,
    reporter: Reporter,
) -> dict[str, Any]:
    """Publish the rasters together with the completion marker."""
    scene, classes = task.scene, campaign.loaded_model().model.info.classes
    written = files.add(scene.map)
    codes = [entry.code for entry in classes]
    figures = map_metrics(classes, map_statistics) | {
        "size": [grid.width, grid.height],
        "class_areas": class_areas(written, grid, codes, map_statistics.counts),
    }
    colours = {entry.code: entry.rgb for entry in classes}
    thumbnail_codes = decimated(written, max_side=THUMBNAIL_SIDE)
    thumbnail, _, _ = class_image(thumbnail_codes, colours)
    digests = scene_digests(scene.image, identity)
    marker = write_marker(files, scene, identity, digests, figures, thumbnail, campaign.name)
    reporter.check()
    files.publish()
    reporter.finish()
    return _mapped_result(marker)


def _mapped_result(marker: Marker) -> dict[str, Any]:
    return {"status": "mapped", "figures": marker.figures, "thumbnail": marker.thumbnail}


class Relay:
    """Receives the events of a task: progress is sent to the batch, warnings are collected."""

    def __init__(self, worker: Worker, campaign: str, key: str):
        self._worker, self._campaign, self._key = worker, campaign, key
        self._last = 0.0
        self.warnings: list[str] = []

    def __call__(self, event: Event) -> None:
        if isinstance(event, Log) and event.level == "warning":
            self.warnings.append(event.message)
        elif isinstance(event, Progress):
            self.send_progress(event.fraction)

    def begin(self) -> None:
        """Report that the task begins, and wait until the scheduler has received it.

        If the process then dies, it is known which task it was running.
        """
        worker = self._worker
        with contextlib.suppress(
            OSError, TimeoutError
        ):  # without a scheduler this worker ends soon
            sync(
                worker.loop,
                worker.scheduler.log_event,
                topic=self._campaign,
                msg=[self._key, None],
                callback_timeout=SECONDS_TO_ACKNOWLEDGE,
            )

    def send_progress(self, fraction: float) -> None:
        """Send the progress, at most once per `SECONDS_BETWEEN_REPORTS`."""
        now = time.monotonic()
        if now - self._last >= SECONDS_BETWEEN_REPORTS:
            self._last = now
            self._worker.log_event(self._campaign, [self._key, fraction])


class _LeaseWatcher:
    """Sets the flag `disappeared` when a file is removed; `existed` is its state at the start."""

    def __init__(self, path: Path):
        self._path = path
        self.existed = os.path.exists(path)
        self._stopped = threading.Event()
        self.disappeared = threading.Event()

    def __enter__(self) -> _LeaseWatcher:
        threading.Thread(target=self._watch, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()

    def _watch(self) -> None:
        while not self._stopped.wait(SECONDS_BETWEEN_CHECKS):
            if not os.path.exists(self._path):
                self.disappeared.set()
                return
