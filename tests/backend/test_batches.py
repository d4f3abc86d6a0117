"""Batches that shrink when memory runs out (`compute.batches`)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch

from backend.compute.batches import ShrinkingBatches
from backend.core.errors import UserError

pytestmark = pytest.mark.backend


def exhausted(most: int, error: Callable[[], Exception]) -> Callable[[torch.Tensor], torch.Tensor]:
    """A function that runs out of memory with large batches."""

    def compute(batch: torch.Tensor) -> torch.Tensor:
        if len(batch) > most:
            raise error()
        return batch * 2

    return compute


@pytest.mark.parametrize(
    "error",
    [
        lambda: torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        lambda: RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"),
        lambda: RuntimeError("MPS backend out of memory (MPS allocated: 5.00 GB)"),
        MemoryError,
    ],
    ids=["CUDA", "CPU", "MPS", "Python"],
)
def test_batches_are_halved_until_memory_suffices(error: Callable[[], Exception]) -> None:
    batches = ShrinkingBatches(16)
    items = torch.arange(37)
    found = batches.run(exhausted(5, error), items)
    assert torch.equal(torch.cat(found), items * 2)
    assert batches.size == 4  # also for later runs
    assert [len(part) for part in batches.run(exhausted(5, error), items[:8])] == [4, 4]


def test_the_user_is_told_when_a_single_image_does_not_fit() -> None:
    with pytest.raises(UserError) as caught:
        ShrinkingBatches(8).run(exhausted(0, MemoryError), torch.arange(8))
    assert caught.value.code == "memory.exhausted"
    assert "bundled" in caught.value.hint


def test_other_errors_are_not_handled_as_lack_of_memory() -> None:
    with pytest.raises(RuntimeError, match="shapes"):
        ShrinkingBatches(8).run(
            exhausted(0, lambda: RuntimeError("shapes do not match")), torch.arange(8)
        )
