"""Properties of the data's storage do not change a map: each test compares two runs.

These are formats, units, locations, the order of samples, the state of the cache, and the memory.
"""

from __future__ import annotations

import functools
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import rasterio.shutil
import shapely
from affine import Affine
from backend_support import plain

from backend import worker
from backend.classifiers.ensemble_settings import EnsembleSettings
from backend.common import protocol
from backend.labels.vector import read_training_pixels
from backend.scene.grid import Grid
from tests.fixtures.cubes import CLASSES, NODATA, WAVELENGTHS, label_boxes, make_cube
from tests.fixtures.cubes import write_labels as write_boxes
from tests.fixtures.rasters import write_envi, write_geotiff

pytestmark = pytest.mark.backend

CUBE = make_cube()
LOWEST = float(np.finfo(np.float32).min)


@pytest.fixture(autouse=True)
def small_forest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few trees, since maps are only compared with each other."""
    monkeypatch.setattr("backend.classifiers.classic.TREES", 20)


def do(job: str, listen: Callable[[protocol.Event], None] | None = None, **settings: Any) -> Any:
    """Run a job and return its last event."""
    events: list[protocol.Event] = []

    def collect(event: protocol.Event) -> None:
        events.append(event)
        if listen:
            listen(event)

    worker.run_job(
        protocol.encode_job(protocol.Job(job, plain(settings))), collect, threading.Event()
    )
    return events[-1]


def classified(scene: Path | str, labels: Path, output: Path, **settings: Any) -> np.ndarray:
    """The codes of a map, by default of a random forest."""
    given = {"image": scene, "labels": labels, "class_field": "class", "method": "rf"}
    last = do("classify", **given | {"output": output} | settings)
    assert isinstance(last, protocol.Result), last
    with rasterio.open(output) as raster:
        return raster.read(1)


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_boxes(tmp_path_factory.mktemp("labels") / "labels.gpkg", CUBE)


@pytest.fixture(scope="module")
def expected(labels: Path, tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    """The map of the scene in its usual format."""
    folder = tmp_path_factory.mktemp("expected")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 20)
        found = classified(write_geotiff(folder / "s.tif", CUBE), labels, folder / "map.tif")
    assert (found == CUBE.truth)[CUBE.truth > 0].mean() > 0.9
    return found


def write(
    path: Path,
    values: np.ndarray,
    describe: Callable[[Any], None] = lambda raster: None,
    unit: str = "Nanometers",
    **profile: Any,
) -> Path:
    """A GeoTIFF of the size of the cube, with its wavelengths in a unit."""
    settings = {"driver": "GTiff", "dtype": values.dtype.name, **CUBE.profile} | profile
    factor = {"Nanometers": 1.0, "Micrometers": 1e-3}[unit]
    with rasterio.open(path, "w", **settings) as raster:
        raster.write(values)
        for number, centre in enumerate(WAVELENGTHS, 1):
            raster.update_tags(number, wavelength=centre * factor, wavelength_units=unit)
        describe(raster)
    return path


def stored() -> np.ndarray:
    """The stored values of the scene without those for no data."""
    values = CUBE.stored
    values[:, CUBE.truth == 0] = 0
    return values


def scaled(scale: float, offset: float = 0.0) -> Callable[[Any], None]:
    def describe(raster: Any) -> None:
        raster.scales, raster.offsets = [scale] * raster.count, [offset] * raster.count

    return describe


def tagged(**tags: Any) -> Callable[[Any], None]:
    return lambda raster: raster.update_tags(**tags)


#: The same reflectance in other units; pixels without data are zero in all bands.
SCALES: dict[str, Callable[[Path], Path]] = {
    "integers": lambda path: write(path, stored()),
    "fractions": lambda path: write(path, stored() / np.float32(10_000)),
    "percent": lambda path: write(path, stored() / np.float32(100)),
    "double precision": lambda path: write(path, stored() / 10_000),
    "GDAL's scale": lambda path: write(path, stored(), scaled(1e-4)),
    "twice the numbers, with a tag": lambda path: write(
        path, stored() * np.int16(2), tagged(reflectance_scale_factor=20_000)
    ),
    "micrometres": lambda path: write(path, stored(), unit="Micrometers"),
}


@pytest.mark.parametrize("way", SCALES)
def test_units_and_scale_of_the_scene(
    tmp_path: Path, labels: Path, expected: np.ndarray, way: str
) -> None:
    found = classified(SCALES[way](tmp_path / "s.tif"), labels, tmp_path / "map.tif")
    # rounding may change a pixel at the decision boundary of two classes
    assert (found == expected).mean() > 0.998
    np.testing.assert_array_equal(found == 0, expected == 0)


def lowest(values: np.ndarray) -> np.ndarray:
    return np.where(CUBE.truth == 0, np.float32(LOWEST), values)


def fraction() -> np.ndarray:
    return (CUBE.stored / np.float32(10_000)).astype(np.float32)


#: All ways to declare pixels without data.
GAPS: dict[str, Callable[[Path], Path]] = {
    "nodata": lambda path: write(path, CUBE.stored, nodata=NODATA),
    "not a number": lambda path: write(path, np.where(CUBE.truth == 0, np.nan, fraction())),
    "lowest number": lambda path: write(path, lowest(fraction()), nodata=LOWEST),
    "lowest number, in short": lambda path: write(path, lowest(fraction()), nodata=-3.40282e38),
    "lowest number, not declared": lambda path: write(path, lowest(fraction())),
    "a decimal, rounded": lambda path: write(
        path, np.where(CUBE.truth == 0, np.float32(-9999.9), fraction()), nodata=-9999.9
    ),
    "a mask": lambda path: write(path, stored(), lambda raster: raster.write_mask(CUBE.truth > 0)),
}


@pytest.mark.parametrize("way", GAPS)
def test_declaration_of_pixels_without_data(
    tmp_path: Path, labels: Path, expected: np.ndarray, way: str
) -> None:
    found = classified(GAPS[way](tmp_path / "s.tif"), labels, tmp_path / "map.tif")
    np.testing.assert_array_equal(found == 0, CUBE.truth == 0)
    assert (found == expected).mean() > 0.998


TILES: dict[str, dict[str, Any]] = {
    "tiles": {"tiled": True, "blockxsize": 16, "blockysize": 16},
    "wide tiles": {"tiled": True, "blockxsize": 64, "blockysize": 16},
    "rows": {"tiled": False, "blockysize": 1},
    "one strip": {"tiled": False, "blockysize": 64},
    "bands side by side": {"interleave": "pixel", "tiled": False},
    "compressed": {"compress": "deflate", "predictor": 2},
}


@pytest.mark.parametrize("way", TILES)
@pytest.mark.parametrize("memory", [None, 700])
def test_tiling_and_memory(
    tmp_path: Path, labels: Path, expected: np.ndarray, way: str, memory: int | None
) -> None:
    scene = write(tmp_path / "s.tif", CUBE.stored, nodata=NODATA, **TILES[way])
    found = classified(scene, labels, tmp_path / "map.tif", memory_mb=memory)
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize("way", ["tiles", "rows"])
def test_tiling_and_memory_with_the_noise_of_the_scene(
    tmp_path: Path, labels: Path, way: str
) -> None:
    """Neighbouring pixels are compared in the same windows of the scene, however it is read."""
    maps = []
    for number, memory in enumerate((None, 700)):
        scene = write(tmp_path / f"s{number}.tif", CUBE.stored, nodata=NODATA, **TILES[way])
        output = tmp_path / f"map{number}.tif"
        maps.append(classified(scene, labels, output, method="lda", memory_mb=memory))
    np.testing.assert_array_equal(*maps)


FORMATS: dict[str, Callable[[Path], Path | str]] = {
    "virtual raster": lambda folder: rasterio_copy(folder),
    "band after band": lambda folder: write_envi(folder / "s.bsq", CUBE, "bsq"),
    "line after line": lambda folder: write_envi(folder / "s.bil", CUBE, "bil"),
    "falling wavelengths": lambda folder: reversed_bands(folder / "s.tif"),
}


def rasterio_copy(folder: Path) -> Path:
    source = write_geotiff(folder / "s.tif", CUBE)
    rasterio.shutil.copy(source, folder / "s.vrt", driver="VRT")
    return folder / "s.vrt"


def reversed_bands(path: Path) -> Path:
    turned = replace(
        CUBE,
        reflectance=CUBE.reflectance[::-1],
        wavelengths=CUBE.wavelengths[::-1],
        widths=CUBE.widths[::-1],
    )
    return write_geotiff(path, turned)


@pytest.mark.parametrize("way", FORMATS)
def test_format_and_order_of_bands(
    tmp_path: Path, labels: Path, expected: np.ndarray, way: str
) -> None:
    scene = FORMATS[way](tmp_path)
    bad = "4" if str(scene).endswith((".bsq", ".bil")) else ""  # marked as bad by these formats
    if bad:
        same = write_geotiff(tmp_path / "same.tif", CUBE)
        expected = classified(same, labels, tmp_path / "expected.tif", bad_bands=bad)
    found = classified(scene, labels, tmp_path / "map.tif")
    np.testing.assert_array_equal(found, expected)


@pytest.mark.parametrize(
    "place",
    [
        CUBE.place @ Affine.translation(1000, -777),
        CUBE.place @ Affine.translation(0.37, 0.81),
        Affine(0.02, 0, 390_000, 0, -0.02, 5_810_000),
        Affine.translation(390_000, 5_810_000) @ Affine.rotation(41) @ Affine.scale(7, -7),
    ],
    ids=["far", "by a part of a pixel", "smaller pixels", "turned"],
)
@pytest.mark.parametrize("kind", ["drawn", "raster"])
def test_location_of_scene_and_labels(
    tmp_path: Path, labels: Path, expected: np.ndarray, place: Affine, kind: str
) -> None:
    moved = replace(CUBE, place=place)
    scene = write_geotiff(tmp_path / "s.tif", moved)
    if kind == "drawn":
        found = classified(scene, write_boxes(tmp_path / "l.gpkg", moved), tmp_path / "map.tif")
        np.testing.assert_array_equal(found, expected)
        return
    here = write_label_raster(tmp_path / "here.tif", CUBE.place)
    there = write_label_raster(tmp_path / "there.tif", place)
    old = write_geotiff(tmp_path / "old.tif", CUBE)
    np.testing.assert_array_equal(
        classified(scene, there, tmp_path / "map.tif", class_field=None),
        classified(old, here, tmp_path / "before.tif", class_field=None),
    )


def label_codes() -> np.ndarray:
    codes = np.zeros(CUBE.truth.shape, np.uint8)
    for box, name in zip(*label_boxes(CUBE), strict=True):
        left, top, right, bottom = (int(edge) for edge in box.bounds)
        codes[top:bottom, left:right] = CLASSES.index(name) + 1
    return codes


def write_label_raster(
    path: Path, place: Affine, codes: np.ndarray | None = None, nodata: float | None = 0
) -> Path:
    codes = label_codes() if codes is None else codes
    profile = {"driver": "GTiff", "count": 1, "dtype": codes.dtype, "crs": CUBE.crs}
    height, width = codes.shape
    with rasterio.open(
        path, "w", width=width, height=height, transform=place, nodata=nodata, **profile
    ) as raster:
        raster.write(codes, 1)
    return path


@pytest.mark.parametrize("way", ["larger frame", "cut", "finer", "floats", "another nodata"])
def test_extent_of_a_label_raster(tmp_path: Path, way: str) -> None:
    codes, place, nodata = label_codes(), CUBE.place, 0
    scene = write_geotiff(tmp_path / "s.tif", CUBE)
    expected = classified(
        scene, write_label_raster(tmp_path / "l.tif", place), tmp_path / "m.tif", class_field=None
    )
    if way == "larger frame":
        codes, place = np.pad(codes, ((3, 5), (8, 2))), place @ Affine.translation(-8, -3)
    elif way == "cut":
        codes, place = codes[1:-3, 2:-1], place @ Affine.translation(2, 1)
    elif way == "finer":
        codes, place = np.kron(codes, np.ones((3, 3), np.uint8)), place @ Affine.scale(1 / 3)
    elif way == "floats":
        codes, nodata = np.where(codes == 0, np.nan, codes).astype(np.float32), np.nan
    else:
        codes, nodata = np.where(codes == 0, 255, codes).astype(np.uint8), 255
    other = write_label_raster(tmp_path / "other.tif", place, codes, nodata)
    found = classified(scene, other, tmp_path / "map.tif", class_field=None)
    np.testing.assert_array_equal(found, expected)


def rewritten(path: Path, target: Path, order: np.ndarray, **options: Any) -> Path:
    """A layer with its polygons in another order, or in another format."""
    meta, _, geometry, (values,) = pyogrio.raw.read(path)
    pyogrio.raw.write(
        target,
        geometry[order],
        [values[order]],
        ["class"],
        geometry_type=meta["geometry_type"],
        crs=meta["crs"],
        **options,
    )
    return target


@pytest.mark.parametrize("method", ["rf", "svm", "geospecnet"])
def test_order_of_labels(
    tmp_path: Path, labels: Path, method: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = functools.partial(EnsembleSettings, members=2, steps=40)
    monkeypatch.setattr("backend.pipeline.training_data.EnsembleSettings", quick)
    order = np.random.default_rng(0).permutation(9)
    shuffled = rewritten(labels, tmp_path / "l.gpkg", order)
    scene = write_geotiff(tmp_path / "s.tif", CUBE)
    results = []
    for number, drawn in enumerate((labels, shuffled)):
        model, output = tmp_path / f"{number}.safetensors", tmp_path / f"{number}.tif"
        last = do(
            "classify", image=scene, labels=drawn, class_field="class", method=method,
            output=output, model=model,
        )  # fmt: skip
        assert isinstance(last, protocol.Result), last
        assert last.figures.pop("seconds")
        results.append((model.read_bytes(), output.read_bytes(), last.figures))
    assert results[0] == results[1]


@pytest.mark.parametrize("seed", range(5))
def test_overlapping_polygons_count_the_same_in_any_order(tmp_path: Path, seed: int) -> None:
    """A pixel that lies in two polygons of a class belongs to the same one in any order."""
    rng = np.random.default_rng(seed)
    corners = rng.integers(0, 20, (40, 2))
    sizes = rng.integers(1, 9, (40, 2))
    boxes = [shapely.box(x, y, x + w, y + h) for (x, y), (w, h) in zip(corners, sizes, strict=True)]
    names = [CLASSES[index] for index in rng.integers(0, 2, 40)]
    grid = Grid(42, 30, CUBE.place, rasterio.CRS.from_user_input(CUBE.crs))
    found = []
    for number in range(3):
        order = rng.permutation(40)
        path = write_boxes(
            tmp_path / f"{number}.gpkg",
            CUBE,
            [boxes[index] for index in order],
            [names[index] for index in order],
        )
        found.append(read_training_pixels(path, "class", grid))
    for other in found[1:]:
        for name in ("rows", "columns", "target", "group"):
            np.testing.assert_array_equal(getattr(other, name), getattr(found[0], name))
        assert (other.drawn, other.contested) == (found[0].drawn, found[0].contested)


@pytest.mark.parametrize("ending", ["shp", "geojson", "fgb"])
def test_format_of_labels(tmp_path: Path, labels: Path, expected: np.ndarray, ending: str) -> None:
    driver = {"shp": "ESRI Shapefile", "geojson": "GeoJSON", "fgb": "FlatGeobuf"}[ending]
    options = {"COORDINATE_PRECISION": 12} if ending == "geojson" else {}
    other = rewritten(
        labels, tmp_path / f"l.{ending}", np.arange(9), driver=driver, layer_options=options
    )
    scene = write_geotiff(tmp_path / "s.tif", CUBE)
    np.testing.assert_array_equal(classified(scene, other, tmp_path / "map.tif"), expected)


def test_state_of_the_cache(tmp_path: Path, labels: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = functools.partial(EnsembleSettings, members=2, steps=40)
    monkeypatch.setattr("backend.pipeline.training_data.EnsembleSettings", quick)
    scene = write_geotiff(tmp_path / "s.tif", CUBE)
    asked = {"method": "geodiffnet", "cache": tmp_path / "cache"}
    maps = []
    for number in range(3):
        if number == 2:  # a damaged entry is computed again
            for entry in (tmp_path / "cache").rglob("*.safetensors"):
                entry.write_bytes(entry.read_bytes()[:-7])
        classified(scene, labels, tmp_path / f"{number}.tif", **asked)
        maps.append((tmp_path / f"{number}.tif").read_bytes())
    assert list((tmp_path / "cache").rglob("*.safetensors"))
    assert maps[0] == maps[1] == maps[2]


def other_scene(path: Path) -> Path:
    """The scene with its stripes moved, on the same grid."""
    return write_geotiff(path, replace(CUBE, reflectance=np.roll(CUBE.reflectance, 5, axis=2)))


@pytest.mark.parametrize("stage", ["labels", "training", "mapping"])
@pytest.mark.parametrize("name", ["scene", "labels"])
def test_an_input_that_is_replaced_during_a_job(
    tmp_path: Path, labels: Path, expected: np.ndarray, stage: str, name: str
) -> None:
    """The map is that of one of the two inputs, or the job fails; inputs are never mixed."""
    scene = write_geotiff(tmp_path / "s.tif", CUBE)
    drawn = tmp_path / "l.gpkg"
    drawn.write_bytes(labels.read_bytes())
    new_scene = other_scene(tmp_path / "new.tif")
    new_labels = write_boxes(
        tmp_path / "new.gpkg", CUBE, values=[CLASSES[::-1][i // 3] for i in range(9)]
    )
    after = {"image": scene, "labels": drawn}
    after["image" if name == "scene" else "labels"] = new_scene if name == "scene" else new_labels
    possible = [expected, classified(after["image"], after["labels"], tmp_path / "after.tif")]
    assert (possible[0] != possible[1]).any()
    waiting = [(new_scene, scene) if name == "scene" else (new_labels, drawn)]

    def listen(event: protocol.Event) -> None:
        if waiting and isinstance(event, protocol.Progress) and event.stage == stage:
            os.replace(*waiting.pop())

    output = tmp_path / "map.tif"
    last = do(
        "classify", listen, image=scene, labels=drawn, class_field="class", method="rf",
        output=output,
    )  # fmt: skip
    assert not waiting
    if isinstance(last, protocol.Failure):
        assert last.code != "fault"
        assert not output.exists()
        return
    with rasterio.open(output) as raster:
        found = raster.read(1)
    assert any((found == one).all() for one in possible)
