"""Declared scales of values are applied in order of priority, others are assumed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.io import DatasetWriter

from backend.scene.raster import Scene
from tests.fixtures import products
from tests.fixtures.cubes import WAVELENGTHS, make_cube
from tests.fixtures.rasters import write_envi

pytestmark = pytest.mark.backend

Describe = Callable[[DatasetWriter], None]
#: A dark scene: times 10,000, its values are as small as percent.
DARK = make_cube().reflectance * 0.03
BRIGHT = make_cube().reflectance


def written(
    folder: Path, reflectance: np.ndarray, times: float, describe: Describe | None, kind: str = ""
) -> Path:
    """A scene of this reflectance, stored as integers if no type is given."""
    values = reflectance * times
    kind = kind or "int16"
    stored = (np.rint(values) if "int" in kind else values).astype(kind)
    path = folder / "s.tif"
    profile = make_cube().profile | {"driver": "GTiff", "dtype": kind}
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(stored)
        for number, centre in enumerate(WAVELENGTHS, 1):
            raster.update_tags(number, wavelength=centre)
        if describe:
            describe(raster)
    return path


def read(path: Path | str) -> tuple[np.ndarray, list[str], list[str]]:
    """Reflectance, notes and warnings."""
    with Scene(path) as scene:
        values, valid = scene.read(scene.grid.extent)
        values[:, ~valid] = np.nan
        return values, *scene.describe()


def file_tag(**tags: object) -> Describe:
    return lambda raster: raster.update_tags(**tags)


def band_tags(**tags: object) -> Describe:
    def describe(raster: DatasetWriter) -> None:
        for number in raster.indexes:
            raster.update_tags(number, **tags)

    return describe


def scales(scale: float, offset: float = 0.0, **tags: object) -> Describe:
    def describe(raster: DatasetWriter) -> None:
        raster.scales, raster.offsets = [scale] * raster.count, [offset] * raster.count
        raster.update_tags(**tags)

    return describe


@pytest.mark.parametrize(
    ("times", "describe"),
    [
        (10_000, file_tag(reflectance_scale_factor=10000)),
        (10_000, file_tag(REFLECTANCE_SCALE_FACTOR="10000.0")),
        (10_000, file_tag(reflectance_scale_factor="{10000}")),
        (10_000, file_tag(reflectance_scale_factor=0.0001)),
        (10_000, band_tags(reflectance_scale_factor=10000)),
        (10_000, file_tag(BOA_QUANTIFICATION_VALUE=10000)),
        (10_000, file_tag(QUANTIFICATION_VALUE=10000)),
        (10_000, file_tag(NEON_Reflectance_Reflectance_Data_Scale_Factor=10000)),
        (10_000, file_tag(scale_factor=0.0001)),
        (10_000, band_tags(scale_factor=0.0001, add_offset=0)),
        (10_000, scales(0.0001)),
        (10_000, scales(0.0001, reflectance_scale_factor=10000)),
        (4_000, file_tag(reflectance_scale_factor=4000)),
        (4_000, scales(1 / 4_000)),
    ],
)
@pytest.mark.parametrize("reflectance", [DARK, BRIGHT], ids=["dark", "bright"])
def test_a_declared_scale_is_used_for_dark_and_bright_scenes(
    tmp_path: Path, reflectance: np.ndarray, times: float, describe: Describe
) -> None:
    found, notes, warnings = read(written(tmp_path, reflectance, times, describe))
    np.testing.assert_allclose(found, reflectance, atol=0.51 / times)
    assert not warnings
    assert not any("assumed" in note for note in notes)
    assert any("reflectance" in note for note in notes)


def test_a_scale_in_an_envi_header_is_used(tmp_path: Path) -> None:
    path = write_envi(tmp_path / "s.bsq", make_cube())
    header = path.with_suffix(".hdr")
    text = header.read_text(encoding="ascii")
    header.write_text(f"{text}reflectance scale factor = 5000\n", encoding="ascii")
    found, _, warnings = read(path)
    with Scene(path) as scene:
        places = [band.index - 1 for band in scene.used]
    expected = make_cube().reflectance[places] * 2
    shown = np.isfinite(found)
    assert shown.any()
    np.testing.assert_allclose(found[shown], expected[shown], atol=2e-4)
    assert not warnings


def test_gains_per_band_are_used(tmp_path: Path) -> None:
    count = len(BRIGHT)
    gains = [1 / (5_000 + 100 * number) for number in range(count)]
    stored = BRIGHT / np.array(gains)[:, None, None]
    listed = "{" + ", ".join(f"{gain:.9f}" for gain in gains) + "}"
    path = written(tmp_path, stored, 1, file_tag(data_reflectance_gain_values=listed))
    found, _, warnings = read(path)
    np.testing.assert_allclose(found, BRIGHT, atol=2e-4)
    assert not warnings


def test_the_offset_of_gdal_is_kept_where_a_tag_confirms_its_scale(tmp_path: Path) -> None:
    describe = scales(0.0001, -0.1, reflectance_scale_factor=10000)
    found, _, warnings = read(written(tmp_path, BRIGHT + 0.1, 10_000, describe))
    np.testing.assert_allclose(found, BRIGHT, atol=1e-4)
    assert not warnings


def test_a_tag_has_priority_over_gdals_scale_with_a_warning(tmp_path: Path) -> None:
    describe = scales(0.01, reflectance_scale_factor=10000)
    found, _, warnings = read(written(tmp_path, DARK, 10_000, describe))
    np.testing.assert_allclose(found, DARK, atol=1e-4)
    assert any("the tag is used" in warning for warning in warnings)


def test_product_metadata_have_priority_over_tags(tmp_path: Path) -> None:
    metadata = products.write_enmap(tmp_path, make_cube())
    image = next(metadata.parent.glob("*IMAGE.TIF"))
    before, *_ = read(metadata)
    with rasterio.open(image, "r+") as raster:
        raster.update_tags(reflectance_scale_factor=400)
    after, _, warnings = read(metadata)
    np.testing.assert_array_equal(before, after)
    assert not warnings


def test_a_tag_is_not_applied_to_values_that_are_scaled_already(tmp_path: Path) -> None:
    describe = file_tag(reflectance_scale_factor=10000)
    found, _, warnings = read(written(tmp_path, BRIGHT, 1, describe, "float32"))
    np.testing.assert_allclose(found, BRIGHT, atol=1e-6)
    assert any("without scaling" in warning for warning in warnings)


def test_an_impossible_scale_is_reported(tmp_path: Path) -> None:
    describe = file_tag(reflectance_scale_factor=100)
    found, notes, warnings = read(written(tmp_path, BRIGHT, 10_000, describe))
    assert any("impossible" in warning for warning in warnings)
    assert any("assumed" in note for note in notes)
    assert np.nanmax(found) < 2


@pytest.mark.parametrize(
    "tag", ["", "many", "nan", "inf", "0", "-10000", "1e400", "1" * 100_000, "{1,2}", "1e-300"]
)
def test_a_tag_without_a_valid_factor_is_ignored(tmp_path: Path, tag: str) -> None:
    describe = file_tag(reflectance_scale_factor=tag)
    found, notes, _ = read(written(tmp_path, BRIGHT, 10_000, describe))
    np.testing.assert_allclose(found, BRIGHT, atol=1e-4)
    assert any("assumed" in note for note in notes)


@pytest.mark.parametrize(
    ("times", "kind", "assumed"),
    [
        (10_000, "int16", "reflectance times 10,000"),
        (100, "float32", "percent"),
        (1, "float32", "reflectance from 0 to 1"),
    ],
)
def test_an_assumed_scale_is_logged(tmp_path: Path, times: float, kind: str, assumed: str) -> None:
    found, notes, warnings = read(written(tmp_path, BRIGHT, times, None, kind))
    np.testing.assert_allclose(found, BRIGHT, atol=1e-4)
    (assumption,) = [note for note in notes if "assumed" in note]
    assert assumed in assumption
    assert not warnings


def test_a_doubtful_assumption_is_a_warning_with_a_remedy(tmp_path: Path) -> None:
    _, notes, warnings = read(written(tmp_path, DARK, 10_000, None))
    assert not any("assumed" in note for note in notes)
    (warning,) = [warning for warning in warnings if "assumed" in warning]
    assert "percent" in warning
    assert "reflectance_scale_factor=10000" in warning


def test_a_dark_scene_with_some_land_is_not_taken_for_percent(tmp_path: Path) -> None:
    reflectance = DARK.copy()
    reflectance[:, 5:8] = BRIGHT[:, 5:8]
    found, notes, warnings = read(written(tmp_path, reflectance, 10_000, None))
    np.testing.assert_allclose(found, reflectance, atol=1e-4)
    assert any("times 10,000" in note for note in notes)
    assert not warnings


@pytest.mark.parametrize("bands", [3, 4, 16])
def test_8_bit_images_are_not_taken_for_percent(tmp_path: Path, bands: int) -> None:
    values = np.clip(BRIGHT[:bands] * 255, 1, 255)
    path = tmp_path / "photo.tif"
    profile = make_cube().profile | {"driver": "GTiff", "dtype": "uint8", "count": bands}
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(values.astype(np.uint8))
    found, notes, warnings = read(path)
    shown = np.isfinite(found)
    np.testing.assert_allclose(
        found[shown], (values.astype(np.uint8) / 255)[: len(found)][shown], atol=1e-5
    )
    assert not any("assumed" in note for note in notes)
    (warning,) = [warning for warning in warnings if "assumed" in warning]
    assert "8 bits" in warning
    assert "percent" not in warning


def test_8_bit_images_that_declare_a_scale_are_scaled_by_it(tmp_path: Path) -> None:
    path = written(tmp_path, BRIGHT, 200, file_tag(reflectance_scale_factor=200), "uint8")
    found, _, warnings = read(path)
    np.testing.assert_allclose(found, BRIGHT, atol=1 / 200)
    assert not warnings


def test_an_assumed_scale_that_gives_impossible_reflectance_is_a_warning(tmp_path: Path) -> None:
    _, notes, warnings = read(written(tmp_path, BRIGHT, 60_000, None, "uint16"))
    assert not any("assumed" in note for note in notes)
    (warning,) = [warning for warning in warnings if "assumed" in warning]
    assert "reflectance times 10,000" in warning
    assert "digital numbers or radiance" in warning
