"""What must be cleaned up however a piece of work ends, even if its process is ended by force."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

_cleanups: list[Callable[[], None]] = []


@contextlib.contextmanager
def cleanup_on_exit(cleanup: Callable[[], None]) -> Iterator[None]:
    """Clean up after a piece of work however it ends; if by force, in the thread that does it."""
    _cleanups.append(cleanup)
    try:
        yield
    finally:
        cleanup()
        _cleanups.remove(cleanup)


def run_cleanups() -> None:
    """Clean up after everything that goes on; the process must end right after."""
    for cleanup in list(_cleanups):
        cleanup()
