"""`python -m benchmarks.paper --dataset augsburg --folder DIR`: the paper's split and results.

Trains on `TrainImage.mat`, tests on `TestImage.mat`, and prints overall accuracy, average accuracy
(percent) and kappa over the seeds beside the published values. With `--generated` a synthetic scene
with the data set's layout and size is used instead; its results say nothing about the method.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import rasterio

from backend.metrics.accuracy import AccuracyMetrics

from .dataset import DATASETS, Files, convert
from .generated import write_generated

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    """Run every method and preset and print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.paper", description=__doc__)
    parser.add_argument("--dataset", choices=sorted(DATASETS), required=True)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--folder", type=Path, help="folder with the three .mat files")
    source.add_argument(
        "--generated", action="store_true", help="a synthetic scene with that layout"
    )
    parser.add_argument(
        "--shrink", type=int, default=1, help="divisor of the sides of a synthetic scene"
    )
    parser.add_argument("--methods", default="geospecnet,geodiffnet,geodiffnet-f")
    parser.add_argument("--presets", default="paper,default")
    parser.add_argument("--backbone", default="bundled", help="adm-imagenet64 is the paper's")
    parser.add_argument("--seeds", type=int, default=5)
    chosen = parser.parse_args()
    published = DATASETS[chosen.dataset]
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        if chosen.generated:
            print("A synthetic scene: these results say nothing about the real data set.\n")
            write_generated(work, published, chosen.shrink)
        files = convert(work if chosen.generated else chosen.folder, work)
        print("| method | preset | OA | AA | kappa | published OA / AA / kappa |")
        print("|---|---|---|---|---|---|", flush=True)
        for method in chosen.methods.split(","):
            theirs = " / ".join(f"{value:g}" for value in published.figures[method])
            for preset in chosen.presets.split(","):
                options = ["--method", method, "--preset", preset, "--backbone", chosen.backbone]
                found = [
                    _run(files, work, [*options, "--seed", str(s)]) for s in range(chosen.seeds)
                ]
                cells = [_cell([100 * run.overall for run in found], 2)]
                cells.append(_cell([100 * run.average for run in found], 2))
                cells.append(_cell([run.kappa for run in found], 3))
                print(f"| {method} | {preset} | {' | '.join(cells)} | {theirs} |", flush=True)


def _run(files: Files, work: Path, options: list[str]) -> AccuracyMetrics:
    """Run the command `classify`, and compare the map with the test pixels."""
    target = work / "map.tif"
    command = [
        sys.executable, "-m", "backend", "classify", "--image", str(files.scene),
        "--labels", str(files.labels), "--output", str(target), "--cache", str(work / "cache"),
    ]  # fmt: skip
    subprocess.run([*command, *options], check=True, cwd=ROOT, capture_output=True)
    with rasterio.open(target) as dataset:
        found = dataset.read(1)
    wanted = (files.test > 0) & (found > 0)
    truth = files.test[wanted].astype(int) - 1
    return AccuracyMetrics.of(truth, found[wanted].astype(int) - 1, int(files.test.max()))


def _cell(values: list[float], digits: int) -> str:
    return f"{np.mean(values):.{digits}f} ± {np.std(values):.{digits}f}"


if __name__ == "__main__":
    main()
