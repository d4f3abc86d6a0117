"""The identity of files, which changes whenever their content changes.

It consists of the file's status (size, times, inode) and a digest of its content. On POSIX systems
every write sets the change time, which programs cannot set back; there the digest covers all bytes
of small files and samples of large ones. On Windows, it always covers all bytes.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from io import BufferedReader
from pathlib import Path
from typing import Any

from .auxiliary import MAX_BYTES, description, is_auxiliary

#: Files up to this size are read completely, larger ones at evenly spaced positions.
MAX_FULL_READ_BYTES = 16 * 2**20
#: The limit for all files together.
MAX_TOTAL_BYTES = 64 * 2**20
SAMPLES, SAMPLE_BYTES = 64, 2**16
#: Whether the file system has a change time that programs cannot set.
HAS_CHANGE_TIME = os.name == "posix"

#: The status and the digest of one file.
Identity = list[Any]


def file_state(path: Path | str) -> list[int] | None:
    """The status of a regular file; None where there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    changed = status.st_ctime_ns if HAS_CHANGE_TIME else 0
    return [status.st_size, status.st_mtime_ns, changed, status.st_ino]


def file_digest(path: Path | str) -> str:
    """The digest of the content of a file; empty where it cannot be read."""
    try:
        with open_regular(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def content_digest(path: Path | str) -> str:
    """The digest of a file; of an `.aux.xml` file, that of the description of the raster."""
    path = Path(path)
    if not is_auxiliary(path):
        return file_digest(path)
    return _description_digest(path)


def identities(paths: Iterable[Path]) -> dict[str, Identity]:
    """The identity of each existing file, by its real path."""
    result: dict[str, Identity] = {}
    budget = MAX_TOTAL_BYTES
    for path in sorted({Path(os.path.realpath(path)) for path in paths}):
        state = file_state(path)
        if state is None:
            continue
        if is_auxiliary(path):
            # GDAL rewrites these files when the raster is displayed
            digest = _description_digest(path)
            if digest:
                result[str(path)] = [digest]
            continue
        try:
            digest, read = _sampled_digest(path, state[0], budget)
        except OSError:  # reading the file later reports the error
            digest, read = "", 0
        budget -= read
        result[str(path)] = [*state, digest]
    return result


def changed_files(before: Mapping[str, Identity]) -> list[str]:
    """The files whose identity has changed."""
    now = identities(Path(path) for path in before)
    return [path for path, identity in before.items() if now.get(path) != identity]


def is_unchanged(before: Mapping[str, Identity]) -> bool:
    """Whether files have the identity that they had before, read as little as possible.

    Files of the same status are not read again, except those that programs rewrite when they
    display a raster.
    """
    for path, identity in before.items():
        if is_auxiliary(Path(path)):
            if _description_digest(Path(path)) != identity[-1]:
                return False
        elif file_state(path) != identity[:-1]:
            return False
    return True


def _description_digest(path: Path) -> str:
    try:
        with open_regular(path) as file:
            content = file.read(MAX_BYTES + 1)
    except OSError:
        return ""
    if len(content) > MAX_BYTES:
        return file_digest(path)
    described = description(content)
    return hashlib.sha256(described).hexdigest() if described else ""


def _sampled_digest(path: Path, size: int, budget: int) -> tuple[str, int]:
    """The digest of a file or of samples of it, and the number of bytes read."""
    with open_regular(path) as file:
        if not HAS_CHANGE_TIME or size <= min(MAX_FULL_READ_BYTES, budget):
            return hashlib.file_digest(file, "sha256").hexdigest(), size
        if budget <= 0:
            return "", 0
        digest = hashlib.sha256()
        last = max(0, size - SAMPLE_BYTES)
        for number in range(SAMPLES):
            file.seek(last * number // (SAMPLES - 1))
            digest.update(file.read(SAMPLE_BYTES))
    return digest.hexdigest(), SAMPLES * SAMPLE_BYTES


def open_regular(path: Path | str) -> BufferedReader:
    """Open a regular file for reading; OSError for a pipe or a device."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(f"{path} is not a regular file")
    return os.fdopen(number, "rb")
