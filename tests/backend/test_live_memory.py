"""What the live map keeps in memory equals what is read from the scene, and is limited."""

from __future__ import annotations

import contextlib
from pathlib import Path

import numpy as np
import pytest
from conftest import Stripes
from live_support import make_samples

from backend.classifiers.training_data import Standardisation
from backend.core.reporter import Reporter
from backend.labels.training_pixels import TrainingPixels
from backend.live.pixel_memory import PixelMemory
from backend.live.samples import find_conflicts, parse_samples
from backend.live.tiles import TILE, TileMemory
from backend.live.view import Cells
from backend.pipeline.fit_memory import FitMemory, fit_key
from backend.scene.raster import Scene
from backend.scene.statistics import log_reflectance, sample_spectra
from tests.fixtures.cubes import make_cube
from tests.fixtures.rasters import write_envi, write_geotiff

pytestmark = pytest.mark.backend

SILENT = Reporter(lambda event: None)


def pixels_at(rows: list[int], columns: list[int]) -> TrainingPixels:
    """Pixels of one class."""
    count = len(rows)
    zeros = np.zeros(count, np.int64)
    return TrainingPixels(np.array(rows), np.array(columns), zeros, zeros, ())


def test_only_pixels_that_are_not_known_are_read() -> None:
    memory = PixelMemory(100)
    read: list[int] = []

    def reader(pixels: TrainingPixels) -> tuple[np.ndarray, ...]:
        index = pixels.rows * 100 + pixels.columns
        read.extend(index.tolist())
        return index[:, None].astype(np.float32), index % 2 == 0

    first = memory.read(pixels_at([3, 1, 2], [5, 7, 9]), reader)
    assert first[0][:, 0].tolist() == [305, 107, 209]
    second = memory.read(pixels_at([2, 0, 3], [9, 1, 5]), reader)
    assert second[0][:, 0].tolist() == [209, 1, 305]
    assert second[1].tolist() == [False, False, False]
    assert read == [305, 107, 209, 1]
    none = memory.read(pixels_at([], []), reader)
    assert none[0].shape == (0, 1)


def test_pixels_without_labels_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.live.pixel_memory.MAX_KEPT_PIXELS", 10)
    memory = PixelMemory(1000)
    counts = []

    def reader(pixels: TrainingPixels) -> tuple[np.ndarray, ...]:
        counts.append(len(pixels))
        return (pixels.columns.astype(np.float32)[:, None],)

    for start in range(0, 200, 10):
        wanted = list(range(start, start + 12))
        (found,) = memory.read(pixels_at([0] * 12, wanted), reader)
        assert found[:, 0].tolist() == wanted
    assert memory._index is not None
    assert len(memory._index) <= 12 + 10
    assert sum(counts) >= 200


class Scarce(np.ndarray):
    """An array of which some parts do not fit into memory."""

    __array_priority__ = 1.0  # of arrays that are joined, too
    left = 10**9

    def __getitem__(self, chosen: object) -> object:
        Scarce.left -= 1
        if Scarce.left < 0:
            raise MemoryError
        return super().__getitem__(chosen)  # type: ignore[index]


@pytest.mark.parametrize("left", range(4))
def test_rows_stay_those_of_their_pixels_when_memory_runs_out(
    monkeypatch: pytest.MonkeyPatch, left: int
) -> None:
    monkeypatch.setattr("backend.live.pixel_memory.MAX_KEPT_PIXELS", 3)
    monkeypatch.setattr(Scarce, "left", 10**9)
    memory = PixelMemory(1000)

    def reader(pixels: TrainingPixels) -> tuple[np.ndarray, ...]:
        return (pixels.columns.astype(np.float32).view(Scarce),)

    memory.read(pixels_at([0] * 20, list(range(20))), reader)
    Scarce.left = left
    with contextlib.suppress(MemoryError):
        memory.read(pixels_at([0] * 3, [11, 12, 30]), reader)
    Scarce.left = 10**9
    for wanted in ([5, 11, 19], [30, 2], [12]):
        (found,) = memory.read(pixels_at([0] * len(wanted), wanted), reader)
        assert found.tolist() == wanted


