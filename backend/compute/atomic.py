"""Files that appear under their name only when they are whole.

Everything is written beside its target under a temporary name and renamed at the end. What a
killed process left behind is recognised by its process number and removed by the next writer.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import threading
from collections.abc import Container, Iterable
from pathlib import Path

from ..errors import UserError, first_line
from . import journal
from .locks import PathLock

_PARTIAL = re.compile(r"^\.(?P<name>.+?)(\.room)?\.(?P<process>\d+)\.partial$")
_LOCK = re.compile(r"^\.(?P<name>.+)\.lock$")
_PROBED_BYTES = 2**20
_FULL = (errno.ENOSPC, errno.EDQUOT)
_UNWRITTEN = (*_FULL, errno.EFBIG, errno.EROFS)

# What belongs to the process and not to a job: a process that must end at once, from whatever
# thread, removes what all of its jobs have pending.
_every_pending: set[PendingFiles] = set()
_publishing = threading.RLock()


class NotWrittenError(OSError):
    """Writing an output failed in a library; whoever knows the output's name says more."""


class PendingFiles:
    """A set of outputs that are published together; use it as a context manager."""

    def __init__(self, inputs: Iterable[Path | str] = ()) -> None:
        self._inputs = [Path(os.path.abspath(path)) for path in inputs]
        self._reserved: dict[Path, PathLock] = {}
        self._pending: dict[Path, Path] = {}
        self._stale: list[Path] = []

    def __enter__(self) -> PendingFiles:
        _every_pending.add(self)
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        _every_pending.discard(self)
        # nothing is ever read with these, so it was one of the outputs that could not be written
        failure = None
        if _is_of_writing(error) and self._pending:
            failure = write_failure(list(self._pending)[-1], error)
        self.close()
        if failure:
            raise failure from error

    def reserve(self, target: Path) -> None:
        """Keep other jobs off a target; refuse one that cannot be written before work is done."""
        target = Path(os.path.abspath(target))
        if any(_is_same(target, path) for path in self._inputs):
            raise UserError(
                "output.is_input",
                f"The output {target} is also an input of this job.",
                "Choose another name for the output.",
            )
        if any(_is_same(target, path) for path in self._reserved):
            raise UserError(
                "output.twice",
                f"Two outputs of this job have the same name: {target}.",
                "Choose a name of its own for each output.",
            )
        check_writable(target)
        self._reserved[target] = PathLock(target)

    def add(self, target: Path) -> Path:
        """The temporary path under which `target` is to be written."""
        target = Path(os.path.abspath(target))
        check_writable(target)
        _remove_abandoned(target)
        with _publishing:
            partial = self._pending.setdefault(target, _partial_of(target))
        journal.report_created(partial)
        return partial

    def replaces(self, path: Path) -> None:
        """A file beside a target that belongs to its old content and must not stay with the new."""
        self._stale.append(Path(os.path.abspath(path)))

    def publish(self) -> None:
        """Give every file its name; from here on they are complete.

        What described the old files goes first: at no moment does it stand beside a new one.
        """
        with _publishing:
            for path in self._stale:
                try:
                    path.unlink(missing_ok=True)
                except OSError as error:
                    raise _not_writable(path, error) from error
            self._stale.clear()
            for target, partial in self._pending.items():
                try:
                    partial.replace(target)
                except OSError as error:
                    raise _not_writable(target, error) from error
                journal.report_finished(partial)
            self._pending.clear()

    def close(self) -> None:
        """Remove what was written and never published, and let other jobs have the targets."""
        for partial in list(self._pending.values()):
            # Windows keeps files that are still open; the next run removes them.
            with contextlib.suppress(OSError):
                partial.unlink()
            journal.report_finished(partial)
        self._pending.clear()
        for lock in list(self._reserved.values()):
            lock.release()
        self._reserved.clear()


def give_up_all_pending() -> None:
    """Remove every unpublished file of this process, which must end right after.

    From now on nothing can be begun or published any more: the threads that try wait for ever.
    """
    _publishing.acquire()
    for files in list(_every_pending):
        files.close()


