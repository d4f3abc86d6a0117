"""Reports the stages, the progress with remaining time and the log messages of a running job.

A job declares its stages with the time that they take on a small scene, and what is expected of
others once the size of the scene is known; each stage then reports its own progress, from which the
reporter computes that of the job. Every report also checks for cancellation.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from threading import Event as Flag
from threading import Lock
from typing import TypeVar

from ..common.protocol import Event, Log, Progress
from .errors import Cancelled, single_line

Item = TypeVar("Item")

SECONDS_BETWEEN_REPORTS = 0.1
#: The time left is unknown before.
SECONDS_BEFORE_ESTIMATE = 1.0
#: From a stage's first fraction on, the time that it still takes follows from its own progress,
#: entirely from the second one on; before, from the plan.
OWN_PROGRESS = (0.02, 0.1)


class Reporter:
    """Sends the events of a job to `emit`; raises `Cancelled` once `cancelled` is set."""

    def __init__(self, emit: Callable[[Event], None], cancelled: Flag | None = None):
        self._emit = emit
        self._cancelled = cancelled or Flag()
        self._planned: dict[str, float] = {}
        #: Where each stage that has begun lies in the progress of the job: start and share.
        self._positions: dict[str, tuple[float, float]] = {}
        self._stage = ""
        self._started = time.monotonic()
        self._last_report = 0.0
        self._max_fraction = 0.0
        self.seconds: dict[str, float] = {}
        self._stage_started = self._started

    def plan(self, shares: Sequence[tuple[str, float]]) -> None:
        """Declare the stages in order, each with its seconds, or its share of the time."""
        self._planned = {name: float(share) for name, share in shares}

    def expect(self, seconds: Mapping[str, float]) -> None:
        """Change the time that stages are expected to take; those not planned are ignored."""
        self._planned |= {name: value for name, value in seconds.items() if name in self._planned}

    def begin(self, stage: str, message: str = "") -> None:
        """Begin a planned stage."""
        self._close_stage()
        self._stage = stage
        self._stage_started = time.monotonic()
        if stage in self._planned and stage not in self._positions:
            start, planned = self._max_fraction, self._planned[stage]
            share = planned / max(planned + self._planned_after(stage), 1e-9)
            self._positions[stage] = (start, share * (1 - start))
        self._report(0.0, message, force=True)

    def advance(self, fraction: float, message: str = "") -> None:
        """Report the progress of the current stage, 0..1."""
        self._report(fraction, message, force=bool(message))

    def follow(self, items: Iterable[Item], count: int | None = None) -> Iterator[Item]:
        """Iterate over items and report the share that is done."""
        total = count if count is not None else len(items)  # type: ignore[arg-type]
        for index, item in enumerate(items):
            self._report(index / max(total, 1), "", force=False)
            yield item
        self._report(1.0, "", force=False)

    def part(self, start: float, end: float) -> Reporter:
        """A reporter for one step, whose progress 0..1 is `start`..`end` of the current stage."""

        def relay(event: Event) -> None:
            if isinstance(event, Progress):
                self._report(start + (end - start) * event.fraction, event.message, force=True)
            else:
                self._emit(event)

        return Reporter(relay, self._cancelled)

    def shares(self, count: int) -> list[Reporter]:
        """Reporters for steps that run in parallel threads.

        The progress of the current stage is the mean progress of the steps.
        """
        done, lock = [0.0] * count, Lock()

        def share(number: int) -> Reporter:
            def relay(event: Event) -> None:
                with lock:
                    if isinstance(event, Progress):
                        done[number] = event.fraction
                        self._report(sum(done) / count, event.message, force=False)
                    else:
                        self._emit(event)

            return Reporter(relay, self._cancelled)

        return [share(number) for number in range(count)]

    def quiet(self) -> Reporter:
        """A reporter that passes on warnings only, for work within a stage; it can be cancelled."""

        def relay(event: Event) -> None:
            if isinstance(event, Log) and event.level == "warning":
                self._emit(event)

        return Reporter(relay, self._cancelled)

    def collecting(self, warnings: list[str]) -> Reporter:
        """A reporter that appends warnings to a list instead of passing them on."""

        def relay(event: Event) -> None:
            if isinstance(event, Log) and event.level == "warning":
                warnings.append(event.message)
            else:
                self._emit(event)

        return Reporter(relay, self._cancelled)

    def info(self, message: str) -> None:
        """Log a message."""
        self._emit(Log(single_line(message)))

    def warn(self, message: str) -> None:
        """Log a warning."""
        self._emit(Log(single_line(message), "warning"))

    def check(self) -> None:
        """Raise `Cancelled` if the job was cancelled."""
        if self._cancelled.is_set():
            raise Cancelled

    def finish(self) -> None:
        """Record the time of the last stage and report the job as done."""
        self._close_stage()
        self._emit(Progress(1.0, self._stage or "done", "", 0.0))

    def rounded_seconds(self) -> dict[str, float]:
        """The seconds that each finished stage took, for results."""
        return {stage: round(spent, 2) for stage, spent in self.seconds.items()}

    def _close_stage(self) -> None:
        if self._stage:
            spent = time.monotonic() - self._stage_started
            self.seconds[self._stage] = self.seconds.get(self._stage, 0.0) + spent

    def _report(self, fraction: float, message: str, force: bool) -> None:
        self.check()
        now = time.monotonic()
        if not force and now - self._last_report < SECONDS_BETWEEN_REPORTS:
            return
        self._last_report = now
        start, share = self._positions.get(self._stage, (0.0, 1.0))
        fraction = min(max(fraction, 0.0), 1.0)
        # progress never goes back
        overall_fraction = max(self._max_fraction, start + share * fraction)
        self._max_fraction = overall_fraction
        seconds_left = self._seconds_left(fraction, now)
        self._emit(
            Progress(
                round(overall_fraction, 4),
                self._stage,
                message,
                seconds_left and round(seconds_left, 1),
            )
        )

    def _seconds_left(self, fraction: float, now: float) -> float | None:
        """The time of the rest of this stage and of those after it; None where it is unknown."""
        elapsed, in_stage = now - self._started, now - self._stage_started
        first, last = OWN_PROGRESS
        if elapsed <= SECONDS_BEFORE_ESTIMATE:
            return None
        planned = self._planned.get(self._stage)
        if planned is None:
            return in_stage * (1 - fraction) / fraction if fraction > first else None
        names = list(self._planned)
        before = names[: names.index(self._stage)]
        done = sum(self._planned[name] for name in before) + planned * fraction
        if done <= 0:
            return None
        pace = elapsed / done  # of this computer, compared with the plan
        rest = planned * (1 - fraction) * pace
        trust = min(max((fraction - first) / (last - first), 0.0), 1.0)
        if trust:
            rest += trust * (in_stage * (1 - fraction) / fraction - rest)
        return rest + self._planned_after(self._stage) * pace

    def _planned_after(self, stage: str) -> float:
        names = list(self._planned)
        return sum(self._planned[name] for name in names[names.index(stage) + 1 :])
