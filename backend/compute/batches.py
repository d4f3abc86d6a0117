"""Batches that get smaller when memory runs out, instead of ending the job."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import torch

from ..core.errors import UserError
from ..core.failures import OUT_OF_MEMORY, is_out_of_memory

Result = TypeVar("Result")


class ShrinkingBatches:
    """Computes items a batch at a time; the size is halved whenever memory does not suffice."""

    def __init__(self, size: int):
        self.size = size

    def run(self, compute: Callable[[torch.Tensor], Result], items: torch.Tensor) -> list[Result]:
        """The results of all batches, in order."""
        results: list[Result] = []
        start = 0
        while start < len(items):
            batch = items[start : start + self.size]
            try:
                results.append(compute(batch))
                start += len(batch)
                continue
            except (MemoryError, RuntimeError) as error:
                if not is_out_of_memory(error):
                    raise
                if len(batch) == 1:
                    raise out_of_memory("look at a single window of the scene") from error
            # out here, where the error no longer holds what the failed attempt computed
            self.size = max(1, min(self.size, len(batch)) // 2)
            if torch.cuda.is_available():
                torch.cuda.empty_cache()
        return results


def out_of_memory(what: str) -> UserError:
    """The error where not even the least fits."""
    return UserError(
        OUT_OF_MEMORY,
        f"There is not enough memory to {what}.",
        "Close other programs, choose another device, or a smaller backbone such as bundled.",
    )
