"""Spectra of one sensor are interpolated to the wavelengths of a model, or refused."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from backend.core.errors import UserError
from backend.scene.band_matching import match_bands
from backend.scene.bands import BandSelection
from backend.scene.raster import Scene
from backend.scene.scene_like import SceneLike
from backend.scene.scene_stack import SceneStack
from tests.fixtures.cubes import Cube, make_cube
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend


def write_scene(folder: Path, wavelengths: np.ndarray) -> Path:
    """A scene whose reflectance is the wavelength in micrometres, at any pixel."""
    count = len(wavelengths)
    cube = replace(
        make_cube(),
        reflectance=np.broadcast_to((wavelengths / 1000)[:, None, None], (count, 30, 42)),
        wavelengths=tuple(float(value) for value in wavelengths),
        widths=(5.0,) * count,
    )
    return write_geotiff(folder / "scene.tif", cube)


def test_other_bands_are_interpolated_by_wavelength(tmp_path: Path) -> None:
    wanted = np.arange(450.0, 900.0, 10.0)
    with Scene(write_scene(tmp_path, np.arange(440.0, 920.0, 7.0))) as scene:
        matched = match_bands(scene, wanted, len(wanted))
        values, valid = matched.read(scene.grid.extent)
        assert matched.band_count == matched.sample.shape[1] == len(wanted)
        np.testing.assert_array_equal(matched.wavelengths, wanted)
    np.testing.assert_allclose(values[:, 0, 0], wanted / 1000, atol=1e-4)
    np.testing.assert_allclose(matched.sample[0], wanted / 1000, atol=1e-4)
    assert valid[0, 0]


@pytest.mark.parametrize(
    "wavelengths", [np.arange(440.0, 700.0, 7.0), np.r_[440.0:600.0:7.0, 800.0:920.0:7.0]]
)
def test_a_scene_without_a_part_of_the_spectrum_is_refused(
    tmp_path: Path, wavelengths: np.ndarray
) -> None:
    wanted = np.arange(450.0, 900.0, 10.0)
    with (
        Scene(write_scene(tmp_path, wavelengths)) as scene,
        pytest.raises(UserError) as caught,
    ):
        match_bands(scene, wanted, len(wanted))
    assert caught.value.code == "model.other_range"


def test_the_bands_of_the_model_itself_are_read_unchanged(tmp_path: Path) -> None:
    with Scene(write_geotiff(tmp_path / "scene.tif", make_cube())) as scene:
        wavelengths = scene.wavelengths
        assert wavelengths is not None
        matched = match_bands(scene, list(wavelengths), scene.band_count)
        block = scene.blocks()[0]
        np.testing.assert_array_equal(matched.read(block)[0], scene.read(block)[0])
        assert matched.sample is scene.sample


def test_bands_without_wavelengths_must_be_as_many_as_those_of_the_model(tmp_path: Path) -> None:
    with Scene(write_geotiff(tmp_path / "scene.tif", make_cube())) as scene:
        matched = match_bands(scene, (), scene.band_count)
        assert matched.band_count == scene.band_count
        with pytest.raises(UserError) as caught:
            match_bands(scene, (), scene.band_count + 1)
    assert caught.value.code == "model.other_bands"
    assert f"has {scene.band_count} usable ones" in caught.value.message


def test_positions_of_selected_bands_are_not_kept_where_bands_are_interpolated(
    tmp_path: Path,
) -> None:
    selection = BandSelection(rgb_bands=(5, 3, 2))
    with Scene(write_geotiff(tmp_path / "scene.tif", make_cube()), selection) as scene:
        wavelengths = scene.wavelengths
        assert wavelengths is not None
        assert match_bands(scene, list(wavelengths), 16).rgb_bands == (4, 2, 1)
        assert match_bands(scene, list(wavelengths[1:] - 10), 15).rgb_bands is None


def describe(scene: SceneLike) -> tuple[object, ...]:
    """What the shared interface gives, for a scene of any kind."""
    block = scene.blocks()[0]
    values, valid = scene.read(block)
    assert values.shape == (scene.band_count, block.height, block.width)
    assert valid.shape == (block.height, block.width)
    assert scene.sample.shape[1] == scene.band_count
    assert scene.sample.dtype == values.dtype == np.float32
    assert scene.wavelengths is not None
    assert len(scene.wavelengths) == scene.band_count
    assert len(list(scene.sample_blocks())) >= 1
    assert scene.parts(block) == [block]
    return scene.path, scene.files, scene.identity, scene.rgb_bands, scene.max_pixels


def test_scenes_matched_scenes_and_stacks_share_one_interface(tmp_path: Path) -> None:
    with Scene(write_geotiff(tmp_path / "scene.tif", make_cube())) as scene:
        wavelengths = scene.wavelengths
        assert wavelengths is not None
        matched = match_bands(scene, list(wavelengths), scene.band_count)
        interpolated = match_bands(scene, list(wavelengths + 3), scene.band_count)
        expected = describe(scene)
        assert describe(matched) == describe(interpolated) == expected
        stack = describe(SceneStack(scene, [matched]))
    assert stack == (f"{expected[0]} + {expected[0]}", *expected[1:])


def test_files_of_a_stack_are_those_of_all_its_scenes(tmp_path: Path) -> None:
    cubes: list[Cube] = [make_cube(0), make_cube(1)]
    paths = [write_geotiff(tmp_path / f"{number}.tif", cube) for number, cube in enumerate(cubes)]
    with Scene(paths[0]) as first, Scene(paths[1]) as second:
        stack = SceneStack(first, [match_bands(second, (), second.band_count)])
        assert stack.files.contents == first.files.contents | second.files.contents
        assert stack.identity == first.identity | second.identity
