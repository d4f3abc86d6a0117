"""Consecutive jobs in one QGIS process (`python -m benchmarks.load` runs 300)."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest
from qgis_support import BACKEND_PYTHON, ROOT

JOBS = 10


@pytest.mark.skipif(sys.platform != "linux", reason="looks at itself in /proc")
def test_consecutive_jobs_leak_nothing(qgis, sample, tmp_path, monkeypatch):
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(BACKEND_PYTHON))
    soak = importlib.import_module("benchmarks.load.soak")
    model, classes, out = tmp_path / "model.safetensors", tmp_path / "map.tif", tmp_path / "out"
    out.mkdir()
    labelled = ["--labels", sample.labels, "--class-field", "class", "--method", "rf"]
    for command in (
        ["train", "--image", sample.scene, *labelled, "--model", model],
        ["apply", "--image", sample.scene, "--model", model, "--output", classes],
    ):
        completed = [BACKEND_PYTHON, "-m", "backend", *map(str, command)]
        subprocess.run(completed, cwd=ROOT, check=True, capture_output=True, timeout=300)
    logs = importlib.import_module("geodiffnet.bridge.logs").log_folder()
    inputs = soak.Inputs(sample.scene, sample.labels, classes, model, out)
    run = importlib.import_module("processing").run
    seen = list(soak.soak(run, inputs, logs, JOBS, 2))
    print("\n".join([soak.heading(), *map(soak.row, seen)]))
    assert [held.jobs for held in seen] == list(range(0, JOBS + 1, 2))
    assert soak.growth(seen) == []
