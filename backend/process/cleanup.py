"""Cleanups that run also when the process is ended by force."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

_cleanups: list[Callable[[], None]] = []


@contextlib.contextmanager
def cleanup_on_exit(cleanup: Callable[[], None]) -> Iterator[None]:
    """Call `cleanup` at the end of the block, or in the thread that ends the process by force."""
    _cleanups.append(cleanup)
    try:
        yield
    finally:
        cleanup()
        _cleanups.remove(cleanup)


def run_cleanups() -> None:
    """Call all pending cleanups; the process must end right after."""
    for cleanup in list(_cleanups):
        cleanup()
