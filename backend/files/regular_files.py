"""Refuses inputs that are not regular files, since opening a pipe or a device may block forever.

GDAL reads sidecar files of an input: `.aux.xml`, `.msk`, `.ovr`, `.IMD`, `_RPC.TXT`, world files,
SQLite logs and many more. Their names begin like that of the input or are among a few that products
use, so everything with such a name in the folder of the input must be a regular file, too.
"""

from __future__ import annotations

import functools
import os
import stat
from pathlib import Path

from ..core.errors import UserError

#: Beginnings and endings of sidecar names that do not begin like the name of the input.
_PRODUCT_STARTS = ("dim_", "rpc", "metadata", "hdr-", "manifest", "mtd", "tileinfo", "image")
_PRODUCT_ENDS = ("_mtl.txt", "metadata.xml", ".safe", ".pass", ".dim", ".adf", ".xsd")
#: The letters that a sidecar name shares with the name of the input, at least.
_SHARED_LETTERS = 4


def require_regular(path: str | Path) -> None:
    """Refuse a pipe, a socket or a device; a missing file is not an error here."""
    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        raise _not_regular(str(path))


def require_regular_with_sidecars(path: str | Path) -> None:
    """Refuse an input if it, or a sidecar that GDAL may read, is not a regular file."""
    require_regular(path)
    path = os.path.abspath(path)
    if os.path.isdir(path):
        for folder, folders, _ in os.walk(path):
            for name in _irregular_names(folder):
                raise _not_regular(os.path.join(folder, name))
            if folder != path:
                folders.clear()
        return
    folder, own = os.path.split(path)
    for name in _irregular_names(folder):
        if _may_describe(name.lower(), own.lower()):
            raise _not_regular(os.path.join(folder, name))


def _may_describe(name: str, own: str) -> bool:
    shared = own.partition(".")[0][:_SHARED_LETTERS]
    return name.startswith((shared, *_PRODUCT_STARTS)) or name.endswith(_PRODUCT_ENDS)


def _irregular_names(folder: str) -> tuple[str, ...]:
    try:
        return _scan_irregular(folder, os.stat(folder).st_mtime_ns)
    except OSError:  # opening the input reports the error
        return ()


@functools.lru_cache(maxsize=64)
def _scan_irregular(folder: str, _changed: int) -> tuple[str, ...]:
    """Names in a folder that are neither files nor folders, nor links to them."""
    with os.scandir(folder) as entries:
        return tuple(entry.name for entry in entries if not _is_regular(entry))


def _is_regular(entry: os.DirEntry[str]) -> bool:
    if entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False):
        return True
    try:
        kind = entry.stat().st_mode
    except OSError:  # a broken link
        return True
    # opening a socket as a file fails at once
    return stat.S_ISREG(kind) or stat.S_ISDIR(kind) or stat.S_ISSOCK(kind)


def _not_regular(path: str) -> UserError:
    return UserError(
        "input.not_a_file",
        f"{path} is a pipe or a device, not a file.",
        "Remove or rename it if it is beside the data; to read from it, copy its content into a "
        "file first.",
    )
