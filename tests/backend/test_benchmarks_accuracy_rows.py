"""Rows of the accuracy benchmark are measured in groups, and their results add up."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from backend.classifiers.scene_noise import SceneNoise
from benchmarks.accuracy.contestants import DEFAULT, GROUPS, TITLES, TITLES_IN_ORDER, Draw
from benchmarks.accuracy.cubes import KINDS, Cubes
from benchmarks.accuracy.results import Results
from benchmarks.accuracy.scenes import PixelSubset, SplitDataset

pytestmark = pytest.mark.backend

LDA = TITLES["lda"]
BANDS = 5
#: Pixels of each class on the training side.
SIZES = {"houston": (300, 1000, 0)}


def row(overall: float) -> dict[str, float]:
    return {"overall": overall, "average": overall, "calibration": 0.1}


def test_rows_that_are_measured_again_replace_the_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    key = ("houston", "5", 0)
    Results(path).add(key, {DEFAULT: row(0.9), LDA: row(0.7)})
    Results(path).add(key, {LDA: row(0.8)})
    found = Results(path)
    assert found.draws == {key: {DEFAULT: row(0.9), LDA: row(0.8)}}
    assert found.has(key, [LDA, DEFAULT])
    assert not found.has(key, [LDA, TITLES["rf"]])
    assert not found.has(("houston", "5", 1), [LDA])


def test_tables_hold_the_rows_that_all_draws_of_a_scene_have(tmp_path: Path) -> None:
    results = Results(tmp_path / "results.jsonl")
    for seed in range(2):
        for budget in ("5", "20"):
            results.add(("houston", budget, seed), {LDA: row(0.7), DEFAULT: row(0.8)})
    results.add(("houston", "5", 0), {TITLES["rf"]: row(0.6)})
    results.add(("samson", "5", 0), {LDA: row(0.7)})
    table, other = results.tables()
    lines = [line.split(" | ")[0] for line in table.splitlines() if "±" in line]
    assert lines == [f"| {DEFAULT}", f"| {LDA}"]
    assert LDA in other
    (efficiency,) = results.efficiencies(SIZES)
    assert (efficiency.scene, efficiency.control) == ("houston", LDA)


def test_label_efficiency_needs_a_control(tmp_path: Path) -> None:
    results = Results(tmp_path / "results.jsonl")
    for budget in ("5", "20"):
        results.add(("houston", budget, 0), {DEFAULT: row(0.9), "auto": row(0.9)})
    assert "auto" in next(results.tables())
    assert results.efficiencies(SIZES) == []
    for budget in ("5", "20"):
        results.add(("houston", budget, 0), {LDA: row(0.8)})
    assert [found.control for found in results.efficiencies(SIZES)] == [LDA]


def test_label_efficiency_counts_the_labels_of_further_budgets_as_they_were_drawn(
    tmp_path: Path,
) -> None:
    results = Results(tmp_path / "results.jsonl")
    for budget, default, control in (("5", 0.9, 0.6), ("20", 0.95, 0.7)):
        results.add(("houston", budget, 0), {DEFAULT: row(default), LDA: row(control)})
        # better with few labels only, and not measured with many
        results.add(("houston", budget, 0), {TITLES["geospecnet"]: row(control - 0.1)})
    results.add(("houston", "100", 0), {LDA: row(0.8)})
    results.add(("houston", "200", 0), {LDA: row(0.9)})
    (table,) = results.tables()
    assert "200" not in table
    assert DEFAULT in table
    assert TITLES["geospecnet"] in table
    (found,) = results.efficiencies({"houston": (150, 1000, 0)})
    assert found.control == LDA
    # 150 and 200 pixels are drawn at a budget of 200
    assert found.ratio(5) == (pytest.approx(175 / 5), False)
    assert found.ratio(20) == (pytest.approx(175 / 20), True)
    assert results.efficiencies({}) == []


def test_every_row_belongs_to_a_group_and_every_group_names_its_rows() -> None:
    titles = [
        title for name, group in GROUPS.items() for title in group.titles if name != "default"
    ]
    assert len(titles) == len(set(titles)) == len(TITLES_IN_ORDER)
    assert set(TITLES.values()) <= set(titles)
    assert all(set(group.kinds) <= set(KINDS) for group in GROUPS.values())


def test_methods_on_spectra_need_no_features() -> None:
    rng = np.random.default_rng(0)
    spectra = rng.normal(0, 0.5, (BANDS, 12, 12)).astype(np.float32)
    spectra[0, :, 6:] += 3

    def side(rows: slice) -> PixelSubset:
        down, across = (values.ravel() for values in np.indices((12, 12))[:, rows])
        return PixelSubset(0 * down, down, across, (across >= 6).astype(int), down * 12 + across)

    dataset = SplitDataset(
        "made up", (Path("s.tif"),), ("a", "b"), side(slice(6)), side(slice(6, 12))
    )
    cubes = Cubes([spectra], {}, {}, SceneNoise(np.eye(BANDS), np.eye(BANDS), np.eye(BANDS)))
    _, drawn = next(dataset.draws(5))
    rows = GROUPS["spectral"].score(Draw(dataset, cubes, drawn, 0))
    assert set(rows) == set(GROUPS["spectral"].titles)
    assert all(found["overall"] > 0.9 for found in rows.values())
