"""Networks descend as torch's own optimiser does, and threads share progress and processors."""

from __future__ import annotations

import subprocess
import sys

import pytest
import torch
from torch.nn import functional
from torch.optim.lr_scheduler import OneCycleLR

from backend.classifiers.one_cycle import OneCycle
from backend.common.protocol import Progress
from backend.compute.device import THREADS_VARIABLE, thread_count
from backend.compute.parallel import run_parallel
from backend.core.reporter import Reporter

pytestmark = pytest.mark.backend


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
        "import sys, torch; from backend.classifiers.one_cycle import OneCycle\n"
        "weights = torch.nn.Parameter(torch.ones(3))\n"
        "OneCycle([weights], 0.1, 2, 0.1).step((weights ** 2).sum())\n"
        "sys.exit('torch._dynamo' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_progress_is_that_of_all_who_work_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.core.reporter.SECONDS_BETWEEN_REPORTS", 0)
    told: list[float] = []
    whole = Reporter(lambda event: told.append(event.fraction))
    whole.plan([("work", 1.0)])
    whole.begin("work")
    first, second = whole.shares(2)
    for reporter, fraction in ((first, 1.0), (second, 0.5), (second, 0.2), (second, 1.0)):
        reporter.advance(fraction, "as far as that")
    assert told == [0.0, 0.5, 0.75, 0.75, 1.0]


def test_progress_of_threads_never_goes_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.core.reporter.SECONDS_BETWEEN_REPORTS", 0)
    told: list[Progress] = []
    whole = Reporter(told.append)
    whole.plan([("work", 1.0)])
    whole.begin("work")

    def work(reporter: Reporter) -> None:
        for number in range(200):
            reporter.advance(number / 200, "on")

    list(run_parallel(work, whole.shares(4), 4))
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
    shares = list(run_parallel(lambda _: thread_count(), range(items), thread_count()))
    assert shares == [each] * items
    assert thread_count() == 4
