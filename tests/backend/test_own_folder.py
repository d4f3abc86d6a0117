"""Symbolic links in data are resolved, and files outside of its folder are not read.

A link that the user chooses as input is followed.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import h5py
import numpy as np
import pyogrio
import pytest
import rasterio
import rasterio.shutil
from backend_support import run
from batch_support import train
from conftest import Stripes
from rasterio.windows import Window

from backend.common import protocol
from backend.core.errors import UserError
from backend.scene.opening import open_source
from backend.scene.own_folder import (
    allowed_folders_of,
    find_external_companion,
    find_external_link,
    is_within,
)
from tests.fixtures.cubes import Cube, make_cube, write_labels
from tests.fixtures.products import write_enmap
from tests.fixtures.rasters import write_envi, write_geotiff

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(os.name != "posix", reason="symbolic links of POSIX"),
]


@pytest.fixture(scope="module")
def model(stripes: Stripes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 5)
        return train(stripes, tmp_path_factory.mktemp("model") / "rf.safetensors")


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The folder of the data; private files are in a folder beside it."""
    (tmp_path / "private").mkdir()
    (tmp_path / "here").mkdir()
    return tmp_path / "here"


def replace_by_link(file: Path) -> None:
    """Move a file to the private folder and replace it by a link."""
    target = file.parent.parent / "private" / file.name
    if target.exists():
        target = target.with_name(f"other {file.name}")
    shutil.move(file, target)
    file.symlink_to(target)


def vrt_of_link(here: Path, cube: Cube) -> Path:
    tile = write_geotiff(here / "tile.tif", cube)
    rasterio.shutil.copy(tile, here / "scene.vrt", driver="VRT")
    replace_by_link(tile)
    return here / "scene.vrt"


def vrt_of_chain(here: Path, cube: Cube) -> Path:
    """A link to a link to the private folder."""
    path = vrt_of_link(here, cube)
    (here / "tile.tif").rename(here / "second.tif")
    (here / "tile.tif").symlink_to("second.tif")
    return path


def vrt_below_link(here: Path, cube: Cube) -> Path:
    """A folder that is a link."""
    write_geotiff(here.parent / "private" / "tile.tif", cube)
    (here / "tiles").symlink_to(here.parent / "private")
    rasterio.shutil.copy(here / "tiles" / "tile.tif", here / "scene.vrt", driver="VRT")
    return here / "scene.vrt"


def vrt_of_linked_vrt(here: Path, cube: Cube) -> Path:
    """The source is a link in the folder; the file that its target refers to is not."""
    outside = here.parent / "private"
    write_geotiff(outside / "tile.tif", cube)
    rasterio.shutil.copy(outside / "tile.tif", outside / "inner.vrt", driver="VRT")
    shutil.copy(outside / "tile.tif", here / "tile.tif")
    (here / "inner.vrt").symlink_to(outside / "inner.vrt")
    rasterio.shutil.copy(here / "inner.vrt", here / "scene.vrt", driver="VRT")
    return here / "scene.vrt"


def envi_header(here: Path, cube: Cube) -> Path:
    image = write_envi(here / "scene.dat", cube)
    replace_by_link(next(path for path in here.iterdir() if path.suffix == ".hdr"))
    return image


def envi_image_of_header(here: Path, cube: Cube) -> Path:
    image = write_envi(here / "scene.dat", cube)
    replace_by_link(image)
    return next(path for path in here.iterdir() if path.suffix == ".hdr")


def aux(here: Path, cube: Cube) -> Path:
    image = write_geotiff(here / "scene.tif", cube)
    side = here / "scene.tif.aux.xml"
    side.write_text("<PAMDataset/>")
    replace_by_link(side)
    return image


