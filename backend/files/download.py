"""Downloads large files: resumes interrupted downloads and verifies the result.

The received part is kept beside the target in a hidden file, with a note of the version that it
belongs to; a part of another version is discarded.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
import urllib3

from ..core.errors import UserError, first_line
from ..core.reporter import Reporter
from .pending_files import disk_full, is_disk_full

CHUNK = 2**20
#: Seconds without a byte after which a connection counts as lost.
TIMEOUT_SECONDS = 30.0
#: Consecutive attempts without any progress before the download is given up.
MAX_ATTEMPTS = 4
RETRY_PAUSE_SECONDS = 1.0
SECONDS_BETWEEN_REPORTS = 0.5
LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1")
_CONNECTION_ERRORS = (
    requests.ConnectionError,
    requests.Timeout,
    requests.exceptions.ChunkedEncodingError,
    urllib3.exceptions.HTTPError,
)


@dataclass(frozen=True)
class Download:
    """A file to download, and what is known about it beforehand."""

    address: str
    size: int | None = None
    digest: str | None = None
    #: Computes the digest; the hub identifies some files by a digest other than SHA-256.
    hasher: Callable[[], Any] = hashlib.sha256
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The last part of the address."""
        return urlsplit(self.address).path.rpartition("/")[2] or self.address


class _ConnectionLost(Exception):
    """The connection ended early or the server is busy; another attempt may succeed."""


def check_address(address: str, digest: str | None) -> None:
    """Refuse addresses whose content cannot be authenticated."""
    parts = urlsplit(address)
    safe = parts.scheme == "https" or parts.hostname in LOCAL_HOSTS
    if parts.scheme not in ("http", "https") or not parts.hostname or not (safe or digest):
        raise UserError(
            "download.invalid_address",
            f"Downloads from {address} are not allowed.",
            "Give an address that begins with https://, or with http:// together with a SHA-256.",
        )


def download(requested: Download, target: Path, reporter: Reporter) -> None:
    """Download a file to `target`, resuming an earlier download of the same version."""
    check_address(requested.address, requested.digest)
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _fetch_with_retries(requested, part, reporter)
        _verify(requested, part, reporter)
        part.replace(target)
        _note_path(part).unlink(missing_ok=True)
    except OSError as error:
        if is_disk_full(error):
            raise disk_full(target) from error
        raise UserError(
            "download.not_written",
            f"The download cannot be stored as {target} ({first_line(error)}).",
            "Check that you can write to this folder.",
        ) from error


def unreachable(address: str, reason: str) -> UserError:
    """The error for a server that cannot be reached."""
    return UserError(
        "download.failed",
        f"The download from {address} failed ({reason}).",
        "Check the network and its proxy (environment variable HTTPS_PROXY), and run again: the "
        "received part is kept. Or download the file by other means and give its path; the "
        "backbone bundled needs no network.",
    )


def _fetch_with_retries(requested: Download, part: Path, reporter: Reporter) -> None:
    failures = 0
    while True:
        before = _size(part)
        try:
            _fetch(requested, part, reporter)
            return
        except (*_CONNECTION_ERRORS, _ConnectionLost) as error:
            failures = 0 if _size(part) > before else failures + 1
            if failures == MAX_ATTEMPTS:
                raise unreachable(requested.address, innermost_reason(error)) from error
        except requests.RequestException as error:
            raise unreachable(requested.address, innermost_reason(error)) from error
        _wait(RETRY_PAUSE_SECONDS * 2**failures, reporter)


def _fetch(requested: Download, part: Path, reporter: Reporter) -> None:
    """Download the missing rest of a part; raises if the connection ends early."""
    headers = {"Accept-Encoding": "identity", **requested.headers}
    note = _read_note(part, requested)
    received = _size(part) if note else 0
    if received:
        headers |= {"Range": f"bytes={received}-", "If-Range": note["version"]}
    with requests.get(
        requested.address, headers=headers, stream=True, timeout=TIMEOUT_SECONDS
    ) as response:
        if response.status_code == 416:  # the part is already complete
            if received == note.get("size"):
                return
            part.unlink()
            raise _ConnectionLost("the file changed on the server")
        _check_status(response, requested)
        is_resumed = response.status_code == 206
        received = received if is_resumed else 0
        length = response.headers.get("Content-Length")
        size = received + int(length) if length and length.isdecimal() else requested.size
        version = response.headers.get("ETag", "")
        if not is_resumed:
            # without a strong ETag a later rest may belong to another version
            strong_tag = version if version and not version.startswith("W/") else None
            note = {"address": requested.address, "version": strong_tag, "size": size}
            _note_path(part).write_text(json.dumps(note), encoding="utf-8")
        if size is not None and shutil.disk_usage(part.parent).free < size - received:
            raise disk_full(part)
        with part.open("ab" if is_resumed else "wb") as file:
            last_report = 0.0
            for chunk in response.iter_content(CHUNK):
                file.write(chunk)
                received += len(chunk)
                reporter.check()
                if time.monotonic() - last_report > SECONDS_BETWEEN_REPORTS:
                    last_report = time.monotonic()
                    reporter.advance(
                        received / size if size else 0.0,
                        _progress_message(requested, received, size),
                    )
    if size is not None and received < size:
        raise _ConnectionLost(f"the connection ended after {received:,} of {size:,} bytes")


def _check_status(response: requests.Response, requested: Download) -> None:
    status = response.status_code
    if status in (200, 206):
        return
    if status >= 500 or status in (408, 429):
        raise _ConnectionLost(f"the server answers {status} {response.reason}")
    raise UserError(
        "download.refused",
        f"The server refused {requested.address} ({status} {response.reason}).",
        "Check the address; if it requires a licence or an account, download the file by other "
        "means and give its path.",
    )


def _verify(requested: Download, part: Path, reporter: Reporter) -> None:
    """Discard a file of the wrong size or digest."""
    size = _size(part)
    wrong = None
    if requested.size is not None and size != requested.size:
        wrong = f"it has {size:,} bytes, not {requested.size:,}"
    elif requested.digest is not None:
        checksum = requested.hasher()
        with part.open("rb") as file:
            while chunk := file.read(CHUNK):
                reporter.check()
                checksum.update(chunk)
        if checksum.hexdigest() != requested.digest.lower():
            wrong = "its checksum differs"
    if wrong:
        part.unlink()
        _note_path(part).unlink(missing_ok=True)
        raise UserError(
            "download.corrupted",
            f"The download from {requested.address} is not the expected file: {wrong}.",
            "Run again; if the error persists, the file has changed on the server or is altered on "
            "the way.",
        )


def _read_note(part: Path, requested: Download) -> dict[str, Any]:
    """The note of a received part; empty where the part cannot be resumed."""
    try:
        note = json.loads(_note_path(part).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    matches = isinstance(note, dict) and note.get("address") == requested.address
    return note if matches and note.get("version") else {}


def _note_path(part: Path) -> Path:
    return part.with_name(f"{part.name}.json")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _progress_message(requested: Download, received: int, size: int | None) -> str:
    of = f" of {size / 1e6:,.0f}" if size else ""
    return f"downloading {requested.name}: {received / 1e6:,.0f}{of} MB"


def innermost_reason(error: BaseException) -> str:
    """The message of the innermost cause of an error."""
    while error.__context__ is not None:
        error = error.__context__
    text = getattr(error, "strerror", None) or first_line(error)
    return text if len(text) < 120 else type(error).__name__


def _wait(seconds: float, reporter: Reporter) -> None:
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        reporter.check()
        time.sleep(min(0.2, left))
