"""The folder of the panel's maps and models, beside the file of the training layer.

A file that a layer shows cannot be replaced on Windows, so each run writes files with the next
number. Several windows and projects may share the folder: a number is taken by one of them, and
each removes only files with its own numbers.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Collection
from pathlib import Path

from qgis.core import QgsProcessingUtils, QgsVectorLayer

from ..bridge.translation import tr
from .file_removal import in_background

SUFFIX = "_geodiffnet"
#: The files of each output, by their extensions; no other files are ever removed.
OUTPUT_FILES = {
    "map": (".tif", ".tif.aux.xml", ".qml"),
    "confidence": (".tif", ".tif.aux.xml"),
    "model": (".safetensors",),
    "report": (".html", ".json"),
}
#: As the panel writes numbers: "map-007.tif" or one with other digits is somebody else's.
NUMBERED_FILE = re.compile(rf"({'|'.join(OUTPUT_FILES)})-([1-9][0-9]{{0,8}})(\..+)")
#: Empty files that show which number was taken last.
TAKEN_NUMBER = re.compile(r"\.number-([1-9][0-9]{0,199})")


def folder_for(layer: QgsVectorLayer) -> Path:
    """The output folder of a training layer; a temporary one where its folder is not writable."""
    file = Path(layer.source().partition("|")[0])
    if file.is_file() and os.access(file.parent, os.W_OK):
        return file.with_name(file.stem + SUFFIX)
    # An id comes from the project, and may contain a path.
    name = hashlib.sha256(layer.id().encode("utf-8", "replace")).hexdigest()[:32]
    return Path(QgsProcessingUtils.tempFolder()) / (name + SUFFIX)


def take_number(folder: Path, others: Collection[int] = ()) -> int:
    """Take the next number of files in the folder, above those of its files and some others.

    No other window gets it. Raises OSError where the folder is not writable.
    """
    while True:
        taken = _taken_numbers(folder)
        number = 1 + max((*others, *(found for _, found, _ in _numbered_files(folder)), *taken))
        mark = folder / f".number-{number}"
        try:
            mark.touch(exist_ok=False)
        except FileExistsError:
            continue
        if max(_taken_numbers(folder)) > number:
            # Another window may have taken this number, and removed its mark for a higher one.
            mark.unlink(missing_ok=True)
            continue
        for smaller in taken:
            if smaller:
                (folder / f".number-{smaller}").unlink(missing_ok=True)
        return number


def number_of(source: str, folder: Path, kind: str) -> int | None:
    """The number of an output in the folder by its path; None for any other file."""
    path = Path(source)
    match = NUMBERED_FILE.fullmatch(path.name)
    if match is None or match.group(1) != kind or path.parent != folder:
        return None
    return int(match.group(2))


def remove_numbers(folder: Path, kinds: tuple[str, ...], numbers: Collection[int]) -> None:
    """Remove files of these kinds with these numbers, later; one that is in use stays."""
    if numbers:
        chosen = frozenset(numbers)
        in_background(tr("Class map (preview)"), lambda: _remove_numbers(folder, kinds, chosen))


def _remove_numbers(folder: Path, kinds: tuple[str, ...], numbers: frozenset[int]) -> None:
    with contextlib.suppress(OSError):  # the folder may be gone
        for kind, number, path in _numbered_files(folder):
            if kind in kinds and number in numbers:
                with contextlib.suppress(OSError):
                    path.unlink()


def _taken_numbers(folder: Path) -> list[int]:
    """The numbers that are marked as taken, and 0."""
    matches = (TAKEN_NUMBER.fullmatch(path.name) for path in folder.iterdir())
    return [0, *(int(match.group(1)) for match in matches if match is not None)]


def _numbered_files(folder: Path) -> list[tuple[str, int, Path]]:
    if not folder.is_dir():
        return []
    found = []
    for path in folder.iterdir():
        match = NUMBERED_FILE.fullmatch(path.name)
        if match is not None and match.group(3) in OUTPUT_FILES[match.group(1)]:
            found.append((match.group(1), int(match.group(2)), path))
    return found
