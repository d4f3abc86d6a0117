"""Renames finished files to their final names, all of them or none."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from .temporary_names import temporary_path


class NotPublishedError(Exception):
    """A file could not be renamed; the others were renamed back."""

    def __init__(self, target: Path, error: OSError, not_restored: Sequence[Path]):
        super().__init__(str(error))
        self.target = target
        self.error = error
        #: Old files that could not be restored, by their current paths.
        self.not_restored = tuple(not_restored)


def publish_together(moves: Sequence[tuple[Path, Path]], displaced: Sequence[Path]) -> None:
    """Rename each partial file to its target; if one fails, all are undone.

    `displaced` are old sidecar files; they are removed first, so that none is ever beside a file
    that it does not describe.
    """
    undo: list[tuple[Callable[[], object], Path]] = []
    backups: list[Path] = []
    current = Path()
    try:
        for current in displaced:
            if _exists(current):
                backup = _backup_path(current)
                os.rename(current, backup)
                backups.append(backup)
                undo.append((_rename(backup, current), backup))
        for partial, current in moves:
            if _exists(current):
                backup = _backup_path(current)
                backups.append(backup)
                linked = _back_up(current, backup)
                if not linked:
                    undo.append((_rename(backup, current), backup))
                os.replace(partial, current)
                if linked:
                    undo.append((_rename(backup, current), backup))
            else:
                os.replace(partial, current)
                undo.append((current.unlink, current))
    except OSError as error:
        not_restored = _roll_back(undo)
        _remove(path for path in backups if path not in not_restored)
        raise NotPublishedError(current, error, not_restored) from error
    _remove(backups)


def _exists(path: Path) -> bool:
    """Whether there is a file; OSError if the path is something else."""
    try:
        mode = os.lstat(path).st_mode
    except FileNotFoundError:
        return False
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "Is a directory", str(path))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "Not a regular file", str(path))
    return True


def _back_up(path: Path, backup: Path) -> bool:
    """Back up a file by a hard link, else by renaming; returns whether it was linked."""
    try:
        os.link(path, backup)
    except OSError:
        os.rename(path, backup)
        return False
    return True


def _rename(source: Path, target: Path) -> Callable[[], object]:
    return lambda: os.replace(source, target)


def _roll_back(undo: Sequence[tuple[Callable[[], object], Path]]) -> list[Path]:
    """Undo the steps in reverse order; returns the files that could not be restored."""
    not_restored = []
    for action, path in reversed(undo):
        try:
            action()
        except OSError:
            not_restored.append(path)
    return not_restored


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink()


def _backup_path(path: Path) -> Path:
    """A temporary name, which the next job removes if this process is killed."""
    return temporary_path(path)
