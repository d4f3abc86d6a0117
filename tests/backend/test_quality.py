"""Quality masks exclude pixels: those of products, none, or a raster that the user names."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
import rasterio
import rasterio.warp
from affine import Affine
from backend_support import run, shell

from backend.backbones.source import BUNDLED, find_backbone
from backend.campaign.completion import campaign_identity
from backend.core.errors import UserError
from backend.features.cache import entry_key
from backend.features.settings import default_features
from backend.options.band_options import BandOptions
from backend.options.campaign_options import CampaignOptions
from backend.options.declaration import declared_options
from backend.options.model_options import ModelOptions
from backend.scene.opening import is_auxiliary
from backend.scene.raster import Scene
from tests.fixtures import products, stac_products
from tests.fixtures.cubes import UTM_TRANSFORM, cloud_mask, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend


#: A local coordinate system that no other can be converted to.
ENGINEERING = 'LOCAL_CS["site",UNIT["metre",1],AXIS["Easting",EAST],AXIS["Northing",NORTH]]'


def write_mask(path: Path, values: np.ndarray, **profile: Any) -> Path:
    layers = values[None] if values.ndim == 2 else values
    described = {
        "driver": "GTiff",
        "dtype": values.dtype.name,
        "count": len(layers),
        "height": layers.shape[1],
        "width": layers.shape[2],
        "crs": "EPSG:32633",
        "transform": UTM_TRANSFORM,
    }
    with rasterio.open(path, "w", **described | profile) as raster:
        raster.write(layers)
    return path


@pytest.fixture
def image(tmp_path: Path) -> Path:
    return write_geotiff(tmp_path / "scene" / "s.tif", make_cube())


@pytest.fixture(autouse=True)
def _folders(tmp_path: Path) -> None:
    (tmp_path / "scene").mkdir()


def masked(image: Path, mask: Path | str) -> tuple[np.ndarray, list[str], list[str]]:
    """The pixels with data that a mask excludes, notes and warnings."""
    with Scene(image) as plain, Scene(image, quality_mask=str(mask)) as scene:
        before, after = (opened.read(opened.grid.extent)[1] for opened in (plain, scene))
        return before & ~after, *scene.describe()


def test_a_raster_excludes_where_it_is_not_zero(image: Path, tmp_path: Path) -> None:
    clouds = cloud_mask(make_cube())
    mask = write_mask(tmp_path / "mask.tif", clouds.astype(np.uint8) * 7)
    excluded, notes, _ = masked(image, mask)
    np.testing.assert_array_equal(excluded, clouds)
    assert any("Quality mask (mask.tif): 3.3 %" in note for note in notes)


def test_nodata_and_missing_values_exclude_nothing(image: Path, tmp_path: Path) -> None:
    values = np.zeros((30, 42), np.float32)
    values[2, :], values[3, :], values[4, :] = np.nan, -9999, 1
    excluded, _, _ = masked(image, write_mask(tmp_path / "m.tif", values, nodata=-9999))
    np.testing.assert_array_equal(np.flatnonzero(excluded.any(axis=1)), [4])


def test_a_raster_on_another_grid_is_resampled(image: Path, tmp_path: Path) -> None:
    fine = np.zeros((60, 84), np.uint8)
    fine[20:40, 10:30] = 1
    mask = write_mask(tmp_path / "m.tif", fine, transform=UTM_TRANSFORM @ Affine.scale(0.5))
    excluded, notes, _ = masked(image, mask)
    expected = np.zeros((30, 42), bool)
    expected[10:20, 5:15] = True
    np.testing.assert_array_equal(excluded, expected)
    assert any("resampled to the grid of the scene" in note for note in notes)


def test_a_raster_in_another_coordinate_system_is_resampled(image: Path, tmp_path: Path) -> None:
    west, south, east, north = rasterio.warp.transform_bounds(
        "EPSG:32633", "EPSG:4326", 390_000, 5_809_700, 390_600, 5_809_880
    )
    transform = rasterio.transform.from_bounds(west, south, east, north, 40, 20)
    ones = np.ones((20, 40), np.uint8)
    mask = write_mask(tmp_path / "m.tif", ones, crs="EPSG:4326", transform=transform)
    excluded, _, _ = masked(image, mask)
    expected = np.zeros((30, 42), bool)
    expected[4:10, 0:20] = True
    assert (excluded != expected).sum() < 30
    assert not excluded[12:].any()


def test_a_raster_that_covers_a_part_excludes_nothing_elsewhere(
    image: Path, tmp_path: Path
) -> None:
    ones = np.ones((10, 42), np.uint8)
    excluded, _, _ = masked(image, write_mask(tmp_path / "m.tif", ones))
    np.testing.assert_array_equal(np.flatnonzero(excluded.any(axis=1)), np.arange(10))


def test_without_a_location_a_mask_of_equal_size_is_laid_over(tmp_path: Path) -> None:
    cube = make_cube(crs=None, place=Affine.identity())
    image = write_geotiff(tmp_path / "scene" / "s.tif", cube)
    clouds = cloud_mask(cube).astype(np.uint8)
    mask = write_mask(tmp_path / "m.tif", clouds, crs=None, transform=Affine.identity())
    excluded, _, _ = masked(image, mask)
    np.testing.assert_array_equal(excluded, clouds > 0)


@pytest.mark.parametrize(
    "kind", ["bands", "size", "text", "missing", "folder", "address", "item", "crs"]
)
def test_what_cannot_be_a_mask_is_refused(image: Path, tmp_path: Path, kind: str) -> None:
    text = tmp_path / "m.json"
    text.write_text('{"stac_version": "1.0.0", "assets": {}}' if kind == "item" else "no raster")
    layer = np.zeros((30, 42), np.uint8)
    mask = {
        "bands": lambda: write_mask(tmp_path / "m.tif", np.zeros((3, 30, 42), np.uint8)),
        "size": lambda: write_mask(
            tmp_path / "m.tif", layer[:9], crs=None, transform=Affine.identity()
        ),
        "crs": lambda: write_mask(
            tmp_path / "m.tif", layer[:9], crs=rasterio.CRS.from_wkt(ENGINEERING)
        ),
        "text": lambda: text,
        "item": lambda: text,
        "missing": lambda: tmp_path / "none.tif",
        "folder": lambda: tmp_path,
        "address": lambda: "/vsicurl/http://127.0.0.1:9/m.tif",
    }[kind]()
    with pytest.raises(UserError) as error:
        Scene(image, quality_mask=str(mask))
    expected = "source.external_reference" if kind in ("address", "item") else "scene."
    assert error.value.code.startswith(expected)


def test_a_mask_that_refers_to_other_folders_is_refused(image: Path, tmp_path: Path) -> None:
    write_mask(tmp_path / "m.tif", np.zeros((30, 42), np.uint8))
    (tmp_path / "sub").mkdir()
    virtual = tmp_path / "sub" / "m.vrt"
    virtual.write_text(
        '<VRTDataset rasterXSize="42" rasterYSize="30"><VRTRasterBand dataType="Byte" band="1">'
        f"<SimpleSource><SourceFilename>{tmp_path / 'm.tif'}</SourceFilename></SimpleSource>"
        "</VRTRasterBand></VRTDataset>"
    )
    with pytest.raises(UserError) as error:
        Scene(image, quality_mask=str(virtual))
    assert error.value.code == "source.external_reference"


def test_a_mask_of_all_pixels_is_an_error_of_its_own(image: Path, tmp_path: Path) -> None:
    mask = write_mask(tmp_path / "m.tif", np.ones((30, 42), np.uint8))
    with pytest.raises(UserError) as error:
        Scene(image, quality_mask=str(mask))
    assert error.value.code == "scene.all_masked"
    assert "--quality-mask none" in error.value.hint


def test_a_mask_of_most_pixels_is_a_warning(image: Path, tmp_path: Path) -> None:
    values = np.ones((30, 42), np.uint8)
    values[:8] = 0
    _, notes, warnings = masked(image, write_mask(tmp_path / "m.tif", values))
    assert any("Quality mask" in warning and "none" in warning for warning in warnings)
    assert not any("Quality mask" in note for note in notes)


def test_excluded_pixels_do_not_count_for_statistics(tmp_path: Path) -> None:
    cube = make_cube()
    cube.reflectance[:, cloud_mask(cube)] = 0.9
    metadata = products.write_enmap(tmp_path, cube, cloudy=True)
    with Scene(metadata) as scene, Scene(metadata, quality_mask="none") as plain:
        assert scene.sample[:, 0].max() < 0.9 <= plain.sample[:, 0].max() + 1e-3


@pytest.mark.parametrize("damage", ["text", "empty", "bands"])
def test_a_damaged_quality_layer_is_named_and_none_opens_the_scene(
    tmp_path: Path, damage: str
) -> None:
    metadata = products.write_desis(tmp_path, make_cube())
    layer = next(tmp_path.glob("*QL_QUALITY-2.tif"))
    if damage == "bands":
        write_mask(layer, np.zeros((30, 42), np.uint8))
    else:
        layer.write_bytes(b"no raster" if damage == "text" else b"")
    with pytest.raises(UserError) as error:
        Scene(metadata)
    assert error.value.code == "scene.invalid_quality_mask"
    assert layer.name in error.value.message
    assert "none" in error.value.hint
    with Scene(metadata, quality_mask="none") as scene:
        assert scene.masked_share is None


@pytest.mark.parametrize("damage", ["text", "size", "names"])
def test_a_damaged_mask_of_emit_is_named(tmp_path: Path, damage: str) -> None:
    path = products.write_emit(
        tmp_path, make_cube(crs="EPSG:4326", place=products.emit_transform())
    )
    mask = next(tmp_path.glob("*_MASK_*"))
    if damage == "text":
        mask.write_bytes(b"no file of this kind")
    else:
        with h5py.File(mask, "r+") as file:
            name = "mask" if damage == "size" else "sensor_band_parameters/mask_bands"
            del file[name]
            if damage == "size":
                file["mask"] = np.zeros((2, 3, 8), np.float32)
    with pytest.raises(UserError) as error:
        Scene(path)
    assert error.value.code in ("scene.invalid_quality_mask", "scene.unreadable")
    assert mask.name in error.value.message
    with Scene(path, quality_mask="none") as scene:
        assert scene.masked_share is None


def test_layers_that_lead_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    metadata = products.write_enmap(tmp_path / "product", make_cube())
    layer = next((tmp_path / "product").glob("*QL_QUALITY_CLOUD.TIF"))
    layer.rename(tmp_path / "elsewhere.tif")
    layer.symlink_to(tmp_path / "elsewhere.tif")
    with pytest.raises(UserError) as error:
        Scene(metadata)
    assert error.value.code == "source.external_reference"
    with Scene(metadata, allow_external=True):
        pass


@pytest.mark.parametrize("damage", ["missing", "text", "bands", "elsewhere", "names"])
def test_the_mask_of_a_stac_item_is_used_only_as_its_item_describes_it(
    tmp_path: Path, damage: str
) -> None:
    image = stac_products.write_wyvern(tmp_path / "product", make_cube(), cloudy=True)
    (mask,) = image.parent.glob("*_data_mask.tiff")
    assert is_auxiliary(mask)
    if damage == "missing":
        mask.unlink()
    elif damage == "text":
        mask.write_text("no raster")
    elif damage == "bands":
        write_mask(mask, np.zeros((30, 42), np.uint8))
    elif damage == "elsewhere":
        mask.rename(tmp_path / "mask.tiff")
        mask.symlink_to(tmp_path / "mask.tiff")
    else:
        (item,) = image.parent.glob("*.json")
        item.write_text(item.read_text().replace("QA_", "QB_"))
    if damage in ("missing", "names"):
        with Scene(image) as scene:
            assert scene.masked_share is None
        return
    with pytest.raises(UserError) as error:
        Scene(image)
    outside = damage == "elsewhere"
    expected = "source.external_reference" if outside else "scene.invalid_quality_mask"
    assert error.value.code == expected


def test_flags_of_another_type_saturate_nothing(tmp_path: Path) -> None:
    metadata = products.write_enmap(tmp_path, make_cube(), cloudy=False)
    (flags,) = tmp_path.glob("*TESTFLAGS.TIF")
    write_mask(flags, np.full((30, 42), np.nan, np.float32))
    with Scene(metadata) as scene:
        assert scene.masked_share == 0


def test_the_feature_cache_tells_masks_apart(tmp_path: Path) -> None:
    metadata = products.write_enmap(tmp_path, make_cube(), cloudy=False)
    source = find_backbone(BUNDLED)
    keys = set()
    for choice in ("auto", "none"):
        with Scene(metadata, quality_mask=choice) as scene:
            keys.add(entry_key(scene, source, default_features(source)))
    assert len(keys) == 2


def test_maps_of_a_batch_depend_on_the_mask_and_its_content(tmp_path: Path) -> None:
    mask = write_mask(tmp_path / "m.tif", np.zeros((30, 42), np.uint8))

    def identity(choice: str) -> str:
        options = CampaignOptions(
            images=("s.tif",),
            model=ModelOptions(model=tmp_path / "m.safetensors"),
            bands=BandOptions(quality_mask=choice),
            output_folder=tmp_path,
        )
        return json.dumps(campaign_identity(options, "digest"), default=str)

    found = [identity("auto"), identity("none"), identity(str(mask))]
    write_mask(mask, np.ones((30, 42), np.uint8))
    found.append(identity(str(mask)))
    assert len(set(found)) == 4


def test_an_output_never_replaces_the_mask(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.classifiers.classic.TREES", 5)
    mask = write_mask(tmp_path / "m.tif", np.zeros((30, 42), np.uint8))
    before = mask.read_bytes()
    labels = write_labels(tmp_path / "labels.gpkg", make_cube())
    settings = {"labels": labels, "class_field": "class", "method": "rf", "output": mask}
    outcome = run("classify", image=image, quality_mask=str(mask), **settings)
    assert outcome.failure.code
    assert mask.read_bytes() == before


def test_share_and_scale_are_in_log_and_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.classifiers.classic.TREES", 5)
    cube = make_cube()
    metadata = products.write_enmap(tmp_path / "scene", cube, cloudy=True)
    labels = write_labels(tmp_path / "labels.gpkg", cube)
    report = tmp_path / "report.html"
    settings = {"labels": labels, "class_field": "class", "method": "rf", "report": report}
    outcome = run("classify", image=metadata, output=tmp_path / "map.tif", **settings)
    assert outcome.result
    messages = [getattr(event, "message", "") for event in outcome.events]
    assert any("5.3 % of the pixels with data are excluded" in message for message in messages)
    read = json.loads(report.with_suffix(".json").read_text(encoding="utf-8"))["input_data"]
    assert read["quality mask"] == "5.3 % of the pixels with data"
    assert "metadata of the product" in read["scale of the values"]


COMMANDS = ("apply", "batch", "classify", "compare", "features", "suggest", "train", "tune")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_that_opens_a_scene_has_the_option(command: str) -> None:
    options = declared_options(importlib.import_module(f"backend.commands.{command}").Options)
    assert "quality_mask" in {entry.name for entry in options}


def test_the_option_works_in_a_shell(tmp_path: Path) -> None:
    cube = make_cube()
    metadata = products.write_enmap(tmp_path / "scene", cube, cloudy=True)
    labels = write_labels(tmp_path / "labels.gpkg", cube)
    valid = []
    for choice in ("auto", "none"):
        target = tmp_path / f"{choice}.tif"
        done = shell(
            "classify", "--image", metadata, "--labels", labels, "--class-field", "class",
            "--method", "lda", "--output", target, "--quality-mask", choice,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        with rasterio.open(target) as raster:
            valid.append(int((raster.read(1) > 0).sum()))
    assert valid[1] - valid[0] == 3 * 12 + 2 * 6 + 10
