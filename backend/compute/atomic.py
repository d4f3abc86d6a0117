"""Files that appear under their name only when they are whole.

Everything is written beside its target under a temporary name and renamed at the end. What a
killed process left behind is recognised by its process number and removed by the next writer.
"""

from __future__ import annotations

import errno
import os
import re
from pathlib import Path

from ..errors import UserError

_PARTIAL = re.compile(r"^\.(?P<name>.+)\.(?P<process>\d+)\.partial$")


_every_pending: set[PendingFiles] = set()


class PendingFiles:
    """A set of outputs that are published together; use it as a context manager."""

    def __init__(self) -> None:
        self._pending: dict[Path, Path] = {}

    def __enter__(self) -> PendingFiles:
        _every_pending.add(self)
        return self

    def __exit__(self, *_: object) -> None:
        _every_pending.discard(self)
        self.discard()

    def reserve(self, target: Path) -> None:
        """Refuse a target that cannot be written, before any work is done."""
        check_writable(Path(os.path.abspath(target)))

    def add(self, target: Path) -> Path:
        """The temporary path under which `target` is to be written."""
        target = Path(os.path.abspath(target))
        check_writable(target)
        _remove_abandoned(target)
        partial = target.with_name(f".{target.name}.{os.getpid()}.partial")
        self._pending[target] = partial
        return partial

    def publish(self) -> None:
        """Give every file its name; from here on they are complete."""
        for target, partial in self._pending.items():
            partial.replace(target)
        self._pending.clear()

    def discard(self) -> None:
        """Remove what was written and never published."""
        for partial in list(self._pending.values()):
            partial.unlink(missing_ok=True)
        self._pending.clear()


def discard_all_pending() -> None:
    """Remove every unpublished file of this process, when it must end without unwinding."""
    for files in list(_every_pending):
        files.discard()


def check_writable(target: Path) -> None:
    """Refuse a target that cannot be written, before any work is done."""
    folder = target.parent
    if not folder.is_dir():
        raise UserError(
            "output.not_writable",
            f"The folder {folder} does not exist.",
            "Create it or choose another folder for the output.",
        )
    if target.is_dir() or not os.access(folder, os.W_OK):
        raise UserError(
            "output.not_writable",
            f"The output {target} cannot be written.",
            "Choose a folder in which you may create files.",
        )


def disk_full(target: Path | str) -> UserError:
    """The error for a disk without space."""
    return UserError(
        "output.disk_full",
        f"The disk is full: {target} could not be written.",
        "Free some space or choose a folder on another disk; nothing was left behind.",
    )


def is_disk_full(error: BaseException) -> bool:
    """Whether an error of the operating system means that no space is left."""
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)


def _remove_abandoned(target: Path) -> None:
    for path in target.parent.glob(f".{_escape(target.name)}.*.partial"):
        match = _PARTIAL.match(path.name)
        if match and match["name"] == target.name and not _alive(int(match["process"])):
            path.unlink(missing_ok=True)


def _escape(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)


def _alive(process: int) -> bool:
    if os.name == "nt":  # signals are not questions on Windows; an open file refuses removal there
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
