"""Locks of output paths, so that a path has one writer; a lock ends with its process."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from ..core.errors import UserError
from ..core.reporter import Reporter
from . import journal

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

SECONDS_BETWEEN_TRIES = 0.5
#: Follow no link, and do not wait for the other end of a pipe.
_SAFE_OPEN_FLAGS = (
    getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
)
_NO_ACCESS = (errno.EACCES, errno.EPERM, errno.EROFS)


class LockHeldError(UserError):
    """Another job holds the lock."""

    def __init__(self, target: Path):
        super().__init__(
            "output.busy",
            f"Another job is writing {target}.",
            "Wait until it has finished, or choose another output name.",
        )


class PathLock:
    """The lock of a path, held through a lock file beside it; the file alone does not lock.

    On file systems without locks nothing is locked.
    """

    def __init__(self, target: Path):
        self._target = target
        self._path = target.with_name(f".{target.name}.lock")
        self._file: int | None = None
        while self._file is None:
            file = _open(self._path, target)
            if not _lock(file):
                os.close(file)
                raise LockHeldError(target)
            if _is_same_file(file, self._path):
                self._file = file
                journal.report_locked(target)
            else:  # its last holder removed it after it was opened here
                os.close(file)

    def release(self) -> None:
        """Release the lock and remove its file."""
        if self._file is None:
            return
        if sys.platform == "win32":  # which cannot remove an open file
            os.close(self._file)
            with contextlib.suppress(OSError):
                self._path.unlink()
        else:
            with contextlib.suppress(OSError):
                self._path.unlink()
            os.close(self._file)
        self._file = None
        journal.report_released(self._target)


@contextlib.contextmanager
def wait_for_lock(target: Path, reporter: Reporter) -> Iterator[None]:
    """Hold the lock of `target` in the block, after waiting until no other job holds it."""
    lock = None
    while lock is None:
        try:
            lock = PathLock(target)
        except LockHeldError:
            reporter.advance(0.0, f"waiting for another job that writes {target.name}")
            time.sleep(SECONDS_BETWEEN_TRIES)
    try:
        yield
    finally:
        lock.release()


def _open(path: Path, target: Path) -> int:
    """Open the lock file; UserError if it is not a file or access is denied."""
    try:
        try:
            file = os.open(path, os.O_RDWR | os.O_CREAT | _SAFE_OPEN_FLAGS, 0o644)
        except OSError as error:
            if error.errno not in _NO_ACCESS:
                raise
            # a file of another user can be locked, too
            file = os.open(path, os.O_RDONLY | _SAFE_OPEN_FLAGS)
    except OSError as error:
        if not os.path.lexists(path):  # the error is not about the lock file
            raise
        raise _unusable(path, target, error) from error
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise _unusable(path, target, None)
    return file


def _unusable(path: Path, target: Path, error: OSError | None) -> UserError:
    is_file = os.path.isfile(path) and not os.path.islink(path)
    reason = error.strerror if error and is_file else "it is not a regular file"
    return UserError(
        "output.busy",
        f"The output {target} cannot be locked: {path} cannot be used ({reason}).",
        "Wait until jobs of other users have finished, remove that file, or choose another output "
        "name.",
    )


def _lock(file: int) -> bool:
    """Try to take the lock; true if it was free or the file system has no locks."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError:
        return True
    return True


def _is_same_file(file: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file), os.stat(path, follow_symlinks=False))
    except OSError:
        return False
