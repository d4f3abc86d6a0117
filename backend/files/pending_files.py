"""Outputs that appear under their names only when all of them are complete.

Each file is written beside its target under a temporary name and renamed at the end. Files of a
killed process are recognised by its process number and removed by the next job that writes there.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import threading
from collections.abc import Container, Iterable
from pathlib import Path

from ..common.protocol import parse_temporary_name
from ..core.errors import UserError, first_line
from . import journal
from .cache_folders import OpenFolders
from .locks import PathLock
from .output_files import OutputFiles, file_output
from .output_guard import OutputGuard
from .publishing import NotPublishedError, publish_together
from .temporary_names import create_exclusively, temporary_path

_LOCK = re.compile(r"^\.(?P<name>.+)\.lock$")
_PROBED_BYTES = 2**20
_DISK_FULL_ERRNOS = (errno.ENOSPC, errno.EDQUOT)
_WRITE_ERRNOS = (*_DISK_FULL_ERRNOS, errno.EFBIG, errno.EROFS)

# State of the process, not of a job: a process that must end at once removes the pending files of
# all its jobs, from any thread.
_all_pending: set[PendingFiles] = set()
_publish_lock = threading.RLock()


class NotWrittenError(OSError):
    """Writing an output failed in a library; the caller adds the name of the output."""


class PendingFiles:
    """A set of outputs that are published together; use it as a context manager.

    No output may replace one of the `inputs`, or one of the files `beside` them unless GeoDiffNet
    wrote it for that output. With `replace_all`, sidecar files of other programs may be replaced.
    """

    def __init__(
        self,
        inputs: Iterable[Path | str] = (),
        beside: Iterable[Path | str] = (),
        replace_all: bool = False,
    ) -> None:
        self._guard = OutputGuard(inputs, beside, replace_all)
        self._folders = OpenFolders()
        self._locks: list[PathLock] = []
        self._locked: set[Path] = set()
        self._pending: dict[Path, Path] = {}

    def __enter__(self) -> PendingFiles:
        _all_pending.add(self)
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        # these errors occur only in writing, so one of the outputs could not be written
        failure = None
        if error is not None and _is_write_error(error) and self._pending:
            failure = write_failure(list(self._pending)[-1], error)
        try:
            self.close()
        finally:
            _all_pending.discard(self)
        if failure:
            raise failure from error

    def protect(self, inputs: Iterable[Path | str], beside: Iterable[Path | str] = ()) -> None:
        """Add inputs that no output may replace."""
        self._guard.protect(inputs, beside)

    def declare(self, output: OutputFiles) -> None:
        """Declare the files of an output; UserError if it would overwrite another file."""
        if not self._guard.has_admitted(output.main):
            self._guard.admit(output)
            for part in output.written:
                self._folders.hold(self._guard.resolved_path(part.path).parent)

    def reserve(self, output: OutputFiles | Path) -> None:
        """Declare an output, lock its files and check that they can be written."""
        if isinstance(output, Path):
            output = file_output(output)
        self._guard.refuse_duplicate(output.main)
        self.declare(output)
        for part in output.written:
            target = self._guard.resolved_path(part.path)
            with _publish_lock:
                check_writable(target)
                if target not in self._locked:
                    try:
                        self._locks.append(PathLock(target))
                    except OSError as error:
                        raise _write_refusal(target, error) from error
                    self._locked.add(target)

    def examine(self, output: OutputFiles) -> None:
        """Check an output that another process will write; UserError if it is refused."""
        self._guard.examine(output)

    def add(self, target: Path) -> Path:
        """The temporary path to which `target` is written."""
        if not self._guard.has_admitted(target):
            self.declare(file_output(target))
        target = self._guard.resolved_path(target)
        check_writable(target)
        _remove_abandoned(target)
        with _publish_lock:
            if target not in self._pending:
                self._pending[target] = _create_partial(target)
            return self._pending[target]

    def publish(self) -> None:
        """Rename all files to their final names, either all or none.

        Sidecar files of old outputs are removed first, so that none is ever beside a new output.
        """
        with _publish_lock:
            self._folders.check()
            displaced = self._guard.recheck(self._pending)
            try:
                moves = [(partial, target) for target, partial in self._pending.items()]
                publish_together(moves, displaced)
            except NotPublishedError as error:
                raise _not_published(error) from error
            for partial in self._pending.values():
                journal.report_finished(partial)
            self._pending.clear()

    def close(self) -> None:
        """Remove unpublished files and release the locks."""
        with _publish_lock:
            for partial in list(self._pending.values()):
                # Windows keeps files that are still open; the next run removes them.
                self._folders.remove(partial)
                journal.report_finished(partial)
            self._pending.clear()
            for lock in self._locks:
                lock.release()
            self._locks.clear()
            self._locked.clear()
            self._folders.close()


def discard_all_pending() -> None:
    """Remove all unpublished files of this process, which must end right after.

    From then on no file can be reserved, added or published: threads that try to are blocked.
    """
    _publish_lock.acquire()
    for files in list(_all_pending):
        files.close()


def remove_abandoned(targets: Iterable[Path]) -> None:
    """Remove temporary files of these targets that killed processes of this machine left."""
    names_by_folder: dict[Path, set[str]] = {}
    for target in targets:
        names_by_folder.setdefault(target.parent, set()).add(target.name)
    for folder, names in names_by_folder.items():
        with contextlib.suppress(OSError), os.scandir(folder) as entries:
            for entry in list(entries):
                _remove_if_abandoned(Path(entry.path), names)


def sweep(folder: Path) -> None:
    """Remove temporary files that killed processes of this machine left in a cache folder."""
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in list(entries):
            if writer := parse_temporary_name(entry.name):
                _remove_if_abandoned(Path(entry.path), {writer[0]})


def check_writable(target: Path) -> None:
    """Refuse a target that cannot be written, by writing a temporary file beside it."""
    folder = target.parent
    try:
        exists, is_folder = folder.is_dir(), target.is_dir()
    except OSError as error:  # for example a name that is too long
        raise _not_writable(target, error) from error
    if not exists:
        raise UserError(
            "output.not_writable",
            f"The folder {folder} does not exist.",
            "Create it or choose another folder for the output.",
        )
    if is_folder:
        raise UserError(
            "output.not_writable",
            f"The output {target} is a folder.",
            "Choose the name of a file.",
        )
    try:
        # permissions alone do not show whether writing succeeds
        _try_to_write(target, b"?")
        if target.exists():
            os.rename(target, target)  # fails where another program has the file open
    except OSError as error:
        raise _write_refusal(target, error) from error


def write_failure(target: Path, error: BaseException) -> UserError:
    """The error for failed writing; a full disk is detected even if the library hides it."""
    if is_disk_full(error) or _disk_has_no_space(target):
        return disk_full(target)
    return UserError(
        "output.write_failed",
        f"Writing the output {target} failed ({first_line(error)}).",
        "Check that the disk is connected and works, or choose a folder on another disk.",
    )


def require_disk_space(target: Path) -> None:
    """Refuse a file written to a full disk, which GDAL closes without an error."""
    if _disk_has_no_space(target):
        raise disk_full(target)


def disk_full(target: Path | str) -> UserError:
    """The error for a disk without space."""
    return UserError(
        "output.disk_full",
        f"The disk is full: {target} could not be written.",
        "Free some space or choose a folder on another disk; no incomplete file is left.",
    )


def is_disk_full(error: BaseException) -> bool:
    """Whether an error means that no disk space is left."""
    return isinstance(error, OSError) and error.errno in _DISK_FULL_ERRNOS


def _is_write_error(error: BaseException) -> bool:
    if isinstance(error, NotWrittenError):
        return True
    return isinstance(error, OSError) and error.errno in _WRITE_ERRNOS


def _write_refusal(target: Path, error: OSError) -> UserError:
    return disk_full(target) if is_disk_full(error) else _not_writable(target, error)


def _not_writable(target: Path, error: OSError) -> UserError:
    return UserError(
        "output.not_writable",
        f"The output {target} cannot be written ({error.strerror}).",
        "Choose a folder in which you can create files, and close programs that use the file.",
    )


def _disk_has_no_space(target: Path) -> bool:
    try:
        _try_to_write(target, bytes(_PROBED_BYTES), sync=True)
    except OSError as error:
        return is_disk_full(error)
    return False


def _try_to_write(target: Path, content: bytes, sync: bool = False) -> None:
    """Write a temporary file beside a target and remove it; OSError if that fails."""
    probe = temporary_path(target)
    journal.report_created(probe)
    try:
        file = create_exclusively(probe)
        try:
            with os.fdopen(file, "wb") as opened:
                opened.write(content)
                opened.flush()
                if sync:
                    os.fsync(opened.fileno())
        finally:
            with contextlib.suppress(OSError):
                probe.unlink()
    finally:
        journal.report_finished(probe)


def _not_published(error: NotPublishedError) -> UserError:
    if is_disk_full(error.error) and not error.not_restored:
        return disk_full(error.target)
    not_restored = ", ".join(map(str, error.not_restored))
    left = f" The previous file is now {not_restored}." if not_restored else ""
    return UserError(
        "output.not_writable",
        f"The output {error.target} cannot be written ({error.error.strerror}); no output was "
        f"replaced.{left}",
        "Choose a folder in which you can create files, and close programs that use the file.",
    )


def _create_partial(target: Path) -> Path:
    """Create an empty temporary file for a target; a library then overwrites it."""
    partial = temporary_path(target)
    journal.report_created(partial)
    try:
        os.close(create_exclusively(partial))
    except OSError as error:
        journal.report_finished(partial)
        raise _write_refusal(target, error) from error
    return partial


def _remove_abandoned(target: Path) -> None:
    for path in target.parent.glob(f".{_escape(target.name)}.*.partial"):
        _remove_if_abandoned(path, {target.name})


def _remove_if_abandoned(path: Path, names: Container[str]) -> None:
    writer, lock = parse_temporary_name(path.name), _LOCK.match(path.name)
    # Windows keeps files that are still open; the next run removes them.
    with contextlib.suppress(OSError, UserError):
        if writer and writer[0] in names and not is_alive(writer[1]):
            path.unlink()
        elif lock and lock["name"] in names:
            PathLock(path.with_name(lock["name"])).release()


def _escape(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)


def is_alive(process: int) -> bool:
    """Whether a process with this number exists; always false on Windows."""
    if os.name == "nt":  # os.kill would end the process; open files cannot be removed there
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
