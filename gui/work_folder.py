"""The folder of the panel's maps and models, beside the file of the training layer.

A file that a layer shows cannot be replaced on Windows, so each run writes files with the next
number. Files of maps that are no longer in the panel's history are removed afterwards.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Callable, Collection
from pathlib import Path

from qgis.core import QgsProcessingUtils, QgsVectorLayer

SUFFIX = "_geodiffnet"
#: Numbers of maps that are kept although no history of the project lists them.
MAX_UNLISTED = 20
#: The files of each output, by their extensions; no other files are ever removed.
OUTPUT_FILES = {
    "map": (".tif", ".tif.aux.xml", ".qml"),
    "confidence": (".tif", ".tif.aux.xml"),
    "model": (".safetensors",),
    "report": (".html", ".json"),
    "places": (".gpkg", ".gpkg-wal", ".gpkg-shm"),
    "components": (".tif", ".tif.aux.xml"),
}
#: As the panel writes numbers: "map-007.tif" or one with other digits is somebody else's.
NUMBERED_FILE = re.compile(rf"({'|'.join(OUTPUT_FILES)})-([1-9][0-9]{{0,8}})(\..+)")


def folder_for(layer: QgsVectorLayer) -> Path:
    """The output folder of a training layer; a temporary one where its folder is not writable."""
    file = Path(layer.source().partition("|")[0])
    if file.is_file() and os.access(file.parent, os.W_OK):
        return file.with_name(file.stem + SUFFIX)
    # An id comes from the project, and may contain a path.
    name = hashlib.sha256(layer.id().encode("utf-8", "replace")).hexdigest()[:32]
    return Path(QgsProcessingUtils.tempFolder()) / (name + SUFFIX)


def next_number(folder: Path, taken: Collection[int] = ()) -> int:
    """The next number of files in the folder, above those of its files and those taken."""
    return 1 + max((*taken, *(number for _, number, _ in _numbered_files(folder))), default=0)


def number_of(source: str, folder: Path, kind: str) -> int | None:
    """The number of an output in the folder by its path; None for any other file."""
    path = Path(source)
    match = NUMBERED_FILE.fullmatch(path.name)
    if match is None or match.group(1) != kind or path.parent != folder:
        return None
    return int(match.group(2))


def remove_others(folder: Path, kinds: tuple[str, ...], number: int, kept: set[int]) -> None:
    """Remove files of these kinds with smaller numbers than `number`, except those to keep."""
    _remove(folder, kinds, lambda found: found < number and found not in kept)


def remove_maps(
    folder: Path, kinds: tuple[str, ...], number: int, kept: set[int], dropped: set[int]
) -> None:
    """Remove files of maps that were dropped from the history, and of old ones in no history.

    The newest ones that are not to be kept may be those of another project.
    """
    oldest = number - MAX_UNLISTED
    _remove(
        folder,
        kinds,
        lambda found: found not in kept and (found in dropped or found < oldest),
    )


def _remove(folder: Path, kinds: tuple[str, ...], is_old: Callable[[int], bool]) -> None:
    """Remove files of these kinds; one that is in use stays."""
    for kind, found, path in _numbered_files(folder):
        if kind in kinds and is_old(found):
            with contextlib.suppress(OSError):
                path.unlink()


def _numbered_files(folder: Path) -> list[tuple[str, int, Path]]:
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        match = NUMBERED_FILE.fullmatch(path.name)
        if match is not None and match.group(3) in OUTPUT_FILES[match.group(1)]:
            found.append((match.group(1), int(match.group(2)), path))
    return found
