"""Classifies the generated scene, changes the labels, classifies again, and prints the times.

    .venv/bin/python -m benchmarks.again [--runs 3]

Times are those of the whole command, from its start to its end, with the report; it takes about two
minutes on two idle cores.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pyogrio

from backend.common.methods import METHODS, needs_features

ROOT = Path(__file__).resolve().parents[2]
STAGES = ("start", "features", "validation", "training", "mapping")
#: The labels are changed by removing one of so many polygons.
OMIT_EVERY = 7


@dataclass(frozen=True)
class Run:
    """The duration of a command in seconds."""

    wall: float
    cpu: float
    stages: dict[str, float]


def change_labels(original: Path, changed: Path) -> None:
    """The same labels without some polygons."""
    metadata, _, geometries, columns = pyogrio.raw.read(original)
    kept = [number for number in range(len(geometries)) if number % OMIT_EVERY]
    pyogrio.raw.write(
        changed,
        geometries[kept],
        [column[kept] for column in columns],
        metadata["fields"],
        geometry_type=metadata["geometry_type"],
        crs=metadata["crs"],
    )


def classify(folder: Path, labels: str, method: str) -> Run:
    """The shell command, with a feature cache of its own."""
    command = [sys.executable, "-m", "backend", "classify", "--method", method, "--json"]
    command += ["--image", "scene.tif", "--labels", labels, "--class-field", "class"]
    command += ["--output", "map.tif", "--report", "report.html"]
    environment = os.environ | {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPATH": str(ROOT)}
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    wall, after = time.monotonic() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    result = json.loads(done.stdout.splitlines()[-1])
    return Run(wall, cpu, result["figures"]["seconds"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--runs", type=int, default=3, help="number of runs of each method with changed labels"
    )
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sample = [sys.executable, "-m", "backend", "sample", "--folder", name]
        subprocess.run(sample, cwd=ROOT, check=True, capture_output=True)
        change_labels(folder / "train.gpkg", folder / "changed.gpkg")
        heads = ("method", "features", "clock", "processor", *STAGES)
        print("| " + " | ".join(heads) + " |\n|---|---|" + "---:|" * (len(heads) - 2), flush=True)
        print_row("geodiffnet-f", "new", [classify(folder, "train.gpkg", "geodiffnet-f")])
        for method in METHODS:
            again = [classify(folder, "changed.gpkg", method) for _ in range(runs)]
            features = "cached" if needs_features(method) else "none"
            print_row(method, features, sorted(again, key=lambda run: run.wall))


def print_row(method: str, features: str, runs: list[Run]) -> None:
    """A row with the median run."""
    run = runs[len(runs) // 2]
    seconds = [run.wall, run.cpu, *(run.stages.get(stage, 0.0) for stage in STAGES)]
    print("| " + " | ".join([method, features, *(f"{s:.1f}" for s in seconds)]) + " |", flush=True)


if __name__ == "__main__":
    main()
