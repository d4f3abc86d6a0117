"""Checks the disk space and the path length of an installation."""

from __future__ import annotations

import shutil
from pathlib import Path

from ..errors import BridgeError
from ..translation import tr
from .path_length import exceeds_path_limit, excess_path_length
from .pins import Recipe

#: Installed size of the packages relative to their wheels, measured with the pinned ones.
UNPACKED_SIZE_RATIO = {"cpu": 4.2, "apple": 4.2, "cuda": 2.4}
#: Free space that must remain, for logs and other programs.
RESERVED_BYTES = 300e6


def installed_size(recipe: Recipe) -> int:
    """The approximate size of an installed environment in bytes."""
    return int(recipe.download_size * UNPACKED_SIZE_RATIO[recipe.build])


def check_space(folder: Path, recipe: Recipe, to_download: int) -> None:
    """Raise BridgeError if there is not enough free disk space."""
    # pip needs twice the size of the largest file while it moves it.
    largest = max(wheel.size for wheel in recipe.wheels) if to_download else 0
    needed = int(to_download + largest + installed_size(recipe) + RESERVED_BYTES)
    free = free_bytes(folder)
    if free < needed:
        raise BridgeError(
            "setup.no_space",
            tr("There is not enough disk space: {} are needed, {} are free in {}.").format(
                format_size(needed), format_size(free), folder
            ),
            tr("Free some disk space and try again; nothing was written."),
        )


def free_bytes(folder: Path) -> int:
    """The free space on the disk of a folder that exists or will be created."""
    while not folder.exists():
        folder = folder.parent
    # QStorageInfo finds no disk in a chroot, whose root is no mount point
    return shutil.disk_usage(folder).free


def check_length(folder: Path) -> None:
    """Raise BridgeError if the longest path in an environment is too long for Windows."""
    if exceeds_path_limit(folder):
        raise BridgeError(
            "setup.long_path",
            tr("The path of the folder is {} characters too long for Windows: {}").format(
                excess_path_length(folder), folder
            ),
            tr(
                "Enable long paths in Windows (LongPathsEnabled), or start QGIS with a profile in "
                "a folder with a shorter path (--profiles-path)."
            ),
        )


def format_size(size: float) -> str:
    """A size as a text, such as 192 MB or 1.4 GB."""
    if size < 999.5e6:
        return f"{size / 1e6:.0f} MB" if size >= 9.95e6 else f"{size / 1e6:.1f} MB"
    return f"{size / 1e9:.1f} GB"
