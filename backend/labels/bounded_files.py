"""Reads files of other tools, none of which may be larger than a limit."""

from __future__ import annotations

from pathlib import Path


def read_bytes(path: Path, max_bytes: int, error: type[ValueError]) -> bytes:
    """The content of a file; `error` where it is too large."""
    with path.open("rb") as file:
        content = file.read(max_bytes + 1)
    if len(content) > max_bytes:
        raise error("it is too large")
    return content


def read_text(path: Path, max_bytes: int, error: type[ValueError]) -> str:
    """The text of a file in UTF-8, or else in Latin-1; `error` where it is too large."""
    content = read_bytes(path, max_bytes, error)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")
