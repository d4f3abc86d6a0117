"""Arrays as a reproducible safetensors file: the same content gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeVar

import numpy as np
from safetensors.numpy import save

#: The size of the header length at the start of the file; the header is padded to a multiple.
_LENGTH_BYTES = 8


Array = TypeVar("Array")


def section(arrays: Mapping[str, Array], prefix: str) -> dict[str, Array]:
    """The arrays whose names start with a prefix, by their names without it."""
    return {
        name.removeprefix(prefix): array
        for name, array in arrays.items()
        if name.startswith(prefix)
    }


def safetensors_bytes(arrays: Mapping[str, np.ndarray], metadata: Mapping[str, str]) -> bytes:
    """The bytes of the file, with metadata sorted by key.

    The library writes metadata in an order that changes from process to process.
    """
    content = save(
        {name: np.ascontiguousarray(array) for name, array in arrays.items()}, dict(metadata)
    )
    end = _LENGTH_BYTES + int.from_bytes(content[:_LENGTH_BYTES], "little")
    header = json.loads(content[_LENGTH_BYTES:end])
    if "__metadata__" in header:
        header["__metadata__"] = dict(sorted(header["__metadata__"].items()))
    text = json.dumps(header, separators=(",", ":"), ensure_ascii=False).encode()
    text += b" " * (-len(text) % _LENGTH_BYTES)
    return len(text).to_bytes(_LENGTH_BYTES, "little") + text + content[end:]
