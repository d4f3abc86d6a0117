"""The benchmark on the paper's data sets, on a generated scene with their layout."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from scipy.io import savemat

from benchmarks.paper.dataset import CUBE, DATASETS, TEST, TRAIN, convert
from benchmarks.paper.generated import write_generated

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", sorted(DATASETS))
def test_files_with_the_published_layout_are_converted(name: str, tmp_path: Path) -> None:
    layout = DATASETS[name]
    write_generated(tmp_path, layout, shrink=4)
    files = convert(tmp_path, tmp_path)
    assert files.test.shape == (layout.rows // 4, layout.columns // 4)
    assert files.test.max() == layout.classes


def test_files_that_do_not_fit_together_are_refused(tmp_path: Path) -> None:
    savemat(tmp_path / CUBE, {"a": np.zeros((4, 5, 3))})
    savemat(tmp_path / TRAIN, {"a": np.zeros((4, 6))})
    savemat(tmp_path / TEST, {"a": np.zeros((4, 6))})
    with pytest.raises(ValueError, match="must agree"):
        convert(tmp_path, tmp_path)


@pytest.mark.slow
def test_the_command_prints_its_results_beside_the_published_ones() -> None:
    command = [
        sys.executable, "-m", "benchmarks.paper", "--dataset", "augsburg", "--generated",
        "--shrink", "4", "--seeds", "1", "--methods", "geospecnet", "--presets", "paper",
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    line = next(text for text in done.stdout.splitlines() if text.startswith("| geospecnet"))
    assert line.endswith("| 78.21 / 60.64 / 0.695 |")
    assert "say nothing about the real data set" in done.stdout