@pytest.mark.parametrize("step", [1, 2, 3, 7])
@pytest.mark.parametrize("kind", ["tiles", "rows"])
def test_tiles_hold_the_standardised_spectra_of_their_pixels(
    stripes: Stripes, tmp_path: Path, kind: str, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.live.tiles.TILE", 8)
    path = stripes.scene
    if kind == "rows":
        path = write_envi(tmp_path / "scene.dat", stripes.cube, "bil")
    with Scene(path) as scene:
        standardisation = Standardisation.of(log_reflectance(sample_spectra(scene)))
        memory = TileMemory(scene, standardisation, 10**9)
        cells = Cells(step, (1, -(-30 // step)), (0, -(-42 // step)))
        tiles = memory.read(cells, SILENT)
        values, valid = scene.read(scene.grid.extent)
        assert valid.any()
        assert not valid.all()
        covered = np.zeros((30, 42), int)
        for tile in tiles:
            rows, columns = tile.cells.pixel_rows(scene.grid), tile.cells.pixel_columns(scene.grid)
            chosen = np.ix_(rows, columns)
            covered[chosen] += 1
            assert (tile.valid == valid[chosen]).all()
            reflectance = values[:, chosen[0], chosen[1]][:, tile.valid].T
            expected = standardisation.apply(log_reflectance(reflectance))
            assert np.array_equal(tile.spectra, expected)
        rows, columns = cells.pixel_rows(scene.grid), cells.pixel_columns(scene.grid)
        assert (covered[np.ix_(rows, columns)] == 1).all()
        again = memory.read(cells, SILENT)
        assert all(one is other for one, other in zip(tiles, again, strict=True))


def test_tiles_that_were_not_used_for_longest_are_forgotten(
    stripes: Stripes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.live.tiles.TILE", 4)
    with Scene(stripes.scene) as scene:
        standardisation = Standardisation.of(log_reflectance(sample_spectra(scene)))
        memory = TileMemory(scene, standardisation, 5_000)
        for left in range(0, 36, 4):
            memory.read(Cells(1, (0, 8), (left, left + 4)), SILENT)
            assert sum(tile.bytes for tile in memory._tiles.values()) <= 5_000
        keys = list(memory._tiles)
        assert keys[-1] == (1, 1, 8)
        assert (1, 0, 0) not in keys


def test_a_view_has_room_for_a_tile_in_any_case(stripes: Stripes) -> None:
    with Scene(stripes.scene) as scene:
        standardisation = Standardisation.of(log_reflectance(sample_spectra(scene)))
        assert TileMemory(scene, standardisation, 1).max_cells == TILE * TILE


def test_a_fit_is_found_by_everything_that_it_depends_on() -> None:
    values = np.arange(6, dtype=np.float32)
    keys = {
        fit_key(values, "a", None),
        fit_key(values.reshape(2, 3), "a", None),
        fit_key(values.astype(np.float64), "a", None),
        fit_key(values + 1, "a", None),
        fit_key(values, "b", None),
        fit_key(values, "a", 0),
        fit_key(values, "a", False),
        fit_key(values, ("a", None)),
        fit_key(values[:0], "a", None),
        fit_key(values, "a", {"x": 1}),
        fit_key(values, "a", {"x": (1,)}),
    }
    assert len(keys) == 11
    assert fit_key(values, "a", None) == fit_key(values[::1].copy(), "a", None)
    assert fit_key(np.arange(12)[::2]) == fit_key(np.arange(0, 12, 2))


def test_the_fits_that_were_used_last_are_kept() -> None:
    memory = FitMemory()
    assert not memory.is_used
    memory.keep(2)
    for key in ("a", "b"):
        memory.add(key, key)
    assert memory.find("a") == "a"
    memory.add("c", "c")
    assert memory.find("b") is None
    assert memory.find("a") == "a"
    memory.clear()
    assert memory.find("a") is None


def test_conflicts_are_listed_by_pairs_with_their_extent(tmp_path: Path) -> None:
    import shapely

    from backend.labels.vector import claimed_pixels

    cube = make_cube()
    shapes = [shapely.box(2, 2, 8, 6), shapely.box(5, 3, 12, 8), shapely.box(7, 5, 9, 9)]
    samples = make_samples(cube, shapes, ["soil", "tree", "water"])
    with Scene(write_geotiff(tmp_path / "scene.tif", cube)) as scene:
        claimed = claimed_pixels(parse_samples(samples, False, None, scene.grid), scene.grid)
        found = find_conflicts(claimed, scene.grid)
        assert found["pixels"] == 3 * 3 + 2 * 3 - 1
        pairs = {tuple(pair["classes"]): pair for pair in found["pairs"]}
        assert {key: pair["pixels"] for key, pair in pairs.items()} == {
            ("soil", "tree"): 9,
            ("tree", "water"): 6,
            ("soil", "water"): 1,
        }
        assert [pair["pixels"] for pair in found["pairs"]] == [9, 6, 1]
        left, top = cube.place @ (5, 3)
        right, bottom = cube.place @ (8, 6)
        assert pairs["soil", "tree"]["extent"] == [left, bottom, right, top]
