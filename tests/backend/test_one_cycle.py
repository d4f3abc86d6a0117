"""The one-cycle optimizer equals torch's to the last bit, without loading torch's compiler."""

from __future__ import annotations

import subprocess
import sys

import pytest
import torch
from torch.nn import functional
from torch.optim.lr_scheduler import OneCycleLR

from backend.classifiers.one_cycle import OneCycle

pytestmark = pytest.mark.backend


@pytest.mark.parametrize("steps", [1, 6, 60])
def test_one_cycle_equals_torchs_optimizer_to_the_last_bit(steps: int) -> None:
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


def test_training_does_not_load_torchs_compiler() -> None:
    program = (
        "import sys, torch; from backend.classifiers.one_cycle import OneCycle\n"
        "weights = torch.nn.Parameter(torch.ones(3))\n"
        "OneCycle([weights], 0.1, 2, 0.1).step((weights ** 2).sum())\n"
        "sys.exit('torch._dynamo' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


@pytest.mark.parametrize("size", [1.0, 1e3], ids=["short gradients", "long gradients"])
def test_copies_are_optimized_independently(size: float) -> None:
    inputs = torch.randn((3, 9, 7), generator=torch.Generator().manual_seed(1))
    inputs[1] *= size  # the gradient of one copy may be far longer than those of others
    start = torch.randn((3, 7, 5), generator=torch.Generator().manual_seed(0))
    together = [torch.nn.Parameter(start.clone()), torch.nn.Parameter(torch.zeros(3, 1, 5))]
    descent = OneCycle(together, 5e-3, 20, 1e-3, copies=3)
    for _ in range(20):
        descent.step((inputs @ together[0] + together[1]).square().sum())
    for number in range(3):
        own = slice(number, number + 1)
        alone = [torch.nn.Parameter(start[own].clone()), torch.nn.Parameter(torch.zeros(1, 1, 5))]
        descent = OneCycle(alone, 5e-3, 20, 1e-3)
        for _ in range(20):
            descent.step((inputs[own] @ alone[0] + alone[1]).square().sum())
        for joint, expected in zip(together, alone, strict=True):
            assert torch.allclose(joint[own], expected, atol=1e-6)
