"""Downloads and converts backbones, and keeps them in the user's cache.

A folder gets its name in the cache only when it is complete, and is never changed afterwards.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from safetensors import SafetensorError

from ..core.errors import InvalidJob, UserError, first_line
from ..core.reporter import Reporter
from ..files.cache_folders import backbone_folder
from ..files.locks import wait_for_lock
from ..files.pending_files import disk_full, is_disk_full
from ..files.private import untrusted_reason

ADM = "adm-imagenet64"
ADM_ADDRESS = "https://openaipublic.blob.core.windows.net/diffusion/jul-2021/64x64_diffusion.pt"
CHECKPOINTS = (".pt", ".pth")
#: Share of the progress of obtaining ADM that is the download.
DOWNLOAD_SHARE = 0.9


@dataclass(frozen=True)
class Checkpoint:
    """ADM's checkpoint: an address or a local file; its size and SHA-256 where they are known."""

    location: str = ADM_ADDRESS
    size: int | None = None
    sha256: str | None = None

    @classmethod
    def of(cls, variables: Mapping[str, str]) -> Checkpoint:
        """Read the environment variables `GEODIFFNET_ADM_ADDRESS`, `…_SIZE` and `…_SHA256`."""
        size = variables.get("GEODIFFNET_ADM_SIZE") or None
        digest = variables.get("GEODIFFNET_ADM_SHA256") or None
        if size is not None and not size.isdecimal():
            raise InvalidJob(
                f"GEODIFFNET_ADM_SIZE cannot be {size}.", "Give the file's size in bytes."
            )
        if digest is not None and (
            len(digest) != 64 or not set(digest.lower()) <= set("0123456789abcdef")
        ):
            raise InvalidJob(
                f"GEODIFFNET_ADM_SHA256 cannot be {digest}.", "Give 64 hexadecimal digits."
            )
        location = variables.get("GEODIFFNET_ADM_ADDRESS") or ADM_ADDRESS
        return cls(location, int(size) if size else None, digest)

    @property
    def file(self) -> Path | None:
        """The local file; None for an address."""
        return None if urlsplit(self.location).scheme in ("http", "https") else Path(self.location)


def find_adm(reporter: Reporter, checkpoint: Checkpoint | None = None) -> Path:
    """The folder of ADM in `diffusers` format; downloaded and converted on first use."""
    checkpoint = checkpoint or Checkpoint.of(os.environ)
    folder = backbone_folder() / f"{ADM}-{_identity(checkpoint)}"

    def make(partial: Path) -> None:
        file = checkpoint.file
        loaded = folder.with_name(f"{folder.name}.pt")
        if file is None:
            # imported here, since the library for it takes time that other jobs can do without
            from ..files.download import Download, download

            wanted = Download(checkpoint.location, checkpoint.size, checkpoint.sha256)
            download(wanted, loaded, reporter.part(0, DOWNLOAD_SHARE))
        else:
            _check_file(file, checkpoint, reporter)
        reporter.advance(DOWNLOAD_SHARE, f"converting {(file or loaded).name}")
        # imported here, since it takes seconds and is needed on first use only
        from .adm import convert

        try:
            convert(file or loaded, partial)
        finally:
            if file is None:
                loaded.unlink(missing_ok=True)
        reporter.info(f"Kept the backbone {ADM} in {folder}.")

    return create_once(folder, make, reporter)


def create_once(
    folder: Path, make: Callable[[Path], None], reporter: Reporter, resumed: bool = False
) -> Path:
    """Create a folder with `make` unless it exists; an incomplete folder never gets the name.

    With `resumed`, the files of an interrupted `make` are kept for the next call.
    """
    if _is_kept(folder):
        return folder
    try:
        with wait_for_lock(folder, reporter):
            if _is_kept(folder):  # created by the job that held the lock
                return folder
            partial = folder.with_name(f".{folder.name}.partial")
            if not resumed:
                shutil.rmtree(partial, ignore_errors=True)  # left by a job that was killed
            partial.mkdir(mode=0o700, exist_ok=resumed)
            try:
                make(partial)
                partial.replace(folder)
            finally:
                if not resumed:
                    shutil.rmtree(partial, ignore_errors=True)
    except (OSError, SafetensorError) as error:
        if is_disk_full(error) or "No space left" in str(error):
            raise disk_full(folder) from error
        raise UserError(
            "backbone.not_stored",
            f"The backbone cannot be stored in {folder.parent} ({first_line(error)}).",
            "Check that you have permission to write to this folder.",
        ) from error
    return folder


def _is_kept(folder: Path) -> bool:
    """Whether a folder exists; UserError where other users may have written to it."""
    if not folder.is_dir():
        return False
    reason = "it is a link" if folder.is_symlink() else untrusted_reason(folder)
    if reason:
        raise UserError(
            "backbone.not_stored",
            f"The backbone in {folder} is not used ({reason}).",
            "Remove the folder, so that the backbone is downloaded again.",
        )
    return True


def _identity(checkpoint: Checkpoint) -> str:
    """A key of the checkpoint, computed without reading it."""
    file = checkpoint.file
    parts = [checkpoint.location, str(checkpoint.sha256)]
    if file is not None:
        try:
            status = file.stat()
        except OSError as error:
            raise UserError(
                "backbone.not_found",
                f"The checkpoint {file} does not exist.",
                f"Enter the path of the file 64x64_diffusion.pt, or choose {ADM} to download it.",
            ) from error
        parts = [os.path.realpath(file), str(status.st_size), str(status.st_mtime_ns)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:12]


def _check_file(file: Path, checkpoint: Checkpoint, reporter: Reporter) -> None:
    """Check the SHA-256 of a local file, if one is given."""
    if checkpoint.sha256 is None:
        return
    found = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(2**24):
            reporter.check()
            found.update(chunk)
    if found.hexdigest() != checkpoint.sha256.lower():
        raise UserError(
            "download.corrupted",
            f"The SHA-256 of the checkpoint {file} does not equal GEODIFFNET_ADM_SHA256.",
            "Download the file again, or correct the variable.",
        )
