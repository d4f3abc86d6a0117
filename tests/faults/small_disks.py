"""Small disks with a limited number of pages or names, where mounting is permitted."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

PAGE = 4096
#: More than any of the jobs here writes.
AMPLE = "size=64m,nr_inodes=10000"


class SmallDisk:
    """A file system in memory at a folder, whose size can be changed while it is empty."""

    def __init__(self, folder: Path):
        self._folder = folder

    def resize(self, pages: int | None = None, names: int | None = None) -> None:
        """Leave room for so many pages or names; None leaves plenty."""
        size = f"size={pages * PAGE}" if pages is not None else "size=64m"
        count = f"nr_inodes={names + 1}" if names is not None else "nr_inodes=10000"
        _mount(f"remount,{size},{count}", self._folder)

    @property
    def used(self) -> tuple[int, int]:
        """Pages and names that are taken."""
        status = os.statvfs(self._folder)
        taken = (status.f_blocks - status.f_bfree) * status.f_frsize
        return taken // PAGE, status.f_files - status.f_ffree - 1


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[SmallDisk | None]:
    """Mount one; None where that is not allowed."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        _mount(AMPLE, folder)
    except (OSError, subprocess.CalledProcessError):
        yield None
        return
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _mount(options: str, folder: Path) -> None:
    program = shutil.which("mount")
    if program is None or os.geteuid() != 0:
        raise OSError("only root may mount")
    command = [program, "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
