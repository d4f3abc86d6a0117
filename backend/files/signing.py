"""Signatures of cache entries: keyed digests, with a key that only this user can read.

Anybody who can write to a cache can change an entry together with a plain checksum. Without the key
nobody can create the signature of an entry or pass one entry off as another.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import stat
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from .journal import report_created, report_finished
from .temporary_names import create_exclusively, temporary_path

KEY_FILE = "key"
_KEY_BYTES = 32
_SIGNATURE_BYTES = 32


class Signer:
    """Creates and verifies the signatures of one cache."""

    def __init__(self, key: bytes):
        self._key = key

    @classmethod
    def from_folder(cls, folder: Path) -> Signer:
        """A signer with the key stored in a folder, created if missing; OSError if that fails."""
        path = folder / KEY_FILE
        key = _read_key(path)
        if key is None:
            _create_key(path)
            key = _read_key(path)
        if key is None:
            raise OSError(f"the key {path} cannot be stored")
        return cls(key)

    def sign(self, name: str, arrays: Mapping[str, np.ndarray]) -> np.ndarray:
        """The signature of an entry: of its name and its arrays."""
        hasher = hashlib.blake2b(key=self._key, digest_size=_SIGNATURE_BYTES)
        hasher.update(_length_prefixed(name))
        for key in sorted(arrays):
            array = np.ascontiguousarray(arrays[key])
            hasher.update(
                _length_prefixed(key) + _length_prefixed(f"{array.dtype.str} {array.shape}")
            )
            hasher.update(array.data.cast("B") if array.size else b"")
        return np.frombuffer(hasher.digest(), np.uint8)

    def verify(
        self, signature: np.ndarray | None, name: str, arrays: Mapping[str, np.ndarray]
    ) -> bool:
        """Whether a signature is that of an entry."""
        if (
            signature is None
            or signature.dtype != np.uint8
            or signature.shape != (_SIGNATURE_BYTES,)
        ):
            return False
        return secrets.compare_digest(signature.tobytes(), self.sign(name, arrays).tobytes())


def _length_prefixed(text: str) -> bytes:
    """The text with its length, so that joined texts are unambiguous."""
    content = text.encode("utf-8", "surrogateescape")
    return len(content).to_bytes(8, "little") + content


def _read_key(path: Path) -> bytes | None:
    """The key; None if it is missing, damaged or accessible to other users."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        file = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except OSError:
        return None
    with os.fdopen(file, "rb") as opened:
        status = os.fstat(opened.fileno())
        if not stat.S_ISREG(status.st_mode):
            return None
        shared = stat.S_IMODE(status.st_mode) & 0o077
        if os.name == "posix" and (status.st_uid != os.geteuid() or shared):
            return None
        key = opened.read(_KEY_BYTES + 1)
    return key if len(key) == _KEY_BYTES else None


def _create_key(path: Path) -> None:
    """Store a new key, unless another process has stored one before."""
    partial = temporary_path(path)
    report_created(partial)
    try:
        with os.fdopen(create_exclusively(partial, 0o600), "wb") as file:
            file.write(secrets.token_bytes(_KEY_BYTES))
        try:
            os.link(partial, path)
        except OSError:  # it exists, or the file system has no hard links
            if _read_key(path) is None:
                os.replace(partial, path)
    finally:
        with contextlib.suppress(OSError):
            partial.unlink()
        report_finished(partial)
