"""Times every stage of a classification, and compares the mapping with what the machine can do.

    .venv/bin/python -m benchmarks.speed [--megapixels 0.25 1 4] [--bands 120 224] [--json FILE]
    .venv/bin/python -m benchmarks.speed --sample FOLDER [--methods rf] [--states warm]

Each scene is classified up to three times in processes of their own: *cold* without cached
features, *warm* with them, and *changed* with other labels. Scenes are made of the sample scene,
or one that `sample` has written is used. CPU seconds are comparable on a busy machine, wall-clock
seconds are not. Shares are those of the measured rate of a matrix product and of a copy in memory,
both per CPU second. The default takes a few minutes on two idle cores; what runs is printed to the
standard error output.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import torch

from backend.common.methods import METHODS
from backend.compute.device import THREADS_VARIABLE
from backend.sample_scene import SampleFiles, write_sample

from .scenes import LAYOUTS, MeasuredScene, SceneKind, write_scene

ROOT = Path(__file__).resolve().parents[2]
#: The labels are changed by removing one of so many polygons.
OMIT_EVERY = 7
MATRIX_SIDE, COPIED_BYTES = 1024, 2**28
STATES = ("cold", "warm", "changed")
TOTALS = ("wall", "cpu")
#: Files that `sample` writes, and the changed labels.
SCENE, LABELS, CHANGED = "scene.tif", "train.gpkg", "changed.gpkg"


def main() -> None:
    """Measure every combination, and print a table."""
    options = _options()
    machine = machine_rates()
    print(
        f"matrix product {machine['gflop_per_s']:.0f} GFLOP, copy {machine['gb_per_s']:.1f} GB "
        "per CPU second\n",
        flush=True,
    )
    rows = []
    with tempfile.TemporaryDirectory(prefix="geodiffnet-speed-") as name:
        folder = Path(name)
        sample = write_sample(folder / "sample") if options.sample is None else None
        labels = sample.labels if sample else options.sample / LABELS
        change_labels(labels, folder / CHANGED)
        for scene in scenes(folder, sample, options):
            for row in measure_scene(folder, scene, labels, options):
                rows.append(row | shares(row, machine))
                print_row(rows[-1])
    if options.json:
        options.json.write_text(json.dumps({"machine": machine, "rows": rows}, indent=1))


def scenes(
    folder: Path, sample: SampleFiles | None, options: argparse.Namespace
) -> Iterator[MeasuredScene]:
    """The scenes that the options ask for, one at a time on disk, or the given one."""
    if sample is None:
        yield MeasuredScene.of(options.sample / SCENE, "as given")
        return
    for megapixels in options.megapixels:
        for bands in options.bands:
            for layout in options.layouts:
                kind = SceneKind(megapixels, bands, layout)
                announce(f"writing {kind.name}")
                write_scene(folder / kind.name, sample, kind)
                yield MeasuredScene.of(folder / kind.name, layout)
                for path in folder.glob(f"{kind.name}*"):
                    path.unlink()


def measure_scene(
    folder: Path, scene: MeasuredScene, labels: Path, options: argparse.Namespace
) -> Iterator[dict[str, Any]]:
    """Results of all methods and numbers of threads for one scene."""
    for method in options.methods:
        for threads in options.threads:
            with tempfile.TemporaryDirectory(dir=folder) as cache:
                for state in options.states:
                    announce(f"{scene.path.name}, {method}, {threads} thread(s), {state}")
                    given = folder / CHANGED if state == "changed" else labels
                    found = classify(folder, scene.path, given, method, threads, cache)
                    yield {
                        "megapixels": scene.megapixels,
                        "bands": scene.bands,
                        "layout": scene.layout,
                        "method": method,
                        "threads": threads,
                        "state": state,
                    } | found


def classify(
    folder: Path, image: Path, labels: Path, method: str, threads: int, cache: str
) -> dict[str, Any]:
    """Seconds, memory and work of one classification in a process of its own."""
    settings = {
        "image": str(image),
        "labels": str(labels),
        "class_field": "class",
        "method": method,
        "cache": cache,
        "output": str(folder / "map.tif"),
        "confidence": str(folder / "confidence.tif"),
        "model": str(folder / "model.safetensors"),
    }
    environment = os.environ | {THREADS_VARIABLE: str(threads), "PYTHONPATH": str(ROOT)}
    environment |= {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL")}
    command = [sys.executable, "-m", "benchmarks.speed.measure", json.dumps(settings)]
    command.append(str(time.monotonic()))
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE)
    for path in folder.glob("*.tif*"):
        path.unlink()
    found: dict[str, Any] = json.loads(done.stdout)
    totals = {kind: sum(stage[kind] for stage in found["stages"].values()) for kind in TOTALS}
    return totals | found


def announce(what: str) -> None:
    """Print what runs now, since a large scene takes minutes."""
    print(f"[{time.strftime('%H:%M:%S')}] {what}", file=sys.stderr, flush=True)


def machine_rates() -> dict[str, float]:
    """GFLOP of a matrix product and gigabytes moved by a copy, both per CPU second."""
    torch.set_num_threads(1)
    matrix = torch.rand(MATRIX_SIDE, MATRIX_SIDE)
    source = np.ones(COPIED_BYTES // 8)
    target = np.empty_like(source)

    def shortest(work: Any) -> float:
        found = []
        for _ in range(5):
            started = time.process_time()
            work()
            found.append(time.process_time() - started)
        return min(found)

    def multiply() -> None:
        for _ in range(10):
            torch.mm(matrix, matrix)

    multiplied, copied = shortest(multiply), shortest(lambda: np.copyto(target, source))
    return {
        "gflop_per_s": 10 * 2 * MATRIX_SIDE**3 / multiplied / 1e9,
        "gb_per_s": 2 * COPIED_BYTES / copied / 1e9,
    }


def shares(row: dict[str, Any], machine: dict[str, float]) -> dict[str, float]:
    """What the mapping reaches of the rates of the machine."""
    cpu = row["stages"]["mapping"]["cpu"]
    pixels = row["megapixels"] * 1e6
    return {
        "gflop_per_megapixel": row["work"]["flop_per_pixel"] / 1e3,
        "gb_per_megapixel": row["work"]["bytes_per_pixel"] / 1e3,
        "matrix_share": row["work"]["flop_per_pixel"] * pixels / 1e9 / cpu / machine["gflop_per_s"],
        "copy_share": row["work"]["bytes_per_pixel"] * pixels / 1e9 / cpu / machine["gb_per_s"],
    }


def print_row(row: dict[str, Any]) -> None:
    """The stages of a run: CPU seconds, and in parentheses wall-clock seconds, a megapixel."""
    size = row["megapixels"]
    print(
        f"{size:.2f} Mpx, {row['bands']} bands, {row['layout']}, {row['method']}, "
        f"{row['threads']} thread(s), {row['state']}: {row['wall']:.1f} s in all, "
        f"{row['cpu']:.1f} s CPU"
    )
    for stage, found in row["stages"].items():
        print(
            f"    {stage:11} {found['cpu']:6.2f} s CPU ({found['wall']:6.2f} s); a megapixel "
            f"{found['cpu'] / size:6.2f} ({found['wall'] / size:6.2f}); peak {found['peak_mb']:.0f}"
            " MB"
        )
    print(
        f"    mapping: {row['gflop_per_megapixel']:.0f} GFLOP and {row['gb_per_megapixel']:.2f} GB "
        f"a megapixel, {row['matrix_share']:.1%} of the matrix rate, "
        f"{row['copy_share']:.1%} of the copy rate",
        flush=True,
    )


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


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__)
    parser.add_argument("--megapixels", type=float, nargs="+", default=[0.25])
    parser.add_argument("--bands", type=int, nargs="+", default=[120])
    parser.add_argument("--layouts", nargs="+", choices=list(LAYOUTS), default=["tiled"])
    parser.add_argument(
        "--methods", nargs="+", choices=METHODS, default=["geodiffnet-f", "rf", "lda"]
    )
    parser.add_argument("--threads", type=int, nargs="+", default=[2])
    parser.add_argument(
        "--states", nargs="+", choices=STATES, default=list(STATES), help="in the order of runs"
    )
    parser.add_argument("--sample", type=Path, help="folder of a scene that `sample` has written")
    parser.add_argument("--json", type=Path, help="file for all numbers")
    return parser.parse_args()


if __name__ == "__main__":
    main()
