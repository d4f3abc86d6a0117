"""Arrays as the bytes of a safetensors file that the same content always gives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TypeVar

import numpy as np
from safetensors.numpy import save

#: The header's length comes first, in so many bytes; the header itself ends on a multiple of it.
_LENGTH_BYTES = 8


Array = TypeVar("Array")


def section(arrays: Mapping[str, Array], prefix: str) -> dict[str, Array]:
    """The arrays whose names start with a prefix, by their names without it."""
    return {
        name.removeprefix(prefix): array
        for name, array in arrays.items()
        if name.startswith(prefix)
    }


def packed(arrays: Mapping[str, np.ndarray], metadata: Mapping[str, str]) -> bytes:
    """The file's bytes with the metadata in the order of their keys.

    The library writes them in another order in every process, so that files of identical runs
    would differ.
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
