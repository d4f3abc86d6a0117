"""Whether what is to be installed has room: on the disk, and in the length of a path."""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication

from ..errors import BridgeError
from .path_length import exceeds_path_limit, excess_path_length
from .pins import Recipe

#: How much larger packages are than the files they come in, measured with the pinned ones.
UNPACKED_SIZE_RATIO = {"cpu": 4.2, "apple": 4.2, "cuda": 2.4}
#: Room that must remain, for logs and for what else the machine does meanwhile.
RESERVED_BYTES = 300e6


def installed_size(recipe: Recipe) -> int:
    """Bytes that an environment takes in the end, about."""
    return int(recipe.download_size * UNPACKED_SIZE_RATIO[recipe.build])


def check_space(folder: Path, recipe: Recipe, to_download: int) -> None:
    """Raise BridgeError if the disk has too little room."""
    # pip needs the largest file twice, while it puts it in its place.
    largest = max(wheel.size for wheel in recipe.wheels) if to_download else 0
    needed = int(to_download + largest + installed_size(recipe) + RESERVED_BYTES)
    free = free_bytes(folder)
    if free < needed:
        raise BridgeError(
            "setup.no_space",
            _tr("The disk has too little room: {} are needed, {} are free in {}.").format(
                format_size(needed), format_size(free), folder
            ),
            _tr("Free some space and try again; nothing was written."),
        )


def free_bytes(folder: Path) -> int:
    """How much may still be written where a folder is, or will be."""
    while not folder.exists():
        folder = folder.parent
    # QStorageInfo knows no disk in a chroot, whose root is no mount point
    return shutil.disk_usage(folder).free


def check_length(folder: Path) -> None:
    """Raise BridgeError if Windows would refuse the longest path inside an environment."""
    if exceeds_path_limit(folder):
        raise BridgeError(
            "setup.long_path",
            _tr("The folder's path is too long for Windows by {} characters: {}").format(
                excess_path_length(folder), folder
            ),
            _tr(
                "Allow long paths in Windows (LongPathsEnabled), or start QGIS with a profile in "
                "a shorter folder (--profiles-path)."
            ),
        )


def format_size(size: float) -> str:
    """A size as people say it: 192 MB, 1.4 GB."""
    if size < 999.5e6:
        return f"{size / 1e6:.0f} MB" if size >= 9.95e6 else f"{size / 1e6:.1f} MB"
    return f"{size / 1e9:.1f} GB"


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
