"""One set-up at a time, whichever window of QGIS it was started from."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from qgis.PyQt.QtCore import QCoreApplication, QLockFile

from ..errors import BridgeError
from .layout import Layout


@contextmanager
def setup_lock(layout: Layout) -> Iterator[None]:
    """Hold the lock; raises BridgeError if another process that still lives holds it.

    The lock file names its process, so that of a QGIS that crashed is recognised and replaced.
    """
    try:
        layout.make_private()
    except OSError as error:
        raise BridgeError(
            "setup.folder",
            _tr("The folder of the environment cannot be made: {}").format(error),
            _tr("Check that you may write to your QGIS profile: {}").format(layout.folder.parent),
        ) from error
    lock = QLockFile(str(layout.lock))
    # Set-up may take an hour on a slow line; only the end of its process makes the lock stale.
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        if lock.error() != QLockFile.LockError.LockFailedError:
            raise BridgeError(
                "setup.folder",
                _tr("Nothing can be written to {}.").format(layout.folder),
                _tr("Check that the disk is not full and that you may write to your profile."),
            )
        held, process, host, _ = lock.getLockInfo()
        whose = _tr(" (process {} on {})").format(process, host) if held else ""
        raise BridgeError(
            "setup.busy",
            _tr("Another window of QGIS is setting the backend up{}.").format(whose),
            _tr("Wait until it has finished; there is no need to start again."),
        )
    try:
        yield
    finally:
        lock.unlock()


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
