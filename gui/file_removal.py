"""Removes files in the background.

The thread that removes a file may have to wait for the disk, several times for each file; the event
loop of QGIS would wait with it.
"""

from __future__ import annotations

from collections.abc import Callable

from ..bridge.tasks import FunctionTask


def in_background(title: str, remove: Callable[[], None]) -> None:
    """Call a function that removes files, in a task that the user does not see."""
    FunctionTask(title, lambda _: remove(), hidden=True).start()
