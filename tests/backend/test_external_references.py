"""Data that refer to the network or to other folders are refused unless that is allowed.

A local web server counts requests.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
import rasterio
import rasterio.shutil
from backend_support import Outcome, run, shell, snapshot
from batch_support import train, write_crashing_vrt
from conftest import Stripes

from backend.common import protocol
from backend.core.errors import UserError
from backend.scene.external_references import check_external_references
from tests.fixtures.cubes import make_cube, write_labels
from tests.fixtures.rasters import write_geotiff
from tests.fixtures.web import Site, serve

pytestmark = pytest.mark.backend

STAC_BANDS = [{"eo:center_wavelength": centre} for centre in (0.48, 0.56, 0.67, 0.86)]
#: Writes a dataset to a folder, given the address of the server; returns what is opened.
Made = Callable[[Path, str], str]


@pytest.fixture
def site() -> Iterator[Site]:
    """A server with a scene that records requests."""
    with serve() as site:
        yield site


@pytest.fixture(scope="module")
def model(stripes: Stripes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A random forest for the stripes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 5)
        return train(stripes, tmp_path_factory.mktemp("model") / "rf.safetensors")


def written(name: str, text: str) -> Made:
    """A text file; `{web}` and `{elsewhere}` are locations outside of its folder."""

    def make(folder: Path, web: str) -> str:
        path = folder / name
        elsewhere = str(folder.parent / "elsewhere" / "scene.tif")
        path.write_text(text.replace("{web}", web).replace("{elsewhere}", elsewhere))
        return str(path)

    return make


def named(name: str) -> Made:
    """A name of GDAL instead of a file."""
    return lambda folder, web: name.replace("{web}", web).replace(
        "{elsewhere}", str(folder.parent / "elsewhere" / "scene.tif")
    )


def virtual(source: str, band: str = "", relative: int = 0) -> str:
    """The text of a virtual raster."""
    return (
        '<VRTDataset rasterXSize="42" rasterYSize="30">'
        + "".join(
            f'<VRTRasterBand dataType="Int16" band="{number}"{band}><SimpleSource>'
            f'<SourceFilename relativeToVRT="{relative}">{source}</SourceFilename>'
            f"<SourceBand>{number}</SourceBand></SimpleSource></VRTRasterBand>"
            for number in (1, 2, 3)
        )
        + "</VRTDataset>"
    )


def nested(folder: Path, web: str) -> str:
    """A virtual raster of another one, which refers to another folder."""
    written("inner.vrt", virtual("{elsewhere}"))(folder, web)
    return written("outer.vrt", virtual("inner.vrt", relative=1))(folder, web)


def in_circles(folder: Path, web: str) -> str:
    """Two virtual rasters that refer to each other."""
    written("one.vrt", virtual("two.vrt", relative=1))(folder, web)
    return written("two.vrt", virtual("one.vrt", relative=1))(folder, web)


def hdf5(make: Callable[[h5py.File, Path], None]) -> Made:
    """A cube in HDF5 with a part in another file."""

    def made(folder: Path, web: str) -> str:
        with h5py.File(folder.parent / "elsewhere" / "cube.h5", "w") as file:
            file["cube"] = np.full((5, 8, 8), 0.3, np.float32)
        path = folder / "scene.h5"
        with h5py.File(path, "w") as file:
            file["own"] = np.full((5, 8, 8), 0.2, np.float32)
            make(file, folder.parent / "elsewhere" / "cube.h5")
        return str(path)

    return made


def external_link(file: h5py.File, other: Path) -> None:
    file["HDFEOS"] = h5py.ExternalLink(str(other), "/cube")


def virtual_dataset(file: h5py.File, other: Path) -> None:
    layout = h5py.VirtualLayout((5, 8, 8), np.float32)
    layout[:] = h5py.VirtualSource(str(other), "cube", (5, 8, 8))
    file.create_virtual_dataset("cube", layout)


def external_storage(file: h5py.File, other: Path) -> None:
    file.create_dataset("cube", (5, 8, 8), np.float32, external=[(str(other), 0, 4 * 320)])


def archive(folder: Path, web: str) -> str:
    """A virtual raster in a zip file."""
    path = folder / "scene.zip"
    with zipfile.ZipFile(path, "w") as opened:
        opened.writestr("scene.vrt", virtual(f"/vsicurl/{web}/scene.tif"))
    return f"/vsizip/{path}/scene.vrt"


def with_overviews_elsewhere(folder: Path, web: str) -> str:
    """A GeoTIFF whose mask or overviews are declared to be in another folder."""
    path = write_geotiff(folder / "scene.tif", make_cube())
    other = folder.parent / "elsewhere" / "scene.tif"
    path.with_name("scene.tif.aux.xml").write_text(
        '<PAMDataset><Metadata domain="OVERVIEWS"><MDI key="OVERVIEW_FILE">'
        f"{other}</MDI></Metadata></PAMDataset>"
    )
    return str(path)


def pipe(folder: Path, web: str) -> str:
    """A pipe without a writer, which blocks readers."""
    os.mkfifo(folder / "pipe")
    return str(folder / "pipe")


RASTERS: dict[str, Made] = {
    "a pipe": pipe,
    "an address": named("{web}/scene.tif"),
    "an address through GDAL": named("/vsicurl/{web}/scene.tif"),
    "an address with options": named("/vsicurl?url={web}/scene.tif"),
    "a bucket": named("s3://bucket/scene.tif"),
    "a bucket through GDAL": named("/vsis3/bucket/scene.tif"),
    "a store in the cloud": named("/vsigs/bucket/scene.tif"),
    "another one": named("/vsiaz/bucket/scene.tif"),
    "Hadoop": named("/vsihdfs/host/scene.tif"),
    "standard input": named("/vsistdin/"),
    "a sparse file": named("/vsisparse/{elsewhere}"),
    "an archive in the network": named("/vsizip/vsicurl/{web}/scene.zip/scene.tif"),
    "an archive in the network, nested": named("/vsizip//vsicurl/{web}/scene.zip/scene.tif"),
    "a part of an address": named('NETCDF:"{web}/scene.nc":reflectance'),
    "a part of an address through GDAL": named('HDF5:"/vsicurl/{web}/scene.h5"://cube'),
    "a name of a virtual raster": named("vrt://{web}/scene.tif?bands=1"),
    "a virtual raster as its own name": named(virtual("{elsewhere}")),
    "a web map service": named("WMS:{web}/wms"),
    "an image of a catalogue": named("STACIT:{web}/item.json"),
    "an index": named("GTI:{web}/index.gpkg"),
    "a derived raster": named("DERIVED_SUBDATASET:LOGAMPLITUDE:/vsicurl/{web}/scene.tif"),
    "a virtual raster of an address": written("scene.vrt", virtual("/vsicurl/{web}/scene.tif")),
    "one of an address, relative": written(
        "scene.vrt", virtual("/vsicurl/{web}/scene.tif", relative=1)
    ),
    "one of a file elsewhere": written("scene.vrt", virtual("{elsewhere}")),
    "one of a file above": written("scene.vrt", virtual("../elsewhere/scene.tif", relative=1)),
    "one of a file above, hidden": written(
        "scene.vrt", virtual("here/../../elsewhere/scene.tif", relative=1)
    ),
    "one under another name": written("scene.tif", virtual("{elsewhere}")),
    "one behind other text": written("scene.vrt", "<!-- x -->\n" + virtual("{elsewhere}")),
    "one that XML refuses": written("scene.vrt", "x" + virtual("{elsewhere}")),
    "one with an entity": written(
        "scene.vrt",
        '<!DOCTYPE a [<!ENTITY e "{elsewhere}">]>' + virtual("&e;"),
    ),
    "one of another": nested,
    "two of each other": in_circles,
    "one that is warped": written(
        "scene.vrt",
        '<VRTDataset rasterXSize="42" rasterYSize="30" subClass="VRTWarpedDataset">'
        '<VRTRasterBand dataType="Int16" band="1" subClass="VRTWarpedRasterBand"/>'
        "<GDALWarpOptions><SourceDataset>{elsewhere}</SourceDataset></GDALWarpOptions>"
        "</VRTDataset>",
    ),
    "one of raw values": written(
        "scene.vrt",
        '<VRTDataset rasterXSize="4" rasterYSize="3"><VRTRasterBand dataType="Byte" band="1" '
        'subClass="VRTRawRasterBand"><SourceFilename>/etc/passwd</SourceFilename>'
        "</VRTRasterBand></VRTDataset>",
    ),
    "a description of a service": written(
        "wms.xml",
        '<GDAL_WMS><Service name="TMS"><ServerUrl>{web}/${z}</ServerUrl></Service>'
        "<DataWindow><SizeX>42</SizeX><SizeY>30</SizeY></DataWindow></GDAL_WMS>",
    ),
    "a coverage service": written(
        "wcs.xml", "<WCS_GDAL><ServiceURL>{web}/wcs?</ServiceURL></WCS_GDAL>"
    ),
    "an index of tiles": written(
        "tiles.gti",
        "<GDALTileIndexDataset><IndexDataset>{elsewhere}</IndexDataset></GDALTileIndexDataset>",
    ),
    "a cache of another raster": written(
        "scene.mrf",
        "<MRF_META><CachedSource><Source>{elsewhere}</Source></CachedSource><Raster>"
        '<Size x="42" y="30" c="3"/></Raster></MRF_META>',
    ),
    "an item of a catalogue": written(
        "item.json",
        json.dumps(
            {
                "stac_version": "1.0.0",
                "assets": {"a": {"href": "{web}/a", "bands": STAC_BANDS}},
            }
        ),
    ),
    "a catalogue of items": written(
        "items.json",
        json.dumps(
            {
                "type": "FeatureCollection",
                "features": [{"stac_version": "1.0.0", "assets": {"a": {"href": "{web}/a"}}}],
            }
        ),
    ),
    "a link in HDF5": hdf5(external_link),
    "a virtual dataset in HDF5": hdf5(virtual_dataset),
    "values of HDF5 elsewhere": hdf5(external_storage),
    "a virtual raster in an archive": archive,
}


def geopackage(statement: str) -> Made:
    """Valid labels with additional SQL statements."""

    def make(folder: Path, web: str) -> str:
        path = write_labels(folder / "labels.gpkg", make_cube())
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA writable_schema = 1")
        connection.execute(
            "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) "
            "VALUES (?, 'more', 'more', 0, ?)",
            (statement.split()[1].lower().replace("virtual", "table"), statement),
        )
        connection.commit()
        connection.close()
        return str(path)

    return make


SHAPES = (
    "<OGRVRTDataSource><OGRVRTLayer name='labels'><SrcDataSource>{source}</SrcDataSource>"
    "{more}</OGRVRTLayer></OGRVRTDataSource>"
)
VECTORS: dict[str, Made] = {
    "a pipe": pipe,
    "an address": named("{web}/labels.geojson"),
    "an address through GDAL": named("/vsicurl/{web}/labels.gpkg"),
    "a database": named("PG:host=127.0.0.1 dbname=labels"),
    "a feature service": named("WFS:{web}/wfs"),
    "a text": named('{"type": "FeatureCollection", "features": []}'),
    "a virtual layer of a file elsewhere": written(
        "labels.vrt", SHAPES.format(source="{elsewhere}", more="")
    ),
    "one of an address": written(
        "labels.vrt", SHAPES.format(source="/vsicurl/{web}/labels.gpkg", more="")
    ),
    "one with a query": written(
        "labels.vrt",
        SHAPES.format(source="labels.gpkg", more="<SrcSQL>SELECT * FROM 'x'.y</SrcSQL>"),
    ),
    "a command": written(
        "labels.gdalg.json",
        '{"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read {web}/a"}',
    ),
    "a feature service's description": written(
        "labels.xml",
        "<OGRWFSDataSource><URL>{web}/wfs</URL></OGRWFSDataSource>",
    ),
    "a virtual table": geopackage(
        "CREATE VIRTUAL TABLE more USING VirtualOGR('/vsicurl/http://127.0.0.1/x.gpkg')"
    ),
    "a virtual table of another kind": geopackage("CREATE VIRTUAL TABLE more USING csv('/etc/x')"),
    "a view that asks a service": geopackage(
        "CREATE VIEW more AS SELECT ogr_geocode('Berlin') AS geom"
    ),
}


def places(tmp_path: Path) -> tuple[Path, Path]:
    """A folder for the dataset, and another one with a valid scene and labels."""
    here, elsewhere = tmp_path / "here", tmp_path / "elsewhere"
    here.mkdir()
    elsewhere.mkdir()
    write_geotiff(elsewhere / "scene.tif", make_cube())
    write_labels(elsewhere / "labels.gpkg", make_cube())
    return here, elsewhere


def assert_refused(outcome: Outcome, site: Site) -> None:
    """The error has a sentence and a hint, and no request was sent."""
    failure = outcome.failure
    assert failure.code == "source.external_reference", failure
    assert failure.message.endswith(".")
    assert "--allow-external" in failure.hint
    assert outcome.status == protocol.EXIT_USER_ERROR
    assert site.asked == []


@pytest.mark.parametrize("kind", RASTERS)
def test_images_with_external_references_are_refused(
    model: Path, site: Site, tmp_path: Path, kind: str
) -> None:
    here, _ = places(tmp_path)
    image = RASTERS[kind](here, site.address)
    asked = {"model": model, "image": image, "output": tmp_path / "map.tif"}
    assert_refused(run("apply", **asked), site)
    assert not (tmp_path / "map.tif").exists()


@pytest.mark.parametrize("kind", VECTORS)
def test_labels_with_external_references_are_refused(
    stripes: Stripes, site: Site, tmp_path: Path, kind: str
) -> None:
    here, _ = places(tmp_path)
    labels = VECTORS[kind](here, site.address)
    assert_refused(
        run("classify", **stripes.job_settings(tmp_path / "map.tif", labels=labels)), site
    )
    assert not (tmp_path / "map.tif").exists()


@pytest.mark.parametrize("setting", ["map", "reference", "strata", "training"])
def test_every_raster_of_an_assessment_is_checked(
    stripes: Stripes, site: Site, tmp_path: Path, setting: str
) -> None:
    here, _ = places(tmp_path)
    leading = written("scene.vrt", virtual("{elsewhere}"))(here, site.address)
    codes = tmp_path / "codes.tif"
    with rasterio.open(
        codes, "w", driver="GTiff", dtype="uint8", **(stripes.cube.profile | {"count": 1})
    ) as raster:
        raster.write(stripes.cube.truth, 1)
    asked: dict[str, Any] = {"map": codes, "reference": stripes.labels}
    assert_refused(run("assess", **asked | {setting: leading}), site)


@pytest.mark.slow
def test_labels_of_a_suggestion_and_scenes_of_a_batch_are_checked(
    model: Path, stripes: Stripes, site: Site, tmp_path: Path
) -> None:
    here, elsewhere = places(tmp_path)
    labels = written("labels.vrt", SHAPES.format(source=elsewhere / "labels.gpkg", more=""))
    asked = {"model": model, "image": stripes.scene, "output": tmp_path / "places.gpkg"}
    assert_refused(run("suggest", **asked, labels=labels(here, "")), site)
    image = written("scene.vrt", virtual(f"/vsicurl/{site.address}/scene.tif"))(here, "")
    batch = run("batch", model=model, images=[image], output_folder=tmp_path / "maps", workers=1)
    (scene,) = batch.result.figures["scenes"]
    assert (scene["status"], scene["code"]) == ("failed", "source.external_reference")
    assert site.asked == []


def test_references_to_the_same_folder_or_below_are_allowed(model: Path, tmp_path: Path) -> None:
    here, _ = places(tmp_path)
    (here / "tiles").mkdir()
    tile = write_geotiff(here / "tiles" / "tile.tif", make_cube())
    rasterio.shutil.copy(tile, here / "scene.vrt", driver="VRT")
    rasterio.shutil.copy(here / "scene.vrt", here / "again.vrt", driver="VRT")
    with zipfile.ZipFile(here / "scene.zip", "w") as opened:
        opened.write(tile, "tile.tif")
    maps = []
    for image in (tile, here / "scene.vrt", here / "again.vrt", f"/vsizip/{here}/scene.zip"):
        maps.append(tmp_path / f"{len(maps)}.tif")
        outcome = run("apply", model=model, image=str(image), output=maps[-1])
        assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    assert len({path.read_bytes() for path in maps}) == 1


@pytest.mark.slow
def test_external_references_are_read_where_they_are_allowed(
    model: Path, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CPL_VSIL_CURL_USE_HEAD", "NO")  # which that server does not support
    here, elsewhere = places(tmp_path)
    tile = elsewhere / "scene.tif"
    rasterio.shutil.copy(tile, here / "scene.vrt", driver="VRT")
    site.files["/scene.tif"] = tile.read_bytes()
    maps = []
    for image in (tile, here / "scene.vrt", f"/vsicurl/{site.address}/scene.tif"):
        maps.append(tmp_path / f"{len(maps)}.tif")
        asked = ("--model", model, "--image", image, "--output", maps[-1])
        done = shell("apply", *asked, "--allow-external")
        assert done.returncode == protocol.EXIT_DONE, done.stderr
    assert site.asked
    assert len({path.read_bytes() for path in maps}) == 1


def test_programs_in_rasters_are_not_run_even_where_external_references_are_allowed(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GDAL_VRT_ENABLE_PYTHON", raising=False)
    here, elsewhere = places(tmp_path)
    canary = tmp_path / "canary"
    program = f"open({str(canary)!r}, 'w').close()"
    own = write_geotiff(here / "own.tif", make_cube())
    for scene, allowed in ((own, False), (own, True), (elsewhere / "scene.tif", True)):
        image = write_crashing_vrt(here / "scene.vrt", scene, program)
        asked = {"model": model, "image": image, "output": tmp_path / "map.tif"}
        outcome = run("apply", **asked, allow_external=allowed)
        assert outcome.status == protocol.EXIT_USER_ERROR
        assert outcome.failure.code == (
            "scene.unreadable" if allowed else "source.external_reference"
        )
        assert not canary.exists()
        assert not (tmp_path / "map.tif").exists()


def test_overviews_in_other_folders_are_not_read(model: Path, tmp_path: Path) -> None:
    here, elsewhere = places(tmp_path)
    image = with_overviews_elsewhere(here, "")
    before = snapshot(here), os.stat(elsewhere / "scene.tif").st_atime_ns
    outcome = run("apply", model=model, image=image, output=tmp_path / "map.tif")
    if outcome.status != protocol.EXIT_DONE:
        assert outcome.failure.code == "source.external_reference"
    assert (snapshot(here), os.stat(elsewhere / "scene.tif").st_atime_ns) == before


@pytest.mark.parametrize("damage", ["data", "method"])
def test_an_entry_that_cannot_be_read_does_not_hide_the_next(tmp_path: Path, damage: str) -> None:
    """The first entry of an archive is damaged, or compressed by a method of another program."""
    path = tmp_path / "labels.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("first.txt", "a" * 500)
        archive.writestr("second.vrt", "<VRTDataset>" + "b" * 500)
    content = bytearray(path.read_bytes())
    if damage == "data":
        start = 30 + len("first.txt")
        content[start : start + 6] = b"\xff" * 6
    else:
        content[8], content[content.index(b"PK\1\2") + 10] = 9, 9  # Deflate64
    path.write_bytes(bytes(content))
    with pytest.raises(UserError) as error:
        check_external_references(path, False)
    assert error.value.code == "source.external_reference"
