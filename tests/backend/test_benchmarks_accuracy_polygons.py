"""The accuracy benchmark on polygons: how they are drawn, and the accuracy estimated from them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from scipy.ndimage import label

from backend.classifiers.scene_noise import SceneNoise
from backend.metrics.accuracy import AccuracyMetrics
from benchmarks.accuracy.contestants import BY_DECISION, DEFAULT, TITLES, Draw
from benchmarks.accuracy.cubes import Cubes
from benchmarks.accuracy.polygons import __main__ as command
from benchmarks.accuracy.polygons.drawing import GROWN, LARGEST, compact_patch, polygon_draws
from benchmarks.accuracy.polygons.estimates import table
from benchmarks.accuracy.polygons.rows import (
    GROUPS,
    ON_PYRAMID,
    PYRAMID,
    TITLES_IN_ORDER,
    WITHOUT_FEATURES,
)
from benchmarks.accuracy.results import Results
from benchmarks.accuracy.scenes import PixelSubset, SplitDataset

pytestmark = pytest.mark.backend

BANDS = 6
SIDE = 48
CORNERS = np.ones((3, 3))  # pixels that touch at a corner are connected
HALF = SIDE // 2


def side(rows: np.ndarray, columns: np.ndarray, group: np.ndarray | None = None) -> PixelSubset:
    """Pixels of two classes, left and right of the middle of the image."""
    target = (columns >= HALF).astype(int)
    return PixelSubset(0 * rows, rows, columns, target, 0 * rows if group is None else group)


def halves() -> SplitDataset:
    """Training pixels in the upper half of the image, scoring pixels in the lower one."""
    rows, columns = (axis.ravel() for axis in np.indices((SIDE, SIDE)))
    upper = rows < HALF
    sides = [side(rows[chosen], columns[chosen]) for chosen in (upper, ~upper)]
    return SplitDataset("halves", (Path("scene.tif"),), ("left", "right"), *sides, False)


def cubes(spectra_differ: bool, features_differ: bool) -> Cubes:
    """Noise, which tells the classes apart where it is asked to."""
    rng = np.random.default_rng(1)
    spectra, features = rng.normal(0, 0.5, (2, BANDS, SIDE, SIDE)).astype(np.float32)
    spectra[0, :, HALF:] += 4 * spectra_differ
    features[:, :, HALF:] += 4 * features_differ
    kinds = {"bundled": (BANDS - 2, 2), PYRAMID: (BANDS,)}
    noise = SceneNoise(
        0.25 * np.eye(BANDS), np.cov(spectra.reshape(BANDS, -1)), spectra.reshape(BANDS, -1).T
    )
    return Cubes([spectra], {kind: [features] for kind in kinds}, kinds, noise)


def draw_of(dataset: SplitDataset, arrays: Cubes, count: int = 5) -> Draw:
    (_, drawn), *_ = polygon_draws(dataset, count, [0])
    return Draw(dataset, arrays, drawn, 0)


def polygons_of(drawn: PixelSubset) -> list[list[tuple[int, int]]]:
    return [
        list(zip(drawn.rows[mine].tolist(), drawn.columns[mine].tolist(), strict=True))
        for mine in (drawn.group == group for group in np.unique(drawn.group))
    ]


def is_connected(polygon: list[tuple[int, int]]) -> bool:
    mask = np.zeros((SIDE, SIDE), int)
    mask[tuple(np.transpose(polygon))] = 1
    return label(mask, CORNERS)[1] == 1


def test_a_patch_is_compact_and_keeps_to_its_pixels() -> None:
    rows, columns = (axis.ravel() for axis in np.indices((7, 7)))
    start = int(np.flatnonzero((rows == 3) & (columns == 4))[0])
    patch = compact_patch(rows, columns, start, 9)
    assert sorted(zip(rows[patch], columns[patch], strict=True)) == [
        (row, column) for row in (2, 3, 4) for column in (3, 4, 5)
    ]
    # a column without pixels is not crossed, however few pixels there are on this side
    kept = np.flatnonzero(columns != 5)
    patch = kept[compact_patch(rows[kept], columns[kept], 6 * 3, LARGEST * 2)]
    assert sorted(patch) == [index for index in range(49) if columns[index] < 5]


def test_a_patch_follows_a_narrow_diagonal() -> None:
    along = np.arange(6)
    assert sorted(compact_patch(along, along, 2, 4)) == [0, 1, 2, 3]


@pytest.mark.parametrize("seed", range(3))
def test_grown_polygons_lie_in_one_class_and_do_not_overlap(seed: int) -> None:
    dataset = halves()
    ((_, drawn),) = polygon_draws(dataset, 10, [seed])
    polygons = polygons_of(drawn)
    assert len(polygons) == 20
    assert len({pixel for polygon in polygons for pixel in polygon}) == len(drawn)
    assert drawn.rows.max() < HALF
    for polygon in polygons:
        assert is_connected(polygon)
        assert len(polygon) <= GROWN
        assert len({column >= HALF for _, column in polygon}) == 1
    assert np.median([len(polygon) for polygon in polygons]) == GROWN


def squares(has_polygons: bool = True) -> SplitDataset:
    """Polygons of eight by eight pixels, which cover the image."""
    rows, columns = (axis.ravel() for axis in np.indices((SIDE, SIDE)))
    pixels = side(rows, columns, rows // 8 * 100 + columns // 8)
    return SplitDataset("squares", (), ("left", "right"), pixels, pixels, has_polygons)


@pytest.mark.parametrize(
    ("has_polygons", "equal_chances"), [(False, False), (True, False), (True, True)]
)
def test_fewer_polygons_are_among_more_of_them(has_polygons: bool, equal_chances: bool) -> None:
    dataset = squares(has_polygons)
    few, many = (next(polygon_draws(dataset, n, [3], equal_chances))[1] for n in (2, 6))
    assert {frozenset(polygon) for polygon in polygons_of(few)} < {
        frozenset(polygon) for polygon in polygons_of(many)
    }
    other = next(polygon_draws(dataset, 2, [4], equal_chances))[1]
    assert polygons_of(other) != polygons_of(few)


@pytest.mark.parametrize("equal_chances", [False, True])
def test_labelled_polygons_are_drawn_whole_and_large_ones_cut(equal_chances: bool) -> None:
    # 3 × 3, 8 × 8 and 2 × 2 pixels on the left, one pixel on the right; a third class has none
    corners = {0: (2, 2, 3), 1: (10, 5, 8), 2: (20, 14, 2), 3: (30, 40, 1)}
    parts = [
        np.indices((size, size)).reshape(2, -1) + np.array([[row], [column]])
        for row, column, size in corners.values()
    ]
    group = np.repeat(list(corners), [part.shape[1] for part in parts])
    pixels = side(*np.concatenate(parts, axis=1), group)
    dataset = SplitDataset("polygons", (), ("left", "right", "none"), pixels, pixels)
    for _, drawn in polygon_draws(dataset, 10, range(3), equal_chances):
        polygons = sorted(polygons_of(drawn), key=len)
        assert [len(polygon) for polygon in polygons] == [1, 4, 9, LARGEST]
        assert all(is_connected(polygon) for polygon in polygons)
        whole = {frozenset(zip(*part.tolist(), strict=True)) for part in parts}
        assert {frozenset(polygon) for polygon in polygons[:3]} < whole


def test_small_polygons_are_drawn_as_often_as_large_ones_with_equal_chances_only() -> None:
    """A square of 64 pixels and 20 single pixels, of which one polygon is drawn 40 times."""
    large = np.indices((8, 8)).reshape(2, -1)
    small = np.array([np.full(20, 20), np.arange(20)])
    group = np.concatenate([np.full(64, 99), np.arange(20)])
    pixels = side(*np.concatenate([large, small], axis=1), group)
    dataset = SplitDataset("polygons", (), ("left", "right"), pixels, pixels)

    def share_of_large(equal_chances: bool) -> float:
        draws = polygon_draws(dataset, 1, range(40), equal_chances)
        return float(np.mean([len(drawn) == LARGEST for _, drawn in draws]))

    assert share_of_large(equal_chances=False) > 0.5 > 0.25 > share_of_large(equal_chances=True)


def test_the_default_is_estimated_with_and_without_features() -> None:
    """Only the features tell the classes apart here."""
    draw = draw_of(halves(), cubes(spectra_differ=False, features_differ=True))
    rows = GROUPS["default"].score(draw)
    assert set(rows) == {DEFAULT, WITHOUT_FEATURES}
    for name in ("overall", "estimated overall"):
        assert rows[DEFAULT][name] > 0.9
        assert rows[WITHOUT_FEATURES][name] < 0.75


def test_every_row_has_its_estimate() -> None:
    draw = draw_of(halves(), cubes(spectra_differ=True, features_differ=False))
    found = {}
    for name in ("spectral", "pyramid"):
        rows = GROUPS[name].score(draw)
        assert set(rows) == set(GROUPS[name].titles)
        found |= rows
    for row in found.values():
        assert row["overall"] > 0.9
        assert row["estimated overall"] > 0.9
        assert row["low"] - 1e-9 <= row["estimated overall"] <= row["high"] + 1e-9


def test_estimates_are_those_of_the_report() -> None:
    draw = draw_of(halves(), cubes(spectra_differ=False, features_differ=True))
    training, _ = draw.sides(None)
    _, validation = draw.fitted("lda", training, ())
    row = GROUPS["spectral"].score(draw)[TITLES["lda"]]
    assert row["estimated overall"] == validation.accuracy.overall
    assert row["estimated average"] == validation.accuracy.average


def test_a_polygon_is_not_tested_with_its_own_pixels() -> None:
    """Each polygon has a spectrum of its own, of which its class cannot be told."""
    dataset = halves()
    arrays = cubes(spectra_differ=False, features_differ=False)
    draw = draw_of(dataset, arrays, 10)
    rng = np.random.default_rng(0)
    own = rng.normal(0, 5, (20, BANDS))
    for row, column, group in zip(
        draw.drawn.rows, draw.drawn.columns, draw.drawn.group, strict=True
    ):
        arrays.spectra[0][:, row, column] += own[group]
    found = GROUPS["spectral"].score(draw)
    for title in (BY_DECISION, TITLES["rf"]):
        assert found[title]["estimated overall"] < 0.75
    training, _ = draw.sides(None)
    method, _ = draw.fitted("rf", training, ())
    predicted = method.predict_proba(training.spectra, training.features).argmax(axis=1)
    assert AccuracyMetrics.of(training.target, predicted, 2).overall > 0.95


def test_nothing_is_estimated_from_one_polygon_of_each_class() -> None:
    draw = draw_of(halves(), cubes(spectra_differ=True, features_differ=False), count=1)
    for row in GROUPS["spectral"].score(draw).values():
        assert set(row) == {"overall", "average", "calibration"}


def row(true: float, estimated: float | None = None) -> dict[str, float]:
    found = {"overall": true, "average": true, "calibration": 0.1}
    if estimated is None:
        return found
    limits = {"low": estimated - 0.12, "high": estimated + 0.12}
    return found | {"estimated overall": estimated, "estimated average": estimated} | limits


def test_the_table_compares_estimates_with_the_accuracy_of_the_same_draws(tmp_path: Path) -> None:
    results = Results(tmp_path / "results.jsonl", TITLES_IN_ORDER)
    for count, seed, found in (
        ("10", 0, row(0.8, 0.7)),
        ("2", 0, row(0.5, 0.7)),
        ("2", 1, row(0.8, 0.75)),
        ("2", 2, row(0.1)),
    ):
        results.add(("samson", count, seed), {DEFAULT: found, ON_PYRAMID: row(0.5)})
    lines = list(table(results))
    assert lines[0] == "| scene | method | 2 | 10 | average accuracy | inside the interval |"
    assert len({line.count("|") for line in lines}) == 1
    entries = "72.5 / 65.0 / 12.5 (2 draws) | 70.0 / 80.0 / 10.0 | +1.7 | 2 of 3"
    assert lines[2] == f"| samson | {DEFAULT} | {entries} |"
    assert lines[3] == f"| samson | {ON_PYRAMID} | unknown | unknown | unknown | 0 of 0 |"


def test_the_command_continues_where_it_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arrays = cubes(spectra_differ=True, features_differ=False)
    monkeypatch.setattr(command, "load_dataset", lambda name: halves())
    monkeypatch.setattr(command, "read_cubes", lambda dataset, kinds: arrays)
    path = tmp_path / "results.jsonl"
    words = ["polygons", "--scenes", "halves", "--results", str(path), "--rows", "pyramid"]

    def printed(*options: str) -> list[str]:
        monkeypatch.setattr("sys.argv", [*words, *options])
        command.main()
        return capsys.readouterr().out.splitlines()

    printed("--counts", "2", "--draws", "1")
    known = path.read_text(encoding="utf-8")
    lines = printed("--counts", "2,3", "--draws", "2")
    assert path.read_text(encoding="utf-8").startswith(known)
    assert set(Results(path).draws) == {
        ("halves", count, seed) for count in ("2", "3") for seed in (0, 1)
    }
    assert [line.split(":")[0] for line in lines if line.startswith("halves")] == [
        "halves 2 1", "halves 3 0", "halves 3 1",
    ]  # fmt: skip
    assert f"| halves | 2 | 4 | {4 * GROWN} |" in lines
    assert any(line.startswith(f"| halves | {ON_PYRAMID} | ") for line in lines)


def test_draws_with_equal_chances_are_stored_beside_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrays = cubes(spectra_differ=True, features_differ=False)
    monkeypatch.setattr(command, "load_dataset", lambda name: squares(name == "squares"))
    monkeypatch.setattr(command, "read_cubes", lambda dataset, kinds: arrays)
    path = tmp_path / "results.jsonl"
    words = ["--results", str(path), "--rows", "pyramid", "--counts", "2", "--draws", "1"]
    for scene, options in (
        ("squares", []),
        ("squares", ["--equal-chances"]),
        ("grown", ["--equal-chances"]),
    ):
        monkeypatch.setattr("sys.argv", ["polygons", "--scenes", scene, *words, *options])
        command.main()
    assert set(Results(path).draws) == {("squares", "2", 0), ("squares, equal chances", "2", 0)}


@pytest.mark.parametrize("options", [["--rows", "nothing"], ["--counts", "0"], ["--counts", "few"]])
def test_the_command_refuses_what_it_does_not_know(
    options: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["polygons", *options])
    with pytest.raises(SystemExit):
        command.main()
    assert options[0] in capsys.readouterr().err
