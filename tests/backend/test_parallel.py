"""Parallel tasks share progress and threads (`compute.parallel`)."""

from __future__ import annotations

import pytest

from backend.common.protocol import Progress
from backend.compute.device import THREADS_VARIABLE, thread_count
from backend.compute.parallel import run_parallel
from backend.core.reporter import Reporter

pytestmark = pytest.mark.backend


def test_progress_is_the_sum_over_parallel_tasks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.core.reporter.SECONDS_BETWEEN_REPORTS", 0)
    received: list[float] = []
    reporter = Reporter(lambda event: received.append(event.fraction))
    reporter.plan([("work", 1.0)])
    reporter.begin("work")
    first, second = reporter.shares(2)
    for share, fraction in ((first, 1.0), (second, 0.5), (second, 0.2), (second, 1.0)):
        share.advance(fraction, "step")
    assert received == [0.0, 0.5, 0.75, 0.75, 1.0]


def test_progress_of_threads_never_decreases(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.core.reporter.SECONDS_BETWEEN_REPORTS", 0)
    received: list[Progress] = []
    reporter = Reporter(received.append)
    reporter.plan([("work", 1.0)])
    reporter.begin("work")

    def work(share: Reporter) -> None:
        for number in range(200):
            share.advance(number / 200, "step")

    list(run_parallel(work, reporter.shares(4), 4))
    fractions = [event.fraction for event in received]
    assert len(fractions) > 100
    assert fractions == sorted(fractions)


@pytest.mark.parametrize(
    ("items", "each"), [(1, 4), (2, 2), (3, 1), (9, 1)], ids=lambda number: str(number)
)
def test_parallel_tasks_share_the_threads(
    items: int, each: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "4")
    shares = list(run_parallel(lambda _: thread_count(), range(items), thread_count()))
    assert shares == [each] * items
    assert thread_count() == 4
