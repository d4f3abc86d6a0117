"""STAC items describe the bands of the image beside them, and lead nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from backend.common.product_names import MAX_STAC_ITEM_BYTES
from backend.core.errors import UserError
from backend.scene.products import stac_item
from backend.scene.raster import Scene
from tests.fixtures import stac_products
from tests.fixtures.cubes import make_cube
from tests.fixtures.web import Site, serve

pytestmark = pytest.mark.backend

CUBE = make_cube()


def change(item: Path, edit: Callable[[dict[str, Any]], object]) -> Path:
    content = json.loads(item.read_text(encoding="utf-8"))
    edit(content)
    item.write_text(json.dumps(content), encoding="utf-8")
    return item


def wavelengths_of(path: Path, **options: Any) -> np.ndarray | None:
    with Scene(path, **options) as scene:
        return scene.wavelengths


@pytest.fixture
def site() -> Iterator[Site]:
    with serve() as site:
        yield site


@pytest.mark.parametrize("name", ["own", "other", "geojson"])
def test_the_item_is_found_by_name_or_by_what_it_refers_to(tmp_path: Path, name: str) -> None:
    image = stac_products.write_wyvern(tmp_path, CUBE)
    item = image.with_suffix(".json")
    if name != "own":
        item.rename(tmp_path / ("metadata.json" if name == "other" else "item.geojson"))
    np.testing.assert_allclose(wavelengths_of(image), CUBE.wavelengths, atol=0.01)


def test_the_item_belongs_to_the_files_of_the_scene(tmp_path: Path) -> None:
    image = stac_products.write_wyvern(tmp_path, CUBE)
    for path in (image, image.with_suffix(".json"), tmp_path):
        with Scene(path) as scene:
            names = {file.name for file in scene.files.contents}
            assert {image.name, image.with_suffix(".json").name} <= names
            assert len(scene.identity) >= 2


def test_the_item_is_found_among_many(tmp_path: Path) -> None:
    item = stac_products.write_hyperfield(tmp_path, CUBE)
    for number in range(2 * stac_item.MAX_ITEMS):
        (tmp_path / f"{number:04}_item.json").write_text(item.read_text("utf-8"), "utf-8")
        change(
            tmp_path / f"{number:04}_item.json",
            lambda content: content["assets"]["data"].update(href="another.tif"),
        )
    assert wavelengths_of(tmp_path / f"{stac_products.HYPERFIELD}.tif") is not None


def test_an_item_of_another_image_is_ignored(tmp_path: Path) -> None:
    image = stac_products.write_wyvern(tmp_path, CUBE)
    image = image.rename(tmp_path / "renamed.tiff")
    assert wavelengths_of(image) is None


@pytest.mark.parametrize("factor", [1.0, 1000.0])
def test_wavelengths_and_widths_may_be_micrometres_or_nanometres(
    tmp_path: Path, factor: float
) -> None:
    item = stac_products.write_hyperfield(tmp_path, CUBE)

    def scale(content: dict[str, Any]) -> None:
        for band in content["assets"]["data"]["bands"]:
            band["eo:center_wavelength"] *= factor
            band["eo:full_width_half_max"] *= factor

    with Scene(change(item, scale)) as scene:
        np.testing.assert_allclose(scene.wavelengths, CUBE.wavelengths, atol=0.01)
        np.testing.assert_allclose([b.width for b in scene.used], CUBE.widths, atol=0.01)


def test_the_asset_with_most_bands_is_opened(tmp_path: Path) -> None:
    item = stac_products.write_hyperfield(tmp_path, CUBE)

    def add(content: dict[str, Any]) -> None:
        bands = content["assets"]["data"]["bands"][:3]
        content["assets"] = {"visual": {"href": "v.tif", "bands": bands}, **content["assets"]}

    wavelengths = wavelengths_of(change(item, add))
    assert wavelengths is not None
    assert len(wavelengths) == len(CUBE.wavelengths)


REFERENCES = [
    "https://{web}/{name}",
    "http://{web}/{name}",
    "s3://bucket/{name}",
    "/vsicurl/http://{web}/{name}",
    "/vsizip//vsicurl/http://{web}/{name}",
    "file://{elsewhere}/scene.tif",
    "{elsewhere}/scene.tif",
    "../elsewhere/scene.tif",
    "./../elsewhere/scene.tif",
    "%2e%2e/elsewhere/scene.tif",
]


@pytest.mark.parametrize("reference", REFERENCES)
def test_images_elsewhere_are_refused_without_a_request(
    tmp_path: Path, site: Site, reference: str
) -> None:
    item = stac_products.write_hyperfield(tmp_path / "product", CUBE)
    image = tmp_path / "product" / f"{stac_products.HYPERFIELD}.tif"
    (tmp_path / "elsewhere").mkdir()
    image.rename(tmp_path / "elsewhere" / "scene.tif")
    web = site.address.removeprefix("http://")
    href = reference.format(web=web, name="a.tif", elsewhere=tmp_path / "elsewhere")
    change(item, lambda content: content["assets"]["data"].update(href=href))
    with pytest.raises(UserError) as error:
        Scene(item)
    assert error.value.code == "source.external_reference"
    assert site.paths() == []


def test_an_image_in_another_folder_is_read_where_that_is_allowed(tmp_path: Path) -> None:
    item = stac_products.write_hyperfield(tmp_path / "product", CUBE)
    image = tmp_path / "product" / f"{stac_products.HYPERFIELD}.tif"
    image.rename(tmp_path / image.name)
    change(item, lambda content: content["assets"]["data"].update(href=f"../{image.name}"))
    assert wavelengths_of(item, allow_external=True) is not None


@pytest.mark.parametrize("linked", ["image", "item"])
def test_links_out_of_the_folder_are_not_followed(tmp_path: Path, linked: str) -> None:
    image = stac_products.write_wyvern(tmp_path / "product", CUBE)
    item = image.with_suffix(".json")
    (tmp_path / "elsewhere").mkdir()
    moved = image if linked == "image" else item
    target = moved.rename(tmp_path / "elsewhere" / moved.name)
    moved.symlink_to(target)
    if linked == "image":
        with pytest.raises(UserError) as error:
            Scene(item)
        assert error.value.code == "source.external_reference"
    else:
        assert wavelengths_of(image) is None


@pytest.mark.parametrize(
    "edit",
    [
        lambda content: content["assets"].clear(),
        lambda content: content["assets"]["data"].pop("bands"),
        lambda content: content["assets"]["data"].update(bands=[]),
        lambda content: content["assets"]["data"].update(bands={"a": 1}),
        lambda content: content["assets"]["data"]["bands"][0].pop("eo:center_wavelength"),
        lambda content: content["assets"]["data"]["bands"][0].update(
            {"eo:center_wavelength": "0.4"}
        ),
        lambda content: content["assets"]["data"]["bands"][0].update({"eo:center_wavelength": -1}),
        lambda content: content["assets"]["data"]["bands"].append(7),
        lambda content: content["assets"]["data"]["bands"].pop(),
        lambda content: content["assets"]["data"].update(href=7),
        lambda content: content["assets"]["data"].update(href=""),
        lambda content: content["assets"]["data"].update(href="missing.tif"),
        lambda content: content["assets"]["data"].update(href="a\0b.tif"),
        lambda content: content["assets"]["data"].update(href="a" * 5000),
        lambda content: content["assets"]["data"].update(href="a/" * 5000),
    ],
)
def test_items_that_describe_no_image_are_refused(
    tmp_path: Path, edit: Callable[[dict[str, Any]], object]
) -> None:
    item = change(stac_products.write_hyperfield(tmp_path, CUBE), edit)
    with pytest.raises(UserError) as error:
        Scene(item)
    assert error.value.code == "scene.product_incomplete"


@pytest.mark.parametrize("text", ["", "[", "[" * 100_000, '{"stac_version": 1}', "\0", "9" * 5000])
def test_other_json_is_no_item_and_not_read_as_a_raster(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    assert not stac_item.is_stac_item(path)
    with pytest.raises(UserError):
        Scene(path)


def test_large_files_are_not_read_as_items(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    with path.open("wb") as file:
        file.write(b'{"stac_version": "1.0.0", "assets": {}')
        file.truncate(MAX_STAC_ITEM_BYTES + 1)
    assert not stac_item.is_stac_item(path)
