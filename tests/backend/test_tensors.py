"""Safetensors files are reproducible and readable by the library."""

from __future__ import annotations

import itertools
import json
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open

from backend.compute.tensors import safetensors_bytes, section

pytestmark = pytest.mark.backend

ARRAYS = {
    "b": np.arange(3, dtype=np.float32),
    "a": np.ones((2, 2)),
    "c/é": np.array([7], np.int64),
    "empty": np.zeros((0, 4), np.float16),
}
METADATA = {"version": "1", "kind": "é", "format": "2", "info": json.dumps({"a": [1.5, "ü"]})}


def test_the_bytes_do_not_depend_on_the_order_of_entries() -> None:
    files = {
        safetensors_bytes(dict(arrays), dict(metadata))
        for arrays in itertools.permutations(ARRAYS.items())
        for metadata in itertools.permutations(METADATA.items())
    }
    assert len(files) == 1
    (content,) = files
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + length])
    assert list(header["__metadata__"]) == sorted(METADATA)
    assert length % 8 == 0


def test_the_library_reads_what_was_packed(tmp_path: Path) -> None:
    path = tmp_path / "x.safetensors"
    path.write_bytes(safetensors_bytes(ARRAYS, METADATA))
    with safe_open(path, framework="numpy") as file:
        assert file.metadata() == METADATA
        assert set(file.keys()) == set(ARRAYS)
        for name, array in ARRAYS.items():
            found = file.get_tensor(name)
            assert found.dtype == array.dtype
            np.testing.assert_array_equal(found, array)


def test_views_are_stored_like_their_copies() -> None:
    wide = np.arange(12.0).reshape(3, 4)
    assert safetensors_bytes({"a": wide[:, ::2]}, {}) == safetensors_bytes(
        {"a": wide[:, ::2].copy()}, {}
    )


def test_a_section_holds_the_arrays_with_a_prefix_by_shorter_names() -> None:
    arrays = {"a/x": np.ones(1), "a/a/x": np.ones(2), "b/x": np.ones(3), "a": np.ones(4)}
    assert {name: len(array) for name, array in section(arrays, "a/").items()} == {"x": 1, "a/x": 2}
    assert section(arrays, "c/") == {}
