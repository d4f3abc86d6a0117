"""Batches whose size is reduced when memory is exhausted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import torch

from ..core.errors import UserError
from ..core.failures import OUT_OF_MEMORY, is_out_of_memory

Result = TypeVar("Result")


class ShrinkingBatches:
    """Computes items in batches; the batch size is halved whenever memory is exhausted."""

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
                    raise out_of_memory("process a single window of the scene") from error
            # after the handler, where the error no longer references tensors of the attempt
            self.size = max(1, min(self.size, len(batch)) // 2)
            if torch.cuda.is_available():
                torch.cuda.empty_cache()
        return results


def out_of_memory(what: str) -> UserError:
    """The error for memory that is too small even for the smallest batch."""
    return UserError(
        OUT_OF_MEMORY,
        f"There is not enough memory to {what}.",
        "Close other programs, or choose another device or a smaller backbone such as bundled.",
    )
