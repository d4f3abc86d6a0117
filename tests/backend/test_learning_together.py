"""Methods learn side by side: what comes of it, how far they are, and what they may take."""

from __future__ import annotations

import gc
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Sequence

import numpy as np
import pytest
import torch
from torch.nn import functional
from torch.optim.lr_scheduler import OneCycleLR

from backend.compute.device import THREADS_VARIABLE, worker_count
from backend.compute.side_by_side import side_by_side
from backend.errors import Cancelled
from backend.learning.classic import Forest
from backend.learning.fitting import Compound, fit_all
from backend.learning.methods import Method
from backend.learning.one_cycle import OneCycle
from backend.learning.samples import Samples
from backend.protocol import Progress
from backend.reporter import Reporter

pytestmark = pytest.mark.backend

QUIET = Reporter(lambda event: None)
SAMPLES = Samples(
    np.zeros((4, 2), np.float32),
    np.zeros((4, 0), np.float32),
    np.array([0, 0, 1, 1]),
    np.arange(4),
    np.zeros((4, 2), int),
    2,
)
EVERY = np.arange(4)


class Stateless(Method):
    """What these tests do not ask for."""

    def state(self) -> dict[str, np.ndarray]:
        return {}

    def load_state(self, *_: object) -> None: ...


class Part(Stateless):
    """Learns by calling a function."""

    def __init__(self, learn: Callable[[Samples, Reporter], None] = lambda *_: None):
        super().__init__()
        self._learn = learn

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        self._learn(samples, reporter)


class Whole(Compound, Stateless):
    """Made of parts."""

    def __init__(self, parts: Sequence[Method]):
        super().__init__()
        self._parts = parts

    def parts(self) -> Sequence[Method]:
        return self._parts


@pytest.mark.parametrize("steps", [1, 6, 60])
def test_one_cycle_descends_as_torch_does_to_the_last_bit(steps: int) -> None:
    def parameters() -> list[torch.nn.Parameter]:
        drawn = torch.Generator().manual_seed(0)
        return [
            torch.nn.Parameter(torch.randn(shape, generator=drawn))
            for shape in ((3, 7, 5), (3, 1, 5), (3, 0, 5))
        ]

    def loss(of: list[torch.nn.Parameter]) -> torch.Tensor:
        hidden = inputs @ of[0] + of[1] + (inputs[..., :0] @ of[2])
        return 40 * functional.gelu(hidden).square().sum()

    inputs = torch.randn((3, 9, 7), generator=torch.Generator().manual_seed(1))
    ours, theirs = parameters(), parameters()
    descent = OneCycle(ours, 5e-3, steps, 1e-3)
    optimizer = torch.optim.AdamW(theirs, 5e-3, weight_decay=1e-3, fused=True)
    schedule = OneCycleLR(optimizer, 5e-3, steps, pct_start=0.15)
    for _ in range(steps):
        descent.step(loss(ours))
        optimizer.zero_grad()
        loss(theirs).backward()
        torch.nn.utils.clip_grad_norm_(theirs, 10.0)
        optimizer.step()
        schedule.step()
    assert not torch.equal(ours[0], parameters()[0])
    for mine, reference in zip(ours, theirs, strict=True):
        assert torch.equal(mine, reference)


