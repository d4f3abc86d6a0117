"""The identity of files: whatever byte of them changes, so does it.

It consists of what the file system says (size, times, number) and of a digest of the content. On
POSIX systems every write sets a time that no program can set back; where there is none, on Windows,
the digest is of all bytes, elsewhere of all bytes of small files and of samples of large ones.
"""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from .auxiliary import MAX_BYTES, description, is_auxiliary

#: Files up to this size are read as a whole, larger ones at evenly spaced positions.
MAX_FULL_READ_BYTES = 16 * 2**20
#: Of many files together, no more than this is read.
MAX_TOTAL_BYTES = 64 * 2**20
SAMPLES, SAMPLE_BYTES = 64, 2**16
#: Where the file system's time of the last change cannot be set by programs.
HAS_CHANGE_TIME = os.name == "posix"

#: Of one file: what the file system says of it, and a digest.
Identity = list[Any]


def file_state(path: Path | str) -> list[int] | None:
    """What the file system says of a regular file; None where there is none."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    changed = status.st_ctime_ns if HAS_CHANGE_TIME else 0
    return [status.st_size, status.st_mtime_ns, changed, status.st_ino]


def file_digest(path: Path | str) -> str:
    """A digest of all of a file's content; empty where it cannot be read."""
    try:
        with open_regular(path) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def content_digest(path: Path | str) -> str:
    """A digest of what a file contributes: of `.aux.xml` files, what describes the raster."""
    path = Path(path)
    if not is_auxiliary(path):
        return file_digest(path)
    return _description_digest(path)


def identities(paths: Iterable[Path]) -> dict[str, Identity]:
    """The identity of each file that is there, by its real path."""
    found: dict[str, Identity] = {}
    budget = MAX_TOTAL_BYTES
    for path in sorted({Path(os.path.realpath(path)) for path in paths}):
        state = file_state(path)
        if state is None:
            continue
        if is_auxiliary(path):
            # GDAL rewrites these whenever somebody displays the raster
            digest = _description_digest(path)
            if digest:
                found[str(path)] = [digest]
            continue
        try:
            digest, read = _sampled_digest(path, state[0], budget)
        except OSError:  # whoever reads it says so
            digest, read = "", 0
        budget -= read
        found[str(path)] = [*state, digest]
    return found


def changed_files(before: Mapping[str, Identity]) -> list[str]:
    """The files whose identity is not any more what it was."""
    now = identities(Path(path) for path in before)
    return [path for path, identity in before.items() if now.get(path) != identity]


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
    """A digest, and how many bytes were read for it."""
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


def open_regular(path: Path | str) -> BinaryIO:
    """Open a regular file for reading; a pipe that took its name is not waited for."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(f"{path} is no regular file")
    return os.fdopen(number, "rb")
