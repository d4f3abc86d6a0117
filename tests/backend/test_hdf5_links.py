"""Files that an HDF5 file refers to are listed, whatever the form of the reference."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
import pytest

from backend.core.errors import UserError
from backend.scene.external_references import check_external_references
from backend.scene.hdf5_links import TooManyObjects, linked_files
from backend.scene.input_files import input_files

pytestmark = pytest.mark.backend


def test_links_virtual_datasets_and_external_storage_are_listed(tmp_path: Path) -> None:
    with h5py.File(tmp_path / "other.h5", "w") as file:
        file["cube"] = np.zeros((2, 2))
    with h5py.File(tmp_path / "scene.h5", "w") as file:
        file["group/linked"] = h5py.ExternalLink("other.h5", "/cube")
        layout = h5py.VirtualLayout((2, 2), "f8")
        layout[:] = h5py.VirtualSource("virtual.h5", "cube", (2, 2))
        file.create_virtual_dataset("virtual", layout)
        own = h5py.VirtualLayout((2, 2), "f8")
        own[:] = h5py.VirtualSource(".", "virtual", (2, 2))
        file.create_virtual_dataset("own", own)
        file.create_dataset("raw", (2, 2), "f8", external=[("raw.bin", 0, 32)])
    assert sorted(linked_files(str(tmp_path / "scene.h5"))) == [
        "other.h5",
        "raw.bin",
        "virtual.h5",
    ]


def test_files_with_too_many_objects_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.scene.hdf5_links.MAX_OBJECTS", 5)
    path = tmp_path / "many.h5"
    with h5py.File(path, "w") as file:
        for number in range(10):
            file[f"{number}"] = number
    with pytest.raises(TooManyObjects):
        linked_files(str(path))
    with pytest.raises(UserError, match="too many objects") as caught:
        check_external_references(path, False)
    assert caught.value.code == "source.external_reference"
    assert {file.name for file in input_files(path).contents} == {"many.h5"}


def test_a_damaged_file_is_an_error_for_the_user(tmp_path: Path) -> None:
    path = tmp_path / "damaged.h5"
    path.write_bytes(b"\x89HDF\r\n\x1a\n" + b"\0" * 100)
    with pytest.raises(UserError) as caught:
        linked_files(str(path))
    assert caught.value.code == "scene.unreadable"
