"""Megapixels a minute with one and with two single-threaded workers, alternating.

Several checkouts of this project are compared in the same alternation, each with a model that it
trained itself. CPU seconds include the start of all processes; wall-clock times need idle cores.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from . import scenes

ROOT = Path(__file__).resolve().parents[2]
BANDS = 60
WORKERS = (1, 2)
#: What a second worker has to add.
MIN_GAIN = 1.7


@dataclass(frozen=True)
class Rate:
    """Megapixels a minute after the first maps, CPU seconds a megapixel, start-up in seconds."""

    megapixels: float
    cpu: float
    startup: float


def main(options: argparse.Namespace) -> int:
    """Measure and print a table; fails where the second worker adds too little."""
    checkouts = [path.resolve() for path in options.checkouts or [ROOT]]
    with tempfile.TemporaryDirectory(prefix="geodiffnet-scale-") as name:
        folder = Path(options.folder or name)
        images = folder / "scenes"
        images.mkdir(parents=True, exist_ok=True)
        for number in range(options.scenes):
            scenes.write_scene(images / f"{number:03d}.tif", options.side, number, BANDS)
        training = scenes.write_scene(folder / "training.tif", 128, 1, BANDS)
        labels = scenes.write_labels(folder / "labels.tif", 128, 1)
        models = [folder / f"{number}.safetensors" for number in range(len(checkouts))]
        for checkout, model in zip(checkouts, models, strict=True):
            if not model.is_file():
                train(checkout, training, labels, model)
        side = f"{options.side} × {options.side}"
        print(f"{options.scenes} scenes of {side} pixels, {BANDS} bands, GeoDiffNet-F")
        print(
            "| run | checkout | workers | megapixels a minute | CPU s a megapixel | start-up s | "
            "load of the machine |\n|---|---|---|---|---|---|---|",
            flush=True,
        )
        rates: dict[tuple[int, int], list[Rate]] = {}
        for run, number, workers in _runs(options.repeats, len(checkouts)):
            found = measure(checkouts[number], models[number], images, folder, workers, options)
            rates.setdefault((number, workers), []).append(found)
            print(
                f"| {run + 1} | {checkouts[number].name} | {workers} | {found.megapixels:.2f} | "
                f"{found.cpu:.1f} | {found.startup:.1f} | {os.getloadavg()[0]:.1f} |",
                flush=True,
            )
    gains = [_gain(rates, number, checkout.name) for number, checkout in enumerate(checkouts)]
    return 0 if gains[-1] >= MIN_GAIN else 1


def _runs(repeats: int, checkouts: int) -> Iterator[tuple[int, int, int]]:
    """The number of the run, the number of the checkout and the workers of each measurement."""
    for run in range(repeats):
        forwards = run % 2 == 0
        for number in range(checkouts) if forwards else reversed(range(checkouts)):
            for workers in WORKERS if forwards else reversed(WORKERS):
                yield run, number, workers


def _gain(rates: dict[tuple[int, int], list[Rate]], number: int, name: str) -> float:
    """The factor by which two workers are faster than one; prints it."""
    pairs = zip(*(rates[number, workers] for workers in WORKERS), strict=True)
    gains = [two.megapixels / one.megapixels for one, two in pairs]
    found = statistics.median(gains)
    shown = ", ".join(f"{gain:.2f}" for gain in gains)
    print(f"\n{name}: two workers {found:.2f} × one (median of {shown})")
    return found


def train(checkout: Path, training: Path, labels: Path, model: Path) -> None:
    """Train a model with the backend of a checkout."""
    command = [sys.executable, "-m", "backend", "train", "--image", str(training)]
    command += ["--labels", str(labels), "--model", str(model)]
    command += ["--cache", str(model.with_suffix(".cache"))]
    done = subprocess.run(command, check=False, cwd=checkout, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)


def measure(
    checkout: Path,
    model: Path,
    images: Path,
    folder: Path,
    workers: int,
    options: argparse.Namespace,
) -> Rate:
    """Map all scenes with `batch` of a checkout."""
    command = [sys.executable, "-m", "backend", "batch", "--json", "--model", str(model)]
    command += ["--images", str(images), "--output-folder", str(folder / "maps"), "--overwrite"]
    command += ["--workers", str(workers), "--threads", "1"]
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done: list[float] = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=checkout) as process:
        for line in process.stdout or ():
            event = json.loads(line)
            if "scenes done" in str(event.get("message")):
                done.append(time.monotonic())
    if len(done) != options.scenes:
        raise SystemExit(f"batch of {checkout} mapped {len(done)} of {options.scenes} scenes")
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime
    megapixels = options.side**2 / 1e6
    # the first maps of all workers come together, and the last: what lies between is steady
    first, last = done[workers - 1], done[-workers]
    steady = len(done) - 2 * workers + 1
    return Rate(
        60 * megapixels * steady / (last - first),
        cpu / (megapixels * len(done)),
        done[0] - started,
    )