def mask(here: Path, cube: Cube) -> Path:
    image = write_geotiff(here / "scene.tif", cube)
    with rasterio.open(image) as dataset:
        profile = dataset.profile | {"count": 1, "dtype": "uint8", "nodata": None}
        size = dataset.shape
    with rasterio.open(here / "scene.tif.msk", "w", **profile) as made:
        made.write(np.full((1, *size), 255, np.uint8))
    replace_by_link(here / "scene.tif.msk")
    return image


def overviews(here: Path, cube: Cube) -> Path:
    image = write_geotiff(here / "scene.tif", cube)
    with rasterio.open(image) as dataset:
        profile = dataset.profile | {"width": dataset.width // 2, "height": dataset.height // 2}
        small = dataset.read(out_shape=(dataset.count, profile["height"], profile["width"]))
    with rasterio.open(here / "scene.tif.ovr", "w", **profile) as made:
        made.write(small)
    replace_by_link(here / "scene.tif.ovr")
    return image


def product_image(here: Path, cube: Cube) -> Path:
    metadata = write_enmap(here, cube)
    replace_by_link(next(path for path in here.iterdir() if "SPECTRAL_IMAGE" in path.name))
    return metadata


def product_folder_image(here: Path, cube: Cube) -> Path:
    return product_image(here, cube).parent


def product_metadata(here: Path, cube: Cube) -> Path:
    metadata = write_enmap(here, cube)
    replace_by_link(metadata)
    return next(path for path in here.iterdir() if "SPECTRAL_IMAGE" in path.name)


def product_folder_metadata(here: Path, cube: Cube) -> Path:
    return product_metadata(here, cube).parent


def hdf5_link(here: Path, cube: Cube) -> Path:
    outside = here.parent / "private" / "cube.h5"
    with h5py.File(outside, "w") as file:
        file["cube"] = np.full((5, 8, 8), 0.3, np.float32)
    (here / "cube.h5").symlink_to(outside)
    with h5py.File(here / "scene.h5", "w") as file:
        file["cube"] = h5py.ExternalLink("cube.h5", "/cube")
    return here / "scene.h5"


IMAGES = (
    vrt_of_link, vrt_of_chain, vrt_below_link, vrt_of_linked_vrt, envi_header,
    envi_image_of_header, aux, mask, overviews, product_image, product_folder_image,
    product_metadata, product_folder_metadata, hdf5_link,
)  # fmt: skip


@pytest.mark.parametrize("make", IMAGES, ids=lambda make: make.__name__)
def test_images_with_links_to_other_folders_are_refused(
    here: Path, cube: Cube, make: Callable[[Path, Cube], Path]
) -> None:
    image = make(here, cube)
    with pytest.raises(UserError) as caught:
        open_source(image)
    assert caught.value.code == "source.external_reference", caught.value
    assert str(here.parent / "private") in caught.value.message
    if make is not hdf5_link:  # GDAL cannot open it as an image
        open_source(image, allow_external=True).close()


def test_jobs_on_a_scene_with_external_links_are_refused(
    model: Path, here: Path, cube: Cube
) -> None:
    image, output = vrt_of_link(here, cube), here.parent / "map.tif"
    outcome = run("apply", model=model, image=image, output=output)
    assert outcome.status == protocol.EXIT_USER_ERROR
    assert outcome.failure.code == "source.external_reference", outcome.failure
    assert not output.exists()
    batch = run("batch", model=model, images=[image], output_folder=here.parent / "maps", workers=1)
    (scene,) = batch.result.figures["scenes"]
    assert scene["code"] == "source.external_reference"


def write_shapes(path: Path, cube: Cube) -> Path:
    layer = write_labels(path.with_suffix(".geojson"), cube)
    meta, _, geometry, columns = pyogrio.raw.read(layer)
    layer.unlink()
    kind = {"geometry_type": meta["geometry_type"], "crs": meta["crs"]}
    pyogrio.raw.write(path, geometry, columns, list(meta["fields"]), **kind)
    return path


@pytest.mark.parametrize("ending", [".dbf", ".shx", ".prj", ".cpg", ".DBF"])
def test_labels_with_a_file_in_another_folder_are_refused(
    stripes: Stripes, here: Path, cube: Cube, ending: str
) -> None:
    labels = write_shapes(here / "labels.shp", cube)
    part = here / f"labels{ending.lower()}"
    if ending.isupper():
        part = part.rename(part.with_suffix(ending))
    replace_by_link(part)
    outcome = run("classify", **stripes.job_settings(here.parent / "map.tif", labels=labels))
    assert outcome.failure.code == "source.external_reference", outcome.failure
    assert not (here.parent / "map.tif").exists()


def test_a_folder_of_layers_with_an_external_link_is_refused(
    stripes: Stripes, here: Path, cube: Cube
) -> None:
    write_shapes(here / "labels.shp", cube)
    (here / "below").mkdir()
    (here / "below" / "other.shp").symlink_to(here.parent / "private" / "other.shp")
    outcome = run("classify", **stripes.job_settings(here.parent / "map.tif", labels=here))
    assert outcome.failure.code == "source.external_reference", outcome.failure


def test_a_link_that_the_user_chooses_is_followed(here: Path, cube: Cube) -> None:
    """Folders of links to scenes are common; sidecar files are found beside the link."""
    store = here.parent / "private"
    found = set()
    write_envi(store / "scene.dat", cube)
    tile = write_geotiff(store / "tile.tif", cube)
    rasterio.shutil.copy(tile, store / "scene.vrt", driver="VRT")
    for path in list(store.iterdir()):
        (here / path.name).symlink_to(path)
    (here.parent / "linked").symlink_to(here)  # the folder itself may be a link as well
    for folder in (here, here.parent / "linked"):
        for name in ("scene.dat", "tile.tif", "scene.vrt"):
            source = open_source(folder / name)
            found.add(source.read([1], Window(0, 0, 5, 5)).tobytes())
            source.close()
    assert len(found) <= 2  # the ENVI scene stores other values


def test_links_inside_the_folder_are_allowed(here: Path, cube: Cube) -> None:
    (here / "tiles").mkdir()
    write_geotiff(here / "tiles" / "real.tif", cube)
    (here / "tile.tif").symlink_to("tiles/real.tif")
    rasterio.shutil.copy(here / "tile.tif", here / "scene.vrt", driver="VRT")
    assert "tile.tif" in (here / "scene.vrt").read_text()
    open_source(here / "scene.vrt").close()


def test_paths_are_compared_after_resolving_links(tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "a").mkdir(parents=True)
    (tmp_path / "homely").mkdir()
    (home / "up").symlink_to("..")
    (home / "loop").symlink_to("loop")
    allowed_folders = allowed_folders_of(str(home / "x.tif"))
    for name in ("x.tif", "a/y.tif", "a/../x.tif", "up/home/x.tif", "missing/z", "loop"):
        assert is_within(str(home / name), allowed_folders), name
    for name in ("../homely/x", "up/x", "a/../../x", "up/homely", "/", "\0"):
        assert not is_within(os.path.join(home, name), allowed_folders), name


def test_companion_files_are_found_by_name_in_any_case(tmp_path: Path) -> None:
    layer = tmp_path / "here" / "a.shp"
    layer.parent.mkdir()
    layer.touch()
    allowed_folders = allowed_folders_of(str(layer))
    for name in ("b.dbf", "a.gpkg", "aa.dbf", "a.txt"):  # separate datasets
        (layer.parent / name).symlink_to(tmp_path / "elsewhere")
    assert find_external_companion(str(layer), allowed_folders) is None
    for name in ("a.dbf", "A.DBF", "a.shp.aux.xml", "a.shp-wal"):
        link = layer.parent / name
        link.symlink_to(tmp_path / "elsewhere")
        assert find_external_companion(str(layer), allowed_folders) == str(link)
        link.unlink()
    assert find_external_link(str(layer.parent)) is not None