def remove_abandoned(targets: Iterable[Path]) -> None:
    """Remove what killed processes of this machine have left of any of many targets."""
    wanted: dict[Path, set[str]] = {}
    for target in targets:
        wanted.setdefault(target.parent, set()).add(target.name)
    for folder, names in wanted.items():
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in list(entries):
                _remove_if_abandoned(Path(entry.path), names)


def sweep(folder: Path) -> None:
    """Remove what killed processes of this machine have left in a folder of our own."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in list(entries):
            if partial := _PARTIAL.match(entry.name):
                _remove_if_abandoned(Path(entry.path), {partial["name"]})


def check_writable(target: Path) -> None:
    """Refuse a target that cannot be written, by trying."""
    folder = target.parent
    try:
        there, taken = folder.is_dir(), target.is_dir()
    except OSError as error:  # a name that is too long for any folder
        raise _not_writable(target, error) from error
    if not there:
        raise UserError(
            "output.not_writable",
            f"The folder {folder} does not exist.",
            "Create it or choose another folder for the output.",
        )
    if taken:
        raise UserError(
            "output.not_writable",
            f"The output {target} is a folder.",
            "Choose the name of a file.",
        )
    partial = _partial_of(target)
    try:
        if not partial.exists():
            # permissions promise more than the system keeps: only trying tells
            try:
                partial.write_bytes(b"?")
            finally:
                partial.unlink(missing_ok=True)
        if target.exists():
            os.rename(target, target)  # refused where another program holds the file
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(target) from error
        raise _not_writable(target, error) from error


def write_failure(target: Path, error: BaseException) -> UserError:
    """What to tell when writing failed; where a library hides the reason, the disk is asked."""
    if is_disk_full(error) or _has_no_room(target):
        return disk_full(target)
    return UserError(
        "output.write_failed",
        f"Writing the output {target} failed ({first_line(error)}).",
        "Check that its disk is connected and sound, or choose a folder on another disk.",
    )


def require_room(target: Path) -> None:
    """Refuse what was written to a full disk: GDAL closes a raster there without a complaint."""
    if _has_no_room(target):
        raise disk_full(target)


def disk_full(target: Path | str) -> UserError:
    """The error for a disk without space."""
    return UserError(
        "output.disk_full",
        f"The disk is full: {target} could not be written.",
        "Free some space or choose a folder on another disk; nothing was left behind.",
    )


def is_disk_full(error: BaseException) -> bool:
    """Whether an error of the operating system means that no space is left."""
    return isinstance(error, OSError) and error.errno in _FULL


def _is_of_writing(error: BaseException | None) -> bool:
    if isinstance(error, NotWrittenError):
        return True
    return isinstance(error, OSError) and error.errno in _UNWRITTEN


def _not_writable(target: Path, error: OSError) -> UserError:
    return UserError(
        "output.not_writable",
        f"The output {target} cannot be written ({error.strerror}).",
        "Choose a folder in which you may create files, and close programs that use the file.",
    )


def _has_no_room(target: Path) -> bool:
    probe = target.with_name(f".{target.name}.room.{os.getpid()}.partial")
    try:
        with probe.open("wb") as file:
            file.write(bytes(_PROBED_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        return is_disk_full(error)
    finally:
        with contextlib.suppress(OSError):
            probe.unlink()
    return False


def _is_same(target: Path, other: Path) -> bool:
    if target == other:
        return True
    try:  # links, and names that differ in a way the file system does not care about
        return os.path.samefile(target, other)
    except (OSError, ValueError):
        return False


def _partial_of(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.partial")


def _remove_abandoned(target: Path) -> None:
    for path in target.parent.glob(f".{_escape(target.name)}.*.partial"):
        _remove_if_abandoned(path, {target.name})


def _remove_if_abandoned(path: Path, names: Container[str]) -> None:
    partial, lock = _PARTIAL.match(path.name), _LOCK.match(path.name)
    # Windows keeps files that are still open; the next run removes them.
    with contextlib.suppress(OSError, UserError):
        if partial and partial["name"] in names and not is_alive(int(partial["process"])):
            path.unlink()
        elif lock and lock["name"] in names:
            PathLock(path.with_name(lock["name"])).release()


def _escape(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)


def is_alive(process: int) -> bool:
    """Whether there is a process of that number; always false on Windows."""
    if os.name == "nt":  # signals are not questions on Windows; an open file refuses removal there
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
