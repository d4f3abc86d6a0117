"""Where a dataset's own files may lie, with every link followed to what it stands for.

A file that the user names may be a link: its target's folder is the dataset's own then, too. A
link that something in the data leads to must end inside.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

#: Of the files beside a layer or a raster those that are read with it, by what follows its stem,
#: and what follows its whole name.
_COMPANIONS = (
    ".shp", ".shx", ".dbf", ".prj", ".qpj", ".cpg", ".qix", ".sbn", ".sbx", ".idm", ".ind", ".mif",
    ".mid", ".tab", ".map", ".id", ".dat", ".csvt", ".gfs", ".xsd", ".hdr",
)  # fmt: skip
_COMPANION_SUFFIXES = (".aux.xml", ".hdr", ".ovr", ".msk", "-wal", "-shm", "-journal")


def folders_of(file: str) -> tuple[str, ...]:
    """The folders from which a file's relative names are meant: a link's, and its target's."""
    own = os.path.dirname(os.path.abspath(file))
    target = os.path.dirname(_real(file))
    return (own,) if _real(own) == target else (own, target)


def allowed_folders_of(name: str) -> tuple[str, ...]:
    """The folders that a dataset's files must lie in or below: a folder's is itself."""
    if os.path.isdir(name):
        return (_real(name),)
    return tuple(_real(folder) for folder in folders_of(name))


def is_within(name: str, allowed_folders: tuple[str, ...]) -> bool:
    """Whether what a name stands for lies in one of the folders or below."""
    try:
        path = _real(name)
    except ValueError:  # no name of a file
        return False
    return any(_is_below(path, allowed_folder) for allowed_folder in allowed_folders)


def find_external_companion(file: str, allowed_folders: tuple[str, ...]) -> str | None:
    """A file beside this one that is read with it and is a link to somewhere else."""
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
    """A link inside a folder that leads out of it."""
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
        except OSError:  # nobody can read it, so it leads nowhere
            continue


def _real(name: str) -> str:
    return os.path.realpath(name)


def _is_below(path: str, allowed_folder: str) -> bool:
    try:
        return os.path.commonpath([path, allowed_folder]) == allowed_folder
    except ValueError:  # another drive
        return False
