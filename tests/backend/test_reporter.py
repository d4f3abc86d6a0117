"""The progress and the time left that jobs report, with a clock that only the tests advance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import pytest

from backend.commands.apply import STAGES as APPLY_STAGES
from backend.commands.classify import STAGES
from backend.common.protocol import Event, Progress
from backend.core.reporter import Reporter
from backend.pipeline.expected_time import mapping_seconds

#: Seconds of each stage of a classification of the sample, and of 8000 x 8000 pixels.
SMALL = {"start": 4, "labels": 1, "features": 3, "validation": 8, "training": 2, "mapping": 2}
LARGE = SMALL | {"mapping": 5400}
LARGE_PIXELS = 8000 * 8000


@dataclass
class Clock:
    """The time of the reporter, and the events with the time at which each was sent."""

    now: float = 1000.0
    events: list[tuple[float, Progress]] = field(default_factory=list)

    def emit(self, event: Event) -> None:
        if isinstance(event, Progress):
            self.events.append((self.now, event))

    def left(self, stage: str) -> list[tuple[float, float]]:
        """Elapsed time and the reported time left, in one stage."""
        return [
            (then, event.seconds_left)
            for then, event in self.events
            if event.stage == stage and event.seconds_left is not None
        ]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("backend.core.reporter.time.monotonic", lambda: clock.now)
    return clock


def work(
    clock: Clock,
    seconds: dict[str, int],
    expect: Callable[[Reporter], None],
    stages: Sequence[tuple[str, float]] = STAGES,
) -> None:
    """A job whose stages take these seconds; what is expected is known after the first one."""
    reporter = Reporter(clock.emit)
    reporter.plan(stages)
    for number, (stage, duration) in enumerate(seconds.items()):
        reporter.begin(stage)
        for step in range(100):
            reporter.advance(step / 100)
            clock.now += duration / 100
        if number == 0:
            expect(reporter)
    reporter.finish()


def expect_large(reporter: Reporter) -> None:
    reporter.expect({"mapping": mapping_seconds(LARGE_PIXELS, 200, "geodiffnet-f")})


def test_the_time_left_of_a_large_scene_is_right_before_its_mapping_begins(clock: Clock) -> None:
    work(clock, LARGE, expect_large)
    end = clock.now
    for stage in ("features", "validation", "training", "mapping"):
        reported = clock.left(stage)
        assert reported
        for then, left in reported:
            # Formerly it was a few seconds until the mapping began.
            assert (end - then) / 8 <= left <= 8 * (end - then) + 5, (stage, then, left)


def test_the_time_left_follows_the_progress_of_a_stage_that_the_plan_underestimates(
    clock: Clock,
) -> None:
    work(clock, LARGE, lambda reporter: None)
    end, reported = clock.now, clock.left("mapping")
    for then, left in reported[15:]:
        assert left == pytest.approx(end - then, rel=0.05, abs=5)


@pytest.mark.parametrize("expect", [lambda reporter: None, expect_large])
def test_progress_never_goes_back_and_ends_at_one(
    clock: Clock, expect: Callable[[Reporter], None]
) -> None:
    work(clock, SMALL, expect)
    fractions = [event.fraction for _, event in clock.events]
    assert fractions == sorted(fractions)
    assert fractions[0] == 0
    assert fractions[-1] == 1
    assert clock.events[-1][1].seconds_left == 0


def test_progress_of_a_large_scene_is_mostly_that_of_its_mapping(clock: Clock) -> None:
    work(clock, LARGE, expect_large)
    first = next(event for _, event in clock.events if event.stage == "mapping")
    assert first.fraction < 0.3


def test_expectations_of_stages_that_are_not_planned_are_ignored(clock: Clock) -> None:
    seconds = {"start": 3, "features": 3, "mapping": 3}
    work(clock, seconds, lambda reporter: reporter.expect({"clusters": 900}), APPLY_STAGES)
    assert all(left < 60 for stage in seconds for _, left in clock.left(stage))


def test_a_stage_that_begins_again_keeps_its_place(clock: Clock) -> None:
    reporter = Reporter(clock.emit)
    reporter.plan((("first", 1), ("second", 1)))
    for _ in range(3):
        reporter.begin("first")
        for step in range(10):
            clock.now += 1
            reporter.advance(step / 10)
    assert clock.events[-1][1].fraction == pytest.approx(0.45)
