"""Assigns scenes to workers, follows their progress, and retries tasks of lost workers."""

from __future__ import annotations

import contextlib
import queue
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dask.typing import Key
from distributed import CancelledError, Future, KilledWorker

from ..core.errors import UserError
from ..core.reporter import Reporter
from .cluster import MAX_WORKER_DEATHS, Cluster
from .scene_task import Campaign, Outcome, SceneTask, map_scene_task

#: The function that a worker runs, given the name of the campaign and the task.
Work = Callable[[str, SceneTask], Outcome]

SECONDS_BETWEEN_CHECKS = 0.1
SECONDS_BETWEEN_COUNTS = 2.0
#: How often a task is tried that was stopped or whose worker was lost for another reason.
MAX_TRIES = 5


@dataclass
class _RunningTask:
    """A task that a worker is running."""

    task: SceneTask
    future: Future[Outcome]
    fraction: float = 0.0


@dataclass
class _SplitScene:
    """A large scene whose parts are being mapped."""

    task: SceneTask
    parts: int
    left: int
    seconds: float
    warnings: tuple[str, ...]
    failed: bool = False


@dataclass
class _Scheduler:
    """The state of all tasks of a batch."""

    cluster: Cluster
    campaign: Campaign
    waiting: deque[SceneTask]
    reporter: Reporter
    work: Work
    total: int
    done: int = 0
    running: dict[str, _RunningTask] = field(default_factory=dict)  # by the keys of tasks
    task_keys: dict[Key, str] = field(default_factory=dict)  # keys of futures → keys of tasks
    splits: dict[int, _SplitScene] = field(default_factory=dict)  # by the numbers of scenes
    tries: dict[str, int] = field(default_factory=dict)
    starts: dict[str, int] = field(default_factory=dict)
    excluded_workers: set[str] = field(default_factory=set)
    events: queue.Queue[Any] = field(default_factory=queue.Queue)
    workers: list[str] = field(default_factory=list)
    last_count: float = 0.0

    def follow(self) -> Iterator[Outcome]:
        """Run all tasks; yields the outcome of each scene as soon as it is known."""
        while self.waiting or self.running:
            self._check_connection("running", "connecting")
            self._count_workers()
            self._submit_tasks()
            self._report()
            try:
                event = self.events.get(timeout=SECONDS_BETWEEN_CHECKS)
            except queue.Empty:
                continue
            if isinstance(event, Future):
                yield from self._finished(event)
            else:
                self._handle_progress(*event)

    def _count_workers(self) -> None:
        now = time.monotonic()
        if now - self.last_count < SECONDS_BETWEEN_COUNTS:
            return
        self.last_count = now
        self.cluster.restart_missing_workers()
        addresses: list[str] = []
        with contextlib.suppress(OSError, TimeoutError):  # a lost scheduler is reported elsewhere
            addresses = [
                address
                for address in self.cluster.workers()
                if address not in self.excluded_workers
            ]
        # there may be none while workers are restarted; scenes wait for them
        self.workers = addresses or self.workers

    def _submit_tasks(self) -> None:
        """Submit at most one task per worker, so that the death of a worker affects one task."""
        while self.waiting and len(self.running) < max(1, len(self.workers)):
            task = self.waiting.popleft()
            if self._has_failed(task):
                continue
            self.tries[task.key] = self.tries.get(task.key, 0) + 1
            future = self.cluster.client.submit(
                self.work,
                self.campaign.name,
                task,
                key=f"{self.campaign.name}-{task.key}-{self.tries[task.key]}",
                pure=False,
                resources=self.cluster.tags or None,
                workers=self.workers if self.excluded_workers else None,
            )
            self.running[task.key] = _RunningTask(task, future)
            self.task_keys[future.key] = task.key
            future.add_done_callback(self.events.put)

    def _handle_progress(self, key: str, fraction: float | None) -> None:
        """Handle the progress of a task; None reports that a worker begins it."""
        entry = self.running.get(key)
        if fraction is None:
            self.starts[key] = self.starts.get(key, 0) + 1
            if self.starts[key] > 1 and entry is not None:
                self.reporter.warn(
                    f"{entry.task.scene.name}: its worker was lost; attempt "
                    f"{self.starts[key]} begins."
                )
        if entry is not None:
            entry.fraction = fraction or 0.0

    def _finished(self, future: Future[Outcome]) -> Iterator[Outcome]:
        task = self.running.pop(self.task_keys.pop(future.key)).task
        outcome = self._outcome(task, future)
        if outcome is None or outcome.status in ("stopped", "unfit"):
            if outcome is not None and outcome.status == "unfit":
                self._exclude_worker(outcome.worker)
            if self.tries[task.key] < MAX_TRIES:
                self.waiting.append(task)
                return
            outcome = _lost_outcome(task)
        outcome = self._resolve_outcome(task, outcome)
        if outcome is not None:
            self.done += 1
            yield outcome

    def _resolve_outcome(self, task: SceneTask, outcome: Outcome) -> Outcome | None:
        """The outcome of the scene of a finished task; None while parts of it remain."""
        if outcome.status == "split":
            parts = outcome.parts
            self.splits[outcome.number] = _SplitScene(
                task, parts, parts, outcome.seconds, outcome.warnings
            )
            # before the next scene, so that not all large scenes are finished last
            self.waiting.extendleft(
                replace(task, parts=parts, part=part) for part in reversed(range(parts))
            )
            return None
        split = self.splits.get(outcome.number)
        if split is None:
            return outcome
        if split.failed:  # another part has failed before
            return None
        split.seconds += outcome.seconds
        if outcome.status == "part":
            split.left -= 1
            if split.left == 0:
                self.waiting.appendleft(replace(task, part=None))
            return None
        split.failed = True
        seconds = round(split.seconds, 3)
        # every part repeats the warnings of the scene
        return replace(outcome, seconds=seconds, warnings=split.warnings)

    def _has_failed(self, task: SceneTask) -> bool:
        split = self.splits.get(task.scene.number)
        return split is not None and split.failed

    def _outcome(self, task: SceneTask, future: Future[Outcome]) -> Outcome | None:
        """The result of a future; None if it ended for a reason other than the scene."""
        try:
            outcome: Outcome = future.result()
            return outcome
        except KilledWorker:
            starts = self.starts.get(task.key, 0)
            if starts <= MAX_WORKER_DEATHS:
                return None
            return Outcome(
                task.scene.number,
                "failed",
                code="scene.worker_died",
                message=f"The worker process died {starts} times while it mapped this scene.",
                hint="Probably its memory was exhausted: use fewer workers or give each more "
                "memory. The other scenes were not affected.",
            )
        except CancelledError:  # a lost scheduler cancels all its tasks
            self._check_connection("running")
            return None

    def _exclude_worker(self, address: str) -> None:
        self.excluded_workers.add(address)
        self.workers = [worker for worker in self.workers if worker != address]
        self.reporter.warn(f"The worker at {address} cannot see the output folder and is not used.")
        if not self.workers:
            raise UserError(
                "cluster.no_shared_folder",
                "No worker can see the output folder.",
                "Scenes, model and output folder must be on a file system that all workers share, "
                "under the same path.",
            )

    def _check_connection(self, *allowed_statuses: str) -> None:
        if self.cluster.client.status not in allowed_statuses:
            raise UserError(
                "cluster.lost",
                f"The connection to the scheduler was lost; {self.done} of {self.total} scenes are "
                "complete.",
                "Start the scheduler and run the batch again; complete scenes are skipped.",
            )

    def _report(self) -> None:
        part = 0.0
        for entry in self.running.values():
            split = self.splits.get(entry.task.scene.number)
            part += entry.fraction / (split.parts + 1) if split else entry.fraction
        for split in self.splits.values():
            if not split.failed:
                part += (split.parts - split.left) / (split.parts + 1)
        self.reporter.advance((self.done + part) / self.total)


def _lost_outcome(task: SceneTask) -> Outcome:
    return Outcome(
        task.scene.number,
        "failed",
        code="cluster.lost",
        message=f"The worker of this scene was lost {MAX_TRIES} times.",
        hint="Check the logs of the workers, and run the batch again.",
    )


def run_scenes(
    cluster: Cluster,
    campaign: Campaign,
    tasks: Sequence[SceneTask],
    reporter: Reporter,
    work: Work = map_scene_task,
) -> Iterator[Outcome]:
    """Map scenes on the workers; yields each outcome as soon as it is known."""
    scenes = _Scheduler(cluster, campaign, deque(tasks), reporter, work, len(tasks))
    client = cluster.client
    client.register_plugin(campaign, name=campaign.name)
    client.subscribe_topic(campaign.name, lambda event: scenes.events.put(event[1]))
    try:
        for outcome in scenes.follow():
            yield outcome
            reporter.advance(
                scenes.done / scenes.total, f"{scenes.done} of {scenes.total} scenes done"
            )
    finally:
        if not cluster.is_local and client.status == "running":
            client.cancel([entry.future for entry in scenes.running.values()])
            client.unsubscribe_topic(campaign.name)
            client.unregister_worker_plugin(campaign.name)
