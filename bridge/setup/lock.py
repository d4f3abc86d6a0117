"""A lock that allows one installation at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.PyQt.QtCore import QLockFile

from ..errors import BridgeError
from ..translation import tr
from .layout import Layout


@contextmanager
def setup_lock(layout: Layout) -> Iterator[None]:
    """Hold the lock; raises BridgeError if another running process holds it.

    The lock file names its process, so that the lock of a crashed process is recognised as stale.
    """
    try:
        layout.make_private()
    except OSError as error:
        raise BridgeError(
            "setup.folder",
            tr("The environment folder cannot be created: {}").format(error),
            tr("Check that you may write to your QGIS profile: {}").format(layout.folder.parent),
        ) from error
    lock = QLockFile(str(layout.lock))
    # An installation may take an hour; the lock is only stale when its process has ended.
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() != QLockFile.LockError.LockFailedError:
            raise BridgeError(
                "setup.folder",
                tr("The folder {} is not writable.").format(layout.folder),
                tr("Check that the disk is not full and that you may write to your QGIS profile."),
            )
        held, process, host, _ = lock.getLockInfo()
        whose = tr(" (process {} on {})").format(process, host) if held else ""
        raise BridgeError(
            "setup.busy",
            tr("Another QGIS window is setting up the backend{}.").format(whose),
            tr("Wait until it has finished."),
        )
    try:
        yield
    finally:
        lock.unlock()
