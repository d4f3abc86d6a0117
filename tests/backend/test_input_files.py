"""All files of an input are listed, and any change of their content changes its identity."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from backend.files.identity import changed_files, identities
from backend.scene.input_files import all_input_files, input_files
from backend.scene.raster import Scene
from tests.fixtures.cubes import Cube, make_cube
from tests.fixtures.many_files import linked, nested, shapefile, zipped
from tests.fixtures.products import write_enmap
from tests.fixtures.rasters import write_envi, write_geotiff, write_netcdf, write_vrt

pytestmark = pytest.mark.backend


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


def with_sidecar_files(folder: Path, cube: Cube) -> Path:
    """A GeoTIFF with all kinds of sidecar files, and with other files."""
    scene = write_geotiff(folder / "t.tif", cube)
    for name in ("t.tif.aux.xml", "t.tif.msk", "t.tfw", "t.IMD", "t_RPC.TXT"):
        (folder / name).write_text("x")
    for name in ("t.tif.ovr", "t.qml", "t.json", "u.tif", "t_map.tif", "t.html"):
        (folder / name).write_text("x")
    return scene


@pytest.mark.parametrize(
    ("make", "contents", "companions"),
    [
        (lambda f, c: write_envi(f / "e.dat", c), {"e.dat", "e.hdr"}, set()),
        (lambda f, c: write_envi(f / "e.img", c).with_suffix(".hdr"), {"e.img", "e.hdr"}, set()),
        (lambda f, c: write_vrt(f / "v.vrt", c), {"v.vrt", "v.tif"}, set()),
        (nested, {"outer.vrt", "inner.vrt", "e.img", "e.hdr"}, set()),
        (lambda f, c: f"GTIFF_DIR:1:{write_geotiff(f / 't.tif', c)}", {"t.tif"}, set()),
        (zipped, {"scenes.zip"}, set()),
        (lambda f, c: write_netcdf(f / "n.nc", c), {"n.nc"}, set()),
        (linked, {"h.h5", "other.h5"}, set()),
        (
            with_sidecar_files,
            {"t.tif", "t.tif.aux.xml", "t.tif.msk", "t.tfw", "t.IMD", "t_RPC.TXT"},
            {"t.tif.ovr", "t.qml", "t.json"},
        ),
        (
            shapefile,
            {"s.shp", "s.shx", "s.dbf", "s.prj", "s.cpg", "s.qix"},
            {"s.qml", "s.shp.xml"},
        ),
    ],
    ids=[
        "ENVI", "ENVI by its header", "VRT", "nested VRT", "GTIFF_DIR", "vsizip", "netCDF",
        "HDF5 link", "side files", "shapefile",
    ],
)  # fmt: skip
def test_all_files_of_an_input_are_listed(
    tmp_path: Path,
    cube: Cube,
    make: Callable[[Path, Cube], Path | str],
    contents: set[str],
    companions: set[str],
) -> None:
    found = input_files(make(tmp_path, cube))
    assert {path.name for path in found.contents} == contents
    assert {path.name for path in found.companions} == companions


def test_all_files_of_a_product_are_listed_for_each_of_its_names(
    tmp_path: Path, cube: Cube
) -> None:
    metadata = write_enmap(tmp_path, cube)
    product = {path for path in tmp_path.iterdir() if path.is_file()}
    (tmp_path / "mine.tif").write_text("other data")
    assert len(product) >= 2
    image = next(
        path for path in product if "SPECTRAL_IMAGE" in path.name and "aux" not in path.name
    )
    for named in (tmp_path, metadata, image):
        assert product <= set(input_files(named).contents), named
        assert tmp_path / "mine.tif" not in input_files(named).contents


def test_names_without_files_have_none() -> None:
    for name in ("/vsistdin/", "none.tif", "WMS:http://127.0.0.1/x", "<VRTDataset/>", ":" * 50, ""):
        assert not input_files(name).contents, name
    assert not all_input_files([None, ""]).contents


def keep_times(path: Path, change: Callable[[Path], None]) -> None:
    """Change a file and restore its times, as programs can."""
    status = path.stat()
    change(path)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def flip(path: Path) -> None:
    """Change one byte in the middle, in place."""
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2)
        byte = file.read(1)
        file.seek(-1, os.SEEK_CUR)
        file.write(bytes([byte[0] ^ 1]))


def test_any_byte_of_any_file_changes_the_identity_of_a_scene(tmp_path: Path, cube: Cube) -> None:
    tried = 0
    makes: dict[str, Callable[[Path, Cube], Path | str]] = {
        "envi": lambda f, c: write_envi(f / "e.dat", c),
        "vrt": lambda f, c: write_vrt(f / "v.vrt", c),
        "nested": nested,
        "zip": zipped,
        "netcdf": lambda f, c: write_netcdf(f / "n.nc", c),
        "product": lambda f, c: write_enmap(f, c),
    }
    for name, make in makes.items():
        folder = tmp_path / name
        folder.mkdir()
        scene = make(folder, cube)
        with Scene(scene) as opened:
            before, files = opened.identity, opened.files.contents
        assert files
        assert identities(input_files(scene).contents | files) == before  # untouched
        for path in sorted(files):
            keep_times(path, flip)
            assert changed_files(before) == [os.path.realpath(path)], (name, path)
            before = identities(files)
            tried += 1
    assert tried >= 12


@pytest.mark.parametrize("posix", [True, False], ids=["change time", "all bytes"])
def test_changes_of_large_files_are_noticed_with_and_without_change_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, posix: bool
) -> None:
    """Windows has no change time; there, all bytes are compared."""
    monkeypatch.setattr("backend.files.identity.HAS_CHANGE_TIME", posix)
    monkeypatch.setattr("backend.files.identity.MAX_FULL_READ_BYTES", 1000)
    path = tmp_path / "large"
    path.write_bytes(np.random.default_rng(0).bytes(20 * 2**20))
    before = identities([path])
    keep_times(path, flip)
    assert changed_files(before) == [str(path)]


STATISTICS = (
    '<PAMDataset><PAMRasterBand band="1"><Histograms><HistItem/></Histograms><Metadata>'
    '<MDI key="STATISTICS_MEAN">1</MDI></Metadata></PAMRasterBand></PAMDataset>'
)


def test_files_for_display_do_not_change_the_identity(tmp_path: Path, cube: Cube) -> None:
    """Otherwise displaying a scene in QGIS would invalidate its cached features."""
    scene = write_geotiff(tmp_path / "t.tif", cube)
    before = identities(input_files(scene).contents)
    (tmp_path / "t.tif.aux.xml").write_text(STATISTICS)
    for name in ("t.tif.ovr", "t.qml", "t.json", "t_map.tif"):
        (tmp_path / name).write_text("x")
    assert identities(input_files(scene).contents) == before
    described = STATISTICS.replace("<Histograms>", "<NoDataValue>7</NoDataValue><Histograms>")
    (tmp_path / "t.tif.aux.xml").write_text(described)
    after = identities(input_files(scene).contents)
    assert after != before
    (tmp_path / "t.tif.aux.xml").write_text(described.replace(">1<", ">2<"))
    assert identities(input_files(scene).contents) == after
    (tmp_path / "t.tif.msk").write_text("x")
    assert identities(input_files(scene).contents) != after


def test_a_copy_is_another_file_and_pipes_are_ignored(tmp_path: Path, cube: Cube) -> None:
    scene = write_geotiff(tmp_path / "t.tif", cube)
    before = identities([scene])
    shutil.copy2(scene, tmp_path / "copy.tif")
    os.replace(tmp_path / "copy.tif", scene)
    assert identities([scene]) != before
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "t.tif.aux.xml")
        os.mkfifo(tmp_path / "t.tif.msk")
        assert {path.name for path in input_files(scene).contents} == {"t.tif"}
        assert identities([tmp_path / "t.tif.msk"]) == {}
