"""Which scenes a batch finds in what it is given, and how it calls what it makes of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import rasterio

from backend.campaign.scenes import find_scenes
from backend.core.errors import UserError
from backend.options.campaign_options import CampaignOptions
from backend.options.model_options import ModelOptions

pytestmark = pytest.mark.backend


def found(folder: Path, *images: object, **settings: object) -> list[str]:
    """The files of the scenes, as they lie under a folder."""
    scenes = find_scenes(chosen(folder, *images, **settings))
    assert [scene.number for scene in scenes] == list(range(len(scenes)))
    return [str(Path(scene.image).relative_to(folder)) for scene in scenes]


def chosen(folder: Path, *images: object, **settings: object) -> CampaignOptions:
    """Options of a campaign over images under a folder."""
    given = CampaignOptions(
        model=ModelOptions(model=folder / "m.safetensors"),
        images=tuple(str(folder / str(image)) for image in images),
        output_folder=folder / "maps",
    )
    return replace(given, **settings)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A campaign's folder, with what usually lies around in one."""
    for name in (
        "a.tif", "a.tif.aux.xml", "a.qml", "b.bsq", "b.hdr", "envi", "envi.hdr", "notes.txt",
        "day1/c.tif", "day1/d.TIF", "day2/c.tif", ".hidden.tif", "day1/.c.tif.1.partial",
        "products/ENMAP01-METADATA.XML", "products/ENMAP01-SPECTRAL_IMAGE.TIF",
        "products/ENMAP01-QL_VNIR.TIF", "prisma/PRS_L2D.he5",
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    return tmp_path


def test_a_folder_gives_the_scenes_in_it(folder: Path) -> None:
    assert found(folder, "") == ["a.tif", "b.bsq", "envi", "prisma", "products"]
    assert found(folder, "day1") == ["day1/c.tif", "day1/d.TIF"]


def test_a_product_folder_is_one_scene(folder: Path) -> None:
    (scene,) = find_scenes(chosen(folder, "products"))
    assert scene.image == str(folder / "products" / "ENMAP01-METADATA.XML")
    assert scene.map == folder / "maps" / "ENMAP01_map.tif"


def test_masks_and_uncertainties_of_products_are_not_scenes(tmp_path: Path) -> None:
    for name in (
        "EMIT_L2A_RFL_001_20220815T042838_2222703_003.nc",
        "EMIT_L2A_MASK_001_20220815T042838_2222703_003.nc",
        "EMIT_L2A_RFLUNCERT_001_20220815T042838_2222703_003.nc",
        "AV320240905t181848_000_L2A_OE_f576f24d_RFL_ORT.nc",
        "AV320240905t181848_000_L2A_OE_f576f24d_UNC_ORT.nc",
        "AV320240905t181848_000_L2A_OE_f576f24d_QL_ORT.tif",
    ):
        (tmp_path / name).write_bytes(b"x")
    expected = [
        "AV320240905t181848_000_L2A_OE_f576f24d_RFL_ORT.nc",
        "EMIT_L2A_RFL_001_20220815T042838_2222703_003.nc",
    ]
    assert found(tmp_path, "") == expected
    assert found(tmp_path, "*.nc") == expected


def test_products_without_prefix_are_named_after_their_folders(tmp_path: Path) -> None:
    for folder in ("july", "august"):
        (tmp_path / folder).mkdir()
        for name in ("METADATA.XML", "SPECTRAL_IMAGE.TIF", "QL_QUALITY_CLOUD.TIF"):
            (tmp_path / folder / name).write_bytes(b"x")
    assert found(tmp_path, "") == ["august", "july"]
    scenes = find_scenes(chosen(tmp_path, "*/METADATA.XML"))
    assert [scene.map.name for scene in scenes] == ["august_map.tif", "july_map.tif"]


def test_a_pattern_gives_the_matching_files_without_sidecars(folder: Path) -> None:
    assert found(folder, "day*/c.tif", output_name="{folder}_{kind}.tif") == [
        "day1/c.tif",
        "day2/c.tif",
    ]
    assert found(folder, "b.*") == ["b.bsq"]
    assert found(folder, "**/d.TIF") == ["day1/d.TIF"]


def test_files_keep_their_order_without_duplicates(folder: Path) -> None:
    assert found(folder, "b.bsq", "a.tif", "a.tif", "missing.tif") == [
        "b.bsq",
        "a.tif",
        "missing.tif",
    ]


def test_outputs_of_a_batch_are_not_scenes(folder: Path) -> None:
    for name in ("c_map.tif", "c_confidence.tif", "d_probabilities.tif", "mine_map.tif"):
        with rasterio.open(
            folder / "day1" / name, "w", driver="GTiff", width=1, height=1, count=1, dtype="uint8"
        ) as raster:
            raster.update_tags(GEODIFFNET_VERSION="0.1.0")
    beside = folder / "day1"
    assert found(folder, "day1", output_folder=beside) == [
        "day1/c.tif",
        "day1/d.TIF",
        "day1/mine_map.tif",
    ]


def test_names_follow_the_pattern(folder: Path) -> None:
    pattern = "{folder}/{kind}/{name}-v2.tif"
    (scene, _) = find_scenes(chosen(folder, "day1", output_name=pattern, confidence=True))
    assert scene.outputs == {
        "map": folder / "maps/day1/map/c-v2.tif",
        "confidence": folder / "maps/day1/confidence/c-v2.tif",
    }


@pytest.mark.parametrize(
    ("images", "settings", "code"),
    [
        (["none*.tif"], {}, "batch.no_scenes"),
        (["maps"], {}, "batch.no_scenes"),
        (["day1/c.tif", "day2/c.tif"], {}, "batch.duplicate_names"),
        (["a.tif"], {"output_name": "{scene}.tif"}, "batch.invalid_pattern"),
        (["a.tif"], {"output_name": "../{name}.tif"}, "batch.invalid_pattern"),
        (["a.tif"], {"output_name": "/tmp/{name}.tif"}, "batch.invalid_pattern"),
        (["a.tif"], {"output_name": "{name}.png"}, "batch.invalid_pattern"),
        (["a.tif"], {"output_name": "{name}.tif", "confidence": True}, "batch.invalid_pattern"),
    ],
)
def test_invalid_patterns_and_names_are_refused(
    folder: Path, images: list[str], settings: dict, code: str
) -> None:
    (folder / "maps").mkdir()
    with pytest.raises(UserError) as refused:
        find_scenes(chosen(folder, *images, **settings))
    assert refused.value.code == code
    assert refused.value.hint
