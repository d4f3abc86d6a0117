"""The generated sample scene: content, metadata and repeatability."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.features import rasterize
from scipy.ndimage import binary_erosion

from backend import sample_scene
from backend.core.errors import UserError
from backend.sample_scene import SampleFiles, write_sample

pytestmark = pytest.mark.backend

CLASSES = ("field", "water", "road", "roof", "tree", "shadow", "soil", "grass")
NAMES = {"scene.tif", "train.gpkg", "truth.tif", "truth.tif.aux.xml"}


class StopHere(Exception):
    """Raised by a progress callback, like `Cancelled`."""


@dataclass(frozen=True)
class Scene:
    """The scene read back, with reflectance in 0..1."""

    files: SampleFiles
    reflectance: NDArray[np.float32]
    wavelength: NDArray[np.float64]
    good: NDArray[np.bool_]
    truth: NDArray[np.uint8]

    def spectrum(self, name: str) -> NDArray[np.float64]:
        """The mean spectrum of the inner pixels of a class, which are not mixed."""
        inside = binary_erosion(self.truth == code(name))
        return self.reflectance[:, inside].mean(axis=1)

    def at(self, name: str, wavelength: float) -> float:
        """Mean reflectance of a class at a wavelength."""
        return float(self.spectrum(name)[np.argmin(np.abs(self.wavelength - wavelength))])


def code(name: str) -> int:
    return CLASSES.index(name) + 1


def read_labels(files: SampleFiles) -> tuple[list[bytes], list[str]]:
    _, _, geometries, (names,) = pyogrio.raw.read(files.labels, layer="train", columns=["class"])
    return list(geometries), list(names)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    files = write_sample(tmp_path_factory.mktemp("sample"), seed=3, size=96)
    with rasterio.open(files.scene) as source:
        tags = [source.tags(band) for band in source.indexes]
        reflectance = source.read().astype(np.float32) / 10000
    with rasterio.open(files.truth) as source:
        truth = source.read(1)
    return Scene(
        files,
        reflectance,
        np.array([float(tag["wavelength"]) for tag in tags]),
        np.array([tag["bbl"] == "1" for tag in tags]),
        truth,
    )


def test_the_same_seed_gives_the_same_scene_and_labels(tmp_path: Path) -> None:
    first, second = (write_sample(tmp_path / name, seed=1, size=64) for name in ("a", "b"))
    assert first.scene.read_bytes() == second.scene.read_bytes()
    assert first.truth.read_bytes() == second.truth.read_bytes()
    assert read_labels(first) == read_labels(second)


def test_another_seed_gives_another_landscape(tmp_path: Path) -> None:
    truths = []
    for seed in (1, 2):
        with rasterio.open(write_sample(tmp_path / str(seed), seed=seed, size=64).truth) as source:
            truths.append(source.read(1))
    assert (truths[0] != truths[1]).mean() > 0.3


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "size"), [(0, 64), (7, 64), (11, 100), (5, 128)])
def test_every_class_is_present_and_labelled(tmp_path: Path, seed: int, size: int) -> None:
    files = write_sample(tmp_path, seed=seed, size=size)
    with rasterio.open(files.truth) as source:
        truth = source.read(1)
    assert set(np.unique(truth)) == set(range(1, 9))
    names = read_labels(files)[1]
    assert set(names) == set(CLASSES)
    assert all(3 <= names.count(name) <= 10 for name in CLASSES)


def test_a_large_scene_is_written_valley_by_valley(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample_scene, "MAX_VALLEY", 100)
    monkeypatch.setattr(sample_scene, "VALLEY", 64)
    progress: list[float] = []
    files = write_sample(tmp_path / "a", seed=0, size=150, on_progress=progress.append)
    assert progress == sorted(progress)
    assert progress[-1] == 1.0
    with rasterio.open(files.truth) as source, rasterio.open(files.scene) as scene:
        truth, transform = source.read(1), source.transform
        assert scene.shape == truth.shape == (150, 150)
        cube = scene.read()
    assert truth.min() == 1
    assert (cube.max(axis=0) > 0).all()
    valleys = [truth[top : top + 64, left : left + 64] for top in (0, 64) for left in (0, 64)]
    assert all((valleys[0] != other).mean() > 0.3 for other in valleys[1:])
    geometries, names = read_labels(files)
    assert set(names) == set(CLASSES)
    for geometry, name in zip(geometries, names, strict=True):
        outline = shapely.from_wkb(geometry)
        inside = rasterize([(outline, 1)], truth.shape, transform=transform) == 1
        assert (truth[inside] == code(name)).mean() >= 0.95
    again = write_sample(tmp_path / "b", seed=0, size=150)
    assert again.scene.read_bytes() == files.scene.read_bytes()


def test_a_seed_without_a_landscape_of_all_classes_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sample_scene, "has_every_class", lambda land: False)
    monkeypatch.setattr(sample_scene, "MAX_ATTEMPTS", 2)
    with pytest.raises(UserError, match="seed 3 and the size 64") as caught:
        write_sample(tmp_path, seed=3, size=64)
    assert caught.value.code == "sample.no_landscape"
    assert list(tmp_path.iterdir()) == []


def test_polygons_are_small_and_lie_in_their_class(scene: Scene) -> None:
    with rasterio.open(scene.files.truth) as source:
        transform = source.transform
    covered = np.zeros(scene.truth.shape, dtype=int)
    for geometry, name in zip(*read_labels(scene.files), strict=True):
        outline = shapely.from_wkb(geometry)
        inside = rasterize([(outline, 1)], scene.truth.shape, transform=transform) == 1
        covered += inside
        assert outline.is_valid
        assert 4 <= len(outline.exterior.coords) - 1 <= 7
        assert 4 <= inside.sum() <= 40
        assert (scene.truth[inside] == code(name)).mean() >= 0.95
    assert covered.max() == 1


def test_labels_have_the_reference_system_and_extent_of_the_scene(scene: Scene) -> None:
    information = pyogrio.read_info(scene.files.labels, layer="train", force_total_bounds=True)
    with rasterio.open(scene.files.scene) as source:
        assert rasterio.crs.CRS.from_user_input(information["crs"]) == source.crs
        left, bottom, right, top = information["total_bounds"]
        assert source.bounds.left <= left < right <= source.bounds.right
        assert source.bounds.bottom <= bottom < top <= source.bounds.top


def test_older_programs_read_the_labels_without_a_warning(scene: Scene) -> None:
    head = scene.files.labels.read_bytes()[:100]
    assert head[68:72] == b"GPKG"
    assert int.from_bytes(head[60:64], "big") == 10_200  # GDAL 3.6 knows GeoPackage up to 1.3


def test_the_scene_is_a_projected_integer_raster(scene: Scene) -> None:
    with rasterio.open(scene.files.scene) as source:
        assert source.dtypes[0] == "int16"
        assert source.nodata == -32768
        assert source.crs.is_projected
        assert source.crs.to_epsg() == 32633
        assert source.profile["tiled"]
        assert source.compression is not None


def test_the_reference_raster_has_the_grid_of_the_scene_with_names_and_colours(
    scene: Scene,
) -> None:
    with rasterio.open(scene.files.scene) as image, rasterio.open(scene.files.truth) as truth:
        assert truth.crs == image.crs
        assert truth.transform == image.transform
        assert truth.shape == image.shape
        assert truth.dtypes == ("uint8",)
        assert truth.nodata == 0
        colours = truth.colormap(1)
    assert len({colours[number] for number in range(1, 9)}) == 8
    sidecar = scene.files.truth.with_name("truth.tif.aux.xml").read_text(encoding="utf-8")
    places = [sidecar.index(f"<Category>{name}</Category>") for name in ("", *CLASSES)]
    assert places == sorted(places)


def test_bands_run_from_the_blue_to_the_short_wave_infrared(scene: Scene) -> None:
    assert scene.wavelength.size >= 100
    assert scene.wavelength[0] == 400
    assert scene.wavelength[-1] == 2450
    assert (np.diff(scene.wavelength) > 0).all()


def test_wavelengths_are_written_as_band_tags_and_in_the_imagery_domain(scene: Scene) -> None:
    with rasterio.open(scene.files.scene) as source:
        for band, wavelength in zip(source.indexes, scene.wavelength, strict=True):
            tags, imagery = source.tags(band), source.tags(band, ns="IMAGERY")
            assert tags["wavelength_units"] == "nm"
            assert 8 <= float(tags["fwhm"]) <= 12
            assert float(imagery["CENTRAL_WAVELENGTH_UM"]) == pytest.approx(wavelength / 1000)
            assert float(imagery["FWHM_UM"]) == pytest.approx(float(tags["fwhm"]) / 1000)
            assert f"{wavelength:.2f}" in source.descriptions[band - 1]


def test_bands_in_water_vapour_are_marked_bad_and_contain_noise(scene: Scene) -> None:
    in_vapour = ((scene.wavelength >= 1350) & (scene.wavelength <= 1420)) | (
        (scene.wavelength >= 1800) & (scene.wavelength <= 1950)
    )
    assert (scene.good == ~in_vapour).all()
    inside = scene.truth == code("tree")
    right_neighbour = inside[:, :-1] & inside[:, 1:]
    alike = np.array(
        [
            np.corrcoef(band[:, :-1][right_neighbour], band[:, 1:][right_neighbour])[0, 1]
            for band in scene.reflectance
        ]
    )
    assert alike[~scene.good].max() < 0.3
    assert alike[(scene.wavelength > 750) & (scene.wavelength < 900)].min() > 0.4


@pytest.mark.parametrize("name", ["tree", "grass"])
def test_plants_have_a_red_edge(scene: Scene, name: str) -> None:
    assert scene.at(name, 850) > 3 * scene.at(name, 670)
    assert scene.at(name, 550) > scene.at(name, 670)


def test_water_is_dark_in_the_near_infrared(scene: Scene) -> None:
    others = [scene.at(name, 850) for name in CLASSES if name != "water"]
    assert scene.at("water", 850) < min(others)
    assert scene.at("water", 560) > 2 * scene.at("water", 850)


def test_shadow_is_darker_than_its_surroundings(scene: Scene) -> None:
    lit = (scene.spectrum("grass") + scene.spectrum("field") + scene.spectrum("soil")) / 3
    share = scene.spectrum("shadow") / lit
    blue, infrared = scene.wavelength < 500, (scene.wavelength > 1500) & scene.good
    assert share[scene.good].max() < 0.8
    assert share[blue].mean() > share[infrared].mean()


def test_progress_increases_to_the_end_and_only_the_results_remain(tmp_path: Path) -> None:
    seen: list[float] = []
    files = write_sample(tmp_path, size=64, on_progress=seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1
    assert {path.name for path in tmp_path.iterdir()} == NAMES
    assert {files.scene.name, files.labels.name, files.truth.name} < NAMES


def test_a_cancelled_run_does_not_change_existing_files(tmp_path: Path) -> None:
    files = write_sample(tmp_path, seed=1, size=64)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    def stop(fraction: float) -> None:
        if fraction > 0.5:
            raise StopHere

    with pytest.raises(StopHere):
        write_sample(tmp_path, seed=2, size=64, on_progress=stop, overwrite=True)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert files.scene.exists()


def test_a_failure_while_writing_leaves_no_partial_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(pyogrio.raw, "write", fail)
    with pytest.raises(UserError, match=r"train\.gpkg failed \(no space"):
        write_sample(tmp_path, size=64)
    assert list(tmp_path.iterdir()) == []


def test_a_scene_that_is_too_small_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 64"):
        write_sample(tmp_path, size=32)
    assert list(tmp_path.iterdir()) == []