def test_to_learn_does_not_load_torchs_compiler() -> None:
    program = (
        "import sys, torch; from backend.learning.one_cycle import OneCycle\n"
        "weights = torch.nn.Parameter(torch.ones(3))\n"
        "OneCycle([weights], 0.1, 2, 0.1).step((weights ** 2).sum())\n"
        "sys.exit('torch._dynamo' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_methods_come_in_their_order_each_taught_what_was_chosen_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "3")
    taught: dict[str, list[int]] = {}

    def part(name: str) -> Part:
        def learn(samples: Samples, _: Reporter) -> None:
            taught[name] = samples.group.tolist()

        return Part(learn)

    methods = [Whole([part("a1"), part("a2")]), part("b"), Whole([part("c1"), part("c2")])]
    chosen = [EVERY[:2], EVERY[2:], EVERY[1:3]]
    assert list(fit_all(methods, SAMPLES, chosen, QUIET)) == methods
    expected = {"a1": [0, 1], "a2": [0, 1], "b": [2, 3], "c1": [1, 2], "c2": [1, 2]}
    assert taught == expected


def test_parts_learn_at_the_same_time_where_there_are_threads(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "2")
    both = threading.Barrier(2, timeout=20)
    Whole([Part(lambda *_: both.wait()), Part(lambda *_: both.wait())]).fit(SAMPLES, QUIET)


def test_what_is_ready_is_not_kept() -> None:
    """Five folds of large forests do not fit into memory at once."""
    alive: list[weakref.ref] = []

    def methods():
        for _ in range(4):
            method = Whole([Part(), Part()])
            alive.append(weakref.ref(method))
            yield method
            del method

    left = []
    for method in fit_all(methods(), SAMPLES, [EVERY] * 4, QUIET):
        del method
        gc.collect()
        left.append(sum(reference() is not None for reference in alive))
    assert left == [3, 2, 1, 0]


def test_a_cancel_reaches_parts_that_learn() -> None:
    cancelled = threading.Event()

    def learn(_: Samples, reporter: Reporter) -> None:
        cancelled.set()
        for _ in reporter.follow(range(3)):
            pass

    with pytest.raises(Cancelled):
        Whole([Part(learn), Part(learn)]).fit(SAMPLES, Reporter(lambda event: None, cancelled))


def test_a_part_for_which_memory_did_not_suffice_beside_others_learns_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "2")
    here, tries = threading.current_thread(), []

    def learn(*_: object) -> None:
        tries.append(threading.current_thread())
        if threading.current_thread() is not here:
            raise MemoryError

    methods = [Part(learn), Part()]
    assert list(fit_all(methods, SAMPLES, [EVERY] * 2, QUIET)) == methods
    assert tries[-1] is here


def test_progress_is_that_of_all_who_work_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.reporter.SECONDS_BETWEEN_REPORTS", 0)
    told: list[float] = []
    whole = Reporter(lambda event: told.append(event.fraction))
    whole.plan([("work", 1.0)])
    whole.begin("work")
    first, second = whole.shares(2)
    for reporter, fraction in ((first, 1.0), (second, 0.5), (second, 0.2), (second, 1.0)):
        reporter.advance(fraction, "as far as that")
    assert told == [0.0, 0.5, 0.75, 0.75, 1.0]


def test_progress_of_threads_never_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.reporter.SECONDS_BETWEEN_REPORTS", 0)
    told: list[Progress] = []
    whole = Reporter(told.append)
    whole.plan([("work", 1.0)])
    whole.begin("work")

    def work(reporter: Reporter) -> None:
        for number in range(200):
            reporter.advance(number / 200, "on")

    list(side_by_side(work, whole.shares(4), 4))
    fractions = [event.fraction for event in told]
    assert len(fractions) > 100
    assert fractions == sorted(fractions)


@pytest.mark.parametrize(
    ("items", "each"), [(1, 4), (2, 2), (3, 1), (9, 1)], ids=lambda number: str(number)
)
def test_what_works_beside_others_takes_its_share_of_the_threads(
    items: int, each: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "4")
    shares = list(side_by_side(lambda _: worker_count(), range(items), worker_count()))
    assert shares == [each] * items
    assert worker_count() == 4


def test_a_forest_is_the_same_whatever_threads_it_gets(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    target = np.arange(60) % 3
    spectra = (rng.normal(0, 1, (60, 5)) + target[:, None]).astype(np.float32)
    samples = Samples(
        spectra, np.zeros((60, 0), np.float32), target, target, np.zeros((60, 2), int), 3
    )
    found = []
    for threads in ("1", "3"):
        monkeypatch.setenv(THREADS_VARIABLE, threads)
        forest = Forest(0)
        forest.fit(samples, QUIET)
        found.append(forest.opinion(spectra, samples.features))
    assert np.array_equal(*found)
