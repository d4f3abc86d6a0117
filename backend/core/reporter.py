"""Reports the stages, the progress with remaining time and the log messages of a running job.

A job declares its stages with their shares of the work; each stage then reports its own progress,
from which the reporter computes that of the job. Every report also checks for cancellation.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import Event as Flag
from threading import Lock
from typing import TypeVar

from ..common.protocol import Event, Log, Progress
from .errors import Cancelled, single_line

Item = TypeVar("Item")

SECONDS_BETWEEN_REPORTS = 0.1


class Reporter:
    """Sends the events of a job to `emit`; raises `Cancelled` once `cancelled` is set."""

    def __init__(self, emit: Callable[[Event], None], cancelled: Flag | None = None):
        self._emit = emit
        self._cancelled = cancelled or Flag()
        self._stages: dict[str, tuple[float, float]] = {}
        self._stage = ""
        self._started = time.monotonic()
        self._last_report = 0.0
        self._max_fraction = 0.0
        self.seconds: dict[str, float] = {}
        self._stage_started = self._started

    def plan(self, shares: Sequence[tuple[str, float]]) -> None:
        """Declare the stages in order, each with its share of the time of the job."""
        total = sum(share for _, share in shares)
        done = 0.0
        for name, share in shares:
            self._stages[name] = (done / total, share / total)
            done += share

    def begin(self, stage: str, message: str = "") -> None:
        """Begin a planned stage."""
        self._close_stage()
        self._stage = stage
        self._stage_started = time.monotonic()
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
        start, share = self._stages.get(self._stage, (0.0, 1.0))
        # progress never goes back
        overall_fraction = max(self._max_fraction, start + share * min(max(fraction, 0.0), 1.0))
        self._max_fraction = overall_fraction
        elapsed = now - self._started
        seconds_left = (
            elapsed * (1 - overall_fraction) / overall_fraction
            if overall_fraction > 0.02 and elapsed > 1
            else None
        )
        self._emit(
            Progress(
                round(overall_fraction, 4),
                self._stage,
                message,
                seconds_left and round(seconds_left, 1),
            )
        )
