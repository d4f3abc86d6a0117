"""Computes items on several threads, and one after another where memory does not allow that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from ..failures import is_out_of_memory

Item = TypeVar("Item")
Result = TypeVar("Result")


def side_by_side(
    compute: Callable[[Item], Result], items: Iterable[Item], threads: int
) -> Iterator[Result]:
    """Results in the order of the items; each item is computed by one thread, alone.

    Where memory runs out, or does not suffice for the threads themselves, what is not done yet is
    computed again with nothing beside it.
    """
    left = list(items)
    pool = ThreadPoolExecutor(threads)
    try:
        for result in pool.map(compute, list(left)):
            del left[0]
            yield result
    except Exception as error:
        if not is_out_of_memory(error):
            raise
    finally:
        pool.shutdown(cancel_futures=True)
    # out here, where the error no longer holds what the failed attempt computed
    for item in left:
        yield compute(item)


def with_threads(compute: Callable[[int], Result], threads: int) -> Result:
    """What is computed with so many threads, or with one where memory does not suffice for them."""
    try:
        return compute(threads)
    except Exception as error:
        if not is_out_of_memory(error):
            raise
    return compute(1)
