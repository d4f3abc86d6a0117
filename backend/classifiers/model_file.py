"""Reads a model file once, so that the content that was checked is the content that is used."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from safetensors.numpy import load

from ..core.errors import UserError
from ..files.identity import open_regular

#: No more of a file is read before its header is checked.
_LENGTH_BYTES, _MAX_HEADER = 8, 100_000_000


@dataclass(frozen=True)
class ModelFile:
    """The content of a model file, and its SHA-256."""

    header: Mapping[str, str]
    tensors: dict[str, np.ndarray]
    digest: str


def read_model_file(
    path: Path, check: Callable[[Path, Mapping[str, str]], None], digest: str = ""
) -> ModelFile:
    """Read a model file; with `digest`, refuse a file with other content."""
    with open_regular(path) as file:
        content = file.read(_LENGTH_BYTES)
        length = int.from_bytes(content, "little")
        content += file.read(min(length, _MAX_HEADER))
        header = _header(content[_LENGTH_BYTES:])
        if header is not None:  # a damaged header is reported by safetensors below
            check(path, header)
        content += file.read()
    found = hashlib.sha256(content).hexdigest()
    if digest and found != digest:
        raise model_changed(path)
    tensors = load(content)
    return ModelFile(header or {}, tensors, found)


def model_changed(path: Path) -> UserError:
    """The error for a model file that was replaced after the job started."""
    return UserError(
        "model.changed",
        f"The model {path} was replaced while the job was running.",
        "Run the job again, and do not change the model before all scenes are mapped.",
    )


def _header(content: bytes) -> dict[str, str] | None:
    try:
        found: Any = json.loads(content)
        header = found.get("__metadata__") or {}
        return header if isinstance(header, dict) else None
    except (ValueError, AttributeError, RecursionError):
        return None
