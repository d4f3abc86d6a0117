"""The CPU time of a worker for a scene: a fixed part and a part for each pixel."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.speed.measure import peak_megabytes

from . import scenes

SIDES = (128, 256, 512)
METHODS = ("geodiffnet-f", "geospecnet", "rf")


def main(options: argparse.Namespace) -> int:
    """Measure each method in a process of its own, and fit a line."""
    with tempfile.TemporaryDirectory(prefix="geodiffnet-scale-") as name:
        folder = Path(options.folder or name)
        folder.mkdir(parents=True, exist_ok=True)
        if options.methods and options.methods[0].startswith("="):
            print(json.dumps(measure(folder, options.methods[0][1:])))
            return 0
        print("| method | start-up s | scene s | million pixels s | memory MB |")
        print("|---|---|---|---|---|", flush=True)
        for method in options.methods or METHODS:
            scenes.train(folder, method)
            command = [sys.executable, "-m", "benchmarks.scale", "costs", "--folder", str(folder)]
            done = subprocess.run(
                [*command, "--methods", f"={method}"], check=True, stdout=subprocess.PIPE, text=True
            )
            costs = json.loads(done.stdout.splitlines()[-1])
            (folder / f"costs-{method}.json").write_text(json.dumps(costs))
            print(
                f"| {method} | {costs['startup']:.1f} | {costs['fixed']:.2f} | "
                f"{costs['pixel'] * 1e6:.0f} | {costs['memory']:.0f} |",
                flush=True,
            )
        read = read_rate(folder)
        print(f"\nreading and decoding: {read / 2**20:.0f} MB of pixels per second of CPU time")
        return 0


def measure(folder: Path, method: str) -> dict[str, float]:
    """CPU seconds of scenes of several sizes, mapped one after the other as by a worker."""
    from backend.campaign.worker_check import limit_threads
    from backend.core.reporter import Reporter
    from backend.features.cache import NoCache
    from backend.files.pending_files import PendingFiles
    from backend.options.band_options import BandOptions
    from backend.options.compute_options import ComputeOptions
    from backend.options.map_outputs import MapOutputs
    from backend.pipeline.map_writing import LoadedModel, prepare_scene

    limit_threads(1)
    ready = LoadedModel.load(folder / f"{method}.safetensors", "cpu", NoCache())
    quiet, compute = Reporter(lambda event: None), ComputeOptions(device="cpu")
    seconds = []
    for side in (SIDES[0], *SIDES):  # the first one includes loading models and libraries
        image = folder / f"{side}.tif"
        if not image.is_file():
            scenes.write_scene(image, side, 2)
        if not seconds:
            startup = time.process_time()
        before = time.process_time()
        with (
            PendingFiles() as files,
            prepare_scene(ready, str(image), BandOptions(), compute, quiet) as scene,
        ):
            scene.write_map(MapOutputs(output=folder / "map.tif"), files, quiet)
            files.publish()
        seconds.append(time.process_time() - before)
    pixels = np.array([side * side for side in SIDES])
    pixel, fixed = np.polyfit(pixels, seconds[1:], 1, w=1 / np.sqrt(pixels))
    return {
        "startup": startup + seconds[0] - seconds[1],
        "fixed": max(0.0, float(fixed)),
        "pixel": float(pixel),
        "memory": peak_megabytes(),
    }


def read_rate(folder: Path) -> float:
    """Bytes of decoded pixels per second of CPU time."""
    import rasterio

    path = folder / f"{SIDES[-1]}.tif"
    before = time.process_time()
    with rasterio.open(path) as dataset:
        values = dataset.read()
    return values.nbytes / (time.process_time() - before)
