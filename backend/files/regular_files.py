"""Only regular files are read: who opens a named pipe or a device may wait for ever.

GDAL looks beside a file for others that describe it: `.aux.xml`, `.msk`, `.ovr`, `.IMD`,
`_RPC.TXT`, world files, logs of SQLite and many more. Their names begin like the file's own or are
among a few that products use, so everything in its folder with such a name must be a file as well.
"""

from __future__ import annotations

import functools
import os
import stat
from pathlib import Path

from ..core.errors import UserError

#: Beginnings and endings of names that GDAL makes without the whole of a file's own.
_PRODUCT_STARTS = ("dim_", "rpc", "metadata", "hdr-", "manifest", "mtd", "tileinfo", "image")
_PRODUCT_ENDS = ("_mtl.txt", "metadata.xml", ".safe", ".pass", ".dim", ".adf", ".xsd")
#: Names that describe a file share at least so many letters with it.
_SHARED_LETTERS = 4


def require_regular(path: str | Path) -> None:
    """Refuse a pipe, a socket or a device; what is not there is for others to report."""
    if os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path)):
        raise _not_regular(str(path))


def require_regular_with_sidecars(path: str | Path) -> None:
    """Refuse a file, or a folder, if it or anything that GDAL may read with it is no file."""
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
    except OSError:  # who opens the file reports it
        return ()


@functools.lru_cache(maxsize=64)
def _scan_irregular(folder: str, _changed: int) -> tuple[str, ...]:
    """Names in a folder of what is neither file nor folder; links stand for what they lead to."""
    with os.scandir(folder) as entries:
        return tuple(entry.name for entry in entries if not _is_regular(entry))


def _is_regular(entry: os.DirEntry[str]) -> bool:
    if entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False):
        return True
    try:
        kind = entry.stat().st_mode
    except OSError:  # a link to nothing
        return True
    # a socket refuses whoever opens it as a file
    return stat.S_ISREG(kind) or stat.S_ISDIR(kind) or stat.S_ISSOCK(kind)


def _not_regular(path: str) -> UserError:
    return UserError(
        "input.not_a_file",
        f"{path} is a pipe or a device, not a file.",
        "Remove it or give it another name if it lies beside the data; to read from it, copy its "
        "content into a file first.",
    )
