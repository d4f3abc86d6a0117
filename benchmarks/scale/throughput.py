"""Scenes per second with one and with two single-threaded workers, alternating."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from . import scenes

SIDE, BANDS = 96, 60


def main(options: argparse.Namespace) -> int:
    """Measure and print a table; fails where the second worker adds too little."""
    with tempfile.TemporaryDirectory(prefix="geodiffnet-scale-") as name:
        folder = Path(options.folder or name)
        folder.mkdir(parents=True, exist_ok=True)
        scenes.BANDS = BANDS
        scene_folder = folder / "scenes"
        scene_folder.mkdir(exist_ok=True)
        for number in range(options.scenes):
            scenes.write_scene(scene_folder / f"{number:03d}.tif", SIDE, number, BANDS)
        training = scenes.write_scene(folder / "training.tif", 128, 1, BANDS)
        labels = scenes.write_labels(folder / "labels.tif", 128, 1)
        model = folder / "model.safetensors"
        if not model.is_file():
            asked = {"image": str(training), "labels": str(labels), "model": str(model)}
            scenes.job("train", asked | {"cache": str(folder / "cache")})
        rates: dict[int, list[float]] = {1: [], 2: []}
        print(f"{options.scenes} scenes of {SIDE} × {SIDE} pixels, {BANDS} bands, GeoDiffNet-F")
        print("| run | workers | start-up s | scenes/s | load of the machine |")
        print("|---|---|---|---|---|", flush=True)
        for run in range(options.repeats):
            for workers in (1, 2) if run % 2 == 0 else (2, 1):
                startup, rate = measure(model, scene_folder, folder / "maps", workers)
                rates[workers].append(rate)
                load = os.getloadavg()[0]
                print(
                    f"| {run + 1} | {workers} | {startup:.1f} | {rate:.3f} | {load:.1f} |",
                    flush=True,
                )
        gains = [two / one for one, two in zip(rates[1], rates[2], strict=True)]
        gain = statistics.median(gains)
        print(f"\nTwo workers: {gain:.2f} × one (median of {len(gains)} pairs; {gains})")
        return 0 if gain >= 1.7 else 1


def measure(model: Path, images: Path, maps: Path, workers: int) -> tuple[float, float]:
    """Seconds until the first map, and maps per second afterwards."""
    command = [sys.executable, "-m", "backend", "batch", "--json", "--model", str(model)]
    command += ["--images", str(images), "--output-folder", str(maps), "--overwrite"]
    command += ["--workers", str(workers), "--threads", "1"]
    started = time.monotonic()
    done: list[float] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout or ():
            event = json.loads(line)
            if "scenes done" in str(event.get("message")):
                done.append(time.monotonic())
    # the first maps of all workers come together, and the last: what lies between is steady
    first, last = done[workers - 1], done[-workers]
    return done[0] - started, (len(done) - 2 * workers + 1) / (last - first)
