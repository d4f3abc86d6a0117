"""Products are read with wavelengths, widths, scale, nodata, grid and quality mask of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import h5py
import numpy as np
import pytest
import rasterio
from affine import Affine
from backend_support import run

from backend.core.errors import UserError
from backend.scene.opening import find_products
from backend.scene.raster import Scene
from tests.fixtures import hdf5_products, products, stac_products
from tests.fixtures.cubes import (
    COLUMNS,
    ROWS,
    Cube,
    cirrus_mask,
    cloud_mask,
    make_cube,
    saturation_mask,
    write_labels,
)

pytestmark = pytest.mark.backend

#: A place that grids derived from location arrays coincide with.
PLACE = Affine(30, 0, 390_000, 0, -30, 5_810_010)
Write = Callable[[Path, Cube, bool], Path]


@dataclass(frozen=True)
class Product:
    """How a product is written, and what is expected of it."""

    write: Write
    #: What its own quality mask excludes.
    masks: tuple[str, ...] = ()
    is_resampled: bool = False
    #: Whether it marks bands as bad, and whether it declares the scale of its values.
    has_bad_bands: bool = False
    declares_scale: bool = True
    place: Affine = PLACE
    crs: str = "EPSG:32633"


def enmap(delivery: str, prefix: str | None = None) -> Write:
    options = {} if prefix is None else {"prefix": prefix}

    def write(folder: Path, cube: Cube, cloudy: bool) -> Path:
        return products.write_enmap(folder, cube, delivery=delivery, cloudy=cloudy, **options)

    return write


def without_masks(build: Callable[[Path, Cube], Path]) -> Write:
    return lambda folder, cube, cloudy: build(folder, cube)


def aviris(geometry: str, unit: str = "nm") -> Write:
    return lambda folder, cube, cloudy: hdf5_products.write_aviris(folder, cube, geometry, unit)


def tanager(ortho: bool) -> Write:
    return lambda folder, cube, cloudy: hdf5_products.write_tanager(folder, cube, ortho, cloudy)


BOTH = ("cloud", "cirrus")
ALL = (*BOTH, "saturated")
PRODUCTS: dict[str, Product] = {
    **{f"EnMAP {name}": Product(enmap(name), ALL) for name in products.ENMAP_FORMATS},
    **{
        f"EnMAP {name} without prefix": Product(enmap(name, ""), ALL)
        for name in ("GeoTIFF", "BSQ", "JPEG2000")
    },
    "DESIS": Product(products.write_desis, BOTH),
    "PRISMA L2D": Product(products.write_prisma, ("cloud",)),
    "PRISMA L2C": Product(without_masks(hdf5_products.write_prisma_l2c), is_resampled=True),
    "EMIT": Product(
        products.write_emit,
        BOTH,
        is_resampled=True,
        has_bad_bands=True,
        place=products.emit_transform(),
        crs="EPSG:4326",
    ),
    "Tanager basic": Product(tanager(False), BOTH, is_resampled=True, has_bad_bands=True),
    "Tanager ortho": Product(tanager(True), BOTH, has_bad_bands=True),
    "NEON": Product(hdf5_products.write_neon, ALL, has_bad_bands=True),
    "AVIRIS ortho": Product(aviris("ortho"), has_bad_bands=True),
    "AVIRIS in micrometres": Product(aviris("ortho", "um"), has_bad_bands=True),
    "AVIRIS in metres": Product(aviris("ortho", "m"), has_bad_bands=True),
    "AVIRIS with a table": Product(aviris("table"), is_resampled=True, has_bad_bands=True),
    "AVIRIS with arrays": Product(aviris("arrays"), is_resampled=True, has_bad_bands=True),
    "Wyvern": Product(stac_products.write_wyvern, BOTH, declares_scale=False),
    "Hyperfield": Product(without_masks(stac_products.write_hyperfield)),
}

Written = tuple[str, Product, Path, Cube]


@pytest.fixture(scope="module", params=PRODUCTS)
def written(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Written:
    product = PRODUCTS[request.param]
    cube = make_cube(crs=product.crs, place=product.place)
    folder = tmp_path_factory.mktemp("product")
    return request.param, product, product.write(folder, cube, True), cube


def expected_bands(name: str, product: Product, cube: Cube) -> tuple[np.ndarray, np.ndarray]:
    """Wavelengths and widths of the bands that are used."""
    centres, widths = np.array(cube.wavelengths), np.array(cube.widths)
    if name.startswith("PRISMA"):
        centres = products.prisma_wavelengths(cube)
        nearest = np.abs(centres[:, None] - np.array(cube.wavelengths)).argmin(axis=1)
        return centres, widths[nearest]
    bad = hdf5_products.bad_bands(cube) if product.has_bad_bands else np.zeros(len(centres), bool)
    if name == "EMIT":
        bad = (centres > 1380) & (centres < 1450)
    return centres[~bad], widths[~bad]


def expected_mask(product: Product, cube: Cube) -> np.ndarray:
    masks = {
        "cloud": cloud_mask(cube),
        "cirrus": cirrus_mask(cube),
        "saturated": saturation_mask(cube),
    }
    return np.any([np.zeros_like(cube.truth, bool), *(masks[n] for n in product.masks)], axis=0)


def test_bands_have_their_wavelengths_and_widths(written: Written) -> None:
    name, product, path, cube = written
    centres, widths = expected_bands(name, product, cube)
    with Scene(path) as scene:
        np.testing.assert_allclose(scene.wavelengths, centres, atol=0.01)
        np.testing.assert_allclose([band.width for band in scene.used], widths, atol=0.01)
        notes, _ = scene.describe()
        assert any("marked bad" in note for note in notes) == (len(scene.used) < len(scene.bands))


def test_values_are_reflectance_and_nodata_is_not_valid(written: Written) -> None:
    name, product, path, cube = written
    centres, _ = expected_bands(name, product, cube)
    nearest = np.abs(centres[:, None] - np.array(cube.wavelengths)).argmin(axis=1)
    with Scene(path, quality_mask="none") as scene:
        values, valid = scene.read(scene.grid.extent)
        notes, warnings = scene.describe()
        assert scene.masked_share is None
    np.testing.assert_array_equal(valid, cube.truth > 0)
    np.testing.assert_allclose(values[:, valid], cube.reflectance[nearest][:, valid], atol=2e-4)
    assert not (values[:, ~valid]).any()
    assert not warnings
    assert any("by the metadata of the product" in note for note in notes) == product.declares_scale
    assert not any("Quality mask" in note for note in notes)


def test_the_grid_is_that_of_the_product(written: Written) -> None:
    _, product, path, cube = written
    with Scene(path) as scene:
        assert (scene.grid.height, scene.grid.width) == (ROWS, COLUMNS)
        assert scene.grid.transform.almost_equals(cube.place, 1e-5)
        assert scene.grid.crs == rasterio.CRS.from_user_input(product.crs)
        notes, _ = scene.describe()
    assert any("resampled from sensor geometry" in n for n in notes) == product.is_resampled


def test_quality_layers_exclude_pixels_and_the_share_is_logged(written: Written) -> None:
    _, product, path, cube = written
    masked = expected_mask(product, cube)
    with Scene(path) as scene:
        _, valid = scene.read(scene.grid.extent)
        notes, warnings = scene.describe()
        share = scene.masked_share
    np.testing.assert_array_equal(valid, (cube.truth > 0) & ~masked)
    found = [note for note in notes if note.startswith("Quality mask")]
    assert not warnings
    if not product.masks:
        assert not found
        return
    assert share == pytest.approx((masked & (cube.truth > 0)).sum() / (cube.truth > 0).sum())
    (note,) = found
    assert f"{share:.1%}".replace("%", " %") in note
    assert "cloud" in note or product.masks == ("cloud",)


def test_its_folder_stands_for_it(written: Written, tmp_path: Path) -> None:
    _, _, path, _ = written
    assert len(find_products(path.parent)) == 1
    with Scene(path) as scene, Scene(path.parent) as by_folder:
        assert by_folder.identity.keys() == scene.identity.keys()
        np.testing.assert_array_equal(by_folder.wavelengths, scene.wavelengths)


def test_it_is_classified_on_its_grid(
    written: Written, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, product, path, cube = written
    monkeypatch.setattr("backend.classifiers.classic.TREES", 8)
    labels = write_labels(tmp_path / "labels.gpkg", cube)
    target = tmp_path / "map.tif"
    settings = {"labels": labels, "class_field": "class", "method": "rf", "output": target}
    assert run("classify", image=path, **settings).status == 0
    with rasterio.open(target) as result:
        assert result.transform.almost_equals(cube.place, 1e-5)
        found = result.read(1)
    valid = (cube.truth > 0) & ~expected_mask(product, cube)
    np.testing.assert_array_equal(found > 0, valid)
    assert (found == cube.truth)[valid].mean() > 0.97


@pytest.mark.parametrize("choice", ["metadata", "image", "header"])
def test_enmap_without_prefix_is_recognised_by_each_of_its_files(
    tmp_path: Path, choice: str
) -> None:
    cube = make_cube()
    metadata = products.write_enmap(tmp_path, cube, prefix="", delivery="BSQ", cloudy=True)
    path = {
        "metadata": metadata,
        "image": tmp_path / "SPECTRAL_IMAGE.BSQ",
        "header": next(p for p in tmp_path.iterdir() if p.suffix.lower() == ".hdr"),
    }[choice]
    with Scene(path) as scene:
        np.testing.assert_allclose(scene.wavelengths, cube.wavelengths, atol=0.01)
        assert scene.masked_share


def test_metadata_of_other_data_are_not_taken_for_enmap(tmp_path: Path) -> None:
    (tmp_path / "metadata.xml").write_text("<metadata/>", encoding="utf-8")
    cube = make_cube()
    with rasterio.open(
        tmp_path / "scene.tif", "w", driver="GTiff", dtype="int16", nodata=-32768, **cube.profile
    ) as raster:
        raster.write(cube.stored)
    assert find_products(tmp_path) == []
    with Scene(tmp_path / "scene.tif") as scene:
        assert scene.wavelengths is None


def test_thin_cirrus_is_kept(tmp_path: Path) -> None:
    cube = make_cube()
    metadata = products.write_enmap(tmp_path, cube)
    with rasterio.open(next(tmp_path.glob("*CIRRUS.TIF"))) as raster:
        assert (raster.read(1) == 1).any()
    with Scene(metadata) as scene:
        assert scene.masked_share == 0


@pytest.mark.parametrize(
    ("write", "code"),
    [
        (lambda f, c: _rename_group(products.write_prisma(f, c), "PRS_L2D_HCO", "PRS_L1_HCO"),
         "scene.not_rectified"),
        (lambda f, c: _rename_group(hdf5_products.write_tanager(f, c, True),
                                    "surface_reflectance", "toa_radiance"),
         "scene.not_reflectance"),
    ],
)  # fmt: skip
def test_other_levels_are_refused_with_what_to_order(
    tmp_path: Path, write: Callable[[Path, Cube], Path], code: str
) -> None:
    path = write(tmp_path, make_cube())
    with pytest.raises(UserError) as error:
        Scene(path)
    assert error.value.code == code
    assert "Order" in error.value.hint


def _rename_group(path: Path, old: str, new: str) -> Path:
    with h5py.File(path, "r+") as file:
        found: list[str] = []
        file.visit(lambda name: found.append(name) if name.endswith(old) else None)
        for name in found:
            file.move(name, name.removesuffix(old) + new)
    return path
