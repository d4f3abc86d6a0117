"""Computes items on several threads, and one after another where memory does not allow that."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from ..core.failures import is_out_of_memory

Item = TypeVar("Item")
Result = TypeVar("Result")

_thread = threading.local()


def run_parallel(
    compute: Callable[[Item], Result], items: Iterable[Item], threads: int
) -> Iterator[Result]:
    """Results in the order of the items; each item is computed by one thread.

    Where memory runs out, or does not suffice for the threads themselves, what is not done yet is
    computed again with nothing beside it.
    """
    remaining = list(items)
    threads_each = max(1, threads // max(1, len(remaining)))
    pool = ThreadPoolExecutor(
        threads, initializer=lambda: setattr(_thread, "may_take", threads_each)
    )
    try:
        for result in pool.map(compute, list(remaining)):
            del remaining[0]
            yield result
    except Exception as error:
        if not is_out_of_memory(error):
            raise
    finally:
        pool.shutdown(cancel_futures=True)
    # out here, where the error no longer holds what the failed attempt computed
    for item in remaining:
        yield compute(item)


def threads_per_item() -> int | None:
    """How many threads the item that this thread computes may take; None outside of all items."""
    return getattr(_thread, "may_take", None)


def with_threads(compute: Callable[[int], Result], threads: int) -> Result:
    """What is computed with so many threads, or with one where memory does not suffice for them."""
    try:
        return compute(threads)
    except Exception as error:
        if not is_out_of_memory(error):
            raise
    return compute(1)
