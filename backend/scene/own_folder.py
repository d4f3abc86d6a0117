"""The folders that the files of a dataset may be in, after resolving symbolic links.

The file that the user chooses may be a link: files in the folder of its target are allowed as well.
Links that the data refer to must resolve to a file inside the allowed folders.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

#: Files that are read together with a layer or a raster: endings that replace its own, and endings
#: that are added to its name.
_COMPANIONS = (
    ".shp", ".shx", ".dbf", ".prj", ".qpj", ".cpg", ".qix", ".sbn", ".sbx", ".idm", ".ind", ".mif",
    ".mid", ".tab", ".map", ".id", ".dat", ".csvt", ".gfs", ".xsd", ".hdr",
)  # fmt: skip
_COMPANION_SUFFIXES = (".aux.xml", ".hdr", ".ovr", ".msk", "-wal", "-shm", "-journal")


def folders_of(file: str) -> tuple[str, ...]:
    """The folders that relative names in a file refer to: its own and, for a link, the target's."""
    own = os.path.dirname(os.path.abspath(file))
    target = os.path.dirname(_real(file))
    return (own,) if _real(own) == target else (own, target)


def allowed_folders_of(name: str) -> tuple[str, ...]:
    """The folders that the files of a dataset must be in or below; for a folder, itself."""
    if os.path.isdir(name):
        return (_real(name),)
    return tuple(_real(folder) for folder in folders_of(name))


def is_within(name: str, allowed_folders: tuple[str, ...]) -> bool:
    """Whether a path, with links resolved, is in or below one of the folders."""
    try:
        path = _real(name)
    except ValueError:  # not a valid path
        return False
    return any(_is_below(path, allowed_folder) for allowed_folder in allowed_folders)


def find_external_companion(file: str, allowed_folders: tuple[str, ...]) -> str | None:
    """A file that is read together with this one and is a link to another folder; None without."""
    folder, name = os.path.split(os.path.abspath(file))
    name = name.lower()
    stem = os.path.splitext(name)[0]
    companion_names = {stem + ending for ending in _COMPANIONS} | {
        name + ending for ending in _COMPANION_SUFFIXES
    }
    try:
        with os.scandir(folder) as entries:
            links = [entry for entry in entries if entry.is_symlink()]
    except OSError:
        return None
    beside = sorted(entry.path for entry in links if entry.name.lower() in companion_names - {name})
    return next((path for path in beside if not is_within(path, allowed_folders)), None)


def find_external_link(folder: str) -> str | None:
    """A link in a folder to a file outside of it; None without."""
    allowed_folders = allowed_folders_of(folder)
    return next((path for path in _links_in(folder) if not is_within(path, allowed_folders)), None)


def _links_in(folder: str) -> Iterator[str]:
    pending = [folder]
    while pending:
        try:
            with os.scandir(pending.pop()) as entries:
                for entry in entries:
                    if entry.is_symlink():
                        yield entry.path
                    elif entry.is_dir(follow_symlinks=False):
                        pending.append(entry.path)
        except OSError:  # an unreadable folder cannot be followed
            continue


def _real(name: str) -> str:
    return os.path.realpath(name)


def _is_below(path: str, allowed_folder: str) -> bool:
    try:
        return os.path.commonpath([path, allowed_folder]) == allowed_folder
    except ValueError:  # another drive
        return False
