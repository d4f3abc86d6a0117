"""What must be cleaned up however a piece of work ends, even if its process is ended by force."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator

_acts: list[Callable[[], None]] = []


@contextlib.contextmanager
def tidying(act: Callable[[], None]) -> Iterator[None]:
    """Clean up after a piece of work however it ends; if by force, in the thread that does it."""
    _acts.append(act)
    try:
        yield
    finally:
        act()
        _acts.remove(act)


def tidy_up() -> None:
    """Clean up after everything that goes on; the process must end right after."""
    for act in list(_acts):
        act()
