"""Names of GDAL are resolved to files, or recognised as addresses and services."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from backend.scene.dataset_names import (
    MAX_NAME_LENGTH,
    MAX_NAME_PARTS,
    file_in,
    find_remote_file_system,
    has_file_system,
    is_address,
    is_in_file_system,
    is_service,
    resolve,
)

pytestmark = pytest.mark.backend


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cube.h5").write_bytes(b"data")
    with zipfile.ZipFile(tmp_path / "scenes.zip", "w") as archive:
        archive.writestr("a/scene.tif", b"data")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("{folder}/cube.h5", "cube.h5"),
        ('HDF5:"{folder}/cube.h5"://group/array', "cube.h5"),
        ("NETCDF:{folder}/cube.h5:reflectance", "cube.h5"),
        ("GTIFF_DIR:1:{folder}/cube.h5", "cube.h5"),
        ("/vsizip/{folder}/scenes.zip/a/scene.tif", "scenes.zip"),
        ("/vsizip/{{{folder}/scenes.zip}}/a/scene.tif", "scenes.zip"),
        ("{folder}/missing.tif", None),
        ("/vsizip/{folder}/missing.zip/scene.tif", None),
        ("/vsicurl/{folder}/cube.h5", None),
        ("WMS:{folder}/cube.h5", None),
    ],
)
def test_the_file_of_a_name_is_found(folder: Path, name: str, file: str | None) -> None:
    found = file_in(name.format(folder=folder))
    assert (os.path.basename(found) if found else None) == file


@pytest.mark.parametrize("length", [MAX_NAME_LENGTH, 10 * MAX_NAME_LENGTH])
@pytest.mark.parametrize("start", ["/vsizip/", "HDF5:", "NETCDF:a:"])
def test_the_number_of_paths_that_are_tried_is_limited(
    start: str, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[str] = []
    for function in ("isfile", "exists"):
        monkeypatch.setattr(os.path, function, lambda path: tried.append(path))
    for separator in "/:":
        assert file_in(start + f"a{separator}" * (length // 2)) is None
    assert len(tried) <= 4 * MAX_NAME_PARTS**2


@pytest.mark.parametrize(
    ("name", "address", "service"),
    [
        ("http://host/scene.tif", True, True),
        ("NETCDF:http://host/scene.nc:v", True, False),
        ("HDF5:/data/scene.h5://array", False, False),
        ("WMS:host", False, True),
        ("PG:dbname=x", False, True),
        ("/data/scene.tif", False, False),
        ("scene.tif", False, False),
    ],
)
def test_addresses_and_services_are_recognised(name: str, address: bool, service: bool) -> None:
    assert is_address(name) is address
    assert is_service(name) is service


def test_remote_file_systems_are_found_anywhere_in_a_text() -> None:
    assert find_remote_file_system("/vsizip//vsigzip/x/vsimem/y") is None
    assert find_remote_file_system("a <b>/vsizip//vsicurl/host</b>") == "/vsicurl"
    assert find_remote_file_system("/vsis3_streaming?x") == "/vsis3_streaming"
    assert has_file_system("x /vsizip/y")
    assert not is_in_file_system("x /vsizip/y")
    assert is_in_file_system("/VSIZIP/y")


def test_references_are_resolved_against_the_folder_of_the_file(folder: Path) -> None:
    here = str(folder)
    assert resolve("cube.h5", here) == f"{here}/cube.h5"
    assert resolve("/data/x.tif", here) == "/data/x.tif"
    assert resolve("NETCDF:cube.h5:v", here) == f"{here}/cube.h5"
    for name in ("NETCDF:missing.nc:v", "/vsicurl/host/x.tif", "http://host/x.tif", "WMS:host"):
        assert resolve(name, here) == name
