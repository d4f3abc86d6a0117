"""Computes items in parallel threads, or one after another when memory is exhausted."""

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
    """Results in the order of the items; each item is computed in one thread.

    If memory is exhausted, also by the threads themselves, the remaining items are computed one
    after another.
    """
    remaining = list(items)
    if threads == 1 and threads_per_item() == 1:  # already in a thread of an item
        yield from map(compute, remaining)
        return
    threads_each = max(1, threads // max(1, len(remaining)))
    pool = ThreadPoolExecutor(
        threads, initializer=lambda: setattr(_thread, "threads_per_item", threads_each)
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
    # after the handler, where the error no longer references data of the failed attempt
    for item in remaining:
        yield compute(item)


def threads_per_item() -> int | None:
    """The number of threads for the item that this thread computes; None outside of items."""
    threads: int | None = getattr(_thread, "threads_per_item", None)
    return threads


def with_threads(compute: Callable[[int], Result], threads: int) -> Result:
    """The result of `compute(threads)`, or of `compute(1)` if memory is exhausted."""
    try:
        return compute(threads)
    except Exception as error:
        if not is_out_of_memory(error):
            raise
    return compute(1)
