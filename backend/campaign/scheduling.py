"""Gives scenes to workers one by one, follows them, and tries again what was lost with a worker."""

from __future__ import annotations

import contextlib
import queue
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from distributed import CancelledError, Future, KilledWorker

from ..core.errors import UserError
from ..core.reporter import Reporter
from .cluster import DEATHS_FORGIVEN, Cluster
from .scene_task import Campaign, Outcome, SceneTask, map_one

#: What a worker does for a task, given the name of the campaign.
Work = Callable[[str, SceneTask], Outcome]

SECONDS_BETWEEN_CHECKS = 0.1
SECONDS_BETWEEN_COUNTS = 2.0
#: How often a scene is given out that was stopped, or whose worker died of something else.
MOST_TRIES = 5


@dataclass
class _Running:
    """A task that some worker has."""

    task: SceneTask
    future: Future
    fraction: float = 0.0


@dataclass
class _Split:
    """A large scene whose parts are on their way."""

    task: SceneTask
    parts: int
    left: int
    seconds: float
    warnings: tuple[str, ...]
    over: bool = False


@dataclass
class _Scenes:
    """All scenes on their way through the workers."""

    cluster: Cluster
    campaign: Campaign
    waiting: deque[SceneTask]
    reporter: Reporter
    work: Work
    total: int
    done: int = 0
    running: dict[str, _Running] = field(default_factory=dict)  # by the tasks' keys
    given: dict[str, str] = field(default_factory=dict)  # keys of futures → of their tasks
    splits: dict[int, _Split] = field(default_factory=dict)  # by the scenes' numbers
    tries: dict[str, int] = field(default_factory=dict)
    begins: dict[str, int] = field(default_factory=dict)
    unfit: set[str] = field(default_factory=set)
    news: queue.Queue[Any] = field(default_factory=queue.Queue)
    workers: list[str] = field(default_factory=list)
    counted: float = 0.0

    def follow(self) -> Iterator[Outcome]:
        """What becomes of every scene, as it comes."""
        while self.waiting or self.running:
            self._check_connection("running", "connecting")
            self._count_workers()
            self._give_out()
            self._report()
            try:
                heard = self.news.get(timeout=SECONDS_BETWEEN_CHECKS)
            except queue.Empty:
                continue
            if isinstance(heard, Future):
                yield from self._finished(heard)
            else:
                self._hear(*heard)

    def _count_workers(self) -> None:
        now = time.monotonic()
        if now - self.counted < SECONDS_BETWEEN_COUNTS:
            return
        self.counted = now
        self.cluster.refill()
        found: list[str] = []
        with contextlib.suppress(OSError, TimeoutError):  # a scheduler that is gone tells so soon
            found = [address for address in self.cluster.workers() if address not in self.unfit]
        # while those that died are started anew there may be none; scenes wait for them
        self.workers = found or self.workers

    def _give_out(self) -> None:
        """No more tasks than workers: one that waits behind another would share its fate."""
        while self.waiting and len(self.running) < max(1, len(self.workers)):
            task = self.waiting.popleft()
            if self._is_over(task):
                continue
            self.tries[task.key] = self.tries.get(task.key, 0) + 1
            future = self.cluster.client.submit(
                self.work,
                self.campaign.name,
                task,
                key=f"{self.campaign.name}-{task.key}-{self.tries[task.key]}",
                pure=False,
                resources=self.cluster.tags or None,
                workers=self.workers if self.unfit else None,
            )
            self.running[task.key] = _Running(task, future)
            self.given[future.key] = task.key
            future.add_done_callback(self.news.put)

    def _hear(self, key: str, fraction: float | None) -> None:
        """A worker says how far it is with a task; without a number, that it begins."""
        entry = self.running.get(key)
        if fraction is None:
            self.begins[key] = self.begins.get(key, 0) + 1
            if self.begins[key] > 1 and entry is not None:
                self.reporter.warn(
                    f"{entry.task.scene.name}: the worker that had it is gone; begun for the "
                    f"{_ordinal(self.begins[key])} time."
                )
        if entry is not None:
            entry.fraction = fraction or 0.0

    def _finished(self, future: Future) -> Iterator[Outcome]:
        task = self.running.pop(self.given.pop(future.key)).task
        outcome = self._outcome(task, future)
        if outcome is None or outcome.status in ("stopped", "unfit"):
            if outcome is not None and outcome.status == "unfit":
                self._leave_out(outcome.worker)
            if self.tries[task.key] < MOST_TRIES:
                self.waiting.append(task)
                return
            outcome = _lost(task)
        outcome = self._settle(task, outcome)
        if outcome is not None:
            self.done += 1
            yield outcome

    def _settle(self, task: SceneTask, outcome: Outcome) -> Outcome | None:
        """What the end of a task means for its scene; None while there is more to do for it."""
        if outcome.status == "split":
            parts = outcome.parts
            self.splits[outcome.number] = _Split(
                task, parts, parts, outcome.seconds, outcome.warnings
            )
            # before the next scene, so that large ones do not all end together
            self.waiting.extendleft(
                replace(task, parts=parts, part=part) for part in reversed(range(parts))
            )
            return None
        split = self.splits.get(outcome.number)
        if split is None:
            return outcome
        if split.over:  # another part has failed before
            return None
        split.seconds += outcome.seconds
        if outcome.status == "part":
            split.left -= 1
            if split.left == 0:
                self.waiting.appendleft(replace(task, part=None))
            return None
        split.over = True
        seconds = round(split.seconds, 3)
        # what was said at first is said again by every part
        return replace(outcome, seconds=seconds, warnings=split.warnings)

    def _is_over(self, task: SceneTask) -> bool:
        split = self.splits.get(task.scene.number)
        return split is not None and split.over

    def _outcome(self, task: SceneTask, future: Future) -> Outcome | None:
        """What a finished future says; None where the scene is not to blame for its end."""
        try:
            return future.result()
        except KilledWorker:
            begins = self.begins.get(task.key, 0)
            if begins <= DEATHS_FORGIVEN:
                return None
            return Outcome(
                task.scene.number,
                "failed",
                code="scene.kills_worker",
                message=f"The worker ended {begins} times while it mapped this scene.",
                hint="Probably its memory ran out: use fewer workers, or leave each more memory; "
                "the other scenes went on.",
            )
        except CancelledError:  # a scheduler that goes takes all it was given with it
            self._check_connection("running")
            return None

    def _leave_out(self, address: str) -> None:
        self.unfit.add(address)
        self.workers = [worker for worker in self.workers if worker != address]
        self.reporter.warn(f"The worker at {address} cannot see the output folder and is left out.")
        if not self.workers:
            raise UserError(
                "cluster.no_shared_folder",
                "No worker can see the output folder.",
                "Scenes, model and output folder must be on a file system that all workers share, "
                "under the same path.",
            )

    def _check_connection(self, *fine: str) -> None:
        if self.cluster.client.status not in fine:
            raise UserError(
                "cluster.lost",
                f"The scheduler is gone; {self.done} of {self.total} scenes are complete.",
                "Start it again and run the batch again: what is complete is left out.",
            )

    def _report(self) -> None:
        part = 0.0
        for entry in self.running.values():
            split = self.splits.get(entry.task.scene.number)
            part += entry.fraction / (split.parts + 1) if split else entry.fraction
        for split in self.splits.values():
            if not split.over:
                part += (split.parts - split.left) / (split.parts + 1)
        self.reporter.advance((self.done + part) / self.total)


def _lost(task: SceneTask) -> Outcome:
    return Outcome(
        task.scene.number,
        "failed",
        code="cluster.lost",
        message="The workers that had this scene were lost again and again.",
        hint="Look at the workers' logs, and run the batch again.",
    )


def run_scenes(
    cluster: Cluster,
    campaign: Campaign,
    tasks: Sequence[SceneTask],
    reporter: Reporter,
    work: Work = map_one,
) -> Iterator[Outcome]:
    """Map scenes on the workers; each outcome is given as soon as it is known."""
    scenes = _Scenes(cluster, campaign, deque(tasks), reporter, work, len(tasks))
    client = cluster.client
    client.register_plugin(campaign, name=campaign.name)
    client.subscribe_topic(campaign.name, lambda event: scenes.news.put(event[1]))
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


def _ordinal(number: int) -> str:
    return {2: "second", 3: "third"}.get(number, f"{number}th")
