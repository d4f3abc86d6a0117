"""Trains methods, what they are made of side by side."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from ..compute.device import worker_count
from ..compute.side_by_side import side_by_side
from ..reporter import Reporter
from .methods import Method
from .samples import Samples


class Compound(Method):
    """A method that is made of others."""

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Train all parts."""
        for _ in fit_all([self], samples, [np.arange(len(samples))], reporter):
            pass


def fit_all(
    methods: Iterable[Method],
    samples: Samples,
    chosen: Sequence[np.ndarray],
    reporter: Reporter,
) -> Iterator[Method]:
    """Train each method on those samples that were chosen for it; gives it as soon as it is ready.

    Parts are spread over the threads rather than methods: there are more of them, and networks and
    forests disturb each other less than two of a kind.
    """
    waiting = deque(methods)
    tasks = {
        (number, place): part
        for number, method in enumerate(waiting)
        for place, part in enumerate(method.parts())
    }
    reporters = dict(zip(tasks, reporter.shares(len(tasks)), strict=True))

    def fit(task: tuple[int, int]) -> tuple[int, int]:
        report = reporters[task]
        tasks[task].fit(samples.take(chosen[task[0]]), report)
        report.advance(1.0)
        return task

    for task in side_by_side(fit, list(tasks), worker_count()):
        # what is ready may be large, and is let go
        del tasks[task]
        if not any(number == task[0] for number, _ in tasks):
            yield waiting.popleft()
